import Diagnostics
import Session

/// Has no files, and wants to stop soon.
final class HastyHost: Host, @unchecked Sendable {
  private var looks = 0

  func rest() { looks = 0 }

  func read(_ path: String) throws(Diagnostic) -> [UInt8] { throw Diagnostic("R501", "`\(path)` cannot be read") }
  func list(_ folder: String) -> [String] { [] }
  var isCancelled: Bool {
    looks += 1
    return looks > 8
  }
  func clearCancelled() {}
  var width: Int { 100 }
  var hasColour: Bool { false }
  func today() -> Int? { nil }
}
