import Values

/// The rows of each group in the order of a key, as far as it is known: a row stands somewhere between the first and the
/// last place that its key allows.
///
/// A date that is not exact may lie before another or after it; a row whose key is unknown may stand anywhere.
struct Sequences {
  /// The rows of one group by the first place at which they can stand.
  struct Sequence {
    /// What the group is; nil where all rows are one.
    let key: Value?
    fileprivate(set) var rows: [Int]
    /// Of the rows up to each, the last place at which one of them can stand.
    fileprivate var farthest: [Double] = []
  }

  /// Where a row comes from when one is asked which came before it.
  enum Neighbour {
    case row(Int)
    /// There is none.
    case missing
    /// It cannot be told which, or whether there is one.
    case open
  }

  let table: Table
  let low: [Double]
  let high: [Double]
  /// What the rows are ordered by.
  let keys: Column
  private(set) var all: [Sequence] = []
  /// How many rows have no known key, and how many no known group.
  private(set) var keyless = 0
  private(set) var homeless: [Int] = []
  let keyName: String
  let groupName: String?
  private let watch: Watch

  init(_ table: Table, by key: SortKey, named name: String, within group: NewColumn?, _ watch: Watch) throws(Fault) {
    self.table = table
    self.watch = watch
    keyName = name
    groupName = group?.name
    let places = try Places(key, of: table, watch)
    (low, high, keys, keyless) = (places.low, places.high, places.keys, places.unknown)
    var groups: [(key: Value?, rows: [Int])] = [(nil, Array(table.indices))]
    if let group {
      // What may belong to several groups stands in the order of none.
      let key = try GroupKey(group.name, group.value.column(of: table, watch), of: table, step: "within", watch) {
        GroupKey.between($0) == nil ? nil : []
      }
      groups = []
      for group in try Groups(table, by: [key], watch).all {
        if group.isKnown { groups.append((group.key[0], group.rows.rows)) } else { homeless = group.rows.rows }
      }
    }
    all = try sequences(groups)
  }

  private func sequences(_ groups: [(key: Value?, rows: [Int])]) throws(Fault) -> [Sequence] {
    var sequences: [Sequence] = []
    for (key, rows) in groups {
      let order = try inOrder(rows)
      var farthest: [Double] = []
      farthest.reserveCapacity(order.count)
      for row in order { try watch.add(max(high[row], farthest.last ?? -.infinity), to: &farthest) }
      sequences.append(Sequence(key: key, rows: order, farthest: farthest))
    }
    return sequences
  }

  private func inOrder(_ rows: [Int]) throws(Fault) -> [Int] {
    func comesBefore(_ one: Int, _ other: Int) -> Bool { (low[one], high[one]) < (low[other], high[other]) }
    if rows.count > 16 {
      return try watch.sorted(rows) { one, other throws(Fault) in comesBefore(one, other) }
    }
    // Of few, each is put before those that come later.
    var order = rows
    for place in order.indices.dropFirst() {
      let row = order[place]
      var free = place
      while free > 0, comesBefore(row, order[free - 1]) {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = row
    }
    return order
  }

  func isBefore(_ one: Int, _ other: Int) -> Bool { high[one] < low[other] }
  func mayBeBefore(_ one: Int, _ other: Int) -> Bool { low[one] < high[other] }

  // MARK: Ranks

  /// For each row how many surely, and how many perhaps, stand before it; nil where its group is unknown.
  func ranks() throws(Fault) -> [Value] {
    var ranks = [Value](repeating: .unknown(.notRecorded), count: table.count)
    for sequence in all {
      let lows = sequence.rows.map { low[$0] }
      let highs = try watch.sorted(sequence.rows.filter { table.isCertain($0) }.map { high[$0] }) { $0 < $1 }
      for row in sequence.rows {
        try watch.tick()
        let least = Sequences.count(highs, below: low[row])
        let most = Sequences.count(lows, below: high[row]) - (low[row] < high[row] ? 1 : 0)
        ranks[row] = Quantity.value(
          point: nil, low: .integer(1 + least), high: .integer(1 + most), unit: nil, isAbout: false)
      }
    }
    return ranks
  }

  /// How many numbers of a rising list lie below one.
  static func count(_ numbers: [Double], below number: Double) -> Int {
    var (first, last) = (0, numbers.count)
    while first < last {
      let middle = (first + last) / 2
      if numbers[middle] < number { first = middle + 1 } else { last = middle }
    }
    return first
  }

  // MARK: Neighbours

  /// The last row that stands before each.
  func previous() throws(Fault) -> [Neighbour] {
    var neighbours = [Neighbour](repeating: .open, count: table.count)
    for sequence in all {
      let lows = sequence.rows.map { low[$0] }
      for row in sequence.rows {
        try watch.tick()
        var place = Sequences.count(lows, below: high[row]) - 1
        if place >= 0, sequence.rows[place] == row { place -= 1 }
        if place < 0 {
          neighbours[row] = .missing
          continue
        }
        let last = sequence.rows[place]
        let isLast = place == 0 || sequence.farthest[place - 1] < low[last]
        if isLast, table.isCertain(last), isBefore(last, row) { neighbours[row] = .row(last) }
      }
    }
    return neighbours
  }

  /// Every row with one that stands before it and may be the last that does, and whether it surely is.
  func steps(
    in sequence: Sequence, _ body: (_ from: Int, _ to: Int, _ isSure: Bool) throws(Fault) -> Void
  ) throws(Fault) {
    let rows = sequence.rows
    let lows = rows.map { low[$0] }
    var candidates: [Int] = []
    for to in rows {
      candidates.removeAll(keepingCapacity: true)
      // Where the last of the rows that surely stand before it can begin: what ends earlier is not the last.
      var nearest = -Double.infinity
      var place = Sequences.count(lows, below: high[to]) - 1
      while place >= 0, sequence.farthest[place] >= nearest {
        try watch.tick()
        let from = rows[place]
        place -= 1
        if from == to || high[from] < nearest { continue }
        try watch.add(from, to: &candidates)
        if nearest == -.infinity, table.isCertain(from), isBefore(from, to) { nearest = low[from] }
      }
      for from in candidates.reversed() where high[from] >= nearest {
        try body(from, to, candidates.count == 1 && table.isCertain(from) && isBefore(from, to))
      }
    }
  }

  /// What the foot says of rows that stand nowhere in particular.
  func noting(_ result: Table) -> Table {
    let unit = table.unit ?? .row
    var result = result
    if keyless > 0 { result = result.noting("\(unit.counted(keyless)) of unknown `\(keyName)` may stand anywhere") }
    if let groupName, !homeless.isEmpty {
      result = result.noting("\(unit.counted(homeless.count)) of unknown `\(groupName)` stand in no order")
    }
    return result
  }
}

/// The first and the last place that each row's key allows: numbers and dates stand for themselves, anything else has its
/// place among the others. What stands in several rows is looked at once.
private struct Places {
  let low: [Double]
  let high: [Double]
  let keys: Column
  let unknown: Int

  init(_ key: SortKey, of table: Table, _ watch: Watch) throws(Fault) {
    let column = try key.value.column(of: table, watch)
    let codes: [UInt32]
    let values: [Value]
    switch column {
    case .coded(let numbers, let different):
      codes = numbers
      values = different.map(\.settled)
      keys = .coded(codes, values: values)
    case .plain, .texts:
      codes = try watch.map(table.indices) { row throws(Fault) in UInt32(truncatingIfNeeded: row) }
      values = try watch.map(table.indices) { row throws(Fault) in column[row].settled }
      keys = .plain(values)
    }
    let occurring = codes.occurring(of: values.count)
    for (code, row) in occurring where try values[code].holdsSealed(watch) {
      throw Fault.sealedOrder("by").inRow(table.row(row))
    }
    let known = occurring.filter { values[$0.code].orderRank == 0 }
    let kinds = Set(known.map { values[$0.code].kindName })
    let isMeasured = kinds.isSubset(of: ["a number"]) || kinds.isSubset(of: ["a date"])
    let places = isMeasured ? [:] : try Places.places(known, values, table, watch)
    var (lows, highs) = ([Double](repeating: 0, count: values.count), [Double](repeating: 0, count: values.count))
    var isUnknown = [Bool](repeating: false, count: values.count)
    for (code, _) in occurring {
      try watch.tick()
      var ends: (low: Double, high: Double) = (-.infinity, .infinity)
      let value = values[code]
      switch value {
      case .date(let date): ends = (Double(date.earliestStart), Double(date.latestEnd))
      case .integer, .real, .quantity:
        if let number = Quantity.of(value) { ends = (number.low.double, number.high?.double ?? .infinity) }
      case .truth, .short, .none, .unknown, .text, .list, .record, .map, .span, .range, .entity, .disputed, .series,
        .table, .sealed, .function:
        if value.orderRank > 0 {
          isUnknown[code] = true
        } else if let place = places[code] {
          ends = (place, place)
        }
      }
      lows[code] = key.descending ? -ends.high : ends.low
      highs[code] = key.descending ? -ends.low : ends.high
    }
    try watch.tick(codes.count)
    low = codes.mapped(lows)
    high = codes.mapped(highs)
    unknown = isUnknown.contains(true) ? codes.mapped(isUnknown).count { $0 } : 0
  }

  /// The places of values that are no measure, by code: equal ones have one place.
  private static func places(
    _ known: [(code: Int, row: Int)], _ values: [Value], _ table: Table, _ watch: Watch
  ) throws(Fault) -> [Int: Double] {
    let order = try watch.sorted(known) { one, other throws(Fault) in
      do throws(Fault) { return try values[one.code].comesBefore(values[other.code], watch) } catch {
        throw error.inRow(table.row(one.row))
      }
    }
    var places: [Int: Double] = [:]
    var place = 0.0
    for (index, one) in order.enumerated() {
      if index > 0, try values[order[index - 1].code].comesBefore(values[one.code], watch) { place += 1 }
      places[one.code] = place
    }
    return places
  }
}
