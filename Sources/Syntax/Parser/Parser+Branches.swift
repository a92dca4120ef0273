import Diagnostics

/// `if`, as a statement that runs blocks.
extension Parser {
  /// An `if` that runs blocks, or `if … then …`, which is a value.
  mutating func ifStatement() throws -> Statement.Kind {
    let start = token
    advance()
    let first = try head()
    if token.kind == .reserved, token.word == .then {
      return .expression(try expressionRest(try choiceRest(start, first), start))
    }
    if token.kind == .end, !token.isMissing, !faults.contains(where: \.atEnd) {
      throw expected("`{` or `then`", acrossLines: true, awaiting: "if")
    }
    var branches: [(condition: Expression, body: Block)] = [(first, try block(after: "if"))]
    var otherwise: Block?
    while sees(.else) {
      advance()
      guard takes(.if) else {
        otherwise = try block(after: "else")
        break
      }
      let condition = try head()
      branches.append((condition, try block(after: "if")))
    }
    let unknown = takes(.unknown) ? try block(after: "unknown") : nil
    if sees(.else) { throw mistake(.strayBranch(place(token), "else")) }
    return .ifElse(branches, otherwise: otherwise, unknown: unknown)
  }

  /// A choice at the beginning of a line may be the head of a pipeline.
  private mutating func expressionRest(_ left: Expression, _ start: Token) throws -> Expression {
    var left = left
    while token.kind == .pipe {
      let height = height
      advance()
      let step = try step()
      try grow(beside: height)
      left = Expression(.pipeline(left, step), range(from: start))
    }
    return left
  }
}
