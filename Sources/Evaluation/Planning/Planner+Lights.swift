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
      case .under(let expression): planned.append(.under(plan(expression)))
      case .underEach(let name):
        guard let kind = corpus.kinds[name.text], kind.name == "standard" else {
          report(.underEachNeedsStandard(name.text, place(name.range)))
          continue
        }
        each = kind
      case .knownBy(let expression): planned.append(.knownBy(plan(expression)))
      case .without(let expressions): planned += expressions.map { .without(plan($0)) }
      case .suppose(let expression):
        if let clause = plan(supposition: expression) { planned.append(clause) }
      }
    }
    let clauses = LightClauses(clauses: planned, machine: machine)
    let node = body()
    if let each { return UnderEach(each, clauses, node, place(range)) }
    return InLight(clauses, node, place(range))
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

  static func supposeNeedsField(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R603", "`suppose` needs a field and what it is taken to be", at: place,
      help: "write `suppose c.outcome is returned { … }`")
  }
}
