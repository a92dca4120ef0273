import Diagnostics

/// A part of a chapter, which is written in Markdown, as lines for a terminal: paragraphs and lists wrapped, tables in
/// columns, pieces of Rep behind four blanks.
struct MarkdownText {
  /// The lines, with a line end behind each.
  private(set) var text = ""

  init(_ lines: [Substring], width: Int) {
    var rest = lines[...]
    var wasItem = false
    /// Blocks stand apart from each other, items of a list below each other.
    func add(_ block: String, isItem: Bool = false) {
      if !text.isEmpty, !(isItem && wasItem) { text += "\n" }
      text += block + "\n"
      wasItem = isItem
    }
    while let line = rest.popFirst() {
      if line.hasPrefix("```") {
        let code = rest.prefix { !$0.hasPrefix("```") }
        add(code.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n"))
        rest = rest.dropFirst(code.count + 1)
      } else if line.hasPrefix("|") {
        let rows = rest.prefix { $0.hasPrefix("|") }
        add(String(Columns(MarkdownText.cells([line] + rows), width: width, widest: 36).text.dropLast()))
        rest = rest.dropFirst(rows.count)
      } else if line.hasPrefix("    ") {
        add(String(line))
      } else if !line.isEmpty {
        let more = rest.prefix { next in !next.isEmpty && !["- ", "|", "```"].contains(where: next.hasPrefix) }
        let paragraph = MarkdownText.plain(([line] + more).map(\.trimmed).joined(separator: " "))
        if line.hasPrefix("- ") {
          let item = String(paragraph.dropFirst(2)).wrapped(to: width, indent: 2)
          add("- " + item.dropFirst(2), isItem: true)
        } else {
          add(paragraph.wrapped(to: width, indent: 0))
        }
        rest = rest.dropFirst(more.count)
      }
    }
  }

  /// The rows of a table, without the line of dashes and without heads that are empty.
  private static func cells(_ rows: [Substring]) -> [[String]] {
    rows.map { row in
      var cells: [String] = [""]
      for character in row.trimmed.dropFirst().dropLast() {
        let last = cells.count - 1
        if character != "|" {
          cells[last].append(character)
        } else if cells[last].last == "\\" {
          // `\|` is no border.
          cells[last].removeLast()
          cells[last].append(character)
        } else {
          cells.append("")
        }
      }
      return cells.map { plain($0.trimmed) }
    }
    .filter { row in !row.allSatisfy { cell in cell.allSatisfy { $0 == "-" || $0 == ":" } } }
  }

  /// A text without the marks of Markdown that a terminal does not need; code keeps its back-ticks.
  private static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var isCode = false
    while let character = rest.popFirst() {
      if character == "`" { isCode.toggle() }
      if !isCode, character == "[", let close = rest.firstIndex(of: "]"), rest[close...].hasPrefix("]("),
        let end = rest[close...].firstIndex(of: ")")
      {
        result += rest[..<close]
        rest = rest[rest.index(after: end)...]
      } else if isCode || character != "*" {
        result.append(character)
      }
    }
    return result
  }
}
