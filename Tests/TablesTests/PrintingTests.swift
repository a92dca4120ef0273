import Diagnostics
import Testing
import Values

@Suite struct PrintingTests {
  private func lines(_ value: Value, width: Int = 80) -> [String] {
    var lines = render(value, as: .text(width: width, rows: nil)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    lines.removeLast()
    return lines
  }

  private var mixed: Table {
    Table(items: [
      record(["name", "place", "n"], [.text("Abdulla"), .text("ئۈرۈمچى"), .integer(12)]),
      record(["name", "place", "n"], [.text("安泉忠"), .text("北京"), .integer(3)]),
      record(["name", "place", "n"], [.text("مريم"), .text("القاهرة"), notRecorded]),
      record(["name", "place", "n"], [.text("Zoë"), .text("Sa\u{303}o Paulo"), .integer(1234)]),
    ])
  }

  @Test func columnsLineUpByTheCellsOfTheirTexts() {
    let lines = lines(.table(mixed))
    #expect(lines.count == 8)
    // A number stands on the right: every row up to it takes the same cells.
    let widths = lines[3...6].map(\.displayWidth)
    #expect(Set(widths).count == 1)
    #expect(lines[0] == "name     place            n")
    #expect(lines[1] == "text     text        number")
    #expect(lines[4] == "安泉忠   北京             3")
  }

  @Test func textFromRightToLeftIsIsolated() {
    let line = lines(.table(mixed))[3]
    #expect(line.contains("\u{2068}ئۈرۈمچى\u{2069}"))
    #expect(line.hasSuffix("12"))
  }

  @Test func theFootCountsRowsUndecidedAndUnknown() throws {
    #expect(lines(.table(mixed)).last == "4 rows · unknown: n 1")
    let doubtful = mixed.with(mixed.rows, doubts: [nil, Doubt { ["a fact"] }, nil, nil])
    let lines = lines(.table(doubtful))
    #expect(lines.last == "3 rows · 1 cannot be decided · unknown: n 1")
    #expect(lines[4].hasPrefix("? 安泉忠"))
    #expect(lines[3].hasPrefix("  Abdulla"))
  }

  @Test(arguments: 20...200)
  func noLineIsWiderThanTheTerminal(width: Int) {
    let long = Table(items: [
      record(
        ["case", "what_was_said_in_the_long_statement", "origin", "number"],
        [.text("phnom_penh"), .text(String(repeating: "يعود إلى الصين ", count: 12)), .text("China"), .integer(1)]),
      record(
        ["case", "what_was_said_in_the_long_statement", "origin", "number"],
        [.text("eastern_district"), .text("short"), .text("China"), .integer(2)]),
    ])
    for line in lines(.table(long), width: width) + lines(.table(mixed), width: width) {
      #expect(line.displayWidth <= width, "\(line)")
    }
  }

  @Test func nothingIsCutWithoutAMark() {
    let table = Table(items: [record(["a", "b"], [.text("a long text that has no room"), .text("another long text")])])
    let text = lines(.table(table), width: 30)
    #expect(text[3].contains("…"))
    let many = Table(items: [record(["one", "two", "three", "four"], Array(repeating: .text("something"), count: 4))])
    #expect(lines(.table(many), width: 24).joined(separator: " ").hasSuffix("+2 columns: three, four"))
  }

  @Test func valuesPrintAsTheyWouldBeTyped() {
    #expect(Value.text("a \"b\"").printed == "a \"b\"")
    #expect(
      Value.list([.text("a \"b\""), .integer(1), notRecorded]).printed == "[\"a \\\"b\\\"\", 1, unknown (not_recorded)]"
    )
    #expect(record(["a", "two words"], [.integer(1), .truth(true)]).printed == "{a: 1, `two words`: true}")
    #expect(Value.disputed(Disputed([.text("a"), .text("b")])).printed == "disputed: \"a\" | \"b\"")
    #expect(Quantity.count(certain: 1, undecided: 0, unit: "cases").printed == "1 case")
    #expect(Quantity.count(certain: 12, undecided: 3, unit: "cases").printed == "12–15 cases")
  }

  @Test func deepNestingEnds() {
    var value = Value.integer(1)
    for _ in 0..<10_000 { value = .list([value]) }
    #expect(value.printed.contains("…"))
    _ = value.json.text
  }

  @Test func csvDefusesFormulasAndKeepsReasons() {
    let table = Table(items: [
      record(["a", "b"], [.text("=1+1"), .integer(-3)]), record(["a", "b"], [.text("x, \"y\""), notRecorded]),
    ])
    #expect(render(.table(table), as: .csv) == "a,b,b unknown\n'=1+1,-3,\n\"x, \"\"y\"\"\",,not_recorded\n")
  }

  @Test func whatIsDisputedKeepsItsCandidates() {
    let host = Value.disputed(Disputed([.text("Laos"), .text("Thailand")]))
    let table = Value.table(Table(items: [record(["n", "host"], [.integer(1), host])]))
    #expect(render(table, as: .csv) == "n,host,host unknown\n1,,\"disputed: \"\"Laos\"\" | \"\"Thailand\"\"\"\n")
    #expect(render(host, as: .csv) == "value,value unknown\n,\"disputed: \"\"Laos\"\" | \"\"Thailand\"\"\"\n")
    #expect(render(table, as: .markdown).contains("| 1 | disputed: \"Laos\" \\| \"Thailand\" |"))
    #expect(render(table, as: .json).contains("\"host\":{\"disputed\":[\"Laos\",\"Thailand\"]}"))
  }

  @Test func jsonKeepsReasonsAndEnds() {
    #expect(notRecorded.json.text == "{\"unknown\":[\"not_recorded\"]}")
    #expect(
      Quantity.count(certain: 12, undecided: 3, unit: nil).json.text == "{\"point\":12,\"low\":12,\"high\":15}")
    #expect(
      Value.quantity(Quantity(point: .integer(1), low: .real(0.5), high: .integer(1), unit: nil, known: 3)).json.text
        == "{\"point\":1,\"low\":0.5,\"high\":1,\"known\":3}")
    let possible = mixed.with(Array(mixed.rows.prefix(1)), doubts: [Doubt { ["a fact"] }])
    #expect(Value.table(possible).json.text.contains("\"membership\":\"possible\",\"lacking\":[\"a fact\"]"))
  }

  @Test func markdownHasARowOfDashesAndAFoot() {
    let table = Table(items: [record(["a", "n"], [.text("x|y"), .integer(2)])])
    #expect(render(.table(table), as: .markdown) == "| a | n |\n|---|--:|\n| x\\|y | 2 |\n\n1 row\n")
  }
}
