import Values

/// The table of groups and the tables by fewer of its keys, down to the one total of all, each coarser than the ones behind.
struct Margins {
  /// A table by some of the keys.
  struct Level {
    /// For each of its groups the groups of the whole table that it is made of.
    let groups: [[Int]]
    /// For each group of the whole table the group here.
    let groupOf: [Int]
    /// The tables before it whose groups are made of its own.
    fileprivate(set) var coarser: [Int]
  }

  /// The totals of one level: for each the groups of the level that add up to it, and where it stands itself.
  struct Totals {
    fileprivate(set) var lines: [[Int]] = []
    fileprivate(set) var places: [(level: Int, group: Int)] = []
    /// For each total the sets of finer totals that add up to it as well.
    fileprivate var finer: [[[Int]]] = []

    /// The totals that tell something of their own, of those that are known: not those that others add up to.
    func independent(of isKnown: [Bool]) -> [[Int]] {
      var isDetermined = isKnown
      var result: [[Int]] = []
      for line in lines.indices.reversed() {
        let followsFromOthers = finer[line].contains { $0.allSatisfy { isDetermined[$0] } }
        if isKnown[line], !followsFromOthers { result.append(lines[line]) }
        isDetermined[line] = isKnown[line] || followsFromOthers
      }
      return result
    }
  }

  /// The whole table is the last.
  private(set) var levels: [Level] = []

  /// With more keys there would be more totals than groups.
  static let mostKeys = 4

  /// - Parameter keys: for each group each of its keys as a number, the same for the same.
  init(_ keys: [[Int]], _ watch: Watch) throws(Fault) {
    let count = keys.first?.count ?? 0
    var seen: Set<[Int]> = []
    for subset in 0..<(1 << count) {
      try watch.tick(keys.count)
      var numbers: [[Int]: Int] = [:]
      let groupOf = keys.map { key -> Int in
        let alike = key.indices.map { subset >> $0 & 1 == 1 ? key[$0] : -1 }
        let number = numbers[alike] ?? numbers.count
        numbers[alike] = number
        return number
      }
      // Where one key follows from others, some of the tables are the same.
      if !seen.insert(groupOf).inserted { continue }
      var groups = [[Int]](repeating: [], count: numbers.count)
      for (row, group) in groupOf.enumerated() { groups[group].append(row) }
      levels.append(Level(groups: groups, groupOf: groupOf, coarser: []))
    }
    levels.sort { $0.groups.count < $1.groups.count }
    for level in levels.indices {
      levels[level].coarser = (0..<level).filter { other in
        levels[level].groups.allSatisfy { rows in
          rows.allSatisfy { levels[other].groupOf[$0] == levels[other].groupOf[rows[0]] }
        }
      }
    }
  }

  func totals(of level: Int) -> Totals {
    var totals = Totals()
    var first: [Int: Int] = [:]
    for other in levels[level].coarser {
      first[other] = totals.lines.count
      var lines = [[Int]](repeating: [], count: levels[other].groups.count)
      for (group, rows) in levels[level].groups.enumerated() { lines[levels[other].groupOf[rows[0]]].append(group) }
      totals.lines += lines
      totals.places += lines.indices.map { (other, $0) }
    }
    for (place, line) in zip(totals.places, totals.lines) {
      let between = levels[level].coarser.filter { levels[$0].coarser.contains(place.level) }
      totals.finer.append(
        between.map { finer in
          Array(Set(line.map { (first[finer] ?? 0) + levels[finer].groupOf[levels[level].groups[$0][0]] }))
        })
    }
    return totals
  }
}
