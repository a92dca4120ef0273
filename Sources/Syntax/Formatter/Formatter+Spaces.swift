import Diagnostics

/// Where a blank stands between two tokens of a line, and where columns begin.
extension Formatter {
  /// Whether a blank stands before a token that does not begin a line.
  func spaceBetween(_ index: Int) -> Bool {
    let token = tokens[index]
    let before = tokens[index - 1]
    switch before.kind {
    case .leftParenthesis, .leftBracket: return false
    case .dot: return token.spaceBefore
    case .dots: return token.spaceBefore
    case .minus where isSign(index - 1): return false
    case .leftBrace: return token.kind != .rightBrace
    default: break
    }
    switch token.kind {
    case .rightParenthesis, .rightBracket, .comma: return false
    case .colon: return isParentColon(index)
    case .dot, .dots, .leftParenthesis, .leftBracket: return isOperand(before) ? token.spaceBefore : true
    case .question: return false
    case .plus where inPatternStatement(index): return token.spaceBefore && before.kind != .rightParenthesis
    case .minus where isPageRange(index): return false
    case .integer where before.kind == .minus && isPageRange(index - 1): return false
    default: return true
    }
  }

  /// Whether a token can end an operand, so that what is glued to it belongs to it.
  private func isOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .integer, .real, .percentage, .date, .text, .rightParenthesis, .rightBracket, .rightBrace: true
    case .reserved: token.word == .it || token.word == .true || token.word == .false || token.word == .none
    default: false
    }
  }

  /// A minus that belongs to the number behind it.
  private func isSign(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    if tokens[index].newlineBefore || !isOperand(before) { return !isPageRange(index) }
    // `top -3`: an argument, as it was written.
    return tokens[index].spaceBefore && !tokens[index + 1].spaceBefore
  }

  /// `p. 12-14`
  private func isPageRange(_ index: Int) -> Bool {
    index >= 3 && tokens[index - 1].kind == .integer && tokens[index - 2].kind == .dot && tokens[index - 3].word == .p
  }

  private func inPatternStatement(_ index: Int) -> Bool {
    var first = index
    while first > 0, !beginnings.contains(tokens[first].lower) { first -= 1 }
    return tokens[first].word == .pattern && tokens[first].kind == .name
  }

  /// `tactic t : parent` and `kind k : event` have a blank before the colon, a field has none.
  private func isParentColon(_ index: Int) -> Bool {
    var first = index
    while first > 0, !beginnings.contains(tokens[first].lower) { first -= 1 }
    guard tokens[first].kind == .name, first < index - 1 else { return false }
    if tokens[first].word == .kind { return !tokens[first..<index].contains { $0.kind == .leftBrace } }
    guard tokens[first].word != .private else { return false }
    return tokens[(first + 1)..<index].allSatisfy { $0.kind == .name || $0.kind == .text }
      && tokens[first + 1].kind != .colon
  }

  // MARK: Columns

  /// The lines with their columns aligned, as one text.
  static func layOut(_ lines: [Line], shebang: String?) -> String {
    var lines = lines
    align(&lines)
    var result = shebang.map { $0 + "\n" } ?? ""
    for line in alignComments(lines) {
      if line.blankBefore, !result.isEmpty { result += "\n" }
      result += String(repeating: "  ", count: line.indentation) + line.text + "\n"
    }
    return result
  }

  /// Pads the first columns of neighbouring lines to one width, where they differ by little.
  private static func align(_ lines: inout [Line]) {
    var start = 0
    while start < lines.count {
      guard lines[start].column != nil else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, lines[end].column != nil, lines[end].indentation == lines[start].indentation,
        !lines[end].blankBefore, !lines[end - 1].isBroken, isField(lines[end]) == isField(lines[start])
      {
        end += 1
      }
      let columns = lines[start..<end].compactMap(\.column)
      if let widest = columns.max(), let narrowest = columns.min(), widest - narrowest <= 24 {
        for index in start..<end {
          guard let column = lines[index].column, column < widest else { continue }
          let scalars = lines[index].text.unicodeScalars
          let split = scalars.index(scalars.startIndex, offsetBy: column)
          lines[index].text =
            String(scalars[..<split]) + String(repeating: " ", count: widest - column) + String(scalars[split...])
        }
      }
      start = end
    }
  }

  private static func isField(_ line: Line) -> Bool {
    guard let first = line.text.unicodeScalars.first else { return false }
    return !(("0"..."9").contains(first) || first == "@" || first == ".")
  }

  /// Puts comments behind their lines, in one column where lines that stand together have them.
  private static func alignComments(_ lines: [Line]) -> [Line] {
    var lines = lines
    var start = 0
    while start < lines.count {
      guard lines[start].comment != nil else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, lines[end].comment != nil, !lines[end].blankBefore,
        lines[end].indentation == lines[start].indentation
      {
        end += 1
      }
      // A line that is much longer than the others keeps its comment behind it and does not push theirs away.
      let widths = lines[start..<end].filter { !$0.isBroken }.map(\.text.unicodeScalars.count)
      let narrowest = widths.min() ?? 0
      let column = widths.filter { $0 <= narrowest + 40 }.max() ?? 0
      for index in start..<end {
        let padding = lines[index].isBroken ? 0 : max(0, column - lines[index].text.unicodeScalars.count)
        lines[index].text += String(repeating: " ", count: padding + 2) + (lines[index].comment ?? "")
      }
      start = end
    }
    return lines
  }
}
