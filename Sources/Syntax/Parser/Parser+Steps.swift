import Diagnostics

/// Steps of a pipeline and calls without brackets.
extension Parser {
  /// What stands behind `|`.
  mutating func step() throws -> Step {
    let start = token
    var path: [Name] = []
    if token.kind == .reserved, token.word == .as {
      path.append(takeName())
    } else {
      guard token.kind == .name else {
        if token.kind == .pipe { throw mistake(.emptyStep(place(token))) }
        throw expected("a step such as `where` or `sort`", acrossLines: true)
      }
      path.append(takeName())
      while token.kind == .dot, !token.spaceBefore, peek().isWord, !peek().spaceBefore {
        advance()
        path.append(takeName())
      }
    }
    if start.kind == .reserved, token.kind != .leftParenthesis || token.spaceBefore {
      return try recordStep(path[0], from: start)
    }
    return try stepRest(path, from: start)
  }

  /// `as event { act: .Act } of case by .CaseID per report else unknown`: rows as records. Which kind they are of, and of
  /// which those are in which they stand, is given to the step under the names `kind` and `of`.
  private mutating func recordStep(_ word: Name, from start: Token) throws -> Step {
    var arguments: [Argument] = []
    var connections: [Step.Connection] = []
    var trailing: Step.Trailing?
    var tallest = 0
    func key(_ kind: Name) -> [Step.Key] { [Step.Key(Expression(.name(kind), kind.range), descending: nil)] }
    let kind = try expectName("the kind of the records, as in `as case { … }`")
    connections.append(Step.Connection(Name("kind", kind.range), key(kind)))
    while onLine {
      if sees(.leftBrace), trailing == nil, bracesAllowed {
        guard isRecordValue else {
          if let head = headBehindBrace { throw mistake(head) }
          throw mistake(.unexpected("a block", place(token), "what each record says is `{ origin: .Country }`"))
        }
        trailing = .record(try recordValue())
        tallest = max(tallest, height)
      } else if token.kind == .name, token.word == .of {
        connections.append(Step.Connection(takeName(), key(try expectName("the kind of the records around them"))))
      } else if token.kind == .reserved,
        token.word == .by || token.word == .per || token.word == .else && peek().kind != .leftBrace
      {
        let word = takeName()
        var keys: [Step.Key] = []
        repeat {
          // `per .Source, .Second, separator: ","`: a name with a colon is no key.
          if !keys.isEmpty, beginsNamedArgument { break }
          keys.append(Step.Key(try expression(), descending: nil))
          tallest = max(tallest, height)
        } while takes(.comma)
        connections.append(Step.Connection(word, keys))
      } else if beginsNamedArgument {
        let name = try argumentName()
        arguments.append(Argument(name, try expression()))
        tallest = max(tallest, height)
        _ = takes(.comma)
      } else {
        break
      }
    }
    height = tallest
    try grow()
    return Step(path: [word], arguments: arguments, connections: connections, trailing: trailing, range(from: start))
  }

  /// Arguments, connections and the trailing block behind a step's name.
  mutating func stepRest(_ path: [Name], from start: Token) throws -> Step {
    var arguments: [Argument] = []
    var tallest = 0
    if token.kind == .leftParenthesis, !token.spaceBefore {
      arguments = try callArguments()
      tallest = height
      if onLine, beginsOperand || continuesOperand {
        if arguments.isEmpty, infix != nil {
          throw mistake(.unexpected(describe(token), place(token), Self.bracketThePipeline))
        }
        throw mistake(.gluedStep(place(token), path.map(\.text).joined(separator: ".")))
      }
    } else if onLine, beginsOperand {
      repeat {
        let name = try argumentName()
        arguments.append(Argument(name, try expression()))
        tallest = max(tallest, height)
      } while takes(.comma) || beginsNamedArgument
    }
    var connections: [Step.Connection] = []
    while onLine, token.kind == .reserved, token.word == .by || token.word == .on || token.word == .as {
      let word = takeName()
      var keys: [Step.Key] = []
      repeat {
        if beginsNamedArgument {
          if !keys.isEmpty { break }
          let name = text(token)
          throw mistake(
            .unexpected(
              "the name `\(name)`", place(token),
              "what rows are put together by is added before: `| add { \(name): … } | \(path[0].text) by .\(name)`"))
        }
        let value = try expression()
        tallest = max(tallest, height)
        var descending: Bool?
        if takes(.desc) { descending = true } else if takes(.asc) { descending = false }
        keys.append(Step.Key(value, descending: descending))
      } while takes(.comma)
      // `group by { n: count() }`: nothing is a key by which something is counted.
      if keys.count == 1, let key = keys.first?.value, key.worksOut, !sees(.leftBrace) {
        throw mistake(.keyMissing(Place(source, key.range), path.map(\.text).joined(separator: ".")))
      }
      connections.append(Step.Connection(word, keys))
      // `cross by .host, .outcome shares: row`: a name with a colon is no key.
      while beginsNamedArgument {
        let name = try argumentName()
        arguments.append(Argument(name, try expression()))
        tallest = max(tallest, height)
        _ = takes(.comma)
      }
    }
    var trailing: Step.Trailing?
    if sees(.leftBrace), bracesAllowed {
      if isRecordValue {
        trailing = .record(try recordValue())
      } else if let head = headBehindBrace {
        throw mistake(head)
      } else {
        trailing = .block(try block())
      }
      tallest = max(tallest, height)
    }
    if onLine, token.kind == .reserved, token.word == .else, peek().kind != .leftBrace {
      let word = takeName()
      connections.append(Step.Connection(word, [Step.Key(try expression(), descending: nil)]))
      tallest = max(tallest, height)
    }
    height = tallest
    try grow()
    return Step(
      path: path, arguments: arguments, connections: connections, trailing: trailing, range(from: start))
  }

  /// Whether an argument with its name begins here, on the same line.
  private var beginsNamedArgument: Bool { onLine && token.isWord && peek().kind == .colon }

  /// Whether an argument can begin here. A `{` is the step's trailing block, and `by`, `on`, `as` its keys.
  private var beginsOperand: Bool {
    switch token.kind {
    case .integer, .real, .percentage, .date, .text, .faulty, .name, .dot, .leftParenthesis, .leftBracket, .minus: true
    case .reserved:
      switch token.word {
      case .true, .false, .none, .unknown, .it, .if, .match, .why, .under, .without, .suppose, .not: true
      default: peek().kind == .colon && token.word != .plain
      }
    default: false
    }
  }

  /// An operator behind `step(…)`: the brackets were meant as the first operand only.
  private var continuesOperand: Bool {
    switch token.kind {
    case .plus, .star, .slash, .dots, .equal, .equals, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual,
      .fallback:
      true
    case .reserved:
      switch token.word {
      case .and, .or, .is, .was, .in, .has, .before, .after, .during, .overlaps, .matches, .at: true
      default: false
      }
    default: false
    }
  }
}

extension Expression {
  /// Whether it is a record for which functions are called, as it stands behind the keys of groups.
  fileprivate var worksOut: Bool {
    guard case .record(let entries) = kind else { return false }
    return entries.contains { if case .call = $0.value.kind { true } else { false } }
  }
}
