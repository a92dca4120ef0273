import Evaluation
import Values

// The columns of tables that were read, whose heads are often no single words.

extension Session {
  /// The columns of the table that a line begins with, as they are typed; nil where it begins with none.
  func columns(in before: ArraySlice<UInt8>) -> [Completion]? {
    let line = String(decoding: before, as: UTF8.self)
    guard let pipe = line.firstIndex(of: "|") else { return nil }
    let name = line[..<pipe].split { !$0.isLetter && !$0.isNumber && $0 != "_" }.last
    return name.flatMap { columns(ofVariable: String($0)) }
  }

  func columns(ofVariable name: String) -> [Completion]? {
    guard case .table(let table)? = project.value(of: name), case .records = table.content else { return nil }
    return table.columnNames.map { Completion($0.asName, kind: "column") }
  }

  /// The columns, where `typed {` is to be told what they are; nil anywhere else.
  func columnsToType(in before: ArraySlice<UInt8>) -> [Completion]? {
    let line = String(decoding: before, as: UTF8.self).trimmed
    guard line.last == "{" || line.last == ",", let step = line.split(separator: "|").last?.trimmed,
      step.hasPrefix("typed"), step.contains("{"), !step.contains("}")
    else { return nil }
    return columns(in: before)
  }

  /// Where a name in backticks begins that is not closed yet; nil outside of one.
  func openBacktick(in bytes: [UInt8]) -> Int? {
    let ticks = bytes.indices.filter { bytes[$0] == UInt8(ascii: "`") }
    return ticks.count.isMultiple(of: 2) ? nil : ticks.last
  }
}
