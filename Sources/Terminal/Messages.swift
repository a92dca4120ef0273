import Diagnostics

/// Says messages to the person: on standard error, as the terminal can show them.
public struct Messages: Sendable {
  public init() {}

  public func say(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    StandardStream.output.flush()
    for diagnostic in diagnostics {
      var text = "\(diagnostic.code): \(diagnostic.message)\n"
      if let place = diagnostic.place { text = "\(place.fileAndLine): " + text }
      if let help = diagnostic.help { text += "  help: \(help)\n" }
      StandardStream.messages.writeNow(text)
    }
  }
}
