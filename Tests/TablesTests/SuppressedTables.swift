import Testing
import Values

@testable import Builtins

/// A table of counts by some keys, made of as many rows as it counts.
struct Crossed {
  let keys: [[Int]]
  let numbers: [Int]
  let limit: Int

  init(_ table: [[Int]], below limit: Int) {
    self.init(
      keys: table.indices.flatMap { row in table[row].indices.map { [row, $0] } }, table.flatMap(\.self), below: limit)
  }

  /// A group without rows does not come up in a table.
  init(keys: [[Int]], _ numbers: [Int], below limit: Int) {
    self.keys = zip(keys, numbers).filter { $1 > 0 }.map(\.0)
    self.numbers = numbers.filter { $0 > 0 }
    self.limit = limit
  }

  private var names: [String] { keys[0].indices.map { "k\($0)" } }

  func suppressed() throws(Fault) -> Table {
    let rows = zip(keys, numbers).flatMap { key, number in
      [Value](repeating: record(names, key.map { .integer($0) }), count: number)
    }
    return try Table(rows, .records(names), unit: .row).grouping(
      by: names.map(key),
      [GroupColumn("n") { group throws(Fault) in group.rowCount }], Watch()
    ).suppressed(below: limit)
  }

  /// The keys of the counts that are withheld.
  func hidden() throws(Fault) -> [[Int]] {
    let table = try suppressed()
    return table.rows.indices.filter { table.cell($0, "n").reasons != nil }
      .map { row in names.map { table.cell(row, $0).integer ?? -1 } }
  }

  func isSmall(_ number: Int) -> Bool { number > 0 && number < limit }
  var small: [Int] { numbers.indices.filter { isSmall(numbers[$0]) } }

  /// The cells of each total, and whether the table by fewer keys that it stands in shows it when it is published too.
  private var totals: [(cells: [Int], isKnown: Bool)] {
    (0..<(1 << keys[0].count) - 1).flatMap { subset -> [(cells: [Int], isKnown: Bool)] in
      let chosen = keys[0].indices.filter { subset >> $0 & 1 == 1 }
      let alike = Dictionary(grouping: keys.indices) { cell in chosen.map { keys[cell][$0] } }
      // Totals of one group each are the table itself.
      if alike.count == keys.count { return [] }
      let order = alike.keys.sorted { (alike[$0]?[0] ?? 0) < (alike[$1]?[0] ?? 0) }
      let sums = order.map { key in (alike[key] ?? []).reduce(0) { $0 + numbers[$1] } }
      if chosen.isEmpty { return [(keys.indices.map { $0 }, !isSmall(sums[0]))] }
      let hidden = try? Crossed(keys: order, sums, below: limit).hidden()
      return order.map { key in (alike[key] ?? [], hidden.map { !$0.contains(key) } ?? false) }
    }
  }

  private func snoop(_ isHidden: [Bool], _ totals: [(cells: [Int], isKnown: Bool)]) -> Snoop {
    Snoop(values: numbers, limit: limit, isHidden: isHidden, lines: totals.filter(\.isKnown).map(\.cells))
  }

  /// What is small and must not be worked out: single numbers, those in a known total together, totals that are withheld.
  private func few(_ totals: [(cells: [Int], isKnown: Bool)]) -> [[Int]] {
    small.map { [$0] }
      + totals.map { total in
        total.isKnown || isSmall(total.cells.reduce(0) { $0 + numbers[$1] })
          ? total.cells.filter { isSmall(numbers[$0]) } : []
      }.filter { $0.count > 1 && isSmall($0.reduce(0) { $0 + numbers[$1] }) }
  }

  /// How many numbers have to be withheld, by trying all choices of them; nil where none is enough.
  func fewest() -> Int? {
    let totals = totals
    let all = snoop(numbers.map { _ in true }, totals)
    let few = few(totals).filter { $0.count == 1 || all.isOpen($0) }
    let others = numbers.indices.filter { !isSmall(numbers[$0]) }
    var fewest: Int?
    for choice in 0..<(1 << others.count) where choice.nonzeroBitCount + small.count < fewest ?? .max {
      var isHidden = numbers.map(isSmall)
      for (place, cell) in others.enumerated() where choice >> place & 1 == 1 { isHidden[cell] = true }
      let snoop = snoop(isHidden, totals)
      if few.allSatisfy({ snoop.isOpen($0) }) { fewest = small.count + choice.nonzeroBitCount }
    }
    return fewest
  }

  /// Holds what is withheld against somebody who tries everything; how many are withheld, nil where it is refused.
  @discardableResult
  func check() throws -> Int? {
    if keys.isEmpty { return 0 }
    let totals = totals
    let all = snoop(numbers.map { _ in true }, totals)
    let found: [[Int]]
    do throws(Fault) { found = try hidden() } catch {
      // Refused only where hiding everything would not help. With three keys not every change is found.
      if keys[0].count > 2 { return nil }
      #expect(small.contains { !all.isOpen([$0]) }, "\(numbers) by \(keys) below \(limit) is refused")
      return nil
    }
    let comment: Comment = "\(numbers) by \(keys) below \(limit) hides \(found)"
    let isHidden = keys.map { found.contains($0) }
    if small.isEmpty { #expect(found.isEmpty, comment) }
    for cell in small { #expect(isHidden[cell], comment) }
    let reader = snoop(isHidden, totals)
    for few in few(totals) { #expect(reader.isOpen(few) || few.count > 1 && !all.isOpen(few), comment) }
    return found.count
  }
}

extension Table {
  func suppressed(below limit: Int) throws(Fault) -> Table {
    guard let groups else { throw Fault("", "no groups") }
    return try Suppression(of: self, groups, below: limit, Watch()).table
  }
}

/// Groups of known sizes whose rows are of three sorts, or undecided, and what is told of them.
struct Sorted {
  enum Told: CaseIterable { case first, firstAndSecond, all, share, allAndShare }

  /// How many of each sort each group has.
  let parts: [[Int]]
  let limit: Int
  let told: Told

  func suppressed() throws(Fault) -> Table {
    var rows: [Value] = []
    for (group, parts) in parts.enumerated() {
      for (part, number) in parts.enumerated() {
        rows += [Value](repeating: record(["k", "x"], [.integer(group), .integer(part)]), count: number)
      }
    }
    func tally(_ group: Table, _ part: Int) throws(Fault) -> Tally {
      try group.tally(RowTest { row throws(Fault) in row.part("x").integer == part ? .yes : .no }, Watch())
    }
    func count(_ part: Int) -> GroupColumn {
      GroupColumn("p\(part)") { group throws(Fault) in try tally(group, part).count(unit: nil) }
    }
    let share = GroupColumn("share") { group throws(Fault) in try tally(group, 0).share }
    var columns = [GroupColumn("n") { group throws(Fault) in group.rowCount }]
    if told != .share { columns += shown.map(count) }
    if told == .share || told == .allAndShare { columns.append(share) }
    return try Table(rows, .records(["k", "x"]), unit: .row)
      .grouping(by: [key("k")], columns, Watch()).suppressed(below: limit)
  }

  private var shown: [Int] {
    switch told {
    case .first, .share: [0]
    case .firstAndSecond: [0, 1]
    case .all, .allAndShare: [0, 1, 2]
    }
  }

  private func isSmall(_ number: Int) -> Bool { number > 0 && number < limit }
  private func isSmall(_ part: Int, of parts: [Int]) -> Bool {
    isSmall(parts[part]) || isSmall(parts.reduce(0, +) - parts[part])
  }

  /// All that a group could be made of for whoever sees no more than its size.
  private func choices(of size: Int) -> [[Int]] {
    (0...size).flatMap { first in (0...size - first).map { [first, $0, size - first - $0] } }
  }

  /// Tries all that the withheld groups could be made of, with what is shown, the totals of each sort, and that
  /// something is small, which is why anything is withheld.
  func check() throws {
    let table = try suppressed()
    let hidden = parts.indices.filter { row in
      table.columnNames.dropFirst(2).contains { table.cell(row, $0).reasons != nil }
    }
    let comment: Comment = "\(parts) below \(limit), told \(told), hides \(hidden)"
    for row in parts.indices {
      #expect(table.cell(row, "n").reasons == nil, comment)
      for part in shown where isSmall(part, of: parts[row]) { #expect(hidden.contains(row), comment) }
    }
    let known = shown.filter { part in !isSmall(part, of: (0..<3).map { part in parts.reduce(0) { $0 + $1[part] } }) }
    for part in known {
      let sum = hidden.reduce(0) { $0 + parts[$1][part] }
      let rest = hidden.reduce(0) { $0 + parts[$1].reduce(0, +) } - sum
      #expect(!isSmall(sum) && !isSmall(rest) || hidden.count == parts.count, comment)
    }
    var seen = [[Set<Int>]](repeating: [[], [], []], count: parts.count)
    func go(_ place: Int, _ left: [Int], _ chosen: [[Int]]) {
      if place == hidden.count {
        let isFew = chosen.contains { parts in shown.contains { isSmall($0, of: parts) } }
        if isFew, known.allSatisfy({ left[$0] == 0 }) {
          for (row, choice) in zip(hidden, chosen) { for part in 0..<3 { seen[row][part].insert(choice[part]) } }
        }
        return
      }
      for choice in choices(of: parts[hidden[place]].reduce(0, +)) {
        let rest = (0..<3).map { left[$0] - choice[$0] }
        if known.contains(where: { rest[$0] < 0 }) { continue }
        go(place + 1, rest, chosen + [choice])
      }
    }
    go(0, (0..<3).map { part in hidden.reduce(0) { $0 + parts[$1][part] } }, [])
    for row in hidden {
      for part in shown where isSmall(part, of: parts[row]) { #expect(seen[row][part].count > 1, comment) }
    }
  }
}

/// Groups with rows of which it cannot be decided whether they belong.
struct Ended {
  let ends: [(low: Int, high: Int)]
  let limit: Int

  func suppressed() throws(Fault) -> Table {
    var rows: [Value] = []
    var doubts: [Doubt?] = []
    for (group, ends) in ends.enumerated() {
      rows += [Value](repeating: record(["k"], [.integer(group)]), count: ends.high)
      doubts += (0..<ends.high).map { $0 < ends.low ? nil : Doubt { ["a fact of a row"] } }
    }
    return try Table(rows, doubts: Doubts(doubts), .records(["k"]), unit: .row).grouping(
      by: [key("k")], [GroupColumn("n") { group throws(Fault) in group.rowCount }], Watch()
    ).suppressed(below: limit)
  }

  /// Neither of the two ends of a count is small and can be worked out, by trying all ends of all withheld counts.
  func check() throws {
    func isSmall(_ number: Int) -> Bool { number > 0 && number < limit }
    let table: Table
    do throws(Fault) { table = try suppressed() } catch { return }
    let hidden = ends.indices.filter { table.cell($0, "n").reasons != nil }
    let comment: Comment = "\(ends) below \(limit) hides \(hidden)"
    for row in ends.indices where isSmall(ends[row].low) || isSmall(ends[row].high) {
      #expect(hidden.contains(row), comment)
    }
    let lows = ends.reduce(0) { $0 + $1.low }
    let highs = ends.reduce(0) { $0 + $1.high }
    // Without a known total anything goes.
    if isSmall(lows) || isSmall(highs) || ends.count == 1 { return }
    let hiddenLows = hidden.reduce(0) { $0 + ends[$1].low }
    let hiddenHighs = hidden.reduce(0) { $0 + ends[$1].high }
    var seen = [(lows: Set<Int>, highs: Set<Int>)](repeating: ([], []), count: ends.count)
    func go(_ place: Int, _ low: Int, _ high: Int, _ chosen: [(low: Int, high: Int)]) {
      if place == hidden.count {
        if low == 0, high == 0, chosen.contains(where: { isSmall($0.low) || isSmall($0.high) }) {
          for (row, choice) in zip(hidden, chosen) {
            seen[row].lows.insert(choice.low)
            seen[row].highs.insert(choice.high)
          }
        }
        return
      }
      // A group that is only possible shows that it is.
      for one in 0...low where (one == 0) == (ends[hidden[place]].low == 0) {
        for other in max(one, 1)...max(one, 1, high) where other <= high {
          go(place + 1, low - one, high - other, chosen + [(one, other)])
        }
      }
    }
    go(0, hiddenLows, hiddenHighs, [])
    for row in hidden {
      if isSmall(ends[row].low) { #expect(seen[row].lows.count > 1, comment) }
      if isSmall(ends[row].high) { #expect(seen[row].highs.count > 1, comment) }
    }
  }
}
