import Diagnostics
import Session

/// What Tab does.
extension LineEditor {
  /// Adds what all completions share; a second Tab lists them. In front of a line's first word it indents.
  func complete() {
    let start = startOfLine(at: cursor)
    if codepoints[start..<cursor].allSatisfy({ $0 == 0x20 || $0 == 0x09 }), length > 0 {
      remember()
      return insert("  ")
    }
    let found = completions(text, cursorInUTF8)
    guard let common = LineEditor.commonPrefix(found.words.map(\.text)) else { return beep() }
    let already = String(
      decoding: Array(text.utf8)[max(found.start, 0)..<max(cursorInUTF8, found.start)], as: UTF8.self)
    if common != already, common.unicodeScalars.count >= already.unicodeScalars.count || found.words.count == 1 {
      remember()
      delete(max(cursor - already.unicodeScalars.count, 0)..<cursor)
      insert(common)
      tabWaits = found.words.count > 1
      return
    }
    if found.words.count == 1 { return }
    if tabWaits {
      let size = size()
      let room = max(size.rows - (drawn?.rows.count ?? 1) - 1, 1)
      below = LineEditor.list(found.words, columns: size.columns, room: room)
    } else {
      tabWaits = true
      beep()
    }
  }

  /// The longest beginning that all words share, in whole characters; nil without words.
  static func commonPrefix(_ words: [String]) -> String? {
    guard var common = words.first else { return nil }
    for word in words.dropFirst() {
      common = String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }

  /// The words in rows: one a row with its summary where there is room, in columns with their kinds otherwise.
  static func list(_ words: [Completion], columns: Int, room: Int) -> [String] {
    let widest = words.map(\.text.displayWidth).max() ?? 0
    let widestKind = words.map(\.kind.displayWidth).max() ?? 0
    if words.count <= room, words.contains(where: { !$0.summary.isEmpty }) {
      return words.map { "\($0.text.padded(to: widest))  \($0.kind.padded(to: widestKind))  \($0.summary)" }
    }
    let cell = widest + 1 + widestKind + 3
    let across = max((columns - 1) / cell, 1)
    let rowCount = (words.count + across - 1) / across
    let shown = rowCount > room ? max(room - 1, 1) : rowCount
    var rows = (0..<shown).map { row in
      stride(from: row, to: words.count, by: rowCount)
        .map { "\(words[$0].text.padded(to: widest)) \(words[$0].kind)".padded(to: cell) }.joined()
    }
    if shown < rowCount {
      // Listed row by row here, so that those left out are the last ones.
      rows = (0..<shown).map { row in
        words[(row * across)..<min((row + 1) * across, words.count)]
          .map { "\($0.text.padded(to: widest)) \($0.kind)".padded(to: cell) }.joined()
      }
      rows.append("… and \(words.count - shown * across) more: type a letter or two")
    }
    return rows
  }
}
