import Diagnostics
import Syntax
import Values

/// Chooses the class of an operator by the shape of its operands.
struct OperatorShape {
  private let binary: BinaryOperator

  init(_ binary: BinaryOperator) { self.binary = binary }

  func node(_ left: Node, _ right: Node, _ here: Place) -> Node {
    shaped(left, right, here) ?? withNodes(left, right, here)
  }

  /// `x = x + …` as one node, where that means the same.
  static func added(to slot: Int, _ right: Node, _ here: Place) -> Node? {
    if case .integer(let number)? = right.constant { return AddIntegerToSlot(slot, number, here) }
    if let other = right.slot { return AddSlotToSlot(slot, other, here) }
    return right.leavesVariables ? AddNodeToSlot(slot, right, here) : nil
  }

  private func shaped(_ left: Node, _ right: Node, _ here: Place) -> Node? {
    if case .integer(let number)? = right.constant {
      return left.slot.map { withInteger($0, number, here) } ?? withInteger(left, number, here)
    }
    switch (left.slot, right.slot) {
    case (let first?, let second?): return withSlots(first, second, here)
    case (let first?, nil): return withSlot(first, right, here)
    case (nil, let second?): return withSlot(left, second, here)
    case (nil, nil): return nil
    }
  }

  private func withInteger(_ slot: Int, _ number: Int, _ here: Place) -> Node? {
    switch binary {
    case .plus: AddSlotAndInteger(slot, number, here)
    case .minus: SubtractSlotAndInteger(slot, number, here)
    case .times: MultiplySlotAndInteger(slot, number, here)
    case .less: IsLessSlotAndInteger(slot, number, here)
    case .greater: IsGreaterSlotAndInteger(slot, number, here)
    case .lessOrEqual: IsLessOrEqualSlotAndInteger(slot, number, here)
    case .greaterOrEqual: IsGreaterOrEqualSlotAndInteger(slot, number, here)
    case .equal: IsEqualSlotAndInteger(slot, number, here)
    case .notEqual: IsNotEqualSlotAndInteger(slot, number, here)
    default: nil
    }
  }

  private func withInteger(_ node: Node, _ number: Int, _ here: Place) -> Node? {
    switch binary {
    case .plus: AddNodeAndInteger(node, number, here)
    case .minus: SubtractNodeAndInteger(node, number, here)
    case .times: MultiplyNodeAndInteger(node, number, here)
    case .less: IsLessNodeAndInteger(node, number, here)
    case .greater: IsGreaterNodeAndInteger(node, number, here)
    case .lessOrEqual: IsLessOrEqualNodeAndInteger(node, number, here)
    case .greaterOrEqual: IsGreaterOrEqualNodeAndInteger(node, number, here)
    case .equal: IsEqualNodeAndInteger(node, number, here)
    case .notEqual: IsNotEqualNodeAndInteger(node, number, here)
    default: nil
    }
  }

  private func withSlots(_ first: Int, _ second: Int, _ here: Place) -> Node? {
    switch binary {
    case .plus: AddTwoSlots(first, second, here)
    case .minus: SubtractTwoSlots(first, second, here)
    case .times: MultiplyTwoSlots(first, second, here)
    case .less: IsLessTwoSlots(first, second, here)
    case .greater: IsGreaterTwoSlots(first, second, here)
    case .lessOrEqual: IsLessOrEqualTwoSlots(first, second, here)
    case .greaterOrEqual: IsGreaterOrEqualTwoSlots(first, second, here)
    case .equal: IsEqualTwoSlots(first, second, here)
    case .notEqual: IsNotEqualTwoSlots(first, second, here)
    default: nil
    }
  }

  private func withSlot(_ slot: Int, _ node: Node, _ here: Place) -> Node? {
    switch binary {
    case .plus: AddSlotAndNode(slot, node, here)
    case .minus: SubtractSlotAndNode(slot, node, here)
    case .times: MultiplySlotAndNode(slot, node, here)
    case .less: IsLessSlotAndNode(slot, node, here)
    case .greater: IsGreaterSlotAndNode(slot, node, here)
    case .lessOrEqual: IsLessOrEqualSlotAndNode(slot, node, here)
    case .greaterOrEqual: IsGreaterOrEqualSlotAndNode(slot, node, here)
    case .equal: IsEqualSlotAndNode(slot, node, here)
    case .notEqual: IsNotEqualSlotAndNode(slot, node, here)
    default: nil
    }
  }

  private func withSlot(_ node: Node, _ slot: Int, _ here: Place) -> Node? {
    switch binary {
    case .plus: AddNodeAndSlot(node, slot, here)
    case .minus: SubtractNodeAndSlot(node, slot, here)
    case .times: MultiplyNodeAndSlot(node, slot, here)
    case .less: IsLessNodeAndSlot(node, slot, here)
    case .greater: IsGreaterNodeAndSlot(node, slot, here)
    case .lessOrEqual: IsLessOrEqualNodeAndSlot(node, slot, here)
    case .greaterOrEqual: IsGreaterOrEqualNodeAndSlot(node, slot, here)
    case .equal: IsEqualNodeAndSlot(node, slot, here)
    case .notEqual: IsNotEqualNodeAndSlot(node, slot, here)
    default: nil
    }
  }

  private func withNodes(_ left: Node, _ right: Node, _ here: Place) -> Node {
    switch binary {
    case .plus: Add(left, right, here)
    case .minus: Subtract(left, right, here)
    case .times: Multiply(left, right, here)
    case .divided: Divide(left, right, here)
    case .less: IsLess(left, right, here)
    case .greater: IsGreater(left, right, here)
    case .lessOrEqual: IsLessOrEqual(left, right, here)
    case .greaterOrEqual: IsGreaterOrEqual(left, right, here)
    case .notEqual: IsNotEqual(left, right, here)
    default: IsEqual(left, right, here)
    }
  }
}
