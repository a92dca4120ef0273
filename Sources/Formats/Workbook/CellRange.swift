import Diagnostics
import Values

/// Cells of a sheet that stand in one rectangle; rows and columns are counted from 1.
struct CellRange {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  static let all = CellRange(rows: 1...mostRows, columns: 1...mostColumns)

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// `B3:F200`, `$B$3`, `B:F` or `3:200`; nil for what is no such thing.
  init?(_ text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(corners.count), let first = corners.first.flatMap({ CellRange.corner($0) }),
      let last = corners.last.flatMap({ CellRange.corner($0) })
    else { return nil }
    let isCell = first.row != nil && first.column != nil
    guard (first.row == nil) == (last.row == nil), (first.column == nil) == (last.column == nil),
      isCell || corners.count == 2
    else { return nil }
    let rows = (first.row ?? 1, last.row ?? CellRange.mostRows)
    let columns = (first.column ?? 1, last.column ?? CellRange.mostColumns)
    self.rows = min(rows.0, rows.1)...max(rows.0, rows.1)
    self.columns = min(columns.0, columns.1)...max(columns.0, columns.1)
  }

  /// A corner, of which the row or the column may be left open.
  private static func corner(_ text: some StringProtocol) -> (row: Int?, column: Int?)? {
    let signs = text.utf8.filter { $0 != UInt8(ascii: "$") }
    let letters = signs.prefix { $0 & 0xDF >= UInt8(ascii: "A") && $0 & 0xDF <= UInt8(ascii: "Z") }
    let digits = signs.dropFirst(letters.count)
    guard !signs.isEmpty, letters.count <= 3, digits.count <= 7, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1 & 0xDF) - 64 }
    let row = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    guard column <= mostColumns, row <= mostRows, digits.isEmpty || row > 0 else { return nil }
    return (digits.isEmpty ? nil : row, letters.isEmpty ? nil : column)
  }

  /// `B7`, as a sheet writes where a cell stands; nil where it is no cell.
  static func cell(_ bytes: UnsafePointer<CChar>) -> (row: Int, column: Int)? {
    var (row, column, place) = (0, 0, bytes)
    while let letter = UInt8(exactly: place.pointee), letter >= 65, letter <= 90, column <= mostColumns {
      column = column * 26 + Int(letter) - 64
      place += 1
    }
    while let digit = UInt8(exactly: place.pointee), digit >= 48, digit <= 57, row <= mostRows {
      row = row * 10 + Int(digit) - 48
      place += 1
    }
    guard place.pointee == 0, (1...mostRows).contains(row), (1...mostColumns).contains(column) else { return nil }
    return (row, column)
  }

  /// `F`: how a column is called.
  static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  func overlaps(_ other: CellRange) -> Bool { rows.overlaps(other.rows) && columns.overlaps(other.columns) }
}
