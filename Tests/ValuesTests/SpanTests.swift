import Testing

@testable import Values

struct SpanTests {
  /// The fewest and the most days of some months, by moving every day of the years 1896 to 1908 and 1996 to 2008,
  /// where a leap year falls out and where none does.
  @Test func monthsHaveAsManyDaysAsTheCalendarGives() {
    let starts = [1896, 1996].flatMap { year in Array(Calendar.day(year, 1, 1)...Calendar.day(year + 12, 12, 31)) }
    for months in Array(1...14) + [24, 36, 48, 60] {
      var low = Int.max
      var high = Int.min
      for start in starts {
        let forward = Calendar.adding(months: months, to: start) - start
        let back = start - Calendar.adding(months: -months, to: start)
        low = min(low, forward, back)
        high = max(high, forward, back)
      }
      let bounds = Span.days(inMonths: months)
      #expect(bounds == (low, high), "\(months) months")
      #expect(Span.days(inMonths: -months) == (-high, -low))
    }
    #expect(Span.days(inMonths: 1) == (28, 31))
    #expect(Span.days(inMonths: 12) == (365, 366))
    #expect(Span.days(inMonths: 4800) == (146_097, 146_097))
    #expect(Span.days(inMonths: 4801) == (146_125, 146_128))
  }

  static func answer(_ truth: Truth) -> String { truth.isYes ? "yes" : truth.isNo ? "no" : "unknown" }

  /// Two spans that begin on the same day, over every day of eight years: what they agree on is the answer.
  @Test func spansAreComparedAsTheyFallInTheCalendar() {
    let starts = Array(Calendar.day(1895, 12, 25)...Calendar.day(1904, 3, 5))
    let spans = [
      (0, 28), (0, 29), (0, 30), (0, 31), (0, 32), (0, 59), (0, 62), (0, 364), (0, 365), (0, 366), (0, 367), (1, 0),
      (2, 0),
      (1, 3), (12, 0), (13, 0), (12, -1), (0, 0), (-1, 0), (0, -30),
    ]
    func reach(_ span: (Int, Int), _ start: Int) -> Int { Calendar.adding(months: span.0, to: start) + span.1 }
    for one in spans {
      for other in spans {
        let left = Span(months: one.0, days: one.1)
        let right = Span(months: other.0, days: other.1)
        var signs: Set<Int> = []
        for start in starts { signs.insert((reach(one, start) - reach(other, start)).signum()) }
        let less = signs == [-1] ? "yes" : signs.contains(-1) ? "unknown" : "no"
        let equal = signs == [0] ? "yes" : signs.contains(0) ? "unknown" : "no"
        let comment: Comment = "\(left.description) and \(right.description)"
        // Two spans that both have months are told apart no worse than their difference alone allows.
        if one.0 == 0 || other.0 == 0 || one.0 == other.0 {
          #expect(Self.answer(left.isLess(than: right)) == less, comment)
          #expect(Self.answer(left.isEqual(right)) == equal, comment)
        } else {
          #expect(["unknown", less].contains(Self.answer(left.isLess(than: right))), comment)
          #expect(["unknown", equal].contains(Self.answer(left.isEqual(right))), comment)
        }
      }
    }
    #expect(Span(months: 12).isEqual(Span(months: 12)).isYes)
    #expect(Span(months: 13).isLess(than: Span(days: 400)).isYes)
    #expect(Span(months: 1).isLess(than: Span(days: 30)).isUnknown)
  }

  @Test func spansWithEndsAreComparedByTheirEnds() throws {
    let between = Span(low: .init(days: 30), high: .init(days: 61))
    #expect(between.isLess(than: Span(days: 62)).isYes)
    #expect(between.isLess(than: Span(days: 40)).isUnknown)
    #expect(between.isLess(than: Span(days: 30)).isNo)
    #expect(try ComparingLessOrEqual.apply(.span(between), .span(Span(days: 61)), Watch()).isYes)
    #expect(try ComparingLessOrEqual.apply(.span(Span(days: 31)), .span(between), Watch()).isUnknown)
    #expect(between.isEqual(Span(days: 62)).isNo)
    let open = Span(low: .init(months: 36), high: nil)
    #expect(Span(months: 12).isLess(than: open).isYes)
    #expect(open.isLess(than: Span(months: 60)).isUnknown)
    let rough = try Span(months: 16).roughly(within: .month)
    #expect(Span(months: 12).isLess(than: rough).isYes)
    #expect(rough.isLess(than: Span(months: 17)).isUnknown)
    #expect(rough.isEqual(Span(months: 16)).isUnknown)
  }

  @Test func spansPrintAsTheyAreSaid() throws {
    #expect(Span(days: 90).description == "90 days")
    #expect(Span(days: 1).description == "1 day")
    #expect(Span().description == "0 days")
    #expect(Span(months: 14).description == "1 year 2 months")
    #expect(Span(months: 6).description == "6 months")
    #expect(Span(months: 24, days: 1).description == "2 years 1 day")
    #expect(Span(low: .init(days: 30), high: .init(days: 61)).description == "30–61 days")
    #expect(Span(low: .init(days: -3), high: .init(days: 5)).description == "-3 to 5 days")
    #expect(Span(low: .init(months: 24), high: .init(months: 60)).description == "2–5 years")
    #expect(Span(low: .init(months: 36), high: nil).description == "3.. years")
    #expect(try Span(months: 16).roughly(within: .month).description == "about 1 year 4 months")
  }

  static func span(_ value: Value) -> Span? {
    if case .span(let span) = value { return span }
    return nil
  }

  @Test func spansAreMadeFromNumbers() throws {
    #expect(try Span.of(90, .day).description == "90 days")
    #expect(try Span.of(Quantity(.real(1.5)), .year).description == "1 year 6 months")
    #expect(try Span.of(2, .week).description == "2 weeks")
    #expect(throws: Fault.self) { try Span.of(Quantity(.real(1.5)), .day) }
    #expect(throws: Fault.self) { try Span.of(.max, .year) }
    let rough = try Span.of(Quantity.about(.integer(16), unit: nil), .month)
    #expect(rough.description == "about 16 months")
    #expect(rough.low.months == 15 && rough.high?.months == 17)
    #expect(try Span.of(Quantity(point: nil, low: .integer(3), high: nil, unit: nil), .year).description == "3.. years")
    #expect(try Span.of(#require(Quantity.of(QuantityTests.between(2, 5))), .day).description == "2–5 days")
  }

  @Test func spansAreAddedAndMultiplied() throws {
    let sum = try Span(months: 36).adding(Span(months: 10))
    #expect(sum.description == "3 years 10 months")
    #expect(try Self.span(sum.subtracting(Span(days: 5)))?.description == "3 years 10 months -5 days")
    #expect(try Self.span(Span(days: 90).multiplied(by: .integer(-2)))?.description == "-180 days")
    #expect(try Self.span(Span(days: 90).multiplied(by: .real(1.5)))?.description == "135 days")
    #expect(try Self.span(Span(months: 12).divided(by: .integer(3)))?.description == "4 months")
    #expect(throws: Fault.self) { try Span(months: 1).divided(by: .integer(2)) }
    #expect(throws: Fault.self) { try Span(days: 90).divided(by: .integer(0)) }
    #expect(throws: Fault.self) { try Span(days: 1 << 39).multiplied(by: .integer(1 << 39)) }
    if case .real(let ratio) = try Span(days: 90).divided(by: .span(Span(days: 30))) {
      #expect(ratio == 3)
    } else {
      Issue.record()
    }
    if case .real(let ratio) = try Span(months: 24).divided(by: .span(Span(months: 12))) {
      #expect(ratio == 2)
    } else {
      Issue.record()
    }
    let few = QuantityTests.between(2, 5)
    #expect(try Self.span(Span(days: 30).multiplied(by: few))?.description == "60–150 days")
    #expect(try Self.span(Span(days: 30).divided(by: few))?.description == "6–15 days")
    #expect(throws: Fault.self) {
      try Span(days: 30).divided(by: Quantity.count(certain: 2, undecided: 0, unit: "cases"))
    }
    let open = Span(low: .init(days: 3), high: nil)
    #expect(open.negated == nil)
  }

  @Test func daysOfASpanAreANumberWithEnds() {
    if case .integer(let days) = Span(days: 90).inDays { #expect(days == 90) } else { Issue.record() }
    if case .quantity(let days) = Span(months: 1).inDays {
      #expect(days.description == "28–31")
    } else {
      Issue.record()
    }
  }
}
