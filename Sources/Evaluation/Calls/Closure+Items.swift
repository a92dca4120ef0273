import Values

// What is asked of the records in a field of rows, asked of all of them at once.
extension Closure {
  /// How a test of the records in a field comes out for each row.
  func truths(_ question: TestOfItems, _ rows: AskedRows) throws(Fault) -> Truths? {
    guard let inside = rows.columns.inside(question.field),
      var truths = try truths(question.test, of: inside, in: rows)
    else { return nil }
    if let arePossible = inside.arePossible {
      truths = truths.doubting(arePossible) { question.isAny ? $0.isYes : $0.isNo }
    }
    // Where nothing stands in the field, all rows are alike.
    let empty = try inside.firstEmpty.map { row throws(Fault) in
      try withWindow(rows.columns.row(row)) { frame throws(Fault) in try question.whole.truth(frame) }
    }
    return question.isAny
      ? truths.gathered(ends: inside.ends, ofNone: empty ?? .no) { $0.or($1) }
      : truths.gathered(ends: inside.ends, ofNone: empty ?? .yes) { $0.and($1) }
  }

  /// How a test comes out for each of the items of rows.
  private func truths(_ test: TestInRow, of inside: ItemsOfRows, in rows: AskedRows) throws(Fault) -> Truths? {
    let made = try withWindow { frame throws(Fault) in try test.function.value(frame) }
    guard case .function(let function) = made, let closure = function.closure, let plan = closure.function.columnPlan
    else { return nil }
    try state.pointee.machine.takeUnretainedValue().watch.tick(inside.items.count)
    let around = test.slotOfRow.map { (columns: rows.columns.picking(inside.rows), slot: $0) }
    return try closure.truths(plan, AskedRows(inside.items, around: around))
  }

  /// The least or the greatest of a field of the items of each row. Of a row with one item that is what this says; what
  /// it is of several is left to those who know.
  func column(_ question: ExtremeOfItems, _ rows: AskedRows) throws(Fault) -> Column? {
    guard let inside = rows.columns.inside(question.field), inside.arePossible == nil,
      let wanted = inside.items[question.wanted]
    else { return nil }
    var isMeant: Truths?
    if let test = question.test {
      isMeant = try truths(test, of: inside, in: rows)
      if isMeant == nil { return nil }
    }
    var empty: Value?
    var start = 0
    return .plain(
      try state.pointee.machine.takeUnretainedValue().watch.map(inside.ends.indices) { row throws(Fault) in
        let items = start..<inside.ends[row]
        start = inside.ends[row]
        let meant = items.filter { item in isMeant.map { !$0[item].isNo } ?? true }
        if meant.count == 1, isMeant?[meant[0]].isYes ?? true, case .date = wanted[meant[0]] { return wanted[meant[0]] }
        if meant.isEmpty, let empty { return empty }
        let value = try withWindow(rows.columns.row(row)) { frame throws(Fault) in try question.whole.value(frame) }
        // It is the same for all rows of which no item is meant.
        if meant.isEmpty, !items.isEmpty { empty = value }
        return value
      })
  }
}
