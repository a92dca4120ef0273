import CEdit
import Glibc

/// What the keys do.
extension LineEditor {
  func perform(_ codepoint: UInt32, inViCommandMode: Bool) -> UInt8 {
    cedit_mend(line)
    guard let key = Key(rawValue: codepoint) ?? (inViCommandMode ? Key(viCommand: codepoint) : nil) else {
      return UInt8(CEDIT_GO_ON)
    }
    switch key {
    case .enter: return enter(inViCommandMode: inViCommandMode)
    case .newLine:
      remember()
      insert("\n")
    case .up: if !moveVertically(by: -1) { walk(by: -1) }
    case .down: if !moveVertically(by: 1) { walk(by: 1) }
    case .older: walk(by: -1)
    case .newer: walk(by: 1)
    case .firstEntry: walk(to: 0)
    case .lastEntry: walk(to: nil)
    case .left: cursor = characterBoundary(before: cursor)
    case .right: cursor = characterBoundary(after: cursor)
    case .wordLeft: moveByWord(-1)
    case .wordRight: moveByWord(1)
    case .home: cursor = startOfLine(at: cursor)
    case .end: cursor = endOfLine(at: cursor)
    case .deleteBackward:
      if inViCommandMode {
        cursor = characterBoundary(before: cursor)
      } else {
        remember()
        delete(characterBoundary(before: cursor)..<cursor)
      }
    case .deleteForward: deleteForward()
    case .interrupt: return interrupt()
    case .endOfInput: return endOfInput()
    case .complete: complete()
    case .search: return search()
    case .suspend: suspend()
    case .clearScreen:
      print("\u{1B}[H\u{1B}[2J")
      drawn = nil
    case .paste:
      remember()
      insert(pasted)
      pasted = ""
    case .undo:
      if let last = past.popLast() { replace(with: last.text, cursor: last.cursor) } else { beep() }
    }
    return UInt8(CEDIT_GO_ON)
  }

  func beep() { print("\u{7}") }

  // MARK: Entering and leaving

  /// Enters the text when it is whole; otherwise opens another line after the cursor's.
  private func enter(inViCommandMode: Bool) -> UInt8 {
    let all = text
    guard let open = openConstruct(all) else { return finish(.entered(all)) }
    remember()
    if endOfLine(at: cursor) == length, all.reversed().prefix(while: { $0 == " " || $0 == "\n" }).contains("\n") {
      // A second empty line is someone who waits for an answer.
      below = ["\(open) is still open; Ctrl-C drops the entry"]
    }
    // vi's command mode holds the cursor on the last character, not after it.
    cursor = endOfLine(at: cursor)
    insert("\n" + indentation(ofLineAt: cursor, open: open))
    return UInt8(CEDIT_GO_ON)
  }

  func finish(_ result: Outcome) -> UInt8 {
    drawFinally()
    outcome = result
    return UInt8(CEDIT_ENTERED)
  }

  private func interrupt() -> UInt8 {
    below = []
    searchPrompt = nil
    cursor = length
    draw()
    print("^C\r\n")
    drawn = nil
    outcome = .dropped
    return UInt8(CEDIT_ENTERED)
  }

  private func endOfInput() -> UInt8 {
    let all = codepoints
    if all.isEmpty {
      print("\r\n")
      outcome = .ended
      return UInt8(CEDIT_ENTERED)
    }
    if cursor < all.count {
      deleteForward()
    } else if let open = openConstruct(text) {
      below = ["\(open) is still open: Ctrl-C drops the entry, then Ctrl-D leaves"]
    } else {
      below = ["Enter runs the line; Ctrl-C drops it, then Ctrl-D leaves"]
    }
    return UInt8(CEDIT_GO_ON)
  }

  private func deleteForward() {
    remember()
    let end = characterBoundary(after: cursor)
    if end > cursor { delete(cursor..<end) } else { beep() }
  }

  private func suspend() {
    cursor = min(cursor, length)
    print("\r\n\u{1B}[?2004l")
    cedit_prepare(line, false)
    // The whole job stops, as it does when the terminal itself sees the key.
    kill(0, SIGTSTP)
  }

  // MARK: Moving

  private func moveByWord(_ direction: Int) {
    let all = codepoints
    var at = cursor
    func isWord(_ index: Int) -> Bool {
      guard let scalar = Unicode.Scalar(all[index]) else { return false }
      return scalar.properties.isXIDContinue
    }
    if direction < 0 {
      while at > 0, !isWord(at - 1) { at -= 1 }
      while at > 0, isWord(at - 1) { at -= 1 }
    } else {
      while at < all.count, !isWord(at) { at += 1 }
      while at < all.count, isWord(at) { at += 1 }
    }
    cursor = at
  }

  /// Where the characters of the cursor's line begin, and the line's end, in code points.
  private func boundaries(aroundLineAt position: Int) -> [Int] {
    let start = startOfLine(at: position)
    let end = endOfLine(at: position)
    var at = start
    var result = [at]
    for character in LineEditor.string(codepoints[start..<end]) {
      at += character.unicodeScalars.count
      result.append(at)
    }
    return result
  }

  func characterBoundary(before position: Int) -> Int {
    if startOfLine(at: position) == position { return max(position - 1, 0) }
    return boundaries(aroundLineAt: position).last { $0 < position } ?? 0
  }

  func characterBoundary(after position: Int) -> Int {
    if endOfLine(at: position) == position { return min(position + 1, length) }
    return boundaries(aroundLineAt: position).first { $0 > position } ?? length
  }

  func startOfLine(at position: Int) -> Int {
    (codepoints.prefix(position).lastIndex(of: 0x0A) ?? -1) + 1
  }

  func endOfLine(at position: Int) -> Int {
    codepoints.dropFirst(position).firstIndex(of: 0x0A) ?? length
  }

  /// Moves to the same column of the line above or below; false where there is none.
  private func moveVertically(by step: Int) -> Bool {
    let start = startOfLine(at: cursor)
    let column = boundaries(aroundLineAt: cursor).firstIndex { $0 >= cursor } ?? 0
    let other: Int
    if step < 0 {
      guard start > 0 else { return false }
      other = start - 1
    } else {
      let end = endOfLine(at: cursor)
      guard end < length else { return false }
      other = end + 1
    }
    let places = boundaries(aroundLineAt: other)
    cursor = places[min(column, places.count - 1)]
    return true
  }

  // MARK: History

  private func walk(by step: Int) {
    let entries = history.entries
    let now = position ?? entries.count
    let next = now + step
    guard next >= 0, next <= entries.count else { return beep() }
    walk(to: next == entries.count ? nil : next)
  }

  private func walk(to target: Int?) {
    let entries = history.entries
    if let target, target >= entries.count { return beep() }
    if position == nil { draft = text }
    guard target != position else { return }
    remember()
    position = target
    replace(with: target.map { entries[$0] } ?? draft)
  }

  // MARK: Indentation

  /// The blanks that a new line begins with: those of the line above, and two more where that line leaves a
  /// bracket open.
  private func indentation(ofLineAt position: Int, open: String) -> String {
    // Blanks inside a text of several lines would be part of it.
    if open.contains("\"") { return "" }
    let above = LineEditor.string(codepoints[startOfLine(at: position)..<position])
    let blanks = above.prefix { $0 == " " }.count
    var depth = 0
    for character in above {
      switch character {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(depth - 1, 0)
      default: continue
      }
    }
    return String(repeating: " ", count: blanks + (depth > 0 ? 2 : 0))
  }
}
