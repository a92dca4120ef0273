import Diagnostics

/// Heads of columns that are no single word, and what a step is told in the wrong place.
extension Parser {
  /// `Case No` of `.Case No`, where the words from the one before this token on could be the head of a column; nil for
  /// anything else.
  func head(behindDot: Bool) -> String? {
    guard index > 1, previous.isWord, token.kind == .name || token.kind == .integer, onLine,
      (tokens[index - 2].kind == .dot) == behindDot
    else { return nil }
    // Whoever leaves out the dot as well is told so only where it looks like a head, and no like a field and its value.
    if !behindDot, !(text(previous).first?.isUppercase ?? false) { return nil }
    var last = index
    while [.name, .integer].contains(tokens[last + 1].kind), !tokens[last + 1].newlineBefore { last += 1 }
    return source.text(in: SourceRange(Int(previous.lower), Int(tokens[last].upper)))
  }

  /// What to say of `Date of event: date`, where more words than one stand before a colon; nil for anything else.
  func headBeforeColon(from first: Name) -> Diagnostic? {
    var last = index
    while tokens[last].isWord || tokens[last].kind == .integer, !tokens[last].newlineBefore { last += 1 }
    guard last > index, tokens[last].kind == .colon, !tokens[last].newlineBefore else { return nil }
    let head = SourceRange(Int(first.range.lower), Int(tokens[last - 1].upper))
    return .headOfSeveralWords(Place(source, head), source.text(in: head))
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
