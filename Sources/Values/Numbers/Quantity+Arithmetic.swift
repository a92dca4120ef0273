// Interval arithmetic: end by end, and point with point. The same number standing on both sides is not noticed:
// `x - x` has ends.
extension Quantity {
  public static func apply(_ operation: ArithmeticOperator, _ left: Quantity, _ right: Quantity) throws(Fault) -> Value
  {
    switch operation {
    case .plus: try sum(left, right)
    case .minus: try difference(left, right)
    case .times: try product(left, right)
    case .divided: try quotient(left, right)
    }
  }

  private static func sum(_ one: Quantity, _ other: Quantity) throws(Fault) -> Value {
    let figures = try summed(one, other)
    return try Quantity.value(
      point: both(one.point, other.point, add), low: add(one.low, other.low), high: both(one.high, other.high, add),
      unit: commonUnit(one, other, "+"), isAbout: one.isAbout || other.isAbout, known: known(one, other),
      figures: figures)
  }

  /// Unknown when what is taken away is open upwards: nothing is then known of the low end.
  private static func difference(_ one: Quantity, _ other: Quantity) throws(Fault) -> Value {
    let figures = try lineage(one, other, "-")
    let unit = try commonUnit(one, other, "-")
    guard let otherHigh = other.high else { return .unknown(.imprecise) }
    return try Quantity.value(
      point: both(one.point, other.point, subtract), low: subtract(one.low, otherHigh),
      high: one.high.map { number throws(Fault) in try subtract(number, other.low) }, unit: unit,
      isAbout: one.isAbout || other.isAbout, known: known(one, other), figures: figures)
  }

  private static func product(_ one: Quantity, _ other: Quantity) throws(Fault) -> Value {
    let figures = try lineage(one, other, "*")
    if let unit = one.unit, let second = other.unit { throw .unitsMultiplied(unit, second) }
    let ends = try corners(one, other, multiply, *)
    guard let low = ends.low else { return .unknown(.imprecise) }
    return try Quantity.value(
      point: both(one.point, other.point, multiply), low: low, high: ends.high, unit: one.unit ?? other.unit,
      isAbout: one.isAbout || other.isAbout, known: known(one, other), figures: figures)
  }

  /// Always a real. Unknown when the divisor may be zero, a fault when it surely is.
  private static func quotient(_ one: Quantity, _ other: Quantity) throws(Fault) -> Value {
    let zero = Number.integer(0)
    if let exact = other.exact, exact.isEqual(zero) { throw .divisionByZero() }
    let figures = try lineage(one, other, "/")
    let unit = try quotientUnit(one, other)
    let mayBeZero = !zero.isLess(than: other.low) && !(other.high?.isLess(than: zero) ?? false)
    if mayBeZero { return .unknown(.imprecise) }
    let ends = try corners(one, other, divide, /)
    guard let low = ends.low else { return .unknown(.imprecise) }
    return try Quantity.value(
      point: both(one.point, other.point, divide), low: low, high: ends.high, unit: unit,
      isAbout: one.isAbout || other.isAbout, known: known(one, other), figures: figures)
  }

  // MARK: Ends

  /// The least and the most of four corners. Nil stands for no bound: minus infinity as the least, infinity as the most.
  ///
  /// The second operation is the first for reals: it says what becomes of an open end.
  private static func corners(
    _ one: Quantity, _ other: Quantity, _ operation: (Number, Number) throws(Fault) -> Number,
    _ unbounded: (Double, Double) -> Double
  ) throws(Fault) -> (low: Number?, high: Number?) {
    let infinity = Number.real(.infinity)
    var corners: [Number] = []
    for left in [one.low, one.high ?? infinity] {
      for right in [other.low, other.high ?? infinity] {
        if left.double.isFinite && right.double.isFinite {
          corners.append(try operation(left, right))
        } else {
          // Nothing times no bound is nothing; no bound by no bound lies between the other corners.
          let corner = unbounded(left.double, right.double)
          corners.append(corner.isNaN ? .integer(0) : .real(corner))
        }
      }
    }
    let sorted = corners.sorted { $0.isLess(than: $1) }
    return (
      sorted.first.flatMap { $0.double == -.infinity ? nil : $0 },
      sorted.last.flatMap { $0.double == .infinity ? nil : $0 }
    )
  }

  private static func both(
    _ one: Number?, _ other: Number?, _ operation: (Number, Number) throws(Fault) -> Number
  ) throws(Fault) -> Number? {
    guard let one, let other else { return nil }
    return try operation(one, other)
  }

  /// The rows that the point rests on stay those of the one number that has any, while the other is exact.
  private static func known(_ one: Quantity, _ other: Quantity) -> Int? {
    other.exact != nil ? one.known : one.exact != nil ? other.known : nil
  }

  // MARK: Units

  /// The unit that two numbers have in common. A plain number takes the unit of the other.
  static func commonUnit(_ one: Quantity, _ other: Quantity, _ verb: String) throws(Fault) -> String? {
    if let unit = one.unit, let second = other.unit, unit != second { throw .unitsDiffer(unit, second, verb) }
    return one.unit ?? other.unit
  }

  /// Cases by cases have no unit; events by cases are `events/cases`.
  private static func quotientUnit(_ one: Quantity, _ other: Quantity) throws(Fault) -> String? {
    guard let divisor = other.unit else { return one.unit }
    guard let unit = one.unit else { throw .dividedByUnit(divisor) }
    return unit == divisor ? nil : "\(unit)/\(divisor)"
  }

  // MARK: Numbers

  private static func add(_ one: Number, _ other: Number) throws(Fault) -> Number {
    guard case (.integer(let left), .integer(let right)) = (one, other) else {
      return try real(one.double + other.double)
    }
    return try integer(left.addingReportingOverflow(right), .plus, left, right)
  }

  private static func subtract(_ one: Number, _ other: Number) throws(Fault) -> Number {
    guard case (.integer(let left), .integer(let right)) = (one, other) else {
      return try real(one.double - other.double)
    }
    return try integer(left.subtractingReportingOverflow(right), .minus, left, right)
  }

  private static func multiply(_ one: Number, _ other: Number) throws(Fault) -> Number {
    guard case (.integer(let left), .integer(let right)) = (one, other) else {
      return try real(one.double * other.double)
    }
    return try integer(left.multipliedReportingOverflow(by: right), .times, left, right)
  }

  private static func divide(_ one: Number, _ other: Number) throws(Fault) -> Number {
    try real(one.double / other.double)
  }

  private static func integer(
    _ result: (partialValue: Int, overflow: Bool), _ operation: ArithmeticOperator, _ left: Int, _ right: Int
  ) throws(Fault) -> Number {
    if result.overflow { throw .overflow(operation, left, right) }
    return .integer(result.partialValue)
  }

  private static func real(_ result: Double) throws(Fault) -> Number {
    guard result.isFinite else { throw .notFinite() }
    return .real(result)
  }
}
