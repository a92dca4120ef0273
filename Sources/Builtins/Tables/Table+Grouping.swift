import Values

extension Table {
  /// A row for each value of the keys, in the order in which they come; what is unknown last. The columns see the rows
  /// of the group. A group with only possible rows is a possible row.
  func grouping(
    by keys: [NewColumn], _ columns: [GroupColumn], _ watch: Watch
  ) throws(Fault) -> Table {
    let groups = try Groups(self, by: keys, step: "group", watch)
    // The list of a field is read by column, and groups of which nothing else is asked are no tables.
    let isPlain = isDecided && !groups.keys.contains { $0.isSpread }
    let lists = columns.map { column in isPlain ? column.field.flatMap { self.columns?[$0] } : nil }
    let areLists = lists.allSatisfy { $0 != nil }
    let names = keys.map(\.name) + columns.map(\.name)
    let shape = Shape(names)
    var result: [Value] = []
    var doubts: [Doubt?] = []
    var lows: [Int] = []
    var highs: [Int] = []
    for group in groups.all {
      let members = areLists ? nil : try groups.members(of: group, watch)
      lows.append(members?.certainCount ?? group.rows.count)
      highs.append(group.rows.count)
      var values = group.key
      for (column, list) in zip(columns, lists) {
        do throws(Fault) {
          if let list {
            values.append(try list.list(of: group.rows, watch))
          } else if let members {
            values.append(try column.value(members))
          }
        } catch {
          throw error.noting("in the group \(group.key.map(\.printed).joined(separator: ", "))")
        }
      }
      try watch.add(.record(Record.make(shape, values)), to: &result)
      if isPlain { continue }
      try watch.add(members?.certainCount == 0 ? members?.doubts.first : nil, to: &doubts)
    }
    return Table(
      result, doubts: isPlain ? .none : Doubts(doubts), .records(names), unit: .group,
      notes: notes + groups.notes("groups").filter { !notes.contains($0) },
      groups: Table.Grouping(
        keyCount: keys.count, lows: lows, highs: highs, notes: groups.notes("groups", areCounted: false)))
  }
}
