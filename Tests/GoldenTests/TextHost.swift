import Diagnostics
import Session

/// Has one text, under any name.
final class TextHost: Host {
  private let text: String

  init(_ text: String) { self.text = text }

  func read(_ path: String) throws(Diagnostic) -> [UInt8] { Array(text.utf8) }
  func list(_ folder: String) -> [String] { [] }
  var isCancelled: Bool { false }
  func clearCancelled() {}
  var width: Int { 100 }
  var hasColour: Bool { false }
  func today() -> Int? { nil }
}
