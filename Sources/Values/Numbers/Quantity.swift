/// A number that a plain value cannot hold: with a low and a high end, with a unit, only about right, or published.
///
/// Unchecked, since the figures are records of the corpus, which belongs to the one thread that evaluates.
public final class Quantity: @unchecked Sendable {
  public enum Number: Sendable {
    case integer(Int)
    case real(Double)
  }

  /// What `about` widens a number by on either side: a tenth of it, and at least one for a whole number.
  public static let aboutShare = 0.1

  /// What is certain, or was measured; nil where only the ends are known (`2..5`).
  public let point: Number?
  public let low: Number
  /// Nil when open upwards (`102..`).
  public let high: Number?
  /// What is counted or measured: `cases`, `dollars`.
  public let unit: String?
  public let isAbout: Bool
  /// How many rows are known that the point was worked out from; nil for what is not worked out over rows.
  public let known: Int?
  /// The published figures that it is, or was worked out from; empty for any other number.
  public let figures: [Entity]
  /// True for a number that stands in a question with its unit, and so was neither counted here nor published.
  let isWritten: Bool

  public init(
    point: Number?, low: Number, high: Number?, unit: String?, isAbout: Bool = false, known: Int? = nil,
    figures: [Entity] = [], isWritten: Bool = false
  ) {
    self.figures = figures
    self.isWritten = isWritten
    self.point = point
    self.low = low
    self.high = high
    self.unit = unit
    self.isAbout = isAbout
    self.known = known
  }

  /// Exactly one number.
  public convenience init(_ number: Number, unit: String? = nil) {
    self.init(point: number, low: number, high: number, unit: unit)
  }

  /// `175_000 euros` in a question.
  public convenience init(written number: Number, unit: String) {
    self.init(point: number, low: number, high: number, unit: unit, isWritten: true)
  }

  /// A number, plain or not, with its ends; nil for anything that is no number.
  public static func of(_ value: Value) -> Quantity? {
    switch value.settled {
    case .integer(let number): Quantity(.integer(number))
    case .real(let number): Quantity(.real(number))
    case .quantity(let quantity): quantity
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .range, .entity, .disputed,
      .series,
      .table, .sealed, .function:
      nil
    }
  }

  /// `about 300`: from 270 to 330.
  public static func about(_ number: Number, unit: String?) -> Quantity {
    switch number {
    case .integer(let count):
      let margin = max(1, Int(Double(count.magnitude) * aboutShare))
      let (low, under) = count.subtractingReportingOverflow(margin)
      let (high, over) = count.addingReportingOverflow(margin)
      return Quantity(
        point: number, low: .integer(under ? .min : low), high: .integer(over ? .max : high), unit: unit,
        isAbout: true)
    case .real(let size):
      let margin = abs(size) * aboutShare
      let most = Double.greatestFiniteMagnitude
      return Quantity(
        point: number, low: .real(max(size - margin, -most)), high: .real(min(size + margin, most)), unit: unit,
        isAbout: true)
    }
  }

  /// What is counted when some rows are certain and others are undecided: `12–15`.
  public static func count(certain: Int, undecided: Int, unit: String?) -> Value {
    value(
      point: .integer(certain), low: .integer(certain), high: .integer(certain + undecided), unit: unit, isAbout: false)
  }

  /// Another point and other ends, with all that the number is otherwise: unit, roughness, and the figures that it is from.
  public func changed(point: Number?, low: Number, high: Number?) -> Quantity {
    Quantity(
      point: point, low: low, high: high, unit: unit, isAbout: isAbout, known: known, figures: figures,
      isWritten: isWritten)
  }

  /// The number as the simplest value that holds it: a plain number where it is exact and has no unit.
  public static func value(
    point: Number?, low: Number, high: Number?, unit: String?, isAbout: Bool, known: Int? = nil, figures: [Entity] = []
  ) -> Value {
    let isExact = high.map { low.isEqual($0) } ?? false
    if isExact && unit == nil && !isAbout && figures.isEmpty { return (point ?? low).value }
    return .quantity(
      Quantity(
        point: isExact ? point ?? low : point, low: low, high: high, unit: unit, isAbout: isAbout, known: known,
        figures: figures))
  }

  /// The number it surely is; nil for anything less exact.
  public var exact: Number? {
    guard let high, low.isEqual(high), !isAbout else { return nil }
    return low
  }

  /// The low end as a plain number.
  public var lowValue: Value { low.value }
  /// The high end as a plain number; unknown when open upwards.
  public var highValue: Value { high?.value ?? .unknown(.imprecise) }
  /// The point as a plain number; unknown where only the ends are known.
  public var pointValue: Value { (point ?? exact)?.value ?? .unknown(.imprecise) }

  /// True when both are the same number, with the same ends, unit and roughness.
  public func isSameAsWritten(_ other: Quantity) -> Bool {
    func same(_ one: Number?, _ two: Number?) -> Bool {
      guard let one, let two else { return one == nil && two == nil }
      return one.isEqual(two)
    }
    return same(point, other.point) && same(low, other.low) && same(high, other.high) && unit == other.unit
      && isAbout == other.isAbout
  }

  /// What numbers with ends are sorted by: the point, or the low end where there is none; then the high end.
  public func isSortedBefore(_ other: Quantity) -> Bool {
    let mine = point ?? low
    let others = other.point ?? other.low
    if !mine.isEqual(others) { return mine.isLess(than: others) }
    guard let high else { return false }
    return other.high.map { high.isLess(than: $0) } ?? true
  }
}

extension Quantity.Number {
  public var value: Value {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    }
  }

  public var double: Double {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    }
  }

  /// -1, 0 or 1 for less, equal or more. An integer and a real are compared exactly.
  public func compared(to other: Quantity.Number) -> Int {
    switch (self, other) {
    case (.integer(let one), .integer(let two)): one < two ? -1 : one == two ? 0 : 1
    case (.real(let one), .real(let two)): one < two ? -1 : one == two ? 0 : 1
    case (.integer(let one), .real(let two)): Quantity.Number.compare(one, two)
    case (.real(let one), .integer(let two)): -Quantity.Number.compare(two, one)
    }
  }

  /// -1, 0 or 1 for an integer that is less, equal or more than a real, though not every integer is a real.
  public static func compare(_ integer: Int, _ real: Double) -> Int {
    if real >= 0x1p63 { return -1 }
    if real < -0x1p63 { return 1 }
    if real.isNaN { return -1 }
    let whole = real.rounded(.down)
    let number = Int(whole)
    if integer != number { return integer < number ? -1 : 1 }
    return whole < real ? -1 : 0
  }

  func isLess(than other: Quantity.Number) -> Bool { compared(to: other) < 0 }
  func isEqual(_ other: Quantity.Number) -> Bool { compared(to: other) == 0 }
}
