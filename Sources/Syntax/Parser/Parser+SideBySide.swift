import Diagnostics

/// What stands where something was complete already, and what was probably meant.
extension Parser {
  /// Something stands behind a statement that was complete.
  mutating func sideBySide() -> Mistake {
    switch token.kind {
    case .question: return mistake(.questionMark(place(token), head: headWithSigns))
    case .name where ["elif", "elsif", "elseif"].contains(text(token)):
      return mistake(.foreignWord(place(token), text(token), "else if"))
    case .colon where previous.isWord:
      let ofRecord = index > 2 && tokens[index - 2].kind == .dot && tokens[index - 3].isWord
      let value = peek().newlineBefore || peek().kind == .end ? nil : restOfLine(from: index + 1)
      return mistake(
        .fieldOutsideRecord(
          place(previous), text(previous), of: ofRecord ? text(tokens[index - 3]) : nil,
          value.map { source.text(in: $0) } ?? "…"))
    case .reserved where token.word == .else || token.word == .then:
      return mistake(.strayBranch(place(token), text(token)))
    case .leftBrace: return mistake(.strayBlock(place(token)))
    case .arrow: return mistake(.strayArrow(place(token)))
    case .comma:
      if let (step, argument) = argumentBehindBraces(1) {
        return mistake(.argumentBehindBraces(place(token), step, argument))
      }
      return mistake(.strayComma(place(token)))
    case .name, .dot, .text, .integer, .date, .real, .percentage, .reserved, .leftParenthesis, .leftBracket:
      hasWordsSideBySide = true
      if let (step, argument) = argumentBehindBraces(0) {
        return mistake(.argumentBehindBraces(place(token), step, argument))
      }
      return mistake(.sideBySide(place(token), describe(previous), describe(token), helpBetween))
    default:
      let isComparison = infix != nil && standsInStep
      return mistake(.unexpected(describe(token), place(token), isComparison ? Self.bracketThePipeline : nil))
    }
  }

  static let bracketThePipeline = "an operator takes a whole pipeline in brackets only: `(rows | count) > 3`"

  /// Names that steps give to what they are told behind their keys, and that other languages write without a colon.
  private static let namesOfArguments: Set<String> = ["within", "shares", "totals", "keep", "pairs", "seed", "width"]

  /// What was probably meant between the token before and this one.
  private var helpBetween: String {
    if previous.kind == .text || token.kind == .text, !token.spaceBefore {
      return "a quotation mark inside a text is `\\\"`"
    }
    if token.word == .desc || token.word == .asc {
      return "`\(text(token))` stands behind a key: `by .key \(text(token))`"
    }
    if ["contains", "includes", "include", "contain"].contains(text(token)) {
      return "`\(text(token))` is written `has`; one of several is `in [a, b]`"
    }
    if ["equals", "equal"].contains(text(token)) { return "`\(text(token))` is written `==`, or `is` for a term" }
    if ["descending", "decreasing", "DESC", "reverse"].contains(text(token)) { return "the other way round is `desc`" }
    if ["ascending", "increasing", "ASC"].contains(text(token)) { return "from the least on is `asc`, or nothing" }
    if token.kind == .reserved, token.word == .not { return "write `is not`, `!=` or `not in`" }
    if token.kind == .name, text(token) == "between" {
      let (first, last) = (peek(), peek(3))
      return first.kind == .date && last.kind == .date
        ? "between two days is `during \(text(first))/\(text(last))`" : "between two numbers is `in 1..3`"
    }
    if token.kind == .integer, previous.word.unit != nil { return "write `1 year + 2 months`" }
    if let date = dateInWordsAround { return "a date begins with its year: `\(date.text)`" }
    if let month = month(previous) ?? month(token), previous.kind == .integer || token.kind == .integer {
      return "a date begins with its year: `2022-\(month)-05`"
    }
    if standsInStep, Self.namesOfArguments.contains(text(token)) {
      return "what a step is told by name has a colon: `\(text(token)): …`"
    }
    if let lightInFront { return "a light stands in front: `\(lightInFront)`" }
    if standsInStep {
      let head = helpWithHead ?? head(behindDot: false).map(Self.helpWithHead)
      return (head.map { "\($0); " } ?? "")
        + "several things are separated by commas; another step begins with `|`"
    }
    if token.kind == .leftBracket, previous.kind == .name {
      let name = text(previous)
      return
        "a function takes a list in brackets, `\(name)([…])`; one item of a list is `\(name)[1]`, glued to its name"
    }
    if let gluedHere { return "what belongs to a name is glued to it: `\(gluedHere)`; a step stands behind `|`" }
    if previous.kind == .name, token.kind == .integer {
      return "a name does not begin with a digit; put an operator between them, or begin a new line"
    }
    return "put an operator between them, or begin a new line"
  }

  /// `x.host under examined`, the other way round.
  private var lightInFront: String? {
    let isLight =
      token.kind == .reserved && [.under, .without, .suppose].contains(token.word)
      || token.kind == .name && token.word == .known && peek().word == .by
    var first = index - 1
    while first > 0, !tokens[first].newlineBefore { first -= 1 }
    guard isLight, let rest = restOfLine(from: index), !source.text(in: rest).contains("{") else { return nil }
    let asked = source.text(in: SourceRange(Int(tokens[first].lower), Int(previous.upper)))
    return "\(source.text(in: rest)) { \(asked) }"
  }

  /// What the word of another language at the beginning of a line is in Rep, where it cannot be a name of the script.
  var foreignWord: String? {
    let next = peek()
    guard nextOnLine else { return nil }
    switch text(token) {
    case "def", "function", "func", "fun", "sub", "proc": return next.isWord ? "fn" : nil
    case "var", "const", "val", "local", "my": return next.isWord && peek(2).kind == .equals ? "let" : nil
    case "elif", "elsif", "elseif": return "else if"
    case "switch": return next.isWord || next.kind == .leftParenthesis ? "match" : nil
    case "foreach": return "for"
    case "import", "include", "library": return next.isWord || next.kind == .text ? "use" : nil
    case "class", "struct": return next.isWord ? "kind" : nil
    case "assert": return next.isWord || next.kind == .integer ? "check" : nil
    default: return nil
    }
  }

  /// Whether a step stands before this token on its line.
  private var standsInStep: Bool {
    var index = index
    while index > 0, !tokens[index].newlineBefore {
      index -= 1
      if tokens[index].kind == .pipe { return true }
    }
    return tokens[index].kind == .pipe
  }

  /// How a bracket or a field that stands apart is written.
  private var gluedHere: String? {
    guard previous.isWord || previous.kind == .rightParenthesis || previous.kind == .rightBracket else { return nil }
    switch token.kind {
    case .leftParenthesis: return text(previous) + "(…)"
    case .leftBracket: return text(previous) + "[…]"
    case .dot: return text(previous) + "." + (peek().isWord ? text(peek()) : "field")
    default: return nil
    }
  }

  /// Something stands behind a line of a record that was complete.
  mutating func lineGoesOn() -> Mistake {
    if token.isWord, peek().kind == .colon { return mistake(.commaMissing(place(token), before: text(token))) }
    if let date = dateInWordsAround { return mistake(dateInWords((date.text, date.count), from: date.first)) }
    if isDateBehindPreposition { return mistake(.dateWithoutAt(place(token), text(token), text(peek()))) }
    if token.word == .p, peek().kind == .dot { return mistake(.pageWithoutSource(place(token))) }
    switch token.kind {
    case .plus, .minus, .star, .slash, .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual, .fallback,
      .leftParenthesis, .pipe, .leftBracket:
      return mistake(.calculationInRecord(place(token), describe(token)))
    case .name where previous.kind == .name || previous.kind == .reserved:
      var last = index
      while tokens[last + 1].kind == .name, !tokens[last + 1].newlineBefore { last += 1 }
      let words = SourceRange(Int(previous.lower), Int(tokens[last].upper))
      return mistake(.twoWordsInRecord(place(token), text(token), source.text(in: words)))
    case .reserved where [.by, .on, .in].contains(token.word), .name where token.word == .via:
      return mistake(.roleOutOfPlace(place(token), text(token)))
    case .reserved where token.word == .and || token.word == .or:
      return mistake(.wordsJoined(place(token), text(token)))
    case .dots: return mistake(.spreadInRecord(place(token)))
    default:
      var help: String?
      if previous.kind == .text || token.kind == .text, !token.spaceBefore {
        help = "a quotation mark inside a text is `\\\"`"
      } else if token.kind == .leftBrace, previous.kind == .name {
        help = "a record has no colon behind its kind: `KIND \(text(previous)) { … }`"
      }
      return mistake(.lineGoesOn(place(token), describe(token), help))
    }
  }

  /// `outcome: returned on 2021-05-01`: a date belongs behind `at`.
  private var isDateBehindPreposition: Bool {
    let isPreposition =
      token.kind == .reserved && [.on, .in, .by, .after, .during].contains(token.word)
      || ["since", "from"].contains(text(token))
    let next = peek()
    return isPreposition && !next.newlineBefore
      && (next.kind == .date || next.kind == .integer && next.upper - next.lower == 4)
  }

  /// `use examples/a.rep`: a path is a text.
  mutating func pathWithoutQuotes(from name: Name) -> Mistake {
    var last = index
    while !tokens[last + 1].spaceBefore, !tokens[last + 1].newlineBefore, tokens[last + 1].kind != .end { last += 1 }
    let path = SourceRange(Int(name.range.lower), Int(tokens[last].upper))
    return mistake(.pathWithoutQuotes(Place(source, path), source.text(in: path)))
  }

  /// A name behind an event that was complete: of several words, behind an article, or without its preposition.
  mutating func nameBehindEvent(hasRole: Bool) -> Mistake {
    let before = text(previous)
    if ["the", "a", "an", "his", "her", "their"].contains(before.lowercased()) {
      return mistake(.articleBeforeName(place(token), before, text(token)))
    }
    if ["of", "against", "towards"].contains(before.lowercased()), !hasRole {
      return mistake(.wrongPrepositionInEvent(place(previous), before, text(token)))
    }
    if hasRole, previous.kind == .name {
      let words = source.text(in: SourceRange(Int(previous.lower), Int(token.upper)))
      return mistake(.nameOfSeveralWordsInEvent(place(token), text(token), words))
    }
    return mistake(.thirdNameOfEvent(place(token), text(token)))
  }

  /// Two words and nothing more: a field without its colon, or a record without its braces.
  mutating func recordWithoutBody(_ start: Token, _ kind: Name, _ name: Name?, inBody: Bool) -> Mistake {
    if token.kind == .leftBrace { return mistake(.braceOnNextLine(place(token), after: kind.text)) }
    if previous.word.unit != nil, let name {
      return mistake(.notASpan(Place(source, name.range), kind.text, name.text))
    }
    let whole = range(from: start)
    hasWordsSideBySide = true
    if inBody, preposition != nil {
      return mistake(.eventWithoutDate(Place(source, (name ?? kind).range), (name ?? kind).text))
    }
    if let name, onLine, token.kind == .name || token.kind == .minus && (peek().isWord || peek().kind == .integer) {
      // `case my-case {`, `case my case {`: a name of several words.
      var last = index
      while [.name, .minus, .reserved, .integer].contains(tokens[last + 1].kind), !tokens[last + 1].newlineBefore {
        last += 1
      }
      if !inBody, let head = headBeforeColon(from: Int32(kind.range.lower)) { return mistake(head) }
      let words = source.text(in: SourceRange(Int(name.range.lower), Int(tokens[last].upper)))
      return mistake(
        .nameOfSeveralWords(Place(source, SourceRange(Int(name.range.lower), Int(tokens[last].upper))), words))
    }
    if let name, onLine, [.dot, .integer, .real, .leftParenthesis, .reserved].contains(token.kind) {
      return mistake(.stepWithoutPipe(Place(source, name.range), kind.text, name.text))
    }
    // The name is the token before this one.
    let isListed = name == nil && index > 1 && tokens[index - 2].kind == .comma
    return mistake(
      .recordWithoutBody(Place(source, whole), kind.text, name?.text, inBody: inBody, afterComma: isListed))
  }
}
