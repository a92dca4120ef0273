import Diagnostics

/// Expressions: pipelines, lambdas, and what is glued to an operand.
extension Parser {
  /// `head | step | step`
  mutating func pipeline() throws -> Expression {
    try nested { parser in
      let start = parser.token
      var left = try parser.pipelineHead()
      while parser.token.kind == .pipe {
        let height = parser.height
        parser.advance()
        let step = try parser.step()
        try parser.grow(beside: height)
        left = Expression(.pipeline(left, step), parser.range(from: start))
      }
      return left
    }
  }

  /// A pipeline in which `{` is never taken, since it begins the body.
  mutating func head() throws -> Expression {
    try inside(newlines: newlinesMatter, braces: false) { try $0.pipeline() }
  }

  private mutating func pipelineHead() throws -> Expression {
    guard token.kind == .name, isBareCall else { return try expression() }
    let start = token
    let path = [takeName()]
    let step = try stepRest(path, from: start)
    return Expression(.head(step), step.range)
  }

  /// `read "x.csv"`, `save as "f.rep"`: a name before a text or `by`, `on`, `as`.
  private var isBareCall: Bool {
    let next = peek()
    guard !newlinesMatter || !next.newlineBefore else { return false }
    if token.word == .known, next.word == .by { return false }
    if next.kind == .text || (next.kind == .faulty && isTextLike(next)) { return true }
    return next.kind == .reserved && (next.word == .by || next.word == .on || next.word == .as)
  }

  private func isTextLike(_ token: Token) -> Bool {
    switch source.bytes[Int(token.lower)] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2, 0xC2: true
    default: false
    }
  }

  mutating func expression() throws -> Expression {
    try nested { parser in
      if parser.isLambda { return try parser.lambda() }
      return try parser.fallback()
    }
  }

  // MARK: Lambdas

  /// `a ->`, or `(a, b) ->`: the one look-ahead that is longer than three tokens, over a paired bracket.
  private var isLambda: Bool {
    switch token.kind {
    case .name: return peek().kind == .arrow && nextOnLine
    case .leftParenthesis:
      let partner = Int(token.partner)
      guard partner > index, partner + 1 < tokens.count else { return false }
      return tokens[partner + 1].kind == .arrow && !tokens[partner].isMissing
        && (!newlinesMatter || !tokens[partner + 1].newlineBefore)
    default: return false
    }
  }

  private mutating func lambda() throws -> Expression {
    let start = token
    var parameters: [Name] = []
    if token.kind == .name {
      parameters.append(takeName())
    } else {
      advance()
      try inside(newlines: false) { parser in
        while parser.token.kind != .rightParenthesis {
          guard parser.token.kind == .name else {
            throw parser.mistake(.lambdaParameter(parser.place(parser.token), parser.describe(parser.token)))
          }
          parameters.append(parser.takeName())
          guard parser.takes(.comma) else { break }
        }
        try parser.expect(.rightParenthesis, "`)`")
      }
    }
    advance()
    let body = try arrowBody()
    try grow()
    return Expression(.lambda(parameters: parameters, body), range(from: start))
  }

  /// What stands behind `->`: an expression, a record, or a block.
  mutating func arrowBody() throws -> Body {
    if token.kind == .leftBrace, bracesAllowed {
      if isRecordValue { return .expression(try recordValue()) }
      return .block(try block())
    }
    return .expression(try expression())
  }

  // MARK: What is glued to an operand

  mutating func postfix() throws -> Expression {
    let start = token
    var left = try operand()
    while !token.spaceBefore {
      switch token.kind {
      case .dot:
        guard peek().isWord, !peek().spaceBefore else {
          if let head = headBehindDot { throw mistake(.headWithoutBackticks(place(token), head)) }
          throw mistake(.fieldExpected(place(token), column: left.nameOfColumn))
        }
        advance()
        let field = takeName()
        try grow()
        left = Expression(.field(left, field), range(from: start))
      case .leftParenthesis:
        let height = height
        let arguments = try callArguments()
        try grow(beside: height)
        left = Expression(.call(left, arguments), range(from: start))
      case .leftBracket:
        let height = height
        advance()
        let inner = try inside(newlines: false) { try $0.pipeline() }
        try expect(.rightBracket, "`]`")
        try grow(beside: height)
        left = Expression(.index(left, inner), range(from: start))
      default: return left
      }
    }
    return left
  }

  /// `(a, b, by: c)`: a list of arguments in brackets.
  mutating func callArguments() throws -> [Argument] {
    let opening = index
    advance()
    return try inside(newlines: false) { parser in
      var arguments: [Argument] = []
      var tallest = 0
      while parser.token.kind != .rightParenthesis {
        let name = try parser.argumentName()
        arguments.append(Argument(name, try parser.pipeline()))
        tallest = max(tallest, parser.height)
        guard parser.takes(.comma) else { break }
      }
      try parser.expect(
        .rightParenthesis, "`,` or `)`",
        help: parser.dateInWordsAround.map { "a date begins with its year: `\($0.text)`" }
          ?? parser.helpWithHead ?? parser.helpWithStep(behind: opening))
      parser.height = tallest
      return arguments
    }
  }

  /// `count(cases where .host is Laos)`: a step stands behind `|`.
  private func helpWithStep(behind opening: Int) -> String? {
    let closing = Int(tokens[opening].partner)
    guard token.kind == .name, previous.isWord, !token.newlineBefore, closing > index, opening > 0,
      tokens[opening - 1].isWord, !tokens[opening + 1..<closing].contains(where: { $0.kind == .comma })
    else { return nil }
    let rows = source.text(in: SourceRange(Int(tokens[opening + 1].lower), Int(previous.upper)))
    let step = source.text(in: SourceRange(Int(token.lower), Int(tokens[closing - 1].upper)))
    return "a step begins with `|`: write `\(rows) | \(step) | \(text(tokens[opening - 1]))`"
  }

  private func standsForValue(_ token: Token) -> Bool {
    switch token.word {
    case .true, .false, .none, .unknown, .it: token.kind == .reserved
    default: false
    }
  }

  /// `by:` before an argument; `by =` is told of and read as the same.
  mutating func argumentName() throws -> Name? {
    guard token.isWord else { return nil }
    let next = peek()
    if next.kind == .colon || (next.kind == .equals && !standsForValue(token)) {
      if next.kind == .equals { record(.equalsInArgument(place(next), text(token))) }
      let name = takeName()
      advance()
      return name
    }
    return nil
  }
}

extension Expression {
  /// The name of a field of the row.
  fileprivate var nameOfColumn: String? {
    if case .fieldOfIt(let name) = kind { name.text } else { nil }
  }
}
