import Values

/// Small lists and objects that were met before as they stand in the text, such as `["cn"]`: one is kept for all rows.
///
/// Each has one place that its bytes say; another that falls there takes it over.
struct SharedValues {
  private var entries = [Entry?](repeating: nil, count: 1 << 12)

  private struct Entry {
    let range: Range<Int>
    let room: JSONRoom
    let value: Value
  }

  /// What is longer seldom comes twice.
  private static let longest = 64

  /// The value that was made of the same bytes, or this one.
  mutating func value(_ value: Value, _ text: [UInt8], _ range: Range<Int>, in room: JSONRoom) -> Value {
    if range.count > SharedValues.longest { return value }
    var hash: UInt64 = 0
    for byte in text[range] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 &+ 0x9E37_79B9 }
    let place = Int(hash >> 20) & (entries.count - 1)
    if let entry = entries[place], entry.room === room, text[entry.range].elementsEqual(text[range]) {
      return entry.value
    }
    entries[place] = Entry(range: range, room: room, value: value)
    return value
  }
}
