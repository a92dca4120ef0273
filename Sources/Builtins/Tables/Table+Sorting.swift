import Values

/// What rows are sorted by, and which way.
struct SortKey {
  let value: RowValue
  let descending: Bool
  /// What it is called, where somebody gave it.
  var label: String?
}

// The order of rows. Each key gives every row a rank; what stands in a column only once is ranked once.
extension Table {
  /// The rows in order; equal ones stay as they stood, unknown and `none` stand last whichever way is asked.
  func sorted(by keys: [SortKey], _ watch: Watch) throws(Fault) -> Table {
    var order = Array(indices)
    var all: [Ranks] = []
    var told: [String] = []
    // By the last key first: rows of one rank stay as they stood.
    for key in keys.reversed() {
      let ranks = try ranks(key, watch)
      if let note = ranks.note, !told.contains(note) { told.append(note) }
      order = try ranks.sorting(order, watch)
      all.append(ranks)
      if ranks.areOfNumbersInTexts, let label = key.label { told.append(Table.noteOfTexts(label)) }
    }
    let table = told.reduce(try picking(order, watch)) { $0.noting($1) }
    let labels = keys.compactMap(\.label)
    if labels.count < keys.count { return table }
    return table.ordered(
      Table.Order(keys: labels.map { "`\($0)`" }.joined(separator: ", ")) { [order, all] row in
        all.allSatisfy { $0.isKnown(order[row]) && $0.ranks[order[row]] == $0.ranks[order[row - 1]] }
      })
  }

  private static func noteOfTexts(_ key: String) -> String {
    "`\(key)` is sorted as texts, letter by letter: `typed { \(key.asName): number }` reads numbers"
  }

  /// The so many first of the rows in order, without those whose key is unknown, which the foot counts.
  func top(_ count: Int, by keys: [SortKey], named name: String, _ watch: Watch) throws(Fault) -> Table {
    var table = self
    var told: [String] = []
    for key in keys {
      let column = try key.value.column(of: table, watch)
      if column.holdsNumbersInTexts, let label = key.label { told.append(Table.noteOfTexts(label)) }
      told += column.noteOnOrder.map { [$0] } ?? []
      guard let isKnown = try column.known(watch) else { continue }
      table = try table.picking(watch.filter(table.indices) { row throws(Fault) in isKnown[row] }, watch)
    }
    let left = self.count - table.count
    table = try table.picking(table.front(count, keys, watch), watch)
    table = told.reduce(try table.sorted(by: keys, watch).first(count, watch)) { $0.noting($1) }
    if left == 0 { return table }
    return table.noting("\((unit ?? .row).counted(left)) of unknown \(name) not among them")
  }

  /// The rows that may be among the first so many certain ones; nothing is said of their order.
  private func front(_ count: Int, _ keys: [SortKey], _ watch: Watch) throws(Fault) -> [Int] {
    var front: [Int] = []
    var wanted = count
    // A further key counts only among the rows that those before it leave at the last place; nil for all rows.
    var tied: [Int]?
    for key in keys where (tied?.count ?? self.count) > wanted {
      let table = try tied.map { tied throws(Fault) in try picking(tied, watch) } ?? self
      guard let (before, last) = try table.split(wanted, key, watch) else { break }
      for row in before {
        let row = tied?[row] ?? row
        front.append(row)
        if isCertain(row) { wanted -= 1 }
      }
      tied = tied.map { tied in last.map { tied[$0] } } ?? last
    }
    return (front + (tied ?? Array(indices))).sorted()
  }

  /// The rows that stand before the so-manieth certain one by a key, and those that stand where it does. Nil where that
  /// cannot be told without sorting.
  private func split(_ count: Int, _ key: SortKey, _ watch: Watch) throws(Fault) -> (before: [Int], last: [Int])? {
    let column = try key.value.column(of: self, watch).withRecordsMade
    switch column {
    case .coded(let codes, let values) where values.count < self.count / 2:
      return try split(count, codes, values, key.descending, watch)
    case .texts(let texts):
      guard isDecided, count <= Table.mostKeptInOrder, !texts.hasGaps else { return nil }
      try watch.tick(texts.count)
      return texts.split(count, descending: key.descending)
    case .coded, .plain, .records, .lists:
      // What has no order is told when the rows are sorted.
      do throws(Fault) { return try split(count, column.values(watch), key.descending, watch) } catch {
        if error.isCancellation { throw error }
        return nil
      }
    }
  }

  /// So many texts are kept in order while all others go by.
  private static let mostKeptInOrder = 1000

  private func split(
    _ count: Int, _ codes: [UInt32], _ values: [Value], _ descending: Bool, _ watch: Watch
  ) throws(Fault) -> (before: [Int], last: [Int]) {
    let ranks = try ranked(codes, values, descending, watch)
    var all = [Int](repeating: 0, count: ranks.count)
    for (code, count) in codes.counts(of: values.count).enumerated() { all[ranks.ranks[code]] += count }
    var certain = all
    if !isDecided {
      for row in indices where !isCertain(row) { certain[ranks.ranks[Int(codes[row])]] -= 1 }
    }
    var last = 0
    var before = certain[0]
    while before < count, last + 1 < ranks.count {
      last += 1
      before += certain[last]
    }
    try watch.tick(2 * self.count)
    return (
      codes.rows(where: ranks.ranks.map { $0 < last }, count: all[..<last].reduce(0, +)),
      codes.rows(where: ranks.ranks.map { $0 == last }, count: all[last])
    )
  }

  /// Only as many are kept as are needed, and the last of them bounds what comes.
  private func split(
    _ count: Int, _ values: [Value], _ descending: Bool, _ watch: Watch
  ) throws(Fault) -> (before: [Int], last: [Int])? {
    if !isDecided || count == 0 || count > self.count / 4 { return nil }
    var kept: [(row: Int, value: Value)] = []
    var bound: Value?
    func comesBefore(_ one: Value, _ other: Value) throws(Fault) -> Bool {
      try descending ? other.comesBefore(one, watch) : one.comesBefore(other, watch)
    }
    func cut() throws(Fault) {
      let sorted = try watch.sorted(kept) { one, other throws(Fault) in try comesBefore(one.value, other.value) }
      guard sorted.count >= count else { return }
      let last = sorted[count - 1].value
      kept = try watch.filter(sorted) { item throws(Fault) in try !comesBefore(last, item.value) }
      bound = last
    }
    var room = 4 * count + 100
    for (row, value) in values.enumerated() {
      let value = value.settled
      if value.orderRank > 0 { return nil }
      if let bound, try comesBefore(bound, value) { continue }
      try watch.add((row, value), to: &kept)
      if kept.count > room {
        try cut()
        // Where most are equal to the last, they all stay.
        room = 2 * kept.count + 4 * count + 100
      }
    }
    try cut()
    guard let bound else { return nil }
    let before = try watch.filter(kept) { item throws(Fault) in try comesBefore(item.value, bound) }.map(\.row)
    let last = try watch.filter(kept) { item throws(Fault) in try !comesBefore(item.value, bound) }.map(\.row)
    return (before, last)
  }

  /// The rank of each row by one key.
  private func ranks(_ key: SortKey, _ watch: Watch) throws(Fault) -> Ranks {
    let column = try key.value.column(of: self, watch).withRecordsMade
    if case .coded(let codes, let values) = column {
      let ranks = try ranked(codes, values, key.descending, watch)
      return Ranks(
        ranks: codes.mapped(ranks.ranks), count: ranks.count, note: ranks.note,
        areOfNumbersInTexts: column.holdsNumbersInTexts)
    }
    var ranks = try ranked(column.values(watch), key.descending, row: { $0 }, watch)
    ranks.areOfNumbersInTexts = column.holdsNumbersInTexts
    return ranks
  }

  /// The rank of each code; that of a code which no row has says nothing.
  private func ranked(
    _ codes: [UInt32], _ values: [Value], _ descending: Bool, _ watch: Watch
  ) throws(Fault) -> Ranks {
    // What stands in no row may be of a kind that does not go with the others.
    let counts = codes.counts(of: values.count)
    let used = values.indices.filter { counts[$0] > 0 }
    let ranks = try ranked(
      used.map { values[$0] }, descending, row: { place in codes.firstIndex { $0 == used[place] } ?? 0 }, watch)
    var ofCode = [Int](repeating: 0, count: values.count)
    for (place, code) in used.enumerated() { ofCode[code] = ranks.ranks[place] }
    return Ranks(ranks: ofCode, count: ranks.count, note: ranks.note)
  }

  /// The ranks of some values; `row` tells in which row one of them stands.
  private func ranked(
    _ values: [Value], _ descending: Bool, row: (Int) -> Int, _ watch: Watch
  ) throws(Fault) -> Ranks {
    var known: [Int] = []
    var note: String?
    for (place, value) in values.enumerated() {
      if try value.settled.holdsSealed(watch) { throw Fault.sealedOrder("sort").inRow(self.row(row(place))) }
      note = note ?? value.settled.noteOnOrder
      if value.settled.orderRank == 0 { try watch.add(place, to: &known) }
    }
    func comesBefore(_ one: Int, _ other: Int) throws(Fault) -> Bool {
      do throws(Fault) { return try values[one].settled.comesBefore(values[other].settled, watch) } catch {
        throw error.inRow(self.row(row(min(one, other))))
      }
    }
    let order = try watch.sorted(known) { one, other throws(Fault) in try comesBefore(one, other) }
    var ranks = [Int](repeating: 0, count: values.count)
    var last = 0
    for (position, place) in order.enumerated() {
      if position > 0, try comesBefore(order[position - 1], place) { last += 1 }
      ranks[place] = last
    }
    let count = last + 1
    for (place, value) in values.enumerated() {
      let rank = value.settled.orderRank
      if rank > 0 { ranks[place] = count + rank - 1 } else if descending { ranks[place] = last - ranks[place] }
    }
    return Ranks(ranks: ranks, count: count + Value.mostOrderRank, note: note)
  }

  /// For each row, or each code, its place among the values of a key, from 0 on, the same for equal ones.
  private struct Ranks {
    let ranks: [Int]
    /// More than the highest of them.
    let count: Int
    /// What the foot says of what has no exact place in the order.
    let note: String?
    /// Whether they are of texts that are numbers, whose order is another.
    var areOfNumbersInTexts = false

    /// Whether the value of a row has an order among the others: what is unknown and `none` stand behind them.
    func isKnown(_ row: Int) -> Bool { ranks[row] < count - Value.mostOrderRank }

    /// Rows in the order of their ranks; those of one rank stay as they stood.
    func sorting(_ rows: [Int], _ watch: Watch) throws(Fault) -> [Int] {
      try watch.take((count + rows.count) * MemoryLayout<Int>.stride)
      var next = [Int](repeating: 0, count: count + 1)
      for row in rows { next[ranks[row] + 1] += 1 }
      for rank in 1...count { next[rank] += next[rank - 1] }
      var sorted = [Int](repeating: 0, count: rows.count)
      for row in rows {
        sorted[next[ranks[row]]] = row
        next[ranks[row]] += 1
      }
      try watch.tick(rows.count)
      return sorted
    }
  }
}

extension Column {
  /// Whether the first of its known values are texts that are all numbers, and not all of one length, so that their
  /// letters stand in another order than they do.
  fileprivate var holdsNumbersInTexts: Bool {
    var lengths: Set<Int> = []
    for row in 0..<min(count, 200) {
      let value = self[row].settled
      if value.reasons != nil { continue }
      guard let text = value.string, Double(text) != nil else { return false }
      lengths.insert(text.utf8.count)
    }
    return lengths.count > 1
  }
}

extension Column {
  /// What the foot says of what has no exact place in the order; nil where all have one.
  fileprivate var noteOnOrder: String? {
    switch self {
    case .texts, .records, .lists: return nil
    case .plain(let values): return values.lazy.compactMap { $0.settled.noteOnOrder }.first
    case .coded(let codes, let values):
      guard values.contains(where: { $0.settled.noteOnOrder != nil }) else { return nil }
      let counts = codes.counts(of: values.count)
      return zip(values, counts).lazy.compactMap { value, count in count > 0 ? value.settled.noteOnOrder : nil }.first
    }
  }
}

extension Value {
  /// What the foot says where such a value stands in the order, which is no exact one.
  fileprivate var noteOnOrder: String? {
    switch self {
    case .date(let date) where date.earliestStart != date.latestEnd: "dates sorted by their first possible day"
    case .quantity(let quantity) where quantity.exact == nil && !quantity.isAbout:
      "numbers with two ends sorted by what is known, or else by the lower one"
    default: nil
    }
  }
}
