import Diagnostics

/// A table as lines: heads, kinds, a rule, the rows, and one foot for what is counted, undecided and unknown.
struct TableText {
  let table: Table
  let width: Int
  let limit: Int?

  /// The record in which those of all rows stand: what else stands in it goes by its own name.
  private let outer: Entity?
  private let watch: Watch

  /// What a field of a record says that is empty and said to be complete.
  private let closed: (Entity, Int) -> String?
  private let isOfRecords: Bool

  init(
    _ table: Table, width: Int, limit: Int?, isOfRecords: Bool = false,
    closed: @escaping (Entity, Int) -> String? = { _, _ in nil }, _ watch: Watch
  ) throws(Fault) {
    self.table = table
    self.isOfRecords = isOfRecords
    self.closed = closed
    self.watch = watch
    self.outer = try table.commonOwner(watch)
    self.width = width
    self.limit = table.isWhole ? nil : limit
  }

  private struct ShownColumn {
    let name: String
    let kind: String
    let cells: [String]
    let isNumber: Bool
    let unknownCount: Int
    var width: Int
    /// A column is not made narrower than this. Numbers are never cut.
    let least: Int
  }

  private static let gap = 2
  /// A column that was asked for is kept, though narrow, as long as this many cells of it fit.
  private static let narrowest = 12
  /// What a row lacks, what a term means, and the line that would say a thing is told in words, and cut last.
  private static let telling = 40
  /// A field that only stands there because the record has it is rather left out than cut below this.
  private static let readable = 24

  func lines() throws(Fault) -> [String] {
    if case .values = table.content { return try valueLines() }
    let shown = limit.map { min($0, table.count) } ?? table.count
    var empty: [String] = []
    var columns: [ShownColumn] = []
    for name in table.columnNames {
      if try isRedundant(name) { continue }
      if try isUnrecorded(name) { empty.append(name) } else { columns.append(try column(name, shown)) }
    }
    let left = fit(&columns)
    var lines: [String] = []
    if !columns.isEmpty, table.count > 0 {
      lines.append(line(columns.map { ($0.name, $0) }))
      lines.append(line(columns.map { ($0.kind, $0) }))
      lines.append(line(columns.map { (String(repeating: "─", count: $0.width), $0) }))
    }
    for row in 0..<(columns.isEmpty ? 0 : shown) {
      try watch.tick(columns.count)
      let line = line(columns.map { ($0.cells[row], $0) }, mark: table.isCertain(row) ? " " : "?")
      try watch.add(line, to: &lines)
    }
    if shown < table.count {
      lines.append("  … \(table.count - shown) more; `| first \(table.count)` shows all")
    }
    return lines + foot(columns, left: left, empty: empty)
  }

  // MARK: Columns

  /// True for a field of which nothing is recorded in any row: it is named in the foot only.
  private func isUnrecorded(_ name: String) throws(Fault) -> Bool {
    guard case .entities(let kind, let added, _) = table.content, name != kind.name, !added.contains(name) else {
      return false
    }
    return try watch.allSatisfy(table.indices) { row throws(Fault) in
      table.cell(row, name).isUnrecorded && emptyButComplete(row, name) == nil
    }
  }

  /// What a cell says of an empty list in a row that is about no one record, as `group` makes it; nil for any other. That
  /// nothing in a column is unfit is no gap in the records.
  private func emptyInGroup(_ row: Int, _ name: String) -> String? {
    isOfRecords && table.unit != .column && table.subject(row) == nil && table.cell(row, name).isEmptyList
      ? Value.noneRecorded : nil
  }

  /// What a cell says whose list is empty and said to be complete.
  private func emptyButComplete(_ row: Int, _ name: String) -> String? {
    guard let record = table.subject(row), let position = record.kind.position(of: name),
      table.cell(row, name).isEmptyList
    else { return nil }
    return closed(record, position)
  }

  /// True for the column that names the records, where none of them has a name: their fields tell them apart.
  private func isRedundant(_ name: String) throws(Fault) -> Bool {
    guard case .entities(let kind, _, _) = table.content, name == kind.name, table.count > 0 else { return false }
    return try watch.allSatisfy(table.indices) { row throws(Fault) in
      if case .entity(let entity) = table.cell(row, name) { return entity.name.isEmpty }
      return false
    }
  }

  private func wasAskedFor(_ name: String) -> Bool {
    guard case .entities(let kind, let added, _) = table.content else { return true }
    return name == kind.name || added.contains(name)
  }

  private func column(_ name: String, _ shown: Int) throws(Fault) -> ShownColumn {
    let values = try table.column(name, watch)
    let occurring = try values.occurring(watch)
    let kind = try ColumnKind(occurring.map(\.value), watch)
    var natural = max(name.displayWidth, kind.text.displayWidth)
    let cells = try watch.map(0..<shown) { row throws(Fault) in
      if let empty = emptyButComplete(row, name) ?? emptyInGroup(row, name) {
        natural = max(natural, empty.displayWidth)
        return empty
      }
      let text = try values[row].cellText(of: table.subject(row), in: outer, watch).begin(width).onOneLine
      natural = max(natural, text.visible.displayWidth)
      return text
    }
    let least =
      switch name {
      case "lacking", "label", "decision": TableText.telling
      default: wasAskedFor(name) ? TableText.narrowest : TableText.readable
      }
    return ShownColumn(
      name: name, kind: kind.text, cells: cells, isNumber: kind.isNumber,
      unknownCount: occurring.reduce(0) { $1.value.reasons == nil ? $0 : $0 + $1.count }, width: natural,
      least: kind.isNumber ? natural : min(natural, max(name.displayWidth, least)))
  }

  /// Makes the columns fit: columns on the right are left out as long as the rest has no room, then wide texts give way.
  /// Gives the names of those left out.
  private func fit(_ columns: inout [ShownColumn]) -> [String] {
    let room = width - (table.isDecided ? 0 : 2)
    func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + max(0, widths.count - 1) * TableText.gap }
    var left: [String] = []
    var least = total(columns.map(\.least))
    while columns.count > 1, least > room, let last = columns.popLast() {
      least -= last.least + TableText.gap
      left.append(last.name)
    }
    while true {
      let excess = total(columns.map(\.width)) - room
      let wide = columns.indices.filter { columns[$0].width > columns[$0].least }
      guard excess > 0, let widest = wide.max(by: { columns[$0].width < columns[$1].width }) else { break }
      // The widest gives way down to the next widest, so that no text is cut much shorter than the others.
      let width = columns[widest].width
      let next = wide.map { columns[$0].width }.filter { $0 < width }.max() ?? 0
      columns[widest].width = max(columns[widest].least, width - excess, min(next, width - 1))
    }
    if columns.count == 1, columns[0].width > room { columns[0].width = max(1, room) }
    return left.reversed()
  }

  private func line(_ cells: [(text: String, column: ShownColumn)], mark: String = " ") -> String {
    var line = table.isDecided ? "" : mark + " "
    for (index, (text, column)) in cells.enumerated() {
      if index > 0 { line += String(repeating: " ", count: TableText.gap) }
      line += text.cell(column.width, column.isNumber ? .right : .left)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  // MARK: Foot

  private func foot(_ columns: [ShownColumn], left: [String], empty: [String]) -> [String] {
    var parts = [(table.unit ?? .item).counted(table.certainCount)]
    if !table.isDecided { parts.append("\(table.undecidedCount) cannot be decided") }
    // A group is no row of those that were put together: what is said of their number stands behind it.
    let group = table.unit.flatMap { $0.isPutTogether ? $0 : nil }
    let unknown = columns.filter { $0.unknownCount > 0 }.map { column in
      group.map { "\(column.name) in \($0.counted(column.unknownCount))" } ?? "\(column.name) \(column.unknownCount)"
    }
    if !unknown.isEmpty { parts.append("unknown: \(unknown.joined(separator: ", "))") }
    if !left.isEmpty {
      parts.append("+\(left.count) \(left.count == 1 ? "column" : "columns"): \(left.joined(separator: ", "))")
    }
    if !empty.isEmpty, table.count > 0 { parts.append("not recorded: \(empty.joined(separator: ", "))") }
    parts += table.notes + (table.columns?.reading ?? [])
    var lines: [String] = []
    let layout = TextLayout(width: width, rows: nil, watch)
    for part in parts {
      if let last = lines.last, last.displayWidth + 3 + part.displayWidth <= width {
        lines[lines.count - 1] = "\(last) · \(part)"
      } else {
        lines += layout.wrapped(part)
      }
    }
    return lines
  }

  /// The foot by itself, for a form that shows every column.
  func footText() throws(Fault) -> String {
    var columns: [ShownColumn] = []
    for name in table.columnNames { columns.append(try column(name, 0)) }
    return foot(columns, left: [], empty: []).joined(separator: " · ")
  }

  /// Values of a list: the list, with what is only possible marked, and the foot.
  private func valueLines() throws(Fault) -> [String] {
    let layout = TextLayout(width: width, rows: limit, watch)
    let lines = try layout.inBrackets("[", table.count, "]") { row throws(Fault) in
      (table.isCertain(row) ? "" : "? ") + (try layout.shown(table.row(row)))
    }
    return lines + foot([], left: [], empty: [])
  }
}

extension String {
  /// What of this text can have room in so many cells, and a mark.
  fileprivate func begin(_ width: Int) -> String {
    guard utf8.count > width, width < Value.longestCell,
      let end = index(startIndex, offsetBy: width + 1, limitedBy: endIndex)
    else { return self }
    return self[..<end] + "…"
  }
}
