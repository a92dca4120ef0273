import Diagnostics
import Syntax
import Values

/// `check` and `expect`: in a test it reports how it went; elsewhere one that does not hold is a fault.
final class Check: Node {
  let test: Node
  /// What is shown when it fails: the sides of a comparison, and the names inside, each with its text.
  let sides: [(text: String, node: Node)]
  unowned let machine: Machine

  init(_ test: Node, sides: [(text: String, node: Node)], _ machine: Machine, _ place: Place) {
    self.test = test
    self.sides = sides
    self.machine = machine
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let holds = try test.truth(frame)
    var details: [String] = []
    if !holds.isYes {
      for (text, node) in sides { details.append("\(text) is \(try node.value(frame).quoted)") }
    }
    if let report = machine.report {
      report(CheckResult(holds: holds, place: test.place, details: details))
    } else if !holds.isYes {
      throw details.reduce(Fault.checkFails(holds).located(test.place)) { $0.noting($1) }
    }
    return .next
  }
}

extension Planner {
  func plan(check expression: Expression, _ here: Place) -> Node {
    let test = plan(condition: expression)
    var texts: Set<String> = []
    let sides = parts(of: expression).filter { texts.insert($0.text).inserted }
    return Check(test, sides: sides.map { (text: $0.text, node: plan($0.expression)) }, machine, here)
  }

  /// The parts of a test that have values worth showing: both sides of comparisons, fields and names.
  private func parts(of expression: Expression) -> [(text: String, expression: Expression)] {
    let itself = [(text: source.text(in: expression.range), expression: expression)]
    switch expression.kind {
    case .binary(let binary, let left, let right, _):
      switch binary {
      case .and, .or: return parts(of: left) + parts(of: right)
      case .isA, .isNot, .was, .wasNot: return parts(of: left)
      case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .isIn, .isNotIn, .has, .before, .after,
        .during, .overlaps, .matches, .fallback:
        return parts(of: left) + parts(of: right)
      case .plus, .minus, .times, .divided, .at, .range: return itself
      }
    case .not(let operand): return parts(of: operand)
    case .name, .field, .fieldOfIt, .call, .index, .it, .pipeline: return itself
    case .integer, .real, .text, .date, .span, .quantity, .truth, .none, .unknown, .list, .record, .negative, .lambda,
      .choice, .match, .why, .light, .head, .faulty:
      return []
    }
  }
}
