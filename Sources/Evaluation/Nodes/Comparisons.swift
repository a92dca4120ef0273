import Values

// Comparisons, by operator and shape of operands; see Operands.swift for why there are so many classes.

final class IsLess: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLess.self, frame) }
}

final class IsLessSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLess.self, frame) }
}

final class IsLessNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLess.self, frame) }
}

final class IsLessSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLess.self, frame) }
}

final class IsLessTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLess.self, frame) }
}

final class IsLessNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLess.self, frame) }
}

final class IsGreater: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreater.self, frame) }
}

final class IsGreaterSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreater.self, frame) }
}

final class IsGreaterNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreater.self, frame) }
}

final class IsGreaterSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreater.self, frame) }
}

final class IsGreaterTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreater.self, frame) }
}

final class IsGreaterNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreater.self, frame) }
}

final class IsLessOrEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLessOrEqual.self, frame) }
}

final class IsLessOrEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLessOrEqual.self, frame) }
}

final class IsLessOrEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLessOrEqual.self, frame) }
}

final class IsLessOrEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLessOrEqual.self, frame) }
}

final class IsLessOrEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLessOrEqual.self, frame) }
}

final class IsLessOrEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingLessOrEqual.self, frame) }
}

final class IsGreaterOrEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreaterOrEqual.self, frame) }
}

final class IsGreaterOrEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreaterOrEqual.self, frame) }
}

final class IsGreaterOrEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreaterOrEqual.self, frame) }
}

final class IsGreaterOrEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreaterOrEqual.self, frame) }
}

final class IsGreaterOrEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreaterOrEqual.self, frame) }
}

final class IsGreaterOrEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingGreaterOrEqual.self, frame) }
}

final class IsEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingEqual.self, frame) }
}

final class IsEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingEqual.self, frame) }
}

final class IsEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingEqual.self, frame) }
}

final class IsEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingEqual.self, frame) }
}

final class IsEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingEqual.self, frame) }
}

final class IsEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingEqual.self, frame) }
}

final class IsNotEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingNotEqual.self, frame) }
}

final class IsNotEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingNotEqual.self, frame) }
}

final class IsNotEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingNotEqual.self, frame) }
}

final class IsNotEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingNotEqual.self, frame) }
}

final class IsNotEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingNotEqual.self, frame) }
}

final class IsNotEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { try answer(of: ComparingNotEqual.self, frame) }
}
