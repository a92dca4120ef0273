import Builtins
import Diagnostics
import Evaluation
import Formats
import Syntax
import Values

extension Session {
  /// More about every message that Rep has, by code.
  public static let explanations: [Explanation] = [
    syntaxExplanations,
    nameExplanations,
    valueExplanations,
    runningExplanations,
    lightExplanations,
    privateExplanations,
    recordExplanations,
    builtinExplanations,
    stepExplanations,
    tableExplanations, readingExplanations, savingExplanations, typingExplanations, rowRecordsExplanations,
    formatExplanations,
    suppressionExplanations,
    candidateExplanations,
    hostExplanations,
    sessionExplanations,
  ].joined().sorted { $0.code < $1.code }

  /// What `rep explain` tells of a code, or nil when there is no such code.
  public func explain(_ code: String) -> String? {
    guard let explanation = Session.explanations.first(where: { $0.code == code.uppercased() }) else { return nil }
    var text = "\(explanation.code)  \(explanation.title)\n\n\(explanation.text)\n"
    if !explanation.wrong.isEmpty { text += "\nWrong:\n\n\(indented(explanation.wrong))\n" }
    if !explanation.right.isEmpty { text += "\nRight:\n\n\(indented(explanation.right))\n" }
    return text
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
  }

  /// A text laid out in the one way, or why it cannot be.
  public func format(bytes: [UInt8], name: String) -> Result<String, Refusal> {
    Syntax.format(Source(name: name, bytes: bytes)).mapError { Refusal($0.diagnostics) }
  }
}
