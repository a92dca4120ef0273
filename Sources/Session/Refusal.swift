import Diagnostics

/// Why something could not be done at all, as the messages that say so.
public struct Refusal: Error, Sendable {
  public let diagnostics: [Diagnostic]
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
