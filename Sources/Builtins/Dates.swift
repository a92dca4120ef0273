import Evaluation
import Values

/// Functions of dates. Where a date is not exact, the answer has two ends, or is unknown where it has none.
let dateBuiltins: [Builtin] = [
  Builtin(
    """
    ## The date that a text says, or that a year, a month and a day make.
    ##
    ##     date("2022-05~")      --> 2022-05~
    ##     date(2022, 10, 24)    --> 2022-10-24
    fn date(value, month = none, day = none): date
    """
  ) { call throws(Fault) in
    let value = call[0].settled
    if let reasons = value.reasons { return .unknown(reasons) }
    switch value {
    case .date: return value
    case .integer, .real: return try call.dateOfNumbers()
    case .short, .text:
      let text = value.string ?? ""
      do throws(DateError) { return .date(try Date.parse(text)) } catch {
        throw .notADate(text, error, argument: 0)
      }
    case .truth, .none, .unknown, .list, .record, .map, .span, .quantity, .range, .entity, .disputed, .series, .table,
      .sealed, .function:
      throw call.wrongKind(0, "a text such as \"2022-05\", or a year, a month and a day")
    }
  },

  Builtin(
    """
    ## The year of a date.
    ##
    ##     year(2022-10-24)         --> 2022
    ##     year(2021-11..2022-02)   --> 2021–2022
    fn year(date: date): number
    """
  ) { call throws(Fault) in
    try call.part(0, among: { _, _ in true }) { $0.year }
  },

  Builtin(
    """
    ## The quarter of the year, from 1 to 4, in which a date lies.
    ##
    ##     quarter(2022-10-24)   --> 4
    fn quarter(date: date): number
    """
  ) { call throws(Fault) in
    try call.part(0, among: { $0.year == $1.year }) { ($0.month + 2) / 3 }
  },

  Builtin(
    """
    ## The month of a date, from 1 to 12.
    ##
    ##     month(2022-10-24)    --> 10
    ##     month(@2022)         --> 1–12
    fn month(date: date): number
    """
  ) { call throws(Fault) in
    try call.part(0, among: { $0.year == $1.year }) { $0.month }
  },

  Builtin(
    """
    ## The day of the month of a date.
    ##
    ##     day(2022-10-24)   --> 24
    ##     day(2022-10)      --> 1–31
    fn day(date: date): number
    """
  ) { call throws(Fault) in
    try call.part(0, among: { $0.year == $1.year && $0.month == $1.month }) { $0.day }
  },

  Builtin(
    """
    ## The day of the week of an exact date.
    ##
    ##     weekday(2022-10-24)   --> Monday
    fn weekday(date: date): text
    """
  ) { call throws(Fault) in
    guard let day = try call.date(0).exactDay else { return .unknown(.imprecise) }
    return .text(Calendar.weekdayNames[Calendar.weekday(Int(day)) - 1])
  },

  Builtin(
    """
    ## Whether a date is one day that is exactly known.
    ##
    ##     is_exact(2022-10-24)   --> true
    ##     is_exact(2022-10)      --> false
    fn is_exact(date: date): truth
    """
  ) { call throws(Fault) in .truth(try call.date(0).exactDay != nil) },

  Builtin(
    """
    ## Whether a date is marked as only about right, with `~` or `%`.
    ##
    ##     is_about(2022-05~)   --> true
    ##     is_about(2022-05)    --> false
    fn is_about(date: date): truth
    """
  ) { call throws(Fault) in .truth(try call.date(0).isApproximate) },

  Builtin(
    """
    ## Whether a date is marked as doubtful, with `?` or `%`.
    ##
    ##     is_doubtful(2022-05?)   --> true
    ##     is_doubtful(2022-05~)   --> false
    fn is_doubtful(date: date): truth
    """
  ) { call throws(Fault) in .truth(try call.date(0).isDoubtful) },

  Builtin(
    """
    ## All the days that a date could be or last, as one stretch of time.
    ##
    ##     whole(2018/2020)                     --> 2018-01-01/2020-12-31
    ##     2018-05 during whole(2018/2020)      --> true
    fn whole(date: date): date
    """
  ) { call throws(Fault) in .date(try call.date(0).whole) },

  Builtin(
    """
    ## The first day that a date could be, or that a stretch of time could begin; none where it has no beginning.
    ##
    ##     earliest(2022-05)   --> 2022-05-01
    fn earliest(date: date): date or none
    """
  ) { call throws(Fault) in
    let date = try call.date(0)
    if Date.dayNumber(date.earliestStart) != nil { return .date(Date(day: date.earliestStart)) }
    if case .stretch(.open, _) = date.form { return .none }
    return .unknown(.imprecise)
  },

  Builtin(
    """
    ## The last day that a date could be, or that a stretch of time could end; none where it has no end.
    ##
    ##     latest(2022-05)   --> 2022-05-31
    fn latest(date: date): date or none
    """
  ) { call throws(Fault) in
    let date = try call.date(0)
    if Date.dayNumber(date.latestEnd) != nil { return .date(Date(day: date.latestEnd)) }
    if case .stretch(_, .open) = date.form { return .none }
    return .unknown(.imprecise)
  },

  Builtin(
    """
    ## The date at which a stretch of time begins, as it was written; of one day, that day.
    ##
    ##     start_of(2021-04/2022-07)   --> 2021-04
    fn start_of(date: date): date or none
    """
  ) { call throws(Fault) in try call.end(0, isStart: true) },

  Builtin(
    """
    ## The date at which a stretch of time ends, as it was written; of one day, that day.
    ##
    ##     end_of(2021-04/2022-07)   --> 2022-07
    ##     end_of(2018-01/..)        --> none
    fn end_of(date: date): date or none
    """
  ) { call throws(Fault) in try call.end(0, isStart: false) },

  Builtin(
    """
    ## How many days lie from one date to another; with two ends where a date is not exact.
    ##
    ##     days_between(2022-10-20, 2022-10-24)   --> 4
    ##     days_between(2022-10-20, 2022-11)      --> 12–41
    fn days_between(from: date, to: date): number
    """
  ) { call throws(Fault) in try call.distance { $1 - $0 } },

  Builtin(
    """
    ## How long a stretch of time lasts, from the day it begins to the day it ends.
    ##
    ##     duration(2022-05-01/2022-05-31)   --> 30 days
    ##     duration(2022-05/2022-06)         --> 1–60 days
    fn duration(date: date): span
    """
  ) { call throws(Fault) in
    let date = try call.date(0)
    guard let first = Date.dayNumber(date.earliestStart), let last = Date.dayNumber(date.latestEnd) else {
      return .unknown(.imprecise)
    }
    let low = date.isPoint ? 0 : max(0, Int(date.earliestEnd) - Int(date.latestStart))
    let high = date.isPoint ? 0 : last - first
    return .span(Span(low: Span.Length(days: low), high: Span.Length(days: high)))
  },

  Builtin(
    """
    ## A span as a number of days; with two ends for months and years, which are not all of one length.
    ##
    ##     in_days(2 weeks)   --> 14
    ##     in_days(1 month)   --> 28–31
    fn in_days(span: span): number
    """
  ) { call throws(Fault) in try call.span(0).inDays },

  Builtin(
    """
    ## How many full years lie from one date to another, as an age is counted.
    ##
    ##     years_between(1970-05-01, 2022-04-30)   --> 51
    ##     years_between(@1970, 2022-04-30)        --> 51–52
    fn years_between(from: date, to: date): number
    """
  ) { call throws(Fault) in
    try call.distance { from, to in
      let first = Calendar.date(min(from, to))
      let last = Calendar.date(max(from, to))
      let years = last.year - first.year - ((last.month, last.day) < (first.month, first.day) ? 1 : 0)
      return from <= to ? years : -years
    }
  },
]

extension Call {
  fileprivate typealias Day = (year: Int, month: Int, day: Int)

  /// A part of a date: one number, or two ends where the first and the last day it could be allow to compare them.
  fileprivate func part(_ position: Int, among comparable: (Day, Day) -> Bool, _ part: (Day) -> Int) throws(Fault)
    -> Value
  {
    let date = try date(position)
    guard let firstDay = Date.dayNumber(date.earliestStart), let lastDay = Date.dayNumber(date.latestEnd) else {
      return .unknown(.imprecise)
    }
    let first = Calendar.date(firstDay)
    let last = Calendar.date(lastDay)
    if !comparable(first, last) || (!date.isPoint && part(first) != part(last)) { return .unknown(.imprecise) }
    return ends(part(first), part(last))
  }

  private func ends(_ low: Int, _ high: Int) -> Value {
    if low == high { return .integer(low) }
    return .quantity(Quantity(point: nil, low: .integer(low), high: .integer(high), unit: nil))
  }

  /// An end of a stretch, as it was written.
  fileprivate func end(_ position: Int, isStart: Bool) throws(Fault) -> Value {
    let date = try date(position)
    guard case .stretch(let from, let to) = date.form else { return .date(date) }
    switch isStart ? from : to {
    case .open: return .none
    case .unknown: return .unknown(.notRecorded)
    case .day:
      guard let stroke = date.text.firstIndex(of: "/") else { return .unknown(.imprecise) }
      let text = isStart ? date.text[..<stroke] : date.text[date.text.index(after: stroke)...]
      do throws(DateError) { return .date(try Date.parse(String(text))) } catch { return .unknown(.imprecise) }
    }
  }

  /// A distance from the date at position 0 to that at 1, taken at their nearest and at their farthest.
  fileprivate func distance(_ measure: (Int, Int) -> Int) throws(Fault) -> Value {
    let from = try date(0)
    let to = try date(1)
    guard let fromEarliest = Date.dayNumber(from.earliestStart), let fromLatest = Date.dayNumber(from.latestStart),
      let toEarliest = Date.dayNumber(to.earliestStart), let toLatest = Date.dayNumber(to.latestStart)
    else { return .unknown(.imprecise) }
    return ends(measure(fromLatest, toEarliest), measure(fromEarliest, toLatest))
  }

  fileprivate func dateOfNumbers() throws(Fault) -> Value {
    let year = try integer(0)
    if isMissing(1) {
      guard (0...9999).contains(year) else { throw .noSuchDay(year, 1, 1) }
      let digits = String(year)
      do throws(DateError) {
        return .date(try Date.parse(String(repeating: "0", count: 4 - digits.count) + digits))
      } catch { throw .notADate(digits, error, argument: 0) }
    }
    let month = try integer(1)
    if isMissing(2) {
      guard (0...9999).contains(year), let first = Date(year: year, month: month, day: 1) else {
        throw .noSuchDay(year, month, 1)
      }
      return .date((try? Date.parse(String(first.text.dropLast(3)))) ?? first)
    }
    let day = try integer(2)
    guard let date = Date(year: year, month: month, day: day) else { throw .noSuchDay(year, month, day) }
    return .date(date)
  }
}
