import Diagnostics
import Foundation
import Values

@testable import Formats

/// Small files, and what reading them gives.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "GoldenTests/Scripts/files")

  static func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }
}

func table(_ bytes: [UInt8], _ name: String, _ say: (inout ReadingOptions) -> Void = { _ in }) throws(Fault) -> Table {
  var options = ReadingOptions()
  say(&options)
  var bytes = bytes
  return try readTable(&bytes, named: name, options, Watch())
}

/// The code and the message of the fault that reading gives; empty where it gives none.
func fault(_ bytes: [UInt8], _ name: String, _ say: (inout ReadingOptions) -> Void = { _ in }) -> String {
  do throws(Fault) { _ = try table(bytes, name, say) } catch {
    return "\(error.diagnostic.code): \(error.diagnostic.message)"
  }
  return ""
}

extension Table {
  /// The cells of a column as they are printed, whatever the reason of one that is unknown.
  func texts(_ column: String) -> [String] {
    indices.map { cell($0, column).reasons == nil ? cell($0, column).printed : "unknown" }
  }
}

/// A zip archive of files that are not packed, as the format says (APPNOTE of PKWARE).
func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
  var bytes: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let name = Array(file.name.utf8)
    let check = Int(checksum(file.bytes))
    let sizes = number(check, 4) + number(file.bytes.count, 4) + number(file.bytes.count, 4)
    let head = number(0, 2) + number(0, 2) + number(0, 4) + sizes + number(name.count, 2) + number(0, 2)
    directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + head + number(0, 2) + number(0, 2)
    directory += number(0, 2) + number(0, 4) + number(bytes.count, 4) + name
    bytes += number(0x0403_4B50, 4) + number(20, 2) + head + name + file.bytes
  }
  let start = bytes.count
  return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    + number(directory.count, 4) + number(start, 4) + number(0, 2)
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var check = UInt32.max
  for byte in bytes {
    check ^= UInt32(byte)
    for _ in 0..<8 { check = check >> 1 ^ (check & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return ~check
}

/// A workbook with one sheet, whose XML is given, and with styles for numbers, days, months and times.
func workbook(_ sheet: String, book: String = "") -> [UInt8] {
  let relations = { (parts: String) in
    #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\#(parts)</Relationships>"#
  }
  return archive([
    (
      "xl/workbook.xml",
      Array(#"<workbook>\#(book)<sheets><sheet name="S" sheetId="1" r:id="a" xmlns:r="r"/></sheets></workbook>"#.utf8)
    ),
    (
      "xl/_rels/workbook.xml.rels",
      Array(
        relations(
          #"<Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/styles" Target="t.xml"/>"#
        ).utf8)
    ),
    (
      "xl/t.xml",
      Array(
        #"<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="20"/></cellXfs></styleSheet>"#
          .utf8)
    ),
    ("xl/s.xml", Array("<worksheet><sheetData>\(sheet)</sheetData></worksheet>".utf8)),
  ])
}
