import Diagnostics
import Session
import Terminal

/// What every command does round its own work: a large stack, Ctrl-C, and an end that a shell can read.
enum Work {
  /// Does the work, and throws how the program ends unless all is well.
  static func perform(_ body: @escaping @Sendable (SystemHost, StackBounds) -> ProgramEnd) throws {
    let host = SystemHost()
    host.watchInterrupt()
    let result = Result()
    let hasRun = onLargeStack { stack in
      var end = body(host, stack)
      StandardStream.output.flush()
      if let failure = StandardStream.output.failure {
        Messages().say([.unwritable(failure)])
        end = .noOutput
      }
      if host.isCancelled { end = .interrupted }
      result.end = end
    }
    guard hasRun else {
      Messages().say([.noThread()])
      throw ProgramEnd.failed
    }
    if result.end != .well { throw result.end }
  }

  static func hasErrors(_ found: [Diagnostic]) -> Bool { found.contains { $0.severity == .error } }

  /// The end that messages stand for.
  static func end(of found: [Diagnostic]) -> ProgramEnd {
    if found.contains(where: \.isAboutReading) { return .noInput }
    return hasErrors(found) ? .failed : .well
  }

  /// Carries the end out of the thread, which has ended by the time it is read.
  private final class Result: @unchecked Sendable { var end = ProgramEnd.failed }
}
