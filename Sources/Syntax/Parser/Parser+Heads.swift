import Diagnostics

/// Heads of columns that are no single word, and what a step is told in the wrong place.
extension Parser {
  /// `Case No` of `.Case No`, where the words from the one before this token on could be the head of a column; nil for
  /// anything else.
  func head(behindDot: Bool) -> String? {
    guard index > 1, previous.isWord, onLine, (tokens[index - 2].kind == .dot) == behindDot else { return nil }
    if behindDot, token.kind == .leftParenthesis {
      let end = endOfHead(from: index)
      guard tokens[end - 1].kind == .rightParenthesis else { return nil }
      return source.text(in: SourceRange(Int(previous.lower), Int(tokens[end - 1].upper)))
    }
    guard token.kind == .name || token.kind == .integer else { return nil }
    // Whoever leaves out the dot as well is told so only where it looks like a head, and no like a field and its value.
    if !behindDot, !(text(previous).first?.isUppercase ?? false) { return nil }
    var last = index
    while [.name, .integer].contains(tokens[last + 1].kind), !tokens[last + 1].newlineBefore,
      ![.desc, .asc].contains(tokens[last + 1].word)
    { last += 1 }
    return source.text(in: SourceRange(Int(previous.lower), Int(tokens[last].upper)))
  }

  /// How the column is written whose head seems to stand here behind a dot; nil where none does.
  var helpWithHead: String? { head(behindDot: true).map(Self.helpWithHead) }

  static func helpWithHead(_ head: String) -> String { "a column whose head is several words is .`\(head)`" }

  /// Behind the last word, number, bracket or stroke of a head that begins with some token.
  private func endOfHead(from first: Int) -> Int {
    let inside: [Token.Kind] = [.integer, .minus, .slash, .leftParenthesis, .rightParenthesis]
    var end = first
    while tokens[end].isWord || inside.contains(tokens[end].kind), end == first || !tokens[end].newlineBefore {
      end += 1
    }
    return end
  }

  /// What to say of `Date of event: date`, where more than one word stands before a colon; nil for anything else.
  func headBeforeColon(from lower: Int32) -> Diagnostic? {
    let end = endOfHead(from: index)
    guard end > index, tokens[end].kind == .colon, !tokens[end].newlineBefore, !token.newlineBefore else { return nil }
    let head = SourceRange(Int(lower), Int(tokens[end - 1].upper))
    return .headOfSeveralWords(Place(source, head), source.text(in: head))
  }

  /// The same of `{ Case-No: integer }` and `{ 2015: integer }`, where the brace stands here.
  var headBehindBrace: Diagnostic? {
    let first = index + 1
    guard first < tokens.count else { return nil }
    let end = endOfHead(from: first)
    guard end > first, tokens[end].kind == .colon, !tokens[end].newlineBefore else { return nil }
    let head = SourceRange(Int(tokens[first].lower), Int(tokens[end - 1].upper))
    return .headOfSeveralWords(Place(source, head), source.text(in: head))
  }

  /// `2015` of `.2015`, and what stands between the quotation marks of `."Age"`, where the dot stands here.
  var headBehindDot: String? {
    let next = peek()
    if next.spaceBefore { return nil }
    switch next.kind {
    case .integer: return text(next)
    case .text: return text(next).count > 2 ? String(text(next).dropFirst().dropLast()) : nil
    default: return nil
    }
  }

  /// `killed?` of `.killed?`, where the question mark here is glued to the name of a column; nil for anything else.
  var headWithSigns: String? {
    guard index > 1, previous.isWord, tokens[index - 2].kind == .dot, !token.spaceBefore else { return nil }
    return source.text(in: SourceRange(Int(previous.lower), Int(token.upper)))
  }

  /// The step and `unknown: ["?"]` of `typed { … } unknown: ["?"]`, where what it is told by name stands so many tokens
  /// behind this one; nil for anything else.
  func argumentBehindBraces(_ distance: Int) -> (step: String, argument: String)? {
    let first = index + distance
    guard first + 2 < tokens.count, tokens[first].isWord, tokens[first + 1].kind == .colon,
      !tokens[first + 2].newlineBefore
    else { return nil }
    var start = index
    while start > 0, tokens[start].kind != .pipe, !tokens[start].newlineBefore { start -= 1 }
    guard tokens[start].kind == .pipe, tokens[start + 1].isWord,
      tokens[start..<index].contains(where: { $0.kind == .rightBrace })
    else { return nil }
    var last = first + 2
    if tokens[last].kind == .leftBracket {
      while tokens[last].kind != .rightBracket, tokens[last].kind != .end { last += 1 }
      if tokens[last].kind == .end { return nil }
    }
    return (
      text(tokens[start + 1]), source.text(in: SourceRange(Int(tokens[first].lower), Int(tokens[last].upper)))
    )
  }
}
