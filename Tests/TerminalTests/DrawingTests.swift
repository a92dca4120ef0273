import Session
import Testing

@testable import Terminal

@Suite struct DrawingTests {
  func drawing(_ text: String, cursor: Int, columns: Int) -> Drawing {
    Drawing(text: text, cursor: cursor, columns: columns, prompt: "rep> ", continuation: { _ in "  {> " })
  }

  @Test func aLineStandsAfterThePrompt() {
    let drawn = drawing("1 + 1", cursor: 1, columns: 80)
    #expect(drawn.rows.map(\.text) == ["rep> 1 + 1"])
    #expect(drawn.beforeCursor.text == "rep> 1")
  }

  @Test func aBlockHasAPromptOnEachLine() {
    let drawn = drawing("case {\n  a\n}", cursor: 9, columns: 80)
    #expect(drawn.rows.map(\.text) == ["rep> case {", "  {>   a", "  {> }"])
    #expect(drawn.cursorRow == 1)
    #expect(drawn.beforeCursor.text == "  {>   ")
  }

  @Test func aLongLineBreaksBeforeTheLastColumn() {
    let drawn = drawing("abcdefgh", cursor: 5, columns: 11)
    #expect(drawn.rows.map(\.text) == ["rep> abcde", "fgh"])
    #expect(drawn.cursorRow == 1)
    #expect(drawn.beforeCursor.text == "")
  }

  @Test func wideAndCombiningCharactersTakeTheirColumns() {
    #expect(drawing("日本語", cursor: 3, columns: 11).rows.map(\.width) == [9, 2])
    #expect(drawing("e\u{301}e\u{301}", cursor: 4, columns: 80).beforeCursor.width == 7)
  }

  @Test func noControlReachesTheTerminal() {
    for scalar in (0..<0x20).map({ Unicode.Scalar($0) }) + [0x7F, 0x9B, 0x202E].compactMap(Unicode.Scalar.init)
    where scalar != "\n" {
      let row = drawing(String(scalar), cursor: 1, columns: 80).rows[0].text
      #expect(!row.unicodeScalars.contains { $0.value < 0x20 || 0x7F..<0xA0 ~= $0.value || $0.value == 0x202E })
    }
  }

  @Test func theRowsRoundTheCursorFitTheScreen() {
    var drawn = drawing((0..<30).map(String.init).joined(separator: "\n"), cursor: 0, columns: 80)
    drawn.fit(height: 8)
    #expect(drawn.rows.count == 8)
    #expect(drawn.rows[drawn.cursorRow].text == "rep> 0")
  }

  @Test func aNarrowerTerminalBreaksRowsAnew() {
    let drawn = drawing(String(repeating: "x", count: 100), cursor: 100, columns: 80)
    #expect(drawn.cursorRow == 1)
    // The first row of 79 columns now takes two; the second, of 26, is still one.
    #expect(drawn.rowsAbove(columns: 40) == 2)
  }

  @Test func aFurtherLineNamesWhatIsOpen() {
    func prompt(_ open: String?) -> String { LineEditor.continuationPrompt(open, width: 5) }
    #expect(prompt("(") == "  (> ")
    #expect(prompt("case") == "case> ")
    #expect(prompt("something long {") == "  {> ")
    #expect(prompt(nil) == "  …> ")
    #expect(prompt("") == "  …> ")
  }

  @Test func completionsShareABeginning() {
    #expect(LineEditor.commonPrefix(["count", "country", "counted"]) == "count")
    #expect(LineEditor.commonPrefix(["e\u{301}a", "e"]) == "")
    #expect(LineEditor.commonPrefix([]) == nil)
  }

  @Test func aListOfCompletionsFitsItsRoom() {
    let words = (0..<100).map { Completion("word\($0)", kind: "field") }
    let rows = LineEditor.list(words, columns: 40, room: 5)
    #expect(rows.count == 5)
    #expect(rows.allSatisfy { $0.count <= 42 })
    #expect(rows.last?.contains("more") == true)
    let told = LineEditor.list([Completion("host", kind: "field", summary: "Where.")], columns: 40, room: 5)
    #expect(told == ["host  field  Where."])
  }
}
