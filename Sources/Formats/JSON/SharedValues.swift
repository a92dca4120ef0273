import Values

/// Small lists and objects that were met before as they stand in the text, such as `["cn"]`: one is kept for all rows.
///
/// Each has one place that its bytes say; another that falls there takes it over.
struct SharedValues {
  private var entries = [Entry?](repeating: nil, count: 1 << 12)
  /// Where each stands in the text.
  private var ranges = [Range<Int>](repeating: 0..<0, count: 1 << 12)

  private struct Entry {
    let room: JSONRoom
    let value: Value
  }

  /// What is longer seldom comes twice.
  private static let longest = 64

  /// The value that was made of the same bytes, or this one.
  mutating func value(_ value: Value, _ text: [UInt8], _ range: Range<Int>, in room: JSONRoom) -> Value {
    if range.count > SharedValues.longest { return value }
    let (place, isKnown) = text.withUnsafeBufferPointer { text in
      var hash: UInt64 = 0
      for byte in text[range] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 &+ 0x9E37_79B9 }
      let place = Int(hash >> 20) & (ranges.count - 1)
      let known = ranges[place]
      return (place, known.count == range.count && text[known].elementsEqual(text[range]))
    }
    if isKnown, let entry = entries[place], entry.room === room { return entry.value }
    ranges[place] = range
    entries[place] = Entry(room: room, value: value)
    return value
  }
}
