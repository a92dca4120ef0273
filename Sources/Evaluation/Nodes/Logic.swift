import Diagnostics
import Values

final class Not: Node {
  let operand: Node

  init(_ operand: Node, _ place: Place) {
    self.operand = operand
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth { !(try operand.truth(frame)) }
}

/// Kleene's `and`; a no on the left decides without the right.
final class And: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let first = try left.truth(frame)
    return first.isNo ? .no : first.and(try right.truth(frame))
  }
}

/// Kleene's `or`; a yes on the left decides without the right.
final class Or: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let first = try left.truth(frame)
    return first.isYes ? .yes : first.or(try right.truth(frame))
  }
}

/// `a ?? b`: b when a is unknown.
final class Fallback: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    let value = try left.value(frame)
    return value.reasons == nil ? value : try right.value(frame)
  }
}

final class Negative: Node {
  let operand: Node

  init(_ operand: Node, _ place: Place) {
    self.operand = operand
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try Negating.apply(operand.value(frame)) }
  }
}
