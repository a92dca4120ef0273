/// The stack that a session may use: from the address of its last usable byte up to its base.
///
/// Stacks grow downwards: a call whose locals lie below `limit` is one call too deep.
public struct StackBounds: Sendable {
  public let limit: UInt
  public let base: UInt

  public init(limit: UInt, base: UInt) {
    self.limit = limit
    self.base = base
  }
}
