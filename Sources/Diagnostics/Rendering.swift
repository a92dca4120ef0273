/// The form in which diagnostics are written.
public enum Rendering: Sendable {
  /// For a person at a terminal, with or without colour; long lines are cut to the width.
  case terminal(colour: Bool, width: Int)
  /// For files, pipes and tests: the same text wherever it is written.
  case plain
  /// For programs: one JSON object on each line.
  case json
}

/// Diagnostics as text; it ends with a line end unless there are none.
public func render(_ diagnostics: [Diagnostic], as rendering: Rendering) -> String {
  switch rendering {
  case .terminal(let colour, let width):
    let layout = TextLayout(isTerminal: true, hasColour: colour, width: max(40, width))
    return diagnostics.map(layout.text).joined(separator: "\n")
  case .plain:
    let layout = TextLayout(isTerminal: false, hasColour: false, width: 120)
    return diagnostics.map(layout.text).joined(separator: "\n")
  case .json:
    return diagnostics.map { $0.json.text + "\n" }.joined()
  }
}
