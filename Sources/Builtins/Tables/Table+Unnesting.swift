import Values

extension Table {
  /// A row for each item of a list in a column, or for each part of a text. A row whose list is empty has none, which the
  /// foot says; a row of which it is unknown stays, with the item unknown.
  ///
  /// - Parameter separator: what stands between the parts of a text; nil where there are only lists.
  func unnesting(_ column: NewColumn, at separator: String?, _ watch: Watch) throws(Fault) -> Table {
    let table = try byColumn(watch)
    let cells = try column.value.column(of: table, watch)
    var items = ItemsOfCells(column.name, cells, separator)
    var rows: [Int] = []
    var codes: [UInt32] = []
    var parts: [UInt32] = []
    var empty = 0
    for row in indices {
      let inner: [UInt32]
      do throws(Fault) { inner = try items.codes(ofRow: row, watch) } catch { throw error.inRow(self.row(row)) }
      if inner.isEmpty { empty += 1 }
      for (part, code) in inner.enumerated() {
        try watch.add(row, to: &rows)
        try watch.add(code, to: &codes)
        try watch.add(UInt32(part + 1), to: &parts)
      }
    }
    let new = Column.coded(codes, values: items.values)
    let (positions, sources) = (Positions(rows), column.value.fieldsOfRow)
    let picked = try table.picking(positions, watch).counting(.row)
    var result: Table
    if let columns = table.columns {
      result = picked.with(
        columns.dividing(positions, parts: parts, of: sources).adding(column.name, new, of: sources))
    } else {
      result = try picked.adding(column.name, new, watch)
    }
    if empty > 0 { result = result.noting("\((unit ?? .row).counted(empty)) without \(column.name) left out") }
    return result
  }
}

/// The items of the lists in a column, each text and each record once.
private struct ItemsOfCells {
  private let name: String
  private let cells: Column
  private let separator: String?
  private(set) var values: [Value] = []
  private var texts: [String: UInt32] = [:]
  private var records: [ObjectIdentifier: UInt32] = [:]
  /// The items of what stands in several rows and is kept once.
  private var known: [[UInt32]?]

  init(_ name: String, _ cells: Column, _ separator: String?) {
    self.name = name
    self.cells = cells
    self.separator = separator
    if case .coded(_, let values) = cells {
      known = Array(repeating: nil, count: values.count)
    } else {
      known = []
    }
  }

  /// The numbers of the items of a row.
  mutating func codes(ofRow row: Int, _ watch: Watch) throws(Fault) -> [UInt32] {
    guard case .coded(let codes, let values) = cells else { return try self.codes(cells[row].settled, watch) }
    let code = Int(codes[row])
    if let found = known[code] { return found }
    let found = try self.codes(values[code].settled, watch)
    known[code] = found
    return found
  }

  private mutating func codes(_ value: Value, _ watch: Watch) throws(Fault) -> [UInt32] {
    var codes: [UInt32] = []
    for item in try items(value, watch) { try watch.add(code(item), to: &codes) }
    return codes
  }

  private func items(_ value: Value, _ watch: Watch) throws(Fault) -> [Value] {
    switch value {
    case .list(let list): return list
    case .table(let table): return table.items
    case .none: return []
    case .unknown, .disputed: return [value]
    case .short, .text:
      guard let separator, let text = value.string else { throw .notAList(name, value) }
      return try text.parts(at: separator, watch).map { .text($0) }
    case .integer, .real, .truth, .record, .map, .date, .span, .quantity, .range, .entity, .series, .sealed, .function:
      throw .notAList(name, value)
    }
  }

  private mutating func code(_ item: Value) -> UInt32 {
    let next = UInt32(values.count)
    if let text = item.string {
      if let known = texts[text] { return known }
      texts[text] = next
    } else if case .entity(let record) = item {
      if let known = records[ObjectIdentifier(record)] { return known }
      records[ObjectIdentifier(record)] = next
    }
    values.append(item)
    return next
  }
}

extension String {
  /// What stands between the separators, without blanks around it; where nothing stands there is no part.
  fileprivate func parts(at separator: String, _ watch: Watch) throws(Fault) -> [String] {
    let text = Array(utf8)
    var occurrences = Occurrences(of: Array(separator.utf8), in: text, watch)
    var parts: [String] = []
    var start = 0
    func add(_ bytes: ArraySlice<UInt8>) throws(Fault) {
      let part = String(decoding: bytes, as: UTF8.self).trimmed
      if !part.isEmpty { try watch.add(part, to: &parts) }
    }
    while let match = try occurrences.next(from: start) {
      try add(text[start..<match.lowerBound])
      start = match.upperBound
    }
    try add(text[start...])
    return parts
  }
}
