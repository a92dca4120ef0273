import Diagnostics
import Values

// Arithmetic, by operator and shape of operands; see Operands.swift for why there are so many classes. The meaning of each
// operator stands once, in `Values`.

extension Node {
  /// Works out a value, and gives a fault this node's place.
  @inline(__always) final func here<Result>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    do throws(Fault) { return try body() } catch { throw error.located(place).inColumn(column) }
  }
}

final class Add: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Adding.self, frame) }
}

final class AddSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Adding.self, frame) }
}

final class AddNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Adding.self, frame) }
}

final class AddSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Adding.self, frame) }
}

final class AddTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Adding.self, frame) }
}

final class AddNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Adding.self, frame) }
}

final class Subtract: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Subtracting.self, frame) }
}

final class SubtractSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Subtracting.self, frame) }
}

final class SubtractNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Subtracting.self, frame) }
}

final class SubtractSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Subtracting.self, frame) }
}

final class SubtractTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Subtracting.self, frame) }
}

final class SubtractNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Subtracting.self, frame) }
}

final class Multiply: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Multiplying.self, frame) }
}

final class MultiplySlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Multiplying.self, frame) }
}

final class MultiplyNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Multiplying.self, frame) }
}

final class MultiplySlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Multiplying.self, frame) }
}

final class MultiplyTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Multiplying.self, frame) }
}

final class MultiplyNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Multiplying.self, frame) }
}

final class Divide: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { try result(of: Dividing.self, frame) }
}

// `x = x + …`, where what is added leaves the variable alone: the sum goes to where its first part stands.

final class AddNodeToSlot: SlotAndNode {
  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let added = try right.value(frame)
    if let sum = Adding.quick(frame.slots[left], added) {
      (frame.slots + left).initialize(to: sum)
    } else {
      frame.put(left, try slow(Adding.self, frame[left], added, frame))
    }
    return .next
  }
}

final class AddSlotToSlot: TwoSlots {
  override func run(_ frame: Frame) throws(Fault) -> Flow {
    if let sum = Adding.quick(frame.slots[left], frame.slots[right]) {
      (frame.slots + left).initialize(to: sum)
      return .next
    }
    return try addSlowly(frame)
  }

  @inline(never) private func addSlowly(_ frame: Frame) throws(Fault) -> Flow {
    frame.put(left, try slow(Adding.self, frame[left], frame[right], frame))
    return .next
  }
}

final class AddIntegerToSlot: SlotAndInteger {
  override func run(_ frame: Frame) throws(Fault) -> Flow {
    if let sum = Adding.quick(frame.slots[left], .integer(right)) {
      (frame.slots + left).initialize(to: sum)
      return .next
    }
    return try addSlowly(frame)
  }

  @inline(never) private func addSlowly(_ frame: Frame) throws(Fault) -> Flow {
    frame.put(left, try slow(Adding.self, frame[left], .integer(right), frame))
    return .next
  }
}
