import Diagnostics
import Glibc
import Session
import Terminal

/// What every command does round its own work: a large stack, Ctrl-C, and an end that a shell can read.
enum Work {
  /// Does the work, and throws how the program ends unless all is well.
  static func perform(
    key: String? = nil, _ body: @escaping @Sendable (SystemHost, StackBounds) -> ProgramEnd
  ) throws {
    let host = try host(key: key)
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

  /// The host, with the key in the file that is named on the command line or by the environment.
  private static func host(key named: String?) throws -> SystemHost {
    guard let path = named ?? getenv("REP_KEY_FILE").map({ String(cString: $0) }), !path.isEmpty else {
      return SystemHost()
    }
    do throws(Diagnostic) { return try SystemHost(keyFile: path) } catch {
      Messages().say([error])
      throw end(of: [error])
    }
  }

  /// The session of a command. It is never taken apart: the program ends with it, and the system is quicker at that.
  static func session(_ host: SystemHost, _ format: OutputFormat, _ stack: StackBounds) -> Session {
    let session = Session(host: host, format: format, stack: stack)
    _ = Unmanaged.passRetained(session)
    return session
  }

  static func hasErrors(_ found: [Diagnostic]) -> Bool { found.contains { $0.severity == .error } }

  /// The end that messages stand for.
  static func end(of found: [Diagnostic]) -> ProgramEnd {
    // A file that the script itself asks for, by `use`, is the script's error.
    if found.contains(where: { $0.isAboutReading && $0.place == nil }) { return .noInput }
    return hasErrors(found) ? .failed : .well
  }

  /// A word that is no file may be a command with a slip in it.
  static func withCommandsMeant(_ found: [Diagnostic], by files: [String]) -> [Diagnostic] {
    guard let word = files.first, let meant = Program.commands.first(where: { isSlip(word, of: $0) }),
      // Without a place it is about the command line, not about a `use`.
      let missing = found.firstIndex(where: { $0.isAboutMissingFile && $0.place == nil })
    else { return found }
    var better = found
    better[missing].help = "`rep \(meant)` is a command"
    return better
  }

  /// Whether one letter more, less, changed or out of place makes a word of another.
  static func isSlip(_ word: String, of command: String) -> Bool {
    let (a, b) = (Array(word), Array(command))
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    let rest = (max(a.count - start - end, 0), max(b.count - start - end, 0))
    return a != b && abs(a.count - b.count) < 2
      && (rest.0 <= 1 && rest.1 <= 1 || rest == (2, 2) && a[start] == b[start + 1] && a[start + 1] == b[start])
  }

  /// Carries the end out of the thread, which has ended by the time it is read.
  private final class Result: @unchecked Sendable { var end = ProgramEnd.failed }
}
