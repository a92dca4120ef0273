import Values

extension Table {
  /// A row for each value of the keys, with a column for each value of one column that holds what stands in another.
  func pivoting(_ names: NewColumn, _ values: NewColumn, by keys: [NewColumn], _ watch: Watch) throws(Fault) -> Table {
    let groups = try Groups(self, by: keys, step: "pivot", watch)
    let heads = try GroupKey(names, of: self, step: "pivot", watch)
    let cells = try values.value.column(of: self, watch)
    var seen: Set<Int> = []
    var codes: [Int] = []
    var nameless = 0
    for row in indices {
      try watch.tick()
      // A row that may be of two names stands under neither for sure.
      if heads.reasons(row) != nil || heads.isSpread(row) {
        nameless += 1
      } else if seen.insert(Int(heads.codes[row])).inserted {
        try watch.add(Int(heads.codes[row]), to: &codes)
      }
    }
    codes = try heads.ordered(codes, watch)
    if codes.count > Crossing.mostColumns { throw .crossIsTooWide(names.name, codes.count, argument: 1) }
    var columns = keys.map(\.name)
    for code in codes { columns.append(Crossing.free(heads.values[code].printed, among: columns)) }
    let shape = Shape(columns)
    var result: [Value] = []
    var doubts: [Doubt?] = []
    for group in groups.all {
      let members = try groups.members(of: group, watch)
      var found: [Int: Int] = [:]
      for (place, row) in group.rows.rows.enumerated() where heads.reasons(row) == nil && !heads.isSpread(row) {
        try watch.tick()
        if found.updateValue(place, forKey: Int(heads.codes[row])) != nil {
          let key = group.key.map(\.printed).joined(separator: ", ")
          throw .severalForACell(key, heads.values[Int(heads.codes[row])].printed, argument: 1)
        }
      }
      let values = try watch.map(codes) { code throws(Fault) in
        guard let place = found[code] else { return Value.unknown(.notRecorded) }
        return members.isCertain(place) ? cells[group.rows.rows[place]] : .unknown(.imprecise)
      }
      try watch.add(.record(Record.make(shape, group.key + values)), to: &result)
      try watch.add(members.certainCount == 0 ? members.doubts.first : nil, to: &doubts)
    }
    let table = groups.noting(
      Table(result, doubts: Doubts(doubts), .records(columns), unit: .row, notes: notes), "rows")
    if nameless == 0 { return table }
    return table.noting("\((unit ?? .row).counted(nameless)) of unknown `\(names.name)` left out")
  }

  /// A row for each of some columns of each row: the column's name, and what stands in it.
  func unpivoting(_ columns: [String], name: String, value: String, _ watch: Watch) throws(Fault) -> Table {
    let left = columnNames.filter { !columns.contains($0) }
    let names = left + [name, value]
    if let twice = names.first(where: { one in names.count { $0 == one } > 1 }) {
      throw .columnTwice(twice, argument: 1)
    }
    var rows: [Int] = []
    var parts: [UInt32] = []
    var heads: [Value] = []
    var cells: [Value] = []
    for row in indices {
      for (part, column) in columns.enumerated() {
        try watch.add(row, to: &rows)
        try watch.add(UInt32(part + 1), to: &parts)
        try watch.add(.text(column), to: &heads)
        try watch.add(cell(row, column), to: &cells)
      }
    }
    let (table, positions) = (try byColumn(watch), Positions(rows))
    var result = try table.picking(positions, watch).counting(.row)
    if let cells = table.columns { result = result.with(cells.dividing(positions, parts: parts, of: columns)) }
    return try result.dropping(columns, watch)
      .adding(name, .plain(heads), of: columns, watch).adding(value, .plain(cells), of: columns, watch)
  }

  /// So many certain rows drawn by lot, and the possible ones that were drawn among them.
  ///
  /// The lot of a row is what SplitMix64 (Steele, Lea and Flood, 2014) gives for the seed and the row's position, so that
  /// everybody draws the same rows of the same table; the rows with the smallest lots are taken, in the table's order.
  func sample(_ count: Int, seed: Int, _ watch: Watch) throws(Fault) -> Table {
    let lots = try watch.map(indices) { row throws(Fault) in
      var lot = UInt64(bitPattern: Int64(seed)) &+ UInt64(row + 1) &* 0x9e37_79b9_7f4a_7c15
      lot = (lot ^ (lot >> 30)) &* 0xbf58_476d_1ce4_e5b9
      lot = (lot ^ (lot >> 27)) &* 0x94d0_49bb_1331_11eb
      return lot ^ (lot >> 31)
    }
    var taken: [Int] = []
    var certain = 0
    for row in try watch.sorted(Array(indices), by: { one, other throws(Fault) in lots[one] < lots[other] }) {
      if certain == count { break }
      try watch.add(row, to: &taken)
      if isCertain(row) { certain += 1 }
    }
    return try picking(watch.sorted(taken) { one, other throws(Fault) in one < other }, watch).whole
  }
}
