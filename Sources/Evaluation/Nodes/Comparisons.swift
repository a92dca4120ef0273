import Values

// Comparisons, by operator and shape of operands; see Arithmetic.swift for why there are so many classes.

final class IsLess: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLess.apply(try left.value(frame), try right.value(frame)) }
  }
}

final class IsLessSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLess.apply(frame[left], try right.value(frame)) }
  }
}

final class IsLessNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLess.apply(try left.value(frame), frame[right]) }
  }
}

final class IsLessSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLess.apply(frame[left], .integer(right)) }
  }
}

final class IsLessTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLess.apply(frame[left], frame[right]) }
  }
}

final class IsLessNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLess.apply(try left.value(frame), .integer(right)) }
  }
}

final class IsGreater: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreater.apply(try left.value(frame), try right.value(frame)) }
  }
}

final class IsGreaterSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreater.apply(frame[left], try right.value(frame)) }
  }
}

final class IsGreaterNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreater.apply(try left.value(frame), frame[right]) }
  }
}

final class IsGreaterSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreater.apply(frame[left], .integer(right)) }
  }
}

final class IsGreaterTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreater.apply(frame[left], frame[right]) }
  }
}

final class IsGreaterNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreater.apply(try left.value(frame), .integer(right)) }
  }
}

final class IsLessOrEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in
      try ComparingLessOrEqual.apply(try left.value(frame), try right.value(frame))
    }
  }
}

final class IsLessOrEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLessOrEqual.apply(frame[left], try right.value(frame)) }
  }
}

final class IsLessOrEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLessOrEqual.apply(try left.value(frame), frame[right]) }
  }
}

final class IsLessOrEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLessOrEqual.apply(frame[left], .integer(right)) }
  }
}

final class IsLessOrEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLessOrEqual.apply(frame[left], frame[right]) }
  }
}

final class IsLessOrEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingLessOrEqual.apply(try left.value(frame), .integer(right)) }
  }
}

final class IsGreaterOrEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in
      try ComparingGreaterOrEqual.apply(try left.value(frame), try right.value(frame))
    }
  }
}

final class IsGreaterOrEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreaterOrEqual.apply(frame[left], try right.value(frame)) }
  }
}

final class IsGreaterOrEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreaterOrEqual.apply(try left.value(frame), frame[right]) }
  }
}

final class IsGreaterOrEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreaterOrEqual.apply(frame[left], .integer(right)) }
  }
}

final class IsGreaterOrEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreaterOrEqual.apply(frame[left], frame[right]) }
  }
}

final class IsGreaterOrEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingGreaterOrEqual.apply(try left.value(frame), .integer(right)) }
  }
}

final class IsEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingEqual.apply(try left.value(frame), try right.value(frame)) }
  }
}

final class IsEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingEqual.apply(frame[left], try right.value(frame)) }
  }
}

final class IsEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingEqual.apply(try left.value(frame), frame[right]) }
  }
}

final class IsEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingEqual.apply(frame[left], .integer(right)) }
  }
}

final class IsEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingEqual.apply(frame[left], frame[right]) }
  }
}

final class IsEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingEqual.apply(try left.value(frame), .integer(right)) }
  }
}

final class IsNotEqual: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingNotEqual.apply(try left.value(frame), try right.value(frame)) }
  }
}

final class IsNotEqualSlotAndNode: SlotAndNode {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingNotEqual.apply(frame[left], try right.value(frame)) }
  }
}

final class IsNotEqualNodeAndSlot: NodeAndSlot {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingNotEqual.apply(try left.value(frame), frame[right]) }
  }
}

final class IsNotEqualSlotAndInteger: SlotAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingNotEqual.apply(frame[left], .integer(right)) }
  }
}

final class IsNotEqualTwoSlots: TwoSlots {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingNotEqual.apply(frame[left], frame[right]) }
  }
}

final class IsNotEqualNodeAndInteger: NodeAndInteger {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    try here { () throws(Fault) -> Truth in try ComparingNotEqual.apply(try left.value(frame), .integer(right)) }
  }
}
