import Values

/// Which totals of a table of groups are known: those that the tables by fewer keys show, small counts withheld from them in
/// the same way.
struct KnownTotals {
  private let margins: Margins
  private let limit: Int
  private let watch: Watch
  /// For each table by fewer keys, whether the sizes of its groups are shown.
  private var showsSizes: [[Bool]] = []

  init(_ margins: Margins, _ sizes: GroupCounts, below limit: Int, _ watch: Watch) throws(Fault) {
    self.margins = margins
    self.limit = limit
    self.watch = watch
    showsSizes = try shown(sizes)
  }

  /// For each table by fewer keys, whether the counts of its groups are shown.
  func shown(_ counts: GroupCounts) throws(Fault) -> [[Bool]] {
    if counts.column == nil, !showsSizes.isEmpty { return showsSizes }
    var shown: [[Bool]] = []
    for level in margins.levels.indices.dropLast() {
      let groups = margins.levels[level].groups
      let isGone = counts.column == nil ? groups.map { _ in false } : showsSizes[level].map { !$0 }
      let sums = counts.summed(groups, areHidden: isGone)
      let totals = margins.totals(of: level)
      let guarded = GuardedCounts(
        sums, totals.lines, isKnown: totals.places.map { shown[$0.level][$0.group] }, below: limit)
      var hiding = Hiding([guarded], totals, below: limit, isHidden: isGone, sizes: sums.highs, watch)
      // What cannot be protected is not published.
      let isOpen = try hiding.hide() != nil
      shown.append(hiding.isHidden.map { !$0 && !isOpen })
    }
    return shown
  }
}
