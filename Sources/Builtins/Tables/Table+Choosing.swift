import Values

// Steps that choose among rows. What cannot be decided stays, marked.
extension Table {
  /// The rows for which a test holds. A row for which it is unknown stays as possible; a possible row for which it
  /// holds stays possible.
  func filtered(_ test: RowTest, _ watch: Watch, _ lacking: (Reasons?) -> (Int) -> [String]) throws(Fault) -> Table {
    let truths = try test.truths(of: self, watch)
    try watch.take(count * MemoryLayout<Int>.stride)
    let counts = zip(truths.outcomes, truths.counts)
    let count = counts.reduce(0) { $1.0.isNo ? $0 : $0 + $1.1 }
    let kept = Positions(count: count) { truths.rows(count: count) { !$0.isNo } }
    // Rows that are unknown for the same reasons are looked into in the same way.
    let finders = truths.outcomes.map { $0.isUnknown ? lacking($0.reasons) : { _ in [] } }
    let own = Doubts(
      count: counts.reduce(0) { $1.0.isUnknown ? $0 + $1.1 : $0 }, { truths.marks(kept.rows) { $0.isUnknown } },
      { position in
        let row = kept.rows[position]
        return Doubt { finders[Int(truths.codes[row])](row) }
      })
    let chosen = try picking(kept, watch)
    return chosen.doubting(chosen.doubts.joined(own))
  }

  /// The rows that surely belong to the table.
  func certain(_ watch: Watch) throws(Fault) -> Table {
    if isDecided { return self }
    return try picking(watch.filter(indices) { row throws(Fault) in isCertain(row) }, watch).doubting(.none)
  }

  /// The rows that surely or perhaps belong to the table, all as rows of it.
  var possible: Table { doubting(.none) }

  /// The rows of which it cannot be decided, with the facts that they lack.
  func undecided(_ watch: Watch) throws(Fault) -> Table {
    var undecided: [Int] = []
    var lacking: [Value] = []
    for row in indices where !isCertain(row) {
      try watch.add(row, to: &undecided)
      try watch.add(.list((doubt(row)?.lacking ?? []).map { .text($0) }), to: &lacking)
    }
    return try picking(undecided, watch).doubting(.none).adding("lacking", lacking, watch)
  }

  /// The first rows: so many certain ones, and the possible ones that may stand among them.
  func first(_ count: Int, _ watch: Watch) throws(Fault) -> Table {
    let taken = try positions(indices, count, watch)
    let table = try picking(taken, watch).whole
    guard let order, let last = taken.last else { return table }
    var end = last + 1
    while end < self.count, order.isTied(end) {
      try watch.tick()
      end += 1
    }
    return noting(end - last - 1, "last", order, in: table)
  }

  /// The last rows, likewise.
  func last(_ count: Int, _ watch: Watch) throws(Fault) -> Table {
    let taken = try positions(indices.reversed(), count, watch)
    let table = try picking(taken.reversed(), watch).whole
    guard let order, let first = taken.last else { return table }
    var start = first
    while start > 0, order.isTied(start) {
      try watch.tick()
      start -= 1
    }
    return noting(first - start, "first", order, in: table)
  }

  /// Tells of rows left out that stand where the outermost of those do that were taken.
  private func noting(_ left: Int, _ end: String, _ order: Order, in table: Table) -> Table {
    left == 0
      ? table
      : table.noting("\((unit ?? .row).counted(left)) level with the \(end) by \(order.keys) not among them")
  }

  private func positions(_ order: some Sequence<Int>, _ count: Int, _ watch: Watch) throws(Fault) -> [Int] {
    var taken: [Int] = []
    var certain = 0
    for row in order {
      if certain == count { break }
      try watch.add(row, to: &taken)
      if isCertain(row) { certain += 1 }
    }
    return taken
  }

  /// The one row of a table; unknown where it is only possible, `none` where there is no row.
  var onlyRow: Value {
    if count == 0 { return .none }
    return isDecided ? row(0) : .unknown(.imprecise)
  }
}
