import Diagnostics

/// Cuts UTF-8 bytes into tokens, in one pass from left to right.
///
/// A fault never stops it: each is said once, and a token stands for what was probably meant, so that one mistake
/// gives one message.
struct Lexer {
  let source: Source
  let bytes: [UInt8]
  /// Where reading ends; less than the number of bytes inside an interpolation.
  let limit: Int
  let words = WordTable.shared
  var position: Int
  var tokens: [Token] = []
  var comments: [Comment] = []
  var faults: [Diagnostic] = []
  /// A `"""` that was still open at the end of the text.
  var openText: Diagnostic?
  private var flags: Token.Flags = []
  private var linesBefore: Int32 = 0
  /// How many bytes may still be looked at to find where a text ends; texts in texts that never end are cut short.
  var budget = 0

  init(_ source: Source, from lower: Int = 0, to upper: Int? = nil) {
    self.source = source
    bytes = source.bytes
    limit = upper ?? source.bytes.count
    position = lower
    if lower == 0 {
      tokens.reserveCapacity(limit / 5 + 8)
      flags = .newlineBefore
    }
  }

  @inline(__always) func byte(_ offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

  func place(_ lower: Int, _ upper: Int) -> Place { Place(source, SourceRange(lower, upper)) }

  mutating func fault(_ diagnostic: Diagnostic) {
    if faults.count < Diagnostic.mostTold { faults.append(diagnostic) }
  }

  /// Adds a token that began at an offset and ends here.
  mutating func emit(_ kind: Token.Kind, from lower: Int, word: Word = .plain, _ more: Token.Flags = []) {
    var token = Token(kind, lower, position, flags.union(more))
    token.word = word
    tokens.append(token)
    flags = []
    linesBefore = 0
  }

  mutating func run() {
    if position == 0, byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { position = 3 }
    if position == 0, byte(0) == UInt8(ascii: "#"), byte(1) == UInt8(ascii: "!") { skipLine() }
    while position < limit { readToken() }
    position = limit
    flags.formUnion([.newlineBefore, .spaceBefore])
    emit(.end, from: limit)
  }

  private mutating func readToken() {
    let start = position
    let first = bytes[position]
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C, 0x0B, 0:
      position += 1
      flags.insert(.spaceBefore)
    case UInt8(ascii: "\n"): newline()
    case UInt8(ascii: "\r"):
      // A carriage return ends a line by itself only where no line feed follows.
      if byte(position + 1) == UInt8(ascii: "\n") { position += 1 }
      newline()
    case UInt8(ascii: "#"): readComment()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      readName()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumberOrDate()
    case UInt8(ascii: "\""): readText()
    case UInt8(ascii: "`"): readQuotedName()
    case UInt8(ascii: "@"): readDateMark()
    case UInt8(ascii: "("): sign(.leftParenthesis, 1)
    case UInt8(ascii: ")"): sign(.rightParenthesis, 1)
    case UInt8(ascii: "["): sign(.leftBracket, 1)
    case UInt8(ascii: "]"): sign(.rightBracket, 1)
    case UInt8(ascii: "{"): sign(.leftBrace, 1)
    case UInt8(ascii: "}"): sign(.rightBrace, 1)
    case UInt8(ascii: ","): sign(.comma, 1)
    case UInt8(ascii: "."):
      if byte(start + 1) != UInt8(ascii: ".") {
        sign(.dot, 1)
      } else if byte(start + 2) == UInt8(ascii: "/"), yearEnd(start + 3) != nil {
        readOpenBeginning()
      } else {
        sign(.dots, 2)
      }
    case UInt8(ascii: "*") where byte(start + 1) != UInt8(ascii: "*"): sign(.star, 1)
    case UInt8(ascii: "+") where byte(start + 1) != UInt8(ascii: "="): sign(.plus, 1)
    case UInt8(ascii: "-"):
      if byte(start + 1) == UInt8(ascii: ">") {
        sign(.arrow, 2)
      } else if byte(start + 1) == UInt8(ascii: "=") {
        readForeignSign()
      } else {
        sign(.minus, 1)
      }
    case UInt8(ascii: "/") where byte(start + 1) != UInt8(ascii: "/") && byte(start + 1) != UInt8(ascii: "="):
      sign(.slash, 1)
    case UInt8(ascii: "|") where byte(start + 1) != UInt8(ascii: ">") && byte(start + 1) != UInt8(ascii: "|"):
      sign(.pipe, 1)
    case UInt8(ascii: ":") where byte(start + 1) != UInt8(ascii: "="): sign(.colon, 1)
    case UInt8(ascii: "?") where byte(start + 1) == UInt8(ascii: "?"): sign(.fallback, 2)
    case UInt8(ascii: "?"): sign(.question, 1)
    case UInt8(ascii: "!") where byte(start + 1) == UInt8(ascii: "=") && byte(start + 2) != UInt8(ascii: "="):
      sign(.notEqual, 2)
    case UInt8(ascii: "="):
      switch byte(start + 1) {
      case UInt8(ascii: "=") where byte(start + 2) != UInt8(ascii: "="): sign(.equal, 2)
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): readForeignSign()
      default: sign(.equals, 1)
      }
    case UInt8(ascii: "<"):
      switch byte(start + 1) {
      case UInt8(ascii: "="): sign(.lessOrEqual, 2)
      case UInt8(ascii: "-"), UInt8(ascii: ">"): readForeignSign()
      default: sign(.less, 1)
      }
    case UInt8(ascii: ">"):
      byte(start + 1) == UInt8(ascii: "=") ? sign(.greaterOrEqual, 2) : sign(.greater, 1)
    case 0x80...: readBeyondASCII()
    default: readForeignSign()
    }
  }

  mutating func sign(_ kind: Token.Kind, _ length: Int) {
    let start = position
    position += length
    emit(kind, from: start)
  }

  private mutating func newline() {
    position += 1
    linesBefore += 1
    flags.formUnion([.newlineBefore, .spaceBefore])
  }

  /// What stands next begins a statement of its own, as if on a new line.
  mutating func separate() { flags.formUnion([.newlineBefore, .spaceBefore]) }

  mutating func space() { flags.insert(.spaceBefore) }

  mutating func skipLine() {
    while position < limit, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
      position += 1
    }
  }

  private mutating func readComment() {
    let start = position
    let isDocumentation = byte(start + 1) == UInt8(ascii: "#") && byte(start + 2) != UInt8(ascii: "#")
    skipLine()
    let ownLine = flags.contains(.newlineBefore)
    comments.append(
      Comment(
        lower: Int32(truncatingIfNeeded: start), upper: Int32(truncatingIfNeeded: position),
        isDocumentation: isDocumentation, ownLine: ownLine, linesBefore: linesBefore))
    linesBefore = 0
    flags.insert(.spaceBefore)
    if isDocumentation { flags.insert(.documentationBefore) }
  }

  // MARK: Names

  private mutating func readName() {
    let start = position
    var key: UInt64 = 0
    while position < limit {
      let next = bytes[position]
      guard isNameByte(next) else { break }
      key = key << 8 | UInt64(next)
      position += 1
    }
    if position < limit, bytes[position] >= 0x80, readNameBeyondASCII(from: start) { return }
    let word = position - start <= 8 ? words.word(key) : .plain
    emit(word.isReserved ? .reserved : .name, from: start, word: word)
    readApostrophe(from: start)
  }

  @inline(__always) func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Reads on in a name whose next scalar is not ASCII; false when that scalar ends the name.
  mutating func readNameBeyondASCII(from start: Int) -> Bool {
    let before = position
    while position < limit {
      if isNameByte(bytes[position]) {
        position += 1
        continue
      }
      guard bytes[position] >= 0x80 else { break }
      let (scalar, length) = scalar(at: position)
      // Bytes that are not UTF-8 were told of already; they stay with the name so that nothing more is said.
      guard
        scalar.value == 0xFFFD || scalar.properties.isXIDContinue || scalar.value == 0x200C || scalar.value == 0x200D
      else { break }
      position += length
    }
    guard position > before else { return false }
    emit(.name, from: start, .beyondASCII)
    readApostrophe(from: start)
    return true
  }

  /// `Côte d'Ivoire`: an apostrophe inside what was meant as a name.
  private mutating func readApostrophe(from start: Int) {
    var next = position
    if byte(next) == UInt8(ascii: "'") {
      next += 1
    } else if byte(next) == 0xE2, byte(next + 1) == 0x80, byte(next + 2) == 0x99 {
      next += 3
    } else {
      return
    }
    guard isNameByte(byte(next)) || byte(next) >= 0x80 else { return }
    while next < limit, isNameByte(bytes[next]) || bytes[next] >= 0x80 { next += 1 }
    position = next
    // `Côte d'Ivoire` is meant as one name.
    var first = start
    if tokens.count > 1 {
      let before = tokens[tokens.count - 2]
      if before.kind == .name, Int(before.upper) == start - 1, bytes[start - 1] == UInt8(ascii: " "),
        scalar(at: Int(before.lower)).0.properties.isUppercase
      {
        first = Int(before.lower)
      }
    }
    fault(.apostropheInName(place(first, next), source.text(in: SourceRange(first, next))))
  }

  private mutating func readQuotedName() {
    let start = position
    position += 1
    while position < limit, bytes[position] != UInt8(ascii: "`"), bytes[position] != UInt8(ascii: "\n") {
      position += 1
    }
    if byte(position) == UInt8(ascii: "`"), position < limit {
      position += 1
      if position - start == 2 { fault(.emptyQuotedName(place(start, position))) }
    } else {
      fault(.unclosedQuotedName(place(start, position)))
    }
    emit(.name, from: start, [.quoted, .beyondASCII])
  }

  /// The scalar at an offset and its length; U+FFFD for bytes that are none.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(byte(offset))
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    let invalid = (Unicode.Scalar(0xFFFD as UInt16) ?? " ", 1)
    guard length > 0, offset + length <= limit else { return invalid }
    if length == 1 { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first & (0x7F >> UInt32(length))
    for index in 1..<length {
      let next = UInt32(bytes[offset + index])
      guard next & 0xC0 == 0x80 else { return invalid }
      value = value << 6 | next & 0x3F
    }
    guard let scalar = Unicode.Scalar(value) else { return invalid }
    return (scalar, length)
  }
}
