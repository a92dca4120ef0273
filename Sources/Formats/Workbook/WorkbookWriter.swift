import CXlsxWriter
import Diagnostics
import Glibc
import Values

/// Writes a table into a workbook of one sheet: numbers as numbers, anything else as text that no spreadsheet takes for a
/// formula or a date.
struct WorkbookWriter {
  /// The rows, columns and letters of a cell that Excel has room for.
  private static let most = (rows: 1_048_576, columns: 16_384, letters: 32_767)

  /// - Parameter name: of the file, for messages.
  static func bytes(_ table: ExportedTable, named name: String, _ watch: Watch) throws(Fault) -> [UInt8] {
    if table.count >= most.rows {
      throw .sheetIsFull(name, "\(table.count) rows", "\(most.rows - 1) rows below its heads")
    }
    if table.heads.count > most.columns {
      throw .sheetIsFull(name, "\(table.heads.count) columns", "\(most.columns) columns")
    }
    // The library writes into files only: this one is in memory, and nobody else can open it.
    let file = cxlsx_memory_file()
    defer { close(file) }
    guard file >= 0, let workbook = new("/proc/self/fd/\(file)"), let sheet = workbook_add_worksheet(workbook, "table")
    else { throw .noRoomForParts(name) }
    var isClosed = false
    // Closing it is also what frees it.
    defer { if !isClosed { workbook_close(workbook) } }
    // Of the same table the same file comes: it does not tell when it was made.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
    for (column, head) in table.heads.enumerated() {
      try write(head, sheet, 0, column, name)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    for row in 0..<table.count {
      for (column, cell) in try table.cells(row, watch).enumerated() {
        try watch.tick()
        guard let cell else { continue }
        if let number = cell.number, let double = number.asKept {
          worksheet_write_number(sheet, lxw_row_t(row + 1), lxw_col_t(column), double, nil)
        } else {
          try write(cell.text, sheet, row + 1, column, name)
        }
      }
    }
    isClosed = true
    guard workbook_close(workbook) == LXW_NO_ERROR, let bytes = contents(of: file) else {
      throw .noRoomForParts(name)
    }
    return bytes
  }

  /// Where its parts are put while they are packed, in files without names: in memory, where the system has such a place.
  private static let folderOfParts = "/dev/shm"

  private static func new(_ path: String) -> UnsafeMutablePointer<lxw_workbook>? {
    if access(folderOfParts, W_OK) != 0 { return workbook_new(path) }
    return folderOfParts.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
  }

  private static func write(
    _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int, _ name: String
  ) throws(Fault) {
    // Excel counts letters of two bytes.
    if text.utf16.count > most.letters {
      throw .sheetIsFull(name, "a text of \(text.utf16.count) letters", "\(most.letters) letters in a cell")
    }
    worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, nil)
  }

  private static func contents(of file: Int32) -> [UInt8]? {
    let size = Int(lseek(file, 0, SEEK_END))
    guard size > 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = pread(file, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        if more <= 0 { break }
        count += more
      }
    }
    return bytes.count == size ? bytes : nil
  }
}

extension Quantity.Number {
  /// The number as a workbook keeps it, in a `double` of which 16 digits are written; nil for a whole number that has
  /// more, and may be the number of a file.
  fileprivate var asKept: Double? {
    switch self {
    case .integer(let number): abs(number) <= 9_007_199_254_740_992 ? Double(number) : nil
    case .real(let number): number.isFinite ? number : nil
    }
  }
}

extension Fault {
  fileprivate static func sheetIsFull(_ name: String, _ what: String, _ most: String) -> Fault {
    Fault(
      "R726", "\(name): a sheet of Excel has no room for \(what)", argument: 1,
      help: "it holds \(most); a file of rows has no such bound: `save \"table.csv\"`")
  }

  fileprivate static func noRoomForParts(_ name: String) -> Fault {
    Fault(
      "R727", "\(name) cannot be made: there is no room to put its parts together", argument: 1,
      help: "a file of rows needs no such room: `save \"table.csv\"`")
  }
}
