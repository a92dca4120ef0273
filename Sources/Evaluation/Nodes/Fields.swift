import Diagnostics
import Records
import Values

/// `x.name`: a field of a record, of a record of the corpus, or of every item of a list or table.
final class ReadField: Node {
  let subject: Node
  let name: String
  private let fields: FieldReader
  /// The number of the last record's shape or kind, and where that had the field: nearly always the next one's too.
  private var lastShape = -1
  private var lastPosition = 0

  init(_ subject: Node, _ name: String, _ fields: FieldReader, _ place: Place) {
    self.subject = subject
    self.name = name
    self.fields = fields
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let subject = try subject.value(frame)
    switch subject {
    case .record(let record):
      let shape = record.shape
      if shape.number == lastShape { return record[lastPosition] }
      if let position = shape.position(of: name) {
        lastShape = shape.number
        lastPosition = position
        return record[position]
      }
    case .entity(let entity):
      let kind = entity.kind
      if kind.number == lastShape, lastPosition < entity.fieldCount { return entity.field(lastPosition) }
      if let position = kind.position(of: name), position < entity.fieldCount, !kind.fields[position].isComputed {
        lastShape = kind.number
        lastPosition = position
        return entity.field(position)
      }
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .sealed, .function:
      break
    }
    return try value(of: subject)
  }

  func value(of subject: Value) throws(Fault) -> Value {
    try here { () throws(Fault) -> Value in try fields.read(name, of: subject) }
  }

  /// The field that is read, where it is one of a record of the corpus.
  func field(of subject: Value) -> (entity: Entity, position: Int)? {
    guard case .entity(let entity) = subject, let position = entity.kind.position(of: name) else { return nil }
    return (entity, position)
  }
}

/// Reads fields of anything that has some.
final class FieldReader {
  private unowned let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  func read(_ name: String, of subject: Value) throws(Fault) -> Value {
    switch subject {
    case .record(let record):
      if let value = record[name] { return value }
      if let inner = record.subject { return try read(name, of: .entity(inner)) }
      throw .noSuchField(name, of: subject, among: record.shape.askable)
    case .map(let map):
      if let value = map[Map.Key(name)] { return value }
      throw .noSuchField(name, of: subject, among: map.keys.compactMap(\.value.string))
    case .entity(let entity): return try read(name, of: entity)
    case .series(let series): return try read(name, of: series.current)
    case .unknown, .none: return subject
    case .disputed(let disputed):
      var candidates: [Value] = []
      for candidate in disputed.candidates { candidates.append(try read(name, of: candidate)) }
      return Disputed.settled(candidates)
    case .list(let items): return .list(try flattened(name, items))
    case .table(let shown):
      let table = try shown.reckoned(machine.watch)
      let column = machine.recorder == nil ? table.columns?[name] : nil
      return try table.flattened(machine.watch, column) { row throws(Fault) in try read(name, of: row) }
    case .date, .span, .quantity, .range, .integer, .real, .truth, .short, .text, .function:
      // Rows of a file may be called by numbers.
      if case .integer(let number) = subject, let record = machine.corpus.entities["\(number)"]?.first {
        throw .hasNoFields(name, subject, called: record)
      }
      throw .hasNoFields(name, subject)
    case .sealed: throw .sealed("`.\(name)`")
    }
  }

  private func read(_ name: String, of entity: Entity) throws(Fault) -> Value {
    if let position = entity.kind.position(of: name) {
      let field = entity.kind.fields[position]
      if let computed = field.computed { return try computed.call(.entity(entity)) }
      return position < entity.fieldCount ? entity.field(position) : .unknown(.notRecorded)
    }
    switch name {
    case "name": return .text(entity.name)
    case "label": return entity.label.map { .text($0) } ?? .unknown(.notRecorded)
    case "kind": return .text(entity.kind.name)
    case "parent": return entity.parent.map { .entity($0) } ?? .none
    default:
      if let inner = machine.corpus.local(name, in: entity) { return .entity(inner) }
      // A record in which this one stands: `.case` of an event.
      var owner = entity.owner
      while let outer = owner {
        if outer.kind.name == name { return .entity(outer) }
        owner = outer.owner
      }
      throw .noSuchField(
        name, of: .entity(entity), among: entity.kind.fields.map(\.name), module: machine.corpus.moduleDeclaring(name))
    }
  }

  /// The fields of the items, lists among them opened one level.
  private func flattened(_ name: String, _ items: [Value]) throws(Fault) -> [Value] {
    var result: [Value] = []
    for item in items {
      try machine.watch.tick()
      // Where there is no such thing, it has no field either.
      if case .none = item { continue }
      let value = try read(name, of: item)
      switch value {
      case .list(let inner): try machine.watch.add(inner, to: &result)
      case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
        .entity,
        .disputed, .series, .table, .sealed, .function:
        try machine.watch.add(value, to: &result)
      }
    }
    return result
  }
}

/// `xs[1]`: the item at a position, counted from 1; of a record, the value under a name.
final class ReadItem: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    let subject = try left.value(frame)
    let position = try right.value(frame)
    return try here { () throws(Fault) -> Value in try subject.item(at: position, frame.watch) }
  }
}

/// `xs[i]` of a variable: a list is read where it stands, without being held.
final class ReadItemOfSlot: Node {
  let list: Int
  let position: Node

  init(_ list: Int, _ position: Node, _ place: Place) {
    self.list = list
    self.position = position
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let position = try position.value(frame)
    if case .integer(let number) = position, let item = frame.slots[list].listItem(number) { return item }
    return try here { () throws(Fault) -> Value in try frame[list].item(at: position, frame.watch) }
  }

  override var leavesVariables: Bool { position.leavesVariables }
}

/// `rows[i][j]` of a variable, read where it stands.
final class ReadItemOfRow: Node {
  let list: Int
  let row: Node
  let position: Node
  private let outer: ReadItemOfSlot

  init(_ outer: ReadItemOfSlot, _ position: Node, _ place: Place) {
    self.outer = outer
    list = outer.list
    row = outer.position
    self.position = position
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let row = try row.value(frame)
    let position = try position.value(frame)
    if case .integer(let row) = row, case .integer(let number) = position,
      let item = frame.slots[list].listItem(row, number)
    {
      return item
    }
    return try item(frame, row, position)
  }

  override var leavesVariables: Bool { row.leavesVariables && position.leavesVariables }

  @inline(never) private func item(_ frame: Frame, _ row: Value, _ position: Value) throws(Fault) -> Value {
    let items = try outer.here { () throws(Fault) -> Value in try frame[list].item(at: row, frame.watch) }
    return try here { () throws(Fault) -> Value in try items.item(at: position, frame.watch) }
  }
}

extension Planner {
  func item(of subject: Node, _ position: Node, _ here: Place) -> Node {
    if position.leavesVariables {
      if let slot = subject.slot { return ReadItemOfSlot(slot, position, here) }
      if let outer = subject as? ReadItemOfSlot { return ReadItemOfRow(outer, position, here) }
    }
    return ReadItem(subject, position, here)
  }
}

extension Value {
  /// The item of a list at a position from 1; nil where this is no list or has no such item.
  @inline(__always) fileprivate func listItem(_ position: Int) -> Value? {
    if case .list(let items) = self, position >= 1, position <= items.count { return items[position - 1].quick }
    return nil
  }

  @inline(__always) fileprivate func listItem(_ row: Int, _ position: Int) -> Value? {
    if case .list(let rows) = self, row >= 1, row <= rows.count { return rows[row - 1].listItem(position) }
    return nil
  }
}

/// All records of a kind: what a plural names.
final class ReadKindTable: Node {
  let kind: Kind
  unowned let machine: Machine

  init(_ kind: Kind, _ machine: Machine, _ place: Place) {
    self.kind = kind
    self.machine = machine
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { .table(machine.corpus.table(of: kind)) }
}

/// A set: its members, or the test of a set that has one.
final class ReadSet: Node {
  let set: EntitySet

  init(_ set: EntitySet, _ place: Place) {
    self.set = set
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    if set.hasTest { return set.test.map { .function($0) } ?? .list([]) }
    return .list(set.members)
  }
}

/// `x at 2019-02-20`: what a field over time was then.
final class ReadAt: TwoNodes {
  /// True for a field that some kind declares to be over time, whether or not its value was dated.
  private let isOverTime: Bool

  init(_ left: Node, _ right: Node, isOverTime: Bool, _ place: Place) {
    self.isOverTime = isOverTime
    super.init(left, right, place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let value = try left.value(frame)
    let date = try right.value(frame)
    return try here { () throws(Fault) -> Value in try value.value(at: date, isOverTime: isOverTime) }
  }
}
