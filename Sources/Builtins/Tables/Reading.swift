import Diagnostics
import Evaluation
import Formats
import Values

/// Functions that read tables from files.
let readingBuiltins: [Builtin] = [
  Builtin(
    """
    ## The table in a file of rows: comma-separated values, or with another sign between the cells.
    ##
    ## Everything stays text as it is written, and a cell in which nothing stands is unknown. The foot says how the file
    ## was read; `encoding`, `separator` and `heads` (the line of the names of the columns, 0 for none) say it otherwise.
    ## A path begins at the folder of the script. `text` reads rows that stand in the script itself.
    ##
    ##     read(text: "name;year\\nA;2015\\nB;2016", separator: ";") | count   --> 2 rows
    ##     read(text: "name,year\\nA,2015") | first   --> {name: "A", year: "2015"}
    fn read(path = none, text = none, encoding = none, separator = none, heads = none): table
    """
  ) { call throws(Fault) in
    var options = SeparatedValues.Options()
    if !call.isMissing(2) {
      guard let encoding = TextEncoding(name: try call.text(2)) else { throw .noSuchEncoding(try call.text(2)) }
      options.encoding = encoding
    }
    if !call.isMissing(3) {
      guard let separator = UInt8(separator: try call.text(3)) else { throw .noSuchSeparator(try call.text(3)) }
      options.separator = separator
    }
    if !call.isMissing(4) { options.heads = max(0, try call.integer(4)) }
    switch (call.isMissing(0), call.isMissing(1)) {
    case (false, true):
      let path = try call.text(0)
      if options.separator == nil, path.lowercased().hasSuffix(".tsv") { options.separator = UInt8(ascii: "\t") }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return .table(try SeparatedValues.read(call.read(path), named: name, options, call.watch))
    case (true, false):
      let text = Array(try call.text(1).utf8)
      return .table(try SeparatedValues.read(text, named: "the text", options, call.watch))
    case (false, false), (true, true): throw .readsOneThing()
    }
  }
]

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

  fileprivate static func noSuchEncoding(_ name: String) -> Fault {
    Fault(
      "R707", "`\(name)` is no encoding that can be read", argument: 2,
      help: "they are \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  fileprivate static func noSuchSeparator(_ name: String) -> Fault {
    Fault(
      "R708", "what stands between cells is one sign, and not a quotation mark: not `\(name)`", argument: 3,
      help: "`separator: \";\"`; tabs are `\"\\t\"`")
  }
}
