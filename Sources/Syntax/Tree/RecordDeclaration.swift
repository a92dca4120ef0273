import Diagnostics

/// `phnom_penh.mother`: a name, and fields or local names behind it.
public struct Path: Sendable {
  public let names: [Name]
  public var range: SourceRange { names[0].range.joined(names[names.count - 1].range) }

  /// A path has at least one name.
  public init(_ first: Name, _ rest: [Name] = []) { self.names = [first] + rest }
}

/// `case phnom_penh "Restaurant owner" : parent per sd110 { … }`
public struct RecordDeclaration: Sendable {
  public let kind: Name
  /// Nil only inside another record (`target { gender: female }`).
  public let name: Name?
  public let label: String?
  public let parent: Name?
  public let claims: [ClaimClause]
  /// Nil where there are no braces.
  public let body: [RecordLine]?
  public let documentation: String?
  public let range: SourceRange

  public init(
    kind: Name, name: Name?, label: String?, parent: Name?, claims: [ClaimClause], body: [RecordLine]?,
    documentation: String?, _ range: SourceRange
  ) {
    self.kind = kind
    self.name = name
    self.label = label
    self.parent = parent
    self.claims = claims
    self.body = body
    self.documentation = documentation
    self.range = range
  }
}

/// One line of a record's body.
public enum RecordLine: Sendable {
  case field(FieldLine)
  case event(EventLine)
  case record(RecordDeclaration)
  /// `relatives complete as of 2022-06`
  case complete(Name, asOf: DateLiteral, [ClaimClause], SourceRange)
  case expect(Expression, SourceRange)
}

/// `outcome: returned at 2019-02-15 "remark" per doj p. 2 as alleged`
public struct FieldLine: Sendable {
  public let name: Name
  public let value: DataValue
  public let at: DateLiteral?
  public let remark: String?
  public let claims: [ClaimClause]
  public let range: SourceRange

  public init(
    name: Name, value: DataValue, at: DateLiteral?, remark: String?, claims: [ClaimClause], _ range: SourceRange
  ) {
    self.name = name
    self.value = value
    self.at = at
    self.remark = remark
    self.claims = claims
    self.range = range
  }
}

/// `2022-05~ threatened utility_cut by police on mother "…" { … } per sd110`. A class, since most lines are events, and each
/// is handed around several times.
public final class EventLine: Sendable {
  public enum Preposition: String, Sendable {
    case by, via, on
    case inPlace = "in"
  }

  public struct Role: Sendable {
    public let preposition: Preposition
    public let who: [Who]
    public let range: SourceRange

    public init(_ preposition: Preposition, _ who: [Who], _ range: SourceRange) {
      self.preposition = preposition
      self.who = who
      self.range = range
    }
  }

  public enum Who: Sendable {
    case path(Path)
    case text(String, SourceRange)
    case unknown(reason: Name?, SourceRange)
    case none(SourceRange)
  }

  public enum When: Sendable {
    case date(DateLiteral)
    case unknown(reason: Name?, SourceRange)
  }

  public let date: When
  public let stage: Name?
  public let act: Name
  public let roles: [Role]
  public let remark: String?
  public let body: [RecordLine]
  public let claims: [ClaimClause]
  public let range: SourceRange

  public init(
    date: When, stage: Name?, act: Name, roles: [Role], remark: String?, body: [RecordLine], claims: [ClaimClause],
    _ range: SourceRange
  ) {
    self.date = date
    self.stage = stage
    self.act = act
    self.roles = roles
    self.remark = remark
    self.body = body
    self.claims = claims
    self.range = range
  }
}

/// A date in a record: EDTF text as typed, or `A..B`, one day between two.
public struct DateLiteral: Sendable {
  public let text: String
  /// The second end of `A..B`.
  public let until: String?
  public let range: SourceRange

  public init(_ text: String, until: String? = nil, _ range: SourceRange) {
    self.text = text
    self.until = until
    self.range = range
  }
}

/// A clause of a claim, in the order written: each `per` opens a claim, and what stands before any is the default source's.
public enum ClaimClause: Sendable {
  case per([SourceReference])
  case status(Name, remark: String?)
  case at(DateLiteral)
}

/// `garland in doj_remarks after ap_1020 p. 2-3`: who is cited, in what, and where in it.
public struct SourceReference: Sendable {
  public enum Locator: Sendable {
    case pages(Int, through: Int?)
    case text(String)
  }
  /// The source itself, or the speaker whom the containers quote.
  public let cited: Path
  public let containers: [Path]
  public let after: Path?
  public let locator: Locator?
  public let range: SourceRange

  public init(cited: Path, containers: [Path], after: Path?, locator: Locator?, _ range: SourceRange) {
    self.cited = cited
    self.containers = containers
    self.after = after
    self.locator = locator
    self.range = range
  }
}

/// What stands behind a field's colon: data, never something to work out.
public struct DataValue: Sendable {
  public indirect enum Kind: Sendable {
    case number(NumberLiteral)
    /// `3 years 10 months`
    case span([(Int, SpanUnit)], about: Bool)
    case date(DateLiteral)
    case text(String)
    case path(Path)
    case truth(Bool)
    case none
    case unknown(reason: Name?)
    case list([DataValue])
    case record([(name: Name, value: DataValue)])
    case faulty
  }
  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// `102..`, `2..5`, `about 16`, `11_000 dollars`
public struct NumberLiteral: Sendable {
  public enum Magnitude: Sendable {
    case integer(Int)
    case real(Double)
  }
  public enum End: Sendable {
    /// The number is exact: there is no `..`.
    case exact
    /// `..` with nothing behind it.
    case open
    case number(Magnitude)
  }
  public let low: Magnitude
  public let end: End
  public let about: Bool
  public let unit: Name?

  public init(low: Magnitude, end: End, about: Bool, unit: Name?) {
    self.low = low
    self.end = end
    self.about = about
    self.unit = unit
  }
}
