import Values

/// The numbers of a column, each with its ends and its membership, and what they come to together.
///
/// A number that nobody knows could be any number; where every known one is from 0 on, so is it taken to be. The point
/// of an answer is worked out from what is known of certain rows; its ends hold whatever the rest turns out to be.
struct Figures {
  struct Figure {
    /// Nil where only the ends are known, and where nothing is.
    let point: Quantity.Number?
    /// Minus infinity where there is no low end.
    let low: Quantity.Number
    /// Infinity where there is no high end.
    let high: Quantity.Number
    let isCertain: Bool
    let isUnknown: Bool
  }

  private(set) var all: [Figure] = []
  private(set) var unit: String?
  private(set) var isAbout = false
  /// The published figures that they are, each once.
  private(set) var published: [Entity] = []
  /// Why some are unknown; nil where none is.
  private(set) var reasons: Reasons?

  init(_ table: Table, _ function: String, _ value: RowValue) throws(Fault) {
    var unknown: [Bool] = []
    var lowest = 0.0
    var added: [Entity] = []
    for row in table.rows.indices {
      let number = try value(table.rows[row]).settled
      let isCertain = table.isCertain(row)
      if let why = number.reasons {
        reasons = reasons?.joined(why) ?? why
        unknown.append(isCertain)
        continue
      }
      if number.isSealed { throw Fault.sealed("`\(function)`").inRow(table.rows[row]) }
      guard let quantity = Quantity.of(number) else {
        throw Fault.notNumbers(function, number).inRow(table.rows[row])
      }
      if let other = quantity.unit {
        if let unit, unit != other { throw Fault.unitsDiffer(unit, other, "put together").inRow(table.rows[row]) }
        unit = other
      }
      isAbout = isAbout || quantity.isAbout
      if !quantity.figures.isEmpty || !published.isEmpty {
        let before = Quantity(
          point: nil, low: .integer(0), high: nil, unit: all.isEmpty ? nil : unit, figures: published)
        do throws(Fault) {
          published = try Quantity.lineage(before, quantity, "+")
          if function == "sum", let figure = quantity.figure {
            for other in added { try Quantity.checkSum(other, figure) }
            added.append(figure)
          }
        } catch { throw error.inRow(table.rows[row]) }
      }
      lowest = min(lowest, quantity.low.double)
      all.append(
        Figure(
          point: quantity.point ?? quantity.exact, low: quantity.low, high: quantity.high ?? .real(.infinity),
          isCertain: isCertain, isUnknown: false))
    }
    let least: Quantity.Number = lowest < 0 ? .real(-.infinity) : .integer(0)
    for isCertain in unknown {
      all.append(Figure(point: nil, low: least, high: .real(.infinity), isCertain: isCertain, isUnknown: true))
    }
  }

  /// What is known of certain rows; nil where one of them has ends and no point.
  private var points: [Quantity.Number]? {
    var points: [Quantity.Number] = []
    for figure in all where figure.isCertain && !figure.isUnknown {
      guard let point = figure.point else { return nil }
      points.append(point)
    }
    return points
  }

  private var hasKnown: Bool { all.contains { $0.isCertain && !$0.isUnknown } }
  private var unknown: Value { .unknown(reasons ?? Reasons(.notRecorded)) }

  private func value(
    _ point: Quantity.Number?, _ low: Quantity.Number, _ high: Quantity.Number, known: Int? = nil
  ) -> Value {
    if low.double == -.infinity { return .unknown(reasons ?? Reasons(.imprecise)) }
    return Quantity.value(
      point: point, low: low, high: high.double == .infinity ? nil : high, unit: unit, isAbout: isAbout, known: known,
      figures: published)
  }

  /// How many certain rows the point rests on.
  private var known: Int { all.count { $0.isCertain && !$0.isUnknown } }

  // MARK: What they come to

  /// The sum; of no numbers, 0.
  func sum() throws(Fault) -> Value {
    let zero = Quantity.Number.integer(0)
    let certain = all.filter(\.isCertain)
    let possible = all.filter { !$0.isCertain }
    let low = try Figures.sum(certain.map(\.low) + possible.map(\.low).filter { $0.double < 0 })
    let high = try Figures.sum(certain.map(\.high) + possible.map(\.high).filter { $0.double > 0 })
    let point = try points.map { numbers throws(Fault) in try Figures.sum(numbers) }
    if all.isEmpty { return zero.value }
    return value(point, low, high)
  }

  /// The mean of certain rows; its ends hold whichever possible rows belong. Unknown where no certain number is known.
  func mean() throws(Fault) -> Value {
    if !hasKnown { return unknown }
    let point = try points.flatMap { numbers throws(Fault) in try Figures.mean(numbers) }
    let ends = try ends { numbers throws(Fault) in try Figures.mean(numbers) }
    return value(point, ends.low, ends.high, known: known)
  }

  /// The number in the middle; of an even count the mean of the two in the middle.
  func median() throws(Fault) -> Value {
    if !hasKnown { return unknown }
    let point = try points.flatMap { numbers throws(Fault) in try Figures.median(numbers) }
    let ends = try ends { numbers throws(Fault) in try Figures.median(numbers) }
    return value(point, ends.low, ends.high, known: known)
  }

  /// The least number, or the greatest.
  func extreme(_ isLeast: Bool) -> Value {
    if !hasKnown { return unknown }
    func extreme(_ numbers: [Quantity.Number]) -> Quantity.Number? {
      numbers.reduce(nil) { found, next in
        guard let found else { return next }
        return (next.compared(to: found) < 0) == isLeast ? next : found
      }
    }
    let certain = all.filter(\.isCertain)
    let point = points.flatMap(extreme)
    if isLeast {
      guard let low = extreme(all.map(\.low)), let high = extreme(certain.map(\.high)) else { return unknown }
      return value(point, low, high, known: known)
    }
    guard let low = extreme(certain.map(\.low)), let high = extreme(all.map(\.high)) else { return unknown }
    return value(point, low, high, known: known)
  }

  /// The least and the most of something that rises with each number, whichever possible rows belong: to make it small,
  /// the smallest of them are taken in, one after the other.
  private func ends(_ function: ([Quantity.Number]) throws(Fault) -> Quantity.Number?) throws(Fault) -> (
    low: Quantity.Number, high: Quantity.Number
  ) {
    func end(_ isLow: Bool) throws(Fault) -> Quantity.Number {
      let certain = all.filter(\.isCertain).map { isLow ? $0.low : $0.high }
      let possible = all.filter { !$0.isCertain }.map { isLow ? $0.low : $0.high }
        .sorted { ($0.compared(to: $1) < 0) == isLow && $0.compared(to: $1) != 0 }
      var numbers = certain
      var best = try function(numbers) ?? .integer(0)
      for number in possible {
        // Once the next one no longer helps, none behind it does.
        if (number.compared(to: best) < 0) != isLow || number.compared(to: best) == 0 { break }
        numbers.append(number)
        guard let next = try function(numbers) else { break }
        if (next.compared(to: best) < 0) == isLow { best = next }
      }
      return best
    }
    return (try end(true), try end(false))
  }

  // MARK: Plain numbers

  static func sum(_ numbers: [Quantity.Number]) throws(Fault) -> Quantity.Number {
    var whole = 0
    var real = 0.0
    var isWhole = true
    for number in numbers {
      switch number {
      case .integer(let integer):
        let (sum, overflow) = whole.addingReportingOverflow(integer)
        if overflow { throw .sumIsTooLarge() }
        whole = sum
      case .real(let double):
        isWhole = false
        real += double
      }
    }
    if isWhole { return .integer(whole) }
    return .real(Double(whole) + real)
  }

  static func mean(_ numbers: [Quantity.Number]) throws(Fault) -> Quantity.Number? {
    numbers.isEmpty ? nil : .real(try sum(numbers).double / Double(numbers.count))
  }

  static func median(_ numbers: [Quantity.Number]) throws(Fault) -> Quantity.Number? {
    if numbers.isEmpty { return nil }
    let sorted = numbers.sorted { $0.compared(to: $1) < 0 }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    let (low, high) = (sorted[middle - 1], sorted[middle])
    if low.compared(to: high) == 0 { return low }
    return .real(low.double / 2 + high.double / 2)
  }
}
