import Testing
import Values

@testable import Builtins

/// Steps that look at rows in an order, where the order is not always known, against every order that could turn out.
@Suite struct SequenceLawTests {
  /// A row as it turned out: its place, and its number.
  private struct Known: Hashable {
    let id: Int
    let place: Int
    let number: Int
  }

  /// Every table that could turn out. A place that nobody knows may lie before all others, among them, or behind.
  private func worlds(_ rows: DoubtfulRows) -> [[Known]] {
    rows.completions.flatMap { completion in
      completion.reduce([[Known]]([[]])) { worlds, row in
        let places = row.keys[0].map { [$0] } ?? [-1, 0, 1, 2, 3]
        let numbers = row.keys[1].map { [$0] } ?? [0, 4]
        return worlds.flatMap { world in
          places.flatMap { place in numbers.map { world + [Known(id: row.id, place: place, number: $0)] } }
        }
      }
    }
  }

  private func sequences(_ rows: DoubtfulRows, descending: Bool = false) throws -> Sequences {
    try Sequences(
      rows.table(), by: SortKey(value: key("a").value, descending: descending), named: "a", within: nil, Watch())
  }

  private func rows(_ seed: Int) -> DoubtfulRows {
    var random = Generator(seed)
    return DoubtfulRows(&random, rows: 1 + random.below(4), doubts: 3)
  }

  @Test(arguments: 0..<100)
  func placesHaveTheEndsThatTurnOut(seed: Int) throws {
    let rows = rows(seed &+ 11)
    let isFalling = seed % 2 == 1
    let ranks = try sequences(rows, descending: isFalling).ranks()
    let worlds = worlds(rows)
    for (id, rank) in ranks.enumerated() {
      let turnedOut = worlds.compactMap { world in
        world.first { $0.id == id }.map { row in
          Double(1 + world.count { isFalling ? $0.place > row.place : $0.place < row.place })
        }
      }
      let (low, high) = try #require(ends(rank))
      #expect(low == turnedOut.min() && high == turnedOut.max())
    }
  }

  /// A row before is told exactly where it is one and the same whatever turns out.
  @Test(arguments: 0..<200)
  func theRowBeforeIsToldWhereItIsSure(seed: Int) throws {
    let rows = rows(seed &+ 111)
    let worlds = worlds(rows)
    for (id, neighbour) in try sequences(rows).previous().enumerated() {
      var turnedOut: Set<[Int]> = []
      for world in worlds {
        guard let row = world.first(where: { $0.id == id }) else { continue }
        turnedOut.insert(last(before: row, in: world))
      }
      switch neighbour {
      case .row(let before): #expect(turnedOut == [[before]])
      case .missing: #expect(turnedOut == [[]])
      case .open: #expect(turnedOut.count > 1 || turnedOut.first?.count ?? 0 > 1)
      }
    }
  }

  /// The rows that stand last before another one: several where they share a place.
  private func last(before row: Known, in world: [Known]) -> [Int] {
    let before = world.filter { $0.place < row.place }
    let place = before.map(\.place).max()
    return before.filter { $0.place == place }.map(\.id)
  }

  private struct Transition: Hashable {
    let from: Int
    let to: Int
  }

  /// The transitions that are shown are those that can turn out, and the certain ones always do.
  @Test(arguments: 0..<200)
  func transitionsAreThoseThatCanTurnOut(seed: Int) throws {
    let rows = rows(seed &+ 1111)
    let id = NewColumn(name: "id", value: RowValue { row throws(Fault) in row.part("id") })
    let table = try sequences(rows).transitions(of: id, Watch())
    var shown: [Transition] = []
    var certain: Set<Transition> = []
    for (position, row) in table.rows.enumerated() {
      let transition = Transition(
        from: try #require(row.part("from").integer), to: try #require(row.part("to").integer))
      shown.append(transition)
      if table.isCertain(position) { certain.insert(transition) }
    }
    #expect(Set(shown).count == shown.count)
    var possible: Set<Transition> = []
    for world in worlds(rows) {
      var turnedOut: Set<Transition> = []
      for row in world {
        for from in last(before: row, in: world) { turnedOut.insert(Transition(from: from, to: row.id)) }
      }
      #expect(certain.isSubset(of: turnedOut))
      possible.formUnion(turnedOut)
    }
    #expect(possible == Set(shown))
  }

  @Test(arguments: 0..<150)
  func runningSumsHoldWhateverTurnsOut(seed: Int) throws {
    let rows = rows(seed &+ 11111)
    let sums = try RunningSum(key("b").value, over: sequences(rows), Watch()).values
    let worlds = worlds(rows)
    for (id, sum) in sums.enumerated() {
      let (low, high) = try #require(ends(sum))
      var least = Double.infinity
      for world in worlds {
        guard let row = world.first(where: { $0.id == id }) else { continue }
        let turnedOut = Double(world.filter { $0.place <= row.place }.map(\.number).reduce(0, +))
        #expect(turnedOut >= low && turnedOut <= high, "\(turnedOut) is not in \(sum.printed)")
        least = min(least, turnedOut)
      }
      #expect(low == least)
    }
  }

  /// Stretches of numbers hold what turns out, and have no gap.
  @Test(arguments: 0..<100)
  func stretchesHoldWhatTurnsOut(seed: Int) throws {
    let rows = rows(seed &+ 7)
    let counts: [GroupColumn] = [GroupColumn("n") { group throws(Fault) in group.rowCount }]
    let bins = try Binning(rows.table(), by: key("a"), .width(2), Watch()).table(counts)
    let completions = rows.completions
    var next: Int?
    for row in bins.rows {
      var turnedOut = completions.map { $0.count { $0.keys[0] == nil } }
      if case .range(let range) = row.part("a") {
        #expect(next == nil || next == range.lower)
        next = range.upper + 1
        turnedOut = completions.map { rows in
          rows.count { $0.keys[0].map { (range.lower...range.upper).contains($0) } ?? false }
        }
      }
      let (low, high) = try #require(ends(row.part("n")))
      #expect(low == turnedOut.min().map(Double.init) && high == turnedOut.max().map(Double.init))
    }
  }

  /// The same of stretches that begin at edges, of which the first and the last have no end.
  @Test(arguments: 0..<100)
  func stretchesBetweenEdgesHoldWhatTurnsOut(seed: Int) throws {
    let rows = rows(seed &+ 7)
    let counts: [GroupColumn] = [GroupColumn("n") { group throws(Fault) in group.rowCount }]
    let bins = try Binning(rows.table(), by: key("a"), .edges([.integer(1), .integer(3)]), Watch()).table(counts)
    let within: [(Int?) -> Bool] = [
      { $0.map { $0 < 1 } ?? false }, { $0.map { (1..<3).contains($0) } ?? false }, { $0.map { $0 >= 3 } ?? false },
      { $0 == nil },
    ]
    for (row, isWithin) in zip(bins.rows, within) {
      let turnedOut = rows.completions.map { rows in rows.count { isWithin($0.keys[0]) } }
      let (low, high) = try #require(ends(row.part("n")))
      #expect(low == turnedOut.min().map(Double.init) && high == turnedOut.max().map(Double.init))
    }
  }
}
