import Diagnostics
import Values

// What depends on a condition. The way that is taken is not handed out by a function that the classes share: that would
// count references, and cost a tenth of the time of a loop.

/// A condition, and what is done where it holds and where it does not.
class TwoWays: Node {
  final let condition: Node
  final let yes: Node
  final let no: Node

  init(_ condition: Node, yes: Node, no: Node, _ place: Place) {
    self.condition = condition
    self.yes = yes
    self.no = no
    super.init(place)
  }
}

/// A condition with a third way for unknown; without one, what is missing is a fault.
class ThreeWays: TwoWays {
  final let unknown: Node?

  init(_ condition: Node, yes: Node, no: Node, unknown: Node?, _ place: Place) {
    self.unknown = unknown
    super.init(condition, yes: yes, no: no, place)
  }

  /// What an unknown condition without a way of its own comes to.
  final func undecided(_ answer: Truth) -> Fault { Fault.unknownCondition(answer).located(condition.place) }
}

/// `if … then … else …`: an unknown condition gives unknown.
final class Choice: TwoWays {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    let answer = try condition.truth(frame)
    if answer.isYes { return try yes.value(frame) }
    if answer.isNo { return try no.value(frame) }
    return .truth(answer).reasons.map { .unknown($0) } ?? .none
  }
}

/// `if … then … else … unknown …`, and `if` as a statement that gives a value: it must be decided or say what else.
final class DecidedChoice: ThreeWays {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    let answer = try condition.truth(frame)
    if answer.isYes { return try yes.value(frame) }
    if answer.isNo { return try no.value(frame) }
    guard let unknown else { throw undecided(answer) }
    return try unknown.value(frame)
  }
}

/// `if` run for its effect.
final class IfStatement: ThreeWays {
  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let answer = try condition.truth(frame)
    if answer.isYes { return try yes.run(frame) }
    if answer.isNo { return try no.run(frame) }
    guard let unknown else { throw undecided(answer) }
    return try unknown.run(frame)
  }
}
