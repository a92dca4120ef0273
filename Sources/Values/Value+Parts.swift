extension Value {
  /// The named parts of a record, in their order.
  var parts: [(key: Map.Key, value: Value)] {
    switch self {
    case .record(let record): zip(record.shape.names, record.values).map { (key: Map.Key($0), value: $1) }
    case .map(let map): zip(map.keys, map.values).map { (key: $0, value: $1) }
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      []
    }
  }

  /// How many named parts a record has.
  var partCount: Int {
    switch self {
    case .record(let record): record.shape.names.count
    case .map(let map): map.count
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      0
    }
  }

  /// The part of a record under a name.
  func part(_ key: Map.Key) -> Value? {
    if case .map(let map) = self { return map[key] }
    return key.value.string.flatMap { part(named: $0) }
  }

  /// The record of the corpus that a row with further columns is; nil for anything else.
  var rowOf: Entity? { if case .record(let row) = self { row.subject } else { nil } }

  func part(named name: String) -> Value? {
    switch self {
    case .record(let record): record[name]
    case .map(let map): map[Map.Key(name)]
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      nil
    }
  }
}

extension Map.Key {
  /// The name as a text.
  public var name: String { value.string ?? value.printed }
}
