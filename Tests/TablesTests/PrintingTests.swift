import Diagnostics
import Testing
import Values

@Suite struct PrintingTests {
  private func lines(_ value: Value, width: Int = 80) throws -> [String] {
    try shown(value, as: .text(width: width, rows: nil))
  }

  private func shown(_ value: Value, as format: ValueFormat) throws -> [String] {
    try Values.lines(of: value, as: format, Watch())
  }

  private func table(_ items: [Value]) throws -> Table { try Table(items: items, Watch()) }

  private func mixed() throws -> Table {
    try table([
      record(["name", "place", "n"], [.text("Abdulla"), .text("ئۈرۈمچى"), .integer(12)]),
      record(["name", "place", "n"], [.text("安泉忠"), .text("北京"), .integer(3)]),
      record(["name", "place", "n"], [.text("مريم"), .text("القاهرة"), notRecorded]),
      record(["name", "place", "n"], [.text("Zoë"), .text("Sa\u{303}o Paulo"), .integer(1234)]),
    ])
  }

  @Test func columnsLineUpByTheCellsOfTheirTexts() throws {
    let lines = try lines(.table(mixed()))
    #expect(lines.count == 8)
    // A number stands on the right: every row up to it takes the same cells.
    let widths = lines[3...6].map(\.displayWidth)
    #expect(Set(widths).count == 1)
    #expect(lines[0] == "name     place            n")
    #expect(lines[1] == "text     text        number")
    #expect(lines[4] == "安泉忠   北京             3")
  }

  @Test func textFromRightToLeftIsIsolated() throws {
    let line = try lines(.table(mixed()))[3]
    #expect(line.contains("\u{2068}ئۈرۈمچى\u{2069}"))
    #expect(line.hasSuffix("12"))
  }

  @Test func theFootCountsRowsUndecidedAndUnknown() throws {
    let mixed = try mixed()
    #expect(try lines(.table(mixed)).last == "4 rows · unknown: n 1")
    let doubtful = mixed.with(mixed.rows, doubts: Doubts([nil, Doubt { ["a fact"] }, nil, nil]))
    let lines = try lines(.table(doubtful))
    #expect(lines.last == "3 rows · 1 cannot be decided · unknown: n 1")
    #expect(lines[4].hasPrefix("? 安泉忠"))
    #expect(lines[3].hasPrefix("  Abdulla"))
  }

  @Test(arguments: 20...200)
  func noLineIsWiderThanTheTerminal(width: Int) throws {
    let long = try table([
      record(
        ["case", "what_was_said_in_the_long_statement", "origin", "number"],
        [.text("phnom_penh"), .text(String(repeating: "يعود إلى الصين ", count: 12)), .text("China"), .integer(1)]),
      record(
        ["case", "what_was_said_in_the_long_statement", "origin", "number"],
        [.text("eastern_district"), .text("short"), .text("China"), .integer(2)]),
    ])
    for line in try lines(.table(long), width: width) + lines(.table(mixed()), width: width) {
      #expect(line.displayWidth <= width, "\(line)")
    }
  }

  @Test func nothingIsCutWithoutAMark() throws {
    let table = try table([record(["a", "b"], [.text("a long text that has no room"), .text("another long text")])])
    let text = try lines(.table(table), width: 30)
    #expect(text[3].contains("…"))
    let many = try self.table([record(["one", "two", "three", "four"], Array(repeating: .text("something"), count: 4))])
    #expect(try lines(.table(many), width: 24).joined(separator: " ").hasSuffix("+2 columns: three, four"))
  }

  @Test func valuesPrintAsTheyWouldBeTyped() throws {
    #expect(Value.text("a \"b\"").printed == "a \"b\"")
    #expect(
      Value.list([.text("a \"b\""), .integer(1), notRecorded]).printed == "[\"a \\\"b\\\"\", 1, unknown (not_recorded)]"
    )
    #expect(record(["a", "two words"], [.integer(1), .truth(true)]).printed == "{a: 1, `two words`: true}")
    #expect(Value.disputed(Disputed([.text("a"), .text("b")])).printed == "disputed: \"a\" | \"b\"")
    #expect(Quantity.count(certain: 1, undecided: 0, unit: "cases").printed == "1 case")
    #expect(Quantity.count(certain: 12, undecided: 3, unit: "cases").printed == "12–15 cases")
  }

  @Test func deepNestingEnds() throws {
    var value = Value.integer(1)
    for _ in 0..<10_000 { value = .list([value]) }
    #expect(value.printed.contains("…"))
    _ = try shown(value, as: .json)
  }

  @Test func csvDefusesFormulasAndKeepsReasons() throws {
    let table = try table([
      record(["a", "b"], [.text("=1+1"), .integer(-3)]), record(["a", "b"], [.text("x, \"y\""), notRecorded]),
    ])
    #expect(try shown(.table(table), as: .csv()) == ["a,b,b unknown", "'=1+1,-3,", "\"x, \"\"y\"\"\",,not_recorded"])
  }

  @Test func whatIsDisputedKeepsItsCandidates() throws {
    let host = Value.disputed(Disputed([.text("Laos"), .text("Thailand")]))
    let table = Value.table(try table([record(["n", "host"], [.integer(1), host])]))
    #expect(
      try shown(table, as: .csv()) == ["n,host,host unknown", "1,,\"disputed: \"\"Laos\"\" | \"\"Thailand\"\"\""])
    #expect(try shown(host, as: .csv()) == ["value,value unknown", ",\"disputed: \"\"Laos\"\" | \"\"Thailand\"\"\""])
    #expect(try shown(table, as: .markdown).contains("| 1 | disputed: \"Laos\" \\| \"Thailand\" |"))
    #expect(try shown(table, as: .json)[0].contains("\"host\":{\"disputed\":[\"Laos\",\"Thailand\"]}"))
  }

  @Test func jsonKeepsReasonsAndEnds() throws {
    #expect(try shown(notRecorded, as: .json) == ["{\"unknown\":[\"not_recorded\"]}"])
    #expect(
      try shown(Quantity.count(certain: 12, undecided: 3, unit: nil), as: .json) == [
        "{\"point\":12,\"low\":12,\"high\":15}"
      ])
    let known = Quantity(point: .integer(1), low: .real(0.5), high: .integer(1), unit: nil, known: 3)
    #expect(try shown(.quantity(known), as: .json) == ["{\"point\":1,\"low\":0.5,\"high\":1,\"known\":3}"])
    let mixed = try mixed()
    let possible = mixed.with(Array(mixed.rows.prefix(1)), doubts: Doubts([Doubt { ["a fact"] }]))
    #expect(try shown(.table(possible), as: .json)[0].contains("\"membership\":\"possible\",\"lacking\":[\"a fact\"]"))
  }

  @Test func markdownHasARowOfDashesAndAFoot() throws {
    let table = try table([record(["a", "n"], [.text("x|y"), .integer(2)])])
    #expect(try shown(.table(table), as: .markdown) == ["| a | n |", "|---|--:|", "| x\\|y | 2 |", "", "1 row"])
  }
}
