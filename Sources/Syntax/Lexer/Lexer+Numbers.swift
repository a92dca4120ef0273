import Diagnostics

/// Numbers and bare dates: glued is a date, spaces are arithmetic.
extension Lexer {
  @inline(__always) func isDigit(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func digitsEnd(_ offset: Int) -> Int {
    var end = offset
    while isDigit(end) { end += 1 }
    return end
  }

  private func isX(_ offset: Int) -> Bool { byte(offset) == UInt8(ascii: "X") }

  /// `TR-` before a number: the beginning of a code that is no name; nil where no such thing stands there.
  private func nameBefore(_ offset: Int) -> String? {
    guard offset > 1, byte(offset - 1) == UInt8(ascii: "-") else { return nil }
    var start = offset - 1
    while start > 0, isNamePart(start - 1) { start -= 1 }
    let isName = start < offset - 1 && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(start))
    return isName ? text(start, offset) : nil
  }

  private func isNamePart(_ offset: Int) -> Bool {
    guard offset < limit else { return false }
    return bytes[offset] < 0x80 ? isNameByte(bytes[offset]) : scalar(at: offset).0.properties.isXIDContinue
  }

  /// The end of a year that begins here: four digits, or with `X` for the last one or two.
  func yearEnd(_ offset: Int) -> Int? {
    guard isDigit(offset), isDigit(offset + 1) else { return nil }
    if isX(offset + 2) { return isX(offset + 3) && !isNamePart(offset + 4) ? offset + 4 : nil }
    guard isDigit(offset + 2) else { return nil }
    return (isDigit(offset + 3) || isX(offset + 3)) && !isNamePart(offset + 4) ? offset + 4 : nil
  }

  mutating func readNumberOrDate() {
    let start = position
    if isPageNumber { return readInteger(from: start) }
    if let end = yearEnd(start), readDate(from: start, yearEnd: end, token: start) { return }
    if readGroups(from: start) { return }
    readInteger(from: start)
  }

  /// After `p.` stands a page, never a date: `p. 1200-1204`.
  private var isPageNumber: Bool {
    let count = tokens.count
    guard count >= 2 else { return false }
    func isPage(_ index: Int) -> Bool {
      index >= 1 && tokens[index].kind == .dot && tokens[index - 1].word == .p && !tokens[index].spaceBefore
    }
    if isPage(count - 1) { return true }
    return count >= 4 && tokens[count - 1].kind == .minus && tokens[count - 2].kind == .integer && isPage(count - 3)
  }

  // MARK: Dates

  /// `../2018-12`
  mutating func readOpenBeginning() {
    let start = position
    guard let end = yearEnd(start + 3) else { return }
    let day = readDay(from: start + 3, yearEnd: end)
    finishDate(from: start, to: day.end, fault: day.fault)
  }

  /// `@2022`, `@2022/..`, `@"…"`.
  mutating func readDateMark() {
    let start = position
    if byte(start + 1) == UInt8(ascii: "\"") {
      position = start + 2
      while position < limit, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\n") {
        position += 1
      }
      guard byte(position) == UInt8(ascii: "\""), position < limit else {
        fault(.unclosedText(place(start, position)))
        return emit(.faulty, from: start)
      }
      position += 1
      return emit(.date, from: start)
    }
    if byte(start + 1) == UInt8(ascii: "."), byte(start + 2) == UInt8(ascii: "."), byte(start + 3) == UInt8(ascii: "/"),
      let end = yearEnd(start + 4)
    {
      let day = readDay(from: start + 4, yearEnd: end)
      return finishDate(from: start, to: day.end, fault: day.fault)
    }
    guard let end = yearEnd(start + 1) else {
      position = start + 1
      while isNamePart(position) || byte(position) == UInt8(ascii: "-") { position += 1 }
      fault(.dateExpectedAfterMark(place(start, position)))
      return emit(.faulty, from: start)
    }
    if !readDate(from: start + 1, yearEnd: end, token: start) {
      position = end
      emit(.date, from: start)
    }
  }

  /// Reads a date whose year ends at an offset; false when four digits stand alone and are a number.
  private mutating func readDate(from start: Int, yearEnd: Int, token: Int) -> Bool {
    let hasX = isX(start + 2) || isX(start + 3)
    let day = readDay(from: start, yearEnd: yearEnd)
    if day.fault != nil {
      finishDate(from: token, to: day.end, fault: day.fault)
      return true
    }
    var end = day.end
    let isPlainYear = end == yearEnd && !hasX
    if byte(end) == UInt8(ascii: "/") {
      if let second = self.yearEnd(end + 1) {
        let last = readDay(from: end + 1, yearEnd: second)
        finishDate(from: token, to: last.end, fault: last.fault)
        return true
      }
      if byte(end + 1) == UInt8(ascii: "."), byte(end + 2) == UInt8(ascii: ".") {
        finishDate(from: token, to: end + 3, fault: nil)
        return true
      }
      if isDigit(end + 1) {
        let groupEnd = digitsEnd(end + 1)
        if isPlainYear, byte(groupEnd) != UInt8(ascii: "/") {
          // `2022/05` is neither: no number begins with 0. `1000/3` is a division.
          if byte(end + 1) == UInt8(ascii: "0"), groupEnd - end == 3 {
            finishDate(from: token, to: groupEnd, fault: .slashDate(place(token, groupEnd), text(start, groupEnd)))
            return true
          }
          return false
        }
        if isPlainYear { return false }
        finishDate(from: token, to: groupEnd, fault: .notADate(place(token, groupEnd), text(token, groupEnd)))
        return true
      }
      let next = byte(end + 1)
      let begins =
        isNamePart(end + 1) || next == UInt8(ascii: "(") || next == UInt8(ascii: "[") || next == UInt8(ascii: "\"")
        || next == UInt8(ascii: "/") || next == UInt8(ascii: "-") || next == UInt8(ascii: "`")
        || (next == UInt8(ascii: ".") && isNamePart(end + 2))
      if !begins {
        end += 1
        finishDate(from: token, to: end, fault: nil)
        return true
      }
      if isPlainYear { return false }
    }
    if isPlainYear { return false }
    finishDate(from: token, to: end, fault: nil)
    return true
  }

  private func text(_ lower: Int, _ upper: Int) -> String { source.text(in: SourceRange(lower, upper)) }

  /// Reads `-MM-DD` and a mark of doubt behind a year. The year alone is returned where nothing is glued to it.
  private func readDay(from start: Int, yearEnd: Int) -> (end: Int, fault: Diagnostic?) {
    var end = yearEnd
    var hasMonth = false
    if let dash = dashEnd(end), isDigit(dash) || (isX(dash) && !isLetterAfterX(dash)) {
      let whole = dateRunEnd(start)
      if dash != end + 1 {
        return (whole, .typographicDashInDate(place(start, whole), text(start, whole)))
      }
      guard let monthEnd = pairEnd(dash) else {
        return (whole, .dateOrSubtraction(place(start, whole), text(start, whole)))
      }
      hasMonth = true
      end = monthEnd
      let month = number(dash)
      if let month, !((1...12).contains(month) || (21...41).contains(month)) {
        return (whole, .dateOrSubtraction(place(start, whole), text(start, whole)))
      }
      if let dash = dashEnd(end), isDigit(dash) || isX(dash) {
        if dash != end + 1 {
          return (whole, .typographicDashInDate(place(start, whole), text(start, whole)))
        }
        guard month.map({ $0 <= 12 }) ?? true else {
          return (whole, .notADate(place(start, whole), text(start, whole)))
        }
        guard let dayEnd = pairEnd(dash) else {
          return (whole, .dateOrSubtraction(place(start, whole), text(start, whole)))
        }
        if let fault = dayFault(start, yearEnd, month, number(dash), dayEnd) { return (whole, fault) }
        end = dayEnd
      }
      if byte(end) == UInt8(ascii: "T"), isDigit(end + 1) || whole > end {
        return (
          max(whole, end + 1), .onlyQuotedDate(place(start, max(whole, end + 1)), text(start, max(whole, end + 1)))
        )
      }
      if isNamePart(end) || (byte(end) == UInt8(ascii: "-") && isDigit(end + 1)) {
        let stop = max(whole, end + 1)
        return (stop, .notADate(place(start, stop), text(start, stop)))
      }
    }
    switch byte(end) {
    case UInt8(ascii: "~"): end += 1
    case UInt8(ascii: "?") where byte(end + 1) != UInt8(ascii: "?"): end += 1
    case UInt8(ascii: "%") where hasMonth && byte(end + 1) != UInt8(ascii: ">"): end += 1
    default: break
    }
    return (end, nil)
  }

  private func isLetterAfterX(_ offset: Int) -> Bool {
    let next = byte(offset + 1)
    return !isX(offset + 1) && isNameByte(next) && !isDigit(offset + 1)
  }

  /// The end of a dash that stands here: `-`, or one that a word processor put in its place.
  private func dashEnd(_ offset: Int) -> Int? {
    if byte(offset) == UInt8(ascii: "-") { return offset + 1 }
    if byte(offset) == 0xE2, byte(offset + 1) == 0x80, (0x90...0x95).contains(byte(offset + 2)) { return offset + 3 }
    if byte(offset) == 0xE2, byte(offset + 1) == 0x88, byte(offset + 2) == 0x92 { return offset + 3 }
    return nil
  }

  /// Everything that is glued to a year and looks like a part of a date.
  private func dateRunEnd(_ start: Int) -> Int {
    var end = start
    while end < limit {
      if isNameByte(bytes[end]) {
        end += 1
      } else if let dash = dashEnd(end), isNamePart(dash), bytes[end] != UInt8(ascii: "~") {
        end = dash
      } else if bytes[end] == UInt8(ascii: ":"), isDigit(end + 1), isDigit(end - 1) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// The end of two digits or `XX`, when no more of them follow.
  private func pairEnd(_ offset: Int) -> Int? {
    let isPair = (isDigit(offset) && isDigit(offset + 1)) || (isX(offset) && isX(offset + 1))
    return isPair && !isDigit(offset + 2) && !isX(offset + 2) ? offset + 2 : nil
  }

  private func number(_ offset: Int) -> Int? {
    isX(offset) ? nil : Int(byte(offset)) * 10 + Int(byte(offset + 1)) - 11 * 48
  }

  /// Whether a day can stand in its month, in any year that the year could be.
  private func dayFault(_ start: Int, _ yearEnd: Int, _ month: Int?, _ day: Int?, _ end: Int) -> Diagnostic? {
    guard let day else { return nil }
    let whole = text(start, end)
    guard (1...31).contains(day) else {
      return .noSuchDay(place(start, end), whole, "no month has a day \(day)", last: nil)
    }
    guard let month else { return nil }
    var year: Int?
    if !isX(start + 2), !isX(start + 3), let century = number(start), let rest = number(start + 2) {
      year = century * 100 + rest
    }
    // Of a year of which not every digit is known it may be a leap year.
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let most = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    if day <= most { return nil }
    let name = Parser.months[month - 1]
    let reason =
      if month == 2 { year.map { "\(name) of \($0) has \(most) days" } ?? "\(name) has at most \(most) days" } else {
        "\(name) has \(most) days"
      }
    return .noSuchDay(place(start, end), whole, reason, last: "\(text(start, end - 2))\(most)")
  }

  private mutating func finishDate(from start: Int, to end: Int, fault diagnostic: Diagnostic?) {
    position = end
    if let diagnostic {
      fault(diagnostic)
      emit(.faulty, from: start)
    } else {
      emit(.date, from: start)
    }
  }

  // MARK: Numbers

  /// `03/04/2015`, `3.4.2015`, `1,234`: groups of digits that other habits read as one thing.
  private mutating func readGroups(from start: Int) -> Bool {
    let first = digitsEnd(start)
    guard first > start else { return false }
    for separator in [UInt8(ascii: "/"), UInt8(ascii: ".")] where byte(first) == separator && isDigit(first + 1) {
      let second = digitsEnd(first + 1)
      guard byte(second) == separator, isDigit(second + 1) else { continue }
      let third = digitsEnd(second + 1)
      position = third
      let groups = [(start, first), (first + 1, second), (second + 1, third)].map { text($0.0, $0.1) }
      fault(.digitGroups(place(start, third), text(start, third), groups))
      emit(.faulty, from: start)
      return true
    }
    var end = first
    if first - start <= 3 {
      while byte(end) == UInt8(ascii: ","), digitsEnd(end + 1) - end == 4, !isNamePart(end + 4) { end += 4 }
    }
    guard end > first else { return false }
    if byte(end) == UInt8(ascii: "."), isDigit(end + 1) { end = digitsEnd(end + 1) }
    position = end
    fault(.thousandsSeparator(place(start, end), text(start, end)))
    emit(.faulty, from: start)
    return true
  }

  private mutating func readInteger(from start: Int) {
    var end = start
    var value = 0
    var overflows = false
    while isDigit(end) || (byte(end) == UInt8(ascii: "_") && isDigit(end + 1)) {
      if byte(end) != UInt8(ascii: "_") {
        let (product, carried) = value.multipliedReportingOverflow(by: 10)
        let (sum, added) = product.addingReportingOverflow(Int(bytes[end]) - 48)
        overflows = overflows || carried || added
        value = overflows ? 0 : sum
      }
      end += 1
    }
    let leadingZero = byte(start) == UInt8(ascii: "0") && end - start > 1
    var kind = Token.Kind.integer
    if byte(end) == UInt8(ascii: "."), isDigit(end + 1) {
      end = digitsEnd(end + 1)
      kind = .real
    }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      let signed = byte(end + 1) == UInt8(ascii: "+") || byte(end + 1) == UInt8(ascii: "-") ? end + 2 : end + 1
      if isDigit(signed) {
        end = digitsEnd(signed)
        kind = .real
      }
    }
    if byte(end) == UInt8(ascii: "%"), !isNamePart(end + 1), byte(end + 1) != UInt8(ascii: ">") {
      end += 1
      kind = .percentage
    }
    position = end
    if kind != .percentage, isNamePart(end) {
      while isNamePart(position) { position += 1 }
      fault(.numberGluedToName(place(start, position), text(start, end), text(end, position)))
      return emit(.faulty, from: start)
    }
    if leadingZero {
      fault(.leadingZero(place(start, end), text(start, end), behind: nameBefore(start)))
      return emit(.faulty, from: start)
    }
    if overflows, kind == .integer {
      fault(.integerTooLarge(place(start, end), text(start, end)))
      return emit(.faulty, from: start)
    }
    if kind != .integer, Double(text(start, end).filter { $0 != "_" && $0 != "%" })?.isFinite != true {
      fault(.realTooLarge(place(start, end), text(start, end)))
      return emit(.faulty, from: start)
    }
    emit(kind, from: start)
  }
}
