import Values

/// One value that a step works out over the rows of a group, and what it is called.
struct GroupColumn {
  let name: String
  /// The field of the rows of which it is the list; nil where it is anything else.
  let field: String?
  /// Whether it is how many they are.
  let isCount: Bool
  let value: (Table) throws(Fault) -> Value

  init(
    _ name: String, field: String? = nil, isCount: Bool = false, _ value: @escaping (Table) throws(Fault) -> Value
  ) {
    self.name = name
    self.field = field
    self.isCount = isCount
    self.value = value
  }

  /// How many rows there are, under a name that no key bears.
  static func count(besides keys: [String]) -> GroupColumn {
    GroupColumn(keys.contains("count") ? "count_2" : "count", isCount: true) { group throws(Fault) in group.rowCount }
  }
}

/// Rows counted by two keys: a row for each value of the first, a column for each value of the second.
struct Crossing {
  /// What a share is one of, and which totals are shown.
  enum Side: String, CaseIterable {
    case row, column, all
  }

  /// A cell by the codes of its row and its column; nil for the total of all.
  private struct Place: Hashable {
    let row: Int?
    let column: Int?

    /// Which of the keys decide whether something stands there.
    var keys: [Int] { (row == nil ? [] : [0]) + (column == nil ? [] : [1]) }
  }

  private let table: Table
  private let keys: [GroupKey]
  private let groups: Groups
  private let rows: [Int]
  private let columns: [Int]
  /// The rows of the table in each cell and each total that has any.
  private var members: [Place: Positions] = [:]
  /// Of those of a whole, how many surely stand in it.
  private var certain: [Place: Int] = [:]
  /// Whether rows of unknown keys count as possible wherever they may stand, as steps behind the table reckon with them.
  private var isReckoned = false
  private let watch: Watch

  /// So many columns are more than anybody reads.
  static let mostColumns = 1000

  init(_ table: Table, by columns: [NewColumn], _ watch: Watch) throws(Fault) {
    self.table = table
    self.watch = watch
    groups = try Groups(table, by: columns, step: "cross", watch)
    keys = groups.keys
    var codes: [(row: Int, column: Int)] = []
    for group in groups.all {
      try watch.add((row: group.codes[0], column: group.codes[1]), to: &codes)
      members[Place(row: group.codes[0], column: group.codes[1])] = group.rows
    }
    rows = try Crossing.each(codes.map(\.row), keys[0], watch)
    self.columns = try Crossing.each(codes.map(\.column), keys[1], watch)
    if self.columns.count > Crossing.mostColumns {
      throw .crossIsTooWide(keys[1].name, self.columns.count, argument: 1)
    }
    for group in try Groups(table, by: [keys[0]], watch).all {
      members[Place(row: group.codes[0], column: nil)] = group.rows
    }
    for group in try Groups(table, by: [keys[1]], watch).all {
      members[Place(row: nil, column: group.codes[0])] = group.rows
    }
    members[Place(row: nil, column: nil)] = Positions(count: table.count) { Array(table.indices) }
    for (place, rows) in members {
      if table.isDecided, !place.keys.contains(where: { keys[$0].isSpread }) {
        certain[place] = rows.count
        continue
      }
      try watch.tick(rows.count)
      certain[place] = rows.rows.count { isCertain($0, place.keys) }
    }
  }

  /// The codes of one axis, each once, in the order in which they are shown.
  private static func each(_ codes: [Int], _ key: GroupKey, _ watch: Watch) throws(Fault) -> [Int] {
    var seen: Set<Int> = []
    return try key.ordered(watch.filter(codes) { code throws(Fault) in seen.insert(code).inserted }, watch)
  }

  /// Whether a row surely stands where some of the keys put it.
  private func isCertain(_ row: Int, _ keys: [Int]) -> Bool {
    table.isCertain(row) && keys.allSatisfy { isSure(row, $0) }
  }

  /// Whether nothing but its value for a key is possible for a row.
  private func isSure(_ row: Int, _ key: Int) -> Bool {
    !keys[key].isSpread(row) && !(isReckoned && keys[key].values[Int(keys[key].codes[row])].reasons != nil)
  }

  /// Whether rows are of unknown value where the code of a key puts them.
  private func isUnknown(_ code: Int?, _ key: Int) -> Bool {
    code.map { keys[key].values[$0].reasons != nil } ?? false
  }

  /// The rows that stand in a place.
  private func own(_ place: Place) -> Positions { members[place] ?? Positions([]) }

  /// The rows that stand elsewhere for want of a key and may belong to a place.
  private func others(_ place: Place) -> [Positions] {
    if !isReckoned { return [] }
    func codes(_ code: Int?, _ key: Int, _ all: [Int]) -> [Int?] {
      code == nil || isUnknown(code, key) ? [code] : [code] + all.filter { isUnknown($0, key) }
    }
    let (rows, columns) = (codes(place.row, 0, rows), codes(place.column, 1, columns))
    return rows.flatMap { row in columns.map { Place(row: row, column: $0) } }.dropFirst().compactMap { members[$0] }
  }

  /// Whether a place is one of known keys, as far as steps reckon with it.
  private func isKnown(_ place: Place) -> Bool {
    !isReckoned || !isUnknown(place.row, 0) && !isUnknown(place.column, 1)
  }

  /// How many rows surely stand in a place, and how many at most.
  private func counts(_ place: Place) -> (certain: Int, most: Int) {
    (isKnown(place) ? certain[place] ?? 0 : 0, others(place).reduce(own(place).count) { $0 + $1.count })
  }

  /// The table of counts, or of what the columns work out over the rows of each cell.
  func table(_ figures: [GroupColumn], totals: Side?) throws(Fault) -> Table {
    try table(figures.map(\.name), totals: totals) { crossing, place throws(Fault) in
      var values: [Value] = []
      for figure in figures {
        do throws(Fault) { values.append(try figure.value(crossing.rows(place))) } catch {
          throw error.noting("in the cell \(name(place.row, 0)), \(name(place.column, 1))")
        }
      }
      return values
    }
  }

  /// The rows of a place, and those that may belong to it.
  private func rows(_ place: Place) throws(Fault) -> Table {
    try groups.members(
      own(place), and: others(place), areCertain: isKnown(place), by: place.keys.map { keys[$0] }, watch)
  }

  /// The table of shares: of each row, of each column, or of all.
  func shares(of side: Side, totals: Side?) throws(Fault) -> Table {
    try table(["share"], totals: totals) { crossing, place throws(Fault) in [try crossing.share(place, of: side)] }
  }

  /// The share that a cell has of its whole, worked out jointly: what stands in the cell stands in the whole.
  private func share(_ place: Place, of side: Side) throws(Fault) -> Value {
    let whole = Place(row: side == .row ? place.row : nil, column: side == .column ? place.column : nil)
    var tally = Tally()
    let other = place.keys.filter { !whole.keys.contains($0) }
    for row in others(place).reduce(own(place).rows, { $0 + $1.rows }) {
      try watch.tick()
      let isSure = other.allSatisfy { self.isSure(row, $0) }
      let isCertain = isCertain(row, whole.keys)
      tally.add(isSure ? .yes : Truth(unknown: .imprecise), certain: isCertain ? 1 : 0, possible: isCertain ? 0 : 1)
    }
    let (surely, most) = counts(whole)
    tally.no = surely - tally.yes - tally.undecided
    tally.possiblyNo = most - surely - tally.possiblyYes - tally.possiblyUndecided
    return tally.share
  }

  /// The table as it is shown, and as steps reckon with it where something is unknown in the keys.
  private func table(
    _ figures: [String], totals: Side?, _ values: @escaping (Crossing, Place) throws(Fault) -> [Value]
  ) throws(Fault) -> Table {
    let shown = try laidOut(figures, totals: totals, values)
    if !rows.contains(where: { isUnknown($0, 0) }), !columns.contains(where: { isUnknown($0, 1) }) { return shown }
    var reckoned = self
    reckoned.isReckoned = true
    return shown.reckoning { [reckoned] _ throws(Fault) in try reckoned.laidOut(figures, totals: totals, values) }
  }

  private func laidOut(
    _ figures: [String], totals: Side?, _ values: (Crossing, Place) throws(Fault) -> [Value]
  ) throws(Fault) -> Table {
    let showsColumn = totals == .row || totals == .all
    let showsRow = totals == .column || totals == .all
    let columns = self.columns.map { Optional($0) } + (showsColumn ? [nil] : [])
    let rows = self.rows.map { Optional($0) } + (showsRow ? [nil] : [])
    var names = [keys[0].name]
    for column in columns {
      for figure in figures {
        let name = name(column, 1)
        names.append(Crossing.free(figures.count == 1 ? name : "\(name) \(figure)", among: names))
      }
    }
    let shape = Shape(names)
    var result: [Value] = []
    var doubts: [Doubt?] = []
    var further: [Int: Int] = [:]
    for row in rows {
      var cells: [Value] = [.text("total")]
      if let row { cells = [try key(row, of: 0)] }
      for column in columns { try watch.add(values(self, Place(row: row, column: column)), to: &cells) }
      try watch.add(.record(Record.make(shape, cells)), to: &result)
      // Rows of unknown key may be as many rows of the cross.
      let place = Place(row: row, column: nil)
      if !isKnown(place) { further[doubts.count] = counts(place).most - 1 }
      try watch.add(row.flatMap { doubt($0) }, to: &doubts)
    }
    let open = Doubts(doubts, further: further)
    return noting(Table(result, doubts: open, .records(names), unit: .crossed, notes: table.notes))
  }

  /// A row of the cross is possible where none of its rows is certain.
  private func doubt(_ row: Int) -> Doubt? {
    let place = Place(row: row, column: nil)
    guard counts(place).certain == 0, let first = members[place]?.rows.first else { return nil }
    return table.doubt(first) ?? keys[0].doubt(first)
  }

  private func noting(_ result: Table) -> Table {
    let unit = table.unit ?? .row
    var result = result
    for (index, places) in [(0, "rows"), (1, "columns")] {
      let codes = index == 0 ? rows : columns
      guard let unknown = codes.first(where: { keys[index].values[$0].reasons != nil }), codes.count > 1 else {
        continue
      }
      let place = index == 0 ? Place(row: unknown, column: nil) : Place(row: nil, column: unknown)
      let count = members[place]?.count ?? 0
      result = result.noting(
        "\(unit.counted(count)) of unknown `\(keys[index].name)` may belong to other \(places)")
    }
    return groups.notingSpread(result, "cells")
  }

  /// The value of a key; the reasons of all that is unknown are kept.
  private func key(_ code: Int, of index: Int) throws(Fault) -> Value {
    let place = index == 0 ? Place(row: code, column: nil) : Place(row: nil, column: code)
    guard keys[index].values[code].reasons != nil, let rows = members[place], let first = rows.rows.first else {
      return keys[index].values[code]
    }
    return try keys[index].value(ofRow: first, among: rows, watch)
  }

  private func name(_ code: Int?, _ index: Int) -> String {
    guard let code else { return "total" }
    let value = keys[index].values[code]
    return value.reasons == nil ? value.printed : "unknown"
  }

  /// A name that no column bears yet: two values can read alike, such as a country and a text.
  static func free(_ name: String, among names: [String]) -> String {
    var (free, number) = (name, 1)
    while names.contains(free) {
      number += 1
      free = "\(name) (\(number))"
    }
    return free
  }
}
