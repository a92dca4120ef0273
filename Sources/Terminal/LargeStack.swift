import CEdit
import Session

/// Runs work on a thread whose stack is large enough for millions of nested calls; false when there is no memory for any.
public func onLargeStack(_ work: @escaping @Sendable (StackBounds) -> Void) -> Bool {
  let box = Unmanaged.passRetained(Work(work))
  defer { box.release() }
  return cedit_on_large_stack(
    { context, lowest, base in
      guard let context else { return }
      // What the system, Swift's runtime and the way out of a deep call need.
      let reserve: UInt = 256 * 1024
      let bounds = StackBounds(limit: UInt(lowest) + reserve, base: UInt(base))
      Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().body(bounds)
    }, box.toOpaque())
}

private final class Work: Sendable {
  let body: @Sendable (StackBounds) -> Void
  init(_ body: @escaping @Sendable (StackBounds) -> Void) { self.body = body }
}
