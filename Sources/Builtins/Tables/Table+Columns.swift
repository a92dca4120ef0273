import Values

/// A column that a step makes: its name, and what it is for each row.
struct NewColumn {
  let name: String
  let value: RowValue
  /// The field that it is; nil where it is worked out.
  var field: String?
}

// Steps that choose, make and name columns. Membership stays as it was.
extension Table {
  /// These columns and no others.
  func selecting(_ columns: [NewColumn], _ watch: Watch) throws(Fault) -> Table {
    let names = columns.map(\.name)
    if let before = self.columns {
      var selected: [Columns.Selected] = []
      for column in columns {
        if let field = column.field, before.names.contains(field) {
          selected.append(.column(field, as: column.name))
        } else {
          let cells = try column.value.column(of: self, watch)
          selected.append(.made(cells, of: column.value.fieldsOfRow, as: column.name))
        }
      }
      return Table(before.selecting(selected), doubts: doubts, unit: unit ?? .row, notes: notes)
    }
    let open = Shape(names)
    let kept = Shape(names, subject: .kept)
    let rows = try watch.map(self.rows) { row throws(Fault) in
      var values: [Value] = []
      for column in columns { values.append(try column.value(row)) }
      let subject = row.subject
      return Value.record(Record.make(subject == nil ? open : kept, values, subject: subject))
    }
    return Table(rows, doubts: doubts, .records(names), unit: unit ?? .row, notes: notes)
  }

  /// Further columns behind the others; one that bears the name of another takes its place. Each sees those before it.
  func adding(_ columns: [NewColumn], _ watch: Watch) throws(Fault) -> Table {
    var table = self
    for column in columns {
      let values = try column.value.column(of: table, watch)
      table = try table.adding(column.name, values, of: column.value.fieldsOfRow, watch)
    }
    return table
  }

  /// A column with a value for each row.
  func adding(_ name: String, _ values: [Value], _ watch: Watch) throws(Fault) -> Table {
    if let columns, columns.areOfRecords { return try adding(name, .plain(values), watch) }
    switch content {
    case .entities(let kind, let added, let hidden):
      let names = added.contains(name) ? added : added + [name]
      let rows = try extended(names, name, values, subject: .open, watch)
      return Table(
        rows, doubts: doubts, .entities(kind, added: names, hidden: hidden.filter { $0 != name }), unit: unit,
        notes: notes)
    case .records(let before):
      let names = before.contains(name) ? before : before + [name]
      let rows = try extended(names, name, values, subject: .kept, watch)
      return Table(rows, doubts: doubts, .records(names), unit: unit, notes: notes)
    case .values:
      let names = name == "value" ? ["value"] : ["value", name]
      let shape = Shape(names)
      let rows = try watch.map(self.rows.indices) { row throws(Fault) in
        Value.record(Record.make(shape, names.count == 1 ? [values[row]] : [self.rows[row], values[row]]))
      }
      return Table(rows, doubts: doubts, .records(names), unit: .row, notes: notes)
    }
  }

  private func extended(
    _ names: [String], _ name: String, _ values: [Value], subject: Shape.Subject, _ watch: Watch
  ) throws(Fault) -> [Value] {
    let plain = Shape(names)
    var shapes: [Shape.Subject: Shape] = [.none: plain]
    return try watch.map(rows.indices) { position throws(Fault) in
      let (row, value) = (rows[position], values[position])
      try watch.tick(names.count)
      let entity = row.subject
      let use: Shape.Subject = entity == nil ? .none : row.isOpen ? .open : subject == .open ? .open : .kept
      let shape = shapes[use] ?? Shape(names, subject: use)
      shapes[use] = shape
      return Value.record(
        Record.make(shape, names.map { $0 == name ? value : row.ownValue($0) }, subject: entity))
    }
  }

  /// All columns but some.
  func dropping(_ names: [String], _ watch: Watch) throws(Fault) -> Table {
    switch content {
    case .entities(let kind, let added, let hidden):
      let left = added.filter { !names.contains($0) }
      if let columns {
        return Table(columns.without(names), hidden: hidden + names, doubts: doubts, unit: unit, notes: notes)
      }
      return Table(
        rows, doubts: doubts, .entities(kind, added: left, hidden: hidden + names), unit: unit, notes: notes)
    case .records(let before):
      let left = before.filter { !names.contains($0) }
      if let columns {
        return Table(columns.choosing(left.map { ($0, $0) }), doubts: doubts, unit: unit, notes: notes)
      }
      let rows = try reshaped(left.map { ($0, $0) }, watch)
      return Table(rows, doubts: doubts, .records(left), unit: unit, notes: notes)
    case .values: return self
    }
  }

  /// The same columns, some under new names.
  func renaming(_ pairs: [(new: String, old: String)], _ watch: Watch) throws(Fault) -> Table {
    switch content {
    case .entities:
      var table = self
      for (new, old) in pairs {
        let values = try watch.map(table.indices) { row throws(Fault) in table.cell(row, old) }
        table = try table.adding(new, values, watch).dropping([old], watch)
      }
      return table
    case .records(let before):
      let names = before.map { old in (new: pairs.first { $0.old == old }?.new ?? old, old: old) }
      if let columns { return Table(columns.choosing(names), doubts: doubts, unit: unit, notes: notes) }
      let rows = try reshaped(names, watch)
      return Table(rows, doubts: doubts, .records(names.map(\.new)), unit: unit, notes: notes)
    case .values: return self
    }
  }

  /// The rows with some of their values, under other names.
  private func reshaped(_ names: [(new: String, old: String)], _ watch: Watch) throws(Fault) -> [Value] {
    let news = names.map(\.new)
    let plain = Shape(news)
    let kept = Shape(news, subject: .kept)
    return try watch.map(rows) { row throws(Fault) in
      try watch.tick(names.count)
      let entity = row.subject
      return Value.record(
        Record.make(entity == nil ? plain : kept, names.map { row.ownValue($0.old) }, subject: entity))
    }
  }
}

extension Value {
  /// The record of the corpus that a row is or was made from.
  var subject: Entity? {
    switch self {
    case .entity(let entity): entity
    case .record(let record): record.origin
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .sealed, .function:
      nil
    }
  }

  /// Whether a row answers for the fields of its record of the corpus.
  fileprivate var isOpen: Bool {
    switch self {
    case .entity: true
    case .record(let record): record.subject != nil
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .sealed, .function:
      false
    }
  }

  /// A value that the row itself holds.
  fileprivate func ownValue(_ name: String) -> Value {
    if case .record(let record) = self, let value = record[name] { return value }
    return .unknown(.notRecorded)
  }
}
