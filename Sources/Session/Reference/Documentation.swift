/// What the `##` lines above a declaration say: a sentence, perhaps more, and examples.
public struct Documentation: Sendable {
  /// `expr  --> value`; what stands before it in the same block, without an answer, is run first.
  public struct Example: Sendable {
    public let code: String
    public let answer: String
    /// Where it stands among the lines of the documentation, counted from 0.
    public let line: Int
  }

  /// The first paragraph, on one line.
  public let summary: String
  /// The paragraphs after it, each on one line.
  public let paragraphs: [String]
  public let examples: [Example]
  /// The lines of examples as they were written, without their indentation.
  public let exampleLines: [String]

  /// Reads documentation without its marks: paragraphs at the margin, examples behind four spaces.
  public init(_ text: String) {
    var paragraphs: [String] = []
    var words: [Substring] = []
    var examples: [Example] = []
    var exampleLines: [String] = []
    var before: [String] = []
    func close() {
      if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
      words = []
    }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("    ") {
        close()
        let code = line.dropFirst(4)
        exampleLines.append(String(code))
        guard let (question, answer) = Documentation.parts(of: code) else {
          before.append(String(code))
          continue
        }
        examples.append(Example(code: (before + [question]).joined(separator: "\n"), answer: answer, line: number))
        before = []
      } else if line.allSatisfy(\.isWhitespace) {
        close()
        before = []
      } else {
        words.append(line)
      }
    }
    close()
    summary = paragraphs.first ?? ""
    self.paragraphs = Array(paragraphs.dropFirst())
    self.examples = examples
    self.exampleLines = exampleLines
  }

  /// A line of an example, cut at its last `-->`.
  private static func parts(of line: Substring) -> (String, String)? {
    guard let arrow = line.lastRange(of: "-->") else { return nil }
    return (String(line[..<arrow.lowerBound]).trimmed, String(line[arrow.upperBound...]).trimmed)
  }
}

extension StringProtocol {
  /// Where another text stands for the last time.
  func lastRange(of part: String) -> Range<Index>? {
    var end = endIndex
    while end > startIndex {
      let start = index(before: end)
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      end = start
    }
    return nil
  }
}
