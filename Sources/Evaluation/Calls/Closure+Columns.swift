import Values

extension Closure {
  func truthsByColumn(_ columns: Columns) throws(Fault) -> Truths? {
    try over(columns) { plan throws(Fault) in try truths(plan, columns) }
  }

  func columnByColumn(_ columns: Columns) throws(Fault) -> Column? {
    if let field { return columns[field] }
    return try over(columns) { plan throws(Fault) in
      guard case .leaf(let node, let names) = plan else { return nil }
      return try column(Reading(of: names, columns)) { frame throws(Fault) in try node.value(frame) }
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
      guard let left = try truths(one, columns), let right = try truths(other, columns) else { return nil }
      return left.joined(right) { $0.and($1) }
    case .or(let one, let other):
      guard let left = try truths(one, columns), let right = try truths(other, columns) else { return nil }
      return left.joined(right) { $0.or($1) }
    case .not(let inner): return try truths(inner, columns).map { !$0 }
    case .leaf(let node, let names):
      guard let reading = Reading(of: names, columns) else { return nil }
      if case .coded(let codes, let values)? = reading.only {
        let answers = try answers(values.count, reading.ofValues(values)) { frame throws(Fault) in
          try node.truth(frame)
        }
        return Truths(codes, answers)
      }
      return Truths(try answers(columns.count, reading.ofRows) { frame throws(Fault) in try node.truth(frame) })
    }
  }

  private func column(
    _ reading: Reading?, _ answer: (Frame) throws(Fault) -> Value
  ) throws(Fault) -> Column? {
    guard let reading else { return nil }
    if case .coded(let codes, let values)? = reading.only {
      return .coded(codes, values: try answers(values.count, reading.ofValues(values), answer))
    }
    return .plain(try answers(reading.count, reading.ofRows, answer))
  }

  /// What comes of an expression for so many rows.
  private func answers<Answer>(
    _ count: Int, _ row: (Int) -> Value, _ answer: (Frame) throws(Fault) -> Answer
  ) throws(Fault) -> [Answer] {
    let frame = Frame(slots: state.pointee.top, state: state)
    let window = try open(frame)
    defer { frame.close(window, function.slotCount) }
    let inner = Frame(slots: window, state: state)
    return try frame.watch.map(0..<count) { position throws(Fault) in
      window[0] = row(position)
      return try answer(inner)
    }
  }

  /// The few columns that an expression reads.
  private struct Reading {
    private let columns: [Column]
    private let shape: Shape
    let count: Int

    /// Nil where one of them is not there: to say so is left to whoever goes through the rows.
    init?(of names: [String], _ all: Columns) {
      var columns: [Column] = []
      for name in names {
        guard let column = all[name] else { return nil }
        columns.append(column)
      }
      self.columns = columns
      self.shape = Shape(names)
      self.count = all.count
    }

    /// The column, where there is but one.
    var only: Column? { columns.count == 1 ? columns[0] : nil }

    /// Rows with nothing but these columns.
    var ofRows: (Int) -> Value {
      { row in
        .record(
          Record.make(shape) { values in
            for (position, column) in columns.enumerated() { (values + position).initialize(to: column[row]) }
          })
      }
    }

    /// Rows with nothing but each of these values.
    func ofValues(_ values: [Value]) -> (Int) -> Value {
      { position in .record(Record.make(shape) { $0.initialize(to: values[position]) }) }
    }
  }
}
