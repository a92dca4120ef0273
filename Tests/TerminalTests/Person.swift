import CEdit
import Foundation

@testable import Terminal

/// Someone at a terminal of their own, in front of the program.
final class Person {
  let rows: Int
  var columns: Int
  private let child: Int32
  private var master: Int32 = -1
  private var seen: [UInt8] = []

  /// Where the program that is being tested stands: beside the tests.
  static let program: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.prefix(upTo: own.lastIndex(of: "/") ?? own.endIndex) + "/rep"
  }()

  /// A new folder for one test.
  static func folder() -> String {
    var path = Array(FileManager.default.temporaryDirectory.appending(path: "rep-test-XXXXXX").path.utf8CString)
    return String(cString: mkdtemp(&path))
  }

  init(
    home: String = Person.folder(), rows: Int = 24, columns: Int = 80, terminal: String = "xterm",
    with more: [String] = [], arguments: [String] = []
  ) {
    self.rows = rows
    self.columns = columns
    let environment =
      [
        "HOME=\(home)", "XDG_STATE_HOME=\(home)/state", "TERM=\(terminal)", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin",
        "SWIFT_BACKTRACE=enable=no",
      ] + more
    let all = [Person.program] + arguments
    let argv = all.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    child = cedit_spawn(Person.program, argv, envp, Int32(rows), Int32(columns), &master)
    for text in argv + envp { free(text) }
  }

  deinit {
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    close(master)
  }

  func type(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 512)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
      look(for: 0)
    }
  }

  func resize(columns: Int) {
    self.columns = columns
    _ = cedit_set_size(master, Int32(rows), Int32(columns))
  }

  func send(signal: Int32) { kill(child, signal) }

  var screen: Screen { Screen(rows: rows, columns: columns, showing: seen) }
  var raw: String { String(decoding: seen, as: UTF8.self) }

  /// Forgets what was on the screen.
  func lookAway() { seen = [] }

  /// Waits until the screen is as wanted; false when it is not within ten seconds, or so many milliseconds.
  func sees(within milliseconds: Int = 10_000, _ isWanted: (Screen) -> Bool) -> Bool {
    for _ in 0..<(milliseconds / 10) {
      if isWanted(screen) { return true }
      look(for: 10)
    }
    return false
  }

  func sees(_ text: String, within milliseconds: Int = 10_000) -> Bool {
    sees(within: milliseconds) { $0.text.contains(text) }
  }

  /// Waits until the program has ended; its exit code, or 128 and the signal.
  func end() -> Int32? {
    for _ in 0..<1_000 {
      var status: Int32 = 0
      if waitpid(child, &status, WNOHANG) == child {
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
      }
      look(for: 10)
    }
    return nil
  }

  private func look(for milliseconds: Int32) {
    var door = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&door, 1, milliseconds) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    if count > 0 { seen += bytes[..<count] } else { usleep(useconds_t(milliseconds) * 1_000) }
  }
}

/// Keys as a terminal sends them.
enum Keys {
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let left = "\u{1B}[D"
  static let right = "\u{1B}[C"
  static let home = "\u{1B}[H"
  static let backspace = "\u{7F}"
  static func control(_ letter: Character) -> String {
    String(Unicode.Scalar((letter.asciiValue ?? 0) & 0x1F))
  }
  static func pasted(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
