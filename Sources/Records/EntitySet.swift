import Diagnostics
import Values

/// A set that cuts across the tree: `set no_go_list = [Türkiye, …]`, or all that pass a test.
public final class EntitySet {
  public let name: String
  public let label: String?
  public let citations: [Citation]
  /// When it was so.
  public let date: Date?
  public let place: Place
  /// The members that were listed; empty for a set with a test.
  public internal(set) var members: [Value] = []
  /// The test of `set NAME where …`, once the program has been resolved.
  public var test: Callable?
  /// The test of `set NAME where …` as it was written; nil for a set whose members were listed.
  public let condition: String?
  public var hasTest: Bool { condition != nil }

  package init(
    name: String, label: String?, citations: [Citation], date: Date?, place: Place, members: [Value], condition: String?
  ) {
    self.name = name
    self.label = label
    self.citations = citations
    self.date = date
    self.place = place
    self.members = members
    self.condition = condition
  }

  /// Who drew it up, as of when, and where that is written down.
  public var sentence: String {
    let who = citations.isEmpty ? ClaimText.author : citations.map(ClaimText.who).joined(separator: "; ")
    return "\(who): drawn up so\(date.map { " (\($0.text))" } ?? "") — \(place.fileAndLine)"
  }

  /// Who drew it up, for a program.
  public var json: JSON {
    var parts: [(String, JSON)] = [("sources", .list(citations.map(\.json)))]
    if let date { parts.append(("as_of", .text(date.text))) }
    parts.append(("file", .text(place.source.name)))
    parts.append(("line", .integer(place.source.line(at: place.range.lower))))
    return .record(parts)
  }
}
