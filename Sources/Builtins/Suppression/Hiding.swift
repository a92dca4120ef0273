import Values

/// Which groups of a table must not be shown, so that no small count can be worked out by somebody who knows its totals.
///
/// It is enough that the withheld numbers could be others: that somewhere one is taken away and given to another group, and
/// so on, until every known total is what it was.
struct Hiding {
  /// Groups that must not be worked out, and the change of withheld numbers that keeps them from it.
  private struct Guarded {
    let few: GuardedCounts.Few
    let column: String?
    /// The searches that may find a change.
    let searches: [Int]
    var change: [Int]?
  }

  private let cost: [Int]
  private let watch: Watch
  private(set) var isHidden: [Bool]
  private var searches: [Search] = []
  private var guarded: [Guarded] = []
  /// For each group those of the above that are about it alone.
  private var alone: [[Int]]
  /// How much may still be looked at. Then the first change that is found is taken, not the best.
  private var steps = 20_000_000

  /// - Parameter isHidden: groups that are withheld already.
  /// - Parameter sizes: of two groups that do equally well, the smaller is withheld.
  init(
    _ all: [GuardedCounts], _ totals: Margins.Totals, below limit: Int, isHidden: [Bool], sizes: [Int], _ watch: Watch
  ) {
    self.watch = watch
    self.isHidden = isHidden
    // Fewer groups come before smaller ones.
    let base = sizes.reduce(1, +)
    cost = sizes.map { base + $0 }
    for row in isHidden.indices where all.contains(where: { $0.counts.isFew(row, below: limit) }) {
      self.isHidden[row] = true
    }
    alone = isHidden.map { _ in [] }
    for counts in all {
      let lines = totals.independent(of: counts.isKnown)
      let first = searches.count
      searches += counts.numbers.map { Search($0, lines, cost: cost, isHidden: self.isHidden) }
      guarded += counts.few.map { few in
        let those = few.isHigh ? Array(first..<searches.count) : [first]
        return Guarded(few: few, column: counts.counts.column, searches: those)
      }
    }
    // Single groups first, since what is found for them is often found for several.
    guarded.sort { $0.few.groups.count < $1.few.groups.count }
    for (place, one) in guarded.enumerated() where one.few.groups.count == 1 { alone[one.few.groups[0]].append(place) }
  }

  /// Withholds as many groups as it takes. Where no choice is enough, the column and the group that remain open.
  mutating func hide() throws(Fault) -> (column: String?, row: Int)? {
    let needed = isHidden
    for place in guarded.indices where guarded[place].change == nil {
      let few = guarded[place].few.groups
      // What is small together is kept back as far as that can be.
      if try !move(place), few.count == 1 { return (guarded[place].column, few[0]) }
    }
    try showWhatCanBe(besides: needed)
    return nil
  }

  /// Finds a change, and withholds what takes part in it.
  private mutating func move(_ place: Int) throws(Fault) -> Bool {
    while true {
      if try find(place, hidingMore: true) { return true }
      // It may have taken too long: then one more is withheld, which makes it easier.
      var others: [Int] = []
      for index in guarded[place].searches where searches[index].wasCut {
        others += guarded[place].few.groups.flatMap { searches[index].neighbours(of: $0) }.filter { !isHidden[$0] }
      }
      guard let other = others.min(by: { cost[$0] < cost[$1] }) else { return false }
      hide(other)
    }
  }

  private mutating func find(_ place: Int, hidingMore: Bool) throws(Fault) -> Bool {
    let few = guarded[place].few
    for index in guarded[place].searches {
      if let change = try searches[index].change(of: few, hidingMore: hidingMore, within: &steps, watch) {
        for row in change where !isHidden[row] { hide(row) }
        guarded[place].change = change
        share(change, index)
        return true
      }
    }
    return false
  }

  /// Takes a change for all single groups that it is a change of.
  private mutating func share(_ change: [Int], _ index: Int) {
    for row in change {
      for place in alone[row] where guarded[place].change == nil && guarded[place].searches.contains(index) {
        guarded[place].change = change
      }
    }
  }

  private mutating func hide(_ row: Int) {
    isHidden[row] = true
    for index in searches.indices { searches[index].hide(row) }
  }

  // MARK: What can be shown after all

  /// More than so many groups are not tried.
  private static let mostShown = 200

  /// Shows groups again that were withheld for the sake of others and turn out not to be needed, the dearest first.
  private mutating func showWhatCanBe(besides needed: [Bool]) throws(Fault) {
    let extra = isHidden.indices.filter { isHidden[$0] && !needed[$0] }
    for row in extra.sorted(by: { cost[$0] > cost[$1] }).prefix(Hiding.mostShown) where steps > 0 {
      let before = guarded
      isHidden[row] = false
      for index in searches.indices { searches[index].show(row) }
      let lost = guarded.indices.filter { guarded[$0].change?.contains(row) ?? false }
      for place in lost { guarded[place].change = nil }
      var isEnough = true
      for place in lost where isEnough && guarded[place].change == nil {
        isEnough = try find(place, hidingMore: false)
      }
      if !isEnough {
        guarded = before
        hide(row)
      }
    }
  }
}
