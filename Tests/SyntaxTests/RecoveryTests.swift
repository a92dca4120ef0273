import Diagnostics
import Testing

@testable import Syntax

/// One mistake one message, left-most first, and the rest is still read.
@Suite struct RecoveryTests {
  @Test func tenMistakesGiveTenMessages() {
    let text = """
      let = 1
      let a = 2022-13
      case b { origin China }
      case c {
        host: 3 + 4
        2022-05 t by x by y
        size: 5 standing: worker
        note: "ok"
      }
      if a = 3 { show a }
      let f = 1 < 2 < 3
      fn g(a) -> number = a
      cases | where(.a) and .b
      show a
      """
    let program = parse(Source(name: "test", text: text))
    #expect(
      program.diagnostics.map(\.code) == [
        "R100", "R018", "R113", "R117", "R119", "R118", "R106", "R108", "R133", "R122",
      ])
    #expect(program.dump.contains("(field note \"ok\")"))
    #expect(program.dump.hasSuffix("(show a)"))
  }

  @Test func anUnclosedBracketDoesNotEatTheRest() throws {
    let text = "let x = (1 + 2\nlet y = 3\nlet z = [4\ncase a {\n  b: 1\n}\nlet = 5\n"
    #expect(codes(text) == ["R103", "R103", "R100"])
    #expect(try marked(text) == "(")
    let program = parse(Source(name: "test", text: text))
    #expect(program.dump.contains("(let y 3)"))
    #expect(program.dump.contains("(field b 1)"))
  }

  @Test func anUnclosedRecordEndsWhereTheNextBegins() throws {
    let text = "case a {\n  x: 1\ncase b {\n  y: 2\n}\nlet z = 3\n"
    #expect(codes(text) == ["R103"])
    let program = parse(Source(name: "test", text: text))
    #expect(program.dump == "(record case a (body (field x 1)))\n(record case b (body (field y 2)))\n(let z 3)")
  }

  @Test func theIndentationTellsWhichBraceIsMissing() throws {
    let text = "case a {\n  relative m {\n    x: 1\n  relative n { y: 2 }\n}\ncase b {\n  y: 1\n}\n"
    #expect(codes(text) == ["R103"])
    let mistake = try firstMistake(text)
    let place = try #require(mistake.place)
    #expect(place.source.line(at: place.range.lower) == 2)
  }

  @Test func anUnclosedBracketInABlockEndsBeforeTheNextStatement() {
    #expect(codes("fn f() {\n  g(1\n  let y = 2 + +\n}\nlet z = 1\n") == ["R103", "R100"])
  }

  @Test func leftMostFirst() {
    #expect(codes("let x = [1, 2\nlet y = “a”\n") == ["R103", "R009"])
    #expect(codes("let x = “a” (") == ["R009", "R111", "R103"] || codes("let x = “a” (").first == "R009")
  }

  @Test func strayBracketsAreToldAndPassedOver() {
    #expect(codes("a)") == ["R104"])
    #expect(codes("}\nlet x = 1") == ["R104"])
    #expect(codes("f(1]") == ["R104", "R103"] || codes("f(1]") == ["R103", "R104"])
  }

  // MARK: Incomplete

  @Test(arguments: [
    "x +", "x =", "let x =", "f(a,", "f(", "case x {", "cases |", "if a then b", "if a then", "fn f() {", "(a,", "[1,",
    "let t = \"\"\"\n a", "case x {\n  a: 1", "if a {", "x and", "pattern p = a then", "match x {", "a,\nb -> c (",
  ])
  func whatAnotherLineCouldMendIsIncomplete(_ text: String) {
    let isFirstMistakeEarlier = text.hasPrefix("a,")
    for end in ["", "\n"] {
      let program = parse(Source(name: "test", text: text + end), as: .entry)
      #expect(program.isIncomplete == !isFirstMistakeEarlier, "\(text)")
      #expect(program.open.isEmpty == isFirstMistakeEarlier, "\(text)")
    }
  }

  @Test(arguments: [
    "\"abc", "let", "let x", "fn f", "fn f(a)", "case x", "for c in cases", "x = = 3", "if a {\n} else", "a b", "1.",
    "x.",
    "use", "while x", "case x \"a\"\n{ a: 1 }", "let x = 2022-13 +",
  ])
  func whatNoLineCouldMendIsAnErrorAtOnce(_ text: String) {
    for end in ["", "\n"] {
      let program = parse(Source(name: "test", text: text + end), as: .entry)
      #expect(!program.isIncomplete, "\(text)")
      #expect(!program.diagnostics.isEmpty, "\(text)")
    }
  }

  @Test func theContinuationPromptNamesWhatIsOpen() {
    func open(_ text: String) -> [String] { parse(Source(name: "test", text: text), as: .entry).open }
    #expect(open("case x {") == ["case"])
    #expect(open("case x {\n  relative m {") == ["case", "relative"])
    #expect(open("f(1, [2") == ["(", "["])
    #expect(open("let x = 1 +") == ["+"])
    #expect(open("if a then b") == ["if"])
    #expect(open("let t = \"\"\"") == ["\"\"\""])
    #expect(open("let x = 1") == [])
  }

  @Test func aLinePipedAtThePromptGoesOnFromTheLastAnswer() {
    #expect(parse(Source(name: "test", text: "| where .x | count"), as: .entry).dump == "(| (where .x) (count))")
    #expect(codes("| where .x") == ["R124"])
    #expect(codes("let x = 1\n\nfn f() = 2\n| g", as: .entry) == [])
  }

  @Test func aLoneLineOfDocumentationWaitsForTheNextEntry() {
    #expect(parse(Source(name: "test", text: "## A."), as: .entry).isIncomplete)
    #expect(!parse(Source(name: "test", text: "## A.\n\n"), as: .entry).isIncomplete)
    #expect(!parse(Source(name: "test", text: "## A.\nlet x = 1"), as: .entry).isIncomplete)
    #expect(!parse(Source(name: "test", text: "## A.")).isIncomplete)
  }
}
