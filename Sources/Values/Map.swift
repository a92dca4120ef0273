/// A record whose names are worked out while running: it keeps the order in which they came.
///
/// Names and values stand in two arrays; a table of places, open addressing with at most half of it filled, finds a name.
/// Changed in place only while nobody else holds it; `copy` otherwise.
public final class Map {
  public private(set) var keys: [Key]
  public private(set) var values: [Value]
  /// Places in `keys`, each one more than it is; 0 is free. A power of two long.
  private var places: [Int32]

  public init() {
    keys = []
    values = []
    places = [Int32](repeating: 0, count: 8)
  }

  private init(keys: [Key], values: [Value], places: [Int32]) {
    self.keys = keys
    self.values = values
    self.places = places
  }

  /// A map with the names and values of a record.
  public convenience init(_ record: Record) {
    self.init()
    for (name, value) in zip(record.shape.names, record.values) { set(Key(name), value) }
  }

  public func copy() -> Map { Map(keys: keys, values: values, places: places) }

  public var count: Int { keys.count }

  /// True where the next name makes it grow.
  public var isFull: Bool { keys.count * 2 >= places.count }
  /// What a name and its value take, places included.
  public static let sizeOfPart =
    MemoryLayout<Key>.stride + MemoryLayout<Value>.stride + 4 * MemoryLayout<Int32>.stride

  public subscript(key: Key) -> Value? {
    let position = position(of: key)
    return position < 0 ? nil : values[position].quick
  }

  public func set(_ key: Key, _ value: Value) {
    let position = position(of: key)
    if position >= 0 {
      values[position] = value
      return
    }
    keys.append(key)
    values.append(value)
    if keys.count * 2 > places.count {
      rebuild(places.count * 2)
    } else {
      enter(keys.count - 1)
    }
  }

  /// Takes a name out; false where there is no such name.
  @discardableResult public func remove(_ key: Key) -> Bool {
    let position = position(of: key)
    if position < 0 { return false }
    keys.remove(at: position)
    values.remove(at: position)
    rebuild(places.count)
    return true
  }

  /// Where a name stands, or -1.
  private func position(of key: Key) -> Int {
    places.withUnsafeBufferPointer { places in
      keys.withUnsafeBufferPointer { keys in
        let mask = places.count - 1
        var slot = key.hash & mask
        while true {
          let place = Int(places[slot])
          if place == 0 { return -1 }
          if keys[place - 1] == key { return place - 1 }
          slot = (slot + 1) & mask
        }
      }
    }
  }

  private func enter(_ position: Int) {
    let mask = places.count - 1
    var slot = keys[position].hash & mask
    while places[slot] != 0 { slot = (slot + 1) & mask }
    places[slot] = Int32(truncatingIfNeeded: position + 1)
  }

  private func rebuild(_ size: Int) {
    places = [Int32](repeating: 0, count: size)
    for position in keys.indices { enter(position) }
  }
}

extension Map {
  /// A text, or a whole number, as a name.
  public enum Key: Hashable {
    case short(ShortText)
    case long(LongText)
    case integer(Int)

    public init(_ name: String) {
      if let short = ShortText(name.utf8) { self = .short(short) } else { self = .long(LongText.make(name.utf8)) }
    }

    /// Nil for what cannot be a name.
    public init?(_ value: Value) {
      switch value {
      case .short(let text): self = .short(text)
      case .text(let text): self = .long(text)
      case .integer(let number): self = .integer(number)
      case .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .entity, .disputed,
        .series, .table, .sealed, .function:
        return nil
      }
    }

    public var value: Value {
      switch self {
      case .short(let text): .short(text)
      case .long(let text): .text(text)
      case .integer(let number): .integer(number)
      }
    }

    public static func == (left: Key, right: Key) -> Bool {
      switch (left, right) {
      case (.short(let left), .short(let right)): left.bits == right.bits
      case (.long(let left), .long(let right)): left.isEqual(right)
      case (.integer(let left), .integer(let right)): left == right
      case (.short, _), (.long, _), (.integer, _): false
      }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// Spreads every bit over the word, so that neighbouring numbers and texts do not crowd together.
    fileprivate var hash: Int {
      switch self {
      case .short(let text): return Key.mixed(text.bits)
      case .integer(let number): return Key.mixed(UInt64(bitPattern: Int64(number)) ^ 0x5555_5555_5555_5555)
      case .long(let text):
        return text.withUnsafeMutablePointers { count, bytes in
          var hash: UInt64 = 0xcbf2_9ce4_8422_2325
          for index in 0..<count.pointee { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3 }
          return Key.mixed(hash)
        }
      }
    }

    /// Both halves of a product with an odd number, folded together.
    @inline(__always) private static func mixed(_ bits: UInt64) -> Int {
      let product = (bits ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
      return Int(truncatingIfNeeded: (product.high ^ product.low) & 0x7fff_ffff_ffff_ffff)
    }
  }
}
