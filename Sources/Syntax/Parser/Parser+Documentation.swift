import Diagnostics

/// `##` lines: the documentation of what stands below them, the meaning of the field before them, or prose.
extension Parser {
  /// The comments between the token before and this one.
  private var commentsHere: ArraySlice<Comment> {
    guard token.flags.contains(.documentationBefore) else { return [] }
    let lower = index == 0 ? 0 : previous.upper
    return comments[firstComment(notBefore: lower)..<firstComment(notBefore: token.lower)]
  }

  private func firstComment(notBefore offset: Int32) -> Int {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The `##` lines directly above this token; those that document nothing become prose.
  mutating func documentationBefore(_ statements: inout [Statement], isTopLevel: Bool) -> String? {
    let comments = commentsHere
    guard !comments.isEmpty else { return nil }
    var paragraphs: [Statement] = []
    var lines: [String] = []
    var range = SourceRange(0, 0)
    for comment in comments {
      if !lines.isEmpty, !comment.isDocumentation || comment.linesBefore > 1 {
        paragraphs.append(Statement(.prose(lines.joined(separator: "\n")), range))
        lines = []
      }
      guard comment.isDocumentation, comment.ownLine else { continue }
      if lines.isEmpty { range = SourceRange(Int(comment.lower), Int(comment.upper)) }
      range.upper = comment.upper
      lines.append(words(comment))
    }
    var documentation: String?
    if !lines.isEmpty {
      let text = lines.joined(separator: "\n")
      if token.kind != .end, isDocumented, linesBetween(range.upper, token.lower) == 1 {
        documentation = text
      } else {
        paragraphs.append(Statement(.prose(text), range))
      }
    }
    if isTopLevel { statements += paragraphs }
    return documentation
  }

  /// The `##` lines above a line of a record or a field of a kind.
  func lineDocumentation() -> String? {
    var lines: [String] = []
    for comment in commentsHere {
      if !comment.isDocumentation || comment.linesBefore > 1 { lines = [] }
      if comment.isDocumentation, comment.ownLine { lines.append(words(comment)) }
    }
    guard !lines.isEmpty, let last = commentsHere.last, linesBetween(last.upper, token.lower) == 1 else { return nil }
    return lines.joined(separator: "\n")
  }

  /// The `##` behind a field, on its own line.
  func documentationBehind() -> String? {
    for comment in commentsHere where comment.isDocumentation && !comment.ownLine { return words(comment) }
    return nil
  }

  /// What a comment says, without its marks.
  private func words(_ comment: Comment) -> String {
    let upper = Int(comment.upper)
    var lower = Int(comment.lower) + 2
    if lower < upper, source.bytes[lower] == UInt8(ascii: " ") { lower += 1 }
    var text = source.text(in: SourceRange(lower, upper))
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }

  private func linesBetween(_ lower: Int32, _ upper: Int32) -> Int {
    guard lower < upper else { return 0 }
    return source.bytes[Int(lower)..<Int(upper)].count { $0 == UInt8(ascii: "\n") }
  }

  /// Documentation belongs to kinds, functions, rules, patterns, sets and records; above anything else it is prose.
  private var isDocumented: Bool {
    switch token.kind {
    case .reserved: token.word == .fn
    case .name: declarationWord.map { $0 != .same && $0 != .test } ?? beginsRecord
    default: false
    }
  }
}
