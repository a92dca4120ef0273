import Diagnostics
import Records
import Syntax
import Values

extension Planner {
  /// A question in another light that gives a value.
  func plan(light clauses: [LightClause], _ block: Block, _ range: SourceRange) -> Node {
    plan(light: clauses, range) {
      scope.enterBlock()
      defer { scope.leaveBlock() }
      return planValue(of: block)
    }
  }

  /// A question in another light that stands as a statement: what stands in its block is shown there, so that it is read
  /// in that light. `under each` has one answer, the table.
  func plan(lightStatement clauses: [LightClause], _ block: Block, _ range: SourceRange) -> Node {
    let isTable = clauses.contains { if case .underEach = $0 { true } else { false } }
    if isTable { return show(range) { plan(light: clauses, block, range) } }
    return plan(light: clauses, range) {
      scope.enterBlock()
      defer { scope.leaveBlock() }
      return planStatements(block.statements, block.range, inFunction: false)
    }
  }

  private func plan(light clauses: [LightClause], _ range: SourceRange, body: () -> Node) -> Node {
    var planned: [LightClauses.Clause] = []
    var each: Kind?
    for clause in clauses {
      switch clause {
      case .under(let expression):
        if isKnown(expression) {
          planned.append(.under(plan(expression)))
        } else {
          report(noSuchStandard(expression))
        }
      case .underEach(let name):
        guard let kind = corpus.kinds[name.text], kind.name == "standard" else {
          report(.underEachNeedsStandard(name.text, place(name.range)))
          continue
        }
        each = kind
      case .knownBy(let expression): planned.append(.knownBy(plan(expression)))
      case .without(let expressions):
        for expression in expressions {
          if isKnown(expression) {
            planned.append(.without(plan(expression)))
          } else {
            report(.noSuchSource(source.text(in: expression.range), place(expression.range)))
          }
        }
      case .suppose(let expression):
        if let clause = plan(supposition: expression) { planned.append(clause) }
      }
    }
    let clauses = LightClauses(clauses: planned, machine: machine)
    let node = body()
    if let each { return UnderEach(each, clauses, node, place(range)) }
    return InLight(clauses, node, place(range))
  }

  /// False for a name that nothing bears, and that no line could have given which was not read.
  func isKnown(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind else { return true }
    if lost.contains(name.text) { return true }
    return read(name.text, name.range) != nil || function(name.text) != nil || corpus.entities[name.text] != nil
      || corpus.sets[name.text] != nil || corpus.plurals[name.text] != nil || corpus.kinds[name.text] != nil
      || project.builtins[name.text] != nil
  }

  private func noSuchStandard(_ expression: Expression) -> Diagnostic {
    let name = source.text(in: expression.range)
    let standards = corpus.kinds["standard"].map { corpus.all($0).map(\.path) } ?? []
    return .noSuchStandard(
      name, standards, near: Planner.near(name, among: standards), place(expression.range))
  }

  /// `suppose c.outcome is returned`: a field, and what it is taken to be.
  private func plan(supposition expression: Expression) -> LightClauses.Clause? {
    guard case .binary(let sign, let left, let right, _) = expression.kind, sign == .isA || sign == .equal else {
      report(.supposeNeedsField(place(expression.range)))
      return nil
    }
    let here = place(expression.range)
    switch left.kind {
    case .field(let subject, let name):
      return .suppose(subject: plan(subject), field: name.text, value: plan(hinted: right, by: left), here)
    case .fieldOfIt(let name):
      guard let row = it(left.range) else {
        report(.nothingAtHand(".\(name.text)", place(left.range)))
        return nil
      }
      return .suppose(subject: row, field: name.text, value: plan(hinted: right, by: left), here)
    default:
      report(.supposeNeedsField(place(expression.range)))
      return nil
    }
  }
}

extension Diagnostic {
  static func underEachNeedsStandard(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R607", "`under each` goes through the standards of evidence, and `\(name)` is no standard", at: place,
      help: "write `under each standard { … }`")
  }

  static func noSuchStandard(_ name: String, _ standards: [String], near: String?, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R608", "there is no standard of evidence called `\(name)`", at: place,
      help: near.map { "did you mean `\($0)`?" }
        ?? "there are \(standards.joined(separator: ", ")); one of your own is a record: `standard \(name) { sources: 2 }`"
    )
  }

  static func noSuchSource(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R609", "there is no source called `\(name)`", at: place,
      help:
        "`sources` lists them; the name of a source is never guessed. One that rows were read as is found by a question: "
        + "`without (sources | where .name == \"\(name)\") { … }`")
  }

  static func supposeNeedsField(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R603", "`suppose` needs a field and what it is taken to be", at: place,
      help: "write `suppose c.outcome is returned { … }`")
  }
}
