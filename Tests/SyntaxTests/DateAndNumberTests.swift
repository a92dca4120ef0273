import Testing

@testable import Syntax

/// Glued is a date, spaces are arithmetic.
@Suite struct DateAndNumberTests {
  @Test func gluedIsADateSpacesAreArithmetic() throws {
    #expect(tree("2022-05") == "@2022-05")
    #expect(tree("2022 - 5") == "(- 2022 5)")
    #expect(tree("5-3") == "(- 5 3)")
    #expect(tree("x-3") == "(- x 3)")
    #expect(tree("1500-10") == "@1500-10")
    for glued in ["2022-5", "2022-13", "2022-05-3", "2022-00", "2022-123"] {
      #expect(codes(glued) == ["R018"], "\(glued)")
      #expect(try marked(glued) == glued)
    }
    #expect(try help("2022-5").contains("`2022-05`"))
    #expect(try help("2022-5").contains("`2022 - 5`"))
    #expect(try help("2022-05-3").contains("`2022-05-03`"))
  }

  @Test func yearSlashYearIsAStretchOfTime() {
    #expect(tree("2018/2020") == "@2018/2020")
    #expect(tree("2022/") == "@2022/")
    #expect(tree("1000/2000") == "@1000/2000")
    #expect(tree("2018-01/..") == "@2018-01/..")
    #expect(tree("2021-04/2022-07") == "@2021-04/2022-07")
    #expect(tree("../2018-12") == "@../2018-12")
  }

  @Test func whatCannotBeADateIsADivision() {
    #expect(tree("1000/3") == "(/ 1000 3)")
    #expect(tree("2018 / 2020") == "(/ 2018 2020)")
    #expect(tree("2022/x") == "(/ 2022 x)")
    #expect(tree("2022/(1 + 2)") == "(/ 2022 (+ 1 2))")
  }

  @Test func aStretchOfTimeInArithmeticIsToldToBeADivisionWithoutSpaces() throws {
    #expect(codes("let x = 2018/2020 + 1") == ["R127"])
    #expect(try help("let x = 2018/2020 + 1").contains("2018 / 2020"))
  }

  @Test func threeGroupsOfDigitsAreRefusedWithBothReadings() throws {
    for text in ["03/04/2015", "2022/05/03", "3.4.2015"] { #expect(codes(text) == ["R020"], "\(text)") }
    #expect(try help("03/04/2015").contains("2015-04-03"))
    #expect(try help("03/04/2015").contains("2015-03-04"))
    #expect(try !help("23/04/2015").contains("2015-23-04"))
  }

  @Test func aNumberDoesNotBeginWithZero() {
    #expect(codes("0123") == ["R016"])
    #expect(codes("007") == ["R016"])
    #expect(tree("0.5 + 0") == "(+ 0.5 0)")
  }

  @Test func aCommaBetweenDigitsIsNeitherOneNumberNorTwoArguments() throws {
    #expect(codes("f(1,234)") == ["R015"])
    #expect(codes("case a { ransom: 230,000 }") == ["R015"])
    #expect(try help("f(1,234)").contains("`1_234`"))
    #expect(tree("f(1, 234)") == "(call f 1 234)")
    #expect(tree("f(1,23)") == "(call f 1 23)")
    #expect(tree("f(1234,567)") == "(call f 1234 567)")
  }

  @Test func whatIsOutsideTheBareFormsStandsInQuotationMarks() throws {
    #expect(codes("2022-05-03T10:00") == ["R021"])
    #expect(try help("2022-05-03T10:00").contains("@\"2022-05-03T10:00\""))
    #expect(codes("/2018") == ["R127"])
    #expect(codes("~2022") == ["R005"])
    #expect(tree("@\"{2020,2021}\"") == "@{2020,2021}")
    #expect(tree("@\"2022-05-03T10:00\"") == "@2022-05-03T10:00")
    #expect(tree("[202X, 20XX, 2022~, 2022?, 2022-XX, 2022-05-XX, 2022-XX-31]").contains("@20XX"))
    #expect(tree("[@2022, @2022-05~/..]") == "[@2022 @2022-05~/..]")
  }

  @Test func onlyALiteralBesideAWordOfTimeIsAYear() {
    #expect(tree(".date before 2022") == "(before .date @2022)")
    #expect(tree("2022 overlaps x") == "(overlaps @2022 x)")
    #expect(tree("x at 2022") == "(at x @2022)")
    #expect(tree("x during 2018..2020") == "(during x (.. @2018 @2020))")
    #expect(tree(".date < 2022") == "(< .date 2022)")
    #expect(tree(".date before y") == "(before .date y)")
    #expect(tree("x at 22") == "(at x 22)")
  }

  @Test func percentIsGluedAndNeverAnOperator() throws {
    #expect(tree("45%") == "0.45")
    #expect(tree("2022%") == "20.22")
    #expect(tree("2022-05%") == "@2022-05%")
    #expect(codes("7 % 2") == ["R033"])
    #expect(try help("7 % 2").contains("mod(a, b)"))
  }

  @Test func dotsAreUnambiguous() {
    #expect(tree("1..10") == "(.. 1 10)")
    #expect(tree("x.y..z") == "(.. (. x y) z)")
    #expect(tree("2022-05..2022-09") == "(.. @2022-05 @2022-09)")
    #expect(codes("1.") == ["R129"])
    #expect(codes("90. days") == ["R129"])
    #expect(tree("1.5") == "1.5")
  }

  @Test func aDoubtMarkIsOneQuestionMark() {
    #expect(tree("2022-05??x") == "(?? @2022-05 x)")
    #expect(tree("2022-05? ?? x") == "(?? @2022-05? x)")
  }

  @Test func aNumberTakesAUnitAndANameDoesNot() throws {
    #expect(tree("90 days") == "(day 90)")
    #expect(tree("6 months + 2 years") == "(+ (month 6) (year 2))")
    #expect(codes("n days") == ["R111"])
    #expect(try help("n days").contains("n * 1 day"))
    #expect(codes("90days") == ["R014"])
  }

  @Test func daysAreDaysOfTheCalendar() {
    #expect(tree("2024-02-29") == "@2024-02-29")
    #expect(tree("2000-02-29") == "@2000-02-29")
    #expect(tree("202X-02-29") == "@202X-02-29")
    for text in ["2022-02-29", "1900-02-29", "2022-02-30", "2022-04-31", "2022-01-32", "2022-01-00"] {
      #expect(codes(text) == ["R019"], "\(text)")
    }
    #expect(tree("2022-21") == "@2022-21")
    #expect(codes("2022-21-03") == ["R018"])
  }

  @Test func numbersOfEveryShape() {
    #expect(tree("1_000_000") == "1000000")
    #expect(tree("1e6") == "1000000.0")
    #expect(tree("9223372036854775807") == "9223372036854775807")
    #expect(codes("9223372036854775808") == ["R017"])
    #expect(codes("1e999") == ["R017"])
    #expect(tree("-3 - -2") == "(- (- 3) (- 2))")
  }
}
