import Diagnostics

/// Statements: what runs, and where declarations begin.
extension Parser {
  /// Statements up to a closing brace or the end of the text; a mistake loses one of them.
  mutating func statements(until closing: Token.Kind) -> [Statement] {
    var result: [Statement] = []
    var isHead = closing == .end && reading == .file
    while token.kind != .end, token.kind != closing {
      let start = index
      let documentation = documentationBefore(&result, isTopLevel: closing == .end)
      hasWordsSideBySide = false
      var isKept = false
      isAtHead = isHead
      isHead = false
      do {
        result.append(try statement(documentation))
        isHead = isAtHead && result.last?.isBeforeAttribution == true
        isKept = true
        if !endsStatement { throw sideBySide() }
      } catch is Mistake {
        recover(from: start, isKept: isKept)
        if closing == .end, hasWordsSideBySide, index > start {
          plainLines.append(SourceRange(Int(tokens[start].lower), Int(previous.upper)))
        }
        if index == start || (token.kind != closing && isClosing(token)) { advance() }
      } catch {
        // Nothing else is thrown while reading.
        advance()
      }
    }
    if closing == .end, token.flags.contains(.documentationBefore) {
      _ = documentationBefore(&result, isTopLevel: true)
    }
    return result
  }

  private func isClosing(_ token: Token) -> Bool {
    token.kind == .rightBrace || token.kind == .rightBracket || token.kind == .rightParenthesis
  }

  private var endsStatement: Bool {
    token.newlineBefore || token.kind == .end || token.kind == .rightBrace
  }

  // MARK: Declarations

  /// The word of a declaration that is a name everywhere else.
  var declarationWord: Word? {
    let next = peek()
    guard token.kind == .name, !next.newlineBefore else { return nil }
    switch token.word {
    case .kind, .extend, .set, .same, .rule, .pattern: return next.isWord ? token.word : nil
    case .test: return next.kind == .text || next.kind == .faulty ? token.word : nil
    default: return nil
    }
  }

  /// Two plain names on one line begin a record.
  var beginsRecord: Bool {
    let next = peek()
    return token.kind == .name && next.kind == .name && !next.newlineBefore
  }

  // MARK: One statement

  mutating func statement(_ documentation: String?) throws -> Statement {
    let start = token
    begins()
    let kind = try statementKind(documentation)
    return Statement(kind, range(from: start), documentation: documentation)
  }

  private mutating func statementKind(_ documentation: String?) throws -> Statement.Kind {
    switch token.kind {
    case .reserved: return try reservedStatement()
    case .name: return try namedStatement(documentation)
    case .pipe: throw mistake(.nothingBeforePipe(place(token), atPrompt: reading == .entry))
    case .equals:
      hasWordsSideBySide = true
      throw mistake(.formula(place(token)))
    case .leftBrace:
      if isRecordValue || reading == .entry { break }
      throw mistake(.blockAlone(place(token)))
    case .date where peek().isWord && nextOnLine && !isOperatorWord(peek()):
      throw mistake(.eventOutsideRecord(place(token)))
    default: break
    }
    return .expression(try pipeline())
  }

  private func isOperatorWord(_ token: Token) -> Bool {
    guard token.kind == .reserved else { return false }
    switch token.word {
    case .and, .or, .is, .was, .in, .has, .before, .after, .during, .overlaps, .matches, .at, .not: return true
    default: return false
    }
  }

  private mutating func reservedStatement() throws -> Statement.Kind {
    switch token.word {
    case .let:
      advance()
      let name = try expectName("a name")
      if sees(.colon) { throw mistake(.typeOfVariable(place(token), name.text)) }
      try expect(.equals, "`=`", help: "a variable is made with `let \(name.text) = value`")
      return .letVariable(name, try pipeline())
    case .fn: return .function(try function())
    case .if: return try ifStatement()
    case .for:
      advance()
      let first = try expectName("a name", help: "a loop is `for x in xs { … }`")
      var second: Name?
      if takes(.comma) { second = try expectName("a second name") }
      guard takes(.in) else { throw expected("`in`", help: "a loop is `for \(first.text) in xs { … }`") }
      let sequence = try head()
      return .forEach(first, second, in: sequence, try block(after: "for"))
    case .while:
      advance()
      let condition = try head()
      return .whileLoop(condition, try block(after: "while"))
    case .break:
      advance()
      return .breakLoop
    case .continue:
      advance()
      return .continueLoop
    case .return:
      advance()
      return .returnValue(endsStatement ? nil : try pipeline())
    case .use: return try use()
    case .check:
      advance()
      return .check(try pipeline())
    case .why:
      let start = token
      advance()
      let inner = try pipeline()
      try grow()
      return .expression(Expression(.why(inner), range(from: start)))
    case .else, .then: throw mistake(.strayBranch(place(token), text(token)))
    case .per where isAtHead: return .attribution(try claims(isStatement: true))
    case .per, .as, .by, .on, .at: throw mistake(.strayContinuation(place(token), text(token)))
    case .is where asksInWords, .was where asksInWords, .has where asksInWords:
      hasWordsSideBySide = true
      throw expected("a value")
    case .unknown where isBranchOfAbove: throw mistake(.strayBranch(place(token), text(token)))
    default: return .expression(try pipeline())
    }
  }

  /// `was she taken`, `is the singer back`: a question in plain words.
  private var asksInWords: Bool { peek().kind == .name && nextOnLine }

  /// `unknown {` on a line of its own, behind the `}` of an `if`.
  private var isBranchOfAbove: Bool { peek().kind == .leftBrace && nextOnLine }

  private mutating func namedStatement(_ documentation: String?) throws -> Statement.Kind {
    if peek().kind == .equals, nextOnLine {
      let name = takeName()
      advance()
      return .assign(name, try pipeline())
    }
    if let word = declarationWord { return try declaration(word) }
    if nextOnLine, !token.flags.contains(.quoted), beginsShown(peek()) {
      if token.word == .show {
        advance()
        return .show(try pipeline())
      }
      if token.word == .expect {
        advance()
        return .expect(try pipeline())
      }
    }
    if isKnownWithoutBy { throw knownWithoutBy() }
    if let ours = foreignWord { throw mistake(.foreignWord(place(token), text(token), ours)) }
    if token.word == .test, nextOnLine, peek().kind == .leftBrace { throw mistake(.testWithoutTitle(place(peek()))) }
    if nextOnLine, peek().kind == .text, peek(2).kind == .leftBrace, !peek(2).newlineBefore {
      throw mistake(.recordWithoutName(place(token), text(token)))
    }
    if nextOnLine, token.word != .known, [.by, .on, .as].contains(peek().word), peek().kind == .reserved,
      peek(2).kind == .leftBrace || peek(2).word == .per || peek(2).kind == .text && peek(3).kind == .leftBrace
    {
      // `case by { … }`: no step has a brace there.
      hasWordsSideBySide = true
      throw mistake(.reservedName(place(peek()), text(peek())))
    }
    if beginsRecord { return .record(try record(documentation, inBody: false)) }
    return .expression(try pipeline())
  }

  /// Whether `show` and `expect` are the words of a statement here, and no names.
  private func beginsShown(_ next: Token) -> Bool {
    switch next.kind {
    case .integer, .real, .percentage, .date, .text, .faulty, .name, .leftBracket, .leftBrace, .leftParenthesis: true
    case .minus, .dot: next.spaceBefore && !peek(2).spaceBefore
    case .reserved: !isOperatorWord(next) || next.word == .not
    default: false
    }
  }

  private mutating func declaration(_ word: Word) throws -> Statement.Kind {
    switch word {
    case .kind: return .kind(try kindDeclaration())
    case .extend: return try extend()
    case .set: return .set(try setDeclaration())
    case .same:
      advance()
      let first = try path()
      try expect(.comma, "`,` and the other record")
      let second = try path()
      return .same(first, second, try claims())
    case .rule: return .rule(try rule())
    case .pattern: return .pattern(try pattern())
    default:
      advance()
      let title = token.kind == .text ? plainTextLiteral() : ""
      if token.kind == .faulty { advance() }
      return .test(title, try block(after: "test"))
    }
  }

  private mutating func use() throws -> Statement.Kind {
    advance()
    let target: UseTarget
    if sees(.text) {
      let range = token.range
      target = .file(plainTextLiteral(), range)
    } else if sees(.faulty) {
      advance()
      target = .file("", previous.range)
    } else {
      let name = try expectName("a name or the path of a file in quotation marks")
      if [.slash, .dot, .minus].contains(token.kind), !token.spaceBefore { throw pathWithoutQuotes(from: name) }
      target = .module(name)
    }
    return .use(target, as: takes(.as) ? try expectName("a name") : nil)
  }

  // MARK: Blocks

  mutating func block(after word: String) throws -> Block {
    try expectBrace(after: word)
    return try block()
  }

  /// `{`, taken; the arms or lines that follow are the caller's.
  mutating func expectBody(_ word: String) throws {
    try expectBrace(after: word)
    advance()
  }

  private mutating func expectBrace(after word: String) throws {
    if sees(.leftBrace) { return }
    if token.kind == .leftBrace { throw mistake(.braceOnNextLine(place(token), after: word)) }
    if token.kind == .reserved, token.word == .if, word == "else" { return }
    throw expected(
      "`{`, which begins the body of `\(word)`,",
      help: word == "if" ? "to run something: `if c { … }`; as a value: `if c then a else b`" : nil)
  }

  mutating func block() throws -> Block {
    let start = token
    advance()
    let statements = try nested { parser in
      parser.inside(newlines: true) { $0.statements(until: .rightBrace) }
    }
    if token.kind == .rightBrace { advance() }
    height = 1
    return Block(statements, range(from: start))
  }

  /// `| step | step`, first in an entry of the prompt.
  mutating func continuation() -> [Statement] {
    let start = token
    guard reading == .entry else { return [] }
    var steps: [Step] = []
    do {
      while token.kind == .pipe {
        advance()
        steps.append(try step())
        guard steps.count < Self.tallest else { throw mistake(.chainTooLong(place(token), Self.tallest)) }
      }
      if !endsStatement { throw sideBySide() }
    } catch {
      recover(from: 0)
      return []
    }
    return [Statement(.continuation(steps), range(from: start))]
  }
}
