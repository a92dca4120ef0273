import Diagnostics
import Testing

@Suite("Messages as text")
struct RenderingTests {
  /// A place in a source: the first occurrence of a text.
  private func place(_ part: String, in source: Source) -> Place {
    let bytes = Array(part.utf8)
    let offset = source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) } ?? source.bytes.count
    return Place(source, SourceRange(offset, offset + bytes.count))
  }

  private func lines(_ diagnostic: Diagnostic, width: Int? = nil) -> [String] {
    let text = render([diagnostic], as: width.map { .terminal(colour: false, width: $0) } ?? .plain)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `One place, a label, a note and help`() {
    let source = Source(name: "case.rep", text: "case wei {\n  origin: China\n  hots: Laos\n}\n")
    let diagnostic = Diagnostic(
      "R401", "unknown field \"hots\" of case", at: place("hots", in: source), label: "no such field",
      notes: ["a case has 12 fields"], help: "did you mean `host`?")
    #expect(
      render([diagnostic], as: .plain) == """
        error[R401]: unknown field "hots" of case
         --> case.rep:3:3
          |
        3 |   hots: Laos
          |   ^^^^ no such field
          |
          = note: a case has 12 fields
          = help: did you mean `host`?

        """)
  }

  @Test func `Two places in one file stand in one frame in the order of their lines`() {
    let text = (1...12).map { "line \($0)\n" }.joined()
    let source = Source(name: "a.rep", text: text)
    let diagnostic = Diagnostic(
      "R402", "used twice", at: place("line 12", in: source), label: "again here",
      others: [.init(place("line 2", in: source), "first here")])
    #expect(
      render([diagnostic], as: .plain) == """
        error[R402]: used twice
          --> a.rep:12:1
           |
         2 | line 2
           | ------ first here
        ...
        12 | line 12
           | ^^^^^^^ again here

        """)
  }

  @Test func `Two places on one line hang their labels below each other`() {
    let source = Source(name: "a.rep", text: "let x = 1 + \"one\"")
    let diagnostic = Diagnostic(
      "R301", "a number and a text cannot be added", at: place("+", in: source), label: "cannot add",
      others: [.init(place("1", in: source), "a number"), .init(place("\"one\"", in: source), "a text")])
    #expect(
      render([diagnostic], as: .plain) == """
        error[R301]: a number and a text cannot be added
         --> a.rep:1:11
          |
        1 | let x = 1 + "one"
          |         - ^ ----- a text
          |         | |
          |         | cannot add
          |         a number

        """)
  }

  @Test func `Two places in two files make two frames`() {
    let first = Source(name: "a.rep", text: "case wei {}\n")
    let second = Source(name: "b.rep", text: "\n\ncase wei {}\n")
    let diagnostic = Diagnostic(
      "R402", "two records are called `wei`", at: place("wei", in: second), label: "again here",
      others: [.init(place("wei", in: first), "first here")])
    #expect(
      render([diagnostic], as: .plain) == """
        error[R402]: two records are called `wei`
         --> b.rep:3:6
          |
        3 | case wei {}
          |      ^^^ again here
         ::: a.rep:1:6
          |
        1 | case wei {}
          |      --- first here

        """)
  }

  @Test(arguments: [
    ("東京 = bad", "東京 = bad", 7), ("cafe\u{301} bad", "cafe\u{301} bad", 5), ("\tbad", "    bad", 4),
    ("مصر bad", "مصر bad", 4), ("👨‍👩‍👧‍👦 bad", "👨‍👩‍👧‍👦 bad", 3), ("\u{0}\u{1B} bad", "␀␛ bad", 3),
    ("\u{202E}bad", "\\u{202E}bad", 8), ("bad\r\nnext", "bad", 0), ("x\u{2028}bad", "x\\u{2028}bad", 9),
  ])
  func `The mark stands under its cells`(text: String, shown: String, column: Int) {
    let source = Source(name: "a.rep", text: text)
    let output = lines(Diagnostic("R001", "no", at: place("bad", in: source)))
    #expect(output[3] == "1 | " + shown)
    #expect(output[4] == "  | " + String(repeating: " ", count: column) + "^^^")
  }

  @Test func `Bytes that are not UTF-8 keep the mark in its place`() {
    let source = Source(name: "a.rep", bytes: [0x61, 0xFF, 0xE2, 0x82, 0x62])
    let output = lines(Diagnostic("R001", "no", at: Place(source, SourceRange(4, 5))))
    #expect(output[3] == "1 | a\u{FFFD}\u{FFFD}b")
    #expect(output[4] == "  |    ^")
  }

  @Test func `A place at the end of the file stands behind what was written last`() {
    let source = Source(name: "a.rep", text: "case wei {\n  origin: China\n\n")
    let output = lines(Diagnostic("R101", "no", at: Place(source, SourceRange(28, 28)), label: "`}` is missing"))
    #expect(output[1] == " --> a.rep:2:16")
    #expect(output[3] == "2 |   origin: China")
    #expect(output[4] == "  |                ^ `}` is missing")
  }

  @Test(arguments: [0, 1, 7]) func `An empty file, and a place beyond its end, can be marked`(offset: Int) {
    let source = Source(name: "a.rep", text: "")
    let output = lines(Diagnostic("R101", "no", at: Place(source, SourceRange(offset, offset + 1))))
    #expect(output[1...] == [" --> a.rep:1:1", "  |", "1 |", "  | ^", ""])
  }

  @Test func `A place over several lines is marked to the end of the first`() {
    let source = Source(name: "a.rep", text: "if x {\n  y\n}\n")
    let output = lines(Diagnostic("R101", "no", at: Place(source, SourceRange(5, 12))))
    #expect(output[3...4] == ["1 | if x {", "  |      ^"])
  }

  @Test func `A line of a megabyte is cut around the mark`() {
    let text = String(repeating: "a ", count: 500_000) + "BAD" + String(repeating: " b", count: 500_000)
    let source = Source(name: "a.rep", text: text)
    let output = lines(
      Diagnostic("R101", "no", at: Place(source, SourceRange(1_000_000, 1_000_003)), label: "here"), width: 80)
    #expect(output[3].hasPrefix("1 | …"))
    #expect(output[3].hasSuffix("…"))
    #expect(output[3].displayWidth <= 80)
    let column = output[3].distance(from: output[3].startIndex, to: output[3].firstIndex(of: "B") ?? output[3].endIndex)
    #expect(output[4] == "  |" + String(repeating: " ", count: column - 3) + "^^^ here")
  }

  @Test func `Two places far apart on a long line are shown one after the other`() {
    let source = Source(name: "a.rep", text: "ONE" + String(repeating: " x", count: 400) + " TWO")
    let output = lines(
      Diagnostic("R101", "no", at: place("TWO", in: source), others: [.init(place("ONE", in: source), "")]), width: 60)
    #expect(output[3].hasPrefix("1 | ONE x"))
    #expect(output[3].hasSuffix("…"))
    #expect(output[4] == "  | ---")
    #expect(output[5].hasPrefix("1 | …"))
    #expect(output[5].hasSuffix(" TWO"))
    #expect(output[6].hasSuffix(" ^^^"))
    #expect(output[5].displayWidth == output[6].displayWidth)
  }

  @Test func `A message without a place has no frame`() {
    let diagnostic = Diagnostic("R501", "cannot read a.rep", help: "it is a folder")
    #expect(render([diagnostic], as: .plain) == "error[R501]: cannot read a.rep\n  help: it is a folder\n")
  }

  @Test func `What stands in a message cannot act on the terminal`() {
    let diagnostic = Diagnostic("R001", "unknown name \"\u{1B}[2J\"", help: "one\ntwo\u{7}")
    #expect(
      render([diagnostic], as: .terminal(colour: false, width: 80))
        == "error[R001]: unknown name \"␛[2J\"\n  help: one\n        two␇\n")
  }

  @Test func `Help on a screen breaks between words, and nowhere else`() {
    let words = "a word that is not in the tree is held against the meanings of those that are"
    let diagnostic = Diagnostic("R501", "no", help: words)
    let shown = render([diagnostic], as: .terminal(colour: false, width: 60)).split(separator: "\n").map(String.init)
    #expect(shown[1] == "  help: a word that is not in the tree is held against the")
    #expect(shown[2] == "        meanings of those that are")
    #expect(render([diagnostic], as: .plain).contains(words))
  }

  @Test func `Colour changes nothing but colour`() {
    let source = Source(name: "a.rep", text: "let x = 1 + \"one\"")
    let diagnostic = Diagnostic(
      "R301", "no", at: place("+", in: source), label: "here", others: [.init(place("1", in: source), "a number")],
      notes: ["a note"], help: "help")
    let coloured = render([diagnostic], as: .terminal(colour: true, width: 80))
    var bare = ""
    var isControl = false
    for character in coloured {
      if character == "\u{1B}" {
        isControl = true
      } else if isControl {
        isControl = character != "m"
      } else {
        bare.append(character)
      }
    }
    #expect(coloured.contains("\u{1B}["))
    #expect(bare == render([diagnostic], as: .terminal(colour: false, width: 80)))
  }

  @Test func `Several messages have an empty line between them`() {
    let diagnostic = Diagnostic("R501", "no")
    #expect(render([diagnostic, diagnostic], as: .plain) == "error[R501]: no\n\nerror[R501]: no\n")
    #expect(render([], as: .plain) == "")
  }

  @Test func `JSON is one object on a line`() {
    let source = Source(name: "a \"b\".rep", text: "é = 1\n")
    let diagnostic = Diagnostic(
      "R001", "tab \t, back \\ and \u{1}", at: Place(source, SourceRange(3, 4)), label: "x",
      others: [.init(Place(source, SourceRange(0, 2)), "مصر")], notes: ["n"])
    #expect(
      render([diagnostic], as: .json) == #"""
        {"version":1,"severity":"error","code":"R001","message":"tab \t, back \\ and \u0001","place":{"file":"a \"b\".rep","line":1,"column":3,"endLine":1,"endColumn":4,"start":3,"end":4},"label":"x","others":[{"place":{"file":"a \"b\".rep","line":1,"column":1,"endLine":1,"endColumn":2,"start":0,"end":2},"label":"مصر"}],"notes":["n"],"help":null}

        """#)
  }

  @Test func `JSON says what it cannot say with null`() {
    #expect(
      JSON.list([.real(.nan), .real(0.5), .integer(.min), .truth(true), .null, .list([]), .record([])]).text
        == "[null,0.5,-9223372036854775808,true,null,[],{}]")
  }
}
