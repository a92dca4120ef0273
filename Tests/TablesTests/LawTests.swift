import Testing
import Values

@testable import Builtins

/// The law: `where p` + `where not p` + undecided = all, through any chain of steps; and whatever the unknown facts turn
/// out to be, the true answer lies within the ends that were shown.
///
/// A *completion* of a table gives every unknown cell a value. The naive model knows everything: it runs the same chain
/// over a completion with plain Swift, and knows of neither unknown values nor ends.
@Suite struct LawTests {
  /// Small enough that all completions can be tried: cells are 0 to 3 or unknown.
  private struct Cells {
    var rows: [[Int?]]

    static let names = ["id", "a", "b"]
    static let possibleValues = [0, 1, 2, 3]

    init(_ random: inout Generator, rows count: Int, unknown most: Int) {
      rows = []
      var left = most
      for id in 0..<count {
        var row: [Int?] = [id]
        for _ in 0..<2 {
          let isUnknown = left > 0 && random.chance(30)
          if isUnknown { left -= 1 }
          row.append(isUnknown ? nil : random.below(4))
        }
        rows.append(row)
      }
    }

    func table() throws -> Table {
      try Table(
        items: rows.map { row in record(Cells.names, row.map { $0.map { .integer($0) } ?? notRecorded }) }, Watch())
    }

    /// Every table that this one could turn out to be.
    var completions: [[[Int]]] {
      var all: [[[Int]]] = [[]]
      for row in rows {
        var options: [[Int]] = [[]]
        for cell in row {
          let values = cell.map { [$0] } ?? Cells.possibleValues
          options = options.flatMap { option in values.map { option + [$0] } }
        }
        all = all.flatMap { before in options.map { before + [$0] } }
      }
      return all
    }
  }

  /// A test as a reader would say it, in both worlds.
  private enum Test: CaseIterable {
    case aIsTwo, aIsSmall, bIsMore, aIsB

    func known(_ row: [Int]) -> Bool {
      switch self {
      case .aIsTwo: row[1] == 2
      case .aIsSmall: row[1] < 2
      case .bIsMore: row[2] > 1
      case .aIsB: row[1] == row[2]
      }
    }

    var test: RowTest {
      RowTest { row throws(Fault) in
        switch self {
        case .aIsTwo: try ComparingEqual.apply(row.part("a"), .integer(2), Watch())
        case .aIsSmall: try ComparingLess.apply(row.part("a"), .integer(2), Watch())
        case .bIsMore: try ComparingGreater.apply(row.part("b"), .integer(1), Watch())
        case .aIsB: try ComparingEqual.apply(row.part("a"), row.part("b"), Watch())
        }
      }
    }
  }

  /// A step as it is in both worlds.
  private enum Step: CaseIterable {
    case whereTwo, whereSmall, whereMore, whereSame, add, select, sort, distinct, rename

    func done(_ table: Table) throws -> Table {
      switch self {
      case .whereTwo: try kept(table, .aIsTwo)
      case .whereSmall: try kept(table, .aIsSmall)
      case .whereMore: try kept(table, .bIsMore)
      case .whereSame: try kept(table, .aIsB)
      case .add:
        try table.adding([NewColumn(name: "c", value: RowValue { row throws(Fault) in row.part("id") })], Watch())
      case .select:
        try table.selecting(
          Cells.names.map { name in NewColumn(name: name, value: RowValue { row throws(Fault) in row.part(name) }) },
          Watch())
      case .sort:
        try table.sorted(
          by: [SortKey(value: RowValue { row throws(Fault) in row.part("b") }, descending: true)], Watch())
      case .distinct: try table.distinct(Watch())
      case .rename:
        try table.renaming([(new: "z", old: "b")], Watch()).renaming([(new: "b", old: "z")], Watch())
      }
    }

    func known(_ rows: [[Int]]) -> [[Int]] {
      switch self {
      case .whereTwo: rows.filter(Test.aIsTwo.known)
      case .whereSmall: rows.filter(Test.aIsSmall.known)
      case .whereMore: rows.filter(Test.bIsMore.known)
      case .whereSame: rows.filter(Test.aIsB.known)
      case .add, .select, .sort, .distinct, .rename: rows
      }
    }
  }

  private static func kept(_ table: Table, _ test: Test) throws -> Table {
    try table.filtered(test.test, Watch()) { _ in { _ in [] } }
  }

  private static func ids(_ table: Table, certain: Bool? = nil) -> [Int] {
    table.rows.indices.filter { certain == nil || table.isCertain($0) == certain }.compactMap {
      table.rows[$0].part("id").integer
    }
  }

  @Test(arguments: 0..<200)
  func yesAndNoAndUndecidedAreAll(seed: Int) throws {
    var random = Generator(seed)
    var table = try Cells(&random, rows: 12, unknown: 9).table()
    for _ in 0..<5 {
      let test = Test.allCases[random.below(Test.allCases.count)]
      let yes = try Self.kept(table, test)
      let fails = RowTest { row throws(Fault) in !(try test.test(row)) }
      let no = try table.filtered(fails, Watch()) { _ in { _ in [] } }
      // Of certain rows each is in exactly one part: surely yes, surely no, or undecided in both.
      let undecided = Set(Self.ids(yes, certain: false)).intersection(Self.ids(table, certain: true))
      #expect(undecided == Set(Self.ids(no, certain: false)).intersection(Self.ids(table, certain: true)))
      let parts = Self.ids(yes, certain: true) + Self.ids(no, certain: true) + undecided
      #expect(parts.sorted() == Self.ids(table, certain: true).sorted())
      // No row is lost, and none becomes certain that was not.
      #expect(Set(Self.ids(yes) + Self.ids(no)) == Set(Self.ids(table)))
      #expect(Set(Self.ids(yes, certain: true)).isSubset(of: Self.ids(table, certain: true)))
      let step = Step.allCases[random.below(Step.allCases.count)]
      let after = try step.done(table)
      if after.rows.count < 2 { break }
      table = after
    }
  }

  @Test(arguments: 0..<150)
  func whateverTurnsOutLiesWithinTheEnds(seed: Int) throws {
    var random = Generator(seed &+ 1000)
    let cells = Cells(&random, rows: 2 + random.below(4), unknown: 4)
    let steps = (0..<random.below(4)).map { _ in Step.allCases[random.below(Step.allCases.count)] }
    let test = Test.allCases[random.below(Test.allCases.count)]
    var table = try cells.table()
    for step in steps { table = try step.done(table) }

    let count = table.rowCount
    let tally = try table.tally(test.test, Watch())
    let share = tally.share
    let numbers = try ColumnNumbers(table, "sum", RowValue { row throws(Fault) in row.part("b") }, Watch())
    let (sum, mean, median) = (try numbers.sum(), try numbers.mean(), try numbers.percentile(0.5))
    let shares = [0, 0.1, 0.25, 0.7, 1]
    let percentiles = try shares.map { try numbers.percentile($0) }
    let (least, most) = (try numbers.extreme(true), try numbers.extreme(false))

    for completion in cells.completions {
      let rows = steps.reduce(completion) { $1.known($0) }
      let passing = rows.count { test.known($0) }
      let values = rows.map { Double($0[2]) }
      expect(Double(rows.count), within: count, "count")
      expect(Double(passing), within: tally.count(unit: nil), "count with a test")
      // What certain rows say cannot be asked of a table that turned out empty.
      if rows.isEmpty { continue }
      expect(Double(passing) / Double(rows.count), within: share, "share")
      expect(values.reduce(0, +), within: sum, "sum")
      expect(values.reduce(0, +) / Double(rows.count), within: mean, "mean")
      let sorted = values.sorted()
      let middle = sorted.count / 2
      let half = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      expect(half, within: median, "median")
      for (share, percentile) in zip(shares, percentiles) {
        let place = Double(sorted.count - 1) * share
        let below = sorted[Int(place)]
        let above = sorted[min(Int(place) + 1, sorted.count - 1)]
        expect(below + (above - below) * (place - place.rounded(.down)), within: percentile, "percentile \(share)")
      }
      expect(sorted[0], within: least, "min")
      expect(sorted[sorted.count - 1], within: most, "max")
    }
  }

  /// Numbers that are counted once for each different one come to what all of them come to, one by one.
  @Test(arguments: 0..<100)
  func countedNumbersAreThoseOfTheRows(seed: Int) throws {
    var random = Generator(seed &+ 500)
    let different: [Value] = (0..<4).map { place in
      let low = random.below(20)
      if place == 0 || random.below(2) == 0 { return .integer(low) }
      let high = low + random.below(9)
      return Quantity.value(
        point: random.below(2) == 0 ? .integer(low) : nil, low: .integer(low), high: .integer(high), unit: nil,
        isAbout: false, known: nil)
    }
    let codes = (0..<5 + random.below(20)).map { _ in UInt32(random.below(4)) }
    let values = codes.map { different[Int($0)] }
    let table = Table(values, .values, unit: nil, isList: true)
    let counted = try #require(try CountedNumbers(table, .coded(codes, values: different), Watch()))
    let all = try ColumnNumbers(table, "percentile", .plain(values), Watch())
    for share in [0, 0.1, 0.25, 0.5, 0.7, 0.9, 1] {
      let (one, other) = (try counted.percentile(share, Watch()), try all.percentile(share))
      #expect(one.printed == other.printed, "\(share) of \(values.map(\.printed))")
    }
  }

  /// Every row is in exactly one group, as certain or as possible as it was.
  @Test(arguments: 0..<100)
  func groupsAddUpToTheTable(seed: Int) throws {
    var random = Generator(seed &+ 9000)
    let table = try Self.kept(Cells(&random, rows: 12, unknown: 9).table(), .aIsSmall)
    let groups = try table.grouping(
      by: [NewColumn(name: "b", value: RowValue { row throws(Fault) in row.part("b") })],
      [
        GroupColumn("n") { group throws(Fault) in group.rowCount },
        GroupColumn("ids") { group throws(Fault) in .list(group.rows.map { $0.part("id") }) },
      ], Watch())
    var low = 0.0
    var high = 0.0
    var ids: [Int] = []
    for row in groups.rows {
      let (least, most) = ends(row.part("n"))
      low += least
      high += most ?? 0
      if case .list(let members) = row.part("ids") { ids += members.compactMap(\.integer) }
    }
    #expect(low == Double(table.certainCount) && high == Double(table.rows.count))
    #expect(ids.sorted() == Self.ids(table).sorted())
    // Unknown is a group of its own, and the last.
    let unknown = groups.rows.indices.filter { groups.rows[$0].part("b").reasons != nil }
    #expect(unknown.isEmpty || unknown == [groups.rows.count - 1])
  }

  /// The first so many of a long table are those that stand first when all of it is sorted.
  @Test(arguments: 0..<20)
  func topIsTheBeginningOfWhatIsSorted(seed: Int) throws {
    var random = Generator(seed &+ 7000)
    let most = [3, 50, 100_000][random.below(3)]
    let rows = (0..<4000).map { id in
      record(
        ["id", "a", "b"],
        [.integer(id), random.chance(10) ? notRecorded : .integer(random.below(most)), .integer(random.below(most))])
    }
    let keys = ["a", "b"].map { name in
      SortKey(value: RowValue { row throws(Fault) in row.part(name) }, descending: random.chance(50))
    }
    let table = try Table(items: rows, Watch())
    let sorted = try table.sorted(by: keys, Watch()).rows.filter { $0.part("a").reasons == nil }
    for count in [0, 1, 7, 100, 3000] {
      let top = try table.top(count, by: keys, named: "a", Watch())
      #expect(top.rows.map { $0.part("id").integer } == sorted.prefix(count).map { $0.part("id").integer })
    }
  }

  /// The ends are not only wide enough: where every undecided row can turn out either way, each end is reached.
  @Test(arguments: 0..<100)
  func endsOfCountsAndSharesAreReached(seed: Int) throws {
    var random = Generator(seed &+ 5000)
    let cells = Cells(&random, rows: 2 + random.below(4), unknown: 4)
    let table = try Self.kept(cells.table(), .aIsTwo)
    let tally = try table.tally(Test.bIsMore.test, Watch())
    var counts: [Int] = []
    var shares: [Double] = []
    for completion in cells.completions {
      let rows = completion.filter(Test.aIsTwo.known)
      let passing = rows.count(where: Test.bIsMore.known)
      counts.append(passing)
      if !rows.isEmpty { shares.append(Double(passing) / Double(rows.count)) }
    }
    let (low, high) = ends(tally.count(unit: nil))
    #expect(low == counts.min().map(Double.init) && high == counts.max().map(Double.init))
    if tally.share.reasons == nil {
      let (low, high) = ends(tally.share)
      #expect(abs(low - (shares.min() ?? 0)) < 1e-9)
      #expect(abs((high ?? 2) - (shares.max() ?? 0)) < 1e-9)
    }
  }

  private func ends(_ value: Value) -> (low: Double, high: Double?) {
    guard let quantity = Quantity.of(value) else { return (-.infinity, nil) }
    return (quantity.low.double, quantity.high?.double)
  }

  private func expect(_ number: Double, within value: Value, _ what: String) {
    let (low, high) = ends(value)
    #expect(
      number >= low - 1e-9 && number <= (high ?? .infinity) + 1e-9, "\(what): \(number) is not in \(value.printed)")
  }
}
