import Values

/// Simple numbers of certain rows, each different one once with how many rows have it.
struct CountedNumbers {
  typealias Number = Quantity.Number

  private let numbers: [(number: SimpleNumber, count: Int)]
  /// How many rows there are.
  private let count: Int

  /// Nil where something else stands in the column, where few rows have the same, and where a row is only possible.
  init?(_ table: Table, _ column: Column, _ watch: Watch) throws(Fault) {
    guard table.isDecided, table.count > 0, case .coded(let codes, let values) = column, values.count < codes.count
    else { return nil }
    try watch.tick(codes.count)
    var numbers: [(number: SimpleNumber, count: Int)] = []
    for (value, count) in zip(values, codes.counts(of: values.count)) where count > 0 {
      guard let number = SimpleNumber(value) else { return nil }
      numbers.append((number, count))
    }
    self.numbers = numbers
    count = codes.count
  }

  /// The number below which a share of them lies, worked out between the two nearest.
  func percentile(_ share: Double, _ watch: Watch) throws(Fault) -> Value {
    let point = try number(at: share, watch) { $0.point }
    if let point, numbers.allSatisfy({ $0.number.plain != nil }) { return point.value }
    guard let low = try number(at: share, watch, { $0.low }), let high = try number(at: share, watch, { $0.high })
    else { return .unknown(.imprecise) }
    return Quantity.value(
      point: point, low: low, high: high.double == .infinity ? nil : high, unit: nil, isAbout: false, known: count)
  }

  /// The number with a share of the others below it, of one end of each; nil where one of them has no such end.
  private func number(
    at share: Double, _ watch: Watch, _ end: (SimpleNumber) -> Number?
  ) throws(Fault) -> Number? {
    var ends: [(number: Number, count: Int)] = []
    for (number, count) in numbers {
      guard let end = end(number) else { return nil }
      ends.append((end, count))
    }
    let sorted = try watch.sorted(ends) { one, other in one.number.compared(to: other.number) < 0 }
    let place = Double(count - 1) * share
    let below = min(Int(place), count - 1)
    return Ranked.between(number(below, sorted), number(min(below + 1, count - 1), sorted), place - Double(below))
  }

  /// The number with so many below it.
  private func number(_ below: Int, _ sorted: [(number: Number, count: Int)]) -> Number {
    var rest = below
    for (number, count) in sorted {
      if rest < count { return number }
      rest -= count
    }
    return sorted[sorted.count - 1].number
  }
}
