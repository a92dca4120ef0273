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
        if let head = headBehindDot { throw mistake(.headWithoutBackticks(place(token), head)) }
        throw mistake(.fieldExpected(place(token)))
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
    default:
      let isCount = token.kind == .star && previous.kind == .leftParenthesis
      throw expected("a value", acrossLines: true, help: isCount ? "all rows at hand are counted by `count()`" : nil)
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
      let next = peek().newlineBefore || peek().kind == .end ? "…" : text(peek())
      throw mistake(.reservedAsValue(place(token), text(token), after: text(previous), before: next))
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
    guard start.kind != .percentage, token.kind == .name, onLine,
      peek().kind != .colon, peek().kind != .leftParenthesis || peek().spaceBefore
    else { return number }
    guard let unit = token.word.unit else {
      return isUnit ? Expression(.quantity(number, unit: takeName()), range(from: start)) : number
    }
    advance()
    return try goneOn(Expression(.span(number, unit), range(from: start)), from: start)
  }

  /// `3 years 10 months`: one span after the other, as in a record.
  private mutating func goneOn(_ first: Expression, from start: Token) throws -> Expression {
    var sum = first
    while token.kind == .integer, onLine, nextOnLine, peek().kind == .name, let unit = peek().word.unit {
      let count = token
      guard case .integer(let value) = magnitude(count) else { break }
      advance()
      advance()
      let part = Expression(.span(Expression(.integer(value), count.range), unit), range(from: count))
      try grow()
      sum = Expression(.binary(.plus, sum, part, count.range), range(from: start))
    }
    return sum
  }

  /// Whether the name behind a number is what the number counts: not a word of the grammar, and nothing follows on its
  /// line that would be an operand of its own.
  private var isUnit: Bool {
    guard token.word == .plain, token.spaceBefore else { return false }
    let next = peek()
    if next.newlineBefore { return true }
    switch next.kind {
    case .name, .text, .integer, .real, .percentage, .date, .dot, .leftBracket, .leftParenthesis, .leftBrace, .equals,
      .arrow, .faulty:
      return false
    case .reserved:
      switch next.word {
      case .by, .on, .as, .it, .true, .false, .none, .if, .match, .per, .let, .for, .while: return false
      default: return true
      }
    default: return true
    }
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
          if let head = parser.headBeforeColon(from: parser.token.lower) { throw parser.mistake(head) }
          throw parser.expected("a name before `:`", acrossLines: true)
        }
        if parser.sees(.equals) {
          parser.record(.equalsInArgument(parser.place(parser.token), name.text))
          parser.advance()
        } else {
          if let head = parser.headBeforeColon(from: parser.previous.lower) { throw parser.mistake(head) }
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
    let isPer = token.kind == .reserved && token.word == .per
    throw expected(what, help: isPer ? "who says it stands behind the braces: `{ … } per .Source`" : helpWithHead)
  }

}
