import Syntax
import Values

/// `.date >= c.opened`, `.closed before 2018`: whether one value comes before another, of which each is worked out from a
/// single field, of the row or of the one around it, or from none.
struct TestOfOrder {
  /// A side of the comparison.
  struct Side {
    let node: Node
    let fields: ColumnPlan.Fields
    /// Whether it is the field itself.
    let isField: Bool
  }

  let earlier: Side
  let later: Side
  /// False for `<=` and `>=`.
  let isStrict: Bool
  /// The answer for what is earlier and what is later, whatever these are.
  let compare: (Value, Value) throws(Fault) -> Truth
  /// The test as a whole.
  let whole: Side
  /// Whether one of them is the same for all rows.
  var hasConstant: Bool { earlier.fields.count == 0 || later.fields.count == 0 }

  /// Nil for anything else.
  init?(_ expression: Expression, _ node: Node, _ fields: ColumnPlan.Fields, _ names: ColumnPlan.Names) {
    guard case .binary(let binary, let left, let right, _) = expression.kind, let node = node as? TwoNodes,
      let left = Side(left, node.left, names), let right = Side(right, node.right, names),
      left.fields.count + right.fields.count > 0
    else { return nil }
    whole = Side(node: node, fields: fields, isField: false)
    switch node {
    case is IsLess, is IsLessOrEqual: (earlier, later) = (left, right)
    case is IsGreater, is IsGreaterOrEqual: (earlier, later) = (right, left)
    case is CompareDates where binary == .before: (earlier, later) = (left, right)
    case is CompareDates where binary == .after: (earlier, later) = (right, left)
    default: return nil
    }
    isStrict = !(node is IsLessOrEqual || node is IsGreaterOrEqual)
    if let dates = node as? CompareDates {
      compare = { one, other throws(Fault) in
        binary == .before ? try dates.compare(one, other) : try dates.compare(other, one)
      }
    } else if isStrict {
      compare = { one, other throws(Fault) in try Comparison.less(one, other) }
    } else {
      compare = { one, other throws(Fault) in try Comparison.lessOrEqual(one, other) }
    }
  }
}

extension TestOfOrder.Side {
  /// Nil where it reads more than one field.
  fileprivate init?(_ expression: Expression, _ node: Node, _ names: ColumnPlan.Names) {
    var fields = ColumnPlan.Fields()
    guard expression.reads(&fields, names), fields.count <= 1 else { return nil }
    self.init(node: node, fields: fields, isField: expression.isField(names))
  }
}
