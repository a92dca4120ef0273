import Diagnostics

/// What was wrong in a text that was to be formatted.
public struct Mistakes: Error, Sendable {
  public let diagnostics: [Diagnostic]
}

/// A text in the one shape that Rep gives to scripts: two spaces a level, one blank between tokens, columns of fields
/// and dates aligned. Lines stay where they were broken, comments stay where they stood, and the meaning is the same.
public func format(_ source: Source) -> Result<String, Mistakes> {
  var lexer = Lexer(source)
  guard lexer.checkBytes() else { return .failure(Mistakes(diagnostics: lexer.faults.told())) }
  lexer.run()
  var brackets = Brackets(source, lexer.tokens, isEntry: false)
  brackets.pair()
  var parser = Parser(source, brackets.tokens, lexer.comments, .file)
  parser.beginnings = []
  let program = parse(source)
  guard program.diagnostics.isEmpty else {
    return .failure(Mistakes(diagnostics: program.diagnostics.told(beside: program.untold)))
  }
  _ = parser.program(open: [])
  var formatter = Formatter(source, brackets.tokens, lexer.comments, parser.beginnings ?? [])
  let text = formatter.format()
  // The tree is the judge: what would mean anything else is not written.
  let again = parse(Source(name: source.name, text: text))
  guard again.diagnostics.isEmpty, again.dump == program.dump else {
    return .success(String(decoding: source.bytes, as: UTF8.self))
  }
  return .success(text)
}

/// Writes tokens and comments line by line.
struct Formatter {
  /// One line of the result, before its columns are aligned.
  struct Line {
    var indentation = 0
    var text = ""
    /// Where the second column begins: the value of a field, the act of an event.
    var column: Int?
    var comment: String?
    var blankBefore = false
    /// The rest of a text of several lines; no column goes through it.
    var isBroken = false
    /// Several fields stand on it; it has no columns.
    var isCrowded = false
  }

  private struct Open {
    let token: Token
    /// The indentation of what stands inside.
    let inner: Int
    /// The indentation of the line that opened it.
    let outer: Int
    /// What was being written when it was opened, and goes on when it is closed.
    let head: (index: Int, indentation: Int)?
  }

  let source: Source
  var tokens: [Token]
  let comments: [Comment]
  let beginnings: Set<Int32>
  private var lines: [Line] = []
  private var open: [Open] = []
  /// How many brackets were open where the line began.
  private var lineDepth = 0
  /// The first token and the indentation of the statement or line of a record that is being written.
  private var head: (index: Int, indentation: Int)?

  init(_ source: Source, _ tokens: [Token], _ comments: [Comment], _ beginnings: Set<Int32>) {
    self.source = source
    self.tokens = tokens
    self.comments = comments
    self.beginnings = beginnings
  }

  mutating func format() -> String {
    putParentsFirst()
    var nextComment = 0
    var index = 0
    var lineBegins = true
    var lastOffset: Int32 = 0
    while true {
      let token = tokens[index]
      while nextComment < comments.count, comments[nextComment].lower < token.lower {
        write(comments[nextComment], before: token, lastOffset)
        lastOffset = comments[nextComment].upper
        nextComment += 1
        lineBegins = true
      }
      if token.kind == .end { break }
      if lineBegins || (token.newlineBefore && !isMoved(index)) {
        beginLine(token, index, blank: linesBetween(lastOffset, token.lower) > 1)
      } else if spaceBetween(index) {
        lines[lines.count - 1].text += " "
      }
      lineBegins = false
      write(token, index)
      lastOffset = max(lastOffset, token.upper)
      index += 1
    }
    return Formatter.layOut(lines, shebang: shebang)
  }

  private var shebang: String? {
    let bytes = source.bytes
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "#"), bytes[1] == UInt8(ascii: "!") else { return nil }
    return source.text(ofLine: 1)
  }

  private func linesBetween(_ lower: Int32, _ upper: Int32) -> Int {
    guard lower < upper else { return 0 }
    return source.bytes[Int(lower)..<Int(upper)].count { $0 == UInt8(ascii: "\n") }
  }

  // MARK: Lines

  private mutating func beginLine(_ token: Token, _ index: Int, blank: Bool) {
    lineDepth = open.count
    var line = Line()
    let isClosing = token.kind == .rightBrace || token.kind == .rightBracket || token.kind == .rightParenthesis
    if isClosing {
      line.indentation = open.last?.outer ?? 0
    } else if beginnings.contains(token.lower) {
      line.indentation = open.last?.inner ?? 0
      head = (index, line.indentation)
    } else if let last = open.last, last.token.kind != .leftBrace {
      line.indentation = last.inner
    } else {
      line.indentation = (head?.indentation ?? 0) + (goesOnBelow(token) ? 0 : 1)
    }
    let follows =
      lines.last.map { !$0.text.hasSuffix("{") && !$0.text.hasSuffix("(") && !$0.text.hasSuffix("[") } ?? false
    line.blankBefore = blank && follows && !isClosing
    lines.append(line)
  }

  /// A step stands below the head of its pipeline, unless that is part of a larger statement.
  private func goesOnBelow(_ token: Token) -> Bool {
    guard token.kind == .pipe, let index = head?.index else { return false }
    let head = tokens[index]
    if head.kind == .reserved, head.word != .it { return false }
    return tokens[index + 1].kind != .equals && head.word != .show && head.word != .expect
  }

  private mutating func write(_ token: Token, _ index: Int) {
    let text = source.text(in: token.range)
    var line = lines[lines.count - 1]
    if !token.newlineBefore, beginnings.contains(token.lower), open.count == lineDepth {
      line.isCrowded = true
      line.column = nil
    }
    if line.column == nil, !line.isCrowded, beginsColumn(index) { line.column = line.text.unicodeScalars.count }
    line.text += text
    if text.utf8.contains(UInt8(ascii: "\n")) { line.isBroken = true }
    lines[lines.count - 1] = line
    switch token.kind {
    case .leftParenthesis, .leftBracket, .leftBrace:
      // Brackets that open on one line indent once.
      let outer = open.last.map { $0.inner > line.indentation ? $0.outer : line.indentation } ?? line.indentation
      open.append(Open(token: token, inner: line.indentation + 1, outer: outer, head: head))
    case .rightParenthesis, .rightBracket, .rightBrace:
      if let closed = open.popLast() { head = closed.head }
    default: break
    }
    if beginnings.contains(token.lower) {
      if head?.index != index { head = (index, line.indentation) }
    }
  }

  /// Whether the second column of a line begins with this token.
  private func beginsColumn(_ index: Int) -> Bool {
    guard index > 0, open.last?.token.kind == .leftBrace || open.isEmpty else { return false }
    var first = index
    while first > 0, !(tokens[first].newlineBefore) { first -= 1 }
    guard first < index, beginnings.contains(tokens[first].lower) else { return false }
    if tokens[index - 1].kind == .colon {
      let length = index - first
      return (length == 2 && tokens[first].isWord) || (length == 3 && tokens[first].word == .private)
    }
    guard !open.isEmpty else { return false }
    if tokens[first].word == .require || tokens[first].word == .unless { return tokens[index].kind == .text }
    guard tokens[index].kind == .name else { return false }
    switch tokens[first].kind {
    case .date, .integer: return tokens[first..<index].allSatisfy { [.date, .integer, .dots].contains($0.kind) }
    default: return false
    }
  }

  // MARK: Comments

  private mutating func write(_ comment: Comment, before token: Token, _ lastOffset: Int32) {
    var text = source.text(in: SourceRange(Int(comment.lower), Int(comment.upper)))
    while text.last == " " || text.last == "\t" || text.last == "\r" { text.removeLast() }
    if !comment.ownLine, !lines.isEmpty {
      lines[lines.count - 1].comment = text
      return
    }
    var line = Line()
    line.text = text
    if token.kind == .end {
      line.indentation = 0
    } else if let last = open.last {
      line.indentation = last.inner
    } else if !beginnings.contains(token.lower), !isClosingOrContinues(token) {
      line.indentation = (head?.indentation ?? 0) + 1
    }
    let follows = lines.last.map { !$0.text.hasSuffix("{") || $0.comment != nil } ?? false
    line.blankBefore = comment.linesBefore > 1 && follows
    lines.append(line)
  }

  private func isClosingOrContinues(_ token: Token) -> Bool { token.kind == .pipe && goesOnBelow(token) }

  // MARK: Parents

  /// `tactic t "label" : parent` is written `tactic t : parent "label"`. Where there is no name, `relative : parent`
  /// would be a field; where a comment stands between, it would stand behind something else.
  private mutating func putParentsFirst() {
    guard tokens.count > 4 else { return }
    for start in tokens.indices.dropLast(4)
    where tokens[start].kind == .name && tokens[start].word != .kind && beginnings.contains(tokens[start].lower) {
      let label = start + 2
      guard tokens[start + 1].kind == .name, tokens[label].kind == .text, tokens[label + 1].kind == .colon,
        tokens[label + 2].kind == .name, !tokens[label + 1].newlineBefore, !tokens[label + 2].newlineBefore,
        !comments.contains(where: { $0.lower > tokens[start].lower && $0.lower < tokens[label + 2].lower })
      else { continue }
      let moved = tokens[label]
      tokens[label] = tokens[label + 1]
      tokens[label + 1] = tokens[label + 2]
      tokens[label + 2] = moved
    }
  }

  /// A label that was put behind its parent does not begin a line any more.
  private func isMoved(_ index: Int) -> Bool { index > 0 && tokens[index - 1].lower > tokens[index].lower }
}
