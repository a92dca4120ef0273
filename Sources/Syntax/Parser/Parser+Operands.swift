import Diagnostics

/// Operands: literals, names, brackets, and the constructs that stand as values.
extension Parser {
  mutating func operand() throws -> Expression {
    let start = token
    height = 1
    switch token.kind {
    case .integer, .real, .percentage: return try number()
    case .date:
      advance()
      return Expression(.date(dateText(start)), start.range)
    case .text: return try textLiteral()
    case .faulty:
      advance()
      return Expression(.faulty, start.range)
    case .name:
      if token.word == .known, peek().word == .by, nextOnLine { return try light() }
      let name = takeName()
      return Expression(.name(name), start.range)
    case .dot:
      guard peek().isWord, !peek().spaceBefore else {
        throw mistake(.fieldExpected(place(token), peek().isWord ? nil : describe(peek())))
      }
      advance()
      let field = takeName()
      return Expression(.fieldOfIt(field), range(from: start))
    case .leftParenthesis:
      advance()
      let inner = try inside(newlines: false) { parser in
        let inner = try parser.pipeline()
        try parser.expect(.rightParenthesis, "`)`", help: parser.token.kind == .comma ? "a list is `[a, b]`" : nil)
        return inner
      }
      bracketed = range(from: start)
      return Expression(inner.kind, bracketed)
    case .leftBracket: return try list()
    case .leftBrace where bracesAllowed:
      guard isRecordValue else {
        if peek().isWord, peek(2).kind == .equals { throw mistake(.equalsInArgument(place(peek(2)), text(peek()))) }
        throw mistake(.blockAsOperand(place(token)))
      }
      return try recordValue()
    case .reserved: return try reservedOperand()
    case .slash where peek().kind == .integer || peek().kind == .date:
      throw mistake(.slashBeforeDate(place(token), text(peek())))
    default: throw expected("a value", acrossLines: true)
    }
  }

  private mutating func reservedOperand() throws -> Expression {
    let start = token
    switch token.word {
    case .true, .false:
      advance()
      return Expression(.truth(start.word == .true), start.range)
    case .none:
      advance()
      return Expression(.none, start.range)
    case .it:
      advance()
      return Expression(.it, start.range)
    case .unknown:
      advance()
      let reason = try unknownReason()
      return Expression(.unknown(reason: reason), range(from: start))
    case .if: return try choice()
    case .match: return try match()
    case .why:
      advance()
      let inner = try nested { try $0.expression() }
      try grow()
      return Expression(.why(inner), range(from: start))
    case .under, .without, .suppose: return try light()
    case .not: throw mistake(.notNeedsBrackets(place(token)))
    default:
      if newlinesMatter, token.newlineBefore, token.word != .by { throw expected("a value") }
      throw mistake(.reservedAsValue(place(token), text(token), after: text(previous)))
    }
  }

  /// `(withheld)` behind `unknown`.
  mutating func unknownReason() throws -> Name? {
    guard sees(.leftParenthesis) else { return nil }
    advance()
    return try inside(newlines: false) { parser in
      let reason = try parser.expectName("the reason, in one name,")
      try parser.expect(.rightParenthesis, "`)`")
      return reason
    }
  }

  /// The text of a date as typed, without `@` and quotation marks.
  func dateText(_ token: Token) -> String {
    var range = token.range
    if source.bytes[Int(range.lower)] == UInt8(ascii: "@") {
      range.lower += 1
      if source.bytes[Int(range.lower)] == UInt8(ascii: "\"") {
        range.lower += 1
        range.upper -= 1
      }
    }
    return source.text(in: range)
  }

  private mutating func number() throws -> Expression {
    let start = token
    let kind: Expression.Kind =
      switch magnitude(start) {
      case .integer(let value): .integer(value)
      case .real(let value): .real(value)
      }
    advance()
    let number = Expression(kind, start.range)
    guard start.kind != .percentage, token.kind == .name, onLine, let unit = token.word.unit,
      peek().kind != .colon, peek().kind != .leftParenthesis || peek().spaceBefore
    else { return number }
    advance()
    return Expression(.span(number, unit), range(from: start))
  }

  /// The value of a number; the lexer has seen that it can be held.
  func magnitude(_ token: Token) -> NumberLiteral.Magnitude {
    if token.kind == .integer {
      var value = 0
      for byte in source.bytes[Int(token.lower)..<Int(token.upper)] where byte != UInt8(ascii: "_") {
        value = value &* 10 &+ Int(byte) &- 48
      }
      return .integer(value)
    }
    var text = text(token)
    text.removeAll { $0 == "_" || $0 == "%" }
    let value = Double(text) ?? 0
    return .real(token.kind == .percentage ? value / 100 : value)
  }

  // MARK: Texts

  private mutating func textLiteral() throws -> Expression {
    let start = token
    advance()
    guard start.flags.contains(.composed) else {
      return Expression(.text([.characters(plainText(start))]), start.range)
    }
    var reader = TextReader(source, start)
    reader.read()
    for fault in reader.faults { record(fault) }
    var parts: [TextPart] = []
    var tallest = 0
    for piece in reader.pieces {
      switch piece {
      case .characters(let characters): parts.append(.characters(characters))
      case .hole(let range):
        parts.append(.interpolation(try hole(range)))
        tallest = max(tallest, height)
      }
    }
    height = tallest + 1
    return Expression(.text(parts), start.range)
  }

  private func plainText(_ token: Token) -> String {
    source.text(in: SourceRange(Int(token.lower) + 1, Int(token.upper) - 1))
  }

  /// Reads the expression of a `{…}` inside a text.
  private mutating func hole(_ range: SourceRange) throws -> Expression {
    var lexer = Lexer(source, from: Int(range.lower), to: Int(range.upper))
    lexer.run()
    var brackets = Brackets(source, lexer.tokens, isEntry: false)
    brackets.pair()
    for fault in lexer.faults + brackets.faults + [brackets.atEnd].compactMap({ $0 }) { record(fault) }
    if lexer.tokens.count == 1 {
      record(.emptyHole(Place(source, SourceRange(Int(range.lower) - 1, Int(range.upper) + 1))))
      return Expression(.faulty, range)
    }
    let saved = (tokens, index)
    defer {
      tokens = saved.0
      move(to: saved.1)
    }
    tokens = brackets.tokens
    move(to: 0)
    return try nested { parser in
      try parser.inside(newlines: false) { parser in
        do {
          let value = try parser.pipeline()
          if parser.token.kind != .end {
            throw parser.mistake(.unexpected(parser.describe(parser.token), parser.place(parser.token)))
          }
          return value
        } catch is Mistake {
          // The end of a hole is no end of the text: what is missing there is said here.
          if parser.faults.last?.atEnd == true, parser.faults.popLast() != nil, lexer.faults.isEmpty {
            let brace = Place(parser.source, SourceRange(Int(range.upper), Int(range.upper) + 1))
            parser.record(.expected("a value", found: "`}`", brace, nil))
          }
          return Expression(.faulty, range)
        }
      }
    }
  }

  /// A text in which `{` may not stand: a label, a remark, a file.
  mutating func plainTextLiteral() -> String {
    let start = token
    advance()
    guard start.flags.contains(.composed) else { return plainText(start) }
    var reader = TextReader(source, start)
    reader.read()
    for fault in reader.faults { record(fault) }
    var result = ""
    for piece in reader.pieces {
      switch piece {
      case .characters(let characters): result += characters
      case .hole(let range):
        record(.interpolationInRecord(Place(source, SourceRange(Int(range.lower) - 1, Int(range.upper) + 1))))
      }
    }
    return result
  }

  // MARK: Lists and records

  private mutating func list() throws -> Expression {
    let start = token
    advance()
    return try inside(newlines: false) { parser in
      var elements: [Expression] = []
      var tallest = 0
      while parser.token.kind != .rightBracket {
        elements.append(try parser.pipeline())
        tallest = max(tallest, parser.height)
        guard parser.takes(.comma) else { break }
      }
      try parser.expect(.rightBracket, "`,` or `]`")
      parser.height = tallest
      try parser.grow()
      return Expression(.list(elements), parser.range(from: start))
    }
  }

  /// `{ }`, `{ word :` and `{ "text" :` begin a record, everything else a block.
  var isRecordValue: Bool {
    let next = peek()
    if next.kind == .rightBrace { return true }
    return (next.isWord || next.kind == .text) && peek(2).kind == .colon
  }

  mutating func recordValue() throws -> Expression {
    let start = token
    advance()
    return try inside(newlines: true) { parser in
      var entries: [RecordEntry] = []
      var tallest = 0
      while parser.token.kind != .rightBrace {
        parser.begins()
        let name: Name
        if parser.token.isWord {
          name = parser.takeName()
        } else if parser.token.kind == .text {
          let range = parser.token.range
          name = Name(parser.plainTextLiteral(), range)
        } else {
          throw parser.expected("a name before `:`", acrossLines: true)
        }
        if parser.sees(.equals) {
          parser.record(.equalsInArgument(parser.place(parser.token), name.text))
          parser.advance()
        } else {
          try parser.expect(.colon, "`:` after `\(name.text)`")
        }
        entries.append(RecordEntry(name, try parser.pipeline()))
        tallest = max(tallest, parser.height)
        try parser.separator("`,` or `}`")
      }
      try parser.expect(.rightBrace, "`}`", acrossLines: true)
      parser.height = tallest
      try parser.grow()
      return Expression(.record(entries), parser.range(from: start))
    }
  }

  /// A comma or a line end between two parts inside braces; several line ends are one.
  mutating func separator(_ what: String) throws {
    if token.kind == .comma {
      advance()
      return
    }
    if token.kind == .rightBrace || token.newlineBefore { return }
    if token.isWord, peek().kind == .colon {
      throw mistake(.commaMissing(place(token), before: text(token)))
    }
    throw expected(what)
  }

  // MARK: Choices

  /// `if a then b else if c then d else e unknown f`
  private mutating func choice() throws -> Expression {
    try nested { parser in
      let start = parser.token
      parser.advance()
      let condition = try parser.head()
      return try parser.choiceRest(start, condition)
    }
  }

  /// The rest of a choice, from `then`. Line ends before `then` and `else` do not count, since both must follow.
  mutating func choiceRest(_ start: Token, _ condition: Expression) throws -> Expression {
    var branches: [(condition: Expression, value: Expression)] = []
    var condition = condition
    var tallest = height
    while true {
      guard token.kind == .reserved, token.word == .then else { throw expectedThen() }
      advance()
      let value = try inside(newlines: newlinesMatter, braces: bracesAllowed) { try $0.expression() }
      tallest = max(tallest, height)
      branches.append((condition, value))
      guard token.kind == .reserved, token.word == .else else {
        if token.kind == .end || token.isMissing { throw expected("`else`", acrossLines: true, awaiting: "if") }
        throw mistake(.choiceWithoutElse(place(token), Place(source, start.range)))
      }
      advance()
      guard token.kind == .reserved, token.word == .if else { break }
      advance()
      condition = try head()
      tallest = max(tallest, height)
      guard branches.count < Self.tallest else { throw mistake(.chainTooLong(place(token), Self.tallest)) }
    }
    let otherwise = try expression()
    tallest = max(tallest, height)
    var unknown: Expression?
    if takes(.unknown) {
      unknown = try expression()
      tallest = max(tallest, height)
    }
    height = tallest
    try grow()
    return Expression(.choice(branches, otherwise: otherwise, unknown: unknown), range(from: start))
  }

  private mutating func expectedThen() -> Mistake {
    if token.kind == .leftBrace { return mistake(.braceInChoice(place(token))) }
    return expected("`then`", acrossLines: true, awaiting: "if")
  }

  private mutating func match() throws -> Expression {
    try nested { parser in
      let start = parser.token
      parser.advance()
      let subject = try parser.head()
      var tallest = parser.height
      try parser.expectBody("match")
      let arms = try parser.inside(newlines: true) { parser in
        var arms: [MatchArm] = []
        while parser.token.kind != .rightBrace, parser.token.kind != .end {
          let first = parser.index
          do {
            arms.append(try parser.matchArm())
            tallest = max(tallest, parser.height)
            try parser.separator("`,` or a new line")
          } catch is Mistake {
            parser.recover(from: first, commas: true)
            _ = parser.takes(.comma)
          }
        }
        return arms
      }
      try parser.expect(.rightBrace, "`}`", acrossLines: true)
      parser.height = tallest
      try parser.grow()
      return Expression(.match(subject, arms), parser.range(from: start))
    }
  }

  private mutating func matchArm() throws -> MatchArm {
    let start = token
    begins()
    var tallest = 0
    let pattern: MatchArm.Pattern
    if token.kind == .reserved, token.word == .else {
      advance()
      pattern = .otherwise
    } else if token.kind == .reserved, token.word == .unknown,
      peek().kind == .arrow || (peek().kind == .reserved && peek().word == .if)
    {
      advance()
      pattern = .unknown
    } else {
      var comparison: BinaryOperator?
      var tests: [(comparison: BinaryOperator?, value: Expression)] = []
      repeat {
        comparison = takeComparison(beginsLine: tests.isEmpty) ?? comparison
        let value = try operation(Level.range)
        let takesYears = comparison.map { [.before, .after, .during, .overlaps].contains($0) } ?? false
        tests.append((comparison, takesYears ? value.asYear : value))
        tallest = max(tallest, height)
      } while takes(.or)
      pattern = .tests(tests)
    }
    var condition: Expression?
    if takes(.if) {
      condition = try operation(Level.or)
      tallest = max(tallest, height)
    }
    try expect(.arrow, "`->`", help: "an arm is `value -> result`")
    let body = try inside(newlines: true) { try $0.arrowBody() }
    height = max(tallest, height)
    return MatchArm(pattern, condition: condition, body, range(from: start))
  }

  // MARK: Another light

  /// `under strict, known by 2022-11-01, without sd110 { … }`
  private mutating func light() throws -> Expression {
    let start = token
    var clauses: [LightClause] = []
    var last = Word.plain
    var tallest = 0
    repeat {
      let word = token.word
      switch word {
      case .under where token.kind == .reserved:
        advance()
        if takes(.each) {
          clauses.append(.underEach(try expectName("the kind to go through")))
        } else {
          clauses.append(.under(try head()))
        }
        last = word
      case .known where peek().word == .by:
        advance()
        advance()
        clauses.append(
          .knownBy(try inside(newlines: newlinesMatter, braces: false) { try $0.operation(Level.range) }.asYear))
        last = word
      case .without where token.kind == .reserved:
        advance()
        clauses.append(.without([try inside(newlines: newlinesMatter, braces: false) { try $0.postfix() }]))
        last = word
      case .suppose where token.kind == .reserved:
        advance()
        clauses.append(.suppose(try head()))
        last = word
      default:
        // Anything else goes on with the clause before: `without a, b`.
        switch last {
        case .without:
          let source = try inside(newlines: newlinesMatter, braces: false) { try $0.postfix() }
          if case .without(let sources)? = clauses.popLast() { clauses.append(.without(sources + [source])) }
        case .suppose: clauses.append(.suppose(try head()))
        case .known: throw expected("`under`, `without` or `suppose`")
        default: clauses.append(.under(try head()))
        }
      }
      tallest = max(tallest, height)
    } while takes(.comma)
    let body = try block(after: "under")
    height = max(tallest, height)
    try grow()
    return Expression(.light(clauses, body), range(from: start))
  }
}
