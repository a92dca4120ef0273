import Diagnostics
import Values

// Every message about a database that cannot be read (R730 to R734), as it reads where it is thrown.
extension Fault {
  static func whichTable(_ name: String, _ tables: [String]) -> Fault {
    tables.isEmpty
      ? Fault("R730", "\(name) has no table")
      : Fault(
        "R730", "\(name) has \(tables.count) tables: \(tables.listed)",
        help: "say which is to be read: `table: \"\(tables[0])\"`")
  }

  static func noSuchTable(_ name: String, _ table: String, _ tables: [String]) -> Fault {
    Fault(
      "R730", "\(name) has no table `\(table)`", help: tables.isEmpty ? nil : "its tables are \(tables.listed)")
  }

  static func notASelect(_ name: String) -> Fault {
    Fault(
      "R731", "a query of \(name) is one SELECT, which reads this database and changes nothing",
      help: "`query: \"select name, date from cases\"`")
  }

  static func queryFails(_ name: String, _ message: String) -> Fault {
    Fault("R732", "\(name) cannot answer the query: \(message)")
  }

  static func brokenDatabase(_ name: String, _ message: String) -> Fault {
    Fault("R733", "\(name) is broken: \(message)", help: "`sqlite3 \(name) .recover` may still save what is in it")
  }

  static func notTextInDatabase(_ name: String, _ column: String, row: Int, _ byte: UInt8) -> Fault {
    Fault(
      "R734",
      "\(name), row \(row): the text in `\(column)` has the byte \(String(byte, radix: 16, uppercase: true)), which is no text in UTF-8"
    )
  }
}
