import Diagnostics

/// Values in records: data, nothing to work out.
extension Parser {
  mutating func dataValue() throws -> DataValue {
    try nested { try $0.oneValue() }
  }

  private mutating func oneValue() throws -> DataValue {
    let start = token
    func value(_ kind: DataValue.Kind, _ parser: Parser) -> DataValue { DataValue(kind, parser.range(from: start)) }
    switch token.kind {
    case .text:
      let text = plainTextLiteral()
      return DataValue(.text(text), start.range)
    case .date: return value(.date(try date()), self)
    case .integer, .real, .percentage: return value(try number(about: false), self)
    case .minus:
      guard [.integer, .real, .percentage].contains(peek().kind), !peek().spaceBefore else {
        throw mistake(.calculationInRecord(place(token), "`-`"))
      }
      return value(try number(about: false), self)
    case .faulty:
      advance()
      return DataValue(.faulty, start.range)
    case .leftBracket:
      advance()
      let elements = try inside(newlines: false) { parser in
        var elements: [DataValue] = []
        while parser.token.kind != .rightBracket {
          elements.append(try parser.dataValue())
          guard parser.takes(.comma) else { break }
        }
        try parser.expectInData(.rightBracket, "`,` or `]`")
        return elements
      }
      return value(.list(elements), self)
    case .leftBrace: return value(.record(try dataRecord()), self)
    case .name:
      if token.word == .about, nextOnLine, [.integer, .real, .minus, .faulty].contains(peek().kind) {
        advance()
        return value(try number(about: true), self)
      }
      let path = try path()
      if token.kind == .leftParenthesis, !token.spaceBefore {
        throw mistake(.calculationInRecord(place(token), "a call"))
      }
      return DataValue(.path(path), path.range)
    case .reserved:
      switch token.word {
      case .true, .false:
        advance()
        return DataValue(.truth(start.word == .true), start.range)
      case .none:
        advance()
        return DataValue(.none, start.range)
      case .unknown:
        advance()
        let reason = try unknownReason()
        return value(.unknown(reason: reason), self)
      default: break
      }
      if !onLine { throw expected("a value") }
      throw mistake(.reservedAsValue(place(token), text(token), inRecord: true))
    default: throw expected("a value", help: token.kind == .question ? Diagnostic.notKnown : nil)
    }
  }

  private mutating func expectInData(_ kind: Token.Kind, _ what: String) throws {
    switch token.kind {
    case .plus, .minus, .star, .slash, .leftParenthesis, .pipe:
      throw mistake(.calculationInRecord(place(token), describe(token)))
    default: try expect(kind, what)
    }
  }

  private mutating func dataRecord() throws -> [(name: Name, value: DataValue)] {
    advance()
    return try inside(newlines: true) { parser in
      var entries: [(name: Name, value: DataValue)] = []
      while parser.token.kind != .rightBrace {
        parser.begins()
        guard parser.token.isWord else { throw parser.expected("a name before `:`", acrossLines: true) }
        let name = parser.takeName()
        try parser.expect(.colon, "`:` after `\(name.text)`")
        entries.append((name, try parser.dataValue()))
        try parser.separator("`,` or `}`")
      }
      try parser.expect(.rightBrace, "`}`", acrossLines: true)
      return entries
    }
  }

  // MARK: Numbers and spans

  private mutating func number(about: Bool) throws -> DataValue.Kind {
    if sees(.faulty) {
      advance()
      return .faulty
    }
    if !sees(.minus), let span = span(about: about) { return span }
    let low = try signedMagnitude()
    var end = NumberLiteral.End.exact
    if takes(.dots) {
      end = beginsNumber ? .number(try signedMagnitude()) : .open
      if sees(.faulty) { advance() }
    }
    var unit: Name?
    if token.kind == .name, onLine, token.newlineBefore == false || !newlinesMatter, token.word != .via {
      if peek().kind == .colon { throw mistake(.commaMissing(place(token), before: text(token))) }
      unit = takeName()
    }
    return .number(NumberLiteral(low: low, end: end, about: about, unit: unit))
  }

  private var beginsNumber: Bool {
    guard onLine else { return false }
    switch token.kind {
    case .integer, .real, .percentage: return true
    case .minus: return peek().kind == .integer || peek().kind == .real
    default: return false
    }
  }

  private mutating func signedMagnitude() throws -> NumberLiteral.Magnitude {
    let isNegative = takes(.minus)
    guard [.integer, .real, .percentage].contains(token.kind), onLine else { throw expected("a number") }
    let magnitude = magnitude(token)
    advance()
    guard isNegative else { return magnitude }
    switch magnitude {
    case .integer(let value): return .integer(-value)
    case .real(let value): return .real(-value)
    }
  }

  /// `3 years 10 months`, when a unit of the calendar follows the number that stands here.
  private mutating func span(about: Bool) -> DataValue.Kind? {
    var parts: [(Int, SpanUnit)] = []
    while token.kind == .integer, onLine, let unit = peek().word.unit, peek().kind == .name, nextOnLine,
      peek(2).kind != .colon, case .integer(let count) = magnitude(token)
    {
      parts.append((count, unit))
      advance()
      advance()
    }
    return parts.isEmpty ? nil : .span(parts, about: about)
  }

  // MARK: Dates and paths

  /// `2022-05`, `2022-05..2022-09`, `2022`
  mutating func date(beginsLine: Bool = false) throws -> DateLiteral {
    let start = token
    let first = try oneDate(beginsLine)
    guard sees(.dots) else { return DateLiteral(first, range(from: start)) }
    advance()
    let last = try oneDate()
    return DateLiteral(first, until: last, range(from: start))
  }

  private mutating func oneDate(_ beginsLine: Bool = false) throws -> String {
    let start = token
    let onLine = beginsLine || onLine
    switch token.kind {
    case .date where onLine:
      advance()
      return dateText(start)
    case .faulty where onLine:
      advance()
      return text(start)
    case .integer where onLine:
      guard token.upper - token.lower == 4, !text(token).contains("_") else {
        if let date = dateInWords(at: index) { throw mistake(dateInWords(date, from: index)) }
        throw mistake(.notADateInRecord(place(token), text(token)))
      }
      advance()
      return text(start)
    case .name where onLine && dateInWords(at: index) != nil:
      throw mistake(dateInWords(dateInWords(at: index) ?? ("", 1), from: index))
    default: throw expected("a date", help: "a date is `2022`, `2022-05` or `2022-05-03`")
    }
  }

  /// `phnom_penh.mother`
  mutating func path() throws -> Path {
    guard token.kind == .name, onLine || !newlinesMatter || previous.kind == .comma else { throw expected("a name") }
    let first = takeName()
    var rest: [Name] = []
    while token.kind == .dot, !token.spaceBefore, peek().isWord, !peek().spaceBefore {
      advance()
      rest.append(takeName())
    }
    return Path(first, rest)
  }
}
