/// How the bytes of a file stand for text.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// What Excel on Windows writes in Western Europe: Latin-1 with typographic signs.
  case windows1252 = "Windows-1252"
  case latin1 = "ISO-8859-1"

  /// A name as people write it: `utf-8`, `Latin1`, `cp1252`.
  public init?(name: String) {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch letters {
    case "utf8": self = .utf8
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "ansi": self = .windows1252
    case "latin1", "iso88591": self = .latin1
    default: return nil
    }
  }

  /// What bytes say about themselves: by a mark at their beginning, by every other byte being 0, by being UTF-8.
  static func found(in bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let start = bytes.prefix(256)
    let even = start.indices.count { $0 % 2 == 0 && start[$0] == 0 }
    let odd = start.indices.count { $0 % 2 == 1 && start[$0] == 0 }
    if odd > 0, even == 0, odd * 4 > start.count { return (.utf16LittleEndian, 0) }
    if even > 0, odd == 0, even * 4 > start.count { return (.utf16BigEndian, 0) }
    // One byte that is broken among letters that are UTF-8 does not make another encoding of it.
    guard let place = bytes.firstNotUTF8 else { return (.utf8, 0) }
    return (bytes[..<place].contains { $0 >= 0x80 } ? .utf8 : .windows1252, 0)
  }

  /// How long the mark is that such a file may begin with.
  func mark(of bytes: UnsafeRawBufferPointer) -> Int {
    let (found, mark) = TextEncoding.found(in: bytes)
    return found == self ? mark : 0
  }

  /// The same text in UTF-8; nil where it is UTF-8 already. Fails at the first byte that stands for nothing.
  func decoded(_ bytes: UnsafeRawBufferPointer) throws(NotText) -> [UInt8]? {
    switch self {
    case .utf8:
      if let place = bytes.firstNotUTF8 { throw NotText(position: place) }
      return nil
    case .latin1, .windows1252:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 8)
      for (position, byte) in bytes.enumerated() {
        let scalar = self == .windows1252 ? TextEncoding.windows(byte) : UInt32(byte)
        guard let scalar, let unicode = Unicode.Scalar(scalar) else { throw NotText(position: position) }
        text.append(contentsOf: UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter)
      }
      return text
    case .utf16LittleEndian, .utf16BigEndian:
      let isLittle = self == .utf16LittleEndian
      let units = (0..<bytes.count / 2).lazy.map { index -> UInt16 in
        let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      if bytes.count % 2 == 1 { throw NotText(position: bytes.count - 1) }
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count)
      var position = 0
      var decoder = UTF16()
      var input = units.makeIterator()
      while true {
        switch decoder.decode(&input) {
        case .scalarValue(let scalar):
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          position += scalar.value > 0xFFFF ? 4 : 2
        case .emptyInput: return text
        case .error: throw NotText(position: position)
        }
      }
    }
  }

  /// A byte that stands for nothing in an encoding.
  struct NotText: Error {
    let position: Int
  }

  /// Windows-1252 differs from Latin-1 in these; five bytes stand for nothing.
  private static func windows(_ byte: UInt8) -> UInt32? {
    guard (0x80...0x9F).contains(byte) else { return UInt32(byte) }
    let scalar = signs[Int(byte) - 0x80]
    return scalar == 0 ? nil : scalar
  }

  /// Source: the mapping CP1252.TXT of the Unicode Consortium.
  private static let signs: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

extension UnsafeRawBufferPointer {
  /// Where the first byte stands that is no UTF-8; nil where all are.
  var firstNotUTF8: Int? {
    var position = 0
    while position < count {
      if position + 8 <= count, loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        position += 8
        continue
      }
      let byte = self[position]
      if byte < 0x80 {
        position += 1
        continue
      }
      let (length, least): (Int, UInt32)
      switch byte {
      case 0xC2...0xDF: (length, least) = (2, 0x80)
      case 0xE0...0xEF: (length, least) = (3, 0x800)
      case 0xF0...0xF4: (length, least) = (4, 0x10000)
      default: return position
      }
      guard position + length <= count else { return position }
      var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for offset in 1..<length {
        let next = self[position + offset]
        if next & 0xC0 != 0x80 { return position }
        scalar = scalar << 6 | UInt32(next & 0x3F)
      }
      if scalar < least || Unicode.Scalar(scalar) == nil { return position }
      position += length
    }
    return nil
  }
}
