import CEdit

/// Searching the history for the entries that hold a text.
extension LineEditor {
  /// Reads the text to look for, showing the newest entry that holds it, until a key says otherwise.
  func search() -> UInt8 {
    defer { searchPrompt = nil }
    if position == nil { draft = text }
    let before = (text: text, cursor: cursor, position: position)
    let entries = history.entries
    var wanted = ""
    var found: Int?

    /// Shows the newest match before an entry, or says that there is none.
    func look(before end: Int) {
      let match = wanted.isEmpty ? nil : entries[..<end].lastIndex { LineEditor.contains($0, wanted) }
      if let match {
        found = match
        position = match
        replace(with: entries[match])
      } else if !wanted.isEmpty {
        beep()
      }
      searchPrompt = match == nil && !wanted.isEmpty ? "no `\(wanted)`: " : "search `\(wanted)`: "
    }
    look(before: entries.count)
    while true {
      switch keys.next(vi: cedit_is_vi(line), nextByte) {
      case .key(.search): look(before: found ?? entries.count)
      case .key(.deleteBackward):
        if !wanted.isEmpty { wanted.removeLast() }
        look(before: entries.count)
      case .key(.interrupt), .codepoint(0x07):
        position = before.position
        replace(with: before.text, cursor: before.cursor)
        return UInt8(CEDIT_GO_ON)
      case .codepoint(0x1B): return UInt8(CEDIT_GO_ON)
      case .key(let key):
        // Any other key ends the search and does what it does.
        searchPrompt = nil
        return key == .search ? UInt8(CEDIT_GO_ON) : perform(key.rawValue, inViCommandMode: false)
      case .codepoint(let codepoint):
        guard codepoint >= 0x20, let scalar = Unicode.Scalar(codepoint) else { return UInt8(CEDIT_GO_ON) }
        wanted.unicodeScalars.append(scalar)
        look(before: found.map { $0 + 1 } ?? entries.count)
      case .pasted(let text):
        wanted += text.prefix { $0 != "\n" }
        look(before: found.map { $0 + 1 } ?? entries.count)
      case .ended:
        inputHasEnded = true
        return finish(.ended)
      }
    }
  }

  /// Whether a text holds another, small letters finding capitals too.
  static func contains(_ text: String, _ part: String) -> Bool {
    let inside = part == part.lowercased() ? Array(text.lowercased().utf8) : Array(text.utf8)
    let wanted = Array(part.utf8)
    guard wanted.count <= inside.count else { return false }
    return (0...(inside.count - wanted.count)).contains { start in
      inside[start] == wanted[0] && inside[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
