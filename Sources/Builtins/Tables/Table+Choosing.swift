import Values

// Steps that choose among rows. What cannot be decided stays, marked.
extension Table {
  /// The rows for which a test holds. A row for which it is unknown stays as possible; a possible row for which it
  /// holds stays possible.
  func filtered(_ test: RowTest, _ doubt: (Value, Reasons?) -> Doubt) throws(Fault) -> Table {
    var rows: [Value] = []
    var doubts: [Doubt?] = []
    for position in self.rows.indices {
      let row = self.rows[position]
      let truth = try test(row)
      if truth.isNo { continue }
      rows.append(row)
      let own = truth.isUnknown ? doubt(row, truth.reasons) : nil
      doubts.append(Doubt.joined(self.doubt(position), own))
    }
    return with(rows, doubts: doubts)
  }

  /// The rows that surely belong to the table.
  var certain: Table { picking(rows.indices.filter { isCertain($0) }) }

  /// The rows that surely or perhaps belong to the table, all as rows of it.
  var possible: Table { with(rows, doubts: []) }

  /// The rows of which it cannot be decided, with the facts that they lack.
  var undecided: Table {
    let positions = rows.indices.filter { !isCertain($0) }
    let lacking = positions.map { Value.list((doubt($0)?.lacking ?? []).map { .text($0) }) }
    return picking(positions).possible.adding("lacking", lacking)
  }

  /// The first rows: so many certain ones, and the possible ones that may stand among them.
  func first(_ count: Int) -> Table { picking(positions(rows.indices, count)).whole }

  func last(_ count: Int) -> Table { picking(positions(rows.indices.reversed(), count).reversed()).whole }

  private func positions(_ order: some Sequence<Int>, _ count: Int) -> [Int] {
    var taken: [Int] = []
    var certain = 0
    for row in order {
      if certain == count { break }
      taken.append(row)
      if isCertain(row) { certain += 1 }
    }
    return taken
  }

  /// The one row of a table; unknown where it is only possible, `none` where there is no row.
  var onlyRow: Value {
    guard let row = rows.first else { return .none }
    return isDecided ? row : .unknown(.imprecise)
  }

  /// Every row once, as it was written; certain if one of its copies is.
  func distinct() -> Table {
    var places: [WrittenValue: Int] = [:]
    var rows: [Value] = []
    var doubts: [Doubt?] = []
    for position in self.rows.indices {
      let key = WrittenValue(self.rows[position])
      guard let place = places[key] else {
        places[key] = rows.count
        rows.append(self.rows[position])
        doubts.append(doubt(position))
        continue
      }
      if let before = doubts[place] { doubts[place] = doubt(position).map { before.joined($0) } }
    }
    guard case .records = content, rows.count < self.rows.count else { return with(rows, doubts: doubts) }
    // What stands for several cases is no case.
    return Table(rows, doubts: doubts, content, unit: .row, notes: notes)
  }
}
