import Diagnostics

extension Value {
  /// The value for a program. What is unknown keeps its reasons, a number with two ends all three of its numbers.
  func json(_ watch: Watch) throws(Fault) -> String {
    try json(depth: 0, watch).written { () throws(Fault) in try watch.tick() }
  }

  /// The rows of a table, each as a JSON value of its own.
  func jsonLines(_ watch: Watch) throws(Fault) -> [String] {
    guard let table = try Table.of(self, watch) else { return [try json(watch)] }
    return try watch.map(table.rowsJSON(depth: 0, watch)) { row throws(Fault) in
      try row.written { () throws(Fault) in try watch.tick() }
    }
  }

  /// The same in an explanation, which does not go on for ever about one value.
  public var json: JSON { briefJSON(depth: 0) }

  /// The same as a part of something else, where a record of the corpus is its name.
  public var partJSON: JSON { briefJSON(depth: 1) }

  private func briefJSON(depth: Int) -> JSON {
    do throws(Fault) { return try json(depth: depth, Watch(steps: 100_000)) } catch { return .text(printed) }
  }

  /// Values nested deeper than this are shown as `…`.
  private static let deepest = 60

  fileprivate func json(depth: Int, _ watch: Watch) throws(Fault) -> JSON {
    if depth > Value.deepest { return .text("…") }
    try watch.tick()
    try watch.take(MemoryLayout<JSON>.stride)
    switch self {
    case .integer(let number): return .integer(number)
    case .real(let number): return .real(number)
    case .truth(let truth): return truth.reasons.map { Value.json($0) } ?? .truth(truth.isYes)
    case .short, .text: return .text(string ?? "")
    case .none: return .null
    case .unknown(let reasons): return Value.json(reasons)
    case .list(let items): return .list(try Value.json(items, depth, watch))
    case .record, .map:
      return .record(
        try watch.map(parts) { key, value throws(Fault) in (key.name, try value.json(depth: depth + 1, watch)) })
    case .date(let date): return .text(date.description)
    case .span(let span): return .text(span.description)
    case .quantity(let quantity): return quantity.json
    case .range(let range): return .list([.integer(range.lower), .integer(range.upper)])
    case .entity(let entity): return depth == 0 ? try entity.json(watch) : .text(entity.shownName)
    case .disputed(let disputed):
      return .record([("disputed", .list(try Value.json(disputed.candidates, depth, watch)))])
    case .series(let series):
      return .record([
        ("latest", try series.current.json(depth: depth + 1, watch)),
        (
          "over_time",
          .list(try watch.map(series.entries) { entry throws(Fault) in try entry.json(depth: depth + 1, watch) })
        ),
      ])
    case .table(let table): return try table.json(depth: depth + 1, watch)
    case .sealed: return .record([("sealed", .truth(true))])
    case .function: return .text(quoted)
    }
  }

  private static func json(_ items: [Value], _ depth: Int, _ watch: Watch) throws(Fault) -> [JSON] {
    try watch.map(items) { item throws(Fault) in try item.json(depth: depth + 1, watch) }
  }

  private static func json(_ reasons: Reasons) -> JSON {
    .record([("unknown", .list(reasons.list.map { .text($0.name) }))])
  }
}

extension Series.Entry {
  fileprivate func json(depth: Int, _ watch: Watch) throws(Fault) -> JSON {
    .record([("from", from.map { .text($0.description) } ?? .null), ("value", try value.json(depth: depth, watch))])
  }
}

extension Quantity {
  fileprivate var json: JSON {
    if let exact, unit == nil { return exact.json }
    var parts: [(String, JSON)] = [
      ("point", point?.json ?? .null), ("low", low.json), ("high", high?.json ?? .null),
    ]
    if let unit { parts.append(("unit", .text(unit))) }
    if isAbout { parts.append(("about", .truth(true))) }
    if let known { parts.append(("known", .integer(known))) }
    return .record(parts)
  }
}

extension Quantity.Number {
  fileprivate var json: JSON {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    }
  }
}

extension Entity {
  /// The record with its fields; records inside it are given by name.
  fileprivate func json(_ watch: Watch) throws(Fault) -> JSON {
    var parts: [(String, JSON)] = [("kind", .text(kind.name)), ("name", .text(shownName))]
    if let label { parts.append(("label", .text(label))) }
    for field in kind.fields { parts.append((field.name, try shownField(field.name).json(depth: 1, watch))) }
    return .record(parts)
  }
}

extension Table {
  /// The table as one record: what is counted, the notes of its foot, and the rows, each with its membership.
  fileprivate func json(depth: Int, _ watch: Watch) throws(Fault) -> JSON {
    .record([
      ("unit", unit.map { .text($0.many) } ?? .null), ("certain", .integer(certainCount)),
      ("undecided", .integer(undecidedCount)), ("notes", .list(notes.map { .text($0) })),
      ("rows", .list(try rowsJSON(depth: depth, watch))),
    ])
  }

  fileprivate func rowsJSON(depth: Int, _ watch: Watch) throws(Fault) -> [JSON] {
    let names = columnNames
    return try watch.map(indices) { row throws(Fault) in
      var parts = try watch.map(names) { name throws(Fault) in
        (name, try cell(row, name).json(depth: depth + 1, watch))
      }
      if let doubt = doubt(row) {
        parts.append(("membership", .text("possible")))
        parts.append(("lacking", .list(doubt.lacking.map { .text($0) })))
      }
      return JSON.record(parts)
    }
  }
}
