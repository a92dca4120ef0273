import Values

extension Table {
  /// Every row once, as it was written; certain if one of its copies is.
  ///
  /// Steps behind it reckon with what is unknown: such a row may be another one, and each of its copies a different one.
  func distinct(_ watch: Watch) throws(Fault) -> Table {
    let byColumn = try distinctByColumn(watch)
    let (table, copies) = if let byColumn { byColumn } else { try distinctByRow(watch) }
    var further: [Int: Int] = [:]
    let names = table.namesOfUnknown
    for row in table.indices where table.isUnknown(row, names) { further[row] = copies[row] - 1 }
    if further.isEmpty { return table }
    let count = further.values.reduce(further.count, +)
    let doubts = Doubts(
      count: further.count, { table.indices.map { further[$0] != nil } },
      { row in Doubt { table.unknowns(row) } }, further: further)
    return table.noting("\((unit ?? .row).counted(count)) with something unknown may be like others").reckoning { _ in
      table.doubting(table.doubts.joined(doubts))
    }
  }

  /// The same of a table that keeps its cells by column: rows in which the same stands are a group. Nil for any other.
  private func distinctByColumn(_ watch: Watch) throws(Fault) -> (table: Table, copies: [Int])? {
    guard let columns, !columns.areOfRecords else { return nil }
    if isDecided, columns.names.count == 1, case .lists(let lists) = columns.columns[0] {
      let (rows, copies) = try lists.different(watch)
      let table = try picking(rows, watch)
      return (rows.count < count ? table.counting(.row) : table, copies)
    }
    var keys: [GroupKey] = []
    for (name, column) in zip(columns.names, columns.columns) {
      keys.append(try GroupKey(name, column, of: self, step: "distinct", watch) { _ in nil })
    }
    let groups = try Groups(self, by: keys, watch).all.sorted { $0.first < $1.first }
    var table = try picking(groups.map(\.first), watch)
    if !isDecided {
      let doubts = groups.map { group in
        group.rows.rows.dropFirst().reduce(doubt(group.first)) { doubt, row in
          doubt.flatMap { before in self.doubt(row).map { before.joined($0) } }
        }
      }
      table = table.doubting(Doubts(doubts))
    }
    return (table.count < count ? table.counting(.row) : table, groups.map(\.rows.count))
  }

  private func distinctByRow(_ watch: Watch) throws(Fault) -> (table: Table, copies: [Int]) {
    var written = WrittenValues(watch)
    var rows: [Value] = []
    var doubts: [Doubt?] = []
    var copies: [Int] = []
    for position in indices {
      let row = self.row(position)
      let (place, isNew) = try written.place(of: row)
      if isNew {
        try watch.add(row, to: &rows)
        try watch.add(doubt(position), to: &doubts)
        try watch.add(1, to: &copies)
        continue
      }
      copies[place] += 1
      if let before = doubts[place] { doubts[place] = doubt(position).map { before.joined($0) } }
    }
    guard case .records = content, rows.count < count else { return (with(rows, doubts: Doubts(doubts)), copies) }
    // What stands for several cases is no case.
    return (Table(rows, doubts: Doubts(doubts), content, unit: .row, notes: notes), copies)
  }

  /// Whether a part of a row is unknown, in a table of values or of records that steps made: a record of the corpus is
  /// itself, whatever is unknown about it.
  ///
  /// - Parameter names: the parts that could be.
  private func isUnknown(_ row: Int, _ names: [String]) -> Bool {
    switch content {
    case .entities: false
    case .values: self.row(row).settled.reasons != nil
    case .records: names.contains { cell(row, $0).settled.reasons != nil }
    }
  }

  /// The parts of rows that could be unknown: a list is not, whatever stands in it.
  private var namesOfUnknown: [String] {
    columnNames.filter { name in if case .lists? = columns?[name] { false } else { true } }
  }

  /// The parts of a row that are unknown, with the reasons.
  private func unknowns(_ row: Int) -> [String] {
    columnNames.compactMap { name in
      cell(row, name).settled.reasons.map { "\(name) (\($0.names))" }
    }
  }
}
