import Diagnostics
import Values

/// A workbook as Excel keeps it: an archive of XML files (ECMA-376), of which one lists the sheets.
struct Workbook {
  let archive: ZipArchive
  let name: String
  let sheets: [Sheet]
  /// Whether days are counted from 1904, as Excel on old Macs did.
  let isFrom1904: Bool
  /// What stands behind each name that was given to cells.
  let names: [DefinedName]
  private let parts: Relations

  /// A sheet of cells.
  struct Sheet {
    let name: String
    let isHidden: Bool
    let file: String
  }

  /// A name for cells, such as `Codes!$A$1:$C$20`.
  struct DefinedName {
    let name: String
    let cells: String
  }

  init(_ bytes: [UInt8], named name: String, _ watch: Watch) throws(Fault) {
    archive = try ZipArchive(bytes, named: name)
    self.name = name
    if let kind = Workbook.otherKind(archive) { throw .anotherArchive(name, kind) }
    let top = Relations(folder: "")
    if archive.has("_rels/.rels") { try Markup.read("_rels/.rels", in: archive, watch, top) }
    let book = top.target(ofType: "/officeDocument") ?? "xl/workbook.xml"
    guard archive.has(book) else { throw .anotherArchive(name, "a zip archive without a workbook in it") }
    parts = try Relations(of: book, in: archive, watch)
    let reader = BookReader()
    try Markup.read(book, in: archive, watch, reader)
    isFrom1904 = reader.isFrom1904
    names = reader.names
    // Sheets of charts and of macros have no cells.
    sheets = reader.sheets.compactMap { [parts] sheet in
      guard let part = parts[sheet.relation], part.type.hasSuffix("/worksheet") else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, file: part.target)
    }
    if sheets.isEmpty { throw .brokenArchive(name, "it has no sheet of cells") }
  }

  /// Other archives that people take for workbooks, by a file that only they have.
  private static func otherKind(_ archive: ZipArchive) -> String? {
    if archive.has("xl/workbook.bin") { return "a binary workbook (.xlsb)" }
    if archive.has("word/document.xml") { return "a document of Word" }
    if archive.has("ppt/presentation.xml") { return "a presentation" }
    if archive.has("Index/Document.iwa") { return "a spreadsheet of Numbers" }
    if archive.has("META-INF/manifest.xml"), archive.has("content.xml") { return "an OpenDocument file (.ods)" }
    return nil
  }

  func styles(_ watch: Watch) throws(Fault) -> [CellStyle] {
    guard let file = parts.target(ofType: "/styles"), archive.has(file) else { return [] }
    let reader = StyleReader()
    try Markup.read(file, in: archive, watch, reader)
    return reader.styles
  }

  func sharedTexts(_ watch: Watch) throws(Fault) -> SharedTexts {
    let texts = SharedTexts(watch)
    if let file = parts.target(ofType: "/sharedStrings"), archive.has(file) {
      try Markup.read(file, in: archive, watch, texts)
    }
    return texts
  }

  func read(_ sheet: Sheet, _ reader: SheetReader, _ watch: Watch) throws(Fault) {
    try Markup.read(sheet.file, in: archive, watch, reader)
  }

  /// A sheet by its name, which has one case for Excel as well.
  func sheet(_ name: String) throws(Fault) -> Sheet {
    let found =
      sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
    guard let found else { throw .noSuchSheet(self.name, name, sheets) }
    return found
  }
}

/// What the parts of an archive are to one another: by the name that one gives to another, its type and its file.
final class Relations: MarkupListener {
  private let folder: String
  private var parts: [(name: String, part: (type: String, target: String))] = []

  init(folder: String) { self.folder = folder }

  /// What a file of an archive names: `xl/workbook.xml` does so in `xl/_rels/workbook.xml.rels`.
  convenience init(of file: String, in archive: ZipArchive, _ watch: Watch) throws(Fault) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let folder = String(file.dropLast(name.count))
    self.init(folder: folder)
    let relations = "\(folder)_rels/\(name).rels"
    if archive.has(relations) { try Markup.read(relations, in: archive, watch, self) }
  }

  subscript(name: String) -> (type: String, target: String)? { parts.first { $0.name == name }?.part }

  func target(ofType type: String) -> String? { targets(ofType: type).first }

  func targets(ofType type: String) -> [String] {
    parts.filter { $0.part.type.hasSuffix(type) }.map(\.part.target)
  }

  func begin(_ name: MarkupName, _ attributes: MarkupAttributes) {
    guard "Relationship" ~= name, let identity = attributes["Id"], let target = attributes["Target"] else { return }
    parts.append((identity, (attributes["Type"] ?? "", path(target))))
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
  func end(_ name: MarkupName) {}

  /// A path in the archive: from its top, or from the folder of the part that names it.
  private func path(_ target: String) -> String {
    var steps: [Substring] = []
    for step in ((target.hasPrefix("/") ? "" : folder) + target).split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// Reads the list of sheets, the names of cells, and from when days are counted.
private final class BookReader: MarkupListener {
  var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  var names: [Workbook.DefinedName] = []
  var isFrom1904 = false
  private var openName: String?
  private var cells: [UInt8] = []

  func begin(_ name: MarkupName, _ attributes: MarkupAttributes) {
    switch name {
    case "workbookPr": isFrom1904 = attributes.isTrue("date1904")
    case "sheet":
      guard let title = attributes["name"], let relation = attributes["id"] else { return }
      let state = attributes["state"]
      sheets.append((title.normalised, state == "hidden" || state == "veryHidden", relation))
    case "definedName":
      openName = attributes["name"]
      cells = []
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) { if openName != nil { cells.append(contentsOf: bytes) } }

  func end(_ name: MarkupName) {
    guard "definedName" ~= name, let title = openName else { return }
    openName = nil
    // Excel's own names, such as that of what is printed, begin so.
    if title.hasPrefix("_xlnm.") { return }
    names.append(Workbook.DefinedName(name: title.normalised, cells: String(decoding: cells, as: UTF8.self)))
  }
}

/// The texts that cells share, one behind the other.
///
/// Runs of different looks are put together; what is written beside Japanese texts to say how they sound is left out.
final class SharedTexts: MarkupListener {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private let watch: Watch
  private var isText = false
  private var isSound = false

  init(_ watch: Watch) { self.watch = watch }

  var count: Int { ends.count }

  /// Where a text stands among the bytes; nil where there is none of this number.
  subscript(number: Int) -> Range<Int>? {
    ends.indices.contains(number) ? (number == 0 ? 0 : ends[number - 1])..<ends[number] : nil
  }

  func begin(_ name: MarkupName, _ attributes: MarkupAttributes) {
    switch name {
    case "t": isText = true
    case "rPh": isSound = true
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
    guard isText, !isSound else { return }
    try watch.take(bytes.count)
    self.bytes.append(contentsOf: bytes)
  }

  func end(_ name: MarkupName) throws(Fault) {
    switch name {
    case "t": isText = false
    case "rPh": isSound = false
    case "si":
      bytes.unescapeControls(from: ends.last ?? 0)
      try watch.add(bytes.count, to: &ends)
    default: break
    }
  }
}

extension [UInt8] {
  /// Characters that XML cannot hold are written `_x000D_`; and so is such a text itself, as `_x005F_x000D_`.
  mutating func unescapeControls(from start: Int) {
    guard count - start >= 7, self[start...].contains(UInt8(ascii: "_")) else { return }
    var result: [UInt8] = []
    var place = start
    while place < count {
      if place + 7 <= count, self[place] == UInt8(ascii: "_"), self[place + 1] == UInt8(ascii: "x"),
        self[place + 6] == UInt8(ascii: "_"),
        let number = UInt32(String(decoding: self[place + 2..<place + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number), let character = UTF8.encode(scalar)
      {
        result.append(contentsOf: character)
        place += 7
      } else {
        result.append(self[place])
        place += 1
      }
    }
    replaceSubrange(start..., with: result)
  }
}
