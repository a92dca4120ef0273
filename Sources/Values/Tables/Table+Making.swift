extension Table {
  /// All records of a kind.
  public convenience init(_ entities: [Entity], of kind: Kind) {
    self.init(entities.map { .entity($0) }, .entities(kind, added: [], hidden: []), unit: Unit(kind))
  }

  /// A table of the items of a list: of records the records, of anything else the values.
  public convenience init(items: [Value], _ watch: Watch) throws(Fault) {
    if let kind = try Table.commonKind(of: items, watch) {
      self.init(items, .entities(kind, added: [], hidden: []), unit: Unit(kind), isList: true)
    } else if let (rows, names) = try Table.records(items, watch) {
      self.init(rows, .records(names), unit: .row)
    } else {
      self.init(items, .values, unit: nil, isList: true)
    }
  }

  /// The same of so few items that nobody would want to stop it: those of one field.
  public static func ofField(_ items: [Value], doubts: Doubts) -> Table {
    if case .entity(let first)? = items.first, items.allSatisfy({ $0.isRecord(of: first.kind) }) {
      return Table(
        items, doubts: doubts, .entities(first.kind, added: [], hidden: []), unit: Unit(first.kind), isList: true)
    }
    do throws(Fault) { return try Table(items: items, Watch()).doubting(doubts) } catch {
      return Table(items, doubts: doubts, .values, unit: nil, isList: true)
    }
  }

  /// The table that a value is or holds; nil for a value without items.
  public static func of(_ value: Value, _ watch: Watch) throws(Fault) -> Table? {
    switch value.settled {
    case .table(let table): return table
    case .list(let items): return try Table(items: items, watch)
    case .range: return Table(try value.items(for: "a step", watch), .values, unit: nil, isList: true)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .entity,
      .disputed, .series, .sealed, .function:
      return nil
    }
  }

  /// The table as a value: a list again, where it came of one and everything in it is decided.
  /// Records keep the table where its foot has something to say.
  public var value: Value {
    if !isList || !isDecided || reckoning != nil { return .table(self) }
    // Of no rows nothing else would tell what they would have been.
    if count == 0, case .entities = content { return .table(self) }
    if case .values = content { return .list(rows) }
    return notes.isEmpty ? .list(rows) : .table(self)
  }

  /// The same kind of rows, some of them, or in another order.
  public func with(_ rows: [Value], doubts: Doubts, notes: [String]? = nil) -> Table {
    Table(rows, doubts: doubts, content, unit: unit, notes: notes ?? self.notes, isList: isList)
  }

  /// The rows at some positions.
  public func picking(_ positions: Positions, notes: [String]? = nil, _ watch: Watch) throws(Fault) -> Table {
    let doubts = doubts.picking(positions)
    if let columns {
      return Table(
        columns.picking(positions), hidden: hidden, doubts: doubts, unit: unit, notes: notes ?? self.notes)
    }
    let rows = try watch.map(positions.rows) { position throws(Fault) in self.row(position) }
    return with(rows, doubts: doubts, notes: notes)
  }

  public func picking(_ positions: [Int], notes: [String]? = nil, _ watch: Watch) throws(Fault) -> Table {
    try picking(Positions(positions), notes: notes, watch)
  }

  /// The kind that all items are records of, if they are; unknown items are not counted against it.
  static func commonKind(of items: [Value], _ watch: Watch) throws(Fault) -> Kind? {
    var common: Kind?
    for item in items {
      try watch.tick()
      guard case .entity(let entity) = item.settled else { return nil }
      guard let known = common else {
        common = entity.kind
        continue
      }
      guard let next = known.common(entity.kind) else { return nil }
      common = next
    }
    return common
  }

  /// Records with one set of columns: what a record does not have is not recorded.
  private static func records(_ items: [Value], _ watch: Watch) throws(Fault) -> (rows: [Value], names: [String])? {
    var names: [String] = []
    var known: Set<String> = []
    var isUniform = true
    for item in items {
      try watch.tick()
      switch item {
      case .record(let record):
        if record.shape.names != names, !names.isEmpty { isUniform = false }
        for name in record.shape.names where known.insert(name).inserted { names.append(name) }
      case .map(let map):
        isUniform = false
        try watch.tick(map.count)
        for key in map.keys {
          guard let name = key.value.string else { return nil }
          if known.insert(name).inserted { names.append(name) }
        }
      case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
        .disputed, .series, .table, .sealed, .function:
        return nil
      }
    }
    if names.isEmpty { return nil }
    if isUniform { return (items, names) }
    let shape = Shape(names)
    let keys = names.map { Map.Key($0) }
    let rows = try watch.map(items) { item throws(Fault) in
      try watch.tick(names.count)
      try watch.take(names.count * MemoryLayout<Value>.stride)
      let values = names.indices.map { column in
        let value: Value? =
          if case .map(let map) = item { map[keys[column]] } else { item.part(named: names[column]) }
        return value ?? .unknown(.notRecorded)
      }
      return Value.record(Record.make(shape, values))
    }
    return (rows, names)
  }
}

extension Table.Unit {
  /// What records of a kind are called.
  public init(_ kind: Kind) {
    self.init(one: kind.name, many: kind.plural ?? "\(kind.name) records")
  }
}

extension Kind {
  /// The nearest kind that both are kinds of.
  func common(_ other: Kind) -> Kind? {
    var kind: Kind? = self
    while let here = kind {
      if other.isA(here) { return here }
      kind = here.parent
    }
    return nil
  }
}

extension Value {
  fileprivate func isRecord(of kind: Kind) -> Bool {
    if case .entity(let entity) = self { entity.kind === kind } else { false }
  }
}
