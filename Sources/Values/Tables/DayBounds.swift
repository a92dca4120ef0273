/// The days between which a date begins and ends, read once for all rows in which it stands.
struct DayBounds {
  let earliestStart: Int32
  let latestStart: Int32
  let earliestEnd: Int32
  let latestEnd: Int32
  /// False for what is no date.
  let isDate: Bool

  init(_ value: Value) {
    if case .date(let date) = value {
      (earliestStart, latestStart) = (date.earliestStart, date.latestStart)
      (earliestEnd, latestEnd) = (date.earliestEnd, date.latestEnd)
      isDate = true
    } else {
      (earliestStart, latestStart, earliestEnd, latestEnd, isDate) = (0, 0, 0, 0, false)
    }
  }

  /// Whether two days of a beginning can be taken from each other without leaving the numbers that a row keeps.
  var isNear: Bool { isDate && earliestStart > -DayBounds.near && latestStart < DayBounds.near }

  private static let near: Int32 = 1 << 29
}
