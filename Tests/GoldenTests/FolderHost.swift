import Diagnostics
import Glibc
import Session

/// Reads files below one folder, and has neither terminal nor clock.
final class FolderHost: Host {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    guard let file = fopen("\(folder)/\(path)", "r") else { throw Diagnostic("R501", "`\(path)` cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }
}
