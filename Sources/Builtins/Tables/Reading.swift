import Diagnostics
import Evaluation
import Formats
import Keys
import Values

/// Functions that read tables from files.
let readingBuiltins: [Builtin] = [
  Builtin(
    """
    ## The table in a file: rows of text, JSON, a workbook of Excel, a database of SQLite.
    ##
    ## Everything stays as it is written, and a cell in which nothing stands is unknown. What the file is, its name says:
    ## `.csv`, `.tsv`, `.json`, `.jsonl`, `.xlsx`, `.sqlite`; `form` says it otherwise. The foot says how it was read.
    ## Of rows of text, `encoding`, `separator` and `heads` (the line of the names of the columns, 0 for none) can be said;
    ## of a workbook the `sheet`, a `range` or the name of cells or of a table, and `heads`; of a database the `table` or
    ## a `query`; of JSON the key of the list as `table`. A path begins at the folder of the script. `text` reads what stands in the
    ## script itself.
    ##
    ##     read(text: "name;year\\nA;2015\\nB;2016", separator: ";") | count   --> 2 rows
    ##     read(text: "name,year\\nA,2015") | first   --> {name: "A", year: "2015"}
    fn read(path = none, text = none, form = none, encoding = none, separator = none, heads = none, sheet = none,
      range = none, table = none, query = none): table
    """
  ) { call throws(Fault) in
    var options = try call.readingOptions()
    switch (call.isMissing(0), call.isMissing(1)) {
    case (false, true):
      let path = try call.text(0)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      var bytes = try call.read(path)
      if mayBeBehind(bytes), let other = try? call.read("\(path)-wal"), !other.isEmpty { options.isBehind = true }
      return .table(try hashed(&bytes, named: name, options, call.watch))
    case (true, false):
      var bytes = Array(try call.text(1).utf8)
      return .table(try hashed(&bytes, named: "the text", options, call.watch))
    case (false, false), (true, true): throw .readsOneThing()
    }
  }
]

/// The table in a file, which remembers what file it was.
private func hashed(
  _ bytes: inout [UInt8], named name: String, _ options: ReadingOptions, _ watch: Watch
) throws(Fault) -> Table {
  defer { watch.progress?(nil) }
  let hash = fileHash(bytes)
  let table = try readTable(&bytes, named: name, options, watch)
  return table.columns.map { table.with($0.hashed(hash)) } ?? table
}

extension Call {
  /// What was said about a file besides its path.
  fileprivate func readingOptions() throws(Fault) -> ReadingOptions {
    func said(_ position: Int) throws(Fault) -> String? { isMissing(position) ? nil : try text(position) }
    var options = ReadingOptions()
    if let form = try said(2) {
      guard let known = FileForm(rawValue: form.lowercased()) else { throw .noSuchForm(form) }
      options.form = known
    }
    if let encoding = try said(3) {
      guard let known = TextEncoding(name: encoding) else { throw .noSuchEncoding(encoding) }
      options.encoding = known
    }
    if let sign = try said(4) {
      guard let separator = UInt8(separator: sign) else { throw .noSuchSeparator(sign) }
      options.separator = separator
    }
    if !isMissing(5) { options.heads = max(0, try integer(5)) }
    (options.sheet, options.range) = (try said(6), try said(7))
    (options.table, options.query) = (try said(8), try said(9))
    return options
  }
}

/// Messages about what is to be read, and how (R706 to R708).
public let readingExplanations: [Explanation] = [
  Explanation(
    "R706", "Nothing to read, or two things", "`read` is given the path of a file, or a text with rows.",
    wrong: "read()", right: "show read(text: \"a\\n1\") | count"),
  Explanation(
    "R707", "An encoding that is not known", "Files are read as UTF-8, UTF-16, Windows-1252 and ISO-8859-1.",
    wrong: "read(text: \"a\", encoding: \"EBCDIC\")", right: "show read(text: \"a\\n1\", encoding: \"UTF-8\") | count"),
  Explanation(
    "R708", "No sign that could stand between cells",
    "One sign stands between the cells of a row: a comma, a semicolon, a tab, a bar, or another that is neither letter nor quotation mark.",
    wrong: "read(text: \"a\", separator: \"::\")", right: "show read(text: \"a;b\\n1;2\", separator: \";\") | count"),
]

extension UInt8 {
  /// A sign between cells, as a script names it.
  fileprivate init?(separator: String) {
    guard separator.utf8.count == 1, let byte = separator.utf8.first, byte != UInt8(ascii: "\""),
      byte >= 0x20 || byte == 9
    else { return nil }
    self = byte
  }
}

extension Fault {
  fileprivate static func readsOneThing() -> Fault {
    Fault("R706", "`read` is told what to read: a file, or a text", help: "`read \"incidents.csv\"`")
  }

  fileprivate static func noSuchForm(_ name: String) -> Fault {
    Fault(
      "R712", "`\(name)` is no form in which a table can be read", argument: 2,
      help: "they are \(FileForm.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  fileprivate static func noSuchEncoding(_ name: String) -> Fault {
    Fault(
      "R707", "`\(name)` is no encoding that can be read", argument: 3,
      help: "they are \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  fileprivate static func noSuchSeparator(_ name: String) -> Fault {
    Fault(
      "R708", "what stands between cells is one sign, and not a quotation mark: not `\(name)`", argument: 4,
      help: "`separator: \";\"`; tabs are `\"\\t\"`")
  }
}
