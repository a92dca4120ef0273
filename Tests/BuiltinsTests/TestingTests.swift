import Diagnostics
import Testing

@testable import Session

/// What counts as a test of a file, and what is said of one that fails.
struct TestingTests {
  private func test(_ files: [String: String]) -> (summary: TestSummary, said: String) {
    var said = ""
    let session = Session(host: FilesHost(files))
    let summary = session.test(files: ["main.rep"], library: false) { said += $0 }
    return (summary, said)
  }

  @Test func anAnswerStandsBelowOrBehindItsQuestion() {
    let (summary, said) = test([
      "main.rep": """
      let xs = [3, 1, 2]
      length(xs)
      # --> 3
      xs | sort by it   # --> [1, 2, 3]
      show "not asked"
      """
    ])
    #expect(summary.passed == 2)
    #expect(said == "2 tests passed\n")
  }

  @Test func anAnswerMayHaveSeveralLines() {
    let (summary, _) = test([
      "main.rep": """
      for x in [1, 2] { show x }
      # --> 1
      #     2
      """
    ])
    #expect(summary.isGood && summary.passed == 1)
  }

  @Test func anAnswerIsAsWideOnEveryTerminal() {
    var said = ""
    let summary = Session(host: NarrowHost()).test(files: [], library: true) { said += $0 }
    #expect(summary.isGood && summary.passed > 0, "\(said)")
  }

  @Test func aWrongAnswerShowsBothSides() {
    let (summary, said) = test(["main.rep": "1 + 1\n# --> 3\n"])
    #expect(!summary.isGood)
    #expect(
      said == """
        failed: main.rep:1
          1 + 1
          should be:  3
          is:         2
        0 tests passed, 1 failed

        """)
  }

  @Test func aFailedCheckShowsTheValuesInside() {
    let (summary, said) = test([
      "main.rep": """
      let cases_found = 4
      test "all were found" {
        check cases_found == 5
        check cases_found > 3
      }
      """
    ])
    #expect(summary.failed == 1)
    #expect(
      said.hasPrefix("failed: main.rep:3: all were found\n  `cases_found == 5` does not hold\n  cases_found is 4\n"))
  }

  @Test func anUndecidedCheckFails() {
    let (summary, said) = test(["main.rep": "check unknown == 1\n"])
    #expect(summary.failed == 1)
    #expect(said.contains("cannot be decided"))
  }

  @Test func aTestThatStopsOnAMistakeFailsAndTheOthersRun() {
    let (summary, said) = test([
      "main.rep": """
      test "stops" { check 1 / 0 == 1 }
      test "runs" { check 1 == 1 }
      """
    ])
    #expect(summary.failed == 1 && summary.passed == 1)
    #expect(said.contains("R331"))
  }

  @Test func expectationsOfRecordsAreTests() {
    let (summary, said) = test([
      "main.rep": """
      case first "First" {
        origin: China
        2022-05 utility_cut by police
        expect count(.events) == 1
        expect count(.events) == 2
      }
      """
    ])
    #expect(summary.passed == 1 && summary.failed == 1)
    #expect(said.hasPrefix("failed: main.rep:5\n"))
  }

  @Test func examplesOfFunctionsAreTests() {
    let (summary, said) = test([
      "main.rep": """
      ## Three times a number.
      ##
      ##     thrice(2)   --> 6
      ##     thrice(3)   --> 8
      fn thrice(n) = 3 * n
      """
    ])
    #expect(summary.passed == 1 && summary.failed == 1)
    #expect(said.hasPrefix("failed: main.rep:4\n  thrice(3)\n"))
  }

  @Test func anExampleMayShowAMistake() {
    let (summary, _) = test([
      "main.rep": """
      ## One divided by a number.
      ##
      ##     inverse(0)   --> R331
      fn inverse(n) = 1 / n
      """
    ])
    #expect(summary.isGood && summary.passed == 1)
  }

  @Test func whatAFileUsesIsThere() {
    let (summary, _) = test([
      "main.rep": "use \"other.rep\"\ntwice(2)  # --> 4\n", "other.rep": "fn twice(n) = 2 * n\n",
    ])
    #expect(summary.isGood && summary.passed == 1)
  }

  @Test func aFileThatCannotBeReadIsAMessage() {
    var said = ""
    let summary = Session(host: FilesHost([:])).test(files: ["none.rep"], library: false) { said += $0 }
    #expect(!summary.isGood)
    #expect(summary.diagnostics.count == 1)
  }
}

/// A host with a few files in memory.
final class FilesHost: Host {
  private let files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    guard let text = files[path] else { throw Diagnostic("R500", "there is no file \(path)") }
    return Array(text.utf8)
  }
}

/// A terminal of few columns, and no files.
private final class NarrowHost: Host {
  let width = 40

  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    throw Diagnostic("R505", "\"\(path)\" is not there")
  }
}
