import Values

/// Rows that have something in common, put together so that only these need to be held against each other.
///
/// A row has marks, such as the sound of a word of its name. What few rows have makes a block. What many have is looked at
/// together with what else they share, two marks and then three at a time, until few are left (after W. P. McNeill,
/// H. Kardes and A. Borthwick, "Dynamic Record Blocking", 2012). Nothing of it depends on the order of the rows.
struct Blocks {
  /// A block of more rows is divided.
  static let mostRows = 80
  /// So many of the marks that many rows have are taken together, the rarest first.
  private static let mostDivided = 6

  /// For each row its blocks, one row behind the other.
  private var blocks: [Int32] = []
  private var firstBlocks: [Int32] = [0]
  /// For each block its rows in order.
  private var rows: [Int32] = []
  private var firstRows: [Int32] = [0]
  /// Whether some rows were not put together although they share something.
  private(set) var areDivided = false

  /// - Parameters:
  ///   - marks: of each row.
  ///   - whole: of each row the same for all rows that say the same of everything; these are never divided. Nil for a
  ///     row that is held against none.
  init(_ marks: [[UInt64]], whole: [UInt64?], _ watch: Watch) throws(Fault) {
    let ones = try Marked(marks, watch)
    let ofWhole = try Marked(whole.map { $0.map { [$0] } ?? [] }, watch)
    // The marks of each row that many others have too, the rarest first.
    let large = try watch.map(marks.indices) { row throws(Fault) in
      let all = zip(marks[row], ones.numbers(of: row)).filter { ones.isLarge($1) }
      let sorted = all.sorted { one, other in
        let (first, second) = (ones.counts[Int(one.1)], ones.counts[Int(other.1)])
        return first != second ? first < second : one.0 < other.0
      }
      return sorted.prefix(Blocks.mostDivided).map(\.0).sorted()
    }
    let twos = try Marked(
      watch.map(large) { marks throws(Fault) in
        Blocks.pairs(marks.count).map { ComparedNames.hash(marks[$0] &* 31 &+ marks[$1], 5) }
      }, watch)
    let threes = try Marked(
      watch.map(large.indices) { row throws(Fault) in
        let marks = large[row]
        let pairs = Blocks.pairs(marks.count)
        var largePairs: Set<Int> = []
        for (pair, number) in zip(pairs, twos.numbers(of: row)) where twos.isLarge(number) {
          largePairs.insert(pair.0 * 8 + pair.1)
        }
        if largePairs.count < 3 { return [] }
        var found: [UInt64] = []
        for (one, two) in pairs where largePairs.contains(one * 8 + two) {
          for three in marks.indices.dropFirst(two + 1)
          where largePairs.contains(one * 8 + three) && largePairs.contains(two * 8 + three) {
            found.append(ComparedNames.hash((marks[one] &* 31 &+ marks[two]) &* 31 &+ marks[three], 6))
          }
        }
        return found
      }, watch)
    areDivided = large.contains { !$0.isEmpty }
    try collect([(ofWhole, false), (ones, true), (twos, true), (threes, true)], marks.count, watch)
  }

  private static func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { one in (one + 1..<max(count, one + 1)).map { (one, $0) } }
  }

  /// Makes blocks of all marks that a few rows have.
  private mutating func collect(_ all: [(marked: Marked, isDivided: Bool)], _ count: Int, _ watch: Watch) throws(Fault)
  {
    var numbers: [[Int32]] = []
    var sizes: [Int32] = []
    for (marked, isDivided) in all {
      numbers.append(
        try watch.map(marked.counts) { size throws(Fault) in
          if size < 2 || isDivided && size > Blocks.mostRows { return -1 }
          sizes.append(size)
          return Int32(truncatingIfNeeded: sizes.count - 1)
        })
    }
    for row in 0..<count {
      for (place, (marked, _)) in all.enumerated() {
        for mark in marked.numbers(of: row) {
          let block = numbers[place][Int(mark)]
          if block >= 0 { try watch.add(block, to: &blocks) }
        }
      }
      try watch.add(Int32(truncatingIfNeeded: blocks.count), to: &firstBlocks)
    }
    for size in sizes { try watch.add((firstRows.last ?? 0) + size, to: &firstRows) }
    try watch.take(blocks.count * MemoryLayout<Int32>.stride)
    rows = Array(repeating: 0, count: blocks.count)
    var next = firstRows
    for row in 0..<count {
      try watch.tick()
      for place in Int(firstBlocks[row])..<Int(firstBlocks[row + 1]) {
        let block = Int(blocks[place])
        rows[Int(next[block])] = Int32(truncatingIfNeeded: row)
        next[block] += 1
      }
    }
  }

  /// Goes through all pairs of rows that share a block, each once, the earlier row first.
  func forEachPair(_ watch: Watch, _ body: (Int, Int) throws(Fault) -> Void) throws(Fault) {
    let count = firstBlocks.count - 1
    // How many rows of each block have been gone through.
    var passed = firstRows
    var lastPartner = [Int32](repeating: -1, count: count)
    for row in 0..<count {
      for place in Int(firstBlocks[row])..<Int(firstBlocks[row + 1]) {
        let block = Int(blocks[place])
        passed[block] += 1
        for partner in rows[Int(passed[block])..<Int(firstRows[block + 1])] {
          try watch.tick()
          if lastPartner[Int(partner)] == row { continue }
          lastPartner[Int(partner)] = Int32(truncatingIfNeeded: row)
          try body(row, Int(partner))
        }
      }
    }
  }
}

/// The marks of rows, each with a number, and how many rows have it.
private struct Marked {
  private var numbers: [Int32] = []
  private var firsts: [Int32] = [0]
  private(set) var counts: [Int32] = []

  init(_ marks: [[UInt64]], _ watch: Watch) throws(Fault) {
    var known: [UInt64: Int32] = [:]
    for ofRow in marks {
      for mark in ofRow {
        try watch.tick()
        let next = Int32(truncatingIfNeeded: counts.count)
        let number = known[mark] ?? next
        if number == next {
          known[mark] = next
          try watch.take(32)
          try watch.add(0, to: &counts)
        }
        counts[Int(number)] += 1
        try watch.add(number, to: &numbers)
      }
      try watch.add(Int32(truncatingIfNeeded: numbers.count), to: &firsts)
    }
  }

  func numbers(of row: Int) -> ArraySlice<Int32> { numbers[Int(firsts[row])..<Int(firsts[row + 1])] }

  func isLarge(_ number: Int32) -> Bool { counts[Int(number)] > Blocks.mostRows }
}
