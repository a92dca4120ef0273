import Values

/// Pairs of rows that may be about one and the same.
///
/// How near two rows are is the mean of their keys, as far as both are known in both rows: how similar their names are,
/// and 1 or 0 for a value that is the same or is not. It is no probability.
struct Candidates {
  /// More pairs than these nobody looks through.
  static let mostPairs = 250_000

  private let table: Table
  private let keys: [CandidateKey]
  private let least: Double
  /// Whether some keys are names, one of which must be known.
  private let needsName: Bool
  private let watch: Watch
  /// The records of the corpus that the rows are, or were made of.
  private let records: [Entity?]

  private struct Pair {
    let one: Int32
    let other: Int32
    let near: Double
    /// How many keys are known of both.
    let known: Int32
  }

  init(
    _ table: Table, by keys: [(column: NewColumn, isSimilar: Bool)], least: Double, _ watch: Watch
  ) throws(Fault) {
    self.table = table
    self.least = least
    self.watch = watch
    var made: [CandidateKey] = []
    for (place, key) in keys.enumerated() {
      made.append(
        try CandidateKey(
          key.column, isSimilar: key.isSimilar, salt: UInt64(place) &+ 1, of: table, watch))
    }
    self.keys = made
    needsName = made.contains(where: \.isSimilar)
    records = try watch.map(table.indices) { row throws(Fault) in
      switch table.content {
      case .entities: table.row(row).subject
      case .records: table.columns.map(\.areOfRecords) == false ? nil : table.row(row).subject
      case .values: nil
      }
    }
  }

  /// The table of pairs, the nearest first; `called` says what the rows are called, which otherwise are numbers.
  func pairs(called: NewColumn?) throws(Fault) -> Table {
    // A row of which no name is known is held against none: one year is no person.
    let leading = needsName ? keys.filter(\.isSimilar) : keys
    let isHeld = try watch.map(table.indices) { row throws(Fault) in leading.contains { $0.isKnown(row) } }
    let marks = try watch.map(table.indices) { row throws(Fault) in
      let marks = isHeld[row] ? keys.flatMap { $0.marks(row) } : []
      try watch.take(marks.count * MemoryLayout<UInt64>.stride)
      return marks
    }
    let wholes: [UInt64?] = try watch.map(table.indices) { row throws(Fault) in
      isHeld[row] ? keys.reduce(0) { ComparedNames.hash($0 &* 31 &+ $1.whole(row), 8) } : nil
    }
    let blocks = try Blocks(marks, whole: wholes, watch)
    var found: [Pair] = []
    var same = 0
    var open = 0
    try blocks.forEachPair(watch) { one, other throws(Fault) in
      guard let (near, known) = try near(one, other), near >= least else { return }
      switch sameness(one, other) {
      case .yes?: same += 1
      case .no?, nil:
        try watch.add(
          Pair(
            one: Int32(truncatingIfNeeded: one), other: Int32(truncatingIfNeeded: other), near: near,
            known: Int32(truncatingIfNeeded: known)), to: &found)
        if found.count > Candidates.mostPairs { throw .tooManyCandidates(Candidates.mostPairs) }
      case .some: open += 1
      }
    }
    found = try watch.sorted(found) { one, other throws(Fault) in
      if one.near != other.near { return one.near > other.near }
      return one.known > other.known
    }
    var result = try shown(found, called)
    result = result.noting(measure)
    if same > 0 { result = result.noting("\(Table.Unit.pair.counted(same)) left out, taken to be the same already") }
    if open > 0 {
      result = result.noting(
        "\(Table.Unit.pair.counted(open)) left out, of which somebody has said whether they are the same")
    }
    let unheld = isHeld.count { !$0 }
    if unheld > 0 {
      let names = leading.map { "`\($0.name)`" }.joined(separator: ", ")
      result = result.noting("\((table.unit ?? .row).counted(unheld)) of unknown \(names) held against none")
    }
    if blocks.areDivided {
      result = result.noting(
        "not held against each other: rows that have nothing in common but what more than \(Blocks.mostRows) rows have"
      )
    }
    return result
  }

  private var measure: String {
    if !needsName { return "near: the share of the keys known of both that are the same" }
    if keys.count == 1 { return "near: how similar the names are by Jaro and Winkler's measure, no probability" }
    return "near: the mean of the keys known of both, 1 where the same and 0 where not, names by Jaro and Winkler's "
      + "measure; no probability"
  }

  /// How near two rows are, and how many keys tell it; nil where none of the names does, and where they are too far apart.
  private func near(_ one: Int, _ other: Int) throws(Fault) -> (near: Double, known: Int)? {
    var sum = 0.0
    var known = 0
    var left = keys.count
    var isLed = false
    for key in keys {
      left -= 1
      guard case .known(let likeness) = try key.outcome(one, other) else { continue }
      sum += likeness
      known += 1
      isLed = isLed || key.isSimilar || !needsName
      // Even if all that is left were the same.
      if sum + Double(left) < (least - 0.01) * Double(known + left) { return nil }
    }
    return isLed ? ((sum / Double(known) * 100).rounded() / 100, known) : nil
  }

  /// What is said of two records being the same; nil for rows that are none.
  private func sameness(_ one: Int, _ other: Int) -> Truth? {
    guard let first = records[one], let second = records[other] else { return nil }
    return first.isSame(as: second)
  }

  // MARK: The table

  private func shown(_ pairs: [Pair], _ called: NewColumn?) throws(Fault) -> Table {
    let names = try called?.value.column(of: table, watch)
    for row in names == nil ? 0..<0 : table.indices {
      if try names?[row].holdsSealed(watch) == true { throw Fault.sealedOrder("candidates").inRow(table.row(row)) }
    }
    func name(_ row: Int) -> Value { names?[row].settled ?? records[row].map { .entity($0) } ?? .integer(row + 1) }
    let areRecords = records.contains { $0 != nil }
    let told = ["agrees", "differs", "neither"]
    let shape = Shape(areRecords ? ["near", "decision"] + told + ["one", "other"] : ["near", "one", "other"] + told)
    var doubts: [Doubt?] = []
    let rows = try watch.map(pairs) { pair throws(Fault) in
      let (one, other) = (Int(pair.one), Int(pair.other))
      var (agrees, differs, neither): ([String], [String], [String]) = ([], [], [])
      for key in keys {
        switch try key.outcome(one, other) {
        case .known(let likeness) where likeness >= least: agrees.append(try key.shown(one, other, between: "~"))
        case .known: differs.append(try key.shown(one, other, between: "|"))
        case .open: neither.append(key.name)
        }
      }
      let texts: [Value] = [agrees, differs, neither].map { $0.isEmpty ? .none : .text($0.joined(separator: "; ")) }
      try watch.take(keys.count * 64)
      try watch.add(Doubt.joined(table.doubt(one), table.doubt(other)), to: &doubts)
      let both = [name(one), name(other)]
      let cells = areRecords ? [decision(one, other)] + texts + both : both + texts
      return Value.record(Record.make(shape, [.real(pair.near)] + cells))
    }
    return Table(rows, doubts: Doubts(doubts), .records(shape.names), unit: .pair, notes: table.notes)
  }

  /// The line that would say that two records are the same; `none` where none could.
  private func decision(_ one: Int, _ other: Int) -> Value {
    guard let first = records[one], let second = records[other], first.kind.root === second.kind.root,
      !first.kind.isTerm, !first.name.isEmpty, !second.name.isEmpty
    else { return .none }
    // That two publications are one is said by what takes the place of what.
    if first.kind.root.name == "source" { return .text("extend \(second.typedPath) { replaces: \(first.typedPath) }") }
    return .text("same \(first.typedPath), \(second.typedPath) per …")
  }
}

extension Table.Unit {
  fileprivate static let pair = Table.Unit(one: "pair", many: "pairs")
}
