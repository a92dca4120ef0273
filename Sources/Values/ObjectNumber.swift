import Synchronization

/// Numbers of which none is given out twice while the program runs.
enum ObjectNumber {
  private static let last = Atomic<Int>(0)

  static func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}
