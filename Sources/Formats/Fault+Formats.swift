import Diagnostics
import Values

// Every message about a file of rows that is not what it must be (R700 to R719), as it reads where it is thrown.
extension Fault {
  static func emptyFile(_ name: String) -> Fault {
    Fault("R701", "\(name) is empty: there is no line with the names of the columns")
  }

  static func noHeadsThere(_ name: String, _ line: Int, lines: Int) -> Fault {
    Fault("R701", "\(name) has no line \(line) in which heads could stand; it has \(lines)")
  }

  static func rowsTooLong(_ name: String, _ faults: SeparatedValues.RowFaults, heads: Int, _ separator: UInt8) -> Fault
  {
    let first = faults.lines[0]
    let fault = Fault(
      "R702", "\(name), line \(first.line): \(first.cells) cells, where the heads are \(heads)",
      help: heads == 1
        ? "if the heads stand further down, say in which line: `heads: 3`; if another sign stands between the cells, say which: "
          + "`separator: \";\"`"
        : "a cell that has \(separator.separatorName) in it stands in quotation marks; if the heads stand further down, say in "
          + "which line: `heads: 3`")
    for (line, cells) in faults.lines.dropFirst() { _ = fault.noting("line \(line): \(cells) cells") }
    let others = faults.count - faults.lines.count
    return others > 0 ? fault.noting("and \(others) more lines") : fault
  }

  static func unclosedQuote(_ name: String, _ line: Int, _ text: String) -> Fault {
    Fault(
      "R703", "\(name), line \(line): a quotation mark opens a cell and is not closed up to the end of the file",
      help: "the cell begins with \(text.firstLine)")
  }

  static func textBehindQuote(_ name: String, _ line: Int, _ text: String) -> Fault {
    Fault(
      "R704", "\(name), line \(line): a cell goes on behind its closing quotation mark",
      help:
        "a quotation mark inside of quotation marks is written twice: `\"\"`; the cell begins with \(text.firstLine)")
  }

  static func zeroByte(_ name: String, line: Int) -> Fault {
    Fault(
      "R713", "\(name), line \(line): a byte 0, which is in no text",
      help:
        "the file is broken, or it is not one of rows; UTF-16 begins with a mark, or is named: `encoding: \"UTF-16\"`")
  }

  static func notText(_ name: String, _ encoding: TextEncoding, _ bytes: [UInt8], at position: Int) -> Fault {
    var line = 1
    for byte in bytes[..<position] where byte == UInt8(ascii: "\n") { line += 1 }
    let byte = position < bytes.count ? String(bytes[position], radix: 16, uppercase: true) : "none"
    return Fault(
      "R705", "\(name), line \(line): the byte \(byte) is no text in \(encoding.rawValue)",
      help: "say how the file is encoded: `encoding: \"\(encoding == .utf8 ? "Windows-1252" : "UTF-8")\"`")
  }
}

extension String {
  fileprivate var firstLine: String { String(prefix { !$0.isNewline }) }
}
