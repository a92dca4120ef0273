import Values

extension GuardedCounts {
  /// More columns than these are not tried in every choice of them.
  private static let mostColumns = 8

  /// Counts of several columns, which may add up to the sizes of the groups, or to another of them: women, men and others.
  /// Then the total of one follows from those of all others, also where it is small.
  static func related(_ all: [GuardedCounts], _ groups: Table.Grouping) -> [GuardedCounts] {
    var all = all
    let relations = relations(all.map(\.counts), groups)
    for line in (all.first?.isKnown ?? []).indices {
      var isDone = relations.isEmpty
      while !isDone {
        isDone = true
        for relation in relations {
          let open = relation.filter { !all[$0].isKnown[line] }
          if open.count != 1 { continue }
          all[open[0]].isKnown[line] = true
          isDone = false
        }
      }
    }
    return all
  }

  private static func relations(_ counts: [GroupCounts], _ groups: Table.Grouping) -> [[Int]] {
    if counts.count > mostColumns { return [] }
    var relations: [[Int]] = []
    for subset in 0..<(1 << counts.count) where subset.nonzeroBitCount > 1 {
      let parts = counts.indices.filter { subset >> $0 & 1 == 1 }
      func addUp(to lows: [Int], _ highs: [Int]) -> Bool {
        lows.indices.allSatisfy { row in
          let low = parts.reduce(0) { $0 + counts[$1].lows[row] }
          let spreads = parts.map { counts[$0].highs[row] - counts[$0].lows[row] }
          if low == lows[row], low + spreads.reduce(0, +) == highs[row] { return true }
          // What is undecided may turn out to be any one of them.
          return lows[row] == highs[row] && low + spreads[0] == highs[row] && spreads.allSatisfy { $0 == spreads[0] }
        }
      }
      if addUp(to: groups.lows, groups.highs) { relations.append(parts) }
      for whole in counts.indices where subset >> whole & 1 == 0 {
        if addUp(to: counts[whole].lows, counts[whole].highs) { relations.append(parts + [whole]) }
      }
    }
    return relations
  }
}
