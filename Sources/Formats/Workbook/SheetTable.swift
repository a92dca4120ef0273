import Diagnostics
import Values

/// Makes a table of the cells of a sheet: one row has the names of the columns, the rows below it are those of the table.
struct SheetTable {
  private let name: String
  private let heads: Int?
  private let watch: Watch
  private var days: DayNumbers
  /// Columns by their number in the sheet; of each that has something in it.
  private var columns: [Int: Column] = [:]
  private var headRow: Int?
  private var lastRow = 0
  private var rows: [UInt32] = []
  private var hiddenRows = 0
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var merged: [CellRange] = []
  private var emptyTexts = 0

  /// What stands in a cell.
  enum Content {
    case text([UInt8], Range<Int>)
    case number(Value, CellStyle)
    case truth(Bool)
    /// `#REF!`: what the program shows where it found no value.
    case error(String)
    case isoDate([UInt8])
    /// A formula that no program has worked out.
    case formulaWithoutValue
  }

  private struct Column {
    var head = ""
    let builder = ColumnBuilder()
    var withoutValue = 0
    var errors: [String: Int] = [:]
    var months = 0
    var cutTimes = 0
    var times = 0
    var noDays = 0
  }

  /// - Parameter heads: the row of the names of the columns; 0 for none, nil for the first with something in it.
  init(_ name: String, heads: Int?, isFrom1904: Bool, _ watch: Watch) {
    self.name = name
    self.heads = heads
    self.watch = watch
    days = DayNumbers(isFrom1904: isFrom1904)
  }

  mutating func hide(_ columns: ClosedRange<Int>) { hiddenColumns.append(columns) }
  mutating func addMerged(_ area: CellRange) { merged.append(area) }
  mutating func addEmptyText(_ column: Int) { emptyTexts += 1 }

  /// Adds a cell; cells come row by row.
  mutating func add(_ content: Content, row: Int, column: Int, isHidden: Bool) throws(Fault) {
    try watch.tick()
    if headRow == nil, heads != 0, row >= heads ?? 1 {
      if let heads, row > heads { throw .noHeadsInRow(name, heads) }
      headRow = row
    }
    if heads != 0 {
      guard let headRow, row >= headRow else { return }
      if row == headRow {
        columns[column, default: Column()].head = headText(content)
        return
      }
    }
    if row != lastRow {
      lastRow = row
      try watch.add(UInt32(row), to: &rows)
      watch.advance(Watch.Progress("reading \(name)", done: rows.count, of: nil))
      if isHidden { hiddenRows += 1 }
    }
    if columns[column] == nil { columns[column] = Column() }
    try columns[column]?.builder.addNothing(upTo: rows.count - 1, watch)
    try addCell(content, to: column)
  }

  private mutating func headText(_ content: Content) -> String {
    switch content {
    case .text(let bytes, let range): return String(decoding: bytes[range], as: UTF8.self).normalised
    case .number(let value, let style): return shown(value, style).printed
    case .truth(let truth): return Value.truth(truth).printed
    case .error(let text): return text
    case .isoDate(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .formulaWithoutValue: return ""
    }
  }

  private mutating func shown(_ value: Value, _ style: CellStyle) -> Value {
    guard let number = Quantity.of(value)?.point?.double, let date = days.date(number, style) else { return value }
    switch style {
    case .day, .month, .year: return .date(date)
    case .number, .time: return value
    }
  }

  private mutating func addCell(_ content: Content, to column: Int) throws(Fault) {
    switch content {
    case .text(let bytes, let range):
      try bytes.withBytes(range) { text throws(Fault) in
        try columns[column]?.builder.add(text, watch)
      }
      return
    case .number(let value, let style): try addNumber(value, style, to: column)
    case .truth(let truth): try columns[column]?.builder.add(.truth(truth), watch)
    case .error(let text):
      columns[column]?.errors[text, default: 0] += 1
      try columns[column]?.builder.add(.unknown(.garbled), watch)
    case .isoDate(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      let day = String(text.prefix { $0 != "T" })
      if day.count < text.count, !text.hasSuffix("T00:00:00") { columns[column]?.cutTimes += 1 }
      guard let date = try? Date.parse(day) else {
        return try bytes.withBytes(bytes.indices) { text throws(Fault) in
          try columns[column]?.builder.add(text, watch)
        }
      }
      try columns[column]?.builder.add(.date(date), watch)
    case .formulaWithoutValue:
      columns[column]?.withoutValue += 1
      columns[column]?.builder.addNothing()
    }
  }

  private mutating func addNumber(_ value: Value, _ style: CellStyle, to column: Int) throws(Fault) {
    let shown = shown(value, style)
    try columns[column]?.builder.add(shown, watch)
    switch (style, shown) {
    case (.number, _): break
    case (.time, _): columns[column]?.times += 1
    case (.day, .date(let date)), (.month, .date(let date)), (.year, .date(let date)):
      if date.exactDay == nil { columns[column]?.months += 1 }
      if case .real(let number) = value, number != number.rounded(.down) { columns[column]?.cutTimes += 1 }
    case (.day, _), (.month, _), (.year, _): columns[column]?.noDays += 1
    }
  }

  // MARK: The whole

  /// The table, with everything in its foot that was not taken as it stands.
  mutating func table(_ notes: [String]) throws(Fault) -> Table {
    var notes = notes
    if let headRow { notes.append("heads in row \(headRow)") } else if heads != 0 { throw .emptySheet(name) }
    var names = HeadNames()
    var builders: [ColumnBuilder] = []
    var told = Told()
    for number in columns.keys.sorted() {
      guard let column = columns.removeValue(forKey: number) else { continue }
      let letters = CellRange.letters(number)
      let title = names.add(column.head, orElse: "column_\(letters)")
      if column.head.trimmed.isEmpty, heads != 0 {
        notes.append("column \(letters) has no head and is called `\(title)`")
      }
      if hiddenColumns.contains(where: { $0.contains(number) }) { told.hidden.append(title) }
      told.withoutValue.append((title, column.withoutValue))
      told.months.append((title, column.months))
      told.cutTimes.append((title, column.cutTimes))
      told.times.append((title, column.times))
      told.noDays.append((title, column.noDays))
      for (text, count) in column.errors { told.errors[text, default: 0] += count }
      try column.builder.addNothing(upTo: rows.count, watch)
      builders.append(column.builder)
    }
    notes += names.notes
    if days.isFrom1904 { notes.append("days are counted from 1904") }
    notes += told.notes
    if emptyTexts > 0 {
      notes.append("\(emptyTexts) \(emptyTexts == 1 ? "formula gives" : "formulas give") an empty text: unknown")
    }
    let below = merged.count { $0.rows.upperBound >= headRow ?? 1 }
    if below > 0 {
      notes.append(
        "\(below) merged \(below == 1 ? "area" : "areas"): the value stands in the first cell, the others are unknown")
    }
    if hiddenRows > 0 {
      notes.append("\(hiddenRows) of the rows \(hiddenRows == 1 ? "is" : "are") hidden in the sheet")
    }
    let origin = Origin(file: name, lines: rows, unit: "row")
    return Table(
      Columns(names.names, builders.map { $0.column() }, count: rows.count, reading: notes, from: origin), unit: .row)
  }

  /// What the foot tells of the cells of each column.
  private struct Told {
    var withoutValue: [(name: String, count: Int)] = []
    var months: [(name: String, count: Int)] = []
    var cutTimes: [(name: String, count: Int)] = []
    var times: [(name: String, count: Int)] = []
    var noDays: [(name: String, count: Int)] = []
    var errors: [String: Int] = [:]
    var hidden: [String] = []

    var notes: [String] {
      var notes: [String] = []
      func tell(_ what: String, _ counted: [(name: String, count: Int)]) {
        let some = counted.filter { $0.count > 0 }
        if !some.isEmpty { notes.append("\(what): \(some.counts)") }
      }
      tell("formulas without a value are unknown", withoutValue)
      let sorted = errors.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { (name: $0.key, count: $0.value) }
      tell("errors are unknown", sorted)
      tell("shown as a month or a year, and read so", months)
      tell("times of day left out", cutTimes)
      tell("times of day stay numbers", times)
      tell("no days of the calendar stay numbers", noDays)
      if !hidden.isEmpty { notes.append("hidden in the sheet: \(hidden.listed)") }
      return notes
    }
  }
}

extension Workbook {
  /// Reads a sheet, or some cells of it, as a table.
  static func read(
    _ bytes: [UInt8], named name: String, sheet: String?, range: String?, heads: Int?, _ watch: Watch
  ) throws(Fault) -> Table {
    let book = try Workbook(bytes, named: name, watch)
    let cells = try book.cells(sheet: sheet, range: range, watch)
    let sheet = cells.sheet
    let table = SheetTable(
      "\(name), sheet `\(sheet.name)`", heads: heads ?? (cells.haveHeads ? nil : 0), isFrom1904: book.isFrom1904, watch)
    let reader = SheetReader(
      name, try book.sharedTexts(watch), try book.styles(watch), cells.range ?? .all, table)
    try book.read(sheet, reader, watch)
    var notes = ["read from \(name): sheet `\(sheet.name)`\(sheet.isHidden ? " (hidden)" : "")"]
    let others = book.sheets.filter { $0.name != sheet.name }
    if !others.isEmpty { notes.append("other sheets: \(others.described)") }
    return try reader.table.table(notes)
  }
}

extension [Workbook.Sheet] {
  /// `Codes`, `Old` (hidden).
  var described: String {
    let most = 12
    let more = count > most ? " and \(count - most) more" : ""
    return prefix(most).map { "`\($0.name)`\($0.isHidden ? " (hidden)" : "")" }.joined(separator: ", ") + more
  }
}
