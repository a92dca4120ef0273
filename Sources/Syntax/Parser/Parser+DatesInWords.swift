import Diagnostics

/// Dates as people write them in a sentence: they are not read, and answered with what to write.
extension Parser {
  /// `8 July 2021`, `July 8, 2021` or `July 2021` from a token on: how Rep writes it, and how many tokens it takes.
  func dateInWords(at index: Int) -> (text: String, count: Int)? {
    func token(_ distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }
    func year(_ distance: Int) -> String? {
      let token = token(distance)
      return token.kind == .integer && token.upper - token.lower == 4 && !token.newlineBefore ? text(token) : nil
    }
    func day(_ distance: Int) -> String? {
      let token = token(distance)
      guard token.kind == .integer, let day = Int(text(token)), (1...31).contains(day) else { return nil }
      return (day < 10 ? "0" : "") + String(day)
    }
    guard index >= 0, index < tokens.count else { return nil }
    if let day = day(0), let month = month(token(1)), !token(1).newlineBefore, let year = year(2) {
      return ("\(year)-\(month)-\(day)", 3)
    }
    guard let month = month(token(0)) else { return nil }
    if let year = year(1) { return ("\(year)-\(month)", 2) }
    if let day = day(1), !token(1).newlineBefore {
      let comma = token(2).kind == .comma ? 1 : 0
      if let year = year(2 + comma) { return ("\(year)-\(month)-\(day)", 3 + comma) }
    }
    return nil
  }

  /// The date in words of which the token before this one is a part, and this one goes on with it.
  var dateInWordsAround: (text: String, count: Int, first: Int)? {
    for first in [index - 2, index - 1] {
      if let date = dateInWords(at: first), first + date.count > index { return (date.text, date.count, first) }
    }
    return nil
  }

  func dateInWords(_ date: (text: String, count: Int), from first: Int, before: String = "") -> Diagnostic {
    let words = SourceRange(Int(tokens[first].lower), Int(tokens[first + date.count - 1].upper))
    return .dateInWords(Place(source, words), "\(before)\(date.text)")
  }

  /// The two digits of a month, which may be cut to three letters.
  func month(_ token: Token) -> String? {
    guard token.kind == .name else { return nil }
    let word = text(token).lowercased()
    let position = Self.months.firstIndex { name in
      let name = name.lowercased()
      return name == word || word == "sept" && name == "september"
        || word.utf8.count == 3 && name.hasPrefix(word)
    }
    return position.map { ($0 < 9 ? "0" : "") + String($0 + 1) }
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
