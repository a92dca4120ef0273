import Diagnostics

/// What a text is read as.
public enum Reading: Sendable {
  case file
  /// One entry at the prompt: it may begin with `|`.
  case entry
  /// Declarations of builtins: functions without a body.
  case signatures
}

/// Reads a text into its tree; what is wrong in it stands in the program's diagnostics, left-most first.
public func parse(_ source: Source, as reading: Reading = .file) -> Program {
  var lexer = Lexer(source)
  guard lexer.checkBytes() else {
    return Program(source: source, diagnostics: lexer.faults, unread: .everything)
  }
  lexer.run()
  var brackets = Brackets(source, lexer.tokens, isEntry: reading == .entry)
  brackets.pair()
  var parser = Parser(source, brackets.tokens, lexer.comments, reading)
  parser.guessed = brackets.guessed
  parser.unread = brackets.doubtful
  for fault in lexer.faults + brackets.faults { parser.record(fault) }
  let end = source.bytes.count
  if let openText = lexer.openText {
    parser.record(openText, position: end, atEnd: true)
  } else if let atEnd = brackets.atEnd {
    // A bracket whose partner stands in a comment is not mended by another line.
    let isMended = atEnd.others.isEmpty
    parser.record(atEnd, position: isMended ? end : nil, atEnd: isMended)
  }
  let isOpenText = lexer.openText != nil
  return parser.program(
    open: brackets.open.map(\.word) + (isOpenText ? ["\"\"\""] : []), isCutOff: isOpenText || brackets.isCutOff)
}

/// Thrown after a diagnostic has been recorded: nothing more is to be said of this line.
struct Mistake: Error {}

/// A recursive-descent parser: one pass over the tokens, at most three of them ahead.
struct Parser {
  struct Fault {
    let diagnostic: Diagnostic
    let position: Int
    let atEnd: Bool
    /// Reading went on as if nothing were wrong.
    let isPassedOver: Bool
  }

  /// The deepest nesting of one construct in another, and the longest chain of operators.
  static let deepest = 200
  static let tallest = 500

  let source: Source
  let reading: Reading
  var tokens: [Token]
  let comments: [Comment]
  var index = 0
  var token: Token
  /// Inside round and square brackets a line end is a blank.
  var newlinesMatter = true
  /// In the head of `if`, `for`, `match` and so on a `{` begins the body.
  var bracesAllowed = true
  /// In the body of a record a line that begins with `by`, `per` or a text goes on from the line above.
  var linesContinue = false
  /// True as long as nothing but sources has been read: there `per` names who says what the records of the file say.
  var isAtHead = false
  var depth = 0
  /// The height of the tree that was read last; bounded, so that whoever walks the tree needs no more stack.
  var height = 0
  /// The round brackets that were read last: an operator asks whether its side was bracketed.
  var bracketed = SourceRange(-1, -1)
  var faults: [Fault] = []
  private var untold = 0
  /// Where statements, lines of records, fields, entries and arms begin; kept for the formatter only.
  var beginnings: Set<Int32>?
  var guessed: [SourceRange] = []
  /// Stretches that do not get into the tree, or of which it is not known where in the tree they belong.
  var unread: [SourceRange] = []
  /// What a line that ends too early is waiting for, at the end of the text.
  var awaited: String?
  /// Where words stood side by side in the statement at hand, and the lines at the top that were lost to that.
  var hasWordsSideBySide = false
  var plainLines: [SourceRange] = []

  init(_ source: Source, _ tokens: [Token], _ comments: [Comment], _ reading: Reading) {
    self.source = source
    self.tokens = tokens
    self.comments = comments
    self.reading = reading
    token = tokens[0]
  }

  /// The whole program. Where a text is cut off, what stands behind is not among the tokens.
  mutating func program(open: [String], isCutOff: Bool = false) -> Program {
    var statements: [Statement] = []
    if token.kind == .pipe { statements += continuation() }
    statements += self.statements(until: .end)
    faults.sort { ($0.position, $0.atEnd ? 1 : 0) < ($1.position, $1.atEnd ? 1 : 0) }
    var open = open
    if open.isEmpty, faults.first?.atEnd == true, let awaited { open = [awaited] }
    // A lone `##` line waits for what it documents.
    var isIncomplete = faults.first?.atEnd ?? false
    if reading == .entry, faults.isEmpty, let last = statements.last, case .prose = last.kind, !blankLineAtEnd {
      isIncomplete = true
      open = ["##"]
    }
    return Program(
      source: source, statements: statements, diagnostics: faults.map(\.diagnostic), isIncomplete: isIncomplete,
      open: isIncomplete ? open : [], plainLines: plainLines, unread: gatherUnread(isCutOff: isCutOff), untold: untold)
  }

  private var blankLineAtEnd: Bool {
    var ends = 0
    for byte in source.bytes.reversed() {
      if byte == UInt8(ascii: "\n") { ends += 1 } else if byte != 32 && byte != 13 && byte != 9 { break }
    }
    return ends > 1
  }

  // MARK: Tokens

  mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
    token = tokens[index]
  }

  mutating func move(to index: Int) {
    self.index = index
    token = tokens[index]
  }

  /// Notes that something begins here that stands on a line of its own.
  mutating func begins() {
    if beginnings != nil { beginnings?.insert(token.lower) }
  }

  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  /// The token before this one, or this one at the beginning.
  var previous: Token { tokens[max(index - 1, 0)] }

  /// Whether this token still belongs to the line that is being read.
  var onLine: Bool {
    !newlinesMatter || !token.newlineBefore || (linesContinue && continuesLine(index))
  }

  /// Whether the token behind this one stands on the same line.
  var nextOnLine: Bool { !newlinesMatter || !peek().newlineBefore }

  /// In a record, a line that begins with one of these goes on from the line above.
  func continuesLine(_ index: Int) -> Bool {
    let token = tokens[index]
    let isField = tokens[min(index + 1, tokens.count - 1)].kind == .colon
    return switch token.kind {
    case .text: true
    case .reserved:
      switch token.word {
      case .by, .on, .in, .per, .as, .at: !isField
      default: false
      }
    case .name: token.word == .via && !isField
    default: false
    }
  }

  func sees(_ kind: Token.Kind) -> Bool { token.kind == kind && onLine }

  func sees(_ word: Word) -> Bool { token.word == word && onLine && !token.flags.contains(.quoted) }

  mutating func takes(_ kind: Token.Kind) -> Bool {
    guard sees(kind) else { return false }
    advance()
    return true
  }

  mutating func takes(_ word: Word) -> Bool {
    guard sees(word) else { return false }
    advance()
    return true
  }

  func text(_ token: Token) -> String { source.text(in: token.range) }

  func place(_ token: Token) -> Place { Place(source, token.range) }

  func range(from start: Token) -> SourceRange {
    SourceRange(Int(start.lower), Int(max(start.upper, previous.upper)))
  }

  /// The name that a token spells: without backticks, in normal form C.
  func name(_ token: Token) -> Name {
    var range = token.range
    if token.flags.contains(.quoted) {
      let closed = range.upper - range.lower > 1 && source.bytes[Int(range.upper) - 1] == UInt8(ascii: "`")
      range = SourceRange(Int(range.lower) + 1, Int(range.upper) - (closed ? 1 : 0))
    }
    let text = source.text(in: range)
    return Name(token.flags.contains(.beyondASCII) ? text.normalised : text, token.range)
  }

  mutating func takeName() -> Name {
    let result = name(token)
    advance()
    return result
  }

  // MARK: Faults

  mutating func record(
    _ diagnostic: Diagnostic, position: Int? = nil, atEnd: Bool = false, isPassedOver: Bool = true
  ) {
    let position = position ?? Int(diagnostic.place?.range.lower ?? 0)
    guard atEnd || faults.count < Diagnostic.mostTold else {
      untold += 1
      return
    }
    faults.append(Fault(diagnostic: diagnostic, position: position, atEnd: atEnd, isPassedOver: isPassedOver))
  }

  /// Records what is wrong at this token, unless something was said of it already.
  mutating func mistake(_ diagnostic: Diagnostic) -> Mistake {
    let position = Int(diagnostic.place?.range.lower ?? token.lower)
    let end = max(Int(diagnostic.place?.range.upper ?? 0), position + 1)
    let isEmpty = diagnostic.place.map { $0.range.lower == $0.range.upper } ?? false
    let isKnown =
      guessed.contains { Int($0.lower) <= position && position <= Int($0.upper) }
      || faults.contains { fault in
        // What stands directly before may have been misread because of what was told there.
        guard let range = fault.diagnostic.place?.range else { return false }
        if range.lower >= previous.upper, range.upper <= token.lower, position == Int(token.lower) { return true }
        return Int(range.lower) < end && position < Int(max(range.upper, range.lower + 1)) + (isEmpty ? 1 : 0)
      }
    if !isKnown { record(diagnostic, position: position, isPassedOver: false) }
    return Mistake()
  }

  /// Something else had to stand here. A line end is skipped where an operand must follow, so that there the end of
  /// the text asks for another line.
  mutating func expected(_ what: String, acrossLines: Bool = false, help: String? = nil, awaiting: String? = nil)
    -> Mistake
  {
    let atLineEnd = newlinesMatter && !acrossLines && (token.newlineBefore || token.isMissing)
    if token.isMissing, !atLineEnd { return Mistake() }
    if token.kind == .end, !atLineEnd {
      if !faults.contains(where: { $0.position >= source.bytes.count }) {
        record(.textEnds(place(previous), what), position: source.bytes.count, atEnd: true)
        awaited = awaiting ?? text(previous)
      }
      return Mistake()
    }
    if atLineEnd, index > 0 {
      let end = Int(previous.upper)
      return mistake(.lineEnds(Place(source, SourceRange(end, end)), what, after: text(previous), help))
    }
    if token.kind == .end { return mistake(.lineEnds(place(token), what, after: "", help)) }
    return mistake(.expected(what, found: describe(token), place(token), help))
  }

  /// What a message calls a token.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the text"
    case .text: "a text"
    case .integer, .real, .percentage: "the number \(text(token))"
    case .date: "the date \(text(token))"
    case .faulty: "this"
    default: "`\(text(token))`"
    }
  }

  mutating func expect(_ kind: Token.Kind, _ what: String, acrossLines: Bool = false, help: String? = nil) throws {
    guard token.kind == kind, acrossLines || onLine else { throw expected(what, acrossLines: acrossLines, help: help) }
    advance()
  }

  /// A name that is not reserved, on this line.
  mutating func expectName(_ what: String, acrossLines: Bool = false, help: String? = nil) throws -> Name {
    if token.kind == .name, acrossLines || onLine { return takeName() }
    if token.kind == .reserved, acrossLines || onLine { throw mistake(.reservedName(place(token), text(token))) }
    throw expected(what, acrossLines: acrossLines, help: help)
  }

  /// Reads with the rules of another context, and comes back to those of this one.
  mutating func inside<Result>(
    newlines: Bool, braces: Bool = true, lines: Bool = false, _ read: (inout Parser) throws -> Result
  ) rethrows -> Result {
    let saved = (newlinesMatter, bracesAllowed, linesContinue)
    (newlinesMatter, bracesAllowed, linesContinue) = (newlines, braces, lines)
    defer { (newlinesMatter, bracesAllowed, linesContinue) = saved }
    return try read(&self)
  }

  /// Counts one level of nesting.
  mutating func nested<Result>(_ read: (inout Parser) throws -> Result) throws -> Result {
    guard depth < Self.deepest else { throw mistake(.nestedTooDeep(place(token), Self.deepest)) }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  /// One more level above the tree that was read last, and another beside it.
  mutating func grow(beside other: Int = 0) throws {
    height = max(height, other) + 1
    guard height < Self.tallest else { throw mistake(.chainTooLong(place(token), Self.tallest)) }
  }
}
