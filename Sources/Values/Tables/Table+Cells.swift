extension Table {
  /// The names of the columns; of a table of values there is one without a name of its own.
  public var columnNames: [String] {
    switch content {
    case .entities(let kind, let added, let hidden):
      // What was added was asked for, so that it must not be the first to have no room.
      // A term is a word with a meaning, which its label says.
      [kind.name] + added + (kind.isTerm ? ["label"] : [])
        + kind.fields.map(\.name).filter { !hidden.contains($0) && !added.contains($0) }
    case .records(let names): names
    case .values: ["value"]
    }
  }

  /// Whether a step can name this column.
  public func hasColumn(_ name: String) -> Bool {
    switch content {
    case .entities(let kind, let added, _): kind.field(name) != nil || added.contains(name)
    case .records(let names): names.contains(name)
    case .values: false
    }
  }

  /// The record of the corpus that a row is about; nil where it is about none.
  func subject(_ row: Int) -> Entity? {
    if let columns { return columns.subjects?.record(row) }
    if case .entity(let entity) = self.row(row) { return entity }
    if case .record(let record) = self.row(row) { return record.origin }
    return nil
  }

  /// The record in which the records of all rows stand; nil where it is not one.
  func commonOwner(_ watch: Watch) throws(Fault) -> Entity? {
    guard let owner = count == 0 ? nil : subject(0)?.owner else { return nil }
    return try watch.allSatisfy(indices) { row throws(Fault) in subject(row)?.owner === owner } ? owner : nil
  }

  /// What stands in a column of a row, for printing. A field that cannot be worked out is unknown there.
  public func cell(_ row: Int, _ name: String) -> Value {
    if let columns {
      if let value = columns.cell(row, name) { return value }
      if !columns.areOfRecords { return .unknown(.notRecorded) }
    }
    switch (content, self.row(row)) {
    case (.entities(let kind, _, _), .entity(let entity)):
      return name == kind.name ? .entity(entity) : entity.shownField(name)
    case (.entities(let kind, _, _), .record(let record)):
      if let value = record[name] { return value }
      guard let entity = record.origin else { return .unknown(.notRecorded) }
      return name == kind.name ? .entity(entity) : entity.shownField(name)
    case (_, .record(let record)): return record[name] ?? .unknown(.notRecorded)
    case (_, let value): return value
    }
  }

  /// What stands in a column, for printing.
  public func column(_ name: String, _ watch: Watch) throws(Fault) -> Column {
    if let column = columns?[name] { return column }
    return .plain(try watch.map(indices) { row throws(Fault) in cell(row, name) })
  }

  /// The rows, for whoever goes through them and cannot keep apart what is undecided; a row that is only possible is
  /// unknown to it.
  public var items: [Value] {
    if isDecided { return rows }
    return indices.map { isCertain($0) ? row($0) : .unknown(.imprecise) }
  }

  /// The rows that surely belong, or those that may.
  public func rows(areCertain: Bool, _ watch: Watch) throws(Fault) -> [Value] {
    var some: [Value] = []
    for row in indices where isCertain(row) == areCertain { try watch.add(self.row(row), to: &some) }
    return some
  }

  /// The rows of a table in which everything that it shows is decided.
  public func decidedItems(for who: String, _ watch: Watch) throws(Fault) -> [Value] {
    if isDecided { return try reckoned(watch).rows }
    throw .tableIsUndecided(who, undecidedCount)
  }

  /// A field of every row, lists among them opened one level; what comes of a possible row stays possible.
  ///
  /// - Parameter column: the field by row, where that is known; else each row is asked.
  public func flattened(
    _ watch: Watch, _ column: Column?, _ read: (Value) throws(Fault) -> Value
  ) throws(Fault) -> Value {
    var values: [Value] = []
    var doubts: [Doubt?] = []
    for row in indices {
      try watch.tick()
      let value = if let column { column[row] } else { try read(self.row(row)) }
      try value.addItems(to: &values, watch)
      if isDecided { continue }
      while doubts.count < values.count { try watch.add(doubt(row), to: &doubts) }
    }
    if isDecided { return .list(values) }
    let table = try Table(items: values, watch)
    return table.with(table.rows, doubts: Doubts(doubts)).value
  }
}

extension Value {
  /// Adds what a field of a row holds to what those of others do: of a list its items, and nothing where there is none.
  func addItems(to items: inout [Value], _ watch: Watch) throws(Fault) {
    switch self {
    case .none: break
    case .list(let inner): try watch.add(inner, to: &items)
    case .table(let inner): try watch.add(inner.items, to: &items)
    case .integer, .real, .truth, .short, .unknown, .text, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .sealed, .function:
      try watch.add(self, to: &items)
    }
  }
}

extension Entity {
  /// A field as it is shown: computed where it is computed, unknown where that fails.
  func shownField(_ name: String) -> Value {
    guard let position = kind.position(of: name) else {
      return name == "label" ? label.map { .text($0) } ?? .unknown(.notRecorded) : .unknown(.notRecorded)
    }
    if let computed = kind.fields[position].computed {
      do throws(Fault) { return try computed.call(.entity(self)) } catch {
        return .unknown(error.isAboutSealed ? .withheld : .garbled)
      }
    }
    return position < fieldCount ? field(position) : .unknown(.notRecorded)
  }
}
