import Testing

@testable import Values

struct DateArithmeticTests {
  static func moved(_ text: String, _ span: Span) throws -> String { try Date.parse(text).adding(span).text }

  @Test func aDateMovesByTheCalendar() throws {
    #expect(try Self.moved("2022-01-31", Span(months: 1)) == "2022-02-28")
    #expect(try Self.moved("2022-10-24", Span(days: 90)) == "2023-01-22")
    #expect(try Self.moved("2022-05", Span(months: 12)) == "2023-05")
    #expect(try Self.moved("2022", Span(months: -24)) == "2020")
    #expect(try Self.moved("2022-04", Span(months: 1)) == "2022-05-01..2022-05-30")
    #expect(try Self.moved("2022-05..2022-09", Span(days: 1)) == "2022-05-02..2022-10-01")
    #expect(try Self.moved("2021-04/2022-07", Span(months: 12)) == "2022-04/2023-07")
    #expect(try Self.moved("2018-01/..", Span(days: 1)) == "2018-01-02..2018-02-01/..")
    #expect(try Self.moved("[2022-05-01,2022-05-09]", Span(days: 1)) == "[2022-05-02,2022-05-10]")
    #expect(try Self.moved("{2022-05-01,2022-05-09}", Span(days: 1)) == "{2022-05-02,2022-05-10}")
    #expect(try Self.moved("{2022-04,2023}", Span(months: 1)) == "{[2022-05-01..2022-05-30],[2023-02-01..2024-01-31]}")
    #expect(try Self.moved("[..2022-05-01]", Span(days: 1)) == "[..2022-05-02]")
    let uncertain = Span(low: .init(days: 30), high: .init(days: 61))
    #expect(try Self.moved("2022-05-03", uncertain) == "2022-06-02..2022-07-03")
    #expect(try Date.parse("2022-05-03").subtracting(uncertain).text == "2022-03-03..2022-04-03")
    #expect(try Self.moved("2022-05-03", Span(low: .init(months: 24), high: nil)) == "[2024-05-03..]")
    #expect(throws: Fault.self) { try Self.moved("2022", Span(months: 1 << 39)) }
  }

  @Test func oneDayBetweenTwo() throws {
    let between = try Date.between(Date.parse("2021-11"), Date.parse("2022-02"))
    #expect(between.text == "2021-11..2022-02")
    #expect(try between.isSameAsWritten(Date.parse("2021-11..2022-02")))
    #expect(try between.isDuring(Date.parse("2021-11-01/2022-02-28")).isYes)
    #expect(throws: Fault.self) { try Date.between(Date.parse("2022"), Date.parse("2021")) }
    #expect(throws: Fault.self) { try Date.between(Date.parse("2022/2023"), Date.parse("2024")) }
    // Only the widened day leaves a day between.
    let narrow = try Date.parse("2022-05-04..2022-05-03~")
    #expect(try Date.parse("2022-05-04").isDuring(narrow).isUnknown)
    #expect(try Date.parse("2022-05-03").isDuring(narrow).isNo)
  }

  @Test func marksAreExplained() throws {
    #expect(
      try Date.parse("2022-05~").remarks == [
        "2022-05~ is about right: it is taken 1 of its unit wider on either side, as 2022-04-01..2022-06-30"
      ])
    #expect(try Date.parse("2022-05?").remarks == ["2022-05? is marked as doubtful"])
    #expect(try Date.parse("2022-05%").remarks.count == 2)
    #expect(try Date.parse("2022-05").remarks.isEmpty)
  }

  /// The operators reach dates and spans.
  @Test func operatorsOfDatesAndSpans() throws {
    let day = Value.date(try Date.parse("2022-05-03"))
    let span = Value.span(Span(days: 90))
    func text(_ value: Value) -> String {
      if case .date(let date) = value { return date.text }
      if case .span(let span) = value { return span.description }
      return QuantityTests.text(value)
    }
    #expect(try text(Adding.apply(day, span)) == "2022-08-01")
    #expect(try text(Adding.apply(span, day)) == "2022-08-01")
    #expect(try text(Subtracting.apply(day, span)) == "2022-02-02")
    #expect(try text(Subtracting.apply(day, day)) == "0 days")
    #expect(try text(Multiplying.apply(.integer(2), span)) == "180 days")
    #expect(try text(Dividing.apply(span, span)) == "1")
    #expect(try text(Dividing.apply(span, .integer(4))) == "23 days")
    #expect(try text(Negating.apply(span)) == "-90 days")
    #expect(try text(Subtracting.apply(span, .span(Span(months: 1)))) == "-1 month 90 days")
    #expect(throws: Fault.self) { try Adding.apply(day, .integer(90)) }
    #expect(throws: Fault.self) { try Multiplying.apply(span, span) }
  }

  /// What was worked out can be typed again and is the same.
  @Test func movedDatesCanBeReadAgain() throws {
    for (text, _) in DateParsingTests.examples where !["Y", "{", "XXXX"].contains(where: text.hasPrefix) {
      for span in [Span(days: 40), Span(months: 1), Span(months: -13, days: 2)] {
        let date = try Date.parse(text).adding(span)
        let again = try Date.parse(date.text)
        #expect(
          again.earliestStart == date.earliestStart && again.latestStart == date.latestStart, "\(text) \(date.text)")
        #expect(again.earliestEnd == date.earliestEnd && again.latestEnd == date.latestEnd, "\(text) \(date.text)")
      }
    }
  }

  /// Each possible day of a date, moved by each span between two ends, lies in the answer, and the ends are reached.
  @Test func movingHoldsForEachDay() throws {
    for text in ["2024-02-29", "2024-02", "2024-XX-31", "2023-12-2X", "2024-01-30~", "[2024-01-31,2024-03-31]"] {
      for (low, high) in [((0, 1), (0, 1)), ((1, 0), (1, 0)), ((-1, 3), (2, 5)), ((0, -40), (0, 40))] {
        let date = try Date.parse(text)
        let span = Span(
          low: .init(months: low.0, days: low.1), high: .init(months: high.0, days: high.1))
        guard case .point(let days, _) = date.form, case .point(let answer, _) = try date.adding(span).form else {
          Issue.record()
          continue
        }
        var reached: [Int] = []
        for piece in days.pieces {
          for day in piece.first...piece.last {
            for length in [low, high] {
              let moved = Calendar.adding(months: length.0, to: Int(day)) + length.1
              reached.append(moved)
              #expect(answer.intersects(Days(Int32(moved))), "\(text) \(span.description)")
            }
          }
        }
        #expect(reached.min() == Int(answer.first) && reached.max() == Int(answer.last), "\(text) \(span.description)")
      }
    }
  }

  static func distance(_ later: String, _ earlier: String) throws -> String {
    let value = try Date.parse(later).distance(from: Date.parse(earlier))
    if case .span(let span) = value { return span.description }
    return value.kindName
  }

  @Test func dateMinusDateIsASpanInDays() throws {
    #expect(try Self.distance("2022-10-24", "2022-10-20") == "4 days")
    #expect(try Self.distance("2022-10-20", "2022-10-24") == "-4 days")
    #expect(try Self.distance("2022-11", "2022-10-20") == "12–41 days")
    #expect(try Self.distance("2022-06", "2022-05") == "1–60 days")
    #expect(try Self.distance("2018-01-10/..", "2018-01-01/2018-02") == "9 days")
    #expect(try Self.distance("2022", "../2018") == "unknown")
    #expect(try Self.distance("2022", "[..2018]") == "unknown")
    #expect(try Self.distance("Y170000002", "2022") == "unknown")
  }

  @Test func theWholeOfADateIsAStretch() throws {
    #expect(try Date.parse("2018/2020").whole.text == "2018-01-01/2020-12-31")
    #expect(try Date.parse("2022-05").whole.text == "2022-05-01/2022-05-31")
    #expect(try Date.parse("2018/..").whole.text == "2018-01-01/..")
    #expect(try Date.parse("2018-05").isDuring(Date.parse("2018/2020")).isUnknown)
    #expect(try Date.parse("2018-05").isDuring(Date.parse("2018/2020").whole).isYes)
  }
}
