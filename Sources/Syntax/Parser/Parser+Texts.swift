import Diagnostics

/// Text literals and the expressions in them.
extension Parser {
  mutating func textLiteral() throws -> Expression {
    let start = token
    advance()
    guard start.flags.contains(.composed) else {
      return Expression(.text([.characters(plainText(start))]), start.range)
    }
    var reader = TextReader(source, start)
    reader.read()
    for fault in reader.faults { record(fault) }
    var parts: [TextPart] = []
    var tallest = 0
    for piece in reader.pieces {
      switch piece {
      case .characters(let characters): parts.append(.characters(characters))
      case .hole(let range):
        parts.append(.interpolation(try hole(range)))
        tallest = max(tallest, height)
      }
    }
    height = tallest + 1
    return Expression(.text(parts), start.range)
  }

  func plainText(_ token: Token) -> String {
    source.text(in: SourceRange(Int(token.lower) + 1, Int(token.upper) - 1))
  }

  /// Reads the expression of a `{…}` inside a text.
  private mutating func hole(_ range: SourceRange) throws -> Expression {
    var lexer = Lexer(source, from: Int(range.lower), to: Int(range.upper))
    lexer.run()
    var brackets = Brackets(source, lexer.tokens, isEntry: false)
    brackets.pair()
    for fault in lexer.faults + brackets.faults + [brackets.atEnd].compactMap({ $0 }) { record(fault) }
    if lexer.tokens.count == 1 {
      record(.emptyHole(Place(source, SourceRange(Int(range.lower) - 1, Int(range.upper) + 1))))
      return Expression(.faulty, range)
    }
    let saved = (tokens, index)
    defer {
      tokens = saved.0
      move(to: saved.1)
    }
    tokens = brackets.tokens
    move(to: 0)
    return try nested { parser in
      try parser.inside(newlines: false) { parser in
        do {
          let value = try parser.pipeline()
          if parser.token.kind != .end {
            throw parser.mistake(.unexpected(parser.describe(parser.token), parser.place(parser.token)))
          }
          return value
        } catch is Mistake {
          // The end of a hole is no end of the text: what is missing there is said here.
          if parser.faults.last?.atEnd == true, parser.faults.popLast() != nil, lexer.faults.isEmpty {
            let brace = Place(parser.source, SourceRange(Int(range.upper), Int(range.upper) + 1))
            parser.record(.expected("a value", found: "`}`", brace, nil))
          }
          return Expression(.faulty, range)
        }
      }
    }
  }

  /// A text in which `{` may not stand: a label, a remark, a file.
  mutating func plainTextLiteral() -> String {
    let start = token
    advance()
    guard start.flags.contains(.composed) else { return plainText(start) }
    var reader = TextReader(source, start)
    reader.read()
    for fault in reader.faults { record(fault) }
    var result = ""
    for piece in reader.pieces {
      switch piece {
      case .characters(let characters): result += characters
      case .hole(let range):
        record(.interpolationInRecord(Place(source, SourceRange(Int(range.lower) - 1, Int(range.upper) + 1))))
      }
    }
    return result
  }
}
