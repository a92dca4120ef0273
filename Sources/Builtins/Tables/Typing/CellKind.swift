import Diagnostics
import Records
import Values

/// What the texts of a column are to be read as.
indirect enum CellKind {
  case text
  case integer
  case number
  case date
  /// All the days of a date: `2021` is the whole year.
  case stretch
  case span
  case truth
  /// A record of this kind, or a term of it, by its name, its label, or another name that it bears.
  case record(NamesOfKind)
  /// Several in one cell, with `;` or `|` between them, or what is said to stand there.
  case list(CellKind)
  /// The first of several kinds that it is of.
  case either([CellKind])

  /// How whoever wrote the cells writes what can be written in more than one way.
  struct Habits {
    var dates: WrittenDate.Order?
    /// The sign before the decimals, and the one between thousands.
    var numbers: NumberSigns?
    /// What stands between several in one cell, where that is not `;` or `|`.
    var separator: String?
    /// Texts that stand for something nobody knows.
    var unknown: Set<String> = []
    /// What words of the file stand for.
    var words: FileWords?
  }

  /// What came of a text.
  enum Reading {
    case value(Value)
    /// Why it is not what it should be.
    case unfit(String)
  }

  /// A kind as a script names it: `date`, `jurisdiction`, `[tactic]`; nil for a word that is none.
  init?(_ word: String, _ corpus: Corpus) {
    switch word {
    case "text": self = .text
    case "integer": self = .integer
    case "number": self = .number
    case "date": self = .date
    case "truth": self = .truth
    default:
      let isList = word.hasPrefix("[") && word.hasSuffix("]") || word.hasPrefix("list of ")
      if isList {
        let inner = word.hasPrefix("[") ? String(word.dropFirst().dropLast()) : String(word.dropFirst(8))
        guard let kind = CellKind(inner.trimmed, corpus) else { return nil }
        self = .list(kind)
      } else {
        guard let kind = corpus.kinds[word] else { return nil }
        self = .record(NamesOfKind(kind, corpus))
      }
    }
  }

  /// What a field of a record takes.
  ///
  /// - Parameter rows: the rows that are to be records, which a cell can name too.
  init(_ type: FieldType, _ corpus: Corpus, _ rows: NewRows? = nil) {
    switch type {
    case .truth: self = .truth
    case .number: self = .number
    case .text: self = .text
    case .date(let isStretch): self = isStretch ? .stretch : .date
    case .span: self = .span
    case .record(let kind): self = .record(NamesOfKind(kind, corpus, rows))
    case .list(let inner): self = .list(CellKind(inner, corpus, rows))
    case .either(let types): self = .either(types.map { CellKind($0, corpus, rows) })
    }
  }

  static let words = ["text", "integer", "number", "date", "truth"]

  /// What they are called elsewhere.
  static let elsewhere = [
    "country": "jurisdiction", "state": "jurisdiction", "nation": "jurisdiction", "string": "text", "str": "text",
    "character": "text", "int": "integer", "whole": "integer", "float": "number", "double": "number",
    "decimal": "number", "numeric": "number", "bool": "truth", "boolean": "truth", "logical": "truth",
    "datetime": "date", "day": "date", "year": "date",
  ]

  var name: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .number: "number"
    case .date: "date"
    case .stretch: "stretch"
    case .span: "span"
    case .truth: "truth"
    case .record(let names): names.kind.name
    case .list(let inner): "[\(inner.name)]"
    case .either(let kinds): kinds.map(\.name).joined(separator: " or ")
    }
  }

  /// What a cell is of which one of several does not fit.
  var noun: String { if case .list(let inner) = self { inner.name } else { name } }

  /// What a cell's text says, read as this kind.
  func read(_ text: String, _ habits: Habits) -> Reading {
    let trimmed = text.trimmed
    if let meaning = habits.words?.value(of: trimmed, for: self, habits) { return .value(meaning) }
    switch self {
    case .text: return .value(.text(text))
    case .integer, .number: return readNumber(trimmed, habits.numbers)
    case .date, .stretch:
      switch WrittenDate(trimmed, habits.dates) {
      case .date(let date):
        if case .stretch = self { return .value(.date(date.asStretch)) }
        return .value(.date(date))
      case .either(let one, let other):
        return .unfit("\(one) or \(other): `dates: \"31/12/2015\"` says that the day stands first")
      case .none(let why): return .unfit(why)
      }
    case .truth:
      switch trimmed.lowercased() {
      case "true", "yes": return .value(.truth(.yes))
      case "false", "no": return .value(.truth(.no))
      default: return .unfit("a truth is `true`, `false`, `yes` or `no`")
      }
    case .record(let names): return names.read(trimmed)
    case .span: return CellKind.readSpan(trimmed)
    case .either(let kinds):
      var reasons: [String] = []
      for kind in kinds {
        switch kind.read(text, habits) {
        case .value(let value): return .value(value)
        case .unfit(let why): reasons.append(why)
        }
      }
      return .unfit(reasons.joined(separator: "; "))
    case .list(let inner):
      var items: [Value] = []
      for part in CellKind.parts(of: trimmed, habits.separator) {
        if habits.unknown.contains(part) {
          items.append(.unknown(.notRecorded))
          continue
        }
        switch inner.read(part, habits) {
        case .value(let value): items.append(value)
        case .unfit(let why):
          if part == trimmed { return .unfit(why) }
          // The sign between several may also stand in a name.
          if case .record = inner, case .value(let whole) = inner.read(trimmed, habits) {
            return .value(.list([whole]))
          }
          return .unfit("`\(part)`: \(why)")
        }
      }
      return .value(.list(items))
    }
  }

  /// What stands between the signs in a cell; where nothing stands there is no part.
  static func parts(of text: String, _ separator: String?) -> [String] {
    var parts: [Substring]
    if let separator, text.contains(separator) {
      parts = text.split(separator: separator)
    } else {
      let sign = UInt8(ascii: text.utf8.contains(UInt8(ascii: "|")) ? "|" : ";")
      parts = text.utf8.split(separator: sign).map { Substring($0) }
    }
    // No name goes on in another line.
    if text.utf8.contains(UInt8(ascii: "\n")) { parts = parts.flatMap { $0.split(whereSeparator: \.isNewline) } }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// `90 days`, `3 years 10 months`.
  private static func readSpan(_ text: String) -> Reading {
    let words = text.split(separator: " ")
    var sum: Span?
    for place in stride(from: 0, to: words.count, by: 2) {
      guard place + 1 < words.count, let count = Int(words[place]),
        let unit = Span.Unit(word: String(words[place + 1])),
        let part = try? Span.of(count, unit), let next = sum == nil ? part : try? sum?.adding(part)
      else { return .unfit("a span is written as `90 days`, or `3 years 10 months`") }
      sum = next
    }
    return sum.map { .value(.span($0)) } ?? .unfit("a span is written as `90 days`")
  }

  private func readNumber(_ text: String, _ signs: NumberSigns?) -> Reading {
    let plain = signs.map { $0.plain(text) } ?? text
    guard let plain, let number = WrittenNumber(plain)?.value else {
      if let inexact = inexactNumber(text, signs) { return .value(inexact) }
      if signs == nil, let (whole, decimal) = WrittenNumber.twoReadings(text) {
        return .unfit("\(whole) or \(decimal): `numbers: \"1.234,5\"` says that the comma stands before the decimals")
      }
      return .unfit("it is no number")
    }
    if case .integer = self {
      if case .integer = number { return .value(number) }
      return .unfit("it is no whole number")
    }
    return .value(number)
  }
}

/// The sign before the decimals of numbers, and the one that may stand between thousands.
struct NumberSigns {
  private let decimal: Character
  private let thousands: Character?

  /// The signs in a number that shows them: `1.234,5`, `1 234,5`, `1,234.5`, `1234,5`.
  init?(example: String) {
    let signs = example.filter { !$0.isNumber }
    guard let decimal = signs.last, decimal == "," || decimal == ".", example.last?.isNumber == true else { return nil }
    guard signs.count <= 2, signs.count == 1 || signs.first != decimal else { return nil }
    self.decimal = decimal
    self.thousands = signs.count == 2 ? signs.first : nil
  }

  /// The number with a point before its decimals and nothing between its thousands; nil where it is written otherwise.
  func plain(_ text: String) -> String? {
    let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    var digits = String(whole)
    if let thousands {
      let blanks = Set<Character>([" ", "\u{A0}", "\u{202F}"])
      let groups = digits.split(omittingEmptySubsequences: false) {
        $0 == thousands || (blanks.contains(thousands) && blanks.contains($0))
      }
      if groups.count > 1, !groups.dropFirst().allSatisfy({ $0.count == 3 }) { return nil }
      digits = groups.joined()
    }
    if digits.contains(where: { $0 == "." || $0 == "," }) { return nil }
    return parts.count == 2 ? digits + "." + parts[1] : digits
  }
}

extension CellKind {
  /// What a text that names no record may have been meant to say; nil where nothing is near.
  func suggestion(for text: String, _ separator: String?, _ corpus: Corpus) -> String? {
    switch self {
    case .record(let names): Spelling.nearest(to: text.trimmed, among: corpus.all(names.kind).map(\.name))
    case .list(let inner): unfitPart(of: text, separator).flatMap { inner.suggestion(for: $0, nil, corpus) }
    case .text, .integer, .number, .date, .stretch, .span, .truth, .either: nil
    }
  }

  /// Of several in a cell the first that is none of them.
  func unfitPart(of text: String, _ separator: String?) -> String? {
    guard case .list(let inner) = self else { return nil }
    return CellKind.parts(of: text, separator).first { part in
      if case .unfit = inner.read(part, Habits()) { true } else { false }
    }
  }
}
