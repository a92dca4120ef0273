import Diagnostics
import Session

/// Reads what another host does, but for one file, which has been changed.
final class ChangedFileHost: Host, @unchecked Sendable {
  private let host: FolderHost
  var changed: (name: String, bytes: [UInt8]) = ("", [])

  init(_ host: FolderHost) { self.host = host }

  func read(_ path: String) throws(Diagnostic) -> [UInt8] {
    path == changed.name ? changed.bytes : try host.read(path)
  }
  func list(_ folder: String) -> [String] { [] }
  var isCancelled: Bool { false }
  func clearCancelled() {}
  var width: Int { 100 }
  var hasColour: Bool { false }
  func today() -> Int? { nil }
}
