extension Table {
  /// All records of a kind.
  public convenience init(_ entities: [Entity], of kind: Kind) {
    self.init(entities.map { .entity($0) }, .entities(kind, added: [], hidden: []), unit: Unit(kind))
  }

  /// A table of the items of a list: of records the records, of anything else the values.
  public convenience init(items: [Value]) {
    if let kind = Table.commonKind(of: items) {
      self.init(items, .entities(kind, added: [], hidden: []), unit: Unit(kind), isList: true)
    } else if let (rows, names) = Table.records(items) {
      self.init(rows, .records(names), unit: .row)
    } else {
      self.init(items, .values, unit: nil, isList: true)
    }
  }

  /// The table that a value is or holds; nil for a value without items.
  public static func of(_ value: Value) -> Table? {
    switch value.settled {
    case .table(let table): return table
    case .list(let items): return Table(items: items)
    case .range(let range):
      if range.lower > range.upper { return Table(items: []) }
      return Table((range.lower...range.upper).map { .integer($0) }, .values, unit: nil, isList: true)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .entity,
      .disputed, .series, .sealed, .function:
      return nil
    }
  }

  /// The table as a value: a list again, where it came of one and everything in it is decided.
  /// Records keep the table where its foot has something to say.
  public var value: Value {
    if !isList || !isDecided { return .table(self) }
    if case .values = content { return .list(rows) }
    return notes.isEmpty ? .list(rows) : .table(self)
  }

  /// The same kind of rows, some of them, or in another order.
  public func with(_ rows: [Value], doubts: [Doubt?], notes: [String]? = nil) -> Table {
    Table(rows, doubts: doubts, content, unit: unit, notes: notes ?? self.notes, isList: isList)
  }

  /// The rows at some positions.
  public func picking(_ positions: [Int], notes: [String]? = nil) -> Table {
    with(positions.map { rows[$0] }, doubts: isDecided ? [] : positions.map { doubts[$0] }, notes: notes)
  }

  /// The same table, to be shown whole.
  public var whole: Table {
    Table(rows, doubts: doubts, content, unit: unit, notes: notes, isList: isList, isWhole: true)
  }

  public func noting(_ note: String) -> Table {
    if notes.contains(note) { return self }
    return with(rows, doubts: doubts, notes: notes + [note])
  }

  /// The kind that all items are records of, if they are; unknown items are not counted against it.
  static func commonKind(of items: [Value]) -> Kind? {
    var common: Kind?
    for item in items {
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
  private static func records(_ items: [Value]) -> (rows: [Value], names: [String])? {
    var names: [String] = []
    var known: Set<String> = []
    var isUniform = true
    for item in items {
      switch item {
      case .record(let record):
        if record.shape.names != names, !names.isEmpty { isUniform = false }
        for name in record.shape.names where known.insert(name).inserted { names.append(name) }
      case .map(let map):
        isUniform = false
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
    let rows = items.map { item in
      Value.record(
        Record.make(
          shape,
          names.map { name in
            switch item {
            case .record(let record): record[name] ?? .unknown(.notRecorded)
            case .map(let map): map[Map.Key(name)] ?? .unknown(.notRecorded)
            default: .unknown(.notRecorded)
            }
          }))
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
