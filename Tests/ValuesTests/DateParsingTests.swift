import Testing

@testable import Values

/// What each form of EDTF means in days. The texts are the examples of the specification of the Library of Congress
/// (https://www.loc.gov/standards/datetime/, 4 February 2019); the days follow from its words and the calendar.
struct DateParsingTests {
  static let noStart = "-∞"
  static let noEnd = "∞"

  /// A point has two days: the first and the last that it could be. A stretch has four: first and last day on which it
  /// could begin, first and last on which it could end.
  static let examples: [(String, [String])] = [
    // Level 0
    ("1985-04-12", ["1985-04-12", "1985-04-12"]),
    ("1985-04", ["1985-04-01", "1985-04-30"]),
    ("1985", ["1985-01-01", "1985-12-31"]),
    ("1985-04-12T23:20:30", ["1985-04-12", "1985-04-12"]),
    ("1985-04-12T23:20:30Z", ["1985-04-12", "1985-04-12"]),
    ("1985-04-12T23:20:30-04", ["1985-04-12", "1985-04-12"]),
    ("1985-04-12T23:20:30+04:30", ["1985-04-12", "1985-04-12"]),
    ("1964/2008", ["1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31"]),
    ("2004-06/2006-08", ["2004-06-01", "2004-06-30", "2006-08-01", "2006-08-31"]),
    ("2004-02-01/2005-02-08", ["2004-02-01", "2004-02-01", "2005-02-08", "2005-02-08"]),
    ("2004-02-01/2005-02", ["2004-02-01", "2004-02-01", "2005-02-01", "2005-02-28"]),
    ("2004-02-01/2005", ["2004-02-01", "2004-02-01", "2005-01-01", "2005-12-31"]),
    ("2005/2006-02", ["2005-01-01", "2005-12-31", "2006-02-01", "2006-02-28"]),
    // Level 1
    ("2001-21", ["2001-03-01", "2001-05-31"]),
    ("1984?", ["1984-01-01", "1984-12-31"]),
    ("2004-06~", ["2004-05-01", "2004-07-31"]),
    ("2004-06-11%", ["2004-06-10", "2004-06-12"]),
    ("201X", ["2010-01-01", "2019-12-31"]),
    ("20XX", ["2000-01-01", "2099-12-31"]),
    ("2004-XX", ["2004-01-01", "2004-12-31"]),
    ("1985-04-XX", ["1985-04-01", "1985-04-30"]),
    ("1985-XX-XX", ["1985-01-01", "1985-12-31"]),
    ("1985-04-12/..", ["1985-04-12", "1985-04-12", noEnd, noEnd]),
    ("1985-04/..", ["1985-04-01", "1985-04-30", noEnd, noEnd]),
    ("1985/..", ["1985-01-01", "1985-12-31", noEnd, noEnd]),
    ("../1985-04-12", [noStart, noStart, "1985-04-12", "1985-04-12"]),
    ("../1985-04", [noStart, noStart, "1985-04-01", "1985-04-30"]),
    ("../1985", [noStart, noStart, "1985-01-01", "1985-12-31"]),
    ("1985-04-12/", ["1985-04-12", "1985-04-12", "1985-04-12", noEnd]),
    ("1985-04/", ["1985-04-01", "1985-04-30", "1985-04-01", noEnd]),
    ("1985/", ["1985-01-01", "1985-12-31", "1985-01-01", noEnd]),
    ("/1985-04-12", [noStart, "1985-04-12", "1985-04-12", "1985-04-12"]),
    ("/1985-04", [noStart, "1985-04-30", "1985-04-01", "1985-04-30"]),
    ("/1985", [noStart, "1985-12-31", "1985-01-01", "1985-12-31"]),
    ("-1985", ["-1985-01-01", "-1985-12-31"]),
    // Level 2
    ("1950S2", ["1900-01-01", "1999-12-31"]),
    ("2001-34", ["2001-04-01", "2001-06-30"]),
    ("[1667,1668,1670..1672]", ["1667-01-01", "1672-12-31"]),
    ("[..1760-12-03]", [noStart, "1760-12-03"]),
    ("[1760-12..]", ["1760-12-01", noEnd]),
    ("[1760-01,1760-02,1760-12..]", ["1760-01-01", noEnd]),
    ("[1667,1760-12]", ["1667-01-01", "1760-12-31"]),
    ("[..1984]", [noStart, "1984-12-31"]),
    ("{1667,1668,1670..1672}", ["1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31"]),
    ("{1960,1961-12}", ["1960-01-01", "1960-12-31", "1961-12-01", "1961-12-31"]),
    ("{..1984}", [noStart, noStart, "1984-01-01", "1984-12-31"]),
    ("2004-06~-11", ["2004-05-11", "2004-07-11"]),
    ("2004?-06-11", ["2004-06-11", "2004-06-11"]),
    ("?2004-06-~11", ["2004-06-10", "2004-06-12"]),
    ("2004-%06-11", ["2004-05-11", "2004-07-11"]),
    ("156X-12-25", ["1560-12-25", "1569-12-25"]),
    ("15XX-12-25", ["1500-12-25", "1599-12-25"]),
    ("XXXX-12-XX", ["0000-12-01", "9999-12-31"]),
    ("1XXX-XX", ["1000-01-01", "1999-12-31"]),
    ("1XXX-12", ["1000-12-01", "1999-12-31"]),
    ("1984-1X", ["1984-10-01", "1984-12-31"]),
    ("2004-06-~01/2004-06-~20", ["2004-05-31", "2004-06-02", "2004-06-19", "2004-06-21"]),
    ("2004-06-XX/2004-07-03", ["2004-06-01", "2004-06-30", "2004-07-03", "2004-07-03"]),
    // Rep's own, and what the calendar makes of the rest
    (
      "{2019-03/2019-05,2020-01/2020-02~}",
      ["2019-03-01", "2019-03-31", "2020-01-01", "2020-03-31"]
    ),
    ("2022-05..2022-09", ["2022-05-01", "2022-09-30"]),
    ("2022..2024", ["2022-01-01", "2024-12-31"]),
    ("2022-XX-31", ["2022-01-31", "2022-12-31"]),
    ("202X-02-29", ["2020-02-29", "2028-02-29"]),
    ("2023-XX-29", ["2023-01-29", "2023-12-29"]),
    ("2022~", ["2021-01-01", "2023-12-31"]),
    ("202X~", ["2010-01-01", "2039-12-31"]),
    ("2022-05-31~", ["2022-05-30", "2022-06-01"]),
    ("2022-01~", ["2021-12-01", "2022-02-28"]),
    ("2022-05~-31", ["2022-04-30", "2022-06-30"]),
    ("2024~-02-29", ["2023-02-28", "2025-02-28"]),
    ("2022-33~", ["2021-10-01", "2022-06-30"]),
    ("2022-24", ["2021-12-01", "2023-02-28"]),
    ("2022-29", ["2022-09-01", "2022-11-30"]),
    ("2022-37", ["2022-01-01", "2022-04-30"]),
    ("2022-41", ["2022-07-01", "2022-12-31"]),
    ("Y12022", ["Y12022-01-01", "Y12022-12-31"]),
    ("Y17E3", ["Y17000-01-01", "Y17000-12-31"]),
    ("Y3388E2S3", ["Y338000-01-01", "Y338999-12-31"]),
    ("2022/2022-05", ["2022-01-01", "2022-05-31", "2022-05-01", "2022-05-31"]),
  ]

  static func name(_ day: Int32) -> String {
    switch day {
    case Days.unboundedPast: noStart
    case Days.unboundedFuture: noEnd
    default: Calendar.text(Int(day))
    }
  }

  @Test(arguments: examples) func anExampleIsReadAsItsDays(_ text: String, _ expected: [String]) throws {
    let date = try Date.parse(text)
    let found =
      date.isPoint
      ? [date.earliestStart, date.latestStart]
      : [date.earliestStart, date.latestStart, date.earliestEnd, date.latestEnd]
    #expect(found.map(Self.name) == expected)
    #expect(date.text == text)
  }

  @Test func publishedDatesAgree() throws {
    let rows = publishedDates.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.count > 200)
    for row in rows where row.count == 3 {
      let date = try Date.parse(row[0])
      var found = [date.earliestStart, date.latestEnd]
      switch date.form {
      case .point(let possible, let asWritten): found = [(asWritten ?? possible).first, (asWritten ?? possible).last]
      case .stretch, .several:
        // `~` at an end of a stretch is taken off by reading it without.
        let bare = try Date.parse(row[0].filter { $0 != "~" && $0 != "%" })
        found = [bare.earliestStart, bare.latestEnd]
      }
      #expect(found.map(Self.name) == Array(row[1...]), "\(row[0])")
    }
  }

  @Test func marksAreKept() throws {
    #expect(try Date.parse("2022-05~").isApproximate)
    #expect(try !Date.parse("2022-05~").isDoubtful)
    #expect(try Date.parse("2022-05?").isDoubtful)
    #expect(try !Date.parse("2022-05?").isApproximate)
    #expect(try Date.parse("2022-05%").isApproximate && Date.parse("2022-05%").isDoubtful)
    #expect(try Date.parse("?2004-06/2008").isDoubtful)
    #expect(try Date.parse("[1667,1668~]").isApproximate)
  }

  /// Years too far for the calendar are kept apart from all near ones, and never told from each other.
  @Test func farYears() throws {
    let far = try Date.parse("Y170000002")
    let further = try Date.parse("Y-17E7")
    let now = try Date.parse("2022-05-03")
    #expect(now.isBefore(far).isYes)
    #expect(further.isBefore(now).isYes)
    #expect(try far.isBefore(Date.parse("Y180000000")).isUnknown)
    #expect(try far.isEqual(Date.parse("Y180000000")).isUnknown)
    #expect(try Date.parse("Y999999999999999999999999E99999999999S3").isAfter(now).isYes)
    #expect(try Date.parse("Y171010000S3").isAfter(now).isYes)
  }

  static let refused: [(String, String)] = [
    ("2022-02-29", "February 2022 has 28 days, so there is no day 29"),
    ("2022-13", "there is no month 13"),
    ("2022-00", "there is no month 00"),
    ("2022-42", "there is no month 42"),
    ("2022-2X", "there is no month 2X"),
    ("2022-05-32", "May has 31 days, so there is no day 32"),
    ("2022-04-31", "April has 30 days, so there is no day 31"),
    ("2022-05-00", "May has 31 days, so there is no day 00"),
    ("2022-02-3X", "February 2022 has 28 days, so there is no day 3X"),
    ("2022-5", "a month has two digits, not `5`"),
    ("2022-05-3", "a day has two digits, not `3`"),
    ("2022-05-033", "a day has two digits, not `033`"),
    ("987", "a year has four digits, not `987`"),
    ("12022", "a year has four digits, not `12022`"),
    ("2020-01/2018-12", "it ends (2018-12) before it begins (2020-01)"),
    ("2022-09..2022-05", "it ends (2022-05) before it begins (2022-09)"),
    ("2022/05/03", "a stretch has one `/`, between its first and its last day"),
    ("../..", "a stretch needs at least one end that is a date"),
    ("/", "a stretch needs at least one end that is a date"),
    ("2022..", "one day between two dates needs both"),
    ("2022-05-03T25:00", "`25:00` is not a time of day"),
    ("2022-21-03", "a season or a quarter has no day"),
    ("Y12022-05", "a year written with Y or S stands without a month"),
    ("1950S5", "S gives how many digits of the year are meant, from 1 to as many as it has"),
    ("[1667,1668", "`]` is missing at the end"),
    ("[1667/1668]", "one of several holds single dates and A..B, not stretches with `/`"),
    ("[]", "it ends too early"),
    ("", "it is empty"),
    ("2022-", "it ends too early"),
    ("May 2022", "`M` cannot stand here"),
    ("2022年", "`年` cannot stand here"),
    ("2022-05-03 ", "` ` cannot stand here"),
    ("2022~~", "`~` cannot stand here"),
  ]

  @Test(arguments: refused) func aWrongDateIsRefusedInWords(_ text: String, _ reason: String) {
    let error = #expect(throws: DateError.self) { try Date.parse(text) }
    #expect(error?.message == reason)
    if let error { #expect(error.lower <= error.upper && error.upper <= text.utf8.count) }
  }

  /// No text at all may stop the program.
  @Test func anyBytesAreReadOrRefused() {
    var generator = Numbers(seed: 3)
    let alphabet = Array("0123456789XYES-/.~?%[]{},T:Z 年\u{0}")
    for _ in 0..<4000 {
      let text = String((0..<generator.next(18)).map { _ in alphabet[generator.next(alphabet.count)] })
      if let date = try? Date.parse(text) {
        #expect(date.earliestStart <= date.latestStart && date.earliestEnd <= date.latestEnd, "\(text)")
        #expect(date.earliestStart <= date.latestEnd, "\(text)")
      }
    }
    for (text, _) in Self.examples {
      for position in 0..<text.count {
        var mutated = Array(text)
        mutated[position] = alphabet[generator.next(alphabet.count)]
        _ = try? Date.parse(String(mutated))
      }
    }
  }
}
