import Testing

@testable import Values

struct CalendarTests {
  /// Day by day over 400 years and more, by nothing but the rules of the calendar.
  @Test func daysFollowEachOther() {
    var (year, month, day) = (1599, 12, 31)
    for number in Calendar.day(1599, 12, 31)...Calendar.day(2004, 3, 1) {
      let date = Calendar.date(number)
      if date != (year, month, day) || Calendar.day(year, month, day) != number {
        Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  /// Published: Unix time began on a Thursday; day 2,440,588 of the Julian count is 1970-01-01, day 0 is -4713-11-24.
  @Test func knownDays() {
    #expect(Calendar.day(1970, 1, 1) == 0)
    #expect(Calendar.weekday(0) == 4)
    #expect(Calendar.day(-4713, 11, 24) == -2_440_588)
    #expect(Calendar.weekday(Calendar.day(2022, 10, 24)) == 1)
    #expect(Calendar.text(Calendar.day(2022, 10, 24)) == "2022-10-24")
    #expect(Calendar.text(Calendar.day(-44, 3, 15)) == "-0044-03-15")
  }

  @Test func aMonthThatIsTooShortGivesItsLastDay() {
    func adding(_ months: Int, to text: (Int, Int, Int)) -> String {
      Calendar.text(Calendar.adding(months: months, to: Calendar.day(text.0, text.1, text.2)))
    }
    #expect(adding(1, to: (2022, 1, 31)) == "2022-02-28")
    #expect(adding(1, to: (2024, 1, 31)) == "2024-02-29")
    #expect(adding(-1, to: (2022, 3, 31)) == "2022-02-28")
    #expect(adding(12, to: (2024, 2, 29)) == "2025-02-28")
    #expect(adding(-3, to: (2022, 1, 15)) == "2021-10-15")
  }
}
