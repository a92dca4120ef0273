import Diagnostics
import Records
import Values

// The nodes of a plan that explains. It is the same walk through the same nodes; these stand around them and keep what
// each gave. They exist only while `why` runs, so that nothing is paid for them otherwise.

/// Keeps what a node gave.
final class Recorded: Node {
  let inner: Node
  let text: String
  unowned let machine: Machine

  init(_ inner: Node, _ text: String, _ machine: Machine) {
    self.inner = inner
    self.text = text
    self.machine = machine
    super.init(inner.place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    machine.recorder?.begin()
    var value: Value?
    defer { machine.recorder?.end(text, value) }
    let result = try inner.value(frame)
    value = result
    return result
  }

  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    machine.recorder?.begin()
    var value: Value?
    defer { machine.recorder?.end(text, value) }
    let result = try inner.truth(frame)
    value = .truth(result)
    return result
  }
}

/// Keeps what a field was, and of which record.
final class RecordedField: Node {
  let subject: Node
  let name: String
  let text: String
  private let fields: FieldReader
  unowned let machine: Machine

  init(_ subject: Node, _ name: String, _ text: String, _ fields: FieldReader, _ machine: Machine, _ place: Place) {
    self.subject = subject
    self.name = name
    self.text = text
    self.fields = fields
    self.machine = machine
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    machine.recorder?.begin()
    var value: Value?
    var sentence = text
    var field: (entity: Entity, name: String)?
    defer { machine.recorder?.end(sentence, value, field: field) }
    let subject = try subject.value(frame)
    let result = try here { () throws(Fault) -> Value in try fields.read(name, of: subject) }
    if let entity = subject.settled.entityAtHand, entity.kind.position(of: name) != nil {
      sentence = "\(entity.path).\(name)"
      field = (entity, name)
    }
    value = result
    return result
  }
}

extension Value {
  /// The record of the corpus that a value is, or that a row of a table is about.
  fileprivate var entityAtHand: Entity? {
    switch self {
    case .entity(let entity): entity
    case .record(let record): record.subject
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .function:
      nil
    }
  }
}

/// `and` and `or` that work out both sides, so that both can be shown.
final class BothSides: TwoNodes {
  let isAnd: Bool

  init(isAnd: Bool, _ left: Node, _ right: Node, _ place: Place) {
    self.isAnd = isAnd
    super.init(left, right, place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let first = try left.truth(frame)
    do throws(Fault) {
      let second = try right.truth(frame)
      return isAnd ? first.and(second) : first.or(second)
    } catch {
      // A side that decided alone was never worked out with the other.
      if isAnd ? first.isNo : first.isYes { return first }
      throw error
    }
  }
}

/// `why e`: works `e` out again, keeps what every part of it saw, and tells it.
final class Why: Node {
  let inner: Node
  unowned let machine: Machine

  init(_ inner: Node, _ machine: Machine, _ place: Place) {
    self.inner = inner
    self.machine = machine
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let outer = machine.recorder
    let recorder = Recorder()
    machine.recorder = recorder
    defer { machine.recorder = outer }
    let value = try inner.value(frame)
    let accounts = recorder.accounts.isEmpty ? [Account(place.source.text(in: place.range), value)] : recorder.accounts
    return .text(accounts.map { Telling(machine.corpus, width: machine.width).text(of: $0) }.joined(separator: "\n"))
  }
}
