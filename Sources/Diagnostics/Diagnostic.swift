/// What Rep says about a place: what is wrong there, what it must be, and what to do.
public struct Diagnostic: Error, Sendable {
  public enum Severity: String, Sendable { case error, warning, note }

  /// Another place that the message is also about, as when two records bear one name.
  public struct Mark: Sendable {
    public let place: Place
    public let label: String

    public init(_ place: Place, _ label: String) {
      self.place = place
      self.label = label
    }
  }

  public var severity: Severity
  /// `R` and three digits; `rep explain` tells more of each.
  public var code: String
  /// One sentence without a full stop, in lower case unless it begins with a name: `unknown field "hots" of case`.
  public var message: String
  public var place: Place?
  /// What stands under the mark, in a few words; may be empty.
  public var label: String
  public var others: [Mark]
  public var notes: [String]
  /// What to do, as a sentence or a piece of Rep.
  public var help: String?

  public init(
    _ code: String, _ message: String, at place: Place? = nil, label: String = "", others: [Mark] = [],
    notes: [String] = [], help: String? = nil, severity: Severity = .error
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.label = label
    self.others = others
    self.notes = notes
    self.help = help
  }
}
