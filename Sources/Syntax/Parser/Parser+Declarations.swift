import Diagnostics

/// Functions, kinds, sets, rules.
extension Parser {
  mutating func function() throws -> FunctionDeclaration {
    advance()
    let name = try expectName("a name")
    guard sees(.leftParenthesis) else {
      throw expected(
        "`(`",
        help: "parameters stand in brackets: `fn \(name.text)(a, b) = …`; without any it is `fn \(name.text)() = …`")
    }
    let parameters = try parameters()
    let result = takes(.colon) ? try type() : nil
    if sees(.arrow) { throw mistake(.resultBehindArrow(place(token))) }
    if sees(.leftBrace) {
      return FunctionDeclaration(name: name, parameters: parameters, result: result, body: .block(try block()))
    }
    if takes(.equals) {
      if sees(.leftBrace), !isRecordValue { throw mistake(.bodyBehindEquals(place(previous), name.text)) }
      return FunctionDeclaration(name: name, parameters: parameters, result: result, body: .expression(try pipeline()))
    }
    if reading == .signatures {
      return FunctionDeclaration(name: name, parameters: parameters, result: result, body: nil)
    }
    if token.kind == .leftBrace { throw mistake(.braceOnNextLine(place(token), after: "fn")) }
    throw expected(
      "`=` and an expression, or `{`", help: "what a function gives stands behind `=`: `fn \(name.text)(…) = …`")
  }

  private mutating func parameters() throws -> [Parameter] {
    advance()
    return try inside(newlines: false) { parser in
      var parameters: [Parameter] = []
      while parser.token.kind != .rightParenthesis {
        var passing = Parameter.Passing.value
        if parser.takes(.each) { passing = .each } else if parser.takes(.at) { passing = .at }
        // `by`, `on` and `as` name the parameters that take what stands behind these words in a step.
        let takesKeys = parser.sees(.by) || parser.sees(.on) || parser.sees(.as)
        let name = takesKeys ? parser.takeName() : try parser.expectName("the name of a parameter")
        let isRest = parser.takes(.dots)
        let type = parser.takes(.colon) ? try parser.type() : nil
        let defaultValue = parser.takes(.equals) ? try parser.expression() : nil
        parameters.append(
          Parameter(name: name, passing: passing, type: type, defaultValue: defaultValue, isRest: isRest))
        guard parser.takes(.comma) else { break }
      }
      let isKindFirst = parser.token.kind == .name && parser.previous.kind == .name
      try parser.expect(
        .rightParenthesis, "`,` or `)`",
        help: isKindFirst ? "a kind stands behind its parameter: `\(parser.text(parser.token)): number`" : nil)
      return parameters
    }
  }

  /// `list of jurisdiction`, `[text]`, `date or text`
  mutating func type() throws -> TypeExpression {
    try nested { parser in
      var alternatives = [try parser.oneType()]
      while parser.takes(.or) { alternatives.append(try parser.oneType()) }
      return alternatives.count == 1 ? alternatives[0] : .either(alternatives)
    }
  }

  private mutating func oneType() throws -> TypeExpression {
    if takes(.leftBracket) {
      let element = try inside(newlines: false) { try $0.type() }
      try expect(.rightBracket, "`]`")
      return .list(element)
    }
    let start = token
    // `none` as a kind of value: a parameter that may be given `none`.
    if takes(.none) { return .named(Name("none", start.range)) }
    let name = try expectName("the kind of value")
    if start.word == .list, token.kind == .name, onLine, token.word != .over, token.word != .of {
      throw mistake(.listWithoutOf(place(token), text(token)))
    }
    guard takes(.of) else { return .named(name) }
    guard start.word == .list else { throw mistake(.onlyListOf(place(start), name.text)) }
    return .list(try type())
  }

  // MARK: Kinds

  mutating func kindDeclaration() throws -> KindDeclaration {
    advance()
    let name = try expectName("a name")
    let plural = takes(.comma) ? try expectName("the plural") : nil
    let label = sees(.text) ? plainTextLiteral() : nil
    let parent = takes(.colon) ? try expectName("the kind above") : nil
    return KindDeclaration(name: name, plural: plural, label: label, parent: parent, fields: try fields())
  }

  mutating func fields() throws -> [FieldDeclaration] {
    try expectBody("kind")
    let fields = inside(newlines: true) { parser in
      var fields: [FieldDeclaration] = []
      while parser.token.kind != .rightBrace, parser.token.kind != .end {
        let start = parser.index
        do {
          fields.append(try parser.field())
        } catch {
          parser.recover(from: start, commas: true)
          if parser.token.kind == .comma || parser.index == start { parser.advance() }
        }
      }
      return fields
    }
    if token.kind == .rightBrace { advance() }
    return fields
  }

  private mutating func field() throws -> FieldDeclaration {
    let above = lineDocumentation()
    begins()
    var isPrivate = false
    if token.word == .private, peek().isWord, nextOnLine {
      isPrivate = true
      advance()
    }
    guard token.isWord else { throw expected("the name of a field") }
    let name = takeName()
    try expect(.colon, "`:` and the kind of value", help: "a field of a kind is `\(name.text): text`")
    let type = try type()
    var overTime = false
    if takes(.over) {
      guard takes(.time) else { throw expected("`time`, as in `over time`") }
      overTime = true
    }
    let computed = takes(.equals) ? try pipeline() : nil
    try separator("`,` or a new line")
    let behind = documentationBehind()
    return FieldDeclaration(
      name: name, isPrivate: isPrivate, type: type, overTime: overTime, computed: computed,
      documentation: behind ?? above)
  }

  // MARK: Sets, records that go on

  mutating func extend() throws -> Statement.Kind {
    advance()
    if token.word == .kind, peek().kind == .name, nextOnLine {
      advance()
      let name = takeName()
      return .extendKind(name, try fields())
    }
    let path = try path()
    let claims = try claims()
    return .extend(path, claims, try body(of: "extend"))
  }

  mutating func setDeclaration() throws -> SetDeclaration {
    advance()
    let name = try expectName("a name")
    let label = sees(.text) ? plainTextLiteral() : nil
    let claims = try claims()
    if takes(.equals) {
      return SetDeclaration(name: name, label: label, claims: claims, content: .value(try dataValue()))
    }
    if takes(.where) {
      return SetDeclaration(name: name, label: label, claims: claims, content: .condition(try expression()))
    }
    throw expected("`=` and a list, or `where` and a condition")
  }

  // MARK: Rules

  mutating func rule() throws -> RuleDeclaration {
    advance()
    let name = try expectName("a name")
    guard sees(.leftParenthesis) else { throw expected("`(`") }
    let parameters = try parameters()
    let label = sees(.text) ? try operand() : nil
    let claims = try claims()
    try expectBody("rule")
    let clauses = inside(newlines: true) { parser in
      var clauses: [RuleDeclaration.Clause] = []
      while parser.token.kind != .rightBrace, parser.token.kind != .end {
        let start = parser.index
        var isKept = false
        do {
          clauses.append(try parser.clause())
          isKept = true
          if !parser.token.newlineBefore, parser.token.kind != .rightBrace { throw parser.expected("a new line") }
        } catch {
          parser.recover(from: start, isKept: isKept)
          if parser.index == start { parser.advance() }
        }
      }
      return clauses
    }
    if token.kind == .rightBrace { advance() }
    return RuleDeclaration(name: name, parameters: parameters, label: label, claims: claims, clauses: clauses)
  }

  private mutating func clause() throws -> RuleDeclaration.Clause {
    let start = token
    begins()
    if token.kind == .reserved, token.word == .let {
      advance()
      let name = try expectName("a name")
      try expect(.equals, "`=`")
      return .init(.letVariable(name, try pipeline()), branches: [], claims: [], range(from: start))
    }
    let kind: RuleDeclaration.Clause.Kind
    switch token.word {
    case .require: kind = .require
    case .unless: kind = .unless
    default: throw expected("`require`, `unless` or `let`")
    }
    advance()
    var branches: [(test: Expression, label: Expression?)] = []
    repeat {
      let test = try expression()
      branches.append((test, sees(.text) ? try operand() : nil))
      // A branch may stand on a line of its own.
      if token.kind == .reserved, token.word == .or {
        advance()
      } else {
        break
      }
    } while true
    let claims = try claims()
    return .init(kind, branches: branches, claims: claims, range(from: start))
  }
}
