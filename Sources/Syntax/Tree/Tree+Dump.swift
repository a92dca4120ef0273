import Diagnostics

extension Program {
  /// The tree as one S-expression a statement: what tests and people compare.
  public var dump: String { statements.map(\.dump).joined(separator: "\n") }
}

private func list(_ head: String, _ parts: [String?]) -> String {
  "(" + ([head] + parts.compactMap { $0 }).joined(separator: " ") + ")"
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for character in text {
    switch character {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    default: result.append(character)
    }
  }
  return result + "\""
}

extension Statement {
  public var dump: String {
    let text = kind.dump
    return documentation.map { list("doc", [quoted($0), text]) } ?? text
  }
}

extension Block {
  public var dump: String { list("block", statements.map(\.dump)) }
}

extension Statement.Kind {
  public var dump: String {
    switch self {
    case .letVariable(let name, let value): list("let", [name.text, value.dump])
    case .assign(let name, let value): list("=", [name.text, value.dump])
    case .function(let function): function.dump
    case .ifElse(let branches, let otherwise, let unknown):
      list(
        "if",
        branches.map { list($0.condition.dump, [$0.body.dump]) }
          + [otherwise.map { list("else", [$0.dump]) }, unknown.map { list("unknown", [$0.dump]) }])
    case .forEach(let first, let second, let sequence, let body):
      list("for", [first.text, second?.text, sequence.dump, body.dump])
    case .whileLoop(let condition, let body): list("while", [condition.dump, body.dump])
    case .breakLoop: "(break)"
    case .continueLoop: "(continue)"
    case .returnValue(let value): list("return", [value?.dump])
    case .use(.file(let path, _), let name): list("use", [quoted(path), name?.text])
    case .use(.module(let module), let name): list("use", [module.text, name?.text])
    case .check(let test): list("check", [test.dump])
    case .expect(let test): list("expect", [test.dump])
    case .show(let value): list("show", [value.dump])
    case .test(let title, let body): list("test", [quoted(title), body.dump])
    case .kind(let kind):
      list(
        "kind",
        [kind.name.text, kind.plural?.text, kind.label.map(quoted), kind.parent.map { ": \($0.text)" }]
          + kind.fields.map(\.dump))
    case .extendKind(let name, let fields): list("extend-kind", [name.text] + fields.map(\.dump))
    case .set(let set):
      list("set", [set.name.text, set.label.map(quoted)] + set.claims.map(\.dump) + [set.content.dump])
    case .same(let first, let second, let claims): list("same", [first.dump, second.dump] + claims.map(\.dump))
    case .extend(let path, let claims, let lines):
      list("extend", [path.dump] + claims.map(\.dump) + lines.map(\.dump))
    case .rule(let rule): rule.dump
    case .pattern(let pattern):
      list("pattern", [pattern.name.text, pattern.label.map(quoted), pattern.sequence.dump])
    case .record(let record): record.dump
    case .continuation(let steps): list("|", steps.map(\.dump))
    case .expression(let value): value.dump
    case .prose(let text): list("prose", [quoted(text)])
    }
  }
}

extension FunctionDeclaration {
  public var dump: String {
    list("fn", [name.text, list("params", parameters.map(\.dump)), result.map { ": \($0.dump)" }, body?.dump])
  }
}

extension Parameter {
  public var dump: String {
    let mark = passing == .value ? "" : "\(passing.rawValue) "
    return mark + name.text + (type.map { ":" + $0.dump } ?? "") + (defaultValue.map { "=" + $0.dump } ?? "")
  }
}

extension TypeExpression {
  public var dump: String {
    switch self {
    case .named(let name): name.text
    case .list(let element): "[\(element.dump)]"
    case .either(let types): types.map(\.dump).joined(separator: "|")
    }
  }
}

extension FieldDeclaration {
  public var dump: String {
    list(
      name.text,
      [
        isPrivate ? "private" : nil, type.dump, overTime ? "over-time" : nil, computed.map { "= \($0.dump)" },
        documentation.map { "## " + quoted($0) },
      ])
  }
}

extension SetDeclaration.Content {
  public var dump: String {
    switch self {
    case .value(let value): value.dump
    case .condition(let condition): list("where", [condition.dump])
    }
  }
}

extension RuleDeclaration {
  public var dump: String {
    list(
      "rule",
      [name.text, list("params", parameters.map(\.dump)), label?.dump] + claims.map(\.dump) + clauses.map(\.dump))
  }
}

extension RuleDeclaration.Clause {
  public var dump: String {
    let branches = branches.map { branch in branch.label.map { list(branch.test.dump, [$0.dump]) } ?? branch.test.dump }
    return switch kind {
    case .require: list("require", branches + claims.map(\.dump))
    case .unless: list("unless", branches + claims.map(\.dump))
    case .letVariable(let name, let value): list("let", [name.text, value.dump])
    }
  }
}

extension PatternDeclaration.Sequence {
  public var dump: String {
    switch self {
    case .one(let act):
      mark(list(act.name?.text ?? "any", act.roles.map(\.dump)), act.repetition, act.condition)
    case .group(let inner, let repetition, let condition): mark(list("group", [inner.dump]), repetition, condition)
    case .either(let parts): list("or", parts.map(\.dump))
    case .then(let first, let second): list("then", [first.dump, second.dump])
    case .within(let sequence, let span): list("within", [sequence.dump, span.dump])
    case .without(let sequence, let act): list("without", [sequence.dump, act.dump])
    }
  }

  private func mark(
    _ text: String, _ repetition: PatternDeclaration.Repetition, _ condition: Expression?
  ) -> String {
    let sign =
      switch repetition {
      case .once: ""
      case .oneOrMore: "+"
      case .optional: "?"
      }
    return text + sign + (condition.map { list("where", [$0.dump]) } ?? "")
  }
}

// MARK: Records

extension Path {
  public var dump: String { names.map(\.text).joined(separator: ".") }
}

extension RecordDeclaration {
  public var dump: String {
    let text = list(
      "record",
      [kind.text, name?.text, label.map(quoted), parent.map { ": \($0.text)" }] + claims.map(\.dump)
        + [body.map { list("body", $0.map(\.dump)) }])
    return text
  }
}

extension RecordLine {
  public var dump: String {
    switch self {
    case .field(let line):
      list(
        "field",
        [line.name.text, line.value.dump, line.at.map { "at \($0.dump)" }, line.remark.map(quoted)]
          + line.claims.map(\.dump))
    case .event(let line): line.dump
    case .record(let record): record.documentation.map { list("doc", [quoted($0), record.dump]) } ?? record.dump
    case .complete(let name, let date, let claims, _):
      list("complete", [name.text, date.dump] + claims.map(\.dump))
    case .expect(let test, _): list("expect", [test.dump])
    }
  }
}

extension EventLine {
  public var dump: String {
    let when =
      switch date {
      case .date(let date): date.dump
      case .unknown(let reason, _): list("unknown", [reason?.text])
      }
    return list(
      "event",
      [when, stage?.text, act.text] + roles.map(\.dump) + [remark.map(quoted)] + body.map(\.dump) + claims.map(\.dump))
  }
}

extension EventLine.Role {
  public var dump: String { list(preposition.rawValue, who.map(\.dump)) }
}

extension EventLine.Who {
  public var dump: String {
    switch self {
    case .path(let path): path.dump
    case .text(let text, _): quoted(text)
    case .unknown(let reason, _): list("unknown", [reason?.text])
    case .none: "none"
    }
  }
}

extension DateLiteral {
  public var dump: String { "@" + text + (until.map { "..@" + $0 } ?? "") }
}

extension ClaimClause {
  public var dump: String {
    switch self {
    case .per(let sources): list("per", sources.map(\.dump))
    case .status(let name, let remark): list("as", [name.text, remark.map(quoted)])
    case .at(let date): list("at", [date.dump])
    }
  }
}

extension SourceReference {
  public var dump: String {
    let parts: [String?] =
      containers.map { "in \($0.dump)" } + [
        after.map { "after \($0.dump)" },
        locator.map { locator in
          switch locator {
          case .pages(let first, let last): "p. \(first)" + (last.map { "-\($0)" } ?? "")
          case .text(let text): quoted(text)
          }
        },
      ]
    return parts.allSatisfy { $0 == nil } ? cited.dump : list(cited.dump, parts)
  }
}

extension DataValue {
  public var dump: String {
    switch kind {
    case .number(let number): number.dump
    case .span(let parts, let about):
      list(about ? "about-span" : "span", parts.map { "\($0.0) \($0.1.rawValue)" })
    case .date(let date): date.dump
    case .text(let text): quoted(text)
    case .path(let path): path.dump
    case .truth(let truth): "\(truth)"
    case .none: "none"
    case .unknown(let reason): list("unknown", [reason?.text])
    case .list(let elements): "[" + elements.map(\.dump).joined(separator: " ") + "]"
    case .record(let entries): "{" + entries.map { "\($0.name.text): \($0.value.dump)" }.joined(separator: " ") + "}"
    case .faulty: "(faulty)"
    }
  }
}

extension NumberLiteral {
  public var dump: String {
    let number =
      switch end {
      case .exact: low.dump
      case .open: low.dump + ".."
      case .number(let high): low.dump + ".." + high.dump
      }
    guard about || unit != nil else { return number }
    return list(about ? "about" : "number", [number, unit?.text])
  }
}

extension NumberLiteral.Magnitude {
  public var dump: String {
    switch self {
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    }
  }
}

// MARK: Expressions

extension Expression {
  public var dump: String {
    switch kind {
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let parts):
      parts.allSatisfy { if case .characters = $0 { true } else { false } }
        ? quoted(parts.map(\.dump).joined())
        : list("text", parts.map { if case .characters(let text) = $0 { quoted(text) } else { $0.dump } })
    case .date(let text): "@" + text
    case .span(let count, let unit): list(unit.rawValue, [count.dump])
    case .truth(let truth): "\(truth)"
    case .none: "none"
    case .unknown(let reason): reason.map { list("unknown", [$0.text]) } ?? "unknown"
    case .it: "it"
    case .fieldOfIt(let name): "." + name.text
    case .name(let name): name.text
    case .list(let elements): "[" + elements.map(\.dump).joined(separator: " ") + "]"
    case .record(let entries): "{" + entries.map { "\($0.name.text): \($0.value.dump)" }.joined(separator: " ") + "}"
    case .field(let value, let name): list(".", [value.dump, name.text])
    case .call(let function, let arguments): list("call", [function.dump] + arguments.map(\.dump))
    case .index(let value, let index): list("index", [value.dump, index.dump])
    case .negative(let value): list("-", [value.dump])
    case .not(let value): list("not", [value.dump])
    case .binary(let sign, let left, let right, _): list(sign.rawValue, [left.dump, right.dump])
    case .lambda(let parameters, let body): list("->", [list("", parameters.map(\.text)), body.dump])
    case .choice(let branches, let otherwise, let unknown):
      list(
        "choice",
        branches.map { list($0.condition.dump, [$0.value.dump]) }
          + ["else", otherwise.dump] + (unknown.map { ["unknown", $0.dump] } ?? []))
    case .match(let subject, let arms): list("match", [subject.dump] + arms.map(\.dump))
    case .why(let value): list("why", [value.dump])
    case .light(let clauses, let body): list("light", clauses.map(\.dump) + [body.dump])
    case .pipeline(let left, let step): list("|", [left.dump, step.dump])
    case .head(let step): list("head", [step.dump])
    case .faulty: "(faulty)"
    }
  }
}

extension TextPart {
  fileprivate var dump: String {
    switch self {
    case .characters(let text): text
    case .interpolation(let value): value.dump
    }
  }
}

extension Argument {
  public var dump: String { name.map { "\($0.text): \(value.dump)" } ?? value.dump }
}

extension Body {
  public var dump: String {
    switch self {
    case .expression(let value): value.dump
    case .block(let block): block.dump
    }
  }
}

extension MatchArm {
  public var dump: String {
    let test =
      switch pattern {
      case .otherwise: "else"
      case .unknown: "unknown"
      case .tests(let tests):
        list(
          "or", tests.map { test in test.comparison.map { list($0.rawValue, [test.value.dump]) } ?? test.value.dump })
      }
    return list(test, [condition.map { list("if", [$0.dump]) }, body.dump])
  }
}

extension LightClause {
  public var dump: String {
    switch self {
    case .under(let standard): list("under", [standard.dump])
    case .underEach(let name): list("under-each", [name.text])
    case .knownBy(let date): list("known-by", [date.dump])
    case .without(let sources): list("without", sources.map(\.dump))
    case .suppose(let supposition): list("suppose", [supposition.dump])
    }
  }
}

extension Step {
  public var dump: String {
    list(
      path.map(\.text).joined(separator: "."),
      arguments.map(\.dump)
        + connections.map { connection in
          list(
            connection.word.text,
            connection.keys.map { key in
              key.descending.map { list($0 ? "desc" : "asc", [key.value.dump]) } ?? key.value.dump
            })
        } + [trailing?.dump])
  }
}

extension Step.Trailing {
  public var dump: String {
    switch self {
    case .record(let value): value.dump
    case .block(let block): block.dump
    }
  }
}
