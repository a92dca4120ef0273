import Diagnostics
import Evaluation
import Values

/// The step that writes tables into files.
let savingBuiltins: [Builtin] = [
  Builtin(
    """
    ## Writes a table into a file: `.csv`, `.tsv`, `.json`, `.jsonl` or `.md`, and says what `read` will need to know.
    ##
    ## Reasons of unknown, both ends of numbers and rows that cannot be decided are written too, in columns of their own
    ## where the format is one of rows. A text that a spreadsheet would take for a formula gets an apostrophe in front. A
    ## file that is there is replaced once the new one is whole. Inside of `suppose`, a column says what is supposed.
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
    var bytes: [UInt8] = []
    for line in try lines(of: .table(table), as: format.format, call.watch) {
      try call.watch.add(Array(line.utf8), to: &bytes)
      try call.watch.add(UInt8(ascii: "\n"), to: &bytes)
    }
    try call.write(bytes, to: path)
    var said = "\((table.unit ?? .row).counted(table.count)) saved in \(path)"
    if !table.isDecided { said += ", \(table.undecidedCount) of them undecided" }
    if format.keepsRowsOnly, let kinds = try table.kindsToTell(call.watch) {
      said += "; `read \"\(path)\" | typed { \(kinds) }` gives back what the columns are"
    }
    return .text(said)
  }
]

/// A format by the end of a file's name.
private enum SavedFormat {
  case csv, tsv, json, jsonLines, markdown

  init?(_ path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }

  var format: ValueFormat {
    switch self {
    case .csv: .csv()
    case .tsv: .csv(separator: "\t")
    case .json: .json
    case .jsonLines: .jsonLines
    case .markdown: .markdown
    }
  }

  /// Whether it holds texts, and not what they are.
  var keepsRowsOnly: Bool {
    switch self {
    case .csv, .tsv: true
    case .json, .jsonLines, .markdown: false
    }
  }
}

extension Table {
  /// What `typed` is to be told, so that columns are read again as what they were; nil where all are texts.
  fileprivate func kindsToTell(_ watch: Watch) throws(Fault) -> String? {
    var kinds: [String] = []
    for name in columnNames {
      let occurring = try column(name, watch).occurring(watch).map(\.value.settled)
      guard let kind = try CellKind.name(of: occurring, watch), kind != "text" else { continue }
      kinds.append("\(name.asField): \(kind)")
    }
    return kinds.isEmpty ? nil : kinds.joined(separator: ", ")
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
    switch value.settled {
    case .integer: return "integer"
    case .real, .quantity: return "number"
    case .truth: return "truth"
    case .short, .text: return "text"
    case .date: return "date"
    case .entity(let entity): return entity.kind.name
    case .list(let items): return try name(of: items, watch).map { "[\($0)]" }
    case .none, .unknown, .record, .map, .span, .range, .disputed, .series, .table, .sealed, .function: return nil
    }
  }
}

extension Fault {
  fileprivate static func noFormat(_ path: String) -> Fault {
    Fault(
      "R709", "in which format to write `\(path)` is not said by its end", argument: 1,
      help: "`.csv`, `.tsv`, `.json`, `.jsonl` (a row a line) or `.md` (a table of Markdown)")
  }
}

/// Messages about what is saved (R709).
public let savingExplanations: [Explanation] = [
  Explanation(
    "R709", "A file without a format", "The end of the name of a file says how a table is written into it.",
    wrong: "[{ a: 1 }] | save \"table\"", right: "")
]
