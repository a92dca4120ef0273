import Diagnostics

/// The smallest piece of a text that has a meaning: a word, a number, a sign.
struct Token {
  enum Kind: UInt8 {
    case end
    /// A name that is not reserved; `word` tells the ones that mean something in places.
    case name
    /// A word that can never be a bare name.
    case reserved
    case integer, real, percentage, date, text
    /// A literal that could not be read; what was wrong with it has been said.
    case faulty
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, dot, dots, pipe, arrow, equals
    case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
    case plus, minus, star, slash, fallback
    /// `?` alone: a pattern's mark for what may be left out.
    case question
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Blank, a comment or a line end stands before this token.
    static let spaceBefore = Flags(rawValue: 1)
    /// This token is the first of its line.
    static let newlineBefore = Flags(rawValue: 2)
    /// A `##` line stands between the token before and this one.
    static let documentationBefore = Flags(rawValue: 4)
    /// A bracket that the text lacks; it was put here so that reading can go on.
    static let missing = Flags(rawValue: 8)
    /// A name in backticks.
    static let quoted = Flags(rawValue: 16)
    /// A name that is not plain ASCII.
    static let beyondASCII = Flags(rawValue: 32)
    /// A text with `\`, `{` or several lines.
    static let composed = Flags(rawValue: 64)
  }

  var kind: Kind
  var word: Word = .plain
  var flags: Flags
  let lower: Int32
  let upper: Int32
  /// The index of the partner, for brackets.
  var partner: Int32 = -1

  var range: SourceRange { SourceRange(Int(lower), Int(upper)) }
  var spaceBefore: Bool { flags.contains(.spaceBefore) }
  var newlineBefore: Bool { flags.contains(.newlineBefore) }
  var isMissing: Bool { flags.contains(.missing) }
  var isWord: Bool { kind == .name || kind == .reserved }

  init(_ kind: Kind, _ lower: Int, _ upper: Int, _ flags: Flags) {
    self.kind = kind
    self.flags = flags
    self.lower = Int32(truncatingIfNeeded: lower)
    self.upper = Int32(truncatingIfNeeded: upper)
  }
}

/// The words that the grammar knows.
enum Word: UInt8, CaseIterable {
  case plain
  // Reserved: never a bare name.
  case after, and, `as`, at, before, `break`, by, check, `continue`, during, each, `else`, `false`, fn, `for`, has,
    `if`,
    `in`, `is`, it, `let`, match, matches, none, not, on, or, overlaps, per, `return`, suppose, then, `true`, under,
    unknown, use, was, `while`, why, without
  // Names everywhere else, and words of the grammar in their places.
  case kind, extend, set, same, rule, pattern, show, expect, test, known, of, about, complete, via, `private`, over,
    time,
    within, any, require, unless, `where`, asc, desc, p, list, day, days, week, weeks, month, months, year, years

  var isReserved: Bool { self != .plain && rawValue < Word.kind.rawValue }

  /// The unit of the calendar that this word names.
  var unit: SpanUnit? {
    switch self {
    case .day, .days: .day
    case .week, .weeks: .week
    case .month, .months: .month
    case .year, .years: .year
    default: nil
    }
  }
}

/// Words by their bytes: all have at most eight, so that one number holds them.
struct WordTable {
  static let shared = WordTable()
  private var keys = [UInt64](repeating: 0, count: 512)
  private var words = [Word](repeating: .plain, count: 512)

  private init() {
    for word in Word.allCases where word != .plain {
      var key: UInt64 = 0
      for byte in "\(word)".utf8 { key = key << 8 | UInt64(byte) }
      var slot = Self.slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & 511 }
      keys[slot] = key
      words[slot] = word
    }
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }

  @inline(__always) func word(_ key: UInt64) -> Word {
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return words[slot] }
      slot = (slot + 1) & 511
    }
    return .plain
  }
}

/// A `#` or `##` comment.
struct Comment {
  let lower: Int32
  let upper: Int32
  let isDocumentation: Bool
  /// Nothing but blanks stands before it on its line.
  let ownLine: Bool
  /// Line ends between it and what stands before it.
  let linesBefore: Int32
}
