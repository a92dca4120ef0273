import CEdit
import Glibc

/// Reads lines as the terminal itself edits them, for a terminal that cannot be drawn on.
struct PlainLines {
  enum Line {
    case text(String)
    case dropped
    case ended
  }

  private var input: [UInt8] = []
  private var isEnded = false

  mutating func next() -> Line {
    while true {
      if let end = input.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: input[..<end], as: UTF8.self)
        input.removeFirst(end + 1)
        return .text(line)
      }
      if cedit_is_interrupted() {
        cedit_clear_interrupt()
        input = []
        return .dropped
      }
      guard cedit_wait(-1) == 1 else { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count > 0 {
        input += bytes[..<count]
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        // The end of the input after half a line ends that line first.
        guard !input.isEmpty else { return .ended }
        defer { input = [] }
        return .text(String(decoding: input, as: UTF8.self))
      }
    }
  }
}
