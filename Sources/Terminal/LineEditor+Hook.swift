import CEdit
import Glibc

/// The hook through which libedit asks for each key: here the screen is drawn and bytes become keys.
extension LineEditor {
  func nextKey() -> UInt32? {
    cedit_mend(line)
    switch keys.next(vi: cedit_is_vi(line), nextByte) {
    case .key(let key):
      if key != .complete { tabWaits = false }
      below = []
      return key.rawValue
    case .codepoint(let codepoint):
      tabWaits = false
      below = []
      // What comes in one breath is undone in one.
      if input.isEmpty { remember() }
      if codepoint == 0x7D, !cedit_is_vi(line) { stepOut() }
      return codepoint
    case .pasted(let text):
      pasted = text
      below = []
      return Key.paste.rawValue
    case .ended:
      inputHasEnded = true
      return nil
    }
  }

  /// The next byte of the terminal; draws first when none is waiting.
  func nextByte(patience: Int32) -> KeyReader.Byte {
    if let byte = input.popFirst() { return .some(byte) }
    if patience < 0, cedit_wait(0) != 1 { draw() }
    while true {
      let ready = cedit_wait(patience)
      if ready == 0 { return .late }
      if ready < 0 {
        if cedit_is_interrupted() {
          cedit_clear_interrupt()
          return .some(0x03)
        }
        if cedit_take_continued() { resume() }
        if cedit_take_resized() { redrawAfterResize() }
        continue
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
      if count > 0 {
        input = bytes[1..<count]
        return .some(bytes[0])
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      return .ended
    }
  }

  /// A closing brace that begins a line stands two blanks further left than what it closes.
  private func stepOut() {
    let before = codepoints[startOfLine(at: cursor)..<cursor]
    guard before.count >= 2, before.allSatisfy({ $0 == 0x20 }), cursor > before.count else { return }
    delete((cursor - 2)..<cursor)
  }

  /// Keeps the text as it was before a change, for undo.
  func remember() {
    let now = text
    guard past.last?.text != now else { return }
    past.append((now, cursor))
    if past.count > 500 { past.removeFirst(100) }
  }

  // MARK: Drawing

  func size() -> (rows: Int, columns: Int) {
    let size = StandardStream.output.size()
    return (max(size.rows, 1), max(size.columns, 4))
  }

  func draw() {
    let size = size()
    var next = Drawing(
      text: text, cursor: cursor, columns: size.columns, prompt: searchPrompt ?? prompt,
      continuation: continuation, below: below)
    next.fit(height: size.rows)
    var rows = next.rows.map(\.text)
    if hasColour {
      // What is no part of the entry is fainter.
      for row in rows.indices.suffix(min(below.count, rows.count - 1 - next.cursorRow)) {
        rows[row] = "\u{1B}[2m\(rows[row])\u{1B}[0m"
      }
    }
    var out = "\u{1B}[?25l"
    if let drawn, drawn.cursorRow > 0 { out += "\u{1B}[\(drawn.cursorRow)A" }
    out += "\r\u{1B}[J" + rows.joined(separator: "\r\n")
    let rest = next.rows.count - 1 - next.cursorRow
    if rest > 0 { out += "\u{1B}[\(rest)A" }
    out += "\r" + next.beforeCursor.text + "\u{1B}[?25h"
    print(out)
    drawn = next
  }

  /// Draws the entry a last time, with the cursor behind it, and goes to a new row.
  func drawFinally() {
    below = []
    searchPrompt = nil
    cursor = length
    draw()
    print("\r\n")
    drawn = nil
  }

  private func redrawAfterResize() {
    cedit_resize(line)
    if let drawn {
      let above = drawn.rowsAbove(columns: size().columns)
      print((above > 0 ? "\u{1B}[\(above)A" : "") + "\r\u{1B}[J")
    }
    drawn = nil
    draw()
  }

  /// The program was stopped and goes on: the shell has made the terminal its own meanwhile.
  private func resume() {
    cedit_prepare(line, false)
    cedit_prepare(line, true)
    print("\u{1B}[?2004h")
    drawn = nil
    draw()
  }

  /// The prompt of a further line.
  private func continuation(_ before: Substring) -> String {
    // Asking costs a parse; in a long text the dots say enough.
    if before.utf8.count > 4_000 { return LineEditor.continuationPrompt(nil, width: prompt.count) }
    if let known = continuationPrompts[before] { return known }
    let result = LineEditor.continuationPrompt(openConstruct(String(before)), width: prompt.count)
    if continuationPrompts.count > 500 { continuationPrompts = [:] }
    continuationPrompts[before] = result
    return result
  }

  /// Names what is open where that is short, as wide as the first prompt where it can be.
  static func continuationPrompt(_ open: String?, width: Int) -> String {
    var name = open ?? ""
    if name.count > 9 { name = name.last { "([{".contains($0) }.map(String.init) ?? "" }
    if name.isEmpty { name = "…" }
    return String(repeating: " ", count: max(width - 2 - name.count, 0)) + name + "> "
  }
}
