import Values

/// Looks for a change of numbers that are withheld, by one each, after which all known totals are what they were.
///
/// Where a number can take part in such a change, nobody can work it out. Which others would have to be withheld for it, the
/// fewest and smallest, is found by trying; what takes too long is given up.
struct Search {
  private let numbers: GuardedCounts.Numbers
  /// The known totals: for each the groups that add up to it, the cheapest first; and for each group its totals.
  private let lines: [[Int]]
  private let linesOf: [[Int]]
  private let mostLines: Int
  private let cost: [Int]
  private let fewCount: Int
  private var isHidden: [Bool]
  private var hiddenIn: [[Int]]

  private var signs: [Int]
  private var sums: [Int]
  /// Totals that are not yet what they were.
  private var open: [Int] = []
  private var changed: [Int] = []
  private var spent = 0
  private var best: (cost: Int, rows: [Int])?
  /// Groups of which another sum is looked for.
  private var isSought: [Bool]
  private var hidesMore = true
  private var longest = 0
  private var isHasty = false
  private var left = 0
  /// True where the last search was given up before everything was tried.
  private(set) var wasCut = false

  init(_ numbers: GuardedCounts.Numbers, _ lines: [[Int]], cost: [Int], isHidden: [Bool]) {
    self.numbers = numbers
    self.cost = cost
    fewCount = numbers.isFew.count { $0 }
    self.isHidden = isHidden
    self.lines = lines.map { line in line.sorted { (cost[$0], $0) < (cost[$1], $1) } }
    var linesOf = [[Int]](repeating: [], count: cost.count)
    for (line, rows) in lines.enumerated() { for row in rows { linesOf[row].append(line) } }
    self.linesOf = linesOf
    mostLines = linesOf.map(\.count).max() ?? 0
    hiddenIn = self.lines.map { $0.filter { isHidden[$0] } }
    signs = [Int](repeating: 0, count: cost.count)
    sums = [Int](repeating: 0, count: lines.count)
    isSought = [Bool](repeating: false, count: cost.count)
  }

  mutating func hide(_ row: Int) {
    isHidden[row] = true
    for line in linesOf[row] { hiddenIn[line].append(row) }
  }

  mutating func show(_ row: Int) {
    isHidden[row] = false
    for line in linesOf[row] { hiddenIn[line].removeAll { $0 == row } }
  }

  /// The groups that have a total with this one.
  func neighbours(of row: Int) -> [Int] { linesOf[row].flatMap { lines[$0] } }

  /// The groups whose numbers change together, so that what is small comes to another sum; nil where no such change was found.
  ///
  /// - Parameter hidingMore: whether numbers may take part that are not withheld yet.
  mutating func change(
    of few: GuardedCounts.Few, hidingMore: Bool, within steps: inout Int, _ watch: Watch
  ) throws(Fault) -> [Int]? {
    hidesMore = hidingMore
    for row in few.groups { isSought[row] = true }
    defer { for row in few.groups { isSought[row] = false } }
    best = nil
    wasCut = false
    isHasty = steps <= 0
    let most = isHasty ? Search.fewestSteps : Search.mostSteps
    // Short changes first: among many numbers that are withheld there is always another way to go on.
    for length in Search.lengths where !isGoodEnough {
      longest = length
      wasCut = false
      left = most
      for row in few.small {
        for sign in [1, -1] where canBe(row, sign) && !isGoodEnough { try put(row, sign, watch) }
      }
      steps -= most - left
      if left <= 0 { wasCut = true }
      if !wasCut { break }
    }
    return best?.rows
  }

  /// Whether a change was found that costs nothing; or any, once too much was looked at.
  private var isGoodEnough: Bool { best.map { isHasty || $0.cost == 0 } ?? false }

  /// Changes of more numbers than the last are not looked for.
  private static let lengths = [4, 8, 100]

  /// So many numbers are looked at in one search: enough to find the best in a table that fits on a page.
  private static let mostSteps = 50_000
  /// And so many in any case: enough to find some change among numbers that are withheld.
  private static let fewestSteps = 5_000

  private func canBe(_ row: Int, _ sign: Int) -> Bool { sign > 0 ? numbers.canRise[row] : numbers.canFall[row] }

  /// Whether a change makes another sum of what is looked at, and leaves something small: a reader knows that something is.
  private var tellsNothing: Bool {
    if changed.reduce(0, { $0 + (isSought[$1] ? signs[$1] : 0) }) == 0 { return false }
    if changed.count(where: { numbers.isFew[$0] }) < fewCount { return true }
    return changed.contains { signs[$0] > 0 ? numbers.isFewRisen[$0] : numbers.isFewFallen[$0] }
  }

  /// Changes one number, and others until all totals are what they were.
  private mutating func put(_ row: Int, _ sign: Int, _ watch: Watch) throws(Fault) {
    try watch.tick()
    let price = isHidden[row] ? 0 : cost[row]
    signs[row] = sign
    changed.append(row)
    spent += price
    add(sign, to: row)
    if spent < best?.cost ?? .max {
      if let line = open.min(by: { lines[$0].count < lines[$1].count }) {
        // So many more it takes at least, since each is in so many totals at most.
        if changed.count * mostLines + open.count <= longest * mostLines {
          try close(line, watch)
        } else {
          wasCut = true
        }
      } else if tellsNothing {
        best = (spent, changed)
      }
    }
    add(-sign, to: row)
    spent -= price
    changed.removeLast()
    signs[row] = 0
  }

  private mutating func add(_ sign: Int, to row: Int) {
    for line in linesOf[row] {
      if sums[line] == 0 { open.append(line) }
      sums[line] += sign
      if sums[line] == 0 { open.removeAll { $0 == line } }
    }
  }

  /// Brings a total back to what it was: first by numbers that bring back most others too, and by those that are withheld.
  private mutating func close(_ line: Int, _ watch: Watch) throws(Fault) {
    let sign = sums[line] > 0 ? -1 : 1
    for closed in stride(from: min(open.count, mostLines), to: 0, by: -1) {
      for isNew in hidesMore ? [false, true] : [false] {
        // What is withheld does not change during a search, so that the rows can be gone through by their places.
        for place in 0..<(isNew ? lines[line].count : hiddenIn[line].count) {
          let row = isNew ? lines[line][place] : hiddenIn[line][place]
          left -= 1
          if left <= 0 { return }
          if isNew {
            if isHidden[row] { continue }
            // Those that follow cost as much or more.
            if spent + cost[row] >= best?.cost ?? .max { break }
          }
          if signs[row] != 0 || !canBe(row, sign) { continue }
          if linesOf[row].count(where: { sums[$0] * sign < 0 }) != closed { continue }
          try put(row, sign, watch)
          if isGoodEnough { return }
        }
      }
    }
  }
}
