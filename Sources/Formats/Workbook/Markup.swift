import CExpat
import Diagnostics
import Values

/// What is told of the elements of an XML file, one after the other.
protocol MarkupListener: AnyObject {
  func begin(_ name: MarkupName, _ attributes: MarkupAttributes) throws(Fault)
  func text(_ bytes: UnsafeRawBufferPointer) throws(Fault)
  func end(_ name: MarkupName) throws(Fault)
}

/// The name of an element without the prefix of its namespace: programs choose the prefix as they like.
struct MarkupName {
  fileprivate let bytes: UnsafePointer<CChar>

  fileprivate init(_ bytes: UnsafePointer<CChar>) {
    var (name, place) = (bytes, bytes)
    while place.pointee != 0 {
      if place.pointee == 0x3A { name = place + 1 }
      place += 1
    }
    self.bytes = name
  }

  static func ~= (name: StaticString, other: MarkupName) -> Bool {
    let start = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    for place in 0..<name.utf8CodeUnitCount where other.bytes[place] != start[place] { return false }
    return other.bytes[name.utf8CodeUnitCount] == 0
  }
}

/// The attributes of an element, valid while it is told of.
struct MarkupAttributes {
  /// Names and values in turn, up to a null pointer.
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The bytes of a value up to a zero; nil where there is no such attribute.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var place = list else { return nil }
    while let other = place[0], let value = place[1] {
      if name ~= MarkupName(other) { return value }
      place += 2
    }
    return nil
  }

  subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  func isTrue(_ name: StaticString) -> Bool { self[name] == "1" || self[name] == "true" }
}

/// Reads a file of an archive as XML, while it is unpacked.
final class Markup {
  private let listener: any MarkupListener
  private let parser: XML_Parser
  private let name: String
  private let file: String
  private var fault: Fault?

  private init?(_ listener: any MarkupListener, name: String, file: String) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.listener = listener
    self.parser = parser
    self.name = name
    self.file = file
  }

  deinit { XML_ParserFree(parser) }

  /// Tells a listener what a file in an archive holds.
  static func read(_ file: String, in archive: ZipArchive, _ watch: Watch, _ listener: any MarkupListener) throws(Fault)
  {
    guard let markup = Markup(listener, name: archive.name, file: file) else {
      throw .brokenArchive(archive.name, "`\(file)` cannot be read")
    }
    markup.listen()
    try archive.read(file, watch) { piece throws(Fault) in try markup.parse(piece, isLast: false) }
    try markup.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let markup = Markup.of(data), let name else { return }
        markup.tell { listener throws(Fault) in
          try listener.begin(MarkupName(name), MarkupAttributes(list: attributes))
        }
      },
      { data, name in
        guard let markup = Markup.of(data), let name else { return }
        markup.tell { listener throws(Fault) in try listener.end(MarkupName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let markup = Markup.of(data), let text else { return }
      markup.tell { listener throws(Fault) in
        try listener.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
      }
    }
    // Office programs write no declarations of types; entities that grow, or stand for other files, need one.
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let markup = Markup.of(data) else { return }
      markup.tell { _ throws(Fault) in
        throw .brokenArchive(markup.name, "`\(markup.file)` declares a document type, which no workbook does")
      }
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> Markup? {
    data.map { Unmanaged<Markup>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Stops at the first fault; Expat may call once more before it has stopped.
  private func tell(_ what: (any MarkupListener) throws(Fault) -> Void) {
    if fault != nil { return }
    do throws(Fault) { try what(listener) } catch {
      fault = error
      XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
  }

  private func parse(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws(Fault) {
    let status = XML_Parse(
      parser, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), isLast ? 1 : 0)
    if let fault { throw fault }
    if status != XML_STATUS_OK {
      let line = XML_GetCurrentLineNumber(parser)
      let what = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no XML"
      throw .brokenArchive(name, "`\(file)`, line \(line): \(what)")
    }
  }
}
