import Diagnostics
import Values

// Texts in quotation marks, with what their escapes stand for.
extension JSONReader {
  /// Goes over a text in quotation marks.
  mutating func string() throws(Fault) -> Key {
    let open = position
    var hasEscapes = false
    position += 1
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        if position - open > Value.longestText { throw .tooLong("text", Value.longestText) }
        return Key(range: open + 1..<position - 1, hasEscapes: hasEscapes)
      }
      if byte < 0x20 { throw .rawControl(place(position), byte) }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        position += 1
      }
      position += 1
    }
    position = end
    throw ends("inside of a text", open)
  }

  /// The text that a key or a value stands for, in normal form.
  func string(_ key: Key) throws(Fault) -> String {
    if !key.hasEscapes { return String(decoding: text[key.range], as: UTF8.self).normalised }
    var bytes: [UInt8] = []
    try unescape(key, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).normalised
  }

  /// The bytes of a text with what its escapes stand for.
  func unescape(_ key: Key, to bytes: inout [UInt8]) throws(Fault) {
    var place = key.range.lowerBound
    while place < key.range.upperBound {
      let byte = text[place]
      place += 1
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      let escape = text[place]
      place += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(escape)
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        let start = place - 2
        guard let scalar = scalar(&place, key.range.upperBound) else {
          throw .badEscape(self.place(start), String(decoding: text[start..<min(start + 6, end)], as: UTF8.self))
        }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default:
        throw .badEscape(
          self.place(place - 2), String(String(decoding: text[place - 2..<end].prefix(8), as: UTF8.self).prefix(2)))
      }
    }
  }

  /// The character of four hexadecimal digits, or of two halves of four digits each.
  private func scalar(_ place: inout Int, _ end: Int) -> Unicode.Scalar? {
    guard let first = unit(&place, end) else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard place + 2 <= end, text[place] == UInt8(ascii: "\\"), text[place + 1] == UInt8(ascii: "u") else { return nil }
    place += 2
    guard let second = unit(&place, end), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private func unit(_ place: inout Int, _ end: Int) -> UInt32? {
    guard place + 4 <= end else { return nil }
    var unit: UInt32 = 0
    for byte in text[place..<place + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    place += 4
    return unit
  }
}

/// Where something stands in a file: `incidents.json, line 3, column 14`.
struct TextPlace: CustomStringConvertible {
  let name: String
  let line: Int
  let column: Int

  init(name: String, _ place: (line: Int, column: Int)) {
    self.name = name
    (line, column) = place
  }

  var description: String { "\(name), \(place)" }
  var place: String { "line \(line), column \(column)" }
}
