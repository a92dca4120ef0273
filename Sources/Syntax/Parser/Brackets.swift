import Diagnostics

/// Pairs every bracket before the parser begins, and puts in the ones that are missing.
///
/// The parser then always sees balanced brackets: after a mistake it jumps to a partner, and a text that stops in the
/// middle is told from one that is wrong. Nesting is bounded here, so that no depth of brackets can exhaust the stack.
struct Brackets {
  /// The deepest nesting of brackets in one text.
  static let deepest = 200

  private struct Open {
    let token: Int
    /// The token where the line begins that holds the bracket.
    let lineStart: Int
    let column: Int32
    /// An inner bracket whose partner stood where this one's partner was expected.
    var suspect: Int?
    /// Whether the first line inside is indented deeper than column 1.
    var isIndented = false
  }

  let source: Source
  /// Entries of the prompt are not judged by their indentation.
  let isEntry: Bool
  private(set) var tokens: [Token]
  private(set) var faults: [Diagnostic] = []
  /// What is still open at the end of the text, innermost last.
  private(set) var open: [(token: Token, word: String)] = []
  /// Round and square brackets that were closed by guess; what is said inside would be about the same mistake.
  private(set) var guessed: [SourceRange] = []
  /// Where it is not known what stands inside of what.
  private(set) var doubtful: [SourceRange] = []
  /// True when brackets stand so deep that nothing behind them is read.
  private(set) var isCutOff = false
  private var stack: [Open] = []
  private var result: [Token] = []
  private var lineStart = 0
  /// The last brace that closed nothing: how many tokens stand before it, and where what it makes doubtful begins.
  private var lastStray: (token: Int, doubtful: Int)?

  init(_ source: Source, _ tokens: [Token], isEntry: Bool) {
    self.source = source
    self.tokens = tokens
    self.isEntry = isEntry
  }

  mutating func pair() {
    if pairPlainly() { return }
    pairWithGuesses()
  }

  /// Pairs brackets that are balanced; false when something is missing or too deep.
  private mutating func pairPlainly() -> Bool {
    var open: [Int] = []
    for index in tokens.indices {
      switch tokens[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace:
        guard open.count < Self.deepest else { return false }
        open.append(index)
      case .rightParenthesis, .rightBracket, .rightBrace:
        guard let partner = open.popLast(), tokens[partner].kind.closing == tokens[index].kind else { return false }
        tokens[partner].partner = Int32(truncatingIfNeeded: index)
        tokens[index].partner = Int32(truncatingIfNeeded: partner)
      default: break
      }
    }
    return open.isEmpty
  }

  private mutating func pairWithGuesses() {
    result.reserveCapacity(tokens.count + 8)
    for index in tokens.indices {
      let token = tokens[index]
      if token.newlineBefore, !stack.isEmpty, token.kind != .end { closeBefore(index) }
      if token.newlineBefore { lineStart = result.count }
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace:
        if stack.count >= Self.deepest { return stop(at: index) }
        stack.append(
          Open(token: result.count, lineStart: lineStart, column: column(result.isEmpty ? token : lineToken(index))))
        result.append(token)
      case .rightParenthesis, .rightBracket, .rightBrace: close(token)
      case .end: finish(token)
      default: result.append(token)
      }
    }
    tokens = result
  }

  private func lineToken(_ index: Int) -> Token { lineStart < result.count ? result[lineStart] : tokens[index] }

  private func column(_ token: Token) -> Int32 {
    var offset = Int(token.lower)
    while offset > 0, source.bytes[offset - 1] != UInt8(ascii: "\n") { offset -= 1 }
    return token.lower - Int32(truncatingIfNeeded: offset) + 1
  }

  /// A closing bracket of the text itself.
  private mutating func close(_ token: Token) {
    guard let match = stack.lastIndex(where: { result[$0.token].kind.closing == token.kind }),
      token.kind == .rightBrace || !stack[(match + 1)...].contains(where: { result[$0.token].kind == .leftBrace })
    else {
      faults.append(.strayBracket(Place(source, token.range), text(token)))
      if token.kind == .rightBrace { doubt(before: token) }
      return
    }
    while stack.count > match + 1 { closeMissing(before: token) }
    let opening = stack.removeLast()
    if token.newlineBefore, token.kind == .rightBrace, let outer = stack.indices.last {
      let column = column(token)
      if column != opening.column, column == stack[outer].column { stack[outer].suspect = opening.token }
    }
    append(token, closing: opening.token)
  }

  /// A brace that closes nothing: something above it was closed too early, at the earliest in the last line that is not
  /// indented deeper.
  private mutating func doubt(before token: Token) {
    let isFirst = token.newlineBefore || lineStart >= result.count
    let own = isFirst ? column(token) : column(result[lineStart])
    var first = isFirst ? result.count : lineStart
    let last = lastStray?.token ?? 0
    repeat { first -= 1 } while first > last && !(result[first].newlineBefore && column(result[first]) <= own)
    let lower = first > last ? Int(result[first].lower) : lastStray?.doubtful ?? 0
    doubtful.append(SourceRange(lower, Int(token.upper)))
    lastStray = (result.count, lower)
  }

  private mutating func append(_ token: Token, closing opening: Int) {
    var token = token
    token.partner = Int32(truncatingIfNeeded: opening)
    result[opening].partner = Int32(truncatingIfNeeded: result.count)
    result.append(token)
  }

  /// Closes the innermost bracket before a token that shows that it must have ended.
  private mutating func closeMissing(before token: Token, atEnd: Bool = false) {
    let opening = stack.removeLast()
    let bracket = result[opening.token]
    if !atEnd {
      let blamed = opening.suspect.map { result[$0] } ?? bracket
      faults.append(unclosed(blamed, before: token))
    }
    let place = result.last.map { Int($0.upper) } ?? 0
    var closing = Token(bracket.kind.closing, place, place, [.missing, .spaceBefore])
    if bracket.kind != .leftBrace { guessed.append(SourceRange(Int(bracket.lower), place)) }
    doubtful.append(SourceRange(Int(result[min(opening.lineStart, opening.token)].lower), place))
    closing.partner = -1
    append(closing, closing: opening.token)
  }

  private func unclosed(_ bracket: Token, before token: Token) -> Diagnostic {
    .unclosedBracket(Place(source, bracket.range), text(bracket), swallowed: swallowingComment(after: bracket))
  }

  /// The comment on the line of an open bracket that holds its partner: `kind k { a: text  ## meaning }`.
  private func swallowingComment(after bracket: Token) -> Place? {
    let closing: UInt8 =
      switch bracket.kind {
      case .leftParenthesis: UInt8(ascii: ")")
      case .leftBracket: UInt8(ascii: "]")
      default: UInt8(ascii: "}")
      }
    let opening = source.bytes[Int(bracket.lower)]
    var offset = Int(bracket.upper)
    while offset < source.bytes.count, source.bytes[offset] != UInt8(ascii: "\n"),
      source.bytes[offset] != UInt8(ascii: "#")
    {
      offset += 1
    }
    guard offset < source.bytes.count, source.bytes[offset] == UInt8(ascii: "#") else { return nil }
    var last: Int?
    while offset < source.bytes.count, source.bytes[offset] != UInt8(ascii: "\n") {
      if source.bytes[offset] == opening { return nil }
      if source.bytes[offset] > 32 { last = offset }
      offset += 1
    }
    guard let last, source.bytes[last] == closing else { return nil }
    return Place(source, SourceRange(last, last + 1))
  }

  /// Words in the first place of a line that show that what is open above must have ended.
  private mutating func closeBefore(_ index: Int) {
    let token = tokens[index]
    guard token.isWord, tokens[index + 1].kind != .colon else { return }
    if beginsStatementOnly(token) {
      while let last = stack.last, result[last.token].kind != .leftBrace { closeMissing(before: token) }
    }
    guard let outermost = stack.first else { return }
    let isFirstColumn = column(token) == 1
    if !isFirstColumn {
      for open in stack.indices where result.count == stack[open].token + 1 { stack[open].isIndented = true }
      return
    }
    let declares = isDeclaration(index)
    if declares, result[outermost.token].kind != .leftBrace {
      // Two names side by side, or a word such as `kind` before one, stand in no round or square bracket.
      while !stack.isEmpty { closeMissing(before: token) }
      return
    }
    let isHard = declares && token.kind == .reserved
    guard isHard || (!isEntry && declares && (outermost.isIndented || sameWord(outermost, token))) else { return }
    // A function may stand inside braces that are not indented; only what is balanced is left alone.
    if isHard, !isEntry, !outermost.isIndented, result[outermost.token].kind == .leftBrace { return }
    if isHard, isEntry, result[outermost.token].kind == .leftBrace { return }
    while !stack.isEmpty { closeMissing(before: token) }
  }

  private func sameWord(_ open: Open, _ token: Token) -> Bool {
    open.lineStart < result.count && text(result[open.lineStart]) == text(token)
  }

  private func beginsStatementOnly(_ token: Token) -> Bool {
    switch token.word {
    case .let, .fn, .for, .while, .return, .break, .continue, .use, .check: token.kind == .reserved
    default: false
    }
  }

  /// Whether a line begins a declaration: by its word, or as a record does, with two names.
  private func isDeclaration(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.word {
    case .let, .fn, .use: return token.kind == .reserved
    case .kind, .extend, .set, .same, .rule, .pattern, .test:
      return tokens[index + 1].isWord || tokens[index + 1].kind == .text
    default: break
    }
    guard token.kind == .name, index + 2 < tokens.count else { return false }
    let second = tokens[index + 1]
    guard second.kind == .name, !second.newlineBefore else { return false }
    switch tokens[index + 2].kind {
    case .leftBrace, .text, .colon: return true
    default: return tokens[index + 2].word == .per && tokens[index + 2].kind == .reserved
    }
  }

  /// The end of the text: what is open can still be closed by another line.
  private mutating func finish(_ end: Token) {
    open = stack.map { (result[$0.token], word($0)) }
    if let outermost = stack.first {
      let blamed = outermost.suspect.map { result[$0] } ?? result[outermost.token]
      // One message for everything that is open: the innermost suspect, else the innermost bracket.
      let innermost = stack.last.map { $0.suspect.map { result[$0] } ?? result[$0.token] } ?? blamed
      atEnd = unclosed(stack.contains { $0.suspect != nil } ? blamed : innermost, before: end)
    }
    while !stack.isEmpty { closeMissing(before: end, atEnd: true) }
    result.append(end)
    tokens = result
  }

  /// What is said of brackets that are open at the end of the text.
  private(set) var atEnd: Diagnostic?

  /// What a continuation prompt calls an open bracket: the word that begins its line, or the bracket itself.
  private func word(_ open: Open) -> String {
    let bracket = result[open.token]
    guard bracket.kind == .leftBrace, open.lineStart < open.token, result[open.lineStart].isWord else {
      return text(bracket)
    }
    return text(result[open.lineStart])
  }

  private mutating func stop(at index: Int) {
    let token = tokens[index]
    faults.append(.nestedTooDeep(Place(source, token.range), Self.deepest))
    let end = tokens[tokens.count - 1]
    doubtful.append(SourceRange(Int(token.lower), Int(end.upper)))
    isCutOff = true
    while !stack.isEmpty { closeMissing(before: token, atEnd: true) }
    result.append(end)
    tokens = result
  }

  private func text(_ token: Token) -> String { source.text(in: token.range) }
}

extension Token.Kind {
  /// The bracket that closes this one.
  var closing: Token.Kind {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: self
    }
  }
}
