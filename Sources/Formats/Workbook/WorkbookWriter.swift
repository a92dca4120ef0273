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
    // The library writes files, and only these: in a folder that nobody else can read, gone when this is done.
    guard let folder = temporaryFolder() else { throw .noTemporaryFolder(name) }
    let path = folder + "/table.xlsx"
    defer {
      unlink(path)
      rmdir(folder)
    }
    guard let workbook = new(path, folder), let sheet = workbook_add_worksheet(workbook, "table") else {
      throw .noTemporaryFolder(name)
    }
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
    guard workbook_close(workbook) == LXW_NO_ERROR, let bytes = contents(of: path) else {
      throw .noTemporaryFolder(name)
    }
    return bytes
  }

  private static func new(_ path: String, _ folder: String) -> UnsafeMutablePointer<lxw_workbook>? {
    folder.withCString { folder in
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

  /// A new folder that only its owner can read; nil where there is no room for one.
  private static func temporaryFolder() -> String? {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/rep-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    guard size >= 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
    return bytes.count == size ? bytes : nil
  }
}

extension Quantity.Number {
  /// The number as a workbook keeps it, in a `double` of which 16 digits are written; nil where it would be another.
  fileprivate var asKept: Double? {
    switch self {
    case .integer(let number): abs(number) <= 9_007_199_254_740_992 ? Double(number) : nil
    case .real(let number):
      number.isFinite
        && withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
          guard let start = buffer.baseAddress else { return false }
          withVaList([number]) { _ = vsnprintf(start, 64, "%.16G", $0) }
          return strtod(start, nil) == number
        } ? number : nil
    }
  }
}

extension Fault {
  fileprivate static func sheetIsFull(_ name: String, _ what: String, _ most: String) -> Fault {
    Fault(
      "R726", "\(name): a sheet of Excel has no room for \(what)", argument: 1,
      help: "it holds \(most); a file of rows has no such bound: `save \"table.csv\"`")
  }

  fileprivate static func noTemporaryFolder(_ name: String) -> Fault {
    Fault(
      "R727", "\(name) cannot be made: there is no room for its parts in the folder of temporary files", argument: 1,
      help: "the variable TMPDIR of the shell names another folder")
  }
}
