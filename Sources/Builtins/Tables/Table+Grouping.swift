import Values

/// What rows are sorted by, and which way.
struct SortKey {
  let value: RowValue
  let descending: Bool
}

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
    for group in groups.all {
      let members = try groups.members(of: group, watch)
      var values = group.key
      for column in columns {
        do throws(Fault) { values.append(try column.value(members)) } catch {
          throw error.noting("in the group \(group.key.map(\.printed).joined(separator: ", "))")
        }
      }
      try watch.add(.record(Record.make(shape, values)), to: &result)
      try watch.add(members.certainCount == 0 ? members.doubts.lazy.compactMap { $0 }.first : nil, to: &doubts)
    }
    let table = Table(result, doubts: doubts, .records(names), unit: .group, notes: notes)
    return groups.noting(table, "groups")
  }

  /// The rows in order; equal ones stay as they stood, unknown and `none` stand last whichever way is asked.
  func sorted(by keys: [SortKey], _ watch: Watch) throws(Fault) -> Table {
    var columns: [[Value]] = []
    var isByDate = false
    for key in keys {
      columns.append(
        try watch.map(key.value.column(of: self, watch).values(watch).enumerated()) { row, value throws(Fault) in
          let value = value.settled
          if try value.holdsSealed(watch) { throw Fault.sealedOrder("sort").inRow(self.row(row)) }
          if case .date(let date) = value, date.earliestStart != date.latestEnd { isByDate = true }
          return value
        })
    }
    let order = try watch.sorted(Array(rows.indices)) { first, second throws(Fault) in
      for (index, key) in keys.enumerated() {
        let one = columns[index][first]
        let other = columns[index][second]
        if one.orderRank != other.orderRank { return one.orderRank < other.orderRank }
        if one.orderRank > 0 { continue }
        do throws(Fault) {
          if try one.comesBefore(other, watch) { return !key.descending }
          if try other.comesBefore(one, watch) { return key.descending }
        } catch {
          throw error.inRow(rows[first])
        }
      }
      return false
    }
    let table = try picking(order, watch)
    return isByDate ? table.noting("dates sorted by their first possible day") : table
  }

  /// The so many first of the rows in order, without those whose key is unknown, which the foot counts.
  func top(_ count: Int, by keys: [SortKey], named name: String, _ watch: Watch) throws(Fault) -> Table {
    var known: [Int] = []
    for position in rows.indices {
      var isKnown = true
      for key in keys where try key.value(rows[position]).reasons != nil { isKnown = false }
      if isKnown { try watch.add(position, to: &known) }
    }
    let table = try picking(known, watch).sorted(by: keys, watch).first(count, watch)
    let left = rows.count - known.count
    if left == 0 { return table }
    return table.noting("\((unit ?? .row).counted(left)) of unknown \(name) not among them")
  }
}
