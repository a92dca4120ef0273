import Glibc
import Values

/// A line at the end of a terminal that tells how far something has come that takes longer than a second, and is gone when
/// it has ended.
///
/// It belongs to the one thread that the session runs on.
final class ProgressLine: @unchecked Sendable {
  private let write: ((String) -> Void)?
  private let now: () -> Double
  /// When it was first told of what is at work, and when the line was last written.
  private var begun: Double?
  private var shown: Double?

  /// Seconds until the line is shown, and between two of them.
  private static let patience = 1.0
  private static let pause = 0.2

  /// - Parameters:
  ///   - write: puts something on the terminal; nil where there is none.
  ///   - now: seconds that have passed since some moment.
  init(_ write: ((String) -> Void)?, now: @escaping () -> Double) {
    self.write = write
    self.now = now
  }

  convenience init() {
    let messages = StandardStream.messages
    self.init(messages.isTerminal ? { messages.writeNow($0) } : nil) {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }

  func tell(_ progress: Watch.Progress?) {
    guard let write else { return }
    guard let progress else {
      if shown != nil { write("\r\u{1B}[K") }
      (begun, shown) = (nil, nil)
      return
    }
    let now = now()
    guard let begun else {
      begun = now
      return
    }
    if now - begun < ProgressLine.patience || now - (shown ?? 0) < ProgressLine.pause { return }
    shown = now
    write("\r\(progress.text) · Ctrl-C stops it\u{1B}[K")
  }
}

extension Watch.Progress {
  /// `reading cases.csv: 43 %`.
  fileprivate var text: String {
    guard let whole, whole > 0 else { return "\(work): \(done) rows" }
    return "\(work): \(100 * done / whole) %"
  }
}
