import Diagnostics

/// Choices and matches.
extension Parser {
  /// `if a then b else if c then d else e unknown f`
  mutating func choice() throws -> Expression {
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

  mutating func match() throws -> Expression {
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
          var isKept = false
          do {
            arms.append(try parser.matchArm())
            isKept = true
            tallest = max(tallest, parser.height)
            try parser.separator("`,` or a new line")
          } catch is Mistake {
            parser.recover(from: first, commas: true, isKept: isKept)
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
}
