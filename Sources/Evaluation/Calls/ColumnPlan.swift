import Syntax
import Values

/// How an expression about a row is worked out for all rows of columns at once.
///
/// A test is taken apart at `and`, `or` and `not`. What is left is about a few columns: of one in which few different
/// values stand, it is worked out once for each of them. Nobody can tell the difference: an expression of which
/// somebody could, since it calls a function that shows something, or needs the row as a whole, has no such plan.
indirect enum ColumnPlan {
  case and(ColumnPlan, ColumnPlan)
  case or(ColumnPlan, ColumnPlan)
  case not(ColumnPlan)
  case leaf(Node, columns: [String])

  /// - Parameter isLibrary: whether a name stands for a function whose answer depends on its arguments alone.
  /// - Parameter isValue: whether a name stands for one value, and not for an expression about the row.
  init?(_ expression: Expression, _ node: Node, isLibrary: (String) -> Bool, isValue: (String) -> Bool) {
    switch (expression.kind, node) {
    case (.binary(.and, let left, let right, _), let node as And):
      guard let first = ColumnPlan(left, node.left, isLibrary: isLibrary, isValue: isValue),
        let second = ColumnPlan(right, node.right, isLibrary: isLibrary, isValue: isValue)
      else { return nil }
      self = .and(first, second)
    case (.binary(.or, let left, let right, _), let node as Or):
      guard let first = ColumnPlan(left, node.left, isLibrary: isLibrary, isValue: isValue),
        let second = ColumnPlan(right, node.right, isLibrary: isLibrary, isValue: isValue)
      else { return nil }
      self = .or(first, second)
    case (.not(let inner), let node as Not):
      guard let plan = ColumnPlan(inner, node.operand, isLibrary: isLibrary, isValue: isValue) else { return nil }
      self = .not(plan)
    default:
      var columns: [String] = []
      guard expression.reads(&columns, isLibrary: isLibrary, isValue: isValue) else { return nil }
      self = .leaf(node, columns: columns)
    }
  }
}

extension Expression {
  /// Gathers the fields of the row that an expression reads; false where it might do more than work something out from
  /// them.
  fileprivate func reads(_ columns: inout [String], isLibrary: (String) -> Bool, isValue: (String) -> Bool) -> Bool {
    switch kind {
    case .fieldOfIt(let name):
      if !columns.contains(name.text) { columns.append(name.text) }
      return true
    case .field(let inner, let name):
      if case .it = inner.kind {
        if !columns.contains(name.text) { columns.append(name.text) }
        return true
      }
      return inner.reads(&columns, isLibrary: isLibrary, isValue: isValue)
    case .name(let name): return isValue(name.text)
    case .integer, .real, .quantity, .date, .truth, .none, .unknown: return true
    case .text, .list, .index, .negative, .not, .binary, .choice, .span:
      return partsAboutTheRow.allSatisfy { $0.reads(&columns, isLibrary: isLibrary, isValue: isValue) }
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, isLibrary(name.text) else { return false }
      return arguments.allSatisfy { $0.value.reads(&columns, isLibrary: isLibrary, isValue: isValue) }
    case .it, .record, .lambda, .match, .why, .light, .pipeline, .head, .faulty: return false
    }
  }
}
