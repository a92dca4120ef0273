import Diagnostics

/// Questions in another light: clauses with commas between them, and a block.
extension Parser {
  /// `under strict, known by 2022-11-01, without sd110 { … }`
  mutating func light() throws -> Expression {
    let start = token
    var clauses: [LightClause] = []
    var last = Word.plain
    /// The word of the last clause, for messages.
    var clause = ""
    var tallest = 0
    /// Where the clause began that has no word of its own, and the comma before it.
    var unnamed: Int?
    repeat {
      let word = token.word
      let spelling = text(token)
      unnamed = nil
      switch word {
      case .under where token.kind == .reserved:
        advance()
        if takes(.each) {
          clauses.append(.underEach(try expectName("the kind to go through")))
        } else {
          try refuseArticle()
          clauses.append(.under(try head()))
        }
        (last, clause) = (word, spelling)
      case .known where token.kind == .name:
        advance()
        guard takes(.by) else { throw knownWithoutBy() }
        clauses.append(.knownBy(try day()))
        (last, clause) = (word, "known by")
      case .without where token.kind == .reserved:
        advance()
        try refuseArticle()
        clauses.append(.without([try inside(newlines: newlinesMatter, braces: false) { try $0.postfix() }]))
        (last, clause) = (word, spelling)
      case .suppose where token.kind == .reserved:
        advance()
        clauses.append(.suppose(try head()))
        (last, clause) = (word, spelling)
      default:
        // Anything else goes on with the clause before: `without a, b`.
        unnamed = index
        switch last {
        case .without:
          let source = try inside(newlines: newlinesMatter, braces: false) { try $0.postfix() }
          if case .without(let sources)? = clauses.popLast() { clauses.append(.without(sources + [source])) }
        case .suppose: clauses.append(.suppose(try head()))
        case .known: throw expected("`under`, `without` or `suppose`")
        default: clauses.append(.under(try head()))
        }
      }
      tallest = max(tallest, height)
    } while takes(.comma)
    guard token.kind == .leftBrace else { throw lightWithoutBody(from: start, last, unnamed) }
    let body = try block(after: clause)
    height = max(tallest, height)
    try grow()
    return Expression(.light(clauses, body), range(from: start))
  }

  /// `without the courier`: names stand by themselves.
  private mutating func refuseArticle() throws {
    let name = peek()
    guard token.kind == .name, name.kind == .name, nextOnLine,
      ["the", "a", "an"].contains(text(token).lowercased())
    else { return }
    let word = text(tokens[index - 1])
    throw mistake(.articleBeforeName(place(name), text(token), text(name), form: "\(word) \(text(name)) { … }"))
  }

  /// The day behind `known by`.
  private mutating func day() throws -> Expression {
    if let date = dateInWords(at: index) { throw mistake(dateInWords(date, from: index, before: "known by ")) }
    return try inside(newlines: newlinesMatter, braces: false) { try $0.operation(Level.range) }.asYear
  }

  /// The clauses of a light, and no braces behind them: what is asked on this line belongs between braces.
  private mutating func lightWithoutBody(from start: Token, _ last: Word, _ unnamed: Int?) -> Mistake {
    // `under examined, phnom_penh.outcome`: what is asked stands behind a comma.
    if let unnamed, !onLine || token.kind == .end, !tokens[unnamed - 1].newlineBefore {
      let clauses = source.text(in: SourceRange(Int(start.lower), Int(tokens[unnamed - 1].lower)))
      let asked = source.text(in: SourceRange(Int(tokens[unnamed].lower), Int(previous.upper)))
      let whole = "\(clauses) { \(asked) }"
      return expected("the `{ … }` of `\(clauses)`", help: "write `\(whole)`")
    }
    let clauses = source.text(in: range(from: start))
    if clauses.contains("\n") { return expected("the `{ … }` of `\(text(start))`") }
    return expected("the `{ … }` of `\(clauses)`", help: helpWithBody(behind: clauses, last))
  }

  private func helpWithBody(behind clauses: String, _ last: Word) -> String {
    guard onLine, !token.isMissing, let rest = restOfLine(from: index) else { return "write `\(clauses) { … }`" }
    let brace = tokens[index...].firstIndex { $0.kind == .leftBrace || $0.lower >= rest.upper } ?? index
    guard brace > index, tokens[brace].kind == .leftBrace, tokens[brace].lower < rest.upper else {
      return "write `\(clauses) { \(source.text(in: rest)) }`"
    }
    let body = source.text(in: SourceRange(Int(tokens[brace].lower), Int(rest.upper)))
    let word = token.isWord && token.kind == .name ? index : index + 1
    let words = source.text(in: SourceRange(Int(tokens[word].lower), Int(tokens[max(brace - 1, word)].upper)))
    if word == brace { return "write `\(clauses) \(body)`" }
    switch last {
    case .suppose: return "write `\(clauses) is \(words) \(body)`"
    case .without where token.word == .and: return "write `\(clauses), \(words) \(body)`"
    case .without:
      // The first of several words was taken for the name.
      let name = "\(clauses.split(separator: " ").last ?? "") \(words)"
      return "one name is one word, or stands in backticks: `` without `\(name)` ``; `sources` lists the sources"
    case .under: return "one name is one word; `standards` lists the standards"
    default: return "write `\(clauses) \(body)`"
    }
  }

  /// `known at 2021-07 { … }`, at the beginning of a line or behind a comma between clauses.
  var isKnownWithoutBy: Bool {
    guard token.kind == .name, token.word == .known, nextOnLine, !token.flags.contains(.quoted) else { return false }
    let next = peek()
    switch next.kind {
    case .reserved: return [.at, .in, .on, .before, .after, .during].contains(next.word)
    case .name: return ["since", "until", "till", "from"].contains(text(next)) && peek(2).kind != .leftBrace
    case .date: return true
    default: return false
    }
  }

  mutating func knownWithoutBy() -> Mistake {
    if token.word == .known { advance() }
    let word = token
    let day = min(word.kind == .date ? index : index + 1, tokens.count - 1)
    let written =
      dateInWords(at: day)?.text ?? ([.date, .integer].contains(tokens[day].kind) ? text(tokens[day]) : nil)
    let before = word.kind == .reserved && word.word == .before
    return mistake(
      .expected(
        "`by`", found: describe(word), place(word),
        "what was known on a day is asked by `known by \(written ?? "2022-11-01") { … }`"
          + (before ? ", which takes that day in" : "")))
  }

  /// From a token to the end of its line, or to what closes the brackets around it.
  func restOfLine(from first: Int) -> SourceRange? {
    var last = first
    while true {
      let token = tokens[last]
      if token.kind == .end || last > first && token.newlineBefore { break }
      if [.rightBrace, .rightParenthesis, .rightBracket].contains(token.kind) { break }
      if [.leftBrace, .leftParenthesis, .leftBracket].contains(token.kind), Int(token.partner) > last {
        last = Int(token.partner)
      }
      last += 1
    }
    guard last > first else { return nil }
    return SourceRange(Int(tokens[first].lower), Int(tokens[last - 1].upper))
  }
}
