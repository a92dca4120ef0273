import Values

/// What rows are sorted by, and which way.
struct SortKey {
  let value: RowValue
  let descending: Bool
}

// The order of rows. Each key gives every row a rank; what stands in a column only once is ranked once.
extension Table {
  /// The rows in order; equal ones stay as they stood, unknown and `none` stand last whichever way is asked.
  func sorted(by keys: [SortKey], _ watch: Watch) throws(Fault) -> Table {
    var order = Array(indices)
    var isByDate = false
    // By the last key first: rows of one rank stay as they stood.
    for key in keys.reversed() {
      let ranks = try ranks(key, watch)
      isByDate = isByDate || ranks.areOfInexactDates
      order = try ranks.sorting(order, watch)
    }
    let table = try picking(order, watch)
    return isByDate ? table.noting("dates sorted by their first possible day") : table
  }

  /// The so many first of the rows in order, without those whose key is unknown, which the foot counts.
  func top(_ count: Int, by keys: [SortKey], named name: String, _ watch: Watch) throws(Fault) -> Table {
    var isKnown = [Bool](repeating: true, count: self.count)
    for key in keys {
      let column = try key.value.column(of: self, watch)
      for row in indices where column[row].reasons != nil { isKnown[row] = false }
    }
    let known = try watch.filter(indices) { row throws(Fault) in isKnown[row] }
    let table = try picking(known, watch).sorted(by: keys, watch).first(count, watch)
    let left = self.count - known.count
    if left == 0 { return table }
    return table.noting("\((unit ?? .row).counted(left)) of unknown \(name) not among them")
  }

  /// The rank of each row by one key.
  private func ranks(_ key: SortKey, _ watch: Watch) throws(Fault) -> Ranks {
    let column = try key.value.column(of: self, watch)
    if case .coded(let codes, let values) = column {
      // What stands in no row may be of a kind that does not go with the others.
      var first = [Int](repeating: -1, count: values.count)
      for row in indices.reversed() { first[Int(codes[row])] = row }
      let used = values.indices.filter { first[$0] >= 0 }
      let ranks = try ranked(used.map { values[$0] }, key.descending, row: { first[used[$0]] }, watch)
      var ofCode = [Int](repeating: 0, count: values.count)
      for (place, code) in used.enumerated() { ofCode[code] = ranks.ranks[place] }
      return Ranks(
        ranks: codes.map { ofCode[Int($0)] }, count: ranks.count, areOfInexactDates: ranks.areOfInexactDates)
    }
    return try ranked(column.values(watch), key.descending, row: { $0 }, watch)
  }

  /// The ranks of some values; `row` tells in which row one of them stands.
  private func ranked(
    _ values: [Value], _ descending: Bool, row: (Int) -> Int, _ watch: Watch
  ) throws(Fault) -> Ranks {
    var known: [Int] = []
    var areOfInexactDates = false
    for (place, value) in values.enumerated() {
      if try value.settled.holdsSealed(watch) { throw Fault.sealedOrder("sort").inRow(self.row(row(place))) }
      if case .date(let date) = value.settled, date.earliestStart != date.latestEnd { areOfInexactDates = true }
      if value.settled.orderRank == 0 { try watch.add(place, to: &known) }
    }
    func comesBefore(_ one: Int, _ other: Int) throws(Fault) -> Bool {
      do throws(Fault) { return try values[one].settled.comesBefore(values[other].settled, watch) } catch {
        throw error.inRow(self.row(row(min(one, other))))
      }
    }
    let order = try watch.sorted(known) { one, other throws(Fault) in try comesBefore(one, other) }
    var ranks = [Int](repeating: 0, count: values.count)
    var last = 0
    for (position, place) in order.enumerated() {
      if position > 0, try comesBefore(order[position - 1], place) { last += 1 }
      ranks[place] = last
    }
    let count = last + 1
    for (place, value) in values.enumerated() {
      let rank = value.settled.orderRank
      if rank > 0 { ranks[place] = count + rank - 1 } else if descending { ranks[place] = last - ranks[place] }
    }
    return Ranks(ranks: ranks, count: count + Value.mostOrderRank, areOfInexactDates: areOfInexactDates)
  }

  /// For each row its place among the values of a key, from 0 on, the same for equal ones.
  private struct Ranks {
    let ranks: [Int]
    /// More than the highest of them.
    let count: Int
    let areOfInexactDates: Bool

    /// Rows in the order of their ranks; those of one rank stay as they stood.
    func sorting(_ rows: [Int], _ watch: Watch) throws(Fault) -> [Int] {
      try watch.take((count + rows.count) * MemoryLayout<Int>.stride)
      var next = [Int](repeating: 0, count: count + 1)
      for row in rows { next[ranks[row] + 1] += 1 }
      for rank in 1...count { next[rank] += next[rank - 1] }
      var sorted = [Int](repeating: 0, count: rows.count)
      for row in rows {
        sorted[next[ranks[row]]] = row
        next[ranks[row]] += 1
      }
      try watch.tick(rows.count)
      return sorted
    }
  }
}
