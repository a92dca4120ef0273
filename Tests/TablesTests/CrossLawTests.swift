import Testing
import Values

@testable import Builtins

/// Groups and crosses of rows whose keys are not exact, against counting by hand in every table that could turn out.
@Suite struct CrossLawTests {
  private let counts: [GroupColumn] = [GroupColumn("n") { group throws(Fault) in group.rowCount }]

  /// Of each group the least and the most that turn out are the ends of its count, and no row turns up elsewhere.
  @Test(arguments: 0..<150)
  func groupsHaveTheEndsThatTurnOut(seed: Int) throws {
    var random = Generator(seed &+ 70)
    let rows = DoubtfulRows(&random, rows: 1 + random.below(6), doubts: 5)
    let groups = try rows.table().grouping(by: [key("a")], counts, Watch())
    let completions = rows.completions
    var shown: Set<Int?> = []
    for (position, group) in groups.rows.enumerated() {
      let number = group.part("a").integer
      shown.insert(number)
      let turnedOut = completions.map { rows in rows.count { $0.keys[0] == number } }
      let (low, high) = try #require(ends(group.part("n")))
      #expect(low == turnedOut.min().map(Double.init) && high == turnedOut.max().map(Double.init))
      #expect(groups.isCertain(position) == (low > 0))
    }
    #expect(shown.isSuperset(of: completions.joined().map { $0.keys[0] }))
    #expect(shown.count == groups.count)
  }

  @Test(arguments: 0..<150)
  func cellsAndTotalsHaveTheEndsThatTurnOut(seed: Int) throws {
    var random = Generator(seed &+ 700)
    let rows = DoubtfulRows(&random, rows: 1 + random.below(5), doubts: 5)
    let cross = try Crossing(rows.table(), by: [key("a"), key("b")], Watch()).table(counts, totals: .all)
    let completions = rows.completions
    for row in cross.rows {
      for name in cross.columnNames.dropFirst() {
        let turnedOut = completions.map { rows in rows.count { isIn($0, row.part("a"), name) } }
        let (low, high) = try #require(ends(row.part(name)))
        #expect(low == turnedOut.min().map(Double.init) && high == turnedOut.max().map(Double.init), "\(name)")
      }
    }
  }

  /// Shares of rows, columns and all hold whatever turns out, and add up to one where everything is known.
  @Test(arguments: 0..<150)
  func sharesHoldWhateverTurnsOut(seed: Int) throws {
    var random = Generator(seed &+ 7000)
    let rows = DoubtfulRows(&random, rows: 1 + random.below(5), doubts: seed % 4)
    let crossing = try Crossing(rows.table(), by: [key("a"), key("b")], Watch())
    for side in Crossing.Side.allCases {
      let cross = try crossing.shares(of: side, totals: .all)
      for row in cross.rows {
        for name in cross.columnNames.dropFirst() {
          guard let (low, high) = ends(row.part(name)) else { continue }
          for completion in rows.completions {
            let whole = completion.count {
              isIn($0, side == .row ? row.part("a") : .text("total"), side == .column ? name : "total")
            }
            if whole == 0 { continue }
            let share = Double(completion.count { isIn($0, row.part("a"), name) }) / Double(whole)
            #expect(share >= low - 1e-9 && share <= high + 1e-9, "\(side) \(name) \(row.part("a").printed)")
          }
        }
        if side == .row, seed % 4 == 0, row.part("a").string == nil {
          let parts = cross.columnNames.dropFirst().dropLast().compactMap { ends(row.part($0))?.low }
          #expect(abs(parts.reduce(0, +) - 1) < 1e-9)
        }
      }
    }
  }

  /// Whether a row stands in a cell, by what the heads of its row and its column say.
  private func isIn(_ row: DoubtfulRows.KnownRow, _ head: Value, _ column: String) -> Bool {
    let isInRow = head.string == "total" || row.keys[0] == head.integer
    let isInColumn = column == "total" || row.keys[1].map(String.init) ?? "unknown" == column
    return isInRow && isInColumn
  }

  @Test func numbersStandInOrderAndUnknownLast() throws {
    var random = Generator(3)
    var rows = DoubtfulRows(&random, rows: 4, doubts: 0)
    for (index, key) in [DoubtfulRows.Key.unknown, .number(2), .number(0), .number(1)].enumerated() {
      rows.rows[index].keys = [.number(1), key]
    }
    let cross = try Crossing(rows.table(), by: [key("a"), key("b")], Watch()).table(counts, totals: nil)
    #expect(cross.columnNames == ["a", "0", "1", "2", "unknown"])
  }
}
