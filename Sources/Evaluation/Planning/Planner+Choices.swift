import Diagnostics
import Records
import Syntax
import Values

/// Choices and matches.
extension Planner {
  func plan(
    choice arms: [(condition: Expression, value: Expression)], _ otherwise: Expression, _ unknown: Expression?,
    _ here: Place
  ) -> Node {
    var node = plan(otherwise)
    let unknownNode = unknown.map { plan($0) }
    for (condition, value) in arms.reversed() {
      let test = plan(condition: condition)
      if let unknownNode {
        node = DecidedChoice(test, yes: plan(value), no: node, unknown: unknownNode, here)
      } else {
        node = Choice(test, yes: plan(value), no: node, here)
      }
    }
    return node
  }

  func plan(match subject: Expression, _ arms: [MatchArm], _ here: Place) -> Node {
    let subjectNode = plan(subject)
    let slot = scope.newSlot()
    let planned = arms.map { arm in
      let test: Match.Arm.Test
      switch arm.pattern {
      case .otherwise: test = .otherwise
      case .unknown: test = .unknown
      case .tests(let tests):
        let nodes = tests.map { plan(arm: $0.comparison, $0.value, slot: slot, subject, place(arm.range)) }
        test = .test(nodes.dropFirst().reduce(nodes[0]) { Or($0, $1, place(arm.range)) })
      }
      return Match.Arm(test: test, condition: arm.condition.map { plan(condition: $0) }, body: plan(body: arm.body))
    }
    return Match(subjectNode, slot: slot, planned, here)
  }

  private func plan(
    arm comparison: BinaryOperator?, _ value: Expression, slot: Int, _ subject: Expression, _ here: Place
  ) -> Node {
    let read = ReadSlot(slot, place(subject.range))
    let right = plan(hinted: value, by: subject)
    switch comparison ?? .equal {
    case .isA, .was, .isNot, .wasNot:
      let ever = comparison == .was || comparison == .wasNot
      let node: Node
      if case .unknown(let name) = value.kind {
        node = IsUnknown(read, reason: name.flatMap { reason($0).list.first }, here)
      } else if case .name(let name) = value.kind, name.text == "known" {
        node = Not(IsUnknown(read, reason: nil, here), here)
      } else if case .name(let name) = value.kind, let kind = KindOfValue(rawValue: name.text) {
        node = IsOfKind(read, .value(kind), here)
      } else {
        node = Is(read, right, ever: ever, here)
      }
      return comparison == .isNot || comparison == .wasNot ? Not(node, here) : node
    case .isIn: return IsIn(read, right, here)
    case .isNotIn: return Not(IsIn(read, right, here), here)
    case .has: return Has(read, right, here)
    case .before, .after, .during, .overlaps: return CompareDates(comparison ?? .before, read, right, here)
    case .equal where isRange(value): return IsIn(read, right, here)
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .plus, .minus, .times, .divided:
      return OperatorShape(comparison ?? .equal).node(read, right, here)
    case .fallback, .or, .and, .matches, .range, .at: return faulty(value.range)
    }
  }

  private func isRange(_ expression: Expression) -> Bool {
    if case .binary(.range, _, _, _) = expression.kind { return true }
    return false
  }

  /// The value of what stands behind `->`.
  func plan(body: Body) -> Node {
    switch body {
    case .expression(let expression): return plan(expression)
    case .block(let block):
      scope.enterBlock()
      defer { scope.leaveBlock() }
      return planValue(of: block)
    }
  }
}
