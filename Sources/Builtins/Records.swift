import Evaluation
import Values

/// Functions of records that a script makes: `{a: 1}`.
let recordBuiltins: [Builtin] = [
  Builtin(
    """
    ## The names in a record, or those of a table's columns, in their order.
    ##
    ##     names({origin: "China", host: "Cambodia"})   --> ["origin", "host"]
    fn names(what: record or table): list
    """
  ) { call throws(Fault) in
    switch call[0] {
    case .record(let record): return .list(record.shape.names.map { .text($0) })
    case .map(let map): return .list(map.keys.map(\.value))
    case .entity(let entity): return .list(entity.kind.fields.map { .text($0.name) })
    case .table(let table):
      switch table.content {
      case .entities(let kind, let added, let hidden):
        return .list((kind.fields.map(\.name).filter { !hidden.contains($0) } + added).map { .text($0) })
      case .records(let names): return .list(names.map { .text($0) })
      case .values: return .list([])
      }
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .disputed,
      .series, .sealed, .function:
      throw call.wrongKind(0, "a record or a table")
    }
  },

  Builtin(
    """
    ## The values in a record, in their order.
    ##
    ##     values({a: 1, b: 2})   --> [1, 2]
    fn values(record: record): list
    """
  ) { call throws(Fault) in
    switch call[0] {
    case .record(let record): return .list(record.values)
    case .map(let map): return .list(map.values)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      throw call.wrongKind(0, "a record such as `{a: 1}`")
    }
  },

  Builtin(
    """
    ## The value that a record has under a name, or another value where it has no such name.
    ##
    ##     get({a: 1}, "a", 0)   --> 1
    ##     get({a: 1}, "b", 0)   --> 0
    fn get(record: record, name, otherwise = none)
    """
  ) { call throws(Fault) in
    guard let key = Map.Key(call[1].settled) else { throw .notAName("get", call[1], argument: 1) }
    switch call[0] {
    case .map(let map): return map[key] ?? call[2]
    case .record(let record): return key.value.string.flatMap { record[$0] } ?? call[2]
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      throw call.wrongKind(0, "a record such as `{a: 1}`")
    }
  },

  Builtin(
    """
    ## A record made of pairs of a name and a value; of two pairs with one name the later counts.
    ##
    ##     record([["a", 1], ["b", 2]])   --> {a: 1, b: 2}
    fn record(pairs: list): record
    """
  ) { call throws(Fault) in
    let map = Map()
    for pair in try call.items(0) {
      try call.tick()
      guard case .list(let parts) = pair, parts.count == 2 else { throw .notAPair(pair, argument: 0) }
      guard let key = Map.Key(parts[0].settled) else { throw .notAName("record", parts[0], argument: 0) }
      map.set(key, parts[1])
    }
    return .map(map)
  },
]

extension Call {
  /// The record at position 0 with one name set, changed where it stands if nobody else holds it.
  func withName() throws(Fault) -> Value {
    guard let key = Map.Key(self[1].settled) else { throw .notAName("with", self[1], argument: 1) }
    let value = self[2]
    let map = try takeMap()
    map.set(key, value)
    return .map(map)
  }

  func withoutName() throws(Fault) -> Value {
    guard let key = Map.Key(self[1].settled) else { throw .notAName("remove", self[1], argument: 1) }
    let has: Bool =
      switch self[0] {
      case .map(let map): map[key] != nil
      case .record(let record): key.value.string.flatMap { record[$0] } != nil
      case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
        .disputed, .series, .table, .sealed, .function:
        true
      }
    if !has { throw .noSuchName(key.name, argument: 1) }
    let map = try takeMap()
    map.remove(key)
    return .map(map)
  }

  /// The record at position 0 as a map that nobody else holds.
  private func takeMap() throws(Fault) -> Map {
    switch self[0] {
    case .map, .record: break
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      throw wrongKind(0, "a list, or a record such as `{a: 1}`")
    }
    switch take(0) {
    case .map(var map): return isKnownUniquelyReferenced(&map) ? map : map.copy()
    case .record(let record): return Map(record)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      return Map()
    }
  }
}
