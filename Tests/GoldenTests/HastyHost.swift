import Diagnostics
import Session

/// Has no files, and wants to stop soon.
final class HastyHost: Host, @unchecked Sendable {
  private var looks = 0

  func rest() { looks = 0 }

  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    throw Diagnostic("R501", "`\(path)` cannot be read")
  }

  var isCancelled: Bool {
    looks += 1
    return looks > 8
  }
}
