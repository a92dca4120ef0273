import CSQLite
import Diagnostics
import Values

/// A database of SQLite whose bytes are in memory: it is read, never written, and SQLite opens no file for it.
final class Database {
  private let name: String
  private let watch: Watch
  private let handle: OpaquePointer
  /// The fault that stopped a query from outside.
  private var fault: Fault?
  /// Whether a query wanted more than to read.
  private var isRefused = false

  /// So many steps of SQLite's machine are done between two looks whether to go on.
  private static let stepsBetweenLooks: Int32 = 10_000

  /// Opens the database in some bytes and works with it; they must stay where they are until it is done.
  static func open<Result>(
    _ bytes: inout [UInt8], named name: String, _ watch: Watch, _ work: (Database) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    // A database that keeps its last changes in a second file is opened as one that does not: there is no second file.
    if isWriteAhead(bytes) { (bytes[18], bytes[19]) = (1, 1) }
    if isCutOff(bytes) { throw .brokenDatabase(name, "it is cut off") }
    return try bytes.withUnsafeMutableBufferPointer { bytes throws(Fault) in
      let database = try Database(name, bytes, watch)
      defer { database.close() }
      return try work(database)
    }
  }

  /// Whether the last changes may stand in a second file beside this one.
  static func isWriteAhead(_ bytes: [UInt8]) -> Bool { bytes.count > 100 && bytes[18] == 2 && bytes[19] == 2 }

  /// Whether the file is shorter than its head says, where that can be believed (the file format of SQLite, 1.3).
  private static func isCutOff(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 100 else { return true }
    guard bytes[24..<28] == bytes[92..<96] else { return false }
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    let count = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
    return bytes.count < (size == 1 ? 65_536 : size) * count
  }

  private init(_ name: String, _ bytes: UnsafeMutableBufferPointer<UInt8>, _ watch: Watch) throws(Fault) {
    self.name = name
    self.watch = watch
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw .brokenDatabase(name, "it cannot be opened")
    }
    handle = opened
    csqlite_harden(handle)
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(Value.longestText))
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    // What is sorted is kept in memory, not in a file of its own.
    sqlite3_exec(handle, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON", nil, nil, nil)
    let size = sqlite3_int64(bytes.count)
    let status = sqlite3_deserialize(
      handle, "main", bytes.baseAddress, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
    guard status == SQLITE_OK else {
      close()
      throw .brokenDatabase(name, "it cannot be opened")
    }
    // Only reading is allowed; the names are those of the codes in sqlite3.h.
    sqlite3_set_authorizer(
      handle,
      { data, action, _, detail, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_FUNCTION:
          if let detail, String(cString: detail).lowercased() != "load_extension" { return SQLITE_OK }
        default: break
        }
        Database.of(data)?.isRefused = true
        return SQLITE_DENY
      }, Unmanaged.passUnretained(self).toOpaque())
    sqlite3_progress_handler(
      handle, Database.stepsBetweenLooks,
      { data in Database.of(data)?.look() ?? 0 },
      Unmanaged.passUnretained(self).toOpaque())
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> Database? {
    data.map { Unmanaged<Database>.fromOpaque($0).takeUnretainedValue() }
  }

  private func close() { sqlite3_close_v2(handle) }

  /// Not 0 where SQLite must stop.
  private func look() -> Int32 {
    do throws(Fault) { try watch.look() } catch {
      fault = error
      return 1
    }
    return 0
  }

  // MARK: Tables

  /// The names of the tables and views that are not SQLite's own.
  func tables() throws(Fault) -> [String] {
    let rows = try rows(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        + "ORDER BY rowid")
    return rows.indices.compactMap { rows.columns?.columns[0][$0].string }
  }

  /// All rows of a table.
  func table(_ title: String, notes: [String] = []) throws(Fault) -> Table {
    let quoted = title.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return try rows("SELECT * FROM \"\(quoted)\"", notes: notes)
  }

  /// The answer of a query, which must be one that only reads.
  func rows(_ query: String, notes: [String] = []) throws(Fault) -> Table {
    let statement = try prepare(query)
    defer { sqlite3_finalize(statement) }
    var names = HeadNames()
    for column in 0..<sqlite3_column_count(statement) {
      let written = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
      names.add(written.normalised, orElse: "column_\(column + 1)")
    }
    let builders = names.names.map { _ in ColumnBuilder() }
    var bytes = names.names.map { _ in 0 }
    var count = 0
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        count += 1
        try watch.tick()
        watch.advance(Watch.Progress("reading \(name)", done: count, of: nil))
        for column in builders.indices {
          try addCell(statement, Int32(column), row: count, names.names[column], to: builders[column], &bytes[column])
        }
      case SQLITE_DONE:
        var notes = notes + names.notes
        let counted = zip(names.names, bytes).map { (name: $0, count: $1) }.filter { $0.count > 0 }
        if !counted.isEmpty { notes.append("bytes that are no text, which are unknown: \(counted.counts)") }
        return Table(Columns(names.names, builders.map { $0.column() }, count: count, reading: notes), unit: .row)
      case let status: throw problem(status, query)
      }
    }
  }

  private func addCell(
    _ statement: OpaquePointer, _ column: Int32, row: Int, _ title: String, to builder: ColumnBuilder,
    _ bytes: inout Int
  ) throws(Fault) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: try builder.add(.integer(Int(sqlite3_column_int64(statement, column))), watch)
    case SQLITE_FLOAT:
      let number = sqlite3_column_double(statement, column)
      try builder.add(number.isFinite ? .real(number) : .unknown(.imprecise), watch)
    case SQLITE_TEXT:
      guard let start = sqlite3_column_text(statement, column) else { throw problem(SQLITE_NOMEM, "") }
      let text = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
      if let place = text.firstNotUTF8 { throw .notTextInDatabase(name, title, row: row, text[place]) }
      try builder.add(text, watch)
    case SQLITE_BLOB:
      bytes += 1
      builder.addNothing()
    default: builder.addNothing()
    }
  }

  private func prepare(_ query: String) throws(Fault) -> OpaquePointer {
    var statement: OpaquePointer?
    var hasRest = false
    let bytes = Array(query.utf8) + [0]
    // SQLite reads up to a zero, and says where the first statement ends.
    let status = bytes.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: CChar.self).baseAddress
      var end: UnsafePointer<CChar>?
      let status = sqlite3_prepare_v2(handle, start, Int32(bytes.count), &statement, &end)
      if let start, let end { hasRest = bytes[(end - start)...].contains { $0 > 0x20 && $0 != UInt8(ascii: ";") } }
      return status
    }
    guard status == SQLITE_OK else { throw problem(status, query) }
    guard let statement else { throw .notASelect(name) }
    if hasRest || sqlite3_stmt_readonly(statement) == 0 || sqlite3_column_count(statement) == 0 {
      sqlite3_finalize(statement)
      throw .notASelect(name)
    }
    return statement
  }

  private func problem(_ status: Int32, _ query: String) -> Fault {
    if let fault { return fault }
    if isRefused { return .notASelect(name) }
    let message = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "it cannot be read"
    switch status & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_IOERR: return .brokenDatabase(name, message)
    default: return .queryFails(name, message)
    }
  }

  // MARK: Files

  /// Reads a table of the database in a file, or the answer of a query.
  ///
  /// - Parameter isBehind: whether a second file beside it has something in it, which is not read.
  static func read(
    _ bytes: inout [UInt8], named name: String, table: String?, query: String?, isBehind: Bool, _ watch: Watch
  ) throws(Fault) -> Table {
    var notes: [String] = []
    if isBehind { notes.append("what stands in \(name)-wal beside it is not read") }
    return try open(&bytes, named: name, watch) { database throws(Fault) in
      if let query {
        return try database.rows(query, notes: ["read from \(name): the answer of a query"] + notes)
      }
      let tables = try database.tables()
      guard let table else {
        guard tables.count == 1 else { throw .whichTable(name, tables) }
        return try database.table(tables[0], notes: ["read from \(name): table `\(tables[0])`"] + notes)
      }
      let found = tables.first { $0 == table } ?? tables.first { $0.lowercased() == table.lowercased() }
      guard let found else { throw .noSuchTable(name, table, tables) }
      let others = tables.filter { $0 != found }
      notes = ["read from \(name): table `\(found)`"] + notes
      if !others.isEmpty { notes.append("other tables: \(others.listed)") }
      return try database.table(found, notes: notes)
    }
  }
}
