import Diagnostics
import Values

/// One statement about one field of one record: who says it, how firmly, and where it was written down.
public struct Claim {
  /// Where it stands among all claims.
  package let number: Int32
  public let subject: Entity
  public let field: Field
  public let value: Value
  /// Empty for a claim without any source: the author's own.
  public let citations: [Citation]
  /// A term of kind `status`: `alleged`, `admitted`, `denied`; nil where none was given.
  public let status: Entity?
  /// The date behind the source or the status: when it was said, charged, admitted, found.
  public let date: Date?
  /// From when the value holds, for a field over time.
  public let from: Date?
  public let remark: String?
  public let bearing: Bearing
  public let place: Place

  package init(
    number: Int32, subject: Entity, field: Field, value: Value, citations: [Citation], status: Entity?,
    date: Date? = nil,
    from: Date?, remark: String?, bearing: Bearing = .supports, place: Place
  ) {
    self.number = number
    self.subject = subject
    self.field = field
    self.value = value
    self.citations = citations
    self.status = status
    self.date = date
    self.from = from
    self.remark = remark
    self.bearing = bearing
    self.place = place
  }
}

/// What a claim does for its value.
public enum Bearing: UInt8, Sendable {
  case supports
  /// `as denied`, `as acquitted`: it stands on the value and speaks against it.
  case denies
  /// `as misprint`, `as retracted`: kept and shown, and neither for nor against.
  case setAside

  /// What a status makes of the claim that it stands behind.
  public init(status: Entity?) {
    var term = status
    while let here = term {
      switch here.name {
      case "denied", "acquitted":
        self = .denies
        return
      case "misprint", "retracted":
        self = .setAside
        return
      default: term = here.parent
      }
    }
    self = .supports
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

extension Citation {
  /// The citation for a program.
  var json: JSON {
    var parts: [(String, JSON)] = [("cited", .text(cited.path))]
    if !containers.isEmpty { parts.append(("in", .list(containers.map { .text($0.path) }))) }
    if let after { parts.append(("after", .text(after.path))) }
    if let locator { parts.append(("at", .text(locator))) }
    return .record(parts)
  }
}

/// Who says a thing and how firmly: kept once for all the claims of a line, or of a whole record.
package struct Attribution {
  package let citations: [Citation]
  package let status: Entity?
  /// The date that stands among the words about the claim: since when it is charged, or when it was said.
  package let date: Date?
  package let remark: String?
  package let bearing: Bearing

  package init(citations: [Citation], status: Entity?, date: Date?, remark: String?) {
    self.citations = citations
    self.status = status
    self.date = date
    self.remark = remark
    self.bearing = Bearing(status: status)
  }
}

/// A claim as the corpus keeps it: its parts are numbers that lead to what many claims share.
struct StoredClaim {
  let value: Value
  let from: Date?
  let remark: String?
  let subject: Int32
  /// The field's position in the kind of the subject.
  let field: Int32
  let attribution: Int32
  /// The number of the source text in which it stands.
  let source: Int32
  let range: SourceRange
}

/// What whoever looks for some of the claims about a record reads of each. It stands apart from the claims, so that many
/// are near each other in memory.
struct ClaimLink {
  let field: Int32
  let attribution: Int32
  /// The next claim about the same subject, or -1.
  var next: Int32
}
