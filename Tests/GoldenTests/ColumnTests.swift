import Diagnostics
import Session
import Testing

/// A table whose cells came by column answers every question as one whose rows came one by one.
@Suite struct ColumnTests {
  static let heads = ["name", "place", "year", "days"]

  /// Rows in which cells repeat, differ, and are missing.
  static func rows(_ chance: inout Chance, _ count: Int) -> [[String?]] {
    (0..<count).map { row in
      [
        "n\(row)", ["Chad", "Peru", "Laos", nil][chance.next(below: 4)],
        ["2015", "2016", "2016-05", "2016~", "n.d.", nil][chance.next(below: 6)],
        chance.next(below: 5) == 0 ? nil : "\(chance.next(below: 40))",
      ]
    }
  }

  static let tests = [
    #".place == "Chad""#, ".days is known", #"not (.place == "Peru")"#, ".place in [\"Chad\", \"Laos\"]",
    ".place == .year", "length(.name) > 2", #"starts_with(.year, "2016")"#, "number(.days) > 20", "true", "unknown",
    "is_number(.year)", "limit == .days", "odd(.days)", "it.place == .place", "kept(.place)",
    "weight(it) > 1", "weight(.days) == 0", "weight({ place: .place, year: .year }) > 1",
    "odd(number(.days) + weight(it))", ".place == chosen[1]", "number(.days) - number(.days) == 0",
  ]
  static let steps = [
    "count", "group by .place", "group by .place, .year { n: count(), days: max(.days) }", "sort by .year, .days desc",
    "select .place, twice: .days ?? \"none\"", "add { more: length(.place) } | drop .name", "rename where_to: .place",
    "distinct .place", "top 3 by .days", "top 3 by .place asc, .name", "top 2 by .name, .year", "first 3", "last",
    "undecided", "certain | count", "possible | count",
    "share(.place == \"Chad\")", "any(.place == \"Chad\")", "all(.days is known)",
    "min .year", "group by .place { days: .days } | distinct .days",
    "group by .name { years: .year } | distinct .years",
    "transitions .place by .days within: .year | group by .from, .to", "group by .name { days: .days } | first 2",
    "where .place is known | group by .place { days: .days, years: .year }",
    "group by length(.place)", "add { weight: weight(it) } | group by .weight", "sum weight(it)",
    "select .days | distinct | sort by .days",
  ]

  @Test func columnsAnswerAsRowsDo() {
    var chance = Chance(state: 11)
    for round in 1...12 {
      let rows = Self.rows(&chance, round * 4)
      let lines = rows.map { $0.map { $0 ?? "" }.joined(separator: ",") }
      let records = rows.map { row in
        let cells = zip(Self.heads, row).map { "\($0): \($1.map { "\"\($0)\"" } ?? "unknown")" }
        return "{ \(cells.joined(separator: ", ")) }"
      }
      let text = ([Self.heads.joined(separator: ",")] + lines).joined(separator: "\\n")
      let start = """
        let limit = "7"
        let chosen = ["Chad", "Peru"]
        fn odd(days) = days is known and mod(number(days), 2) == 1
        fn kept(place) = place in chosen
        fn weight(row) {
          if row.place is unknown { return 0 }
          let known = if row.place == "Chad" then 2 else 1
          if row.year is known then known * 2 else known
        }
        let by_column = read(text: "\(text)\\n")
        let by_row = [\(records.joined(separator: ", "))]

        """
      let session = Session(host: TextHost(""))
      #expect(
        session.run(bytes: Array(start.utf8), name: "tables.rep") { _ in }.filter { $0.severity == .error }.isEmpty)
      for test in Self.tests {
        for other in [Self.tests[chance.next(below: Self.tests.count)], "\(test) or .days is unknown"] {
          let step = Self.steps[chance.next(below: Self.steps.count)]
          for question in ["where \(test) and \(other) | \(step)", "where \(other) | \(step)", "count \(test)"] {
            let answers = ["by_column", "by_row"].map { table in
              var said = ""
              let found = session.enter("\(table) | \(question)") { said += $0 }
              return said + found.map { "\($0.code) \($0.message) \($0.notes)" }.joined()
            }
            #expect(answers[0] == answers[1], "\(question)")
          }
        }
      }
    }
  }

  static let dates = [
    "2016", "2016-05", "2016-05-09", "2016-05-11", "2016~", "2015-12-30/2016-02", "../2017", "2016-XX-03", "2017/..",
    nil,
  ]
  static let testsOfDates = [
    ".opened <= .closed", ".closed < .opened", ".opened before .closed", ".closed after .opened + 30 days",
    ".opened >= .closed - 1 month", "row -> row.closed > row.opened + 1 year", ".closed - .opened > 60 days",
    ".opened < .closed and .closed <= 2016-06", "not (.opened after .closed)", "(.closed ?? .opened) >= .opened",
    ".opened + (.closed - .opened) >= .closed", ".opened < .name", ".opened is known and .closed is known",
  ]
  static let stepsOfDates = [
    "count", "undecided", "median .closed - .opened", "percentile 90, (.closed - .opened) / 1 day",
    "percentile 10, (.closed - .opened) / 2 weeks", "mean (.closed - .opened) / 1 day", "max .closed - .opened",
    "group by .closed - .opened", "select open: .closed - .opened, weeks: (.closed - .opened) / 7 days",
    "sort by .closed - .opened | first 2", "percentile 50, (.closed - .opened) / 1 month",
  ]

  @Test func datesAnswerAsRowsDo() {
    var chance = Chance(state: 5)
    for round in 1...12 {
      let rows = (0..<round * 4).map { row in
        ["n\(row)"] + (0..<2).map { _ in Self.dates[chance.next(below: Self.dates.count - (round % 3 == 0 ? 4 : 0))] }
      }
      let lines = rows.map { $0.map { $0 ?? "" }.joined(separator: ",") }
      let records = rows.map { row in
        let dates = zip(["opened", "closed"], row[1...]).map { "\($0): \($1.map { "@\"\($0)\"" } ?? "unknown")" }
        return "{ name: \"\(row[0] ?? "")\", \(dates.joined(separator: ", ")) }"
      }
      let text = (["name,opened,closed"] + lines).joined(separator: "\\n")
      let start = """
        let by_column = read(text: "\(text)\\n") | typed { opened: date, closed: date }
        let by_row = [\(records.joined(separator: ", "))]

        """
      let session = Session(host: TextHost(""))
      let found = session.run(bytes: Array(start.utf8), name: "tables.rep") { _ in }
      #expect(found.filter { $0.severity == .error }.isEmpty, "\(found.map(\.message))")
      for step in Self.stepsOfDates {
        for test in [nil] + Self.testsOfDates {
          let question = test.map { "where \($0) | \(step)" } ?? step
          let answers = ["by_column", "by_row"].map { table in
            var said = ""
            let found = session.enter("\(table) | \(question)") { said += $0 }
            return said + found.map { "\($0.code) \($0.message) \($0.notes)" }.joined()
          }
          #expect(answers[0] == answers[1], "\(question)")
        }
      }
    }
  }
}
