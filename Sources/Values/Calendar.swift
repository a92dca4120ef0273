/// The proleptic Gregorian calendar: days are counted from 1 January 1970, which is day 0.
///
/// Day numbers come from counting in eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
public enum Calendar {
  /// Days in 400 years, after which the calendar repeats.
  static let daysInCycle = 146_097
  static let monthsInCycle = 4_800

  /// The number of a day of the calendar.
  public static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysInCycle + dayOfEra - 719_468
  }

  /// Year, month and day of a day number.
  public static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = floorDivide(shifted, daysInCycle)
    let dayOfEra = shifted - era * daysInCycle
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Months counted from January of year 0, so that neighbouring months are neighbouring numbers.
  static func monthIndex(_ year: Int, _ month: Int) -> Int { year * 12 + month - 1 }

  static func firstDay(ofMonth index: Int) -> Int {
    let year = floorDivide(index, 12)
    return day(year, index - year * 12 + 1, 1)
  }

  static func lastDay(ofMonth index: Int) -> Int { firstDay(ofMonth: index + 1) - 1 }

  static func length(ofMonth index: Int) -> Int {
    let year = floorDivide(index, 12)
    return daysIn(month: index - year * 12 + 1, of: year)
  }

  /// The same day of another month, or that month's last day where it has no such day: 31 January + 1 month = 28 February.
  static func adding(months: Int, to number: Int) -> Int {
    if months == 0 { return number }
    let (year, month, dayOfMonth) = date(number)
    let index = monthIndex(year, month) + months
    return firstDay(ofMonth: index) + min(dayOfMonth, length(ofMonth: index)) - 1
  }

  /// 1 for Monday to 7 for Sunday.
  public static func weekday(_ number: Int) -> Int { floorRemainder(number + 3, 7) + 1 }

  /// `2022-05-03`; years of more than four digits as EDTF writes them, `Y12345-01-01`.
  public static func text(_ number: Int) -> String {
    let (year, month, day) = date(number)
    return "\(yearText(year))-\(padded(month, 2))-\(padded(day, 2))"
  }

  static func yearText(_ year: Int) -> String {
    if year > 9999 || year < -9999 { return "Y\(year)" }
    return year < 0 ? "-\(padded(-year, 4))" : padded(year, 4)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  public static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}

/// Division that rounds down; the divisor is positive.
func floorDivide(_ number: Int, _ divisor: Int) -> Int {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}

/// What is left after division that rounds down; the divisor is positive.
func floorRemainder(_ number: Int, _ divisor: Int) -> Int {
  let remainder = number % divisor
  return remainder < 0 ? remainder + divisor : remainder
}
