import Testing
import Values

@testable import Builtins

/// Joins and comparisons of tables whose keys are not exact and whose rows may not belong, against what comes of every
/// table that could turn out.
@Suite struct JoinLawTests {
  private struct Pair: Hashable {
    let left: Int
    let right: Int?
  }

  /// What turns out is among the rows that are shown, and what is shown as certain always turns out.
  @Test(arguments: 0..<200)
  func pairsAreCertainWhereTheyAlwaysTurnOut(seed: Int) throws {
    var random = Generator(seed &+ 30)
    let left = DoubtfulRows(&random, rows: 1 + random.below(3), doubts: 3)
    let right = DoubtfulRows(&random, rows: 1 + random.below(3), doubts: 2)
    let keys = seed % 2 == 0 ? ["a"] : ["a", "b"]
    for kept in Joining.Kept.allCases {
      let joined = try Joining(
        left.table(), right.table().renaming([(new: "right", old: "id")], Watch()), on: keys.map { (key($0), key($0)) },
        Watch()
      ).joined(kept)
      var shown: [Pair] = []
      var certain: Set<Pair> = []
      for row in joined.indices {
        let pair = Pair(
          left: try #require(joined.cell(row, "id").integer),
          right: kept == .unmatched ? nil : joined.cell(row, "right").integer)
        shown.append(pair)
        if joined.isCertain(row) { certain.insert(pair) }
      }
      #expect(Set(shown).count == shown.count)
      for (lefts, rights) in worlds(left, right) {
        let turnedOut = pairs(lefts, rights, keys.count, kept)
        #expect(turnedOut.isSubset(of: shown), "\(kept): \(turnedOut.subtracting(shown))")
        #expect(certain.isSubset(of: turnedOut), "\(kept): \(certain.subtracting(turnedOut))")
      }
    }
  }

  private func pairs(
    _ lefts: [DoubtfulRows.KnownRow], _ rights: [DoubtfulRows.KnownRow], _ keys: Int, _ kept: Joining.Kept
  ) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for left in lefts {
      let partners = rights.filter { right in
        (0..<keys).allSatisfy { left.keys[$0] != nil && left.keys[$0] == right.keys[$0] }
      }
      if kept != .unmatched { for right in partners { pairs.insert(Pair(left: left.id, right: right.id)) } }
      if partners.isEmpty, kept != .matched { pairs.insert(Pair(left: left.id, right: nil)) }
    }
    return pairs
  }

  /// What both tables could turn out to be at once: keys that were written the same are the same.
  private func worlds(
    _ left: DoubtfulRows, _ right: DoubtfulRows
  ) -> [([DoubtfulRows.KnownRow], [DoubtfulRows.KnownRow])] {
    var worlds: [([DoubtfulRows.KnownRow], [DoubtfulRows.KnownRow])] = []
    func isAsWritten(_ rows: [DoubtfulRows.KnownRow], _ all: DoubtfulRows, _ chosen: inout [[Int: Int]]) -> Bool {
      for row in rows {
        for (index, key) in all.rows[row.id].keys.enumerated() {
          guard case .either(let low) = key, let number = row.keys[index] else { continue }
          if let before = chosen[index][low], before != number { return false }
          chosen[index][low] = number
        }
      }
      return true
    }
    for lefts in left.completions {
      for rights in right.completions {
        var chosen: [[Int: Int]] = [[:], [:]]
        if isAsWritten(lefts, left, &chosen), isAsWritten(rights, right, &chosen) { worlds.append((lefts, rights)) }
      }
    }
    return worlds
  }

  /// Every row of both tables is found again in a union, as certain as it was.
  @Test(arguments: 0..<30)
  func aUnionHasTheRowsOfBoth(seed: Int) throws {
    var random = Generator(seed &+ 90)
    let (one, other) = (try table(&random), try table(&random).renaming([(new: "c", old: "b")], Watch()))
    let union = try one.union(other, Watch())
    #expect(union.count == one.count + other.count)
    #expect(union.certainCount == one.certainCount + other.certainCount)
    for row in union.indices {
      let (part, place) = row < one.count ? (one, row) : (other, row - one.count)
      #expect(union.isCertain(row) == part.isCertain(place))
      for name in ["id", "a", "b", "c"] {
        let value = part.hasColumn(name) ? part.cell(place, name) : notRecorded
        #expect(union.cell(row, name).isSameAsWritten(value))
      }
    }
  }

  private func table(_ random: inout Generator) throws -> Table {
    try DoubtfulRows(&random, rows: 1 + random.below(5), doubts: 4).table()
  }

  /// The changes between two versions, put into the old one, give the new one.
  @Test(arguments: 0..<60)
  func theChangesMakeTheNewVersionOfTheOld(seed: Int) throws {
    var random = Generator(seed &+ 900)
    func version() -> [Int: [Int]] {
      var rows: [Int: [Int]] = [:]
      for id in 0..<6 where random.chance(70) { rows[id] = [random.below(2), random.below(2)] }
      return rows
    }
    func table(_ rows: [Int: [Int]]) throws -> Table {
      Table(
        rows.sorted { $0.key < $1.key }.map { id, cells in
          record(["id", "a", "b"], [.integer(id)] + cells.map { .integer($0) })
        },
        .records(["id", "a", "b"]), unit: .row)
    }
    let (old, new) = (version(), version())
    let changes = try Changes(table(new), since: table(old), by: [key("id")], Watch()).table()
    var patched = old
    for change in changes.rows {
      let id = try #require(change.part("id").integer)
      switch change.part("change").string {
      case "added": patched[id] = new[id]
      case "removed": patched[id] = nil
      default:
        let column = change.part("column").string == "a" ? 0 : 1
        #expect(patched[id]?[column] == change.part("old").integer)
        patched[id]?[column] = try #require(change.part("new").integer)
      }
    }
    #expect(patched == new)
    let changed = new.filter { id, row in old[id].map { $0 != row } ?? false }
    #expect(
      Set(changes.rows.filter { $0.part("change").string == "changed" }.compactMap { $0.part("id").integer })
        == Set(changed.keys))
  }
}
