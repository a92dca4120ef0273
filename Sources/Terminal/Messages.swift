import Diagnostics
import Session

/// Says messages to the person, on standard error: as the terminal can show them, or as objects for programs.
public struct Messages: Sendable {
  private let isForPrograms: Bool

  public init(format: OutputFormat = .text) { isForPrograms = format == .json }

  public func say(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    // What was answered before stands before.
    StandardStream.output.flush()
    let stream = StandardStream.messages
    let rendering: Rendering =
      isForPrograms
      ? .json
      : stream.isTerminal
        ? .terminal(colour: Colour.isWanted(on: stream), width: stream.size().columns) : .plain
    stream.writeNow(render(diagnostics, as: rendering))
  }
}
