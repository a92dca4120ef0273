import Diagnostics

extension Program {
  /// The tree as one S-expression a statement: what tests and people compare.
  public var dump: String { statements.map(\.dump).joined(separator: "\n") }
}

/// One parenthesis of a dump.
func dumpList(_ head: String, _ parts: [String?]) -> String {
  "(" + ([head] + parts.compactMap { $0 }).joined(separator: " ") + ")"
}

/// A text of a dump, in quotation marks.
func dumpText(_ text: String) -> String {
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
    return documentation.map { dumpList("doc", [dumpText($0), text]) } ?? text
  }
}

extension Block {
  public var dump: String { dumpList("block", statements.map(\.dump)) }
}

extension Statement.Kind {
  public var dump: String {
    switch self {
    case .letVariable(let name, let value): dumpList("let", [name.text, value.dump])
    case .assign(let name, let value): dumpList("=", [name.text, value.dump])
    case .function(let function): function.dump
    case .ifElse(let branches, let otherwise, let unknown):
      dumpList(
        "if",
        branches.map { dumpList($0.condition.dump, [$0.body.dump]) }
          + [otherwise.map { dumpList("else", [$0.dump]) }, unknown.map { dumpList("unknown", [$0.dump]) }])
    case .forEach(let first, let second, let sequence, let body):
      dumpList("for", [first.text, second?.text, sequence.dump, body.dump])
    case .whileLoop(let condition, let body): dumpList("while", [condition.dump, body.dump])
    case .breakLoop: "(break)"
    case .continueLoop: "(continue)"
    case .returnValue(let value): dumpList("return", [value?.dump])
    case .use(.file(let path, _), let name): dumpList("use", [dumpText(path), name?.text])
    case .use(.module(let module), let name): dumpList("use", [module.text, name?.text])
    case .check(let test): dumpList("check", [test.dump])
    case .expect(let test): dumpList("expect", [test.dump])
    case .show(let value): dumpList("show", [value.dump])
    case .test(let title, let body): dumpList("test", [dumpText(title), body.dump])
    case .kind(let kind):
      dumpList(
        "kind",
        [kind.name.text, kind.plural?.text, kind.label.map(dumpText), kind.parent.map { ": \($0.text)" }]
          + kind.fields.map(\.dump))
    case .extendKind(let name, let fields): dumpList("extend-kind", [name.text] + fields.map(\.dump))
    case .set(let set):
      dumpList("set", [set.name.text, set.label.map(dumpText)] + set.claims.map(\.dump) + [set.content.dump])
    case .same(let first, let second, let claims): dumpList("same", [first.dump, second.dump] + claims.map(\.dump))
    case .extend(let path, let claims, let lines):
      dumpList("extend", [path.dump] + claims.map(\.dump) + lines.map(\.dump))
    case .attribution(let claims): dumpList("attribution", claims.map(\.dump))
    case .rule(let rule): rule.dump
    case .pattern(let pattern):
      dumpList("pattern", [pattern.name.text, pattern.label.map(dumpText), pattern.sequence.dump])
    case .record(let record): record.dump
    case .continuation(let steps): dumpList("|", steps.map(\.dump))
    case .expression(let value): value.dump
    case .prose(let text): dumpList("prose", [dumpText(text)])
    }
  }
}

extension FunctionDeclaration {
  public var dump: String {
    dumpList("fn", [name.text, dumpList("params", parameters.map(\.dump)), result.map { ": \($0.dump)" }, body?.dump])
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
    dumpList(
      name.text,
      [
        isPrivate ? "private" : nil, type.dump, overTime ? "over-time" : nil, computed.map { "= \($0.dump)" },
        documentation.map { "## " + dumpText($0) },
      ])
  }
}

extension SetDeclaration.Content {
  public var dump: String {
    switch self {
    case .value(let value): value.dump
    case .condition(let condition): dumpList("where", [condition.dump])
    }
  }
}

extension RuleDeclaration {
  public var dump: String {
    dumpList(
      "rule",
      [name.text, dumpList("params", parameters.map(\.dump)), label?.dump] + claims.map(\.dump) + clauses.map(\.dump))
  }
}

extension RuleDeclaration.Clause {
  public var dump: String {
    let branches = branches.map { branch in
      branch.label.map { dumpList(branch.test.dump, [$0.dump]) } ?? branch.test.dump
    }
    return switch kind {
    case .require: dumpList("require", branches + claims.map(\.dump))
    case .unless: dumpList("unless", branches + claims.map(\.dump))
    case .letVariable(let name, let value): dumpList("let", [name.text, value.dump])
    }
  }
}

extension PatternDeclaration.Sequence {
  public var dump: String {
    switch self {
    case .one(let act):
      mark(dumpList(act.name?.text ?? "any", act.roles.map(\.dump)), act.repetition, act.condition)
    case .group(let inner, let repetition, let condition): mark(dumpList("group", [inner.dump]), repetition, condition)
    case .either(let parts): dumpList("or", parts.map(\.dump))
    case .then(let first, let second): dumpList("then", [first.dump, second.dump])
    case .within(let sequence, let span): dumpList("within", [sequence.dump, span.dump])
    case .without(let sequence, let act): dumpList("without", [sequence.dump, act.dump])
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
    return text + sign + (condition.map { dumpList("where", [$0.dump]) } ?? "")
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
        ? dumpText(parts.map(\.dump).joined())
        : dumpList("text", parts.map { if case .characters(let text) = $0 { dumpText(text) } else { $0.dump } })
    case .date(let text): "@" + text
    case .span(let count, let unit): dumpList(unit.rawValue, [count.dump])
    case .quantity(let count, let unit): dumpList("quantity", [count.dump, unit.text])
    case .truth(let truth): "\(truth)"
    case .none: "none"
    case .unknown(let reason): reason.map { dumpList("unknown", [$0.text]) } ?? "unknown"
    case .it: "it"
    case .fieldOfIt(let name): "." + name.text
    case .name(let name): name.text
    case .list(let elements): "[" + elements.map(\.dump).joined(separator: " ") + "]"
    case .record(let entries): "{" + entries.map { "\($0.name.text): \($0.value.dump)" }.joined(separator: " ") + "}"
    case .field(let value, let name): dumpList(".", [value.dump, name.text])
    case .call(let function, let arguments): dumpList("call", [function.dump] + arguments.map(\.dump))
    case .index(let value, let index): dumpList("index", [value.dump, index.dump])
    case .negative(let value): dumpList("-", [value.dump])
    case .not(let value): dumpList("not", [value.dump])
    case .binary(let sign, let left, let right, _): dumpList(sign.rawValue, [left.dump, right.dump])
    case .lambda(let parameters, let body): dumpList("->", [dumpList("", parameters.map(\.text)), body.dump])
    case .choice(let branches, let otherwise, let unknown):
      dumpList(
        "choice",
        branches.map { dumpList($0.condition.dump, [$0.value.dump]) }
          + ["else", otherwise.dump] + (unknown.map { ["unknown", $0.dump] } ?? []))
    case .match(let subject, let arms): dumpList("match", [subject.dump] + arms.map(\.dump))
    case .why(let value): dumpList("why", [value.dump])
    case .light(let clauses, let body): dumpList("light", clauses.map(\.dump) + [body.dump])
    case .pipeline(let left, let step): dumpList("|", [left.dump, step.dump])
    case .head(let step): dumpList("head", [step.dump])
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
        dumpList(
          "or",
          tests.map { test in test.comparison.map { dumpList($0.rawValue, [test.value.dump]) } ?? test.value.dump })
      }
    return dumpList(test, [condition.map { dumpList("if", [$0.dump]) }, body.dump])
  }
}

extension LightClause {
  public var dump: String {
    switch self {
    case .under(let standard): dumpList("under", [standard.dump])
    case .underEach(let name): dumpList("under-each", [name.text])
    case .knownBy(let date): dumpList("known-by", [date.dump])
    case .without(let sources): dumpList("without", sources.map(\.dump))
    case .suppose(let supposition): dumpList("suppose", [supposition.dump])
    }
  }
}

extension Step {
  public var dump: String {
    dumpList(
      path.map(\.text).joined(separator: "."),
      arguments.map(\.dump)
        + connections.map { connection in
          dumpList(
            connection.word.text,
            connection.keys.map { key in
              key.descending.map { dumpList($0 ? "desc" : "asc", [key.value.dump]) } ?? key.value.dump
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
