import Diagnostics
import Values

/// Reads values of JSON (RFC 8259) from the bytes of a text, one behind the other.
///
/// The text must be UTF-8. Nothing is mended: what is not JSON is refused with its line and its place in it.
struct JSONReader {
  let name: String
  let text: [UInt8]
  let watch: Watch
  var position: Int
  /// Behind the last byte that may be read: of JSON Lines the end of the line.
  var end: Int
  /// What was met in the values read so far, besides what they say.
  var met = Met()
  private var shared = SharedValues()
  private var values: [Value] = []
  private var keys: [Key] = []

  /// What a value leaves out.
  struct Met: Equatable {
    var nulls = 0
    /// Numbers with more digits than can be held, which stay text.
    var longNumbers = 0
  }

  /// A key as it stands in the text, without its quotation marks.
  struct Key {
    let range: Range<Int>
    let hasEscapes: Bool
  }

  /// Deeper nesting is a mistake or an attack; no file of records needs it.
  static let deepest = 100

  init(name: String, text: [UInt8], start: Int, watch: Watch) {
    self.name = name
    self.text = text
    self.watch = watch
    self.position = start
    self.end = text.count
  }

  /// Tells how far the file is read.
  func tellPlace() { watch.advance(Watch.Progress("reading \(name)", done: position, of: text.count)) }

  // MARK: Values

  /// The value that stands here, in so many others.
  ///
  /// - Parameter room: what objects in this place of the file look like.
  mutating func value(in room: JSONRoom, depth: Int = 0) throws(Fault) -> Value {
    try watch.tick()
    guard let byte = peek() else { throw ends("where a value must stand") }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let (start, before) = (position, met)
      let value = try byte == UInt8(ascii: "{") ? record(in: room, depth + 1) : list(in: room, depth + 1)
      // What left something out is counted each time, and so is not shared.
      return met == before ? shared.value(value, text, start..<position, in: room) : value
    case UInt8(ascii: "\""):
      let string = try string()
      if !string.hasEscapes, text[string.range].allSatisfy({ $0 < 0x80 }) { return .text(bytes: text[string.range]) }
      return .text(try self.string(string))
    default: return try plain()
    }
  }

  /// A number or a word: what is neither text nor made of parts.
  mutating func plain() throws(Fault) -> Value {
    switch text[position] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      let start = position
      while position < end, text[position].isWordByte { position += 1 }
      switch String(decoding: text[start..<position].prefix(20), as: UTF8.self) {
      case "true": return .truth(true)
      case "false": return .truth(false)
      case "null":
        met.nulls += 1
        return .unknown(.notRecorded)
      case let word:
        position = start
        throw .notAJSONValue(place(start), word.isEmpty ? sign(at: start) : word)
      }
    }
  }

  private mutating func number() throws(Fault) -> Value {
    let start = position
    func digits(_ reader: inout JSONReader) -> Int {
      let start = reader.position
      while reader.position < reader.end, (0x30...0x39).contains(reader.text[reader.position]) { reader.position += 1 }
      return reader.position - start
    }
    if text[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    var isNumber = digits(&self) > 0 && (text[first] != UInt8(ascii: "0") || position == first + 1)
    if isNumber, position < end, text[position] == UInt8(ascii: ".") {
      position += 1
      isNumber = digits(&self) > 0
    }
    if isNumber, position < end, text[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(text[position]) { position += 1 }
      isNumber = digits(&self) > 0
    }
    if !isNumber || (position < end && (text[position].isWordByte || text[position] == UInt8(ascii: "."))) {
      while position < end, text[position].isWordByte || text[position] == UInt8(ascii: ".") { position += 1 }
      throw .notAJSONValue(place(start), String(decoding: text[start..<position].prefix(40), as: UTF8.self))
    }
    if let value = NumberLexeme(bytes: text[start..<position]).value() { return value }
    met.longNumbers += 1
    return .text(bytes: text[start..<position])
  }

  private mutating func list(in room: JSONRoom, _ depth: Int) throws(Fault) -> Value {
    let open = try opening(depth)
    let base = values.count
    while true {
      guard let byte = peek() else { throw ends("inside of a list", open) }
      if byte == UInt8(ascii: "]"), values.count == base { break }
      let item = try value(in: room, depth: depth)
      try watch.add(item, to: &values)
      if try !goesOn(UInt8(ascii: "]"), open, "a list") { break }
    }
    position += values.count == base ? 1 : 0
    let items = takeValues(from: base)
    try watch.take(items.count * MemoryLayout<Value>.stride)
    return .list(items)
  }

  private mutating func record(in room: JSONRoom, _ depth: Int) throws(Fault) -> Value {
    let open = try opening(depth)
    let (base, firstKey) = (values.count, keys.count)
    var node: Int? = JSONRoom.root
    while let key = try key(open, isFirst: values.count == base) {
      keys.append(key)
      node = node.flatMap { room.step($0, text, key.range) }
      let hasParts = peek() == UInt8(ascii: "{") || peek() == UInt8(ascii: "[")
      let part = try value(in: hasParts ? room.inner(text, key.range) : room, depth: depth)
      try watch.add(part, to: &values)
      if try !goesOn(UInt8(ascii: "}"), open, "an object") { break }
    }
    let shape: Shape
    if let known = room.shape(node) { shape = known } else { shape = room.makeShape(try names(firstKey), node) }
    try watch.take((values.count - base) * MemoryLayout<Value>.stride)
    let record = Record.make(shape, takeValues(from: base))
    keys.removeSubrange(firstKey...)
    return .record(record)
  }

  /// The values read last. They are copied one by one: a list made of the whole stack would keep its room.
  private mutating func takeValues(from base: Int) -> [Value] {
    let taken = values[base...].map { $0 }
    values.removeSubrange(base...)
    return taken
  }

  /// The names of an object's keys, which are all different.
  private func names(_ first: Int) throws(Fault) -> [String] {
    var names: [String] = []
    var known: [String: Int] = [:]
    for (index, key) in keys[first...].enumerated() {
      let name = try string(key)
      if let before = known.updateValue(index, forKey: name) {
        throw .keyTwice(place(key.range.lowerBound - 1), name, place(keys[first + before].range.lowerBound - 1))
      }
      names.append(name)
    }
    return names
  }

  // MARK: What stands between values

  /// Goes over an opening bracket, and says where it stood.
  mutating func opening(_ depth: Int) throws(Fault) -> Int {
    if depth > JSONReader.deepest { throw .jsonTooDeep(place(position), JSONReader.deepest) }
    position += 1
    return position - 1
  }

  /// The next key of an object and its colon; nil where the object ends before its first.
  mutating func key(_ open: Int, isFirst: Bool) throws(Fault) -> Key? {
    guard let byte = peek() else { throw ends("inside of an object", open) }
    if byte == UInt8(ascii: "}"), isFirst {
      position += 1
      return nil
    }
    guard byte == UInt8(ascii: "\"") else {
      throw .notJSON(place(position), sign(at: position), "a key in double quotation marks")
    }
    let key = try string()
    guard let colon = peek() else { throw ends("inside of an object", open) }
    guard colon == UInt8(ascii: ":") else { throw .notJSON(place(position), sign(at: position), "a colon") }
    position += 1
    return key
  }

  /// Goes over the comma behind a part, or over the bracket that closes the whole; true for the comma.
  mutating func goesOn(_ close: UInt8, _ open: Int, _ what: String) throws(Fault) -> Bool {
    guard let byte = peek() else { throw ends("inside of \(what)", open) }
    guard byte == close || byte == UInt8(ascii: ",") else {
      throw .notJSON(place(position), sign(at: position), "a comma or the end of \(what)")
    }
    position += 1
    return byte != close
  }

  /// The next byte that is no blank; nil at the end.
  mutating func peek() -> UInt8? {
    while position < end {
      let byte = text[position]
      if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
      position += 1
    }
    return nil
  }

  /// The text, or the line that may be read, ends too early; what is open then began somewhere.
  func ends(_ where: String, _ open: Int? = nil) -> Fault {
    .jsonEnds(place(end), end < text.count ? "line" : "text", `where`, opened: open.map { place($0) })
  }

  func place(_ position: Int) -> TextPlace { TextPlace(name: name, text.place(of: position)) }

  /// What stands at a position, for a message.
  func sign(at position: Int) -> String {
    guard let character = String(decoding: text[position..<min(position + 32, end)], as: UTF8.self).first else {
      return ""
    }
    return String(character)
  }
}

extension UInt8 {
  /// Letters, digits and signs of words that programs write where JSON has none: `NaN`, `+1`, `None`.
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }
}
