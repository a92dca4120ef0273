import Diagnostics
import Records
import Values

// The nodes of a plan that explains. It is the same walk through the same nodes; these stand around them and keep what
// each gave. They exist only while `why` runs, so that nothing is paid for them otherwise.

/// Keeps what a node gave.
final class Recorded: Node {
  let inner: Node
  let wording: Wording
  unowned let machine: Machine

  init(_ inner: Node, _ wording: Wording, _ machine: Machine) {
    self.inner = inner
    self.wording = wording
    self.machine = machine
    super.init(inner.place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    machine.recorder?.begin()
    var value: Value?
    defer { end(frame, value) }
    let result = try inner.value(frame)
    value = result
    return result
  }

  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    machine.recorder?.begin()
    var value: Value?
    defer { end(frame, value) }
    let result = try inner.truth(frame)
    value = .truth(result)
    return result
  }

  private func end(_ frame: Frame, _ value: Value?) {
    // All records of a kind are themselves what an answer about them rests on.
    let isWholeTable = inner is ReadKindTable
    if isWholeTable, case .table(let table)? = value { machine.recorder?.note(table) }
    machine.recorder?.end(wording.told(frame), value, set: (inner as? ReadSet)?.set, isWholeTable: isWholeTable)
  }
}

/// Keeps what a field was, and of which record.
final class RecordedField: Node {
  let subject: Node
  let name: String
  let wording: Wording
  private let fields: FieldReader
  private let explained: (Field) -> Each?
  unowned let machine: Machine

  /// - Parameter explained: a computed field as an expression that keeps what it saw.
  init(
    _ subject: Node, _ name: String, _ wording: Wording, _ fields: FieldReader, _ machine: Machine, _ place: Place,
    explained: @escaping (Field) -> Each?
  ) {
    self.explained = explained
    self.subject = subject
    self.name = name
    self.wording = wording
    self.fields = fields
    self.machine = machine
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    machine.recorder?.begin()
    var value: Value?
    var told = wording.told(frame)
    var field: (entity: Entity, name: String)?
    var fileAndLine: String?
    defer { machine.recorder?.end(told, value, field: field, fileAndLine: fileAndLine) }
    let subject = try subject.value(frame)
    let result = try here { () throws(Fault) -> Value in try read(subject) }
    if let entity = subject.settled.recordAtHand, entity.kind.position(of: name) != nil {
      told.text = "\(entity.path).\(name)"
      told.isAskable = true
      field = (entity, name)
    }
    if case .record(let row) = subject.settled { fileAndLine = row.place(of: name) }
    value = result
    return result
  }

  /// The field of a record; what it is worked out from is kept too.
  private func read(_ subject: Value) throws(Fault) -> Value {
    if let entity = subject.settled.recordAtHand, let position = entity.kind.position(of: name),
      let computed = explained(entity.kind.fields[position])
    {
      return try computed.call(.entity(entity))
    }
    return try fields.read(name, of: subject)
  }
}

extension Value {
  /// The record of the corpus that a value is, or that a row of a table is about.
  var recordAtHand: Entity? {
    switch self {
    case .entity(let entity): entity
    case .record(let record): record.subject
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .sealed, .function:
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

/// `why e`: works `e` out again, keeps what every part of it saw, and gives the explanation as a text.
final class Why: Node {
  let inner: Node
  unowned let machine: Machine

  init(_ inner: Node, _ machine: Machine, _ place: Place) {
    self.inner = inner
    self.machine = machine
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    .text(try explanation(frame).text(width: machine.width))
  }

  func explanation(_ frame: Frame) throws(Fault) -> Explained {
    let (value, recorder) = try machine.recording { () throws(Fault) in try inner.value(frame) }
    let whole = Account(
      Told(text: place.source.text(in: place.range), isAskable: false), value, machine.corpus.light, field: nil)
    return Explained(
      recorder.accounts.isEmpty ? [whole] : recorder.accounts, recorder.withholds ? nil : recorder.basis,
      machine.corpus)
  }
}

/// `why e` standing alone: tells the explanation.
final class TellWhy: Node {
  let why: Why

  init(_ why: Why) {
    self.why = why
    super.init(why.place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    why.machine.tell(try why.explanation(frame))
    return .next
  }
}

extension Machine {
  /// Runs something whose nodes keep what they saw; gives what it came to, and what was kept.
  func recording(_ body: () throws(Fault) -> Value) throws(Fault) -> (Value, Recorder) {
    let outer = recorder
    let inner = Recorder(corpus)
    recorder = inner
    defer {
      recorder = outer
      if inner.withholds { outer?.withhold() }
    }
    return (try body(), inner)
  }
}
