import Diagnostics
import Values

// The shapes of operands: an operator has a class for each, chosen when the plan is built. What is common to the classes
// of a shape stands here, generic over the operator and specialised for each; a generic class would not be, and would be
// twice as slow. The way that nearly always serves is inlined, the other is kept out of it.

/// An operator over two nodes.
class TwoNodes: Node {
  final let left: Node
  final let right: Node

  init(_ left: Node, _ right: Node, _ place: Place) {
    self.left = left
    self.right = right
    super.init(place)
  }

  override var column: String? { left.columnRead(beside: right) ?? right.columnRead(beside: left) }
  override var leavesVariables: Bool { left.leavesVariables && right.leavesVariables }
}

extension TwoNodes {
  @inline(__always) final func result<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    let first = try left.value(frame)
    let second = try right.value(frame)
    if let result = Operation.quick(first, second) { return result }
    return try slow(Operation.self, first, second, frame)
  }

  @inline(__always) final func answer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    let first = try left.value(frame)
    let second = try right.value(frame)
    if let answer = Operation.quick(first, second) { return answer }
    return try slow(Operation.self, first, second, frame)
  }
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

  override var column: String? { right.columnRead(beside: nil) }
  override var leavesVariables: Bool { right.leavesVariables }
}

extension SlotAndNode {
  @inline(__always) final func result<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    let first = frame[left]
    let second = try right.value(frame)
    if let result = Operation.quick(first, second) { return result }
    return try slow(Operation.self, first, second, frame)
  }

  @inline(__always) final func answer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    let first = frame[left]
    let second = try right.value(frame)
    if let answer = Operation.quick(first, second) { return answer }
    return try slow(Operation.self, first, second, frame)
  }
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

  override var column: String? { left.columnRead(beside: nil) }
  override var leavesVariables: Bool { left.leavesVariables }
}

extension NodeAndSlot {
  @inline(__always) final func result<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    let first = try left.value(frame)
    if let result = Operation.quick(first, frame.slots[right]) { return result }
    return try slow(Operation.self, first, frame[right], frame)
  }

  @inline(__always) final func answer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    let first = try left.value(frame)
    if let answer = Operation.quick(first, frame.slots[right]) { return answer }
    return try slow(Operation.self, first, frame[right], frame)
  }
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

extension SlotAndInteger {
  @inline(__always) final func result<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    if let result = Operation.quick(frame.slots[left], .integer(right)) { return result }
    return try slowResult(of: Operation.self, frame)
  }

  @inline(never) private func slowResult<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    try slow(Operation.self, frame[left], .integer(right), frame)
  }

  @inline(__always) final func answer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    if let answer = Operation.quick(frame.slots[left], .integer(right)) { return answer }
    return try slowAnswer(of: Operation.self, frame)
  }

  @inline(never) private func slowAnswer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    try slow(Operation.self, frame[left], .integer(right), frame)
  }
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

extension TwoSlots {
  @inline(__always) final func result<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    if let result = Operation.quick(frame.slots[left], frame.slots[right]) { return result }
    return try slowResult(of: Operation.self, frame)
  }

  @inline(never) private func slowResult<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    try slow(Operation.self, frame[left], frame[right], frame)
  }

  @inline(__always) final func answer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    if let answer = Operation.quick(frame.slots[left], frame.slots[right]) { return answer }
    return try slowAnswer(of: Operation.self, frame)
  }

  @inline(never) private func slowAnswer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    try slow(Operation.self, frame[left], frame[right], frame)
  }
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

  override var column: String? { left.columnRead(beside: nil) }
  override var leavesVariables: Bool { left.leavesVariables }
}

extension NodeAndInteger {
  @inline(__always) final func result<Operation: ArithmeticOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Value {
    let first = try left.value(frame)
    if let result = Operation.quick(first, .integer(right)) { return result }
    return try slow(Operation.self, first, .integer(right), frame)
  }

  @inline(__always) final func answer<Operation: ComparingOperation>(
    of _: Operation.Type, _ frame: Frame
  ) throws(Fault) -> Truth {
    let first = try left.value(frame)
    if let answer = Operation.quick(first, .integer(right)) { return answer }
    return try slow(Operation.self, first, .integer(right), frame)
  }
}

extension Node {
  /// The column that it reads of a row; nil beside another, and beside a text: then it is not its own texts that are at
  /// fault.
  final func columnRead(beside other: Node?) -> String? {
    guard let field = self as? ReadField, field.subject.slot != nil, !(other is ReadField),
      other?.constant?.string == nil
    else { return nil }
    return field.name
  }

  /// The result that takes the whole meaning of an operator; a fault gets this node's place.
  @inline(never) final func slow<Operation: ArithmeticOperation>(
    _: Operation.Type, _ left: Value, _ right: Value, _ frame: Frame
  ) throws(Fault) -> Value {
    try here { () throws(Fault) in
      let result = try Operation.slow(left, right)
      if case .text(let text) = result { try frame.watch.take(text.count) }
      return result
    }
  }

  @inline(never) final func slow<Operation: ComparingOperation>(
    _: Operation.Type, _ left: Value, _ right: Value, _ frame: Frame
  ) throws(Fault) -> Truth {
    try here { () throws(Fault) in try Operation.slow(left, right, frame.watch) }
  }
}
