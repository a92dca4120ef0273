import Values

extension Table {
  /// The rows of this table and then those of another. A column that only one of them has is unknown in the rows of the
  /// other, which the foot says.
  func union(_ other: Table, _ watch: Watch) throws(Fault) -> Table {
    let doubts = doubts.followed(by: other.doubts, counts: (count, other.count))
    let notes = notes + other.notes.filter { !self.notes.contains($0) }
    let unit = unit == other.unit ? unit : .row
    func stacked(_ content: Content) throws(Fault) -> Table {
      var rows = self.rows
      try watch.add(other.rows, to: &rows)
      return Table(rows, doubts: doubts, content, unit: unit, notes: notes, isList: isList && other.isList)
    }
    if isEmptyList { return other }
    if other.isEmptyList { return self }
    switch (content, other.content) {
    case (.values, .values): return try stacked(.values)
    case (.values, _): throw .unionOfValues(argument: 0)
    case (_, .values): throw .unionOfValues(argument: 1)
    case (.entities(let mine, let added, let hidden), .entities(let kind, let otherAdded, let otherHidden)):
      if mine.isA(kind) || kind.isA(mine), added == otherAdded, hidden == otherHidden {
        return try stacked(.entities(mine.isA(kind) ? kind : mine, added: added, hidden: hidden))
      }
    case (.records(let names), .records(let others)):
      if names == others, columns == nil, other.columns == nil { return try stacked(content) }
    case (.entities, .records), (.records, .entities): break
    }
    let names = columnNames + other.columnNames.filter { !columnNames.contains($0) }
    var cells: [Column] = []
    for name in names {
      var values = try watch.map(indices) { row throws(Fault) in cell(row, name) }
      for row in other.indices { try watch.add(other.cell(row, name), to: &values) }
      cells.append(.plain(values))
    }
    let table = Table(
      Columns(names, cells, count: count + other.count), doubts: doubts, unit: unit, notes: notes)
    let single = names.filter { columnNames.contains($0) != other.columnNames.contains($0) }
    if single.isEmpty { return table }
    return table.noting("in one of the two tables only: \(single.map { "`\($0)`" }.joined(separator: ", "))")
  }

  /// A list without items fits to anything.
  private var isEmptyList: Bool {
    if case .values = content { return count == 0 }
    return false
  }

  /// The cells by column, where no row is about a record of the corpus.
  func byColumn(_ watch: Watch) throws(Fault) -> Table {
    guard columns == nil, case .records(let names) = content,
      try watch.allSatisfy(rows, { row throws(Fault) in row.subject == nil })
    else { return self }
    var cells: [Column] = []
    for name in names { cells.append(.plain(try watch.map(indices) { row throws(Fault) in cell(row, name) })) }
    return Table(Columns(names, cells, count: count), doubts: doubts, unit: unit, notes: notes)
  }

  /// A column behind the others, or in the place of the one of its name.
  ///
  /// - Parameter sources: the columns that it was worked out from, each cell from those of its row; nil where it was not.
  func adding(
    _ name: String, _ column: Column, of sources: [String]? = nil, _ watch: Watch
  ) throws(Fault) -> Table {
    if let columns { return with(columns.adding(name, column, of: sources)) }
    return try adding(name, column.values(watch), watch)
  }

  /// A column as its texts were read.
  func reading(_ name: String, as column: Column, _ watch: Watch) throws(Fault) -> Table {
    if let columns { return with(columns.reading(name, as: column)) }
    return try adding(name, column.values(watch), watch)
  }
}
