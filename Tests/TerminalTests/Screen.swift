import Diagnostics

/// What a terminal shows after the bytes of a program: as much of one as the prompt uses.
struct Screen {
  private var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private let width: Int
  /// Sequences that were sent and are none of those known here.
  private(set) var unknown: [String] = []

  init(rows: Int, columns: Int, showing bytes: [UInt8]) {
    width = columns
    cells = Array(repeating: [], count: rows)
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\r": column = 0
      case "\n": lineFeed()
      case "\u{8}": column = max(column - 1, 0)
      case "\u{7}": break
      case "\u{1B}": escape(&scalars)
      default: put(scalar)
      }
    }
  }

  /// The rows with anything on them, without blanks at their ends.
  var text: String {
    cells.map { row in
      var line = row.joined()
      while line.last == " " { line.removeLast() }
      return line
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The row of the cursor up to the cursor.
  var beforeCursor: String { cells[row].prefix(column).joined() }

  private mutating func lineFeed() {
    if row + 1 < cells.count {
      row += 1
    } else {
      cells.removeFirst()
      cells.append([])
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let columns = String(scalar).displayWidth
    if columns == 0 {
      if column > 0, column <= cells[row].count { cells[row][column - 1].unicodeScalars.append(scalar) }
      return
    }
    if column + columns > width {
      column = 0
      lineFeed()
    }
    while cells[row].count < column + columns { cells[row].append(" ") }
    cells[row][column] = String(scalar)
    if columns == 2 { cells[row][column + 1] = "" }
    column += columns
  }

  private mutating func escape(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.popFirst() == "[" else { return }
    var parameters = ""
    while let scalar = scalars.popFirst() {
      guard scalar.value >= 0x40 else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "A": row = max(row - (Int(parameters) ?? 1), 0)
      case "H":
        row = 0
        column = 0
      case "J":
        if parameters == "2" {
          cells = cells.map { _ in [] }
        } else {
          cells[row].removeLast(max(cells[row].count - column, 0))
          for below in cells.indices where below > row { cells[below] = [] }
        }
      case "h", "l", "m": break
      default: unknown.append(parameters + String(scalar))
      }
      return
    }
  }
}
