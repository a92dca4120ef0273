import Diagnostics

/// Records: data that reads like sentences.
extension Parser {
  /// `case phnom_penh "…" : parent per sd110 { … }`; inside a body the name may be left out.
  mutating func record(_ documentation: String?, inBody: Bool) throws -> RecordDeclaration {
    let start = token
    let kind = takeName()
    var name: Name?
    if token.kind == .name, onLine {
      name = takeName()
    } else if token.kind == .reserved, onLine, !inBody {
      hasWordsSideBySide = true
      throw mistake(.reservedName(place(token), text(token)))
    }
    var label: String?
    var parent: Name?
    while true {
      if sees(.text) {
        if label != nil { throw mistake(.twice(place(token), "a label")) }
        label = plainTextLiteral()
      } else if sees(.colon) {
        if parent != nil { throw mistake(.twice(place(token), "a parent")) }
        advance()
        parent = try expectName(
          "the name of the parent", help: sees(.leftBrace) ? "a record has no colon before its braces" : nil)
      } else if sees(.faulty) {
        advance()
        label = label ?? ""
      } else {
        break
      }
    }
    var claims = try claims()
    var body: [RecordLine]?
    if sees(.leftBrace) {
      body = try recordBody()
      claims += try self.claims()
    } else if label == nil, parent == nil {
      throw recordWithoutBody(start, kind, name, inBody: inBody)
    } else if token.kind == .leftBrace {
      throw mistake(.braceOnNextLine(place(token), after: kind.text))
    }
    return RecordDeclaration(
      kind: kind, name: name, label: label, parent: parent, claims: claims, body: body, documentation: documentation,
      range(from: start))
  }

  /// `{ lines }` behind a record's head.
  mutating func body(of word: String) throws -> [RecordLine] {
    guard sees(.leftBrace) else {
      if token.kind == .leftBrace { throw mistake(.braceOnNextLine(place(token), after: word)) }
      let fields = onLine && token.isWord && peek().kind == .colon ? restOfLine(from: index) : nil
      throw expected(
        "`{`, which begins the fields,",
        help: fields.map { "write `\(word) \(text(previous)) { \(source.text(in: $0)) }`" })
    }
    return try recordBody()
  }

  private mutating func recordBody() throws -> [RecordLine] {
    advance()
    let lines = try nested { parser in
      parser.inside(newlines: true, lines: true) { parser in
        var lines: [RecordLine] = []
        while parser.token.kind != .rightBrace, parser.token.kind != .end {
          let start = parser.index
          var isKept = false
          do {
            let documentation = parser.lineDocumentation()
            lines.append(try parser.line(documentation))
            isKept = true
            try parser.lineEnd()
          } catch {
            parser.recover(from: start, commas: true, isKept: isKept)
            if parser.token.kind == .comma || parser.index == start { parser.advance() }
          }
        }
        return lines
      }
    }
    if token.kind == .rightBrace { advance() }
    return lines
  }

  private mutating func lineEnd() throws {
    if token.kind == .comma {
      advance()
      return
    }
    if token.kind == .rightBrace || token.newlineBefore { return }
    throw lineGoesOn()
  }

  // MARK: Lines

  private mutating func line(_ documentation: String?) throws -> RecordLine {
    begins()
    if token.isWord, peek().kind == .colon { return .field(try fieldLine()) }
    switch token.kind {
    case .date, .integer, .faulty: return .event(try event())
    case .reserved where token.word == .unknown: return .event(try event())
    case .name:
      let next = peek()
      if token.word == .expect, nextOnLine, beginsExpectation(next) {
        let start = token
        advance()
        let test = try inside(newlines: true) { try $0.pipeline() }
        return .expect(test, range(from: start))
      }
      if next.word == .complete, nextOnLine, ![.leftBrace, .text, .colon].contains(peek(2).kind) {
        return try complete()
      }
      if next.kind == .integer, nextOnLine {
        if let date = dateInWords(at: index) { throw mistake(dateInWords(date, from: index)) }
        throw mistake(.nameAndNumber(place(token), text(token), text(next)))
      }
      if next.kind == .equals, nextOnLine { throw mistake(.equalsInRecord(place(next), text(token))) }
      return .record(try record(documentation, inBody: true))
    case .reserved where [.per, .as, .by, .on, .in, .at].contains(token.word):
      throw mistake(
        .strayContinuation(
          place(token), text(token), inRecord: true, afterComma: previous.kind == .comma && !token.newlineBefore))
    case .reserved where peek().kind == .equals: throw mistake(.equalsInRecord(place(peek()), text(token)))
    case .reserved: throw mistake(.statementInRecord(place(token), text(token)))
    case .text where peek().kind == .colon:
      throw expected("a field, an event or a record", help: "the name of a field stands without quotation marks")
    case .text where peek().isWord && text(token).dropFirst().first?.isNumber == true:
      throw expected("a field, an event or a record", help: "a date stands without quotation marks")
    default: throw expected("a field, an event or a record")
    }
  }

  private func beginsExpectation(_ next: Token) -> Bool {
    switch next.kind {
    case .leftBrace, .colon, .equals, .comma, .rightBrace: false
    default: true
    }
  }

  private mutating func fieldLine() throws -> FieldLine {
    let start = token
    let name = takeName()
    advance()
    guard onLine else { throw expected("a value") }
    let value = try dataValue()
    var at: DateLiteral?
    if takes(.at) { at = try date() }
    var remark: String?
    if sees(.text) { remark = plainTextLiteral() } else if sees(.faulty) { advance() }
    let claims = try claims()
    return FieldLine(name: name, value: value, at: at, remark: remark, claims: claims, range(from: start))
  }

  /// `relatives complete as of 2022-06`
  private mutating func complete() throws -> RecordLine {
    let start = token
    let name = takeName()
    advance()
    guard takes(.as), takes(.of) else {
      throw expected("`as of` and a date", help: "write `\(name.text) complete as of 2022-06`")
    }
    let date = try date()
    return .complete(name, asOf: date, try claims(), range(from: start))
  }

  // MARK: Events

  private mutating func event() throws -> EventLine {
    let start = token
    let when: EventLine.When
    if token.kind == .reserved {
      advance()
      let reason = try unknownReason()
      when = .unknown(reason: reason, range(from: start))
    } else {
      when = .date(try date(beginsLine: true))
    }
    guard token.kind == .name, onLine else {
      if sees(.colon) { throw mistake(.dateAsField(place(start), text(start))) }
      let isBehindValue = index > 2 && tokens[index - 2].kind == .comma && onLine
      throw expected(
        "the act, in one name,",
        help: isBehindValue
          ? "an event is `\(text(start)) act by … on …`; from when on a value holds is `at \(text(start))`, without a comma"
          : "an event is `2022-05 act by … on …`")
    }
    var act = takeName()
    var stage: Name?
    if token.kind == .name, onLine, token.word != .via {
      stage = act
      act = takeName()
    }
    var roles: [EventLine.Role] = []
    while let preposition = preposition {
      if roles.contains(where: { $0.preposition == preposition }) {
        throw mistake(.twice(place(token), "`\(preposition.rawValue)`"))
      }
      roles.append(try role(preposition))
    }
    if token.kind == .name, onLine { throw nameBehindEvent(hasRole: !roles.isEmpty) }
    var remark: String?
    if sees(.text) { remark = plainTextLiteral() } else if sees(.faulty) { advance() }
    let brace = token
    let body = sees(.leftBrace) ? try recordBody() : []
    // Were it not for its date, it might have been a record of another kind.
    if start.kind == .faulty, !body.isEmpty { unread.append(range(from: brace)) }
    let claims = try claims()
    if let preposition = preposition, preposition != .inPlace || !sees(.in) {
      throw mistake(.roleOutOfPlace(place(token), preposition.rawValue))
    }
    return EventLine(
      date: when, stage: stage, act: act, roles: roles, remark: remark, body: body, claims: claims, range(from: start))
  }

  /// The preposition that stands here.
  var preposition: EventLine.Preposition? {
    guard onLine, peek().kind != .colon else { return nil }
    switch token.word {
    case .by: return token.kind == .reserved ? .by : nil
    case .on: return token.kind == .reserved ? .on : nil
    case .in: return token.kind == .reserved ? .inPlace : nil
    case .via: return token.kind == .name && !token.flags.contains(.quoted) ? .via : nil
    default: return nil
    }
  }

  mutating func role(_ preposition: EventLine.Preposition) throws -> EventLine.Role {
    let start = token
    advance()
    var who = [try someone()]
    while token.kind == .comma, goesOnList {
      advance()
      who.append(try someone())
    }
    return EventLine.Role(preposition, who, range(from: start))
  }

  /// A comma goes on a list only before a name that no `:` follows, or a text; else it ends the line.
  private var goesOnList: Bool {
    let next = peek()
    let behind = peek(2)
    switch next.kind {
    case .text: return behind.kind != .colon
    case .name:
      if behind.kind == .colon { return false }
      // On a new line two names, or a name and a brace, begin a record.
      if behind.kind == .leftBrace, !behind.newlineBefore {
        return !next.newlineBefore && linesEnd(at: Int(behind.partner))
      }
      return behind.newlineBefore || behind.kind != .name || behind.word == .via || behind.word == .p
    case .reserved:
      return (next.word == .none || next.word == .unknown) && behind.kind != .name && behind.kind != .colon
    default: return false
    }
  }

  /// Whether the brace that closes here is an event's: a record that stands alone would be one too, so the list wins.
  private func linesEnd(at partner: Int) -> Bool { partner > 0 }

  private mutating func someone() throws -> EventLine.Who {
    let start = token
    switch token.kind {
    case .text: return .text(plainTextLiteral(), start.range)
    case .faulty:
      advance()
      return .text("", start.range)
    case .reserved where token.word == .unknown:
      advance()
      let reason = try unknownReason()
      return .unknown(reason: reason, range(from: start))
    case .reserved where token.word == .none:
      advance()
      return .none(start.range)
    default: return .path(try path())
    }
  }

}
