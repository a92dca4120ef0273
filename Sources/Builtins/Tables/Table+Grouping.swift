import Values

extension Table {
  /// A row for each value of the keys, in the order in which they come; what is unknown last. The columns see the rows
  /// of the group. A group with only possible rows is a possible row.
  func grouping(
    by keys: [NewColumn], _ columns: [(name: String, value: (Table) throws(Fault) -> Value)], _ watch: Watch
  ) throws(Fault) -> Table {
    let groups = try Groups(self, by: keys, step: "group", watch)
    let names = keys.map(\.name) + columns.map(\.name)
    let shape = Shape(names)
    var result: [Value] = []
    var doubts: [Doubt?] = []
    var lows: [Int] = []
    var highs: [Int] = []
    for group in groups.all {
      let members = try groups.members(of: group, watch)
      lows.append(members.certainCount)
      highs.append(members.count)
      var values = group.key
      for column in columns {
        do throws(Fault) { values.append(try column.value(members)) } catch {
          throw error.noting("in the group \(group.key.map(\.printed).joined(separator: ", "))")
        }
      }
      try watch.add(.record(Record.make(shape, values)), to: &result)
      try watch.add(members.certainCount == 0 ? members.doubts.first : nil, to: &doubts)
    }
    return Table(
      result, doubts: Doubts(doubts), .records(names), unit: .group,
      notes: notes + groups.notes("groups").filter { !notes.contains($0) },
      groups: Table.Grouping(
        keyCount: keys.count, lows: lows, highs: highs, notes: groups.notes("groups", areCounted: false)))
  }
}
