extension Value {
  /// The items of a list, a table or a range, for whoever goes through them.
  public func items(for who: String, _ watch: Watch) throws(Fault) -> [Value] {
    switch settled {
    case .list(let items): return items
    case .table(let table): return try table.decidedItems(for: who, watch)
    case .range(let range):
      if range.lower > range.upper { return [] }
      guard let count = range.count, count <= Value.longestList else { throw .rangeIsTooLong(range.count ?? .max) }
      return try watch.map(range.lower...range.upper) { number throws(Fault) in .integer(number) }
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .entity,
      .disputed, .series, .function:
      throw .cannotGoThrough(self, who)
    case .sealed: throw .sealed(who)
    }
  }

  /// `xs[1]`: the item at a position, counted from 1; of a record, the value under a name.
  public func item(at position: Value, _ watch: Watch) throws(Fault) -> Value {
    if let reasons { return .unknown(reasons) }
    if let reasons = position.reasons { return .unknown(reasons) }
    switch (settled, position.settled) {
    case (.sealed, _), (_, .sealed): throw .sealed("`[…]`")
    case (.map(let map), let name):
      guard let key = Map.Key(name) else { throw .notAnIndex(position) }
      guard let value = map[key] else { throw .noSuchName(position) }
      return value
    case (.record(let record), .short), (.record(let record), .text):
      guard let name = position.settled.string, let value = record[name] else { throw .noSuchName(position) }
      return value
    case (.range(let range), .integer(let index)):
      let count = range.count ?? .max
      if index < 1 || index > count { throw .outOfRange(index, count) }
      return .integer(range.lower + (index - 1))
    case (.list, .integer(let index)), (.table, .integer(let index)):
      let items = try items(for: "`[…]`", watch)
      if index < 1 || index > items.count { throw .outOfRange(index, items.count) }
      return items[index - 1]
    case (.short, .integer(let index)), (.text, .integer(let index)):
      var count = 0
      for character in settled.string ?? "" {
        try watch.tick()
        count += 1
        if count == index { return .text(String(character)) }
      }
      throw .outOfRange(index, count)
    case (.list, _), (.table, _), (.range, _), (.short, _), (.text, _): throw .notAnIndex(position)
    default: throw .hasNoItems(self)
    }
  }

  /// Whether a record has a value under a name.
  public func hasName(_ name: Value) throws(Fault) -> Truth {
    if let reasons = name.reasons { return Truth(unknown: reasons) }
    if case .sealed = name.settled { throw .sealed("a name in a record") }
    switch settled {
    case .map(let map): return Truth(Map.Key(name.settled).map { map[$0] != nil } ?? false)
    case .record(let record): return Truth(name.settled.string.map { record.shape.position(of: $0) != nil } ?? false)
    default: throw .hasNoItems(self)
    }
  }
}

extension Fault {
  static func outOfRange(_ index: Int, _ count: Int) -> Fault {
    Fault(
      "R322", "there is no item \(index): the list has \(count) \(count == 1 ? "item" : "items"), counted from 1")
  }

  static func notAnIndex(_ position: Value) -> Fault {
    Fault(
      "R323", "a position is a whole number, not \(position.kindName)",
      help: position.string.map { "a field stands behind a dot: `.\($0)`" })
  }

  static func noSuchName(_ name: Value) -> Fault {
    Fault("R324", "the record has nothing called \(name.printed)", help: "`get(record, name, default)` says what else")
  }

  static func hasNoItems(_ value: Value) -> Fault {
    Fault("R325", "\(value.kindName) has no items, so `[…]` cannot be read of it")
  }
}
