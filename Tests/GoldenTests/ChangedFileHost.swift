import Diagnostics
import Session

/// Reads what another host does, but for one file, which has been changed.
final class ChangedFileHost: Host, @unchecked Sendable {
  private let host: FolderHost
  var changed: (name: String, bytes: [UInt8]) = ("", [])

  init(_ host: FolderHost) { self.host = host }

  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    path == changed.name ? changed.bytes : try host.read(path, mayBePipe: mayBePipe)
  }
}
