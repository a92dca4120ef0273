import Diagnostics
import Values

// One class an operator and shape of operands. A generic class would be shorter and twice as slow: its methods are not
// specialised. The meaning of each operator stands once, in `Values`.

/// An operator over two nodes.
class TwoNodes: Node {
  final let left: Node
  final let right: Node

  init(_ left: Node, _ right: Node, _ place: Place) {
    self.left = left
    self.right = right
    super.init(place)
  }

  override var leavesVariables: Bool { left.leavesVariables && right.leavesVariables }
}

/// An operator over a variable and a node.
class SlotAndNode: Node {
  final let left: Int
  final let right: Node

  init(_ left: Int, _ right: Node, _ place: Place) {
    self.left = left
    self.right = right
    super.init(place)
  }

  override var leavesVariables: Bool { right.leavesVariables }
}

/// An operator over a node and a variable.
class NodeAndSlot: Node {
  final let left: Node
  final let right: Int

  init(_ left: Node, _ right: Int, _ place: Place) {
    self.left = left
    self.right = right
    super.init(place)
  }

  override var leavesVariables: Bool { left.leavesVariables }
}

/// An operator over a variable and a constant whole number.
class SlotAndInteger: Node {
  final let left: Int
  final let right: Int

  init(_ left: Int, _ right: Int, _ place: Place) {
    self.left = left
    self.right = right
    super.init(place)
  }

  override var leavesVariables: Bool { true }
}

/// An operator over two variables.
class TwoSlots: Node {
  final let left: Int
  final let right: Int

  init(_ left: Int, _ right: Int, _ place: Place) {
    self.left = left
    self.right = right
    super.init(place)
  }

  override var leavesVariables: Bool { true }
}

/// An operator over a node and a constant whole number.
class NodeAndInteger: Node {
  final let left: Node
  final let right: Int

  init(_ left: Node, _ right: Int, _ place: Place) {
    self.left = left
    self.right = right
    super.init(place)
  }

  override var leavesVariables: Bool { left.leavesVariables }
}

extension Node {
  /// Works out a value, and gives a fault this node's place.
  @inline(__always) final func here<Result>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    do throws(Fault) { return try body() } catch { throw error.located(place) }
  }
}

final class Add: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Adding.apply(try left.value(frame), try right.value(frame)) }
  }
}

final class AddSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Adding.apply(frame[left], try right.value(frame)) }
  }
}

final class AddNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Adding.apply(try left.value(frame), frame[right]) }
  }
}

final class AddSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Adding.apply(frame[left], .integer(right)) }
  }
}

final class AddTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Adding.apply(frame[left], frame[right]) }
  }
}

final class AddNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Adding.apply(try left.value(frame), .integer(right)) }
  }
}

final class Subtract: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Subtracting.apply(try left.value(frame), try right.value(frame)) }
  }
}

final class SubtractSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Subtracting.apply(frame[left], try right.value(frame)) }
  }
}

final class SubtractNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Subtracting.apply(try left.value(frame), frame[right]) }
  }
}

final class SubtractSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Subtracting.apply(frame[left], .integer(right)) }
  }
}

final class SubtractTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Subtracting.apply(frame[left], frame[right]) }
  }
}

final class SubtractNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Subtracting.apply(try left.value(frame), .integer(right)) }
  }
}

final class Multiply: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Multiplying.apply(try left.value(frame), try right.value(frame)) }
  }
}

final class MultiplySlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Multiplying.apply(frame[left], try right.value(frame)) }
  }
}

final class MultiplyNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Multiplying.apply(try left.value(frame), frame[right]) }
  }
}

final class MultiplySlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Multiplying.apply(frame[left], .integer(right)) }
  }
}

final class MultiplyTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Multiplying.apply(frame[left], frame[right]) }
  }
}

final class MultiplyNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Multiplying.apply(try left.value(frame), .integer(right)) }
  }
}

final class Divide: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Dividing.apply(try left.value(frame), try right.value(frame)) }
  }
}

// `x = x + …`, where what is added leaves the variable alone: the sum goes to where its first part stands.

final class AddNodeToSlot: SlotAndNode {
  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let added = try right.value(frame)
    frame.put(left, try here { () throws(Fault) -> Value in try Adding.apply(frame[left], added) })
    return .next
  }
}

final class AddSlotToSlot: TwoSlots {
  override func run(_ frame: Frame) throws(Fault) -> Flow {
    frame.put(left, try here { () throws(Fault) -> Value in try Adding.apply(frame[left], frame[right]) })
    return .next
  }
}

final class AddIntegerToSlot: SlotAndInteger {
  override func run(_ frame: Frame) throws(Fault) -> Flow {
    frame.put(left, try here { () throws(Fault) -> Value in try Adding.apply(frame[left], .integer(right)) })
    return .next
  }
}
