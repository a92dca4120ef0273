import Diagnostics

/// The rows that an entry takes on a screen, and where the cursor stands among them.
struct Drawing {
  /// A row as it is printed, and its width in columns.
  struct Row {
    var text: String
    var width: Int
  }

  var rows: [Row] = []
  var cursorRow = 0
  /// The cursor's row up to the cursor: printed again after everything else, it puts the cursor where the terminal's own
  /// idea of widths puts it.
  var beforeCursor = Row(text: "", width: 0)

  /// Lays out a text after its prompt, each of its further lines after a prompt of its own, then the rows below it.
  ///
  /// The last column stays empty: terminals differ in what they do with a combining mark there.
  init(
    text: String, cursor: Int, columns: Int, prompt: String, continuation: (_ textSoFar: Substring) -> String,
    below: [String] = []
  ) {
    let limit = max(columns - 1, 2)
    var row = Row(text: "", width: 0)
    var offset = 0
    var found = false
    func begin(_ prompt: String) {
      row = Row(text: "", width: 0)
      for character in prompt where row.width + character.displayWidth < limit { row.add(character) }
    }
    begin(prompt)
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let piece = Drawing.printed(character)
      let width = piece.displayWidth
      if character != "\n", row.width + width > limit, row.width > 0 {
        rows.append(row)
        row = Row(text: "", width: 0)
      }
      let next = offset + character.unicodeScalars.count
      if !found, cursor < next {
        found = true
        cursorRow = rows.count
        beforeCursor = row
      }
      index = text.index(after: index)
      if character == "\n" {
        rows.append(row)
        begin(continuation(text[..<index]))
      } else {
        row.text += piece
        row.width += width
      }
      offset = next
    }
    if !found {
      cursorRow = rows.count
      beforeCursor = row
    }
    rows.append(row)
    for line in below {
      let shown = line.visible.cut(to: limit)
      rows.append(Row(text: shown, width: shown.displayWidth))
    }
  }

  /// Keeps as many rows as a screen has, those round the cursor.
  mutating func fit(height: Int) {
    guard rows.count > height, height > 0 else { return }
    let first = min(max(cursorRow - height / 2, 0), rows.count - height)
    rows = Array(rows[first..<(first + height)])
    cursorRow -= first
  }

  /// How many rows lie above the cursor once the terminal has become so many columns wide and has broken the rows anew.
  func rowsAbove(columns: Int) -> Int {
    guard columns > 0 else { return cursorRow }
    return rows.prefix(cursorRow).reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) }
      + beforeCursor.width / columns
  }

  /// What a character looks like in a line: no control reaches the terminal raw.
  private static func printed(_ character: Character) -> String {
    character == "\t" ? "    " : String(character).visible
  }
}

extension Drawing.Row {
  fileprivate mutating func add(_ character: Character) {
    text.append(character)
    width += character.displayWidth
  }
}
