// Texts by code point: the bytes of UTF-8 stand in the order of the code points that they write.
extension Value {
  /// Whether this text comes before another; false where one of them is no text.
  func isTextBefore(_ other: Value) -> Bool {
    if case .short(let one) = self, case .short(let two) = other {
      // The first byte of a short text stands lowest.
      return one.bits.byteSwapped < two.bits.byteSwapped
    }
    return withTextBytes { one in other.withTextBytes { one.order($0) < 0 } ?? false } ?? false
  }

  /// The bytes of a text, where they stand; nil for anything else.
  private func withTextBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    switch self {
    case .short(let text):
      withUnsafeBytes(of: text.bits.littleEndian) { body(UnsafeRawBufferPointer(rebasing: $0[..<text.count])) }
    case .text(let text):
      text.withUnsafeMutablePointers { body(UnsafeRawBufferPointer(start: $1, count: $0.pointee)) }
    case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Where these bytes stand to others: below 0 before them, 0 where they are the same.
  func order(_ other: UnsafeRawBufferPointer) -> Int {
    let common = Swift.min(count, other.count)
    var place = 0
    while place + 8 <= common {
      let one = UInt64(bigEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let two = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      if one != two { return one < two ? -1 : 1 }
      place += 8
    }
    while place < common {
      if self[place] != other[place] { return self[place] < other[place] ? -1 : 1 }
      place += 1
    }
    return count - other.count
  }
}
