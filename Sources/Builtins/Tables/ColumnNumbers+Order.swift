import Values

extension ColumnNumbers {
  /// Numbers in their order.
  func sorted(_ numbers: [Number], isFalling: Bool = false) throws(Fault) -> [Number] {
    if let counted = try sortedByCounting(numbers) { return isFalling ? counted.reversed() : counted }
    return try watch.sorted(numbers) { one, other throws(Fault) in
      let order = one.compared(to: other)
      return isFalling ? order > 0 : order < 0
    }
  }

  /// Whole numbers that lie near each other in their order, by how often each stands there; nil for others.
  private func sortedByCounting(_ numbers: [Number]) throws(Fault) -> [Number]? {
    guard numbers.count >= 64, case .integer(var least) = numbers[0] else { return nil }
    var greatest = least
    for number in numbers {
      guard case .integer(let whole) = number else { return nil }
      least = min(least, whole)
      greatest = max(greatest, whole)
    }
    let (width, overflow) = greatest.subtractingReportingOverflow(least)
    if overflow || width / 2 > numbers.count { return nil }
    try watch.tick(numbers.count)
    var counts = [Int](repeating: 0, count: width + 1)
    for case .integer(let whole) in numbers { counts[whole - least] += 1 }
    var sorted: [Number] = []
    sorted.reserveCapacity(numbers.count)
    for (place, count) in counts.enumerated() where count > 0 {
      sorted.append(contentsOf: repeatElement(.integer(least + place), count: count))
    }
    return sorted
  }
}

/// A number without a unit, that nobody published.
struct SimpleNumber {
  /// The number itself, where it is exact.
  let plain: Quantity.Number?
  /// Nil where only the ends are known.
  let point: Quantity.Number?
  let low: Quantity.Number
  let high: Quantity.Number

  /// Nil for anything else.
  init?(_ value: Value) {
    let value = value.settled
    if let number = Quantity.Number(value) {
      (plain, point, low, high) = (number, number, number, number)
      return
    }
    guard case .quantity(let quantity) = value, quantity.unit == nil, quantity.figures.isEmpty, !quantity.isAbout else {
      return nil
    }
    plain = nil
    point = quantity.point ?? quantity.exact
    low = quantity.low
    high = quantity.high ?? .real(.infinity)
  }
}

extension Column {
  /// What stands in a row as a simple number, where that is known for each different value; nil for anything else.
  var simpleNumbers: (Int) -> SimpleNumber? {
    guard case .coded(let codes, let values) = self else { return { _ in nil } }
    let numbers = values.map { SimpleNumber($0) }
    return { numbers[Int(codes[$0])] }
  }
}

/// Certain numbers, which stand in order, and so many of those that are possible.
struct Ranked {
  typealias Number = Quantity.Number

  private let certain: [Number]
  private let possible: [Number]
  private let isFalling: Bool

  init(_ certain: [Number], _ possible: [Number] = [], isFalling: Bool = false) {
    self.certain = certain
    self.possible = possible
    self.isFalling = isFalling
  }

  /// The number with a share of the others below it.
  func number(at share: Double, taking taken: Int) -> Number? {
    let count = certain.count + taken
    if count == 0 { return nil }
    let place = Double(count - 1) * share
    let below = min(Int(place), count - 1)
    let low = number(below, taking: taken)
    let part = place - Double(below)
    return part == 0 ? low : Ranked.between(low, number(below + 1, taking: taken), part)
  }

  /// What lies a part of the way from one number to the next.
  static func between(_ low: Number, _ high: Number, _ part: Double) -> Number {
    if part == 0 || low.compared(to: high) == 0 { return low }
    return .real(low.double * (1 - part) + high.double * part)
  }

  /// The number with so many below it.
  private func number(_ below: Int, taking taken: Int) -> Number {
    func possible(_ position: Int) -> Number { self.possible[isFalling ? taken - 1 - position : position] }
    // How many of those below are certain ones.
    var least = max(0, below - taken)
    var most = min(below, certain.count)
    while least < most {
      let middle = (least + most) / 2
      if possible(below - middle - 1).compared(to: certain[middle]) > 0 { least = middle + 1 } else { most = middle }
    }
    let rest = below - least
    if least == certain.count { return possible(rest) }
    if rest == taken { return certain[least] }
    return certain[least].compared(to: possible(rest)) <= 0 ? certain[least] : possible(rest)
  }
}
