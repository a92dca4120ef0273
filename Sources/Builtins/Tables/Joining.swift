import Values

/// Two tables laid beside each other, row by row, where their keys are the same.
///
/// Keys are the same as they were written, and then surely so. Keys that were written differently and may still mean
/// the same, such as a month and a day of it, make a possible row. What is unknown matches nothing.
struct Joining {
  /// Which rows of the left table stay.
  enum Kept: String, CaseIterable {
    case left, matched, unmatched
  }

  /// How many rows of one key may stand on either side.
  enum Pairs: String, CaseIterable {
    case oneToOne = "one_to_one"
    case oneToMany = "one_to_many"
    case manyToOne = "many_to_one"
    case manyToMany = "many_to_many"
  }

  typealias Key = (left: NewColumn, right: NewColumn)

  private let left: Table
  private let right: Table
  private let leftKeys: JoinKeys
  private let rightKeys: JoinKeys
  /// The rows of the right table by the code of their key.
  private let rights: RowsByCode
  /// How many rows of the left table have a key, by its code.
  private var lefts: [Int]
  /// The codes of keys that can mean another one than they were written as.
  private let vague: Set<Int>
  private let watch: Watch

  init(_ left: Table, _ right: Table, on keys: [Key], _ watch: Watch) throws(Fault) {
    self.left = left
    self.right = right
    self.watch = watch
    var codes = KeyCodes(watch)
    rightKeys = try JoinKeys(keys.map(\.right), of: right, step: "join", &codes, watch)
    codes.complete()
    leftKeys = try JoinKeys(keys.map(\.left), of: left, step: "join", &codes, watch)
    try leftKeys.checkKinds(against: rightKeys)
    try watch.take((2 * codes.values.count + right.count) * MemoryLayout<Int>.stride)
    rights = RowsByCode(rightKeys.codes, count: codes.values.count)
    lefts = [Int](repeating: 0, count: codes.values.count)
    for code in leftKeys.codes {
      try watch.tick()
      if let code { lefts[code] += 1 }
    }
    vague = codes.vague
    values = codes.values
  }

  private let values: [Value]

  // MARK: Partners

  /// The codes of the keys that may be the same as one, and whether they surely are.
  private func matches(_ code: Int, among vagueRights: [Int], _ all: [Int]) throws(Fault) -> [(code: Int, isSure: Bool)]
  {
    var found: [(code: Int, isSure: Bool)] = rights[code].isEmpty ? [] : [(code, true)]
    for other in vague.contains(code) ? all : vagueRights where other != code {
      try watch.tick()
      let same: Truth
      do throws(Fault) { same = try Comparison.equal(values[code], values[other], watch) } catch {
        if error.isCancellation { throw error }
        continue
      }
      if !same.isNo { found.append((other, same.isYes)) }
    }
    return found
  }

  /// Refuses keys of which more rows stand on a side than was said; where nothing was said, on both sides at once.
  func check(_ pairs: Pairs?) throws(Fault) {
    if pairs == .manyToMany { return }
    let oneLeft = pairs == .oneToOne || pairs == .oneToMany
    let oneRight = pairs == .oneToOne || pairs == .manyToOne
    for code in leftKeys.codes {
      try watch.tick()
      guard let code, !rights[code].isEmpty else { continue }
      let (left, right) = (lefts[code], rights[code].count)
      if left == 1, right == 1 { continue }
      let key = values[code].quoted
      if pairs == nil, left > 1, right > 1 { throw .joinMultiplies(key, left, right, argument: 1) }
      if oneLeft, left > 1 { throw .notSoManyPairs(pairs?.rawValue ?? "", key, left, "left", argument: 4) }
      if oneRight, right > 1 { throw .notSoManyPairs(pairs?.rawValue ?? "", key, right, "right", argument: 4) }
    }
  }

  /// The joined table.
  func joined(_ kept: Kept) throws(Fault) -> Table {
    let all = vague.isEmpty ? [] : try watch.filter(values.indices) { code throws(Fault) in !rights[code].isEmpty }
    let vagueRights = try watch.filter(all) { code throws(Fault) in vague.contains(code) }
    var cache: [Int: [(code: Int, isSure: Bool)]] = [:]
    var result = Rows()
    var matched = [Bool](repeating: false, count: values.count)
    for row in left.indices {
      try watch.tick()
      guard let code = leftKeys.codes[row] else {
        result.unknownLeft += 1
        if kept != .matched { try result.add(row, nil, left.doubt(row), watch) }
        continue
      }
      let matches: [(code: Int, isSure: Bool)]
      if let known = cache[code] {
        matches = known
      } else if vague.isEmpty {
        matches = rights[code].isEmpty ? [] : [(code, true)]
      } else {
        matches = try self.matches(code, among: vagueRights, all)
        cache[code] = matches
      }
      var isSure = false
      var partners: [(row: Int, isSure: Bool)] = []
      for match in matches {
        matched[match.code] = true
        for partner in rights[match.code] {
          try watch.add((partner, match.isSure), to: &partners)
          isSure = isSure || match.isSure && right.isCertain(partner)
        }
      }
      if matches.count > 1 { partners = try watch.sorted(partners) { $0.row < $1.row } }
      if kept != .unmatched {
        for partner in partners {
          let own = partner.isSure ? nil : leftKeys.doubt(row)
          let doubt = Doubt.joined(Doubt.joined(left.doubt(row), right.doubt(partner.row)), own)
          try result.add(row, partner.row, doubt, watch)
        }
      }
      if partners.isEmpty {
        result.unmatchedLeft += 1
        if kept != .matched { try result.add(row, nil, left.doubt(row), watch) }
      } else if !isSure {
        // It may turn out to match nothing.
        result.perhapsMatched += 1
        let doubt = partners.lazy.compactMap { right.doubt($0.row) }.first ?? leftKeys.doubt(row)
        if kept != .matched { try result.add(row, nil, Doubt.joined(left.doubt(row), doubt), watch) }
      }
    }
    for code in rightKeys.codes {
      try watch.tick()
      if let code { result.unmatchedRight += matched[code] ? 0 : 1 } else { result.unknownRight += 1 }
    }
    return try table(result, withRight: kept != .unmatched)
  }

  // MARK: The table

  /// Which rows of either side stand beside each other.
  private struct Rows {
    var lefts: [Int] = []
    var rights: [Int?] = []
    var doubts: [Doubt?] = []
    var unmatchedLeft = 0
    var unmatchedRight = 0
    var unknownLeft = 0
    var unknownRight = 0
    var perhapsMatched = 0

    mutating func add(_ left: Int, _ right: Int?, _ doubt: Doubt?, _ watch: Watch) throws(Fault) {
      try watch.add(left, to: &lefts)
      try watch.add(right, to: &rights)
      try watch.add(doubt, to: &doubts)
    }
  }

  private func table(_ rows: Rows, withRight: Bool) throws(Fault) -> Table {
    let isMultiplied = zip(rows.lefts, rows.lefts.dropFirst()).contains { $0 == $1 }
    var table = try left.byColumn(watch).picking(rows.lefts, watch).doubting(Doubts(rows.doubts))
    if isMultiplied { table = table.counting(.row) }
    let unit = left.unit ?? .row
    let other = right.unit ?? .row
    let key = leftKeys.names.map { "`\($0)`" }.joined(separator: ", ")
    if withRight {
      for name in right.joinedColumns where !isSharedKey(name) {
        var free = name
        while table.columnNames.contains(free) || table.hasColumn(free) { free = "other_\(free)" }
        table = try table.adding(free, column(name, rows.rights), watch)
        if free != name { table = table.noting("`\(name)` of the other table is `\(free)`") }
      }
    }
    if rows.unmatchedLeft > 0 { table = table.noting("\(unit.counted(rows.unmatchedLeft)) without a match") }
    if rows.perhapsMatched > 0 {
      table = table.noting("\(unit.counted(rows.perhapsMatched)) with a possible match only")
    }
    if rows.unknownLeft > 0 {
      table = table.noting("\(unit.counted(rows.unknownLeft)) of unknown \(key) matched nothing")
    }
    if rows.unmatchedRight > 0 {
      table = table.noting("of the other table \(other.counted(rows.unmatchedRight)) without a match")
    }
    if rows.unknownRight > 0 {
      table = table.noting("of the other table \(other.counted(rows.unknownRight)) of unknown key")
    }
    return table
  }

  /// Whether a column of the right table says what the one of its name on the left says.
  private func isSharedKey(_ name: String) -> Bool {
    vague.isEmpty && zip(leftKeys.fields, rightKeys.fields).contains { $0 == name && $1 == name }
  }

  /// A column of the right table for the rows of the joined one; unknown where a row has no partner.
  private func column(_ name: String, _ rows: [Int?]) throws(Fault) -> Column {
    if case .coded(let codes, let values)? = right.columns?[name] {
      let none = UInt32(values.count)
      let picked = try watch.map(rows) { row throws(Fault) in row.map { codes[$0] } ?? none }
      return .coded(picked, values: values + [.unknown(.notRecorded)])
    }
    return .plain(
      try watch.map(rows) { row throws(Fault) in row.map { right.cell($0, name) } ?? .unknown(.notRecorded) })
  }
}

extension Table {
  /// The columns that a join takes over: of records of the corpus the record itself, from which its fields can be read.
  fileprivate var joinedColumns: [String] {
    switch content {
    case .entities(let kind, let added, _): [kind.name] + added
    case .records(let names): names
    case .values: ["value"]
    }
  }
}

/// Rows by the code of their key.
private struct RowsByCode {
  /// For each code where its rows begin, and behind the last where they end.
  private var starts: [Int]
  private var rows: [Int]

  /// - Parameters:
  ///   - codes: for each row its code; nil for a row of none.
  ///   - count: how many codes there are.
  init(_ codes: [Int?], count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for case let code? in codes { starts[code + 1] += 1 }
    for code in 0..<count { starts[code + 1] += starts[code] }
    var next = starts
    rows = [Int](repeating: 0, count: starts[count])
    for (row, code) in codes.enumerated() {
      guard let code else { continue }
      rows[next[code]] = row
      next[code] += 1
    }
  }

  /// In their order.
  subscript(code: Int) -> ArraySlice<Int> { rows[starts[code]..<starts[code + 1]] }
}
