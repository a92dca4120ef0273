import Evaluation
import Values

// Going through texts, and looking on the way.

extension Call {
  /// How many characters some UTF-8 bytes are.
  func characterCount(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return bytes.count }
    var count = 0
    for _ in String(decoding: bytes, as: UTF8.self) {
      try tick()
      count += 1
    }
    return count
  }

  /// The place so many characters behind another, or the end.
  func index(in text: String, behind count: Int, _ start: String.Index) throws(Fault) -> String.Index {
    var index = start
    var left = count
    while left > 0, index < text.endIndex {
      try tick()
      index = text.index(after: index)
      left -= 1
    }
    return index
  }

  /// A text made anew piece by piece, by something that looks at single scalars.
  func piecewise(_ position: Int, _ make: (String) -> String) throws(Fault) -> Value {
    let text = try bytes(position)
    if text.count <= Call.pieceLength { return .text(make(String(decoding: text, as: UTF8.self))) }
    var made: [UInt8] = []
    var start = 0
    while start < text.count {
      var end = min(start + Call.pieceLength, text.count)
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      try watch.tick(end - start)
      try watch.add(Array(make(String(decoding: text[start..<end], as: UTF8.self)).utf8), to: &made)
      start = end
    }
    if made.count > longestText { throw .tooLong("text", longestText, argument: position) }
    return .text(bytes: made)
  }

  private static var pieceLength: Int { 1 << 16 }

  /// The words of a text, or its lines; behind the end of the last line no other begins.
  func parts(_ position: Int, areWords: Bool) throws(Fault) -> Value {
    let bytes = try bytes(position)
    if bytes.isSimple { return .list(try simpleParts(bytes, areWords: areWords)) }
    var parts: [Value] = []
    let text = String(decoding: bytes, as: UTF8.self)
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      try tick()
      let next = text.index(after: index)
      if areWords ? text[index].isWhitespace : text[index].isNewline {
        if !areWords || start < index { try watch.add(.text(String(text[start..<index])), to: &parts) }
        start = next
      }
      index = next
    }
    if start < text.endIndex { parts.append(.text(String(text[start...]))) }
    return .list(parts)
  }

  /// The same where every byte is a character.
  private func simpleParts(_ bytes: [UInt8], areWords: Bool) throws(Fault) -> [Value] {
    var parts: [Value] = []
    var start = 0
    for place in bytes.indices {
      let byte = bytes[place]
      let isEnd = 0x0A...0x0C ~= byte || areWords && (byte == 0x20 || byte == 0x09)
      if !isEnd { continue }
      if !areWords || start < place { try watch.add(.text(bytes: bytes[start..<place]), to: &parts) }
      try watch.tick(place - start)
      start = place + 1
    }
    if start < bytes.count { parts.append(.text(bytes: bytes[start...])) }
    return parts
  }
}
