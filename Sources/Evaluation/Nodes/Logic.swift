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

/// A condition with two answers, and perhaps a third for unknown.
final class Choice: Node {
  let condition: Node
  let yes: Node
  let no: Node

  init(_ condition: Node, yes: Node, no: Node, _ place: Place) {
    self.condition = condition
    self.yes = yes
    self.no = no
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let answer = try condition.truth(frame)
    if answer.isYes { return try yes.value(frame) }
    if answer.isNo { return try no.value(frame) }
    return .truth(answer).reasons.map { .unknown($0) } ?? .none
  }
}

final class ThreeWayChoice: Node {
  let condition: Node
  let yes: Node
  let no: Node
  let unknown: Node

  init(_ condition: Node, yes: Node, no: Node, unknown: Node, _ place: Place) {
    self.condition = condition
    self.yes = yes
    self.no = no
    self.unknown = unknown
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let answer = try condition.truth(frame)
    if answer.isYes { return try yes.value(frame) }
    return answer.isNo ? try no.value(frame) : try unknown.value(frame)
  }
}

/// `if` as a statement that gives a value: unlike the expression, it must be decided or say what else.
final class DecidedChoice: Node {
  let condition: Node
  let yes: Node
  let no: Node
  let unknown: Node?

  init(_ condition: Node, yes: Node, no: Node, unknown: Node?, _ place: Place) {
    self.condition = condition
    self.yes = yes
    self.no = no
    self.unknown = unknown
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let answer = try condition.truth(frame)
    if answer.isYes { return try yes.value(frame) }
    if answer.isNo { return try no.value(frame) }
    guard let unknown else { throw Fault.unknownCondition(answer).located(condition.place) }
    return try unknown.value(frame)
  }
}
