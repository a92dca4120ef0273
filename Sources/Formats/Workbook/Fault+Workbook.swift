import Diagnostics
import Values

// Every message about a workbook that cannot be read (R721 to R725), as it reads where it is thrown.
extension Fault {
  static func brokenArchive(_ name: String, _ what: String) -> Fault {
    Fault("R721", "\(name) is broken: \(what)", help: "a program for spreadsheets may still open it, and save it anew")
  }

  static func lockedArchive(_ name: String) -> Fault {
    Fault(
      "R722", "\(name) is protected by a password",
      help: "open it with the password, and save it without one under another name")
  }

  static func bomb(_ name: String, _ file: String, _ size: Int, _ packed: Int) -> Fault {
    Fault(
      "R723",
      "\(name): `\(file)` has \(packed) bytes and becomes more than \(size >> 20) MB when it is unpacked: it is not read"
    )
  }

  static func noSuchSheet(_ name: String, _ title: String, _ sheets: [Workbook.Sheet]) -> Fault {
    Fault("R724", "\(name) has no sheet `\(title)`", help: "its sheets are \(sheets.described)")
  }

  static func emptySheet(_ name: String) -> Fault {
    Fault("R701", "\(name) has nothing in it, where the names of the columns must stand")
  }

  static func noHeadsInRow(_ name: String, _ row: Int) -> Fault {
    Fault("R701", "\(name) has nothing in row \(row), where the names of the columns must stand")
  }

  static func noSuchRange(_ name: String, _ range: String, _ names: [String]) -> Fault {
    Fault(
      "R725", "`\(range)` is no range of cells, and no name of cells or of a table in \(name)",
      help: names.isEmpty
        ? "a range is written `range: \"B3:F200\"`"
        : "its names are \(names.listed); a range is written `\"B3:F200\"`")
  }

  static func nameIsNoRange(_ name: String, _ title: String, _ cells: String) -> Fault {
    Fault(
      "R725", "`\(title)` in \(name) stands for `\(cells)`, which is no range of cells",
      help: "a range is written `range: \"B3:F200\"`")
  }

  static func rangeOfOtherSheet(_ name: String, _ range: String, _ sheet: String, _ said: String) -> Fault {
    Fault("R725", "`\(range)` stands in the sheet `\(sheet)` of \(name), and not in `\(said)`")
  }

  static func anotherArchive(_ name: String, _ kind: String) -> Fault {
    Fault(
      "R710", "\(name) is \(kind)", help: "save it as a workbook of Excel (.xlsx), or as comma-separated values (.csv)")
  }
}
