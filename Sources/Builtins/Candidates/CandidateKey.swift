import Values

/// What rows are held against each other by: a name, to which others may be similar, or a value that is the same or not.
struct CandidateKey {
  /// How two rows stand to each other in one of their keys.
  enum Outcome {
    /// From 0 to 1, with what stands in both.
    case known(Double)
    /// Unknown in one of the rows, or not exact enough to tell.
    case open
  }

  let name: String
  let isSimilar: Bool
  /// The value of each row.
  private let column: Column
  /// For each row the number of its value; -1 where it is unknown, and for a name without letters.
  private var codes: [Int32] = []
  /// Each value once.
  private var values: [Value] = []
  /// For each value the numbers of the names that it holds.
  private var namesOf: [[Int32]] = []
  private var names = ComparedNames()
  /// For each value what rows with it may have in common with others.
  private(set) var marks: [[UInt64]] = []
  /// For each value the same for all that say the same.
  private var wholes: [UInt64] = []
  private let watch: Watch

  init(_ key: NewColumn, isSimilar: Bool, salt: UInt64, of table: Table, _ watch: Watch) throws(Fault) {
    // Of the row itself nothing can be similar but its name.
    name = key.name == "it" ? "name" : key.name
    self.isSimilar = isSimilar
    self.watch = watch
    column = try key.value.column(of: table, watch)
    var written = WrittenValues(watch)
    for row in table.indices {
      let value = column[row].settled
      if try value.holdsSealed(watch) { throw Fault.sealedOrder("candidates").inRow(table.row(row)) }
      if value.reasons != nil {
        try watch.add(-1, to: &codes)
        continue
      }
      let (place, isNew) = try written.place(of: value)
      if isNew {
        do throws(Fault) { try add(value, salt) } catch { throw error.inRow(table.row(row)) }
      }
      try watch.add(isSimilar && namesOf[place].isEmpty ? -1 : Int32(truncatingIfNeeded: place), to: &codes)
    }
  }

  private mutating func add(_ value: Value, _ salt: UInt64) throws(Fault) {
    try watch.add(value, to: &values)
    if isSimilar {
      var found: [Int32] = []
      for text in try value.namesToCompare(watch) {
        try watch.tick(text.utf8.count * 8)
        if let number = names.number(of: text), !found.contains(number) { found.append(number) }
      }
      try watch.add(found, to: &namesOf)
      let all = Set(found.flatMap { names.marks(of: $0) }.map { ComparedNames.hash($0, salt) })
      try watch.add(all.sorted(), to: &marks)
      let letters = found.map { names.all[Int($0)].letters }.sorted()
      try watch.add(letters.reduce(salt) { ComparedNames.hash($0 &* 31 &+ $1, 7) }, to: &wholes)
    } else {
      let whole = ComparedNames.hash(ComparedNames.hash(try value.written(watch).utf8), salt)
      try watch.add([whole], to: &marks)
      try watch.add(whole, to: &wholes)
    }
  }

  func isKnown(_ row: Int) -> Bool { codes[row] >= 0 }

  func marks(_ row: Int) -> [UInt64] { codes[row] < 0 ? [] : marks[Int(codes[row])] }

  func whole(_ row: Int) -> UInt64 { codes[row] < 0 ? 0 : wholes[Int(codes[row])] }

  func outcome(_ one: Int, _ other: Int) throws(Fault) -> Outcome {
    let (first, second) = (codes[one], codes[other])
    if first < 0 || second < 0 { return .open }
    if isSimilar { return .known(nearest(first, second).likeness) }
    if first == second { return .known(1) }
    let (left, right) = (values[Int(first)], values[Int(second)])
    if left.isTold, right.isTold, left.kindName == right.kindName { return .known(0) }
    let same: Truth
    do throws(Fault) { same = try Comparison.equal(left, right, watch) } catch {
      if error.isCancellation { throw error }
      return .known(0)
    }
    return same.isYes ? .known(1) : same.isNo ? .known(0) : .open
  }

  /// The nearest of the names that two values hold.
  private func nearest(_ first: Int32, _ second: Int32) -> (likeness: Double, one: Int32, other: Int32) {
    var best: (likeness: Double, one: Int32, other: Int32) = (-1, 0, 0)
    for one in namesOf[Int(first)] {
      for other in namesOf[Int(second)] {
        let likeness = names.likeness(one, other)
        if likeness > best.likeness { best = (likeness, one, other) }
      }
    }
    return best
  }

  /// What stands in both rows, with a sign between where it is not the same; of several names those that are nearest.
  func shown(_ one: Int, _ other: Int, between sign: String) throws(Fault) -> String {
    let (left, right): (String, String)
    if isSimilar {
      let nearest = nearest(codes[one], codes[other])
      (left, right) = (names.texts[Int(nearest.one)], names.texts[Int(nearest.other)])
    } else {
      (left, right) = (try column[one].settled.written(watch), try column[other].settled.written(watch))
    }
    return left == right ? "\(name): \(left)" : "\(name): \(left) \(sign) \(right)"
  }
}

extension Value {
  /// Whether it is the same as another only where both are written alike.
  fileprivate var isTold: Bool {
    switch self {
    case .short, .text, .integer, .truth: true
    case .real, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .entity, .disputed, .series,
      .table, .sealed, .function:
      false
    }
  }

  /// The names that a value holds: a text itself, those in a list, and of a record all that it is called.
  func namesToCompare(_ watch: Watch) throws(Fault) -> [String] {
    switch settled {
    case .short, .text: return [string ?? ""]
    case .integer, .real, .date: return [try settled.written(watch)]
    case .entity(let entity):
      // Inside another record a name such as `target` says which one is meant there, and nothing of who it is.
      let own = entity.label ?? (entity.owner == nil ? entity.name : nil)
      return (own.map { [$0] } ?? []) + entity.otherNames
    case .list(let items):
      var names: [String] = []
      for item in items where item.reasons == nil { names += try item.namesToCompare(watch) }
      return names
    case .none, .unknown: return []
    case .truth, .record, .map, .span, .quantity, .range, .disputed, .series, .table, .sealed, .function:
      throw .notAName(self)
    }
  }
}
