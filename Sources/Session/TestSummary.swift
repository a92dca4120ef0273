import Diagnostics

/// What a run of tests came to.
public struct TestSummary: Sendable {
  public var passed: Int
  public var failed: Int
  /// What kept tests from running: unreadable files, syntax errors.
  public var diagnostics: [Diagnostic]

  public init(passed: Int = 0, failed: Int = 0, diagnostics: [Diagnostic] = []) {
    self.passed = passed
    self.failed = failed
    self.diagnostics = diagnostics
  }

  public var isGood: Bool { failed == 0 && !diagnostics.contains { $0.severity == .error } }
}
