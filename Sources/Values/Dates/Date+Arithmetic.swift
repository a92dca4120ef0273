extension Date {
  /// Every day it could be, moved by a span; both ends of a stretch, each day of several.
  public func adding(_ span: Span) throws(Fault) -> Date {
    try moved(low: span.low, high: span.high, isApproximate: span.isAbout)
  }

  public func subtracting(_ span: Span) throws(Fault) -> Date {
    guard let negative = span.negated else {
      // Taking away two years or more: some day not later than two years before.
      let days = { (days: Days) in Days(Days.unboundedPast, Date.move(days.last, by: span.low.negated)) }
      return Date(moved: form.mapped(days), isApproximate: isApproximate || span.isAbout, isDoubtful: isDoubtful)
    }
    return try moved(low: negative.low, high: negative.high, isApproximate: span.isAbout)
  }

  /// From the first day of another date to the first day of this one, in days; unknown where either has no bound.
  public func distance(from other: Date) -> Value {
    guard let earliest = Date.dayNumber(earliestStart), let latest = Date.dayNumber(latestStart),
      let otherEarliest = Date.dayNumber(other.earliestStart), let otherLatest = Date.dayNumber(other.latestStart)
    else { return .unknown(.imprecise) }
    let low = earliest - otherLatest
    let high = latest - otherEarliest
    return .span(Span(low: .init(days: low), high: .init(days: high)))
  }

  /// `A..B`: one day, from the first that one date could be to the last that another could be.
  public static func between(_ first: Date, _ last: Date) throws(Fault) -> Date {
    guard case .point(let from, let fromWritten) = first.form, case .point(let to, let toWritten) = last.form else {
      throw .notBetweenDays()
    }
    guard let days = Days(from: from, to: to) else { throw .endsBeforeItBegins(first, last) }
    return Date(
      text: "\(first.text)..\(last.text)",
      form: .point(
        possible: days, asWritten: fromWritten.flatMap { from in toWritten.flatMap { Days(from: from, to: $0) } }),
      isApproximate: first.isApproximate || last.isApproximate, isDoubtful: first.isDoubtful || last.isDoubtful)
  }

  /// One day, from the first that either of two dates could be to the last; nil where one of them is no single day.
  package static func somewhere(from one: Date, to other: Date) -> Date? {
    func day(_ number: Int32) -> Date? { dayNumber(number) == nil ? nil : Date(day: number) }
    guard one.isPoint, other.isPoint, let first = day(min(one.earliestStart, other.earliestStart)),
      let last = day(max(one.latestStart, other.latestStart))
    else { return nil }
    return try? between(first, last)
  }

  private func moved(low: Span.Length, high: Span.Length?, isApproximate: Bool) throws(Fault) -> Date {
    let form = form.mapped { days in
      Days(
        days.pieces.map { piece in
          Days.Piece(
            Date.move(piece.first, by: low), high.map { Date.move(piece.last, by: $0) } ?? Days.unboundedFuture)
        }) ?? days
    }
    let ends = form.ends
    if [ends.start.first, ends.end.last].contains(where: { abs(Int($0)) == Int(Days.far) }) { throw .dateTooFar() }
    return Date(moved: form, isApproximate: self.isApproximate || isApproximate, isDoubtful: isDoubtful)
  }

  /// Months first, then days. A day without bound stays where it is.
  private static func move(_ day: Int32, by length: Span.Length) -> Int32 {
    guard let number = dayNumber(day) else { return day }
    return Days.number(Calendar.adding(months: length.months, to: number) + length.days)
  }

  private convenience init(moved form: Form, isApproximate: Bool, isDoubtful: Bool) {
    self.init(text: form.text, form: form, isApproximate: isApproximate, isDoubtful: isDoubtful)
  }
}

extension Date.Form {
  /// The same form with other days.
  fileprivate func mapped(_ change: (Days) -> Days) -> Date.Form {
    func end(_ end: Date.End) -> Date.End {
      switch end {
      case .day(let days): .day(change(days))
      case .open: .open
      case .unknown: .unknown
      }
    }
    return switch self {
    case .point(let possible, let asWritten): .point(possible: change(possible), asWritten: asWritten.map(change))
    case .stretch(let from, let to): .stretch(from: end(from), to: end(to))
    case .several(let members): .several(members.map { $0.mapped(change) })
    }
  }
}
