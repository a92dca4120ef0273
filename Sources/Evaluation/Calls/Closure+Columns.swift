import Values

extension Closure {
  func truthsByColumn(_ columns: Columns) throws(Fault) -> Truths? {
    try over(columns) { plan throws(Fault) in try truths(plan, AskedRows(columns)) }
  }

  func columnByColumn(_ columns: Columns) throws(Fault) -> Column? {
    if let field { return columns[field] ?? columns.recordsAround(field) }
    return try over(columns) { plan throws(Fault) in
      let rows = AskedRows(columns)
      switch plan {
      case .leaf(let node, let fields): return try column(node, fields, rows)
      case .extreme(let question): return try column(question, rows)
      case .and, .or, .not, .order, .isUnknown, .items:
        guard let truths = try truths(plan, rows) else { return nil }
        return .coded(truths.codes.map { UInt32($0) }, values: truths.outcomes.map { .truth($0) })
      }
    }
  }

  func measuresByColumn(_ columns: Columns) throws(Fault) -> Measures? {
    try over(columns) { plan throws(Fault) in
      guard case .leaf(_, let fields) = plan, let unit = fields.unit else { return nil }
      return try ReadColumns(of: fields, AskedRows(columns))?.measures()?.told(in: unit)
    }
  }

  /// Works something out by the plan; nil without one, and where something went wrong: then the rows are gone through
  /// one by one, and the first at which it does is named.
  private func over<Result>(
    _ columns: Columns, _ body: (ColumnPlan) throws(Fault) -> Result?
  ) throws(Fault) -> Result? {
    guard let plan = function.columnPlan, state.pointee.machine.takeUnretainedValue().recorder == nil else {
      return nil
    }
    do throws(Fault) { return try body(plan) } catch {
      if error.isCancellation { throw error }
      return nil
    }
  }

  func truths(_ plan: ColumnPlan, _ rows: AskedRows) throws(Fault) -> Truths? {
    switch plan {
    case .and(let one, let other):
      // As row by row, the second is not asked where the first says no.
      return try truths(one, other, rows, isOpen: { !$0.isNo }, join: { $0.and($1) })
    case .or(let one, let other): return try truths(one, other, rows, isOpen: { !$0.isYes }, join: { $0.or($1) })
    case .not(let inner): return try truths(inner, rows).map { !$0 }
    case .leaf(let node, let fields):
      guard let reading = ReadColumns(of: fields, rows) else { return nil }
      if let different = try reading.different() {
        return Truths(different.codes, try answers(rows, different) { frame throws(Fault) in try node.truth(frame) })
      }
      return Truths(try answers(rows, reading) { frame throws(Fault) in try node.truth(frame) })
    case .order(let test):
      if let earlier = try column(test.earlier, rows), let later = try column(test.later, rows),
        let truths = try earlier.isBefore(later, isStrict: test.isStrict, test.compare)
      {
        return truths
      }
      return try truths(.leaf(test.whole.node, test.whole.fields), rows)
    case .isUnknown(let test, let fields):
      if case .coded(let codes, let values)? = ReadColumns(of: fields, rows)?.only {
        return Truths(codes, values.map { test.truth(of: $0) })
      }
      return try truths(.leaf(test, fields), rows)
    case .items(let question): return try truths(question, rows)
    case .extreme: return nil
    }
  }

  /// Two tests joined; the second is asked only where the first leaves it open, if that spares much.
  private func truths(
    _ one: ColumnPlan, _ other: ColumnPlan, _ rows: AskedRows, isOpen: (Truth) -> Bool,
    join: (Truth, Truth) -> Truth
  ) throws(Fault) -> Truths? {
    guard let left = try truths(one, rows) else { return nil }
    if !isQuick(other, rows), let open = left.rowsIfFew(isOpen) {
      return try truths(other, rows.picking(Positions(open))).map { left.joined($0, at: open, join) }
    }
    return try truths(other, rows).map { left.joined($0, join) }
  }

  /// Whether a test takes little for each row.
  private func isQuick(_ plan: ColumnPlan, _ rows: AskedRows) -> Bool {
    switch plan {
    case .and(let one, let other), .or(let one, let other): isQuick(one, rows) && isQuick(other, rows)
    case .not(let inner): isQuick(inner, rows)
    // What stands in the records around has to be gathered for each row.
    case .leaf(_, let fields), .isUnknown(_, let fields):
      fields.around.isEmpty && fields.paths.allSatisfy { $0.count == 1 }
        && ReadColumns(of: fields, rows)?.areFew ?? false
    case .order(let test): test.hasConstant
    case .items, .extreme: false
    }
  }

  private func column(_ side: TestOfOrder.Side, _ rows: AskedRows) throws(Fault) -> Column? {
    if side.isField { return ReadColumns(of: side.fields, rows)?.only }
    // One value stands for all rows.
    if side.fields.count == 0 {
      return .plain([try withWindow { frame throws(Fault) in try side.node.value(frame) }])
    }
    return try column(side.node, side.fields, rows)
  }

  private func column(_ node: Node, _ fields: ColumnPlan.Fields, _ rows: AskedRows) throws(Fault) -> Column? {
    guard let reading = ReadColumns(of: fields, rows) else { return nil }
    if let different = try reading.different() {
      let values = try answers(rows, different) { frame throws(Fault) in try node.value(frame) }
      return .coded(different.codes, values: values)
    }
    return .plain(try answers(rows, reading) { frame throws(Fault) in try node.value(frame) })
  }

  /// What comes of an expression for each row.
  private func answers<Answer>(
    _ rows: AskedRows, _ reading: ReadColumns, _ answer: (Frame) throws(Fault) -> Answer
  ) throws(Fault) -> [Answer] {
    try answers(rows.count, reading.row, around: reading.around, in: rows.slotOfAround ?? 0, answer)
  }

  /// What comes of an expression for each of the rows that differ.
  private func answers<Answer>(
    _ rows: AskedRows, _ different: ReadColumns.Different, _ answer: (Frame) throws(Fault) -> Answer
  ) throws(Fault) -> [Answer] {
    try answers(different.count, different.row, around: different.around, in: rows.slotOfAround ?? 0, answer)
  }

  /// What comes of an expression for so many rows.
  ///
  /// - Parameters:
  ///   - row: makes each of them.
  ///   - around: makes the row around each, where that is asked for.
  ///   - slot: where that goes.
  private func answers<Answer>(
    _ count: Int, _ row: (Int) -> Value, around: ((Int) -> Value)?, in slot: Int,
    _ answer: (Frame) throws(Fault) -> Answer
  ) throws(Fault) -> [Answer] {
    try withWindow { frame throws(Fault) in
      try frame.watch.map(0..<count) { position throws(Fault) in
        // Nobody else has them then, and they can be made again in their places.
        frame.slots[0] = .none
        frame.slots[0] = row(position)
        if let around {
          frame.slots[slot] = .none
          frame.slots[slot] = around(position)
        }
        return try answer(frame)
      }
    }
  }

  /// Opens the window of a call, with a row in it.
  func withWindow<Result>(
    _ row: Value = .none, _ body: (Frame) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    let frame = Frame(slots: state.pointee.top, state: state)
    let window = try open(frame)
    defer { frame.close(window, function.slotCount) }
    window[0] = row
    return try body(Frame(slots: window, state: state))
  }
}
