import Diagnostics

/// Counts tests, and tells of each that failed where it stands and what both sides were.
final class TestReport {
  private(set) var summary = TestSummary()
  private let output: Session.Output

  init(_ output: @escaping Session.Output) { self.output = output }

  func pass() { summary.passed += 1 }

  func fail(at place: String, _ title: String?, _ lines: [String]) {
    summary.failed += 1
    output("failed: \(place)\(title.map { ": \($0)" } ?? "")\n")
    for line in lines.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
      output("  \(line)\n")
    }
  }

  /// Holds what was shown against what should be, line by line, whatever blanks end them.
  func compare(_ question: String, _ expected: String, _ shown: String, at place: String) {
    if TestReport.lines(expected) == TestReport.lines(shown) { return pass() }
    let answers = [("should be", expected), ("is", shown)].flatMap { label, text in
      let lines = TestReport.lines(text)
      let head = label + ":" + String(repeating: " ", count: 11 - label.count)
      if lines.count < 2 { return [head + (lines.first ?? "(nothing)")] }
      return [label + ":"] + lines.map { "  \($0)" }
    }
    fail(at: place, nil, [question] + answers)
  }

  func cannotRun(_ found: [Diagnostic]) { summary.diagnostics += found }

  func close() {
    var line = "\(summary.passed) \(summary.passed == 1 ? "test" : "tests") passed"
    if summary.failed > 0 { line += ", \(summary.failed) failed" }
    output(line + "\n")
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while let last = line.last, last.isWhitespace { line.removeLast() }
      return String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
