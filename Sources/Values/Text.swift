/// A text of at most eight UTF-8 bytes, none of them 0, held in one word.
@frozen public struct ShortText: Hashable, Sendable {
  /// The first byte stands lowest.
  public let bits: UInt64

  @inlinable public init(bits: UInt64) { self.bits = bits }

  @inlinable public init?(_ bytes: some Sequence<UInt8>) {
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes {
      if count == 8 || byte == 0 { return nil }
      bits |= UInt64(byte) << (count * 8)
      count += 1
    }
    self.bits = bits
  }

  @inlinable public var count: Int { (64 - bits.leadingZeroBitCount + 7) / 8 }

  public var string: String {
    var rest = bits
    return String(unsafeUninitializedCapacity: 8) { buffer in
      var count = 0
      while rest != 0 {
        buffer[count] = UInt8(truncatingIfNeeded: rest)
        rest >>= 8
        count += 1
      }
      return count
    }
  }
}

/// A text in one allocation: its length in bytes, and its UTF-8 bytes.
public final class LongText: ManagedBuffer<Int, UInt8> {
  @inlinable public static func make(_ utf8: String.UTF8View) -> LongText {
    let count = utf8.count
    return make(count: count) { pointer in
      var target = pointer
      for byte in utf8 {
        target.initialize(to: byte)
        target += 1
      }
    }
  }

  /// A text whose bytes a closure writes; it must write exactly `count` bytes of UTF-8.
  @inlinable public static func make(count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void) -> LongText {
    let buffer = create(minimumCapacity: count) { _ in count }
    buffer.withUnsafeMutablePointerToElements(write)
    return unsafeDowncast(buffer, to: LongText.self)
  }

  @inlinable public var count: Int { header }

  public var string: String {
    withUnsafeMutablePointers { count, bytes in
      String(decoding: UnsafeBufferPointer(start: bytes, count: count.pointee), as: UTF8.self)
    }
  }

  func hash(into hasher: inout Hasher) {
    withUnsafeMutablePointers { count, bytes in
      hasher.combine(bytes: UnsafeRawBufferPointer(start: bytes, count: count.pointee))
    }
  }

  @inlinable public func isEqual(_ other: LongText) -> Bool {
    if self === other { return true }
    let count = self.count
    if count != other.count { return false }
    return withUnsafeMutablePointerToElements { left in
      other.withUnsafeMutablePointerToElements { right in
        var index = 0
        while index < count {
          if left[index] != right[index] { return false }
          index += 1
        }
        return true
      }
    }
  }
}

extension Value {
  /// More bytes than these are refused in a text, and more items in a list: a mistake must not fill the memory.
  public static let longestText = 100_000_000
  public static let longestList = 100_000_000

  /// A text of these bytes, which must be UTF-8.
  @inlinable public static func text(bytes: some Collection<UInt8>) -> Value {
    if bytes.count <= 8, let short = ShortText(bytes) { return .short(short) }
    return .text(
      LongText.make(count: bytes.count) { target in
        var target = target
        for byte in bytes {
          target.initialize(to: byte)
          target += 1
        }
      })
  }

  /// Two texts, one behind the other.
  static func text(_ first: Value, then second: Value) throws(Fault) -> Value {
    let count = first.textLength + second.textLength
    if count > longestText { throw .tooLong("text", longestText) }
    if count <= 8, let short = ShortText((first.textBytes ?? []) + (second.textBytes ?? [])) { return .short(short) }
    return .text(
      LongText.make(count: count) { target in
        first.copyText(to: target)
        second.copyText(to: target + first.textLength)
      })
  }

  /// How many bytes a text has.
  private var textLength: Int {
    switch self {
    case .short(let text): text.count
    case .text(let text): text.count
    case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      0
    }
  }

  private func copyText(to target: UnsafeMutablePointer<UInt8>) {
    if case .text(let text) = self {
      text.withUnsafeMutablePointers { target.initialize(from: $1, count: $0.pointee) }
    } else {
      for (place, byte) in (textBytes ?? []).enumerated() { (target + place).initialize(to: byte) }
    }
  }

  /// The UTF-8 bytes of a text; nil for anything else.
  public var textBytes: [UInt8]? {
    switch self {
    case .short(let text):
      var bytes: [UInt8] = []
      var rest = text.bits
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
      return bytes
    case .text(let text):
      return text.withUnsafeMutablePointers { count, bytes in
        Array(UnsafeBufferPointer(start: bytes, count: count.pointee))
      }
    case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      return nil
    }
  }
}
