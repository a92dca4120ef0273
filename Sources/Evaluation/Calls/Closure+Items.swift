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

  /// The least or the greatest of a field of the items of each row. What is not found among dates alone is left to those
  /// who know.
  func column(_ question: ExtremeOfItems, _ rows: AskedRows) throws(Fault) -> Column? {
    guard let inside = rows.columns.inside(question.field), inside.arePossible == nil,
      let wanted = inside.items[question.wanted]
    else { return nil }
    var areMeant: Truths?
    if let test = question.test {
      areMeant = try truths(test, of: inside, in: rows)
      if areMeant == nil { return nil }
    }
    try state.pointee.machine.takeUnretainedValue().watch.tick(inside.items.count)
    return try wanted.extremes(isLeast: question.isLeast, ends: inside.ends, areMeant: areMeant) { row throws(Fault) in
      try withWindow(rows.columns.row(row)) { frame throws(Fault) in try question.whole.value(frame) }
    }
  }
}
