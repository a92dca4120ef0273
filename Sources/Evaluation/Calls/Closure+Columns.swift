import Values

extension Closure {
  func truthsByColumn(_ columns: Columns) throws(Fault) -> Truths? {
    try over(columns) { plan throws(Fault) in try truths(plan, columns) }
  }

  func columnByColumn(_ columns: Columns) throws(Fault) -> Column? {
    if let field { return columns[field] }
    return try over(columns) { plan throws(Fault) in
      guard case .leaf(let node, let paths) = plan else { return nil }
      return try column(node, paths, columns)
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

  private func truths(_ plan: ColumnPlan, _ columns: Columns) throws(Fault) -> Truths? {
    switch plan {
    case .and(let one, let other):
      guard let left = try truths(one, columns) else { return nil }
      if !isQuick(other, columns), let rows = left.rowsIfFew({ !$0.isNo }) {
        // As row by row, the second is not asked where the first says no.
        return try truths(other, columns.picking(Positions(rows))).map { left.joined($0, at: rows) { $0.and($1) } }
      }
      return try truths(other, columns).map { left.joined($0) { $0.and($1) } }
    case .or(let one, let other):
      guard let left = try truths(one, columns) else { return nil }
      if !isQuick(other, columns), let rows = left.rowsIfFew({ !$0.isYes }) {
        return try truths(other, columns.picking(Positions(rows))).map { left.joined($0, at: rows) { $0.or($1) } }
      }
      return try truths(other, columns).map { left.joined($0) { $0.or($1) } }
    case .not(let inner): return try truths(inner, columns).map { !$0 }
    case .leaf(let node, let paths):
      guard let reading = ReadColumns(of: paths, columns) else { return nil }
      if case .coded(let codes, let values)? = reading.only {
        return Truths(codes, try answers(to: reading, values) { frame throws(Fault) in try node.truth(frame) })
      }
      return Truths(try answers(to: reading) { frame throws(Fault) in try node.truth(frame) })
    case .items(let question): return try truths(question, columns)
    }
  }

  /// Whether a test takes little for each row.
  private func isQuick(_ plan: ColumnPlan, _ columns: Columns) -> Bool {
    switch plan {
    case .and(let one, let other), .or(let one, let other): return isQuick(one, columns) && isQuick(other, columns)
    case .not(let inner): return isQuick(inner, columns)
    case .leaf(_, let paths):
      if case .coded? = ReadColumns(of: paths, columns)?.only { return true }
      return false
    case .items: return false
    }
  }

  private func column(_ node: Node, _ paths: [[String]], _ columns: Columns) throws(Fault) -> Column? {
    guard let reading = ReadColumns(of: paths, columns) else { return nil }
    if case .coded(let codes, let values)? = reading.only {
      return .coded(codes, values: try answers(to: reading, values) { frame throws(Fault) in try node.value(frame) })
    }
    return .plain(try answers(to: reading) { frame throws(Fault) in try node.value(frame) })
  }

  /// How a test of the records in a field comes out for each row.
  private func truths(_ question: TestOfItems, _ columns: Columns) throws(Fault) -> Truths? {
    guard let inside = columns.inside(question.field) else { return nil }
    let test = try withWindow { frame throws(Fault) in try question.test.value(frame) }
    guard case .list(let tests) = test, case .function(let function)? = tests.first, let closure = function.closure,
      let plan = closure.function.columnPlan, let truths = try closure.truths(plan, inside.items)
    else { return nil }
    // Where nothing stands in the field, all rows are alike.
    let empty = try inside.firstEmpty.map { row throws(Fault) in
      try withWindow(columns.row(row)) { frame throws(Fault) in try question.whole.truth(frame) }
    }
    try state.pointee.machine.takeUnretainedValue().watch.tick(truths.count)
    return question.isAny
      ? truths.gathered(ends: inside.ends, ofNone: empty ?? .no) { $0.or($1) }
      : truths.gathered(ends: inside.ends, ofNone: empty ?? .yes) { $0.and($1) }
  }

  /// What comes of an expression for each row.
  private func answers<Answer>(
    to reading: ReadColumns, _ answer: (Frame) throws(Fault) -> Answer
  ) throws(Fault) -> [Answer] {
    try answers(reading.count, reading.rows, answer)
  }

  /// What comes of an expression for each of some values of the only column that it reads.
  private func answers<Answer>(
    to reading: ReadColumns, _ values: [Value], _ answer: (Frame) throws(Fault) -> Answer
  ) throws(Fault) -> [Answer] {
    try answers(values.count, reading.rows(of: values), answer)
  }

  private func answers<Answer>(
    _ count: Int, _ row: @escaping (Int) -> Value, _ answer: (Frame) throws(Fault) -> Answer
  ) throws(Fault) -> [Answer] {
    try withWindow { frame throws(Fault) in
      try frame.watch.map(0..<count) { position throws(Fault) in
        frame.slots[0] = .none
        frame.slots[0] = row(position)
        return try answer(frame)
      }
    }
  }

  /// Opens the window of a call, with a row in it.
  private func withWindow<Result>(
    _ row: Value = .none, _ body: (Frame) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    let frame = Frame(slots: state.pointee.top, state: state)
    let window = try open(frame)
    defer { frame.close(window, function.slotCount) }
    window[0] = row
    return try body(Frame(slots: window, state: state))
  }
}
