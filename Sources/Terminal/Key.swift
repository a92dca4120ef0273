import CEdit

/// The keys that Rep gives a meaning of its own; every other key is libedit's.
///
/// Each travels through libedit as one character that no terminal sends, so that it works alike in emacs and vi modes.
enum Key: UInt32 {
  case enter = 0x80
  case newLine, up, down, left, right, wordLeft, wordRight, home, end, firstEntry, lastEntry
  case deleteBackward, deleteForward, interrupt, endOfInput, complete, search, suspend, clearScreen, paste, undo
  case older, newer

  /// The keys of vi's command mode that walk or search the history.
  init?(viCommand codepoint: UInt32) {
    switch Unicode.Scalar(codepoint) {
    case "k", "K", "-": self = .up
    case "j", "J", "+": self = .down
    case "G": self = .lastEntry
    case "/", "?": self = .search
    default: return nil
    }
  }
}

/// Turns the bytes that a terminal sends into keys.
struct KeyReader {
  enum Reading {
    case key(Key)
    case codepoint(UInt32)
    case pasted(String)
    case ended
  }

  /// A byte, or why there is none.
  enum Byte {
    case some(UInt8)
    case ended, late
  }

  /// Gives the next byte, waiting at most so many milliseconds (-1: as long as it takes).
  typealias Bytes = (_ patience: Int32) -> Byte

  /// Characters that belong to libedit and wait for their turn.
  private var waiting: [UInt32] = []

  var isIdle: Bool { waiting.isEmpty }

  mutating func next(vi: Bool, _ bytes: Bytes) -> Reading {
    if !waiting.isEmpty { return .codepoint(waiting.removeFirst()) }
    while true {
      guard case .some(let byte) = bytes(-1) else { return .ended }
      switch byte {
      case 0x1B:
        if let reading = escape(vi: vi, bytes) { return reading }
      case 0x0D, 0x0A: return .key(.enter)
      case 0x03: return .key(.interrupt)
      case 0x04: return .key(.endOfInput)
      case 0x09: return .key(.complete)
      case 0x0C: return .key(.clearScreen)
      case 0x12: return .key(.search)
      case 0x1A: return .key(.suspend)
      case 0x0E: return .key(.newer)
      case 0x10: return .key(.older)
      case 0x08, 0x7F: return .key(.deleteBackward)
      case 0x00, 0x1C: continue
      case 0x01 where !vi: return .key(.home)
      case 0x02 where !vi: return .key(.left)
      case 0x05 where !vi: return .key(.end)
      case 0x06 where !vi: return .key(.right)
      case 0x1F where !vi: return .key(.undo)
      case 0x80...:
        let codepoint = KeyReader.codepoint(startingWith: byte, bytes)
        // The second half of the controls holds our own keys, and is no text.
        if codepoint >= 0xA0 { return .codepoint(codepoint) }
      default: return .codepoint(UInt32(byte))
      }
    }
  }

  /// What follows an escape: an arrow, a paste, a meta key, or nothing.
  ///
  /// The first byte may be late by 25 ms before the escape counts as a key of its own; what follows `[` comes from the
  /// terminal and gets half a second.
  private mutating func escape(vi: Bool, _ bytes: Bytes) -> Reading? {
    guard case .some(let first) = bytes(25) else { return .codepoint(0x1B) }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else {
      if first == 0x0D || first == 0x0A { return .key(.newLine) }
      if first == 0x1B {
        waiting.append(0x1B)
      } else if first < 0x80 {
        if !vi {
          switch first {
          case UInt8(ascii: "<"): return .key(.firstEntry)
          case UInt8(ascii: ">"): return .key(.lastEntry)
          default: break
          }
        }
        if let key = KeyReader.plain(first) { waiting.append(key.rawValue) } else { waiting.append(UInt32(first)) }
      }
      return .codepoint(0x1B)
    }
    var sequence: [UInt8] = []
    while sequence.count < 32 {
      guard case .some(let byte) = bytes(500) else { return nil }
      sequence.append(byte)
      // Parameters and intermediates stand below `@`; the byte that ends a sequence does not.
      if byte >= 0x40, !(byte == UInt8(ascii: "[") && sequence.count == 1) { break }
    }
    let text = String(decoding: sequence, as: UTF8.self)
    if text == "200~" { return .pasted(KeyReader.paste(bytes)) }
    return KeyReader.named(text).map(Reading.key)
  }

  private static func plain(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x03: .interrupt
    default: nil
    }
  }

  private static func named(_ sequence: String) -> Key? {
    switch sequence {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H", "1~", "7~": .home
    case "F", "4~", "8~": .end
    case "3~": .deleteForward
    case "5~": .firstEntry
    case "6~": .lastEntry
    case "1;5C", "1;3C", "5C": .wordRight
    case "1;5D", "1;3D", "5D": .wordLeft
    case "13;2u", "27;2;13~": .newLine
    default: nil
    }
  }

  /// A bracketed paste up to its closing mark, as text: line ends made one, other controls left out.
  private static func paste(_ bytes: Bytes) -> String {
    let mark = Array("\u{1B}[201~".utf8)
    var text: [UInt8] = []
    while true {
      guard case .some(let byte) = bytes(5_000) else { break }
      text.append(byte)
      if byte == mark.last, text.count >= mark.count, text.suffix(mark.count).elementsEqual(mark) {
        text.removeLast(mark.count)
        break
      }
    }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A: if previous != "\r" { result.append("\n") }
      case 0x09: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: break
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// A code point of several bytes; what is no UTF-8 becomes U+FFFD.
  private static func codepoint(startingWith first: UInt8, _ bytes: Bytes) -> UInt32 {
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    var all = [first]
    while all.count < length {
      guard case .some(let byte) = bytes(500) else { break }
      all.append(byte)
    }
    return String(decoding: all, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
  }
}
