import Values

/// What two versions of a table say differently.
struct Changes {
  private let new: Table
  private let old: Table
  private let names: [String]
  private let newKeys: JoinKeys
  private let oldKeys: JoinKeys
  private let newRows: [Int: Int]
  private let oldRows: [Int: Int]
  private let keyValues: [Value]
  private let watch: Watch

  init(_ new: Table, since old: Table, by keys: [NewColumn], _ watch: Watch) throws(Fault) {
    if case .values = new.content { throw .hasNoColumns("compare") }
    if case .values = old.content { throw .hasNoColumns("compare") }
    self.new = new
    self.old = old
    self.watch = watch
    var codes = KeyCodes(watch)
    names = keys.map(\.name)
    newKeys = try JoinKeys(keys, of: new, step: "compare", &codes, watch)
    oldKeys = try JoinKeys(keys, of: old, step: "compare", &codes, watch)
    try newKeys.checkKinds(against: oldKeys)
    keyValues = codes.values
    newRows = try Changes.rows(newKeys, "this table", codes.values, watch)
    oldRows = try Changes.rows(oldKeys, "the other table", codes.values, watch)
    fields = keys.map(\.field)
  }

  private let fields: [String?]

  private static func rows(
    _ keys: JoinKeys, _ table: String, _ values: [Value], _ watch: Watch
  ) throws(Fault) -> [Int: Int] {
    var rows: [Int: Int] = [:]
    for (row, code) in keys.codes.enumerated() {
      try watch.tick()
      guard let code else { continue }
      if rows[code] != nil { throw .keyTwice(values[code].quoted, table, argument: 2) }
      rows[code] = row
    }
    return rows
  }

  private struct Result {
    var rows: [Value] = []
    var doubts: [Doubt?] = []
    var same = 0
  }

  /// A row for each change, in the order of the new table; what was removed stands last.
  func table() throws(Fault) -> Table {
    let shared = new.columnNames.filter { old.columnNames.contains($0) && !fields.contains($0) }
    let shape = Shape(names + ["change", "column", "old", "new"])
    var result = Result()

    func add(_ code: Int, _ change: String, _ cells: [Value], _ doubt: Doubt?) throws(Fault) {
      let key: [Value] =
        if names.count > 1, case .list(let parts) = keyValues[code] { parts } else { [keyValues[code]] }
      try watch.add(.record(Record.make(shape, key + [.text(change)] + cells)), to: &result.rows)
      try watch.add(doubt, to: &result.doubts)
    }

    for (row, code) in newKeys.codes.enumerated() {
      try watch.tick()
      guard let code else { continue }
      guard let before = oldRows[code] else {
        try add(code, "added", [.none, .none, .none], new.doubt(row))
        continue
      }
      let doubt = Doubt.joined(new.doubt(row), old.doubt(before))
      var isSame = true
      for name in shared {
        let (then, now) = (old.cell(before, name).settled, new.cell(row, name).settled)
        if try then.isSameAsWritten(now, watch) { continue }
        isSame = false
        try add(code, "changed", [.text(name), then, now], doubt)
      }
      if isSame, doubt == nil { result.same += 1 }
      // A row that may belong to one version only may have been added, or removed.
      if let doubt = old.doubt(before) { try add(code, "added", [.none, .none, .none], doubt) }
      if let doubt = new.doubt(row) { try add(code, "removed", [.none, .none, .none], doubt) }
    }
    for (row, code) in oldKeys.codes.enumerated() {
      try watch.tick()
      if let code, newRows[code] == nil { try add(code, "removed", [.none, .none, .none], old.doubt(row)) }
    }
    return noting(
      Table(
        result.rows, doubts: Doubts(result.doubts), .records(shape.names),
        unit: Table.Unit(one: "change", many: "changes")),
      same: result.same)
  }

  private func noting(_ table: Table, same: Int) -> Table {
    var table = table
    if same > 0 { table = table.noting("\((new.unit ?? .row).counted(same)) the same in both") }
    let unknown = newKeys.codes.count { $0 == nil } + oldKeys.codes.count { $0 == nil }
    let key = names.map { "`\($0)`" }.joined(separator: ", ")
    if unknown > 0 { table = table.noting("\((new.unit ?? .row).counted(unknown)) of unknown \(key) not compared") }
    let single = (new.columnNames + old.columnNames).filter {
      new.columnNames.contains($0) != old.columnNames.contains($0)
    }
    if single.isEmpty { return table }
    return table.noting("in one of the two tables only: \(single.map { "`\($0)`" }.joined(separator: ", "))")
  }
}
