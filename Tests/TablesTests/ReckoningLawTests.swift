import Testing
import Values

@testable import Builtins

/// Steps behind groups reckon with rows of which nobody knows where they belong: whatever that turns out to be, the true
/// answer lies within the ends that they give.
@Suite struct ReckoningLawTests {
  private let counts: [GroupColumn] = [GroupColumn("n") { group throws(Fault) in group.rowCount }]
  private let n = RowValue { row throws(Fault) in row.part("n") }

  private func rows(_ seed: Int) -> DoubtfulRows {
    var random = Generator(seed)
    var rows = DoubtfulRows(&random, rows: 1 + random.below(4), doubts: 2)
    // Of three things that nobody knows every table that may turn out can be tried.
    var left = 3
    for row in rows.rows.indices {
      for key in 0..<2 where rows.rows[row].keys[key] == .unknown {
        if left == 0 { rows.rows[row].keys[key] = .number(0) }
        left = max(0, left - 1)
      }
    }
    return rows
  }

  @Test(arguments: 0..<200, [["a"], ["a", "b"]])
  func whateverIsUnknownTurnsOutWithinTheEnds(seed: Int, keys: [String]) throws {
    let rows = rows(seed &+ 11)
    let shown = try rows.table().grouping(by: keys.map { key($0) }, counts, Watch())
    let groups = try shown.reckoned(Watch())
    let more = RowTest { row throws(Fault) in try ComparingGreater.apply(row.part("n"), .integer(1), Watch()) }
    let big = try groups.filtered(more, Watch()) { _ in { _ in [] } }
    let most = try ColumnNumbers(groups, "max", n, Watch()).extreme(false)
    // Numbers with two ends are different ones where they were written so.
    let areExact = rows.rows.allSatisfy { $0.keys.allSatisfy { $0 != .either(0) && $0 != .either(1) } }
    let sizesOfGroups = try ColumnNumbers(groups.unfolded(Watch()).table, "mean", n, Watch())
    let (mean, median) = (try sizesOfGroups.mean(), try sizesOfGroups.percentile(0.5))
    let distinct = try rows.table().selecting(keys.map { key($0) }, Watch()).distinct(Watch()).reckoned(Watch())

    var turnedOut: [[Int?]: Set<Int>] = [:]
    for completion in rows.fullCompletions {
      let sizes = Dictionary(grouping: completion) { Array($0.keys.prefix(keys.count)) }.mapValues(\.count)
      expect(sizes.count, within: groups.rowCount, "groups")
      if areExact { expect(sizes.count, within: distinct.rowCount, "different ones") }
      let bigOnes = sizes.values.count { $0 > 1 }
      expect(bigOnes, within: big.rowCount, "big groups")
      expect(bigOnes, within: try groups.tally(more, Watch()).count(unit: nil), "big groups counted")
      for row in groups.rows { turnedOut[known(row, keys), default: []].insert(sizes[known(row, keys)] ?? 0) }
      if sizes.isEmpty { continue }
      let sorted = sizes.values.sorted()
      expect(sorted[sorted.count - 1], within: most, "the biggest")
      expect(Double(completion.count) / Double(sorted.count), within: mean, "mean")
      expect(Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2, within: median, "median")
    }
    // The ends of a group that is known are not only wide enough, but reached.
    for (position, row) in groups.rows.enumerated() where !known(row, keys).contains(nil) {
      let sizes = try #require(turnedOut[known(row, keys)])
      let (low, high) = try #require(ends(row.part("n")))
      #expect(low == sizes.min().map(Double.init) && high == sizes.max().map(Double.init), "\(row.printed)")
      #expect(groups.isCertain(position) == (low > 0))
    }
  }

  @Test(arguments: 0..<200)
  func cellsOfACrossTurnOutWithinTheEnds(seed: Int) throws {
    let rows = rows(seed &+ 900)
    let crossing = try Crossing(rows.table(), by: [key("a"), key("b")], Watch())
    let cross = try crossing.table(counts, totals: .all).reckoned(Watch())
    let shares = try crossing.shares(of: .row, totals: .all).reckoned(Watch())
    for completion in rows.fullCompletions {
      for (row, share) in zip(cross.rows, shares.rows) where row.part("a").reasons == nil {
        let line = completion.filter { row.part("a").string == "total" || $0.keys[0] == row.part("a").integer }
        for name in cross.columnNames.dropFirst() where name != "unknown" {
          let cell = line.count { name == "total" || $0.keys[1].map(String.init) == name }
          expect(cell, within: row.part(name), "\(row.part("a").printed), \(name)")
          guard let (low, high) = ends(share.part(name)), !line.isEmpty else { continue }
          let part = Double(cell) / Double(line.count)
          #expect(part >= low - 1e-9 && part <= high + 1e-9, "share of \(row.part("a").printed), \(name)")
        }
      }
    }
  }

  private func known(_ row: Value, _ keys: [String]) -> [Int?] { keys.map { row.part($0).integer } }

  /// The place of a group among those of all sizes lies within the ends of its rank.
  @Test(arguments: 0..<100)
  func ranksOfGroupsHoldWhateverTurnsOut(seed: Int) throws {
    let rows = rows(seed &+ 4000)
    let groups = try rows.table().grouping(by: [key("a")], counts, Watch()).reckoned(Watch())
    let sequences = try Sequences(
      groups, by: SortKey(value: n, descending: true), named: "n", within: nil, Watch())
    let ranked = try sequences.folding(sequences.table.adding("rank", sequences.ranks(), Watch()))
    #expect(ranked.count == groups.count && ranked.undecidedCount == groups.undecidedCount)
    for completion in rows.fullCompletions {
      let sizes = Dictionary(grouping: completion) { $0.keys[0] }.mapValues(\.count)
      for row in ranked.rows {
        guard let key = row.part("a").integer, let size = sizes[key] else { continue }
        expect(1 + sizes.values.count { $0 > size }, within: row.part("rank"), "place of \(key)")
      }
    }
  }

  private func expect(_ number: Int, within value: Value, _ what: String) {
    expect(Double(number), within: value, what)
  }

  private func expect(_ number: Double, within value: Value, _ what: String) {
    guard let (low, high) = ends(value) else { return }
    #expect(number >= low - 1e-9 && number <= high + 1e-9, "\(what): \(number) is not in \(value.printed)")
  }
}
