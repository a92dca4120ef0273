/// A date as EDTF (ISO 8601-2) writes it, compared as what it is.
///
/// A *point* is one day that may not be known exactly: `2022-05` is one day of May. A *stretch* lasts from one day to
/// another: `2021-04/2022-07`. *Several* days are given by a set in braces: `{2022-05-03,2022-05-09}`.
public final class Date: Sendable {
  /// What `~` adds on either side of a date: this many of its unit. A day for a day, a month for a month, a year for
  /// a year; a decade for `202X~`.
  public static let about = 1

  /// As it was typed, without `@` and quotation marks.
  public let text: String
  public let form: Form
  /// The first day it could begin; of a point, the first day it could be.
  public let earliestStart: Int32
  /// The last day it could begin; of a point, the last day it could be.
  public let latestStart: Int32
  public let earliestEnd: Int32
  public let latestEnd: Int32
  /// Marked with `~` or `%` in any of its parts.
  public let isApproximate: Bool
  /// Marked with `?` or `%` in any of its parts.
  public let isDoubtful: Bool

  public enum Form: Sendable {
    /// One day among some. The days as written leave out what `~` adds, and are nil where usage does not fix them: the
    /// winter of a year.
    case point(possible: Days, asWritten: Days?)
    case stretch(from: End, to: End)
    case several([Form])
  }

  /// An end of a stretch.
  public enum End: Sendable {
    /// One day among these.
    case day(Days)
    /// `..`: it has no such end; it was always so, or still goes on.
    case open
    /// Left empty: when it ended is not known, nor whether it did.
    case unknown
  }

  init(text: String, form: Form, isApproximate: Bool = false, isDoubtful: Bool = false) {
    self.text = text
    self.form = form
    self.isApproximate = isApproximate
    self.isDoubtful = isDoubtful
    let ends = form.ends
    earliestStart = ends.start.first
    latestStart = ends.start.last
    earliestEnd = ends.end.first
    latestEnd = ends.end.last
  }

  /// Exactly one day.
  public convenience init(day: Int32) {
    self.init(text: Calendar.text(Int(day)), form: .point(possible: Days(day), asWritten: Days(day)))
  }

  /// Exactly one day of the calendar; nil where there is no such day.
  public convenience init?(year: Int, month: Int, day: Int) {
    guard abs(year) <= 9999, (1...12).contains(month), day >= 1, day <= Calendar.daysIn(month: month, of: year)
    else { return nil }
    self.init(day: Days.number(Calendar.day(year, month, day)))
  }

  public var isPoint: Bool {
    if case .point = form { return true }
    return false
  }

  /// The day that it surely is; nil for anything less exact. A doubtful day is still this day.
  public var exactDay: Int32? {
    if case .point(let possible, _) = form { return possible.only }
    return nil
  }
}

extension Date.Form {
  /// The days on which it could begin, and those on which it could end.
  var ends: (start: Days, end: Days) {
    switch self {
    case .point(let possible, _): return (possible, possible)
    case .stretch(let from, let to):
      var start: Days
      switch from {
      case .day(let days): start = days
      case .open: start = Days(Days.unboundedPast)
      case .unknown: start = Days(Days.unboundedPast, Days.unboundedFuture)
      }
      var end: Days
      switch to {
      case .day(let days): end = days
      case .open: end = Days(Days.unboundedFuture)
      case .unknown: end = Days(Days.unboundedPast, Days.unboundedFuture)
      }
      // What ends no earlier than it begins narrows both ends.
      start = start.clipped(Days.unboundedPast, end.last) ?? start
      end = end.clipped(start.first, Days.unboundedFuture) ?? end
      return (start, end)
    case .several(let members):
      let ends = members.map(\.ends)
      return (
        Days(ends.map(\.start.first).min() ?? 0, ends.map(\.start.last).min() ?? 0),
        Days(ends.map(\.end.first).max() ?? 0, ends.map(\.end.last).max() ?? 0)
      )
    }
  }
}
