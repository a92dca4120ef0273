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
    let key: [Value]
    let rows: Positions
    /// The first of its rows.
    let first: Int

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
    var found: [(codes: [Int], key: [Value], rows: [Int])] = []

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
            try watch.add((codes, key, []), to: &found)
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
      for (index, key) in keys.enumerated() { codes[index] = Int(key.codes[row]) }
      try add(row)
    }
    try keep(found.map { Group(codes: $0.codes, key: $0.key, rows: Positions($0.rows), first: $0.rows[0]) }, watch)
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
  func members(_ rows: Positions, by keys: [GroupKey], _ watch: Watch) throws(Fault) -> Table {
    let table = try table.picking(rows, notes: [], watch)
    let spread = keys.filter(\.isSpread)
    if spread.isEmpty { return table }
    return table.doubting(
      spread.reduce(table.doubts) { doubts, key in
        doubts.joined(Doubts(rows.rows.map { key.isSpread($0) }) { key.doubt(rows.rows[$0]) })
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
