import Testing
import Values

@testable import Builtins

/// Turning columns into rows and back, and drawing rows by lot.
@Suite struct ReshapingTests {
  private func table(_ seed: Int, rows count: Int) throws -> Table {
    var random = Generator(seed)
    let rows = (0..<count).map { id in
      record(
        ["id", "x", "y"], [.integer(id), .integer(random.below(9)), random.chance(20) ? notRecorded : .integer(1)])
    }
    return try Table(items: rows, Watch())
  }

  @Test(arguments: 0..<20)
  func columnsTurnedIntoRowsAndBackAreTheSame(seed: Int) throws {
    let table = try table(seed, rows: 1 + seed % 7)
    let long = try table.unpivoting(["x", "y"], name: "which", value: "n", Watch())
    #expect(long.count == 2 * table.count)
    let wide = try long.pivoting(key("which"), key("n"), by: [key("id")], Watch())
    #expect(wide.columnNames == table.columnNames && wide.count == table.count)
    for row in table.indices {
      for name in table.columnNames { #expect(wide.cell(row, name).isSameAsWritten(table.cell(row, name))) }
    }
  }

  /// What only a possible row says is not known to stand in the cell.
  @Test func aCellOfAPossibleRowIsUnknown() throws {
    let long = try table(1, rows: 2).unpivoting(["x", "y"], name: "which", value: "n", Watch())
    let doubtful = long.doubting(Doubts([nil, Doubt { ["a fact"] }, nil, nil]))
    let wide = try doubtful.pivoting(key("which"), key("n"), by: [key("id")], Watch())
    #expect(wide.isDecided)
    #expect(wide.cell(0, "y").reasons == Reasons(.imprecise))
  }

  /// The three first numbers that SplitMix64 gives for the seed 0 are e220a8397b1dcdaf, 6e789e6aa1b965f4 and
  /// 06c45d188009454f, as its authors' program prints them: the third row has the smallest lot, then the second.
  @Test func lotsAreThoseOfSplitMix64() throws {
    let table = try table(1, rows: 3)
    func drawn(_ count: Int) throws -> [Int] {
      try table.sample(count, seed: 0, Watch()).rows.compactMap { $0.part("id").integer }
    }
    #expect(try drawn(1) == [2])
    #expect(try drawn(2) == [1, 2])
    #expect(try drawn(3) == [0, 1, 2])
    #expect(try drawn(9) == [0, 1, 2])
  }

  /// Over many seeds every row is drawn about as often as any other.
  @Test func everyRowIsDrawnAsOften() throws {
    let table = try table(1, rows: 10)
    var drawn = [Int](repeating: 0, count: 10)
    for seed in 0..<2000 {
      let rows = try table.sample(3, seed: seed, Watch()).rows.compactMap { $0.part("id").integer }
      #expect(rows.count == 3)
      for row in rows { drawn[row] += 1 }
    }
    // 600 of 2000 are expected, with a standard deviation of 20.5.
    for count in drawn { #expect(abs(count - 600) < 100) }
  }

  /// So many certain rows are drawn; possible ones among them stay undecided.
  @Test(arguments: 0..<30)
  func aSampleKeepsWhatIsUndecided(seed: Int) throws {
    var random = Generator(seed &+ 5)
    let table = try DoubtfulRows(&random, rows: 8, doubts: 6).table()
    let sample = try table.sample(2, seed: seed, Watch())
    #expect(sample.certainCount == min(2, table.certainCount))
    for row in sample.rows.indices {
      let id = try #require(sample.rows[row].part("id").integer)
      #expect(sample.isCertain(row) == table.isCertain(id))
    }
  }
}
