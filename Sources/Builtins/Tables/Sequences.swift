import Values

/// The rows of each group in the order of a key, as far as it is known: a row stands somewhere between the first and the
/// last place that its key allows.
///
/// A date that is not exact may lie before another or after it; a row whose key is unknown may stand anywhere.
struct Sequences {
  /// The rows of one group, by where they stand in the order of all.
  typealias Sequence = Range<Int>

  /// Where a row comes from when one is asked which came before it.
  enum Neighbour {
    case row(Int)
    /// There is none.
    case missing
    /// It cannot be told which, or whether there is one.
    case open
  }

  /// The rows; one that may turn out to be several stands as so many.
  let table: Table
  /// The table as it was given, and which of its rows each row is.
  private let given: (table: Table, rows: Positions?)
  let low: [Double]
  let high: [Double]
  /// What the rows are ordered by.
  let keys: Column
  private(set) var all: [Sequence] = []
  /// The rows of one group after the other, by the first place at which they can stand.
  private(set) var order: [Int] = []
  /// Of the rows in that order this first place.
  private var lows: [Double] = []
  /// Of the rows of its group up to each, the last place at which one of them can stand.
  private var farthest: [Double] = []
  /// What the group of each sequence is; nil where all rows are one.
  private(set) var groups: Column?
  /// How many rows have no known key.
  private(set) var keyless = 0
  /// How many rows have no known group.
  private(set) var homeless = 0
  let keyName: String
  let groupName: String?
  private let watch: Watch

  init(_ table: Table, by key: SortKey, named name: String, within group: NewColumn?, _ watch: Watch) throws(Fault) {
    let (unfolded, rows) = try table.unfolded(watch)
    given = (table, rows)
    let table = unfolded
    self.table = table
    self.watch = watch
    keyName = name
    groupName = group?.name
    let places = try Places(key, of: table, watch)
    (low, high, keys, keyless) = (places.low, places.high, places.keys, places.unknown)
    if let group {
      // What may belong to several groups stands in the order of none.
      let division = try Division(table, by: group, step: "within", watch) {
        GroupKey.between($0) == nil ? nil : []
      }
      (all, order, homeless, groups) = (division.all, division.order, division.homeless, division.groups)
    } else {
      order = Array(table.indices)
      all = [0..<table.count]
    }
    for sequence in all { try sort(sequence) }
    farthest.reserveCapacity(order.count)
    for sequence in all {
      var last = -Double.infinity
      for row in order[sequence] {
        last = max(last, high[row])
        try watch.add(last, to: &farthest)
      }
    }
    try watch.tick(order.count)
    lows = order.map { low[$0] }
  }

  private mutating func sort(_ sequence: Sequence) throws(Fault) {
    try watch.tick(sequence.count)
    if sequence.count > 16 {
      let sorted = try watch.sorted(Array(order[sequence])) { one, other throws(Fault) in comesBefore(one, other) }
      order.replaceSubrange(sequence, with: sorted)
      return
    }
    // Of few, each is put before those that come later.
    for place in sequence.dropFirst() {
      let row = order[place]
      var free = place
      while free > sequence.lowerBound, comesBefore(row, order[free - 1]) {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = row
    }
  }

  private func comesBefore(_ one: Int, _ other: Int) -> Bool { (low[one], high[one]) < (low[other], high[other]) }

  func isBefore(_ one: Int, _ other: Int) -> Bool { high[one] < low[other] }
  func mayBeBefore(_ one: Int, _ other: Int) -> Bool { low[one] < high[other] }

  // MARK: Ranks

  /// For each row how many surely, and how many perhaps, stand before it; nil where its group is unknown.
  func ranks() throws(Fault) -> [Value] {
    var ranks = [Value](repeating: .unknown(.notRecorded), count: table.count)
    for sequence in all {
      let highs = try watch.sorted(order[sequence].filter { table.isCertain($0) }.map { high[$0] }) { $0 < $1 }
      for row in order[sequence] {
        try watch.tick()
        let least = Sequences.count(highs[...], below: low[row])
        let most = Sequences.count(lows[sequence], below: high[row]) - (low[row] < high[row] ? 1 : 0)
        ranks[row] = Quantity.value(
          point: nil, low: .integer(1 + least), high: .integer(1 + most), unit: nil, isAbout: false)
      }
    }
    return ranks
  }

  /// How many numbers of a rising list lie below one.
  static func count(_ numbers: ArraySlice<Double>, below number: Double) -> Int {
    var (first, last) = (numbers.startIndex, numbers.endIndex)
    while first < last {
      let middle = (first + last) / 2
      if numbers[middle] < number { first = middle + 1 } else { last = middle }
    }
    return first - numbers.startIndex
  }

  // MARK: Neighbours

  /// The last row that stands before each.
  func previous() throws(Fault) -> [Neighbour] {
    var neighbours = [Neighbour](repeating: .open, count: table.count)
    for sequence in all {
      for row in order[sequence] {
        try watch.tick()
        var place = lastPlace(in: sequence, before: row)
        if place >= sequence.lowerBound, order[place] == row { place -= 1 }
        if place < sequence.lowerBound {
          neighbours[row] = .missing
          continue
        }
        let last = order[place]
        let isLast = place == sequence.lowerBound || farthest[place - 1] < low[last]
        if isLast, table.isCertain(last), isBefore(last, row) { neighbours[row] = .row(last) }
      }
    }
    return neighbours
  }

  /// The last place of a sequence whose row can begin before the end of another row; the one before the first where none
  /// can.
  private func lastPlace(in sequence: Sequence, before row: Int) -> Int {
    sequence.lowerBound + Sequences.count(lows[sequence], below: high[row]) - 1
  }

  /// Every row with one that stands before it and may be the last that does, and whether it surely is.
  func steps(
    in sequence: Sequence, _ body: (_ from: Int, _ to: Int, _ isSure: Bool) throws(Fault) -> Void
  ) throws(Fault) {
    var candidates: [Int] = []
    for to in order[sequence] {
      candidates.removeAll(keepingCapacity: true)
      // Where the last of the rows that surely stand before it can begin: what ends earlier is not the last.
      var nearest = -Double.infinity
      var place = lastPlace(in: sequence, before: to)
      while place >= sequence.lowerBound, farthest[place] >= nearest {
        try watch.tick()
        let from = order[place]
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

  /// The rows with further columns, each once, and with what the foot says of them.
  func folding(_ result: Table) throws(Fault) -> Table {
    noting(try given.table.folding(result, given.rows, watch))
  }

  /// What the foot says of rows that stand nowhere in particular.
  func noting(_ result: Table) -> Table {
    let unit = table.unit ?? .row
    var result = result
    if keyless > 0 { result = result.noting("\(unit.counted(keyless)) of unknown `\(keyName)` may stand anywhere") }
    if let groupName, homeless > 0 {
      result = result.noting("\(unit.counted(homeless)) of unknown `\(groupName)` stand in no order")
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
    let column = try key.value.column(of: table, watch).withRecordsMade
    let codes: [UInt32]
    let values: [Value]
    switch column {
    case .coded(let numbers, let different):
      codes = numbers
      values = different.map(\.settled)
      keys = .coded(codes, values: values)
    case .plain, .texts, .records, .lists:
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
