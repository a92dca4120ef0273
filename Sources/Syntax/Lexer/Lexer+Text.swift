import Diagnostics

/// Texts: `"…"` on one line, `"""` over several, with expressions between `{` and `}`.
extension Lexer {
  private static let deepest = 16

  mutating func readText() {
    let start = position
    let isLong = byte(start + 1) == UInt8(ascii: "\"") && byte(start + 2) == UInt8(ascii: "\"")
    var composed = isLong
    budget = 4 * (limit - start) + 64
    guard let end = textEnd(start, &composed, 0) else {
      if isLong {
        position = limit
        openText = .unclosedLongText(place(start, start + 3))
      } else {
        position = start + 1
        while position < limit, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
          position += 1
        }
        fault(.unclosedText(place(start, position)))
      }
      return emit(.faulty, from: start)
    }
    position = end
    emit(.text, from: start, composed ? .composed : [])
  }

  /// The offset behind the text that begins here, or nil when it does not end where it must.
  private mutating func textEnd(_ start: Int, _ composed: inout Bool, _ depth: Int) -> Int? {
    guard depth < Self.deepest else { return nil }
    let quote = UInt8(ascii: "\"")
    let isLong = byte(start + 1) == quote && byte(start + 2) == quote
    var offset = start + (isLong ? 3 : 1)
    var hasHoles = true
    while offset < limit {
      budget -= 1
      guard budget > 0 else { return nil }
      switch bytes[offset] {
      case quote:
        if !isLong { return offset + 1 }
        if byte(offset + 1) == quote, byte(offset + 2) == quote {
          // A quotation mark directly before the closing three belongs to the text.
          return byte(offset + 3) == quote ? offset + 4 : offset + 3
        }
        offset += 1
      case UInt8(ascii: "\\"):
        composed = true
        offset += 2
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if !isLong { return nil }
        offset += 1
      case UInt8(ascii: "{"):
        composed = true
        // A brace that never closes is told of by the parser, when it reads the parts.
        let end = hasHoles ? interpolationEnd(offset, long: isLong, depth) : nil
        hasHoles = end != nil
        offset = end ?? offset + 1
      default: offset += 1
      }
    }
    return nil
  }

  /// The offset behind the `}` that belongs to the `{` here; texts inside are passed over.
  private mutating func interpolationEnd(_ start: Int, long: Bool, _ depth: Int) -> Int? {
    var offset = start + 1
    var open = 1
    var ignored = false
    while offset < limit {
      budget -= 1
      guard budget > 0 else { return nil }
      switch bytes[offset] {
      case UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "}"):
        open -= 1
        if open == 0 { return offset + 1 }
      case UInt8(ascii: "\""):
        guard let end = textEnd(offset, &ignored, depth + 1) else { return nil }
        offset = end
        continue
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if !long { return nil }
      default: break
      }
      offset += 1
    }
    return nil
  }
}

/// A piece of a text literal, before its expressions are read.
enum TextPiece {
  case characters(String)
  /// The stretch between `{` and `}`.
  case hole(SourceRange)
}

/// Takes a text token apart: escapes, indentation, holes.
struct TextReader {
  let source: Source
  let token: Token
  var pieces: [TextPiece] = []
  var faults: [Diagnostic] = []
  private var bytes: [UInt8] { source.bytes }

  init(_ source: Source, _ token: Token) {
    self.source = source
    self.token = token
  }

  mutating func read() {
    let bytes = source.bytes
    let lower = Int(token.lower)
    let quote = UInt8(ascii: "\"")
    let isLong = token.upper - token.lower >= 6 && bytes[lower + 1] == quote && bytes[lower + 2] == quote
    var position = lower + (isLong ? 3 : 1)
    let end = Int(token.upper) - (isLong ? 3 : 1)
    var indentation = 0
    if isLong {
      indentation = commonIndentation(position, end)
      // The text begins behind the line end that follows the marks.
      var first = position
      while first < end, bytes[first] == 32 || bytes[first] == 9 || bytes[first] == 13 { first += 1 }
      if first < end, bytes[first] == 10 { position = skipIndentation(first + 1, end, indentation) }
    }
    var characters: [UInt8] = []
    var hasHoles = true
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\\"):
        position = escape(position, end, &characters)
      case UInt8(ascii: "{"):
        guard hasHoles, let close = holeEnd(position, end) else {
          if hasHoles { faults.append(.unclosedHole(Place(source, SourceRange(position, position + 1)))) }
          hasHoles = false
          characters.append(byte)
          position += 1
          continue
        }
        if !characters.isEmpty { pieces.append(.characters(String(decoding: characters, as: UTF8.self))) }
        characters = []
        pieces.append(.hole(SourceRange(position + 1, close)))
        position = close + 1
      case UInt8(ascii: "\r") where isLong && position + 1 < end && bytes[position + 1] == 10:
        position += 1
      case UInt8(ascii: "\n"):
        // The line end before the closing marks is not part of the text.
        var rest = position + 1
        while rest < end, bytes[rest] == 32 || bytes[rest] == 9 { rest += 1 }
        if rest == end {
          position = end
        } else {
          characters.append(byte)
          position = skipIndentation(position + 1, end, indentation)
        }
      default:
        characters.append(byte)
        position += 1
      }
    }
    if !characters.isEmpty { pieces.append(.characters(String(decoding: characters, as: UTF8.self))) }
  }

  /// The fewest blanks before the lines of a long text; lines of blanks only do not count, the closing line does.
  private func commonIndentation(_ start: Int, _ end: Int) -> Int {
    var fewest = Int.max
    var position = start
    while position < end {
      if bytes[position] == 10 {
        var first = position + 1
        while first < end, bytes[first] == 32 || bytes[first] == 9 { first += 1 }
        if first == end || (bytes[first] != 10 && bytes[first] != 13) { fewest = min(fewest, first - position - 1) }
      }
      position += 1
    }
    return fewest == Int.max ? 0 : fewest
  }

  private func skipIndentation(_ start: Int, _ end: Int, _ count: Int) -> Int {
    var position = start
    while position < end, position - start < count, bytes[position] == 32 || bytes[position] == 9 { position += 1 }
    return position
  }

  private mutating func escape(_ start: Int, _ end: Int, _ characters: inout [UInt8]) -> Int {
    let next = start + 1 < end ? bytes[start + 1] : 0
    switch next {
    case UInt8(ascii: "n"): characters.append(10)
    case UInt8(ascii: "t"): characters.append(9)
    case UInt8(ascii: "r"): characters.append(13)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): characters.append(next)
    case UInt8(ascii: "u") where start + 2 < end && bytes[start + 2] == UInt8(ascii: "{"):
      var position = start + 3
      while position < end, bytes[position] != UInt8(ascii: "}"), position - start < 12 { position += 1 }
      let digits = String(decoding: bytes[(start + 3)..<position], as: UTF8.self)
      if position < end, bytes[position] == UInt8(ascii: "}"), let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        characters.append(contentsOf: Array(String(Character(scalar)).utf8))
        return position + 1
      }
      let stop = min(position + 1, end)
      faults.append(.noSuchScalar(Place(source, SourceRange(start, stop)), digits))
      return stop
    default:
      var stop = min(start + 2, end)
      while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
      faults.append(
        .unknownEscape(Place(source, SourceRange(start, stop)), source.text(in: SourceRange(start, stop))))
      return stop
    }
    return start + 2
  }

  private func holeEnd(_ start: Int, _ end: Int) -> Int? {
    var open = 0
    var position = start
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "}"):
        open -= 1
        if open == 0 { return position }
      case UInt8(ascii: "\""):
        // A text inside: the lexer knows where it ends.
        var lexer = Lexer(source, from: position, to: end)
        lexer.readText()
        position = max(lexer.position, position + 1)
        continue
      default: break
      }
      position += 1
    }
    return nil
  }
}
