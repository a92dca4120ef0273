import Diagnostics
import Evaluation
import Formats
import Values

/// The step that writes tables into files.
let savingBuiltins: [Builtin] = [
  Builtin(
    """
    ## Writes a table into a file: `.csv`, `.tsv`, `.json`, `.jsonl`, `.xlsx`, `.sqlite` or `.md`, and says what `read` will
    ## need to know.
    ##
    ## Reasons of unknown, both ends of numbers and rows that cannot be decided are written too, in columns of their own
    ## where the format is one of rows. In a file of text, a text that a spreadsheet would take for a formula gets an
    ## apostrophe in front. A file that is there is replaced once the new one is whole. Inside of `suppose`, a column says what is supposed.
    ##
    ##     [{ a: 1 }, { a: 2 }] | save "counts.csv"
    fn save(rows: table, path: text): text
    """
  ) { call throws(Fault) in
    var table = try call.table(0)
    // What was worked out from something supposed must not be taken for what was found.
    if let supposed = call.corpus.light.supposed {
      table = try table.adding("supposed", Array(repeating: .text(supposed), count: table.count), call.watch)
    }
    let path = try call.text(1)
    guard let format = SavedFormat(path) else { throw .noFormat(path) }
    try call.write(format.bytes(table, path, call.watch), to: path)
    var said = "\((table.unit ?? .row).counted(table.count)) saved in \(path)"
    if !table.isDecided { said += ", \(table.undecidedCount) of them undecided" }
    if case .workbook = format, try table.hasEmptyText(call.watch) {
      said += "; a workbook keeps no empty text: it reads back as unknown"
    }
    if let kept = format.keptKinds,
      let kinds = try table.kindsToTell(butFor: kept, asObjects: format.writesObjects, call.watch)
    {
      said += "; `read \"\(path)\" | typed { \(kinds) }` gives back what the columns are"
    }
    return .text(said)
  }
]

/// A format by the end of a file's name.
private enum SavedFormat {
  case text(ValueFormat)
  case workbook, database

  init?(_ path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": self = .text(.csv())
    case "tsv": self = .text(.csv(separator: "\t"))
    case "json": self = .text(.json)
    case "jsonl", "ndjson": self = .text(.jsonLines)
    case "md", "markdown": self = .text(.markdown)
    case "xlsx": self = .workbook
    case "sqlite", "sqlite3", "db": self = .database
    default: return nil
    }
  }

  func bytes(_ table: Table, _ path: String, _ watch: Watch) throws(Fault) -> [UInt8] {
    switch self {
    case .workbook: return try writeWorkbook(table, named: path, watch)
    case .database: return try writeDatabase(table, named: path, watch)
    case .text(let format):
      var bytes: [UInt8] = []
      for line in try lines(of: .table(table), as: format, watch) {
        try watch.add(Array(line.utf8), to: &bytes)
        try watch.add(UInt8(ascii: "\n"), to: &bytes)
      }
      return bytes
    }
  }

  /// Whether what has several values stands in an object of its own, which is read as that.
  var writesObjects: Bool {
    switch self {
    case .text(.json), .text(.jsonLines): true
    case .text, .workbook, .database: false
    }
  }

  /// The kinds that cells of it are read as without being told; nil where nothing needs to be told.
  var keptKinds: Set<String>? {
    switch self {
    case .text(.csv): ["text"]
    case .text(.json), .text(.jsonLines): ["text", "integer", "number", "truth"]
    case .text: nil
    case .workbook, .database: ["text", "integer", "number"]
    }
  }
}

extension Table {
  /// What `typed` is to be told, so that columns are read again as what they were; nil where nothing is to be told.
  fileprivate func kindsToTell(butFor kept: Set<String>, asObjects: Bool, _ watch: Watch) throws(Fault) -> String? {
    var kinds: [String] = []
    for name in columnNames {
      let occurring = try column(name, watch).occurring(watch).map { asObjects ? $0.value : $0.value.settled }
      guard let kind = try CellKind.name(of: occurring, watch), !kept.contains(kind) else { continue }
      kinds.append("\(name.asName): \(kind)")
    }
    return kinds.isEmpty ? nil : kinds.joined(separator: ", ")
  }
}

extension Table {
  fileprivate func hasEmptyText(_ watch: Watch) throws(Fault) -> Bool {
    for name in columnNames {
      let occurring = try column(name, watch).occurring(watch)
      if try !watch.allSatisfy(occurring, { $0.value.settled.string?.isEmpty != true }) { return true }
    }
    return false
  }
}

extension CellKind {
  /// The kind that all of some values are of, as `typed` names it; nil where they are of several, or of none that it can
  /// read.
  fileprivate static func name(of values: [Value], _ watch: Watch) throws(Fault) -> String? {
    var names: Set<String> = []
    for value in values where value.reasons == nil {
      try watch.tick()
      guard let name = try name(of: value, watch) else { return nil }
      names.insert(name)
    }
    if names == ["integer", "number"] { return "number" }
    return names.count == 1 ? names.first : nil
  }

  private static func name(of value: Value, _ watch: Watch) throws(Fault) -> String? {
    switch value {
    case .integer: return "integer"
    case .real, .quantity: return "number"
    case .truth: return "truth"
    case .short, .text: return "text"
    case .date: return "date"
    case .entity(let entity): return entity.kind.name
    case .list(let items): return try name(of: items.map(\.settled), watch).map { "[\($0)]" }
    case .none, .unknown, .record, .map, .span, .range, .disputed, .series, .table, .sealed, .function: return nil
    }
  }
}

extension Fault {
  fileprivate static func noFormat(_ path: String) -> Fault {
    Fault(
      "R709", "in which format to write `\(path)` is not said by its end", argument: 1,
      help: "`.csv`, `.tsv`, `.json`, `.jsonl` (a row a line), `.xlsx`, `.sqlite` or `.md` (a table of Markdown)")
  }
}

/// Messages about what is saved (R709).
public let savingExplanations: [Explanation] = [
  Explanation(
    "R709", "A file without a format", "The end of the name of a file says how a table is written into it.",
    wrong: "[{ a: 1 }] | save \"table\"", right: "")
]
