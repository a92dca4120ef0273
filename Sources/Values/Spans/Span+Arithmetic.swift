extension Span.Length {
  func adding(_ other: Span.Length) throws(Fault) -> Span.Length {
    try checked(months.addingReportingOverflow(other.months), days.addingReportingOverflow(other.days))
  }

  func times(_ factor: Int) throws(Fault) -> Span.Length {
    try checked(months.multipliedReportingOverflow(by: factor), days.multipliedReportingOverflow(by: factor))
  }

  var negated: Span.Length { Span.Length(months: 0 &- months, days: 0 &- days) }

  private func checked(
    _ months: (partialValue: Int, overflow: Bool), _ days: (partialValue: Int, overflow: Bool)
  ) throws(Fault) -> Span.Length {
    if months.overflow || days.overflow || abs(months.partialValue) > Span.limit || abs(days.partialValue) > Span.limit
    {
      throw .spanTooLong()
    }
    return Span.Length(months: months.partialValue, days: days.partialValue)
  }
}

extension Span {
  /// `90 days`, `1.5 years`, `2..5 months`: a number of units. A part of a unit must come out in whole months or days.
  public static func of(_ number: Quantity, _ unit: Unit) throws(Fault) -> Span {
    if number.isAbout, let point = number.point { return try of(point, unit).roughly(within: unit) }
    let low = try of(number.low, unit).low
    let high = try number.high.map { number throws(Fault) in try of(number, unit).low }
    return Span(low: low, high: high, unit: unit)
  }

  private static func of(_ number: Quantity.Number, _ unit: Unit) throws(Fault) -> Span {
    switch number {
    case .integer(let count): try of(count, unit)
    case .real(let count): try of(count, unit)
    }
  }

  public static func of(_ count: Int, _ unit: Unit) throws(Fault) -> Span {
    let length = try unit.length.times(count)
    return Span(low: length, high: length, unit: unit)
  }

  private static func of(_ count: Double, _ unit: Unit) throws(Fault) -> Span {
    let one = unit.length
    let size = count * Double(one.months == 0 ? one.days : one.months)
    guard abs(size) <= Double(limit) else { throw .spanTooLong() }
    guard size == size.rounded() else { throw .notWhole(count, unit) }
    let length = one.months == 0 ? Length(days: Int(size)) : Length(months: Int(size))
    return Span(low: length, high: length, unit: count == count.rounded() ? unit : nil)
  }

  /// `about 16 months`: from 15 to 17 months. What it is widened by is one of its unit, as for a date with `~`.
  public func roughly(within unit: Unit) throws(Fault) -> Span {
    let margin = try unit.length.times(Date.about)
    return Span(
      low: try low.adding(margin.negated), high: try high.map { length throws(Fault) in try length.adding(margin) },
      about: exact, unit: self.unit)
  }

  public func adding(_ other: Span) throws(Fault) -> Span {
    var sum: Length?
    if let high, let more = other.high { sum = try high.adding(more) }
    var rough: Length?
    if isAbout || other.isAbout, let mine = about ?? exact, let theirs = other.about ?? other.exact {
      rough = try mine.adding(theirs)
    }
    return Span(low: try low.adding(other.low), high: sum, about: rough)
  }

  /// Unknown when what is taken away is open upwards.
  public func subtracting(_ other: Span) throws(Fault) -> Value {
    guard let negative = other.negated else { return .unknown(.imprecise) }
    return .span(try adding(negative))
  }

  /// Nil when the span is open upwards: what lies on the other side of zero then has no low end.
  public var negated: Span? {
    guard let high else { return nil }
    return Span(low: high.negated, high: low.negated, about: about?.negated)
  }

  /// A span times a number. Parts of days are rounded to whole days; months must come out whole.
  public func multiplied(by factor: Value) throws(Fault) -> Value {
    switch factor.settled {
    case .integer(let number):
      return try scaled { length throws(Fault) in
        try length.times(number)
      } isNegative: {
        number < 0
      }
    case .real(let number): return try multiplied(by: number)
    case .unknown(let reasons): return .unknown(reasons)
    case .disputed: return .unknown(.disputed)
    case .quantity(let quantity):
      if quantity.unit != nil { throw .spanWithUnit(quantity.unit) }
      guard quantity.high != nil, case .span(let one) = try multiplied(by: quantity.lowValue),
        case .span(let other) = try multiplied(by: quantity.highValue)
      else { return .unknown(.imprecise) }
      return Span.hull(one, other)
    case .truth, .short, .none, .text, .list, .record, .map, .date, .span, .range, .entity, .series, .table, .sealed,
      .function:
      throw .doesNotFit(.times, .span(self), factor)
    }
  }

  /// A span divided by a number, or by another span: how many times the other it is.
  public func divided(by divisor: Value) throws(Fault) -> Value {
    switch divisor.settled {
    case .integer(0), .real(0): throw .divisionByZero()
    case .integer(let number):
      if let exact, exact.months % number == 0, exact.days % number == 0, !isAbout {
        return .span(Span(months: exact.months / number, days: exact.days / number))
      }
      return try multiplied(by: 1 / Double(number))
    case .real(let number): return try multiplied(by: 1 / number)
    case .span(let other): return try ratio(to: other)
    case .unknown(let reasons): return .unknown(reasons)
    case .disputed: return .unknown(.disputed)
    case .quantity(let quantity):
      if quantity.unit != nil { throw .spanWithUnit(quantity.unit) }
      return try multiplied(by: Quantity.apply(.divided, Quantity(.integer(1)), quantity))
    case .truth, .short, .none, .text, .list, .record, .map, .date, .range, .entity, .series, .table, .sealed,
      .function:
      throw .doesNotFit(.divided, .span(self), divisor)
    }
  }

  private func multiplied(by factor: Double) throws(Fault) -> Value {
    guard factor.isFinite else { throw .spanTooLong() }
    return try scaled { length throws(Fault) in
      let months = Double(length.months) * factor
      let days = Double(length.days) * factor
      guard abs(months) <= Double(Span.limit), abs(days) <= Double(Span.limit) else { throw .spanTooLong() }
      // A third of a year is four months, though a third is no real number.
      guard abs(months - months.rounded()) < 1e-6 else { throw .monthsNotWhole(months) }
      return Length(months: Int(months.rounded()), days: Int(days.rounded()))
    } isNegative: {
      factor < 0
    }
  }

  private func scaled(
    _ scale: (Length) throws(Fault) -> Length, isNegative: () -> Bool
  ) throws(Fault) -> Value {
    let one = try scale(low)
    let rough = try about.map { length throws(Fault) in try scale(length) }
    guard let high else {
      return isNegative() ? .unknown(.imprecise) : .span(Span(low: one, high: nil, about: rough))
    }
    let other = try scale(high)
    return .span(isNegative() ? Span(low: other, high: one, about: rough) : Span(low: one, high: other, about: rough))
  }

  private static func hull(_ one: Span, _ other: Span) -> Value {
    func least(_ first: Length, _ second: Length) -> Length {
      Length(months: min(first.months, second.months), days: min(first.days, second.days))
    }
    func most(_ first: Length, _ second: Length) -> Length {
      Length(months: max(first.months, second.months), days: max(first.days, second.days))
    }
    guard let high = one.high, let otherHigh = other.high else { return .unknown(.imprecise) }
    return .span(
      Span(
        low: least(least(one.low, other.low), least(high, otherHigh)),
        high: most(most(one.low, other.low), most(high, otherHigh))))
  }

  private func ratio(to other: Span) throws(Fault) -> Value {
    // Months by months and days by days are exact; anything else goes by days.
    if let mine = exact, let theirs = other.exact, mine.days == 0, theirs.days == 0, theirs.months != 0 {
      return .real(Double(mine.months) / Double(theirs.months))
    }
    guard let mine = Quantity.of(inDays), let theirs = Quantity.of(other.inDays) else { return .unknown(.imprecise) }
    return try Quantity.apply(.divided, mine, theirs)
  }
}
