import Diagnostics

extension Value {
  /// The value for a program. What is unknown keeps its reasons, a number with two ends all three of its numbers.
  public var json: JSON { json(depth: 0) }

  /// The same as a part of something else, where a record of the corpus is its name.
  public var partJSON: JSON { json(depth: 1) }

  private func json(depth: Int) -> JSON {
    if depth > Value.deepest { return .text("…") }
    switch self {
    case .integer(let number): return .integer(number)
    case .real(let number): return .real(number)
    case .truth(let truth): return truth.reasons.map(Value.json) ?? .truth(truth.isYes)
    case .short, .text: return .text(string ?? "")
    case .none: return .null
    case .unknown(let reasons): return Value.json(reasons)
    case .list(let items): return .list(items.map { $0.json(depth: depth + 1) })
    case .record, .map: return .record(parts.map { ($0.name, $0.value.json(depth: depth + 1)) })
    case .date(let date): return .text(date.description)
    case .span(let span): return .text(span.description)
    case .quantity(let quantity): return quantity.json
    case .range(let range): return .list([.integer(range.lower), .integer(range.upper)])
    case .entity(let entity): return depth == 0 ? entity.json : .text(entity.shownName)
    case .disputed(let disputed):
      return .record([("disputed", .list(disputed.candidates.map { $0.json(depth: depth + 1) }))])
    case .series(let series):
      return .record([
        ("latest", series.current.json(depth: depth + 1)),
        ("over_time", .list(series.entries.map { $0.json(depth: depth + 1) })),
      ])
    case .table(let table): return table.json(depth: depth + 1)
    case .sealed: return .record([("sealed", .truth(true))])
    case .function: return .text(quoted)
    }
  }

  private static func json(_ reasons: Reasons) -> JSON {
    .record([("unknown", .list(reasons.list.map { .text($0.name) }))])
  }

  fileprivate func innerJSON(depth: Int) -> JSON { json(depth: depth) }
}

extension Series.Entry {
  fileprivate func json(depth: Int) -> JSON {
    .record([("from", from.map { .text($0.description) } ?? .null), ("value", value.innerJSON(depth: depth))])
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
  fileprivate var json: JSON {
    var parts: [(String, JSON)] = [("kind", .text(kind.name)), ("name", .text(shownName))]
    if let label { parts.append(("label", .text(label))) }
    return .record(parts + kind.fields.map { ($0.name, shownField($0.name).innerJSON(depth: 1)) })
  }
}

extension Table {
  /// The table as one record: what is counted, the notes of its foot, and the rows, each with its membership.
  fileprivate func json(depth: Int) -> JSON {
    let names = columnNames
    let rows = rows.indices.map { row -> JSON in
      var parts = names.map { ($0, cell(row, $0).innerJSON(depth: depth + 1)) }
      if let doubt = doubt(row) {
        parts.append(("membership", .text("possible")))
        parts.append(("lacking", .list(doubt.lacking.map { .text($0) })))
      }
      return .record(parts)
    }
    return .record([
      ("unit", unit.map { .text($0.many) } ?? .null), ("certain", .integer(certainCount)),
      ("undecided", .integer(undecidedCount)), ("notes", .list(notes.map { .text($0) })), ("rows", .list(rows)),
    ])
  }
}
