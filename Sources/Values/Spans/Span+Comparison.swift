// Months against days: what a number of months comes to depends on when it begins, so both ends are compared.
extension Span {
  /// The fewest and the most days that a number of months can be, over every day on which they could begin.
  ///
  /// The calendar repeats after 400 years, so that only months within 400 years are looked at one by one.
  static func days(inMonths months: Int) -> (low: Int, high: Int) {
    if months == 0 { return (0, 0) }
    if months < 0 {
      let positive = days(inMonths: -months)
      return (-positive.high, -positive.low)
    }
    let cycles = months / Calendar.monthsInCycle
    let rest = months % Calendar.monthsInCycle
    let whole = cycles * Calendar.daysInCycle
    if rest == 0 { return (whole, whole) }
    if rest < commonMonths.count { return (whole + commonMonths[rest].low, whole + commonMonths[rest].high) }
    let (low, high) = search(months: rest)
    return (whole + low, whole + high)
  }

  /// The first ten years, which nearly all questions are about.
  private static let commonMonths: [(low: Int, high: Int)] = (0...120).map { search(months: $0) }

  private static func search(months: Int) -> (low: Int, high: Int) {
    var low = Int.max
    var high = Int.min
    let starts = monthStarts
    for index in 0..<Calendar.monthsInCycle {
      let end = index + months
      let reach = starts[end % Calendar.monthsInCycle] + end / Calendar.monthsInCycle * Calendar.daysInCycle
      let distance = reach - starts[index]
      // From the last days of a long month one comes to the last day of a short one; counted back, it is longer.
      let loss = Calendar.length(ofMonth: end) - Calendar.length(ofMonth: index)
      low = min(low, distance + min(0, loss))
      high = max(high, distance + max(0, loss))
    }
    return (low, high)
  }

  /// The first day of each month of 400 years.
  private static let monthStarts: [Int] = {
    let first = Calendar.firstDay(ofMonth: 0)
    return (0..<Calendar.monthsInCycle).map { Calendar.firstDay(ofMonth: $0) - first }
  }()

  /// The fewest and the most days that it can be; no most when it is open upwards.
  public var dayBounds: (low: Int, high: Int?) {
    (Span.days(inMonths: low.months).low + low.days, high.map { Span.days(inMonths: $0.months).high + $0.days })
  }

  /// How many days it is, as a number with ends where that is not certain.
  public var inDays: Value {
    let (low, high) = dayBounds
    var point: Quantity.Number?
    if let about, about.months == 0 { point = .integer(about.days) }
    return Quantity.value(
      point: point, low: .integer(low), high: high.map { .integer($0) }, unit: nil, isAbout: isAbout && point != nil)
  }

  public func isLess(than other: Span) -> Truth {
    let difference = bounds(of: other)
    if let high = difference.high, high < 0 { return .yes }
    if let low = difference.low, low >= 0 { return .no }
    return Truth(unknown: .imprecise)
  }

  public func isEqual(_ other: Span) -> Truth {
    if exact != nil && exact == other.exact { return .yes }
    let difference = bounds(of: other)
    if difference.low == 0 && difference.high == 0 { return .yes }
    if let low = difference.low, low > 0 { return .no }
    if let high = difference.high, high < 0 { return .no }
    return Truth(unknown: .imprecise)
  }

  /// True when both were written alike.
  public func isSameAsWritten(_ other: Span) -> Bool { low == other.low && high == other.high && about == other.about }

  /// What spans are sorted by: the fewest days, then the most.
  public func isSortedBefore(_ other: Span) -> Bool {
    let mine = dayBounds
    let others = other.dayBounds
    return mine.low == others.low ? mine.high ?? Int.max < others.high ?? Int.max : mine.low < others.low
  }

  /// Days between this span and the other when both begin on the same day; nil where there is no bound.
  private func bounds(of other: Span) -> (low: Int?, high: Int?) {
    func difference(_ one: Length?, _ two: Length?) -> (low: Int, high: Int)? {
      guard let one, let two else { return nil }
      let months = Span.days(inMonths: one.months - two.months)
      return (months.low + one.days - two.days, months.high + one.days - two.days)
    }
    return (difference(low, other.high)?.low, difference(high, other.low)?.high)
  }
}
