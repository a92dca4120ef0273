import Diagnostics

/// Patterns: sequences over the events of a case.
extension Parser {
  mutating func pattern() throws -> PatternDeclaration {
    advance()
    let name = try expectName("a name")
    let label = sees(.text) ? plainTextLiteral() : nil
    try expect(.equals, "`=`")
    return PatternDeclaration(name: name, label: label, sequence: try sequence())
  }

  /// `a then b within 90 days without c`, from left to right.
  private mutating func sequence() throws -> PatternDeclaration.Sequence {
    try nested { parser in
      var result = try parser.alternatives()
      var length = 1
      while parser.onLine {
        if parser.takes(.then) {
          result = .then(result, try parser.alternatives())
        } else if parser.takes(.within) {
          result = .within(result, try parser.operand())
        } else if parser.takes(.without) {
          result = .without(result, try parser.alternatives())
        } else {
          break
        }
        length += 1
        guard length < Self.tallest else {
          throw parser.mistake(.chainTooLong(parser.place(parser.token), Self.tallest))
        }
      }
      return result
    }
  }

  private mutating func alternatives() throws -> PatternDeclaration.Sequence {
    var result = [try one()]
    while sees(.or) {
      if hasCondition(result[result.count - 1]) { throw mistake(.orBehindCondition(place(token))) }
      advance()
      result.append(try one())
    }
    return result.count == 1 ? result[0] : .either(result)
  }

  private func hasCondition(_ sequence: PatternDeclaration.Sequence) -> Bool {
    switch sequence {
    case .one(let act): act.condition != nil
    case .group(_, _, let condition): condition != nil
    case .either, .then, .within, .without: false
    }
  }

  private mutating func one() throws -> PatternDeclaration.Sequence {
    if token.kind == .leftParenthesis {
      advance()
      let inner = try inside(newlines: false) { parser in
        let inner = try parser.sequence()
        try parser.expect(.rightParenthesis, "`)`")
        return inner
      }
      let repetition = try repetition()
      return .group(inner, repetition: repetition, condition: try condition())
    }
    guard token.kind == .name else { throw expected("an act, `any` or `(`", acrossLines: true) }
    let name = token.word == .any ? nil : name(token)
    advance()
    var roles: [EventLine.Role] = []
    while let preposition { roles.append(try role(preposition)) }
    let repetition = try repetition()
    return .one(.init(name: name, roles: roles, repetition: repetition, condition: try condition()))
  }

  private mutating func repetition() throws -> PatternDeclaration.Repetition {
    if takes(.plus) { return .oneOrMore }
    return takes(.question) ? .optional : .once
  }

  private mutating func condition() throws -> Expression? {
    takes(.where) ? try operation(Level.and) : nil
  }
}
