import Diagnostics

/// What is wrong, as one stage finds it. When there is more than anyone is told, the rest is only counted.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var untold = 0
  private var errors = 0

  mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    guard errors < Diagnostic.mostTold else {
      untold += 1
      return
    }
    let diagnostic = diagnostic()
    if diagnostic.severity == .error { errors += 1 }
    diagnostics.append(diagnostic)
  }
}
