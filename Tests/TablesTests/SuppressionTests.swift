import Testing
import Values

@testable import Builtins

/// What is withheld from a table of counts, held against tables that others published and against whoever tries all
/// numbers that the withheld ones could be.
@Suite struct SuppressionTests {
  // MARK: Published tables

  /// The first example of sdcTable: a cell of 2 in a table of two sexes and four regions, and the three that its exact
  /// method (`OPT`, as `HITAS` and `HYPERCUBE`) withholds for it.
  /// https://github.com/sdcTools/sdcTable, reference/protectTable.html
  @Test func theExampleOfSdcTable() throws {
    let table = Crossed([[2, 19, 10, 14], [18, 14, 12, 11]], below: 3)
    #expect(try table.hidden() == [[0, 0], [0, 2], [1, 0], [1, 2]])
    #expect(table.fewest() == 4)
  }

  /// The data `z1` of Statistics Norway's GaussSuppression, with counts up to 3 withheld and what it withholds for them.
  /// https://github.com/statisticsnorway/ssb-gausssuppression, reference/GaussSuppressionFromData.md
  @Test func theFirstExampleOfGaussSuppression() throws {
    let table = Crossed(
      [
        [11, 11, 55, 36], [7, 1, 29, 18], [5, 8, 35, 25], [13, 2, 17, 13], [9, 14, 63, 52], [12, 9, 24, 22],
        [6, 4, 22, 8], [9, 3, 38, 15],
      ], below: 4)
    #expect(try table.hidden() == [[1, 0], [1, 1], [3, 0], [3, 1], [7, 0], [7, 1]])
  }

  /// A table of one key needs one more, the smallest.
  @Test func oneKeyNeedsOneMore() throws {
    #expect(try Crossed([[20, 3, 9, 7]], below: 5).hidden() == [[0, 1], [0, 3]])
  }

  /// Two ones beside a total of five are told by it: a third is withheld with them.
  @Test func whatIsSmallTogetherIsNotAlone() throws {
    #expect(try Crossed([[3, 1, 20, 9]], below: 5).hidden() == [[0, 0], [0, 1], [0, 3]])
    #expect(try Crossed([[3, 2, 20, 9]], below: 5).hidden() == [[0, 0], [0, 1]])
  }

  /// Whoever knows that there are 5 in five groups needs nothing else.
  @Test func whatNeedsNoSubtractionIsRefused() throws {
    #expect(try Crossed([[4, 4]], below: 5).hidden() == [[0, 0], [0, 1]])
    #expect(throws: Fault.self) { try Crossed([[1, 1, 1, 1, 1]], below: 5).hidden() }
  }

  // MARK: All small tables

  @Test(arguments: [3, 5]) func tablesOfOneKey(_ limit: Int) throws {
    for numbers in Self.all(4, upTo: 6) { try Crossed([numbers], below: limit).check() }
    for numbers in Self.all(5, upTo: 2) { try Crossed([numbers], below: limit).check() }
  }

  @Test(arguments: [3, 4]) func tablesOfTwoKeys(_ limit: Int) throws {
    for numbers in Self.all(4, upTo: 5) {
      try Crossed([[numbers[0], numbers[1]], [numbers[2], numbers[3]]], below: limit).check()
    }
    var generator = Generator(limit)
    for _ in 0..<200 {
      let columns = 2 + generator.below(3)
      let most = 2 + generator.below(9)
      try Crossed((0..<3).map { _ in (0..<columns).map { _ in generator.below(most) } }, below: limit).check()
    }
  }

  @Test func tablesOfThreeKeys() throws {
    var generator = Generator(3)
    for _ in 0..<150 {
      let most = 3 + generator.below(8)
      let numbers = (0..<8).map { _ in generator.below(most) }
      try Crossed(keys: (0..<8).map { [$0 & 1, $0 >> 1 & 1, $0 >> 2] }, numbers, below: 3).check()
    }
  }

  /// How many are withheld, against the fewest that would do.
  @Test func noMoreThanNeeded() throws {
    var generator = Generator(8)
    var (withheld, fewest, tables) = (0, 0, 0)
    for _ in 0..<60 {
      let table = Crossed((0..<3).map { _ in (0..<3).map { _ in 1 + generator.below(14) } }, below: 4)
      guard let found = try table.check(), let best = table.fewest() else { continue }
      #expect(found <= best + 2, "\(table.numbers)")
      (withheld, fewest, tables) = (withheld + found, fewest + best, tables + 1)
    }
    #expect(tables > 50)
    #expect(Double(withheld) <= 1.03 * Double(fewest))
  }

  private static func all(_ count: Int, upTo most: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<count { all = all.flatMap { start in (0...most).map { start + [$0] } } }
    return all
  }

  // MARK: Parts, shares and ends

  /// Of groups of known sizes: how many are of one sort, or of each of three, and the share of one.
  @Test(arguments: Sorted.Told.allCases) func partsAndShares(_ told: Sorted.Told) throws {
    var generator = Generator(11)
    for _ in 0..<60 {
      let limit = 3 + generator.below(2)
      let parts = (0..<(2 + generator.below(2))).map { _ -> [Int] in
        let size = limit + generator.below(6)
        let first = generator.below(size + 1)
        let second = generator.below(size - first + 1)
        return [first, second, size - first - second]
      }
      try Sorted(parts: parts, limit: limit, told: told).check()
    }
  }

  @Test func countsWithTwoEnds() throws {
    var generator = Generator(5)
    for _ in 0..<500 {
      let ends = (0..<(2 + generator.below(2))).map { _ in
        let low = generator.below(7)
        return (low: low, high: max(1, low + generator.below(5)))
      }
      try Ended(ends: ends, limit: 3).check()
    }
  }

  /// A table of ten thousand groups, half of them small: all of these are withheld, and in a short time.
  @Test(.timeLimit(.minutes(5))) func manyGroups() throws {
    var generator = Generator(2)
    let crossed = Crossed((0..<100).map { _ in (0..<100).map { _ in 1 + generator.below(9) } }, below: 5)
    let found = Set(try crossed.hidden())
    #expect(crossed.small.allSatisfy { found.contains(crossed.keys[$0]) })
    #expect(found.count < crossed.small.count + 100)
  }
}
