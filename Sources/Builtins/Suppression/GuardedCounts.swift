/// Counts of groups that nobody may work out where they are small, with all that a reader knows of them.
///
/// The reader knows those totals that a table by fewer keys would show, and that something among what is withheld is small.
struct GuardedCounts {
  /// A number of each group that could be one more or one less while everything else that the group tells stays as it is.
  struct Numbers {
    let canRise: [Bool]
    let canFall: [Bool]
    /// Whether it is small, one more is, and one less.
    let isFew: [Bool]
    let isFewRisen: [Bool]
    let isFewFallen: [Bool]
  }

  /// Groups that are small, or small together, in one end of the counts or in what they leave.
  struct Few {
    /// The groups that are small, and with them those that have none.
    let groups: [Int]
    let small: [Int]
    /// Whether it is the high end, which moves with the low one and without it.
    let isHigh: Bool
  }

  let counts: GroupCounts
  /// What the groups could have more or less of: how many there surely are, and how many more at most.
  let numbers: [Numbers]
  private let lines: [[Int]]
  /// Which of the totals are known.
  var isKnown: [Bool]
  private let limit: Int

  init(_ counts: GroupCounts, _ lines: [[Int]], isKnown: [Bool], below limit: Int) {
    self.counts = counts
    self.lines = lines
    self.isKnown = isKnown
    self.limit = limit
    let rows = counts.lows.indices
    func can(_ low: Int, _ high: Int) -> [Bool] {
      rows.map { row in
        let sides = counts.sides(row, low, high)
        // A group has rows, and where all of them are only possible, so is the group, which shows.
        if counts.column == nil, sides[1] == 0 || (counts.lows[row] == 0) != (sides[0] == 0) { return false }
        return sides[0] <= sides[1] && sides.allSatisfy { $0 >= 0 }
      }
    }
    func isFew(_ low: Int, _ high: Int) -> [Bool] { rows.map { counts.isFew($0, low, high, below: limit) } }
    func numbers(_ low: Int, _ high: Int) -> Numbers {
      Numbers(
        canRise: can(low, high), canFall: can(-low, -high), isFew: isFew(0, 0), isFewRisen: isFew(low, high),
        isFewFallen: isFew(-low, -high))
    }
    // What both ends have in common moves without what lies between them, and that without the low end.
    self.numbers = [numbers(1, 1)] + (counts.lows == counts.highs ? [] : [numbers(0, 1)])
  }

  /// All that must not be worked out: small counts, what is small together in a known total, and totals that are small.
  var few: [Few] {
    var few: [Few] = []
    let all = counts.lows.indices.map { counts.sides($0) }
    for row in all.indices {
      let small = all[row].indices.filter { all[row][$0].isFew(limit) }
      if small.contains(where: { $0 % 2 == 0 }) {
        few.append(Few(groups: [row], small: [row], isHigh: false))
      } else if !small.isEmpty {
        few.append(Few(groups: [row], small: [row], isHigh: true))
      }
    }
    for (line, groups) in lines.enumerated() {
      for side in 0..<(counts.sizes == nil ? 2 : 4) {
        let told = groups.filter { side < all[$0].count && all[$0][side] < limit }
        let small = told.filter { all[$0][side] > 0 }
        if told.count > 1, small.reduce(0, { $0 + all[$1][side] }).isFew(limit),
          isKnown[line] || told.count == groups.count
        {
          few.append(Few(groups: told, small: small, isHigh: side % 2 == 1))
        }
      }
    }
    return few
  }
}

extension Int {
  /// True for a small number that is not zero.
  func isFew(_ limit: Int) -> Bool { 0 < self && self < limit }
}
