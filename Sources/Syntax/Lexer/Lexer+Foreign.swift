import Diagnostics

/// Signs that people bring from other languages and from word processors; each is said once and read as what was meant.
extension Lexer {
  mutating func readForeignSign() {
    let start = position
    let first = bytes[start]
    let second = byte(start + 1)
    func here(_ length: Int) -> Place { place(start, start + length) }
    switch first {
    case UInt8(ascii: "&"):
      let length = second == UInt8(ascii: "&") ? 2 : 1
      replace(length, .signForWord(here(length), length == 2 ? "&&" : "&", "and"), .reserved, .and)
    case UInt8(ascii: "|"):
      if second == UInt8(ascii: ">") {
        replace(2, .foreignPipe(here(2), "|>"), .pipe)
      } else {
        replace(2, .signForWord(here(2), "||", "or"), .reserved, .or)
      }
    case UInt8(ascii: "!"):
      if second == UInt8(ascii: "=") {
        replace(3, .foreignComparison(here(3), "!==", "!="), .notEqual)
      } else {
        replace(1, .signForWord(here(1), "!", "not"), .reserved, .not)
      }
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: "-") {
        replace(2, .leftArrow(here(2)), .equals)
      } else {
        replace(2, .foreignComparison(here(2), "<>", "!="), .notEqual)
      }
    case UInt8(ascii: "="):
      if second == UInt8(ascii: "<") {
        replace(2, .foreignComparison(here(2), "=<", "<="), .lessOrEqual)
      } else if second == UInt8(ascii: ">") {
        replace(2, .doubleArrow(here(2)), .arrow)
      } else {
        replace(3, .foreignComparison(here(3), "===", "=="), .equal)
      }
    case UInt8(ascii: ":"): replace(2, .colonEquals(here(2)), .equals)
    case UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "/") where second == UInt8(ascii: "="):
      let sign = String(UnicodeScalar(first))
      replace(2, .compoundAssignment(here(2), sign), .equals)
    case UInt8(ascii: "/"):
      skipLine()
      fault(.slashComment(place(start, start + 2)))
      space()
    case UInt8(ascii: "*"):
      replace(2, .powerSign(here(2), "**"), .star)
    case UInt8(ascii: "^"):
      replace(1, .powerSign(here(1), "^"), .star)
    case UInt8(ascii: ";"):
      position += 1
      fault(.semicolon(here(1)))
      separate()
    case UInt8(ascii: "%"):
      if second == UInt8(ascii: ">"), byte(start + 2) == UInt8(ascii: "%") {
        replace(3, .foreignPipe(here(3), "%>%"), .pipe)
      } else {
        replace(1, .percentSign(here(1)), .slash)
      }
    case UInt8(ascii: "'"): readSingleQuotes()
    case UInt8(ascii: "~"): skip(1, .tilde(here(1)))
    default: skip(1, .strayCharacter(here(1), UnicodeScalar(first)))
    }
  }

  private mutating func replace(_ length: Int, _ diagnostic: Diagnostic, _ kind: Token.Kind, _ word: Word = .plain) {
    let start = position
    position += length
    fault(diagnostic)
    emit(kind, from: start, word: word)
  }

  private mutating func skip(_ length: Int, _ diagnostic: Diagnostic) {
    position += length
    fault(diagnostic)
    space()
  }

  /// `'text'`: read as a text where a second mark stands on the line.
  private mutating func readSingleQuotes() {
    let start = position
    var end = start + 1
    while end < limit, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "'") { end += 1 }
    if byte(end) == UInt8(ascii: "'"), end < limit {
      position = end + 1
      fault(.singleQuotes(place(start, position), source.text(in: SourceRange(start + 1, end))))
      emit(.faulty, from: start)
    } else {
      skip(1, .singleQuotes(place(start, start + 1), nil))
    }
  }

  mutating func readBeyondASCII() {
    let start = position
    let (scalar, length) = scalar(at: start)
    switch scalar.value {
    case 0xFFFD,
      _ where scalar.properties.isXIDStart:
      position += length
      if !readNameBeyondASCII(from: start) { emit(.name, from: start, .beyondASCII) }
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0xFF02:
      readTypographicQuotes(scalar, length)
    case 0x2010...0x2015, 0x2212, 0xFF0D:

      let betweenDigits = start > 0 && isDigit(start - 1) && isDigit(start + length)
      replace(length, .typographicDash(place(start, start + length), betweenDigits: betweenDigits), .minus)
    case 0x2026: replace(length, .foreignSign(place(start, start + length), scalar, ".."), .dots)
    case 0x2264: replace(length, .foreignComparison(place(start, start + length), "≤", "<="), .lessOrEqual)
    case 0x2265: replace(length, .foreignComparison(place(start, start + length), "≥", ">="), .greaterOrEqual)
    case 0x2260: replace(length, .foreignComparison(place(start, start + length), "≠", "!="), .notEqual)
    case 0x00D7: replace(length, .foreignSign(place(start, start + length), scalar, "*"), .star)
    case 0x00F7: replace(length, .foreignSign(place(start, start + length), scalar, "/"), .slash)
    case 0x2190: replace(length, .leftArrow(place(start, start + length)), .equals)
    case 0x2192: replace(length, .foreignSign(place(start, start + length), scalar, "->"), .arrow)
    case 0xFF0C, 0x060C, 0x3001: replace(length, .foreignSign(place(start, start + length), scalar, ","), .comma)
    case 0xFF1A: replace(length, .foreignSign(place(start, start + length), scalar, ":"), .colon)
    case 0xFF08: replace(length, .foreignSign(place(start, start + length), scalar, "("), .leftParenthesis)
    case 0xFF09: replace(length, .foreignSign(place(start, start + length), scalar, ")"), .rightParenthesis)
    case 0xFF1D: replace(length, .foreignSign(place(start, start + length), scalar, "="), .equals)
    case 0xFF5B: replace(length, .foreignSign(place(start, start + length), scalar, "{"), .leftBrace)
    case 0xFF5D: replace(length, .foreignSign(place(start, start + length), scalar, "}"), .rightBrace)
    case 0xFF5C: replace(length, .foreignSign(place(start, start + length), scalar, "|"), .pipe)
    case 0xFF1B, 0x061B:
      position += length
      fault(.semicolon(place(start, position)))
      separate()
    case 0x202A...0x202E, 0x2066...0x2069:
      // Told of before the first token was read.
      position += length
      space()
    case 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF, 0x00AD, 0x2028, 0x2029:
      skip(length, .invisibleCharacter(place(start, start + length), scalar))
    case 0x0080...0x00A0:
      position += length
      space()
    default:
      if scalar.properties.isWhitespace {
        position += length
        space()
      } else if scalar.properties.generalCategory == .decimalNumber {
        readForeignDigits()
      } else {
        skip(length, .strayCharacter(place(start, start + length), scalar))
      }
    }
  }

  /// Digits of another script: numbers are written with ASCII digits.
  private mutating func readForeignDigits() {
    let start = position
    var digits = ""
    while position < limit {
      let (scalar, length) = scalar(at: position)
      if scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue {
        digits += "\(Int(value))"
      } else if scalar == "-", position + 1 < limit, bytes[position + 1] >= 0x80 {
        digits += "-"
      } else {
        break
      }
      position += length
    }
    fault(.foreignDigits(place(start, position), digits))
    emit(.faulty, from: start)
  }

  private mutating func readTypographicQuotes(_ opening: Unicode.Scalar, _ length: Int) {
    let start = position
    let closing: Set<UInt32> =
      switch opening.value {
      case 0x00AB, 0x00BB: [0x00AB, 0x00BB, 0x22]
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A: [0x2018, 0x2019, 0x201B, 0x2039, 0x203A, 0x27]
      default: [0x201C, 0x201D, 0x201F, 0xFF02, 0x22]
      }
    var end = start + length
    while end < limit, bytes[end] != UInt8(ascii: "\n") {
      let (scalar, size) = scalar(at: end)
      if closing.contains(scalar.value) {
        position = end + size
        fault(
          .typographicQuotes(place(start, position), source.text(in: SourceRange(start + length, end))))
        return emit(.faulty, from: start)
      }
      end += size
    }
    skip(length, .typographicQuotes(place(start, start + length), nil))
  }

  /// Looks over all bytes before the first token: what is not UTF-8, NUL, controls that change the order of reading.
  mutating func checkBytes() -> Bool {
    if byte(0) == 0xFF && byte(1) == 0xFE || byte(0) == 0xFE && byte(1) == 0xFF {
      fault(.utf16(place(0, min(2, limit))))
      return false
    }
    var notUTF8: (first: Int, count: Int)?
    var zeros: (first: Int, count: Int)?
    var offset = 0
    while offset < limit {
      let byte = bytes[offset]
      if byte < 0x80 {
        if byte == 0 { zeros = (zeros?.first ?? offset, (zeros?.count ?? 0) + 1) }
        offset += 1
        continue
      }
      let (scalar, length) = scalar(at: offset)
      if scalar.value == 0xFFFD, length == 1 { notUTF8 = (notUTF8?.first ?? offset, (notUTF8?.count ?? 0) + 1) }
      if (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value) {
        fault(.bidirectionalControl(place(offset, offset + length), scalar))
      }
      offset += length
    }
    if let zeros {
      if zeros.count * 8 > limit, zeros.count > 4 {
        fault(.notText(place(zeros.first, zeros.first + 1)))
        return false
      }
      fault(.zeroByte(place(zeros.first, zeros.first + 1), zeros.first, zeros.count))
    }
    if let notUTF8 {
      fault(.notUTF8(place(notUTF8.first, notUTF8.first + 1), notUTF8.first, bytes[notUTF8.first], notUTF8.count))
    }
    return true
  }
}
