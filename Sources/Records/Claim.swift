import Diagnostics
import Values

/// One statement about one field of one record: who says it, how firmly, and where it was written down.
public struct Claim {
  public let subject: Entity
  public let field: Field
  public let value: Value
  /// Empty for a claim without any source: the author's own.
  public let citations: [Citation]
  /// A term of kind `status`: `alleged`, `admitted`, `denied`; nil where none was given.
  public let status: Entity?
  /// From when the value holds, for a field over time.
  public let from: Date?
  public let remark: String?
  public let place: Place

  public init(
    subject: Entity, field: Field, value: Value, citations: [Citation], status: Entity?, from: Date?, remark: String?,
    place: Place
  ) {
    self.subject = subject
    self.field = field
    self.value = value
    self.citations = citations
    self.status = status
    self.from = from
    self.remark = remark
    self.place = place
  }
}

/// Where a claim is from: a source, perhaps quoting a speaker, and the place in it.
public struct Citation {
  /// The source, or the speaker whom the containers quote.
  public let cited: Entity
  public let containers: [Entity]
  public let after: Entity?
  /// `p. 12`, or any text; nil where none was given.
  public let locator: String?

  public init(cited: Entity, containers: [Entity], after: Entity?, locator: String?) {
    self.cited = cited
    self.containers = containers
    self.after = after
    self.locator = locator
  }
}
