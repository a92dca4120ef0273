import Values

/// The rows of a table by the values of some keys: a group for each combination, in the order in which they come, and
/// those of which a part is unknown last.
///
/// A key can be a number of which only the ends are known, as is the year of a date that lies in December or January.
/// Its row may belong to any group between the ends, and is a possible row of each.
struct Groups {
  struct Group {
    /// For each key the number of its value.
    let codes: [Int]
    fileprivate(set) var key: [Value]
    fileprivate(set) var rows: [Int] = []

    var isKnown: Bool { key.allSatisfy { $0.reasons == nil } }
  }

  let table: Table
  let keys: [GroupKey]
  private(set) var all: [Group] = []
  /// How many rows stand in a group of which a part is unknown.
  private(set) var homeless = 0
  /// How many rows may stand in one group or another.
  private(set) var spread = 0

  init(_ table: Table, by columns: [NewColumn], step: String, _ watch: Watch) throws(Fault) {
    var keys: [GroupKey] = []
    for column in columns { keys.append(try GroupKey(column, of: table, step: step, watch)) }
    try self.init(table, by: keys, watch)
  }

  init(_ table: Table, by keys: [GroupKey], _ watch: Watch) throws(Fault) {
    self.table = table
    self.keys = keys
    let isSpread = keys.contains { $0.isSpread }
    if !isSpread, let groups = try Groups.together(table, keys, watch) {
      try keep(groups, watch)
      return
    }
    // One level for each key: what stands in a group is found by the number of its part before and its own code.
    var places: [[UInt64: Int]] = Array(repeating: [:], count: keys.count)
    var codes = [Int](repeating: 0, count: keys.count)
    var found: [Group] = []

    func add(_ row: Int) throws(Fault) {
      var place = 0
      for (level, code) in codes.enumerated() {
        let path = UInt64(place) << 32 | UInt64(code)
        if let known = places[level][path] {
          place = known
        } else {
          let last = level == codes.count - 1
          let new = last ? found.count : places[level].count
          if last {
            let key = zip(keys, codes).map { key, code in key.reasons(row).map { .unknown($0) } ?? key.values[code] }
            try watch.add(Group(codes: codes, key: key), to: &found)
          } else {
            try watch.tick()
          }
          places[level][path] = new
          place = new
        }
      }
      try watch.add(row, to: &found[place].rows)
      // The reasons of all that is unknown in a group are kept.
      for (index, part) in found[place].key.enumerated() {
        guard let before = part.reasons, let reasons = keys[index].reasons(row) else { continue }
        found[place].key[index] = .unknown(before.joined(reasons))
      }
    }

    func addAll(_ row: Int, from index: Int) throws(Fault) {
      if index == keys.count { return try add(row) }
      for code in keys[index].alternatives(row) {
        codes[index] = code
        try addAll(row, from: index + 1)
      }
    }

    for row in table.indices {
      if isSpread, keys.contains(where: { $0.isSpread(row) }) {
        spread += 1
        try addAll(row, from: 0)
        continue
      }
      for (index, key) in keys.enumerated() { codes[index] = key.codes[row] }
      try add(row)
    }
    try keep(found, watch)
  }

  /// With no more combinations of values than these, each has a place of its own, whether it comes or not.
  private static let mostPlaces = 1 << 22

  /// The groups of rows of which each stands in one; nil where there could be too many of them.
  private static func together(_ table: Table, _ keys: [GroupKey], _ watch: Watch) throws(Fault) -> [Group]? {
    var count = 1
    for key in keys {
      let (product, overflow) = count.multipliedReportingOverflow(by: max(1, key.values.count))
      if overflow || product > mostPlaces { return nil }
      count = product
    }
    try watch.take((count + 2 * table.count) * MemoryLayout<Int>.stride)
    var places = [Int](repeating: 0, count: table.count)
    for key in keys {
      try watch.tick(table.count)
      for row in table.indices { places[row] = places[row] * key.values.count + key.codes[row] }
    }
    // The groups stand in the order in which they come.
    var numbers = [Int](repeating: -1, count: count)
    var sizes: [Int] = []
    var firsts: [Int] = []
    for row in table.indices {
      if numbers[places[row]] < 0 {
        numbers[places[row]] = sizes.count
        try watch.add(0, to: &sizes)
        try watch.add(row, to: &firsts)
      }
      sizes[numbers[places[row]]] += 1
    }
    var groups = firsts.enumerated().map { number, row in
      var rows: [Int] = []
      rows.reserveCapacity(sizes[number])
      return Group(
        codes: keys.map { $0.codes[row] },
        key: keys.map { key in key.reasons(row).map { .unknown($0) } ?? key.values[key.codes[row]] }, rows: rows)
    }
    for row in table.indices { groups[numbers[places[row]]].rows.append(row) }
    // The reasons of all that is unknown in a group are kept.
    for number in groups.indices where !groups[number].isKnown {
      for (index, key) in keys.enumerated() {
        for row in groups[number].rows {
          try watch.tick()
          guard let before = groups[number].key[index].reasons, let reasons = key.reasons(row) else { break }
          if before != reasons { groups[number].key[index] = .unknown(before.joined(reasons)) }
        }
      }
    }
    return groups
  }

  /// Those of which a part is unknown stand last.
  private mutating func keep(_ found: [Group], _ watch: Watch) throws(Fault) {
    let unknown = try watch.filter(found) { group throws(Fault) in !group.isKnown }
    all = try watch.filter(found) { group throws(Fault) in group.isKnown } + unknown
    homeless = unknown.reduce(0) { $0 + $1.rows.count }
  }

  /// The rows of a group as a table; a row that may belong elsewhere is a possible one.
  func members(of group: Group, _ watch: Watch) throws(Fault) -> Table { try members(group.rows, by: keys, watch) }

  /// Some rows, of which some of the keys say where they stand.
  func members(_ rows: [Int], by keys: [GroupKey], _ watch: Watch) throws(Fault) -> Table {
    let table = try table.picking(rows, notes: [], watch)
    return table.doubting(
      keys.filter(\.isSpread).reduce(table.doubts) { doubts, key in
        doubts.joined(Doubts(rows.map { key.isSpread($0) }) { key.doubt(rows[$0]) })
      })
  }

  /// What the foot says of rows that may belong elsewhere.
  func noting(_ result: Table, _ places: String) -> Table { notes(places).reduce(result) { $0.noting($1) } }

  /// What the foot says of rows that may stand in one place or another.
  func notingSpread(_ result: Table, _ places: String) -> Table {
    spreadNote(places, areCounted: true).map { result.noting($0) } ?? result
  }

  /// The notes on rows that may belong elsewhere; without their numbers, where small ones are kept back.
  func notes(_ places: String, areCounted: Bool = true) -> [String] {
    [homelessNote(places, areCounted), spreadNote(places, areCounted: areCounted)].compactMap { $0 }
  }

  private func homelessNote(_ places: String, _ areCounted: Bool) -> String? {
    if homeless == 0 || !all.contains(where: \.isKnown) { return nil }
    let what = keys.count == 1 ? names : "key"
    return "\(rows(homeless, areCounted)) of unknown \(what) may belong to other \(places)"
  }

  private func spreadNote(_ places: String, areCounted: Bool) -> String? {
    if spread == 0 { return nil }
    let inexact = keys.filter(\.isSpread).map { "`\($0.name)`" }.joined(separator: ", ")
    return "\(rows(spread, areCounted)) possible in several \(places), for want of an exact \(inexact)"
  }

  private var names: String { keys.map { "`\($0.name)`" }.joined(separator: ", ") }

  private func rows(_ count: Int, _ areCounted: Bool) -> String {
    let unit = table.unit ?? .row
    return areCounted ? unit.counted(count) : unit.many
  }
}

/// The values of one key of groups, each once, and which of them each row has.
struct GroupKey {
  let name: String
  private(set) var codes: [Int]
  private(set) var values: [Value]
  /// For the codes of numbers of which only the ends are known, those of all numbers between them.
  private var between: [Int: [Int]] = [:]
  private let column: Column

  /// A number between ends that are farther apart than this is as good as unknown.
  private static let mostBetween = 100

  init(_ key: NewColumn, of table: Table, step: String, _ watch: Watch) throws(Fault) {
    try self.init(key.name, key.value.column(of: table, watch), of: table, step: step, watch) { value in
      GroupKey.between(value)
    }
  }

  /// - Parameter alternatives: the values that a value may turn out to be; nil for one that is what it is.
  init(
    _ name: String, _ column: Column, of table: Table, step: String, _ watch: Watch,
    _ alternatives: (Value) -> [Value]?
  ) throws(Fault) {
    self.name = name
    self.column = column
    var written = WrittenValues(watch)
    var codes: [Int] = []
    var values: [Value] = []
    var between: [Int: [Int]] = [:]

    func code(_ value: Value) throws(Fault) -> Int {
      let (code, isNew) = try written.place(of: value)
      if isNew { try watch.add(value.settled, to: &values) }
      return code
    }

    func code(_ value: Value, ofRow row: Int) throws(Fault) -> Int {
      let value = value.settled
      if try value.holdsSealed(watch) { throw Fault.sealedOrder(step).inRow(table.row(row)) }
      // All that is unknown is one.
      if value.reasons != nil { return try code(.unknown(.notRecorded)) }
      guard let others = alternatives(value) else { return try code(value) }
      if others.isEmpty { return try code(.unknown(.imprecise)) }
      if others.count == 1 { return try code(others[0]) }
      let whole = try code(value)
      if between[whole] == nil { between[whole] = try watch.map(others) { other throws(Fault) in try code(other) } }
      return whole
    }

    if case .coded(let before, let distinct) = column {
      var known = [Int?](repeating: nil, count: distinct.count)
      codes = try watch.map(before.enumerated()) { row, old throws(Fault) in
        if let code = known[Int(old)] { return code }
        let new = try code(distinct[Int(old)], ofRow: row)
        known[Int(old)] = new
        return new
      }
    } else {
      codes = try watch.map(0..<column.count) { row throws(Fault) in try code(column[row], ofRow: row) }
    }
    self.codes = codes
    self.values = values
    self.between = between
  }

  /// The whole numbers that a number may be of which only the ends are known; nil for any other value, and none where
  /// they are too many.
  static func between(_ value: Value) -> [Value]? {
    guard case .quantity(let quantity) = value, quantity.point == nil, quantity.unit == nil, !quantity.isAbout,
      quantity.figures.isEmpty, case .integer(let low) = quantity.low
    else { return nil }
    guard case .integer(let high)? = quantity.high else { return [] }
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    return overflow || distance >= mostBetween ? [] : (low...high).map { .integer($0) }
  }

  /// Whether any row has a number of which only the ends are known.
  var isSpread: Bool { !between.isEmpty }

  func isSpread(_ row: Int) -> Bool { !between.isEmpty && between[codes[row]] != nil }

  /// The codes of all values that a row's may be.
  func alternatives(_ row: Int) -> [Int] { between[codes[row]] ?? [codes[row]] }

  /// Why a row's value is unknown; nil where it is known.
  func reasons(_ row: Int) -> Reasons? {
    values[codes[row]].reasons == nil ? nil : column[row].settled.reasons ?? Reasons(.imprecise)
  }

  func doubt(_ row: Int) -> Doubt {
    let (name, value) = (name, column[row].settled)
    return Doubt { ["\(name) (imprecise: \(value.printed))"] }
  }

  /// Codes in the order in which their values are shown: numbers, dates and ranges by size, anything else as it came;
  /// unknown last, and `none` before it.
  func ordered(_ codes: [Int], _ watch: Watch) throws(Fault) -> [Int] {
    let known = codes.filter { values[$0].orderRank == 0 }
    let others = codes.filter { values[$0].orderRank == 1 } + codes.filter { values[$0].orderRank == 2 }
    let kinds = Set(known.map { values[$0].kindName })
    guard kinds.count == 1, let kind = kinds.first, ["a number", "a date", "a truth", "a span"].contains(kind) else {
      return known + others
    }
    return try watch.sorted(known) { one, other throws(Fault) in try values[one].comesBefore(values[other], watch) }
      + others
  }
}
