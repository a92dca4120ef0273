import Values

extension Table {
  /// A row for each value of the keys, in the order in which they come; what is unknown last. The columns see the rows
  /// of the group. A group with only possible rows is a possible row.
  ///
  /// Steps behind it reckon with groups to which the rows of unknown key may belong, too.
  func grouping(
    by keys: [NewColumn], _ columns: [GroupColumn], _ watch: Watch
  ) throws(Fault) -> Table {
    if let lists = try listing(by: keys, columns, watch) { return lists }
    let groups = try Groups(self, by: keys, step: "group", watch)
    // The list of a field is read by column, and groups of which nothing else is asked, but how many they are, are no
    // tables.
    let isPlain = isDecided && !groups.keys.contains { $0.isSpread }
    let lists = columns.map { column in isPlain ? column.field.flatMap { self.columns?[$0] } : nil }
    let areQuick = zip(columns, lists).allSatisfy { column, list in list != nil || isPlain && column.isCount }
    let shape = Shape(keys.map(\.name) + columns.map(\.name))
    var result: [Value] = []
    var doubts: [Doubt?] = []
    var lows: [Int] = []
    var highs: [Int] = []
    for group in groups.all {
      let members = areQuick ? nil : try groups.members(of: group, watch)
      lows.append(members?.certainCount ?? group.rows.count)
      highs.append(group.rows.count)
      let values = try group.values { () throws(Fault) in
        try watch.map(columns.indices) { place throws(Fault) in
          if let list = lists[place] { return try list.list(of: group.rows, watch) }
          guard let members else { return Quantity.count(certain: group.rows.count, undecided: 0, unit: unit?.many) }
          return try columns[place].value(members)
        }
      }
      try watch.add(.record(Record.make(shape, values)), to: &result)
      if isPlain { continue }
      try watch.add(members?.certainCount == 0 ? members?.doubts.first : nil, to: &doubts)
    }
    let table = Table(
      result, doubts: isPlain ? .none : Doubts(doubts), .records(shape.names), unit: .group,
      notes: notes + groups.notes("groups").filter { !notes.contains($0) },
      groups: Table.Grouping(
        keyCount: keys.count, lows: lows, highs: highs, notes: groups.notes("groups", areCounted: false)))
    if groups.homeless == 0 { return table }
    return table.reckoning { watch throws(Fault) in
      let (rows, doubts) = try groups.reckoned(columns, as: table, shape, watch)
      return Table(rows, doubts: doubts, table.content, unit: table.unit, notes: table.notes)
    }
  }
}

extension Table {
  /// The same by column, where nothing is asked of each group but lists of fields, and every row has its one group.
  private func listing(
    by keys: [NewColumn], _ columns: [GroupColumn], _ watch: Watch
  ) throws(Fault) -> Table? {
    guard isDecided, let own = self.columns, keys.count == 1 else { return nil }
    var fields: [Column] = []
    for column in columns {
      guard let field = column.field.flatMap({ own[$0] }), ListCells.canHold(field) else { return nil }
      fields.append(field)
    }
    let division = try Division(self, by: keys[0], step: "group", watch) { GroupKey.between($0) }
    if division.isSpread || division.homeless > 0 { return nil }
    var cells = [division.groups]
    for field in fields {
      try watch.tick(division.order.count)
      guard let lists = ListCells(field, of: division.order, in: division.all) else { return nil }
      cells.append(.lists(lists))
    }
    let sizes = division.all.map(\.count)
    return Table(
      Columns(keys.map(\.name) + columns.map(\.name), cells, count: sizes.count), unit: .group, notes: notes,
      groups: Table.Grouping(keyCount: 1, lows: sizes, highs: sizes, notes: []))
  }
}

extension Groups {
  /// The rows of groups, with all that may belong to each.
  fileprivate func reckoned(
    _ columns: [GroupColumn], as shown: Table, _ shape: Shape, _ watch: Watch
  ) throws(Fault) -> (rows: [Value], doubts: Doubts) {
    let homeless = withoutHome
    var rows: [Value] = []
    var doubts: [Doubt?] = []
    var further: [Int: Int] = [:]
    for (place, group) in all.enumerated() {
      let members = try possibleMembers(group.codes, own: group.rows, homeless, watch)
      let values = try group.values { () throws(Fault) in
        try watch.map(columns) { column throws(Fault) in
          let value = try column.value(members)
          // What stands there is the best that is known of rows without a key, too.
          return group.isKnown ? value : value.pointing(at: shown.cell(place, column.name))
        }
      }
      try watch.add(.record(Record.make(shape, values)), to: &rows)
      try watch.add(members.certainCount == 0 ? members.doubts.first : nil, to: &doubts)
      // Rows of unknown key may be as many groups.
      if !group.isKnown { further[place] = group.rows.count - 1 }
    }
    return (rows, Doubts(doubts, further: further))
  }
}

extension Value {
  /// The same number with the point of another; anything else as it is.
  fileprivate func pointing(at other: Value) -> Value {
    guard case .quantity(let quantity) = self, let point = Quantity.of(other)?.point else { return self }
    return .quantity(quantity.changed(point: point, low: quantity.low, high: quantity.high))
  }
}

extension Groups.Group {
  /// The cells of its row: the key, and what is worked out.
  fileprivate func values(_ columns: () throws(Fault) -> [Value]) throws(Fault) -> [Value] {
    do throws(Fault) { return try key + columns() } catch {
      throw error.noting("in the group \(key.map(\.printed).joined(separator: ", "))")
    }
  }
}
