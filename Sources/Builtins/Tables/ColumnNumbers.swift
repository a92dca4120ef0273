import Values

/// The numbers of a column, each with its ends and its membership, and what they come to together.
///
/// A number that nobody knows could be any number; where every known one is from 0 on, so is it taken to be. The point
/// of an answer is worked out from what is known of certain rows; its ends hold whatever the rest turns out to be.
struct ColumnNumbers {
  typealias Number = Quantity.Number

  /// A number that is not plain, or not certain.
  private struct OpenNumber {
    /// Nil where only the ends are known, and where nothing is.
    let point: Number?
    /// Minus infinity where there is no low end.
    let low: Number
    /// Infinity where there is no high end.
    let high: Number
    let isCertain: Bool
    let isUnknown: Bool

    init(point: Number?, low: Number, high: Number, isCertain: Bool, isUnknown: Bool) {
      self.point = point
      self.low = low
      self.high = high
      self.isCertain = isCertain
      self.isUnknown = isUnknown
    }

    init(_ number: SimpleNumber, isCertain: Bool) {
      self.init(
        point: number.point, low: number.low, high: number.high, isCertain: isCertain, isUnknown: false)
    }
  }

  /// Plain numbers of certain rows: of most columns that is all.
  private var plain: [Number] = []
  private var others: [OpenNumber] = []
  private var unit: String?
  private var isAbout = false
  /// The published figures that they are, each once.
  private(set) var published: [Entity] = []
  /// Why some are unknown; nil where none is.
  private var reasons: Reasons?
  let watch: Watch

  init(_ table: Table, _ function: String, _ value: RowValue, _ watch: Watch) throws(Fault) {
    try self.init(table, function, value.column(of: table, watch), watch)
  }

  init(_ table: Table, _ function: String, _ column: Column, _ watch: Watch) throws(Fault) {
    self.watch = watch
    var unknown: [Bool] = []
    var lowest = 0.0
    var added: [Entity] = []
    let known = column.simpleNumbers
    for row in table.indices {
      let isCertain = table.isCertain(row)
      if let number = known(row) {
        lowest = min(lowest, number.low.double)
        if isCertain, let plain = number.plain {
          try watch.add(plain, to: &self.plain)
        } else {
          try watch.add(OpenNumber(number, isCertain: isCertain), to: &others)
        }
        continue
      }
      let number = column[row].settled
      if isCertain, let plain = Number(number) {
        if plain.double < lowest { lowest = plain.double }
        try watch.add(plain, to: &self.plain)
        continue
      }
      if let why = number.reasons {
        reasons = reasons?.joined(why) ?? why
        try watch.add(isCertain, to: &unknown)
        continue
      }
      if number.isSealed { throw Fault.sealed("`\(function)`").inRow(table.row(row)) }
      guard let quantity = Quantity.of(number) else {
        throw Fault.notNumbers(function, number).inRow(table.row(row))
      }
      if let other = quantity.unit {
        if let unit, unit != other { throw Fault.unitsDiffer(unit, other, "put together").inRow(table.row(row)) }
        unit = other
      }
      isAbout = isAbout || quantity.isAbout
      if !quantity.figures.isEmpty || !published.isEmpty {
        let before = Quantity(
          point: nil, low: .integer(0), high: nil, unit: others.isEmpty ? nil : unit, figures: published)
        do throws(Fault) {
          published = try Quantity.lineage(before, quantity, "+")
          if function == "sum", let figure = quantity.figure {
            for other in added { try Quantity.checkSum(other, figure) }
            added.append(figure)
          }
        } catch { throw error.inRow(table.row(row)) }
      }
      lowest = min(lowest, quantity.low.double)
      try watch.add(
        OpenNumber(
          point: quantity.point ?? quantity.exact, low: quantity.low, high: quantity.high ?? .real(.infinity),
          isCertain: isCertain, isUnknown: false), to: &others)
    }
    let least: Number = lowest < 0 ? .real(-.infinity) : .integer(0)
    for isCertain in unknown {
      try watch.add(
        OpenNumber(point: nil, low: least, high: .real(.infinity), isCertain: isCertain, isUnknown: true), to: &others)
    }
  }

  /// What is known of certain rows; nil where one of them has ends and no point.
  private var points: [Number]? {
    var points = plain
    for figure in others where figure.isCertain && !figure.isUnknown {
      guard let point = figure.point else { return nil }
      points.append(point)
    }
    return points
  }

  /// One end of every number that is certain, or of every one that is only possible.
  private func ends(_ end: KeyPath<OpenNumber, Number>, areCertain: Bool) -> [Number] {
    (areCertain ? plain : []) + others.lazy.filter { $0.isCertain == areCertain }.map { $0[keyPath: end] }
  }

  private var hasKnown: Bool { !plain.isEmpty || others.contains { $0.isCertain && !$0.isUnknown } }
  private var unknown: Value { .unknown(reasons ?? Reasons(.notRecorded)) }

  private func value(_ point: Number?, _ low: Number, _ high: Number, known: Int? = nil) -> Value {
    if low.double == -.infinity { return .unknown(reasons ?? Reasons(.imprecise)) }
    return Quantity.value(
      point: point, low: low, high: high.double == .infinity ? nil : high, unit: unit, isAbout: isAbout, known: known,
      figures: published)
  }

  /// How many certain rows the point rests on.
  private var known: Int { plain.count + others.count { $0.isCertain && !$0.isUnknown } }

  // MARK: What they come to

  /// The sum; of no numbers, 0.
  func sum() throws(Fault) -> Value {
    if others.isEmpty { return try sum(plain).value }
    let low = ends(\.low, areCertain: true) + ends(\.low, areCertain: false).filter { $0.double < 0 }
    let high = ends(\.high, areCertain: true) + ends(\.high, areCertain: false).filter { $0.double > 0 }
    return value(try points.map { numbers throws(Fault) in try sum(numbers) }, try sum(low), try sum(high))
  }

  /// The mean of certain rows; its ends hold whichever possible rows belong. Unknown where no certain number is known.
  func mean() throws(Fault) -> Value {
    if !hasKnown { return unknown }
    if others.isEmpty { return try total(plain).mean?.value ?? unknown }
    let point = try points.flatMap { numbers throws(Fault) in try total(numbers).mean }
    let ends = try ends { certain, possible, _ throws(Fault) in
      var total = try total(certain)
      return { taken throws(Fault) in
        if taken > 0 { try total.add(possible[taken - 1]) }
        return try total.mean
      }
    }
    return value(point, ends.low, ends.high, known: known)
  }

  /// The number below which a share of them lies, worked out between the two nearest.
  func percentile(_ share: Double) throws(Fault) -> Value {
    if !hasKnown { return unknown }
    let point = try points.flatMap { numbers throws(Fault) in Ranked(try sorted(numbers)).number(at: share, taking: 0) }
    if others.isEmpty { return point?.value ?? unknown }
    // A number below the one at a place can raise it, since there are more of them then.
    let ends = try ends(tryingAll: true) { certain, possible, isFalling throws(Fault) in
      let ranked = Ranked(try sorted(certain), possible, isFalling: isFalling)
      return { taken throws(Fault) in ranked.number(at: share, taking: taken) }
    }
    return value(point, ends.low, ends.high, known: known)
  }

  /// The least number, or the greatest.
  func extreme(_ isLeast: Bool) throws(Fault) -> Value {
    if !hasKnown { return unknown }
    let point = try points.flatMap { numbers throws(Fault) in try extreme(numbers, isLeast) }
    let low = try extreme(ends(\.low, areCertain: true) + (isLeast ? ends(\.low, areCertain: false) : []), isLeast)
    let high = try extreme(ends(\.high, areCertain: true) + (isLeast ? [] : ends(\.high, areCertain: false)), isLeast)
    guard let low, let high else { return unknown }
    return value(point, low, high, known: known)
  }

  private func extreme(_ numbers: [Number], _ isLeast: Bool) throws(Fault) -> Number? {
    var found = numbers.first
    for number in numbers {
      try watch.tick()
      if let best = found, number.compared(to: best) != 0, (number.compared(to: best) < 0) == isLeast { found = number }
    }
    return found
  }

  /// The least and the most of something that rises with each number, whichever possible rows belong: to make it small,
  /// the smallest of them are taken in, one after the other.
  ///
  /// - Parameter tryingAll: whether one that does not help by itself can do so with those behind it.
  /// - Parameter figure: gives for certain numbers, and for possible ones in the order in which they help (falling for
  ///   the most), what comes of taking so many of these in; it is asked for one more each time.
  private func ends(
    tryingAll: Bool = false,
    _ figure: ([Number], [Number], _ isFalling: Bool) throws(Fault) -> (Int) throws(Fault) -> Number?
  ) throws(Fault) -> (low: Number, high: Number) {
    func end(_ isLow: Bool) throws(Fault) -> Number {
      let certain = ends(isLow ? \.low : \.high, areCertain: true)
      let possible = try sorted(ends(isLow ? \.low : \.high, areCertain: false), isFalling: !isLow)
      let figure = try figure(certain, possible, !isLow)
      var best = try figure(0) ?? .integer(0)
      for (position, number) in possible.enumerated() {
        try watch.tick()
        // Once the next one no longer helps, none behind it does.
        let order = number.compared(to: best)
        guard tryingAll || order != 0 && (order < 0) == isLow, let next = try figure(position + 1) else { break }
        if (next.compared(to: best) < 0) == isLow { best = next }
      }
      return best
    }
    return (try end(true), try end(false))
  }

  // MARK: Plain numbers

  private func sum(_ numbers: [Number]) throws(Fault) -> Number { try total(numbers).sum }

  private func total(_ numbers: [Number]) throws(Fault) -> Total {
    var total = Total()
    for number in numbers {
      try watch.tick()
      try total.add(number)
    }
    return total
  }

  /// Numbers added up: whole ones exactly.
  private struct Total {
    private var whole = 0
    private var real = 0.0
    private var count = 0
    private var isWhole = true
    /// True where one of them has no bound.
    private var isOpen = false

    mutating func add(_ number: Number) throws(Fault) {
      count += 1
      switch number {
      case .integer(let integer):
        let (sum, overflow) = whole.addingReportingOverflow(integer)
        if overflow { throw .sumIsTooLarge() }
        whole = sum
      case .real(let double):
        isWhole = false
        isOpen = isOpen || !double.isFinite
        real += double
      }
    }

    var sum: Number {
      get throws(Fault) {
        if isWhole { return .integer(whole) }
        let sum = Double(whole) + real
        if !sum.isFinite, !isOpen { throw .sumIsTooLarge() }
        return .real(sum)
      }
    }

    var mean: Number? {
      get throws(Fault) { count == 0 ? nil : .real(try sum.double / Double(count)) }
    }
  }
}
