/// Places from 0 on for things that are told apart by a hash and a comparison, in the order in which they come.
///
/// Open addressing with at most half of it filled. It is no dictionary, since a comparison that takes long must stop when
/// it is asked to.
struct HashedPlaces {
  /// In the upper half a hash, in the lower one the place, one more than it is; 0 is free. A power of two long.
  private var slots = [UInt64](repeating: 0, count: 16)
  private(set) var count = 0
  private let watch: Watch

  init(_ watch: Watch) { self.watch = watch }

  /// The place of a thing that came before; nil for a new one.
  @inline(__always) func place(of hash: UInt32, _ isSame: (Int) throws(Fault) -> Bool) throws(Fault) -> Int? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == UInt64(hash), try isSame(place) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives a new thing the next place.
  mutating func add(_ hash: UInt32) throws(Fault) {
    count += 1
    if count * 2 > slots.count { try grow() }
    put(UInt64(hash) << 32 | UInt64(count))
  }

  private mutating func put(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private mutating func grow() throws(Fault) {
    try watch.tick(slots.count)
    try watch.take(2 * slots.count * MemoryLayout<UInt64>.stride)
    let before = slots
    slots = [UInt64](repeating: 0, count: before.count * 2)
    for entry in before where entry != 0 { put(entry) }
  }
}
