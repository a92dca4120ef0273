import Diagnostics
import Values

/// Cells of a sheet that a script chooses.
struct ChosenCells {
  let sheet: Workbook.Sheet
  /// Nil for all of it.
  var range: CellRange?
  /// Whether the names of the columns stand in them.
  var haveHeads = true
}

extension Workbook {
  /// The sheet and the cells that a script names: a sheet, a range of it, a name that was given to cells, or a table.
  func cells(sheet title: String?, range text: String?, _ watch: Watch) throws(Fault) -> ChosenCells {
    let said = try title.map { title throws(Fault) in try sheet(title) }
    guard let text else { return ChosenCells(sheet: said ?? firstSheet) }
    if let range = CellRange(text) { return ChosenCells(sheet: said ?? firstSheet, range: range) }
    let found = try namedCells(text, watch)
    if let said, said.name != found.sheet.name {
      throw .rangeOfOtherSheet(self.name, text, found.sheet.name, said.name)
    }
    return found
  }

  private func namedCells(_ text: String, _ watch: Watch) throws(Fault) -> ChosenCells {
    if let found = try partsOf(text) { return found }
    if let name = names.first(where: { $0.name.lowercased() == text.lowercased() }) {
      guard let found = try partsOf(name.cells) else { throw .nameIsNoRange(self.name, name.name, name.cells) }
      return found
    }
    let tables = try tables(watch)
    guard let table = tables.first(where: { $0.name.lowercased() == text.lowercased() }) else {
      throw .noSuchRange(self.name, text, names.map(\.name) + tables.map(\.name))
    }
    return table.cells
  }

  /// The tables that people laid over cells, with their names. A row of totals is no row of theirs.
  private func tables(_ watch: Watch) throws(Fault) -> [(name: String, cells: ChosenCells)] {
    var tables: [(String, ChosenCells)] = []
    for sheet in sheets {
      for file in try Relations(of: sheet.file, in: archive, watch).targets(ofType: "/table") where archive.has(file) {
        let reader = TableReader()
        try Markup.read(file, in: archive, watch, reader)
        guard let name = reader.name, var range = reader.range else { continue }
        let last = range.rows.upperBound - reader.totals
        if reader.totals > 0, last >= range.rows.lowerBound { range.rows = range.rows.lowerBound...last }
        tables.append((name, ChosenCells(sheet: sheet, range: range, haveHeads: reader.heads > 0)))
      }
    }
    return tables
  }

  /// What is read where nobody says what: the first sheet that people see.
  private var firstSheet: Sheet { sheets.first { !$0.isHidden } ?? sheets[0] }

  /// `Codes!$A$1:$C$20`, `'Old list'!A1:B9`; nil for what is no range in a sheet.
  private func partsOf(_ text: String) throws(Fault) -> ChosenCells? {
    guard let mark = text.lastIndex(of: "!"), let range = CellRange(text[text.index(after: mark)...]) else {
      return nil
    }
    var title = String(text[..<mark])
    if title.hasPrefix("'"), title.hasSuffix("'"), title.count > 1 {
      title = String(title.dropFirst().dropLast()).split(separator: "''", omittingEmptySubsequences: false)
        .joined(separator: "'")
    }
    return ChosenCells(sheet: try sheet(title), range: range)
  }
}

/// Reads how a table is called, and which cells it lies over.
private final class TableReader: MarkupListener {
  private(set) var name: String?
  private(set) var range: CellRange?
  private(set) var heads = 1
  private(set) var totals = 0

  func begin(_ name: MarkupName, _ attributes: MarkupAttributes) {
    guard "table" ~= name, self.name == nil else { return }
    self.name = (attributes["displayName"] ?? attributes["name"])?.normalised
    range = attributes["ref"].flatMap { CellRange($0) }
    heads = attributes.number("headerRowCount") ?? 1
    totals = max(0, attributes.number("totalsRowCount") ?? 0)
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
  func end(_ name: MarkupName) {}
}
