import Values

/// The rows of a table by one key: those of one group after the other, and the groups in the order in which they come.
struct Division {
  /// What each group has in common: one row for each of them.
  let groups: Column
  private(set) var all: [Range<Int>] = []
  /// The rows of all groups, which are stretches of it.
  private(set) var order: [Int]
  /// How many rows have no known key.
  let homeless: Int
  /// Whether rows may belong to one group or another.
  let isSpread: Bool

  /// - Parameter alternatives: the values that a value may turn out to be; nil for one that is what it is.
  init(
    _ table: Table, by key: NewColumn, step: String, _ watch: Watch, _ alternatives: (Value) -> [Value]?
  ) throws(Fault) {
    let column = try key.value.column(of: table, watch)
    let codes: [UInt32]
    let isKnown: [Bool]
    if case .records(let records) = column {
      let (numbers, different) = records.different
      codes = numbers
      isKnown = Array(repeating: true, count: different.numbers.count)
      groups = .records(different)
      isSpread = false
    } else {
      let key = try GroupKey(key.name, column, of: table, step: step, watch, alternatives)
      codes = key.codes
      isKnown = key.values.map { $0.reasons == nil }
      let known = key.values.filter { $0.reasons == nil }
      groups = .coded(known.indices.map { UInt32(truncatingIfNeeded: $0) }, values: known)
      isSpread = key.isSpread
    }
    try watch.tick(2 * codes.count)
    try watch.take(2 * codes.count * MemoryLayout<Int>.stride)
    let counts = codes.counts(of: isKnown.count)
    var next = [Int](repeating: 0, count: counts.count)
    var start = 0
    for (code, count) in counts.enumerated() where isKnown[code] {
      next[code] = start
      all.append(start..<start + count)
      start += count
    }
    homeless = codes.count - start
    order = [Int](repeating: 0, count: start)
    for (row, code) in codes.enumerated() where isKnown[Int(code)] {
      order[next[Int(code)]] = row
      next[Int(code)] += 1
    }
  }
}
