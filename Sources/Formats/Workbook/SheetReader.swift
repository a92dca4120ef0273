import Diagnostics
import Values

/// Goes through the cells of a sheet, in the order in which they stand, and gives them to a table.
final class SheetReader: MarkupListener {
  private let name: String
  private let texts: SharedTexts
  private let styles: [CellStyle]
  private let range: CellRange
  var table: SheetTable

  private var row = 0
  private var column = 0
  private var isHidden = false
  private var cell = Cell()
  private var content: [UInt8] = []
  private var taking = Taking.nothing
  private var isSound = false

  /// What the text that comes belongs to.
  private enum Taking { case nothing, value, inline }

  private struct Cell {
    var type = "n"
    var style = CellStyle.number
    var hasFormula = false
    var hasValue = false
  }

  init(_ name: String, _ texts: SharedTexts, _ styles: [CellStyle], _ range: CellRange, _ table: SheetTable) {
    self.name = name
    self.texts = texts
    self.styles = styles
    self.range = range
    self.table = table
  }

  func begin(_ name: MarkupName, _ attributes: MarkupAttributes) throws(Fault) {
    switch name {
    case "c": try beginCell(attributes)
    case "v":
      taking = .value
      cell.hasValue = true
    case "f": cell.hasFormula = true
    case "t": if cell.type == "inlineStr", !isSound { taking = .inline }
    case "is": cell.hasValue = true
    case "rPh": isSound = true
    case "row":
      let next = attributes.number("r") ?? row + 1
      guard next > row, next <= CellRange.mostRows else {
        throw .brokenArchive(self.name, "row \(next) stands behind row \(row)")
      }
      (row, column) = (next, 0)
      isHidden = attributes.isTrue("hidden")
    case "col":
      guard attributes.isTrue("hidden"), let first = attributes.number("min"), let last = attributes.number("max"),
        first >= 1, first <= last, last <= CellRange.mostColumns
      else { return }
      table.hide(first...last)
    case "mergeCell":
      if let area = attributes["ref"].flatMap({ CellRange($0) }), area.overlaps(range) { table.addMerged(area) }
    default: break
    }
  }

  private func beginCell(_ attributes: MarkupAttributes) throws(Fault) {
    if let reference = attributes.bytes("r") {
      guard let place = CellRange.cell(reference), place.row == row, place.column > column else {
        throw .brokenArchive(name, "the cell `\(String(cString: reference).prefix(20))` is not in its place")
      }
      column = place.column
    } else {
      column += 1
      if column > CellRange.mostColumns { throw .brokenArchive(name, "row \(row) has too many cells") }
    }
    cell = Cell()
    if let type = attributes["t"] { cell.type = type }
    if let style = attributes.number("s"), styles.indices.contains(style) { cell.style = styles[style] }
    content.removeAll(keepingCapacity: true)
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    switch taking {
    case .nothing: break
    case .value, .inline: content.append(contentsOf: bytes)
    }
  }

  func end(_ name: MarkupName) throws(Fault) {
    switch name {
    case "v", "t": taking = .nothing
    case "rPh": isSound = false
    case "c":
      guard range.rows.contains(row), range.columns.contains(column) else { return }
      try endCell()
    default: break
    }
  }

  private func endCell() throws(Fault) {
    guard cell.hasValue else {
      if cell.hasFormula { try add(.formulaWithoutValue) }
      return
    }
    switch cell.type {
    case "s":
      guard let number = Int(String(decoding: content, as: UTF8.self)), let text = texts[number] else {
        throw .brokenArchive(name, "the cell \(place) has a text that is not there")
      }
      if text.isEmpty { return }
      try add(.text(texts.bytes, text))
    case "str", "inlineStr":
      content.unescapeControls(from: 0)
      if content.isEmpty {
        if cell.hasFormula { table.addEmptyText(column) }
        return
      }
      try add(.text(content, content.indices))
    case "b": try add(.truth(content.first == UInt8(ascii: "1")))
    case "e": try add(.error(String(decoding: content, as: UTF8.self)))
    case "d": try add(.isoDate(content))
    default:
      if content.isEmpty { return cell.hasFormula ? try add(.formulaWithoutValue) : () }
      let text = String(decoding: content, as: UTF8.self).trimmed
      // What is kept has the digits of the file; the style says what it is.
      if let whole = Int(text) { return try add(.number(.integer(whole), cell.style)) }
      guard let number = Double(text), number.isFinite else {
        throw .brokenArchive(name, "the cell \(place) holds `\(text.prefix(20))`, which is no number")
      }
      try add(.number(.real(number), cell.style))
    }
  }

  private var place: String { "\(CellRange.letters(column))\(row)" }

  private func add(_ content: SheetTable.Content) throws(Fault) {
    try table.add(content, row: row, column: column, isHidden: isHidden)
  }
}
