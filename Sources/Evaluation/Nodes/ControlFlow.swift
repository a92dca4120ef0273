import Diagnostics
import Records
import Values

/// Two statements, one after the other. Longer sequences are chains of these: a loop over an array of nodes is slower.
final class Chain: Node {
  let first: Node
  let second: Node

  init(_ first: Node, _ second: Node, _ place: Place) {
    self.first = first
    self.second = second
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let flow = try first.run(frame)
    return flow == .next ? try second.run(frame) : flow
  }

  /// The value of a body that ends in an expression.
  override func value(_ frame: Frame) throws(Fault) -> Value {
    switch try first.run(frame) {
    case .next, .broke, .continued: return try second.value(frame)
    case .returned: return frame.state.pointee.takeResult()
    }
  }
}

extension State {
  mutating func takeResult() -> Value {
    let value = result
    result = .none
    return value
  }
}

/// A statement that does nothing.
final class Nothing: Node {
  override func run(_ frame: Frame) throws(Fault) -> Flow { .next }
}

/// A statement as the value of a body: what it returns, or none.
final class ValueOfStatement: Node {
  let statement: Node

  init(_ statement: Node) {
    self.statement = statement
    super.init(statement.place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    try statement.run(frame) == .returned ? frame.state.pointee.takeResult() : .none
  }
}

final class Return: Node {
  let operand: Node?

  init(_ operand: Node?, _ place: Place) {
    self.operand = operand
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    frame.state.pointee.result = try operand?.value(frame) ?? .none
    return .returned
  }
}

final class Leave: Node {
  let flow: Flow

  init(_ flow: Flow, _ place: Place) {
    self.flow = flow
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow { flow }
}

final class While: Node {
  let condition: Node
  let body: Node

  init(_ condition: Node, _ body: Node, _ place: Place) {
    self.condition = condition
    self.body = body
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    while true {
      let answer = try condition.truth(frame)
      if !answer.isYes {
        if answer.isNo { return .next }
        throw Fault.unknownCondition(answer).located(condition.place)
      }
      switch try body.run(frame) {
      case .next, .continued: break
      case .broke: return .next
      case .returned: return .returned
      }
      try frame.tick()
    }
  }
}

/// `for` over a range, a list, a table or a record.
final class ForEach: Node {
  let first: Int
  /// The second name: `for position, item in …`.
  let second: Int?
  let rows: Node
  let body: Node

  init(_ first: Int, _ second: Int?, in rows: Node, _ body: Node, _ place: Place) {
    self.first = first
    self.second = second
    self.rows = rows
    self.body = body
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let rows = try rows.value(frame).settled
    if case .range(let range) = rows, second == nil {
      if range.lower > range.upper { return .next }
      for number in range.lower...range.upper {
        frame.put(first, .integer(number))
        if let flow = try round(frame) { return flow }
      }
      return .next
    }
    if case .record(let record) = rows {
      for (name, value) in zip(record.shape.names, record.values) {
        if let flow = try round(frame, .text(name), value) { return flow }
      }
      return .next
    }
    if case .map(let map) = rows {
      for (key, value) in zip(map.keys, map.values) {
        if let flow = try round(frame, key.value, value) { return flow }
      }
      return .next
    }
    let items = try here { () throws(Fault) -> [Value] in try rows.items(for: "`for`", frame.watch) }
    for (position, item) in items.enumerated() {
      if second == nil {
        frame.put(first, item)
        if let flow = try round(frame) { return flow }
      } else if let flow = try round(frame, .integer(position + 1), item) {
        return flow
      }
    }
    return .next
  }

  private func round(_ frame: Frame, _ name: Value, _ value: Value) throws(Fault) -> Flow? {
    frame.put(first, name)
    if let second { frame.put(second, value) }
    return try round(frame)
  }

  /// One round of the body; a flow when the loop is to be left.
  @inline(__always) private func round(_ frame: Frame) throws(Fault) -> Flow? {
    let flow = try body.run(frame)
    switch flow {
    case .next, .continued:
      try frame.tick()
      return nil
    case .broke: return .next
    case .returned: return .returned
    }
  }
}

/// A value that is shown, and where it is from.
public struct Answer {
  public let value: Value
  /// Whether records were asked: an empty list then says that nothing is recorded, and not that there is nothing.
  public let isOfRecords: Bool
  /// The record, and the field of it, that was read.
  public let field: (entity: Entity, position: Int)?
}

extension Value {
  /// True for a record that a script wrote itself: what its lists do not hold is not there.
  fileprivate var isMadeHere: Bool {
    switch self {
    case .record(let record): record.origin == nil
    case .map: true
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .function, .sealed:
      false
    }
  }
}

/// Shows a value: `show x`, or an expression standing alone.
final class Show: Node {
  let operand: Node
  let isOfRecords: Bool
  unowned let machine: Machine

  init(_ operand: Node, isOfRecords: Bool, _ machine: Machine, _ place: Place) {
    self.operand = operand
    self.isOfRecords = isOfRecords
    self.machine = machine
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let answer: Answer
    if let read = operand as? ReadField {
      let subject = try read.subject.value(frame)
      let value = try here { () throws(Fault) in try read.value(of: subject) }
      answer = Answer(value: value, isOfRecords: isOfRecords && !subject.isMadeHere, field: read.field(of: subject))
    } else {
      answer = Answer(value: try operand.value(frame), isOfRecords: isOfRecords, field: nil)
    }
    try here { () throws(Fault) in try machine.show(answer) }
    return .next
  }
}
