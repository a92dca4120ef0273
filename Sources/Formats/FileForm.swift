import Diagnostics
import Values

/// In which form a table stands in a file.
public enum FileForm: String, CaseIterable, Sendable {
  case separated = "csv"
  case json
  case jsonLines = "jsonl"
  case workbook = "xlsx"
  case database = "sqlite"

  /// What the name of a file says; rows of text where it says nothing.
  init(path: String) {
    let suffix = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    switch suffix {
    case "json", "geojson": self = .json
    case "jsonl", "ndjson", "jsonlines": self = .jsonLines
    case "xlsx", "xlsm", "xltx": self = .workbook
    case "sqlite", "sqlite3", "db", "db3", "gpkg": self = .database
    default: self = .separated
    }
  }

  /// How a sentence calls such a file.
  var title: String {
    switch self {
    case .separated: "a file of rows"
    case .json: "a file of JSON"
    case .jsonLines: "a file of JSON Lines"
    case .workbook: "a workbook of Excel"
    case .database: "a database of SQLite"
    }
  }
}

/// What a file is by its first bytes, where these say it.
enum Signature {
  case zip, database, office, gzip, pdf

  init?(_ bytes: [UInt8]) {
    let signs: [(Signature, [UInt8])] = [
      (.zip, [0x50, 0x4B, 0x03, 0x04]), (.database, Array("SQLite format 3\0".utf8)),
      (.office, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.gzip, [0x1F, 0x8B, 0x08]),
      (.pdf, Array("%PDF-".utf8)),
    ]
    guard let found = signs.first(where: { bytes.starts(with: $0.1) }) else { return nil }
    self = found.0
  }
}

/// What a script says about a file to be read; nil for what is to be found out.
public struct ReadingOptions {
  public var form: FileForm?
  public var encoding: TextEncoding?
  public var separator: UInt8?
  /// The line, or the row of a sheet, in which the names of the columns stand, counted from 1; 0 where there are none.
  public var heads: Int?
  public var sheet: String?
  public var range: String?
  public var table: String?
  public var query: String?
  /// Whether a file of SQLite has a second one beside it with changes that are not in it.
  public var isBehind = false

  public init() {}
}

/// Reads a table from the bytes of a file, in the form that its name and its first bytes say.
public func readTable(
  _ bytes: inout [UInt8], named name: String, _ options: ReadingOptions, _ watch: Watch
) throws(Fault) -> Table {
  let form = options.form ?? FileForm(path: name)
  let signature = Signature(bytes)
  try options.check(name, form)
  try check(signature, bytes, name, form)
  switch form {
  case .separated:
    let isTabbed = name.lowercased().hasSuffix(".tsv")
    let separated = SeparatedValues.Options(
      encoding: options.encoding, separator: options.separator ?? (isTabbed ? UInt8(ascii: "\t") : nil),
      heads: options.heads)
    return try SavedTable(SeparatedValues.read(bytes, named: name, separated, watch), isText: true, watch).table
  case .json:
    let table = try JSONTable.read(bytes, named: name, options.encoding, member: options.table, watch)
    return try SavedTable(objects: table, watch).table
  case .jsonLines:
    return try SavedTable(objects: JSONTable.readLines(bytes, named: name, options.encoding, watch), watch).table
  case .workbook:
    let table = try Workbook.read(
      bytes, named: name, sheet: options.sheet, range: options.range, heads: options.heads, watch)
    return try SavedTable(table, isText: false, watch).table
  case .database:
    let table = try Database.read(
      &bytes, named: name, table: options.table, query: options.query, isBehind: options.isBehind, watch)
    return try SavedTable(table, isText: false, watch).table
  }
}

/// The bytes of a workbook that holds a table.
public func writeWorkbook(_ table: Table, named name: String, _ watch: Watch) throws(Fault) -> [UInt8] {
  try WorkbookWriter.bytes(ExportedTable(table, watch), named: name, watch)
}

/// The bytes of a database that holds a table, which is called what its rows are.
public func writeDatabase(_ table: Table, named name: String, _ watch: Watch) throws(Fault) -> [UInt8] {
  try DatabaseWriter.bytes(ExportedTable(table, watch), titled: table.unit?.many ?? "rows", named: name, watch)
}

/// Whether the last changes of a database may stand in a second file beside it.
public func mayBeBehind(_ bytes: [UInt8]) -> Bool { Signature(bytes) == .database && Database.isWriteAhead(bytes) }

/// Refuses a file whose first bytes say that it is something else.
private func check(_ signature: Signature?, _ bytes: [UInt8], _ name: String, _ form: FileForm) throws(Fault) {
  switch signature {
  case .zip:
    if form == .workbook { return }
    throw .otherForm(name, "a zip archive, as workbooks of Excel are", form, .workbook)
  case .database:
    if form == .database { return }
    throw .otherForm(name, FileForm.database.title, form, .database)
  case .office:
    if bytes.contains(wide: "EncryptedPackage") { throw .lockedArchive(name) }
    throw .anotherArchive(name, "an old workbook or document of Office (.xls, .doc)")
  case .gzip: throw .otherForm(name, "packed by gzip", form, nil)
  case .pdf: throw .otherForm(name, "a PDF", form, nil)
  case nil:
    switch form {
    case .separated, .json, .jsonLines: return
    case .workbook: throw .otherForm(name, "no workbook of Excel, by its first bytes", form, nil)
    case .database:
      // What was never written to is an empty file.
      if bytes.isEmpty { throw .whichTable(name, []) }
      throw .otherForm(name, "no database of SQLite by its first bytes, or one that is encrypted", form, nil)
    }
  }
}

extension ReadingOptions {
  /// Refuses what is said about a file that has no such thing.
  fileprivate func check(_ name: String, _ form: FileForm) throws(Fault) {
    let said: [(name: String, isSaid: Bool, forms: [FileForm])] = [
      ("encoding", encoding != nil, [.separated, .json, .jsonLines]), ("separator", separator != nil, [.separated]),
      ("heads", heads != nil, [.separated, .workbook]), ("sheet", sheet != nil, [.workbook]),
      ("range", range != nil, [.workbook]), ("table", table != nil, [.database, .json]),
      ("query", query != nil, [.database]),
    ]
    for option in said where option.isSaid && !option.forms.contains(form) {
      throw .optionOfOther(option.name, name, form, option.forms)
    }
    if table != nil, query != nil { throw .tableAndQuery(name) }
  }
}

extension [UInt8] {
  /// Whether a name stands in two bytes a letter somewhere, as old office files write it.
  fileprivate func contains(wide name: String) -> Bool {
    let wanted = name.utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    return withUnsafeBytes { bytes in
      var start = 0
      while start + wanted.count <= bytes.count {
        if bytes[start] == wanted[0], bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
        start += 1
      }
      return false
    }
  }
}

// Messages about what a file is (R710 to R712), as they read where they are thrown.
extension Fault {
  fileprivate static func otherForm(_ name: String, _ what: String, _ form: FileForm, _ real: FileForm?) -> Fault {
    let isSaid = FileForm(path: name) != form
    return Fault(
      "R710", "\(name) is \(what), and not \(form.title)",
      help: real.map { "if it is \($0.title): `form: \"\($0.rawValue)\"`" }
        ?? (isSaid ? nil : "if it is a table in another form, say in which: `form: \"csv\"`"))
  }

  fileprivate static func optionOfOther(_ option: String, _ name: String, _ form: FileForm, _ forms: [FileForm])
    -> Fault
  {
    Fault(
      "R711", "\(name) is \(form.title), of which no `\(option)` can be said",
      help: "`\(option)` is said of \(forms.map(\.title).joined(separator: ", or "))")
  }

  fileprivate static func tableAndQuery(_ name: String) -> Fault {
    Fault("R711", "of \(name) either a table is read or the answer of a query, not both")
  }
}
