import CSQLite
import Diagnostics
import Values

/// Writes a table into a database of SQLite that holds only it.
struct DatabaseWriter {
  private let handle: OpaquePointer
  private let name: String

  /// - Parameters:
  ///   - title: what the table is called in the database.
  ///   - name: of the file, for messages.
  static func bytes(
    _ table: ExportedTable, titled title: String, named name: String, _ watch: Watch
  ) throws(Fault) -> [UInt8] {
    var opened: OpaquePointer?
    guard sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nil) == SQLITE_OK,
      let handle = opened
    else {
      sqlite3_close(opened)
      throw .cannotBeMade(name, "there is no memory for it")
    }
    defer { sqlite3_close_v2(handle) }
    let writer = DatabaseWriter(handle: handle, name: name)
    try writer.write(table, titled: title, watch)
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw .cannotBeMade(name, "there is no memory for it")
    }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }

  private func write(_ table: ExportedTable, titled title: String, _ watch: Watch) throws(Fault) {
    // Two names that differ in capitals alone are one in a database.
    var taken: Set<String> = []
    let heads = table.heads.map { head in
      var free = head
      var number = 1
      while !taken.insert(free.lowercased()).inserted {
        number += 1
        free = "\(head) (\(number))"
      }
      return free.quotedForSQL
    }
    try run("CREATE TABLE \(title.quotedForSQL) (\(heads.joined(separator: ", ")))")
    if heads.isEmpty { return }
    try run("BEGIN")
    var prepared: OpaquePointer?
    let places = Array(repeating: "?", count: heads.count).joined(separator: ", ")
    try check(
      sqlite3_prepare_v2(handle, "INSERT INTO \(title.quotedForSQL) VALUES (\(places))", -1, &prepared, nil))
    defer { sqlite3_finalize(prepared) }
    for row in 0..<table.count {
      sqlite3_reset(prepared)
      for (column, cell) in try table.cells(row, watch).enumerated() {
        try watch.tick()
        try bind(cell, to: Int32(column + 1), of: prepared)
      }
      let status = sqlite3_step(prepared)
      if status != SQLITE_DONE { try check(status) }
    }
    try run("COMMIT")
  }

  private func bind(_ cell: ExportedCell?, to place: Int32, of statement: OpaquePointer?) throws(Fault) {
    guard let cell else { return try check(sqlite3_bind_null(statement, place)) }
    switch cell.number {
    case .integer(let number): try check(sqlite3_bind_int64(statement, place, sqlite3_int64(number)))
    case .real(let number): try check(sqlite3_bind_double(statement, place, number))
    case nil:
      // SQLite copies the text before this returns.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      let bytes = Array(cell.text.utf8)
      let status = bytes.withUnsafeBytes { bytes in
        sqlite3_bind_text64(
          statement, place, bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? UnsafePointer(bitPattern: 1),
          sqlite3_uint64(bytes.count), copied, UInt8(SQLITE_UTF8))
      }
      try check(status)
    }
  }

  private func run(_ statement: String) throws(Fault) { try check(sqlite3_exec(handle, statement, nil, nil, nil)) }

  private func check(_ status: Int32) throws(Fault) {
    if status == SQLITE_OK { return }
    throw .cannotBeMade(name, sqlite3_errmsg(handle).map { String(cString: $0) } ?? "it is refused")
  }
}

extension String {
  fileprivate var quotedForSQL: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension Fault {
  fileprivate static func cannotBeMade(_ name: String, _ message: String) -> Fault {
    Fault(
      "R735", "\(name) cannot be made: \(message)", argument: 1,
      help: "a database has at most 2,000 columns; a file of rows has no such bound: `save \"table.csv\"`")
  }
}
