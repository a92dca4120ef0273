/// The value of a private field.
///
/// It is passed along like any other and can be held against another sealed value. Nothing that is printed, sorted,
/// worked out or told comes of it: since it is a case of its own, every place that takes values apart had to decide.
public final class Sealed {
  /// What it is. Read where claims are settled, where two are compared, and where a pseudonym is made; nowhere else.
  package let held: Value
  /// What its field takes.
  private let type: FieldType

  fileprivate init(_ held: Value, _ type: FieldType) {
    self.held = held
    self.type = type
  }

  /// What a cell shows in its place.
  static let mark = "sealed"

  /// The word for what its field takes, which the kind tells everyone.
  var typeName: String { type.name }

  /// Whether the field takes names, of which there are many: texts, and records.
  package var isOfNames: Bool { type.isOfNames }

  /// Whether both are the same, as far as that can be told. Which values cannot be compared, and why, stays untold.
  func isSame(as other: Sealed) throws(Fault) -> Truth {
    if !type.isComparable(with: other.type) { throw .sealedOfTwoTypes(type.name, other.type.name) }
    do throws(Fault) { return try Comparison.equal(held, other.held, Watch()) } catch { return .no }
  }

  /// Whether both were written the same, as `distinct` tells values apart.
  func isSameAsWritten(_ other: Sealed) -> Bool {
    type.isComparable(with: other.type) && held.isSameAsWritten(other.held)
  }
}

extension Value {
  /// The value as a private field holds it: what is known is sealed, item by item; what is unknown keeps its reasons.
  package func sealed(as type: FieldType) -> Value {
    switch self {
    case .unknown, .sealed: return self
    case .list(let items):
      guard case .list(let element) = type else { return .sealed(Sealed(self, type)) }
      return .list(items.map { $0.sealed(as: element) })
    case .none:
      // How many a list holds is not sealed, so neither is that it holds none.
      if case .list = type { return self }
      return .sealed(Sealed(self, type))
    case .integer, .real, .truth, .short, .text, .record, .map, .date, .span, .quantity, .range, .entity, .disputed,
      .series, .table, .function:
      if case .list(let element) = type { return .sealed(Sealed(self, element)) }
      return .sealed(Sealed(self, type))
    }
  }

  /// True for a sealed value, and for a field over time whose latest value is sealed.
  public var isSealed: Bool { if case .sealed = settled { true } else { false } }

  /// True for a sealed value, and for a list, a record or a dispute that holds one.
  public func holdsSealed(_ watch: Watch) throws(Fault) -> Bool {
    let inner: [Value]
    switch self {
    case .sealed: return true
    case .list(let items): inner = items
    case .record(let record): inner = record.values
    case .map(let map): inner = map.values
    case .disputed(let disputed): inner = disputed.candidates
    case .series(let series): inner = [series.current] + series.entries.map(\.value)
    case .table(let table): inner = table.rows
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .entity, .function:
      return false
    }
    for value in inner {
      try watch.tick()
      if try value.holdsSealed(watch) { return true }
    }
    return false
  }
}

extension FieldType {
  fileprivate var isOfNames: Bool {
    switch self {
    case .text, .record: true
    case .either(let types): types.allSatisfy(\.isOfNames)
    case .list(let type): type.isOfNames
    case .truth, .number, .date, .span: false
    }
  }

  /// Whether values of two private fields may be held against each other: both take the same, or records of one family.
  fileprivate func isComparable(with other: FieldType) -> Bool {
    switch (self, other) {
    case (.record(let one), .record(let other)): one.isA(other) || other.isA(one)
    case (.truth, _), (.number, _), (.text, _), (.date, _), (.span, _), (.record, _), (.list, _), (.either, _):
      name == other.name
    }
  }
}

// Every message about sealed values (R610 to R613), as it reads where it is thrown.
extension Fault {
  /// True for one of these: what was asked for would tell something of a sealed value.
  var isAboutSealed: Bool { ["R610", "R611", "R612", "R613"].contains(diagnostic.code) }

  /// Something that would tell what a sealed value is, or something of it.
  ///
  /// - Parameter user: what it was given to, as the sentence begins: `` `upper` ``, `a condition`.
  public static func sealed(_ user: String, argument: Int? = nil) -> Fault {
    Fault(
      "R610", "\(user) would tell something of a sealed value", argument: argument,
      help: "the value of a private field can be held against another one by `==` and `!=`, counted, and asked "
        + "whether it `is known`")
  }

  static func sealedWithOpen(_ other: Value) -> Fault {
    Fault(
      "R611", "a sealed value is compared only with another sealed value, and this is \(other.kindName)",
      help: "whoever may hold it against what they know could find out what it is by guessing")
  }

  static func sealedOfTwoTypes(_ one: String, _ other: String) -> Fault {
    Fault(
      "R612",
      "two sealed values are compared only where their fields take the same, and one takes \(one), the other "
        + other)
  }

  /// Rows that would show by their order, or by their groups, what is sealed.
  public static func sealedOrder(_ step: String, argument: Int? = nil) -> Fault {
    Fault(
      "R613", "`\(step)` would show by its rows what is sealed", argument: argument,
      help: "`distinct` and `count` tell how many there are; `pseudonym(…)` gives each a name that may be shown")
  }
}
