import Diagnostics
import Session

/// Has one text, under any name.
final class TextHost: Host {
  private let text: String

  init(_ text: String) { self.text = text }

  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] { Array(text.utf8) }
}
