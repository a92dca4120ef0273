import Diagnostics

/// How reading goes on behind a mistake, and what the mistake keeps out of the tree.
extension Parser {
  /// Goes to where reading can go on: the next line or element at the level on which a construct began. What was kept
  /// stays in the tree, and the mistake stands behind it.
  mutating func recover(from start: Int, commas: Bool = false, isKept: Bool = false) {
    let mistake = index
    defer { skip(from: start, to: self.index, mistake: mistake, isKept: isKept) }
    var index = start
    while tokens[index].kind != .end {
      let token = tokens[index]
      switch token.kind {
      case .rightParenthesis, .rightBracket, .rightBrace: return move(to: index)
      default: break
      }
      if index > start, index >= mistake {
        if token.newlineBefore, !linesContinue || !continuesLine(index) { return move(to: index) }
        if commas, token.kind == .comma, beginsElement(index + 1) { return move(to: index) }
      }
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: index = max(Int(token.partner), index) + 1
      default: index += 1
      }
    }
    move(to: index)
  }

  /// Whether what stands behind a comma is a new line of a record or field of a kind, and no part of a list.
  private func beginsElement(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let first = tokens[index]
    let second = tokens[index + 1]
    if first.kind == .date || first.newlineBefore { return true }
    return first.isWord && (second.kind == .colon || second.kind == .name || second.kind == .leftBrace)
  }

  /// Notes that the tokens from one up to another are not read.
  ///
  /// Where the mistake stands behind something that was read and stays in the tree, only its line is doubtful. What cannot
  /// even begin may go on from the line above, which then says something else than it seems to.
  private mutating func skip(from start: Int, to end: Int, mistake: Int, isKept: Bool) {
    var first = start
    if isKept {
      first = lineStart(min(mistake, end), notBefore: start)
    } else if mistake == start {
      first = lineStart(max(start - 1, 0), notBefore: 0)
    }
    guard first < end else { return }
    unread.append(SourceRange(Int(tokens[first].lower), Int(tokens[end - 1].upper)))
  }

  private func lineStart(_ index: Int, notBefore start: Int) -> Int {
    var first = index
    while first > start, !tokens[first].newlineBefore { first -= 1 }
    return first
  }

  /// What was not read, once reading has come to the end.
  func gatherUnread(isCutOff: Bool) -> Unread {
    let faults = faults.filter { $0.diagnostic.severity == .error }
    if faults.isEmpty { return .nothing }
    let skipped = Unread(apart(unread), LostNames())
    // A mistake that was passed over, or that is told of the line above, makes its whole line doubtful.
    let lines = faults.compactMap { fault in
      fault.diagnostic.place.flatMap { place in
        fault.isPassedOver || !skipped.touches(place.range) ? source.wholeLines(of: place.range) : nil
      }
    }
    let stretches = apart(unread + lines)
    var names = LostNames()
    if isCutOff { names.insertAny() }
    // Backticks may be paired in more than one way.
    for stretch in stretches {
      let parts = source.text(in: stretch).split(separator: "`")
      if parts.count > 1 { for part in parts { names.insert(String(part).normalised) } }
    }
    var next = 0
    for index in tokens.indices {
      let token = tokens[index]
      while next < stretches.count, stretches[next].upper <= token.lower { next += 1 }
      guard next < stretches.count, stretches[next].lower < token.upper else { continue }
      if token.isWord { names.insert(name(token).text, isHiding: index > 0 && Self.declares(tokens[index - 1])) }
      // The names of a file whose `use` is broken are not known.
      if token.word == .use { names.insertAny() }
      if token.kind == .text || token.kind == .faulty || token.flags.contains(.quoted) {
        let words = Self.words(text(token))
        if words.first == "use" { names.insertAny() }
        for word in words { names.insert(word, isHiding: token.kind != .text) }
      }
    }
    return Unread(stretches, names)
  }

  private static func declares(_ token: Token) -> Bool {
    token.kind == .reserved && (token.word == .let || token.word == .fn)
  }

  /// The words in a literal, which may be names were it read in another way.
  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { !$0.properties.isXIDContinue && $0.value != 0x200C && $0.value != 0x200D }
      .map { String($0).normalised }
  }

  /// Stretches in order, those that touch as one, each to the end of its line: what stands behind a mistake may be meant
  /// otherwise too.
  private func apart(_ stretches: [SourceRange]) -> [SourceRange] {
    var result: [SourceRange] = []
    for stretch in stretches.sorted(by: { ($0.lower, $0.upper) < ($1.lower, $1.upper) }) {
      let upper = source.wholeLines(of: stretch).upper
      if let last = result.last, stretch.lower <= last.upper {
        result[result.count - 1].upper = max(last.upper, upper)
      } else {
        result.append(SourceRange(Int(stretch.lower), Int(upper)))
      }
    }
    return result
  }
}
