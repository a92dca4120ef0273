/// Lays a diagnostic out for a reader: the message, the lines it is about with marks under them, notes and help.
///
///     error[R401]: two records are called `phnom_penh`
///      --> cases.rep:9:6
///       |
///     2 | case phnom_penh "Restaurant owner" {
///       |      ---------- first here
///     ...
///     9 | case phnom_penh "The same woman" {
///       |      ^^^^^^^^^^ again here
///       |
///       = help: add to the first with `extend phnom_penh { … }`
struct TextLayout {
  /// Whether marks of direction may be added, which belong on a screen and not into a file.
  let isTerminal: Bool
  let hasColour: Bool
  let width: Int

  /// The whole text of one diagnostic, with a line end.
  func text(_ diagnostic: Diagnostic) -> String {
    let severity = Style(diagnostic.severity)
    let code = diagnostic.code.isEmpty ? "" : "[\(diagnostic.code)]"
    var lines = [
      painted(diagnostic.severity.rawValue + code, severity)
        + painted(": " + diagnostic.message.visible, .strong)
    ]
    let frames = Frame.frames(of: diagnostic)
    let gutter = frames.flatMap(\.marks).map { String($0.line).utf8.count }.max() ?? 0
    for frame in frames { lines += self.lines(of: frame, gutter: gutter, severity) }

    let indent = String(repeating: " ", count: gutter)
    var remarks = diagnostic.notes.map { remark("note", $0, indent, isAfterFrame: !frames.isEmpty) }
    if let help = diagnostic.help { remarks.append(remark("help", help, indent, isAfterFrame: !frames.isEmpty)) }
    if !remarks.isEmpty, !frames.isEmpty { lines.append(painted("\(indent) |", .frame)) }
    lines += remarks
    return lines.joined(separator: "\n") + "\n"
  }

  /// `  = help: …`; further lines of the text stand under its first word. On a screen, long lines break between words.
  private func remark(_ title: String, _ text: String, _ indent: String, isAfterFrame: Bool) -> String {
    let lead = isAfterFrame ? "\(indent) = " : "  "
    let rest = String(repeating: " ", count: lead.utf8.count + title.utf8.count + 2)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
      .flatMap { isTerminal ? $0.lines(within: max(width - rest.utf8.count, 40)) : [$0] }
    return painted(lead, .frame) + painted(title + ":", .strong) + " " + lines.joined(separator: "\n" + rest)
  }

  private func lines(of frame: Frame, gutter: Int, _ severity: Style) -> [String] {
    let indent = String(repeating: " ", count: gutter)
    let bar = painted("\(indent) |", .frame)
    let head = frame.marks.first(where: \.isMain) ?? frame.marks[0]
    let place = "\(frame.source.name.visible):\(head.line):\(frame.source.column(at: Int32(head.lower)))"
    var lines = [painted(indent + (head.isMain ? "--> " : "::: "), .frame) + place, bar]
    var previous: Int?
    for marks in frame.rows(width: width - gutter - 3) {
      let line = marks[0].line
      if let previous, line > previous + 1 { lines.append(painted("...", .frame)) }
      previous = line
      let shown = ShownLine(frame.source, line: line, around: marks[0].lower, width: width - gutter - 3)
      let number = String(repeating: " ", count: gutter - String(line).utf8.count) + String(line)
      let text = isTerminal ? shown.text.isolated : shown.text
      lines.append(painted("\(number) |", .frame) + (text.isEmpty ? "" : " " + text))
      lines += underlines(marks, shown, severity).map { bar + " " + $0 }
    }
    return lines
  }

  /// The marks under a line: the label of the last stands behind its mark, the others hang below theirs.
  private func underlines(_ marks: [Frame.Mark], _ shown: ShownLine, _ severity: Style) -> [String] {
    let placed = marks.map { (mark: $0, columns: shown.columns($0.lower, $0.upper)) }
      .sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    let end = placed.map(\.columns.upperBound).max() ?? 0
    var kinds = [Character](repeating: " ", count: end)
    for (mark, columns) in placed where !mark.isMain { for column in columns { kinds[column] = "-" } }
    for (mark, columns) in placed where mark.isMain { for column in columns { kinds[column] = "^" } }
    var first = ""
    for run in kinds.runs {
      let text = String(run)
      first += run.first == "^" ? painted(text, severity) : run.first == "-" ? painted(text, .frame) : text
    }
    var hanging = placed.filter { !$0.mark.label.isEmpty }
    if let last = hanging.last, last.columns.upperBound == end {
      first += " " + painted(last.mark.label.visible, last.mark.isMain ? severity : .frame)
      hanging.removeLast()
    }
    var rows = [first]
    if !hanging.isEmpty { rows.append(row(of: hanging, label: false, severity)) }
    while !hanging.isEmpty {
      rows.append(row(of: hanging, label: true, severity))
      hanging.removeLast()
    }
    return rows
  }

  /// One row of bars under marks, the last of which may give way to its label.
  private func row(of marks: [(mark: Frame.Mark, columns: Range<Int>)], label: Bool, _ severity: Style) -> String {
    var row = ""
    var column = 0
    for (index, (mark, columns)) in marks.enumerated() where columns.lowerBound >= column {
      row += String(repeating: " ", count: columns.lowerBound - column)
      let isLast = index == marks.count - 1
      row += painted(label && isLast ? mark.label.visible : "|", mark.isMain ? severity : .frame)
      column = columns.lowerBound + 1
    }
    return row
  }

  private enum Style {
    case error, warning, note, strong, frame

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }

    /// The parameters of the control sequence that sets the style.
    var parameters: String {
      switch self {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      case .strong: "1"
      case .frame: "34"
      }
    }
  }

  private func painted(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m" : text
  }
}

/// The marks that a diagnostic sets in one source, in the order of their lines.
private struct Frame {
  struct Mark {
    let lower: Int
    let upper: Int
    let line: Int
    let label: String
    /// Whether this is the place of the diagnostic itself.
    let isMain: Bool

    init(_ place: Place, _ label: String, isMain: Bool) {
      let source = place.source
      var lower = min(max(0, Int(place.range.lower)), source.bytes.count)
      // A place at the end of the file stands behind the last thing written in it.
      if lower == source.bytes.count {
        while lower > 0, Self.isBlank(source.bytes[lower - 1]) { lower -= 1 }
      }
      self.lower = lower
      line = source.hasText ? source.line(at: Int32(lower)) : source.line(at: place.range.lower)
      // A stretch over several lines is marked in the first.
      upper = min(max(lower, Int(place.range.upper)), source.offsets(ofLine: line).upperBound)
      self.label = label
      self.isMain = isMain
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: " ")
        || byte == UInt8(ascii: "\t")
    }
  }

  let source: Source
  var marks: [Mark]

  /// A frame for each source, the one of the diagnostic's own place first.
  static func frames(of diagnostic: Diagnostic) -> [Frame] {
    var frames: [Frame] = []
    func add(_ place: Place, _ label: String, isMain: Bool) {
      let mark = Mark(place, label, isMain: isMain)
      if let index = frames.firstIndex(where: { $0.source === place.source }) {
        frames[index].marks.append(mark)
      } else {
        frames.append(Frame(source: place.source, marks: [mark]))
      }
    }
    if let place = diagnostic.place { add(place, diagnostic.label, isMain: true) }
    for other in diagnostic.others { add(other.place, other.label, isMain: false) }
    for index in frames.indices { frames[index].marks.sort { ($0.line, $0.lower) < ($1.line, $1.lower) } }
    return frames
  }

  /// The marks that are shown under one printing of a line: all of the line, or one where the line is cut.
  func rows(width: Int) -> [[Mark]] {
    var rows: [[Mark]] = []
    for mark in marks {
      let isJoined = rows.last?.last.map { $0.line == mark.line && isShownWhole(mark, width) } ?? false
      if isJoined { rows[rows.count - 1].append(mark) } else { rows.append([mark]) }
    }
    return rows
  }

  private func isShownWhole(_ mark: Mark, _ width: Int) -> Bool {
    ShownLine(source, line: mark.line, around: mark.lower, width: width).isWhole
  }
}

extension [Character] {
  /// The stretches of equal characters.
  fileprivate var runs: [ArraySlice<Character>] {
    var runs: [ArraySlice<Character>] = []
    var start = startIndex
    while start < endIndex {
      let end = self[start...].firstIndex { $0 != self[start] } ?? endIndex
      runs.append(self[start..<end])
      start = end
    }
    return runs
  }
}
