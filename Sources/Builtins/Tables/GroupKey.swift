import Values

/// The values of one key of groups, each once, and which of them each row has.
struct GroupKey {
  let name: String
  /// For each row the number of its value.
  let codes: [UInt32]
  let values: [Value]
  /// For the codes of numbers of which only the ends are known, those of all numbers between them.
  private let between: [Int: [Int]]
  private let column: Column
  /// True where all that is unknown is so for the same reasons.
  private let hasOneReason: Bool

  /// A number between ends that are farther apart than this is as good as unknown.
  private static let mostBetween = 100

  init(_ key: NewColumn, of table: Table, step: String, _ watch: Watch) throws(Fault) {
    try self.init(key.name, key.value.column(of: table, watch), of: table, step: step, watch) { value in
      GroupKey.between(value)
    }
  }

  /// - Parameter alternatives: the values that a value may turn out to be; nil for one that is what it is.
  init(
    _ name: String, _ column: Column, of table: Table, step: String, _ watch: Watch,
    _ alternatives: (Value) -> [Value]?
  ) throws(Fault) {
    self.name = name
    self.column = column
    var written = WrittenValues(watch)
    var values: [Value] = []
    var between: [Int: [Int]] = [:]

    func code(_ value: Value) throws(Fault) -> Int {
      let (code, isNew) = try written.place(of: value)
      if isNew { try watch.add(value.settled, to: &values) }
      return code
    }

    func code(_ value: Value, ofRow row: Int) throws(Fault) -> Int {
      let value = value.settled
      if try value.holdsSealed(watch) { throw Fault.sealedOrder(step).inRow(table.row(row)) }
      if case .function = value { throw .functionAsKey(name, step, argument: 1) }
      // All that is unknown is one.
      if value.reasons != nil { return try code(.unknown(.notRecorded)) }
      guard let others = alternatives(value) else { return try code(value) }
      if others.isEmpty { return try code(.unknown(.imprecise)) }
      if others.count == 1 { return try code(others[0]) }
      let whole = try code(value)
      if between[whole] == nil { between[whole] = try watch.map(others) { other throws(Fault) in try code(other) } }
      return whole
    }

    if case .coded(let before, let distinct) = column {
      var new = [UInt32](repeating: 0, count: distinct.count)
      var isSame = true
      var reasons: Set<Reasons> = []
      try watch.tick(before.count)
      for (old, row) in before.occurring(of: distinct.count) {
        new[old] = UInt32(truncatingIfNeeded: try code(distinct[old], ofRow: row))
        isSame = isSame && new[old] == old
        if let unknown = distinct[old].settled.reasons { reasons.insert(unknown) }
      }
      codes = isSame ? before : before.mapped(new)
      hasOneReason = reasons.count <= 1
    } else if case .records(let records) = column {
      let (new, different) = records.different
      try watch.tick(new.count)
      values = try watch.map(different.numbers.indices) { number throws(Fault) in different[number] }
      codes = new
      hasOneReason = true
    } else {
      codes = try watch.map(0..<column.count) { row throws(Fault) in
        UInt32(truncatingIfNeeded: try code(column[row], ofRow: row))
      }
      hasOneReason = false
    }
    self.values = values
    self.between = between
  }

  /// The whole numbers that a number may be of which only the ends are known; nil for any other value, and none where
  /// they are too many.
  static func between(_ value: Value) -> [Value]? {
    guard case .quantity(let quantity) = value, quantity.point == nil, quantity.unit == nil, !quantity.isAbout,
      quantity.figures.isEmpty, case .integer(let low) = quantity.low
    else { return nil }
    guard case .integer(let high)? = quantity.high else { return [] }
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    return overflow || distance >= mostBetween ? [] : (low...high).map { .integer($0) }
  }

  /// Whether any row has a number of which only the ends are known.
  var isSpread: Bool { !between.isEmpty }

  func isSpread(_ row: Int) -> Bool { !between.isEmpty && between[Int(codes[row])] != nil }

  /// The codes of all values that a row's may be.
  func alternatives(_ row: Int) -> [Int] { between[Int(codes[row])] ?? [Int(codes[row])] }

  /// Why a row's value is unknown; nil where it is known.
  func reasons(_ row: Int) -> Reasons? {
    values[Int(codes[row])].reasons == nil ? nil : column[row].settled.reasons ?? Reasons(.imprecise)
  }

  /// The value that a row shares with all rows of its group; the reasons of all that is unknown in it are kept.
  func value(ofRow row: Int, among rows: Positions, _ watch: Watch) throws(Fault) -> Value {
    guard var reasons = reasons(row) else { return values[Int(codes[row])] }
    if !hasOneReason {
      try watch.tick(rows.count)
      for row in rows.rows { reasons = self.reasons(row).map { reasons.joined($0) } ?? reasons }
    }
    return .unknown(reasons)
  }

  func doubt(_ row: Int) -> Doubt {
    let (name, value) = (name, column[row].settled)
    return Doubt { ["\(name) (imprecise: \(value.printed))"] }
  }

  /// Codes in the order in which their values are shown: numbers, dates and ranges by size, anything else as it came;
  /// unknown last, and `none` before it.
  func ordered(_ codes: [Int], _ watch: Watch) throws(Fault) -> [Int] {
    let known = codes.filter { values[$0].orderRank == 0 }
    let others = codes.filter { values[$0].orderRank == 1 } + codes.filter { values[$0].orderRank == 2 }
    let kinds = Set(known.map { values[$0].kindName })
    guard kinds.count == 1, let kind = kinds.first, ["a number", "a date", "a truth", "a span"].contains(kind) else {
      return known + others
    }
    return try watch.sorted(known) { one, other throws(Fault) in try values[one].comesBefore(values[other], watch) }
      + others
  }
}
