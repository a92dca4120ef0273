import Diagnostics

/// What the parser says of the heads of columns, and of what a step is told in the wrong place.
extension Diagnostic {
  static func headOfSeveralWords(_ place: Place, _ words: String) -> Diagnostic {
    Diagnostic(
      "R113", "one name is one word", at: place,
      help: "a head that is no single word stands in backticks: `` `\(words)`: ``")
  }
  static func argumentBehindBraces(_ place: Place, _ step: String, _ argument: String) -> Diagnostic {
    Diagnostic(
      "R111", "what `\(step)` is told by name stands behind its braces", at: place,
      help: "it stands before them: `\(step) \(argument) { … }`")
  }
  static func headWithoutBackticks(_ place: Place, _ head: String) -> Diagnostic {
    let number = head.allSatisfy(\.isNumber) ? "a number is `0.\(head)`; " : ""
    return Diagnostic(
      "R129", "a field must follow `.`, without a space", at: place,
      help: "\(number)a head with other signs than letters stands in backticks: .`\(head)`")
  }
  static func keyMissing(_ place: Place, _ step: String) -> Diagnostic {
    Diagnostic(
      "R100", "a key must stand here, by which the rows are put together, before the braces", at: place,
      help: "`\(step) by .host { … }`; all rows together are counted by `| count`")
  }
}
