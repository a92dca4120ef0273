/// Why a text is not a date, and where in it.
public struct DateError: Error, Equatable, Sendable {
  /// Goes on from "is not a date:"; `2022 has no month 13`.
  public let message: String
  /// UTF-8 offsets into the text, the upper one not included.
  public let lower: Int
  public let upper: Int
  public let help: String?
  /// True where a sign is meant that stands in no date: what is told of the sign says little of a whole cell.
  public let isOfSign: Bool

  init(_ message: String, _ lower: Int, _ upper: Int, help: String? = nil, isOfSign: Bool = false) {
    self.isOfSign = isOfSign
    self.message = message
    self.lower = lower
    self.upper = upper
    self.help = help
  }
}

// Every reason for which a date is refused, as it reads where it is thrown.
extension DateError {
  static func empty() -> DateError { DateError("it is empty", 0, 0) }

  static func unexpected(_ found: String, _ lower: Int, _ upper: Int) -> DateError {
    DateError(
      found.isEmpty ? "it ends too early" : "`\(found)` cannot stand here", lower, upper,
      help: "a date is written year-month-day: 2022-05-03, 2022-05, 2022", isOfSign: true)
  }

  static func year(_ found: String, _ lower: Int, _ upper: Int) -> DateError {
    DateError(
      "a year has four digits, not `\(found)`", lower, upper,
      help: "write 0987 for the year 987, and Y12345 for a year of more digits")
  }

  static func twoDigits(_ part: String, _ found: String, _ lower: Int, _ upper: Int) -> DateError {
    let padded = found.utf8.count == 1 ? "write 0\(found)" : nil
    return DateError("a \(part) has two digits, not `\(found)`", lower, upper, help: padded)
  }

  static func month(_ found: String, _ lower: Int, _ upper: Int) -> DateError {
    DateError(
      "there is no month \(found)", lower, upper,
      help: "months are 01 to 12; 21 to 41 are seasons, quarters and other parts of a year")
  }

  static func seasonWithDay(_ lower: Int, _ upper: Int) -> DateError {
    DateError("a season or a quarter has no day", lower, upper)
  }

  static func day(_ found: String, _ month: Int?, _ year: Int?, _ lower: Int, _ upper: Int) -> DateError {
    if let month, let year {
      let length = Calendar.daysIn(month: month, of: year)
      let name = Calendar.monthNames[month - 1]
      return DateError(
        "\(month == 2 ? "\(name) \(Calendar.yearText(year))" : name) has \(length) days, so there is no day \(found)",
        lower, upper)
    }
    return DateError("no month that this could be has a day \(found)", lower, upper)
  }

  static func farYearWithMonth(_ lower: Int, _ upper: Int) -> DateError {
    DateError("a year written with Y or S stands without a month", lower, upper)
  }

  static func significant(_ lower: Int, _ upper: Int) -> DateError {
    DateError("S gives how many digits of the year are meant, from 1 to as many as it has", lower, upper)
  }

  static func time(_ found: String, _ lower: Int, _ upper: Int) -> DateError {
    DateError(
      "`\(found)` is not a time of day", lower, upper, help: "a time is written 2022-05-03T10:00:00Z; Rep keeps the day"
    )
  }

  static func reversed(_ first: String, _ second: String, _ lower: Int, _ upper: Int) -> DateError {
    DateError(
      "it ends (\(second)) before it begins (\(first))", lower, upper,
      help: "write \(second) first, if that is what is meant")
  }

  static func manyStrokes(_ lower: Int, _ upper: Int) -> DateError {
    DateError(
      "a stretch has one `/`, between its first and its last day", lower, upper, help: "a day is written 2022-05-03")
  }

  static func noEnd(_ lower: Int, _ upper: Int) -> DateError {
    DateError("a stretch needs at least one end that is a date", lower, upper)
  }

  static func openBetween(_ text: String, _ lower: Int, _ upper: Int) -> DateError {
    DateError(
      "one day between two dates needs both", lower, upper,
      help: "a stretch with an open end is written 2022/.. or ../2022; a day not after 2022 is [..2022]")
  }

  static func unclosed(_ bracket: String, _ lower: Int, _ upper: Int) -> DateError {
    DateError("`\(bracket)` is missing at the end", lower, upper)
  }

  static func stretchInSet(_ lower: Int, _ upper: Int) -> DateError {
    DateError("one of several holds single dates and A..B, not stretches with `/`", lower, upper)
  }

  static func tooManyMembers(_ lower: Int, _ upper: Int) -> DateError {
    DateError("a set may have at most 1,000 members", lower, upper)
  }
}
