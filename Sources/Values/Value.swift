/// Anything that a script can hold. Sixteen bytes; no payload is longer than eight.
///
/// The first four cases are copied without counting references and come first wherever values are taken apart.
@frozen public enum Value {
  case integer(Int)
  case real(Double)
  case truth(Truth)
  case short(ShortText)
  /// There is no such thing; not to be taken for unknown.
  case none
  case unknown(Reasons)
  case text(LongText)
  case list([Value])
  case record(Record)
  /// A record whose names are worked out while running.
  case map(Map)
  case date(Date)
  case span(Span)
  /// A number with two ends, or with a unit.
  case quantity(Quantity)
  case range(NumberRange)
  /// A record of the corpus: a case, a person, a term.
  case entity(Entity)
  /// A single field whose claims disagree.
  case disputed(Disputed)
  /// A field over time; stands for its latest known value.
  case series(Series)
  case table(Table)
  /// The value of a private field.
  case sealed(Sealed)
  case function(Callable)
}

extension Value {
  /// True for the four cases that are copied without counting references.
  @inlinable @inline(__always) public var isPlain: Bool {
    switch self {
    case .integer, .real, .truth, .short: true
    default: false
    }
  }

  /// A copy that tests the plain cases first, so that numbers never reach the counting of references.
  @inlinable @inline(__always) public var quick: Value {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .truth(let truth): .truth(truth)
    case .short(let text): .short(text)
    default: self
    }
  }

  @inlinable public static func text(_ string: String) -> Value {
    if let short = ShortText(string.utf8) { return .short(short) }
    return .text(LongText.make(string.utf8))
  }

  @inlinable public static func truth(_ value: Bool) -> Value { .truth(Truth(value)) }
  public static func unknown(_ reason: Reason) -> Value { .unknown(Reasons(reason)) }

  /// The text held, or nil.
  public var string: String? {
    switch self {
    case .short(let text): text.string
    case .text(let text): text.string
    case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      nil
    }
  }

  /// Why the value is not known; nil when it is.
  public var reasons: Reasons? {
    switch self {
    case .unknown(let reasons): reasons
    case .truth(let truth): truth.reasons
    case .disputed: Reasons(.disputed)
    case .series(let series): series.current.reasons
    case .integer, .real, .short, .none, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .table, .sealed, .function:
      nil
    }
  }

  /// A series gives its latest value; anything else is itself.
  @inlinable public var settled: Value {
    if case .series(let series) = self { return series.current }
    return self
  }
}

/// A single field whose claims disagree: unknown, with every candidate kept.
public final class Disputed {
  public let candidates: [Value]

  public init(_ candidates: [Value]) { self.candidates = candidates }
}

/// A field over time: what it was from each date on, in the order of the dates.
public final class Series {
  public struct Entry {
    /// From when it holds; nil for a claim without a date.
    public let from: Date?
    public let value: Value

    public init(from: Date?, _ value: Value) {
      self.from = from
      self.value = value
    }
  }
  /// The latest known value.
  public let current: Value
  public let entries: [Entry]

  public init(current: Value, entries: [Entry]) {
    self.current = current
    self.entries = entries
  }
}

/// `1..10`: whole numbers from one to another, both among them.
public final class NumberRange {
  public let lower: Int
  public let upper: Int

  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// How many numbers it has; nil where they are too many to be counted.
  public var count: Int? {
    if lower > upper { return 0 }
    let (distance, overflow) = upper.subtractingReportingOverflow(lower)
    return overflow || distance == .max ? nil : distance + 1
  }
}

/// Something that can be called. What stands behind it is the interpreter's.
open class Callable {
  /// What a message calls it; nil for a function without a name.
  public let name: String?
  public let parameterCount: Int

  public init(name: String?, parameterCount: Int) {
    self.name = name
    self.parameterCount = parameterCount
  }

  /// Calls it with one value for each parameter.
  open func call(_ arguments: [Value]) throws(Fault) -> Value { .none }
  /// The same for one and for two values, without an array.
  open func call(_ argument: Value) throws(Fault) -> Value { try call([argument]) }
  open func call(_ first: Value, _ second: Value) throws(Fault) -> Value { try call([first, second]) }
  /// Calls it and reads the answer as a truth.
  open func test(_ argument: Value) throws(Fault) -> Truth { try call(argument).asTruth() }
  open func test(_ first: Value, _ second: Value) throws(Fault) -> Truth { try call(first, second).asTruth() }
}
