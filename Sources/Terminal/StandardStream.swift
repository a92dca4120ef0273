import CEdit
import Glibc

/// Standard output or standard error: text goes out in pieces of its own choosing, and a failure is kept.
///
/// It belongs to the one thread that the session runs on.
public final class StandardStream: @unchecked Sendable {
  public static let output = StandardStream(STDOUT_FILENO)
  public static let messages = StandardStream(STDERR_FILENO)

  private static let bytesAtOnce = 65_536
  private let descriptor: Int32
  private var pending: [UInt8] = []
  public let isTerminal: Bool
  /// The error number of the first write that failed.
  public private(set) var failure: Int32?

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    self.isTerminal = isatty(descriptor) == 1
  }

  /// Writes text, at the latest when the stream is flushed; a terminal sees whole lines at once.
  public func write(_ text: String) {
    pending.append(contentsOf: text.utf8)
    if pending.count > Self.bytesAtOnce || (isTerminal && text.utf8.last == UInt8(ascii: "\n")) { flush() }
  }

  public func writeNow(_ text: String) {
    pending.append(contentsOf: text.utf8)
    flush()
  }

  public func flush() {
    defer { pending.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    var rest = pending[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, min($0.count, Self.bytesAtOnce)) }
      if count >= 0 {
        rest = rest.dropFirst(count)
        // Of a long answer nobody wants the rest who asked to stop.
        if rest.count > Self.bytesAtOnce, cedit_is_interrupted() { return }
      } else if errno == EAGAIN || errno == EINTR, cedit_is_interrupted() {
        return
      } else if errno == EAGAIN {
        var door = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&door, 1, 1000)
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }

  /// The rows and columns of the terminal; 24 and 80 where nothing says better.
  func size() -> (rows: Int, columns: Int) {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return (Int(size.ws_row), Int(size.ws_col))
    }
    return (24, getenv("COLUMNS").flatMap { Int(String(cString: $0)) } ?? 80)
  }
}
