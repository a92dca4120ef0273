/// Finds cells that came before: open addressing with at most half of it filled. What tells most cells apart, their last
/// bytes and a hash, stands beside the code that is looked for.
struct CellPlaces {
  /// What is known of a cell before it is compared.
  struct Key {
    fileprivate let word: UInt64
    /// Where it is looked for, and in the two lowest bits what kind of cell it is, so that no two of different kinds are
    /// taken for one.
    fileprivate let hash: UInt32
    /// Whether nothing else but this cell has this key.
    let isWhole: Bool
  }

  private struct Entry {
    var word: UInt64 = 0
    var hash: UInt32 = 0
    /// One more than the code is; 0 where the entry is free.
    var code: UInt32 = 0
  }

  /// A power of two of them.
  private var entries = [Entry](repeating: Entry(), count: 64)
  private var count = 0
  /// Nobody who writes a file shall know which cells fall together.
  private let seed = UInt64.random(in: .min ... .max)

  /// The code of a cell that came before; nil for one that is new.
  ///
  /// - Parameter isIt: whether the cell of a code is the one that is looked for.
  @inline(__always) func code(_ key: Key, _ isIt: (Int) -> Bool) -> UInt32? {
    entries.withUnsafeBufferPointer { entries in
      let mask = entries.count &- 1
      var place = Int(key.hash >> 2) & mask
      while entries[place].code != 0 {
        let entry = entries[place]
        if entry.hash == key.hash, entry.word == key.word, key.isWhole || isIt(Int(entry.code &- 1)) {
          return entry.code &- 1
        }
        place = (place &+ 1) & mask
      }
      return nil
    }
  }

  mutating func enter(_ key: Key, code: Int) {
    count += 1
    if count * 2 > entries.count {
      let before = entries
      entries = [Entry](repeating: Entry(), count: before.count * 2)
      for entry in before where entry.code != 0 { put(entry) }
    }
    put(Entry(word: key.word, hash: key.hash, code: UInt32(code) + 1))
  }

  private mutating func put(_ entry: Entry) {
    var place = Int(entry.hash >> 2) & (entries.count - 1)
    while entries[place].code != 0 { place = (place + 1) & (entries.count - 1) }
    entries[place] = entry
  }
}

extension CellPlaces {
  /// The key of a text.
  @inline(__always) func key(_ text: UnsafeRawBufferPointer) -> Key { Key(text, seed) }

  /// The key of a cell that is no text, by bits that say nearly all of it.
  func key(_ bits: UInt64, kind: UInt64) -> Key { Key(bits, kind: kind, seed) }
}

extension CellPlaces.Key {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// - Parameters:
  ///   - rest: what all bits but the last three were mixed to.
  ///   - last: the last three: cells that are alike but for these, as numbers that follow one another, stand side by
  ///     side, where the memory that one of them needs has just been fetched for another.
  @inline(__always) private init(_ word: UInt64, rest: UInt64, last: UInt64, kind: UInt32, isWhole: Bool) {
    self.word = word
    hash = UInt32(truncatingIfNeeded: (rest &* Self.factor) >> 32) << 5 | UInt32(truncatingIfNeeded: last) << 2 | kind
    self.isWhole = isWhole
  }

  fileprivate init(_ bits: UInt64, kind: UInt64, _ seed: UInt64) {
    let last = bits & 7
    self.init(bits, rest: Self.mixed(seed ^ kind, bits ^ last), last: last, kind: 0, isWhole: false)
  }

  @inline(__always) fileprivate init(_ text: UnsafeRawBufferPointer, _ seed: UInt64) {
    let count = text.count
    if count == 0 {
      self.init(0, rest: seed, last: 0, kind: 1, isWhole: true)
      return
    }
    let last = UInt64(text[count &- 1] & 7)
    if count < 8 {
      let word = Self.word(text)
      let rest = Self.mixed(seed, word ^ last << UInt64(8 &* (count &- 1)))
      self.init(word, rest: rest, last: last, kind: 1, isWhole: true)
      return
    }
    // The last eight bytes, of which some may come once more.
    let end = text.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self).littleEndian
    var rest = Self.mixed(seed ^ UInt64(count), end ^ last << 56)
    var place = 0
    while place &+ 8 < count {
      rest = Self.mixed(rest, text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    self.init(end, rest: rest, last: last, kind: 2, isWhole: false)
  }

  @inline(__always) private static func mixed(_ before: UInt64, _ word: UInt64) -> UInt64 {
    let product = (before ^ word) &* factor
    return product ^ product >> 32
  }

  /// One to seven bytes, and how many they are, in one number.
  @inline(__always) private static func word(_ text: UnsafeRawBufferPointer) -> UInt64 {
    let count = text.count
    let length = UInt64(truncatingIfNeeded: count) << 56
    if count >= 4 {
      let first = UInt64(text.loadUnaligned(as: UInt32.self).littleEndian)
      let last = UInt64(text.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self).littleEndian)
      return length | last << UInt64(8 &* (count &- 4)) | first
    }
    // Of one byte it is the first, the middle and the last.
    let middle = count / 2
    return length | UInt64(text[count &- 1]) << UInt64(8 &* (count &- 1)) | UInt64(text[middle]) << UInt64(8 &* middle)
      | UInt64(text[0])
  }
}
