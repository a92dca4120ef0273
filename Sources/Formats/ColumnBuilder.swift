import Diagnostics
import Values

/// Puts the texts of one column together while a file is read, each different text once as long as that pays.
struct ColumnBuilder {
  /// The texts, one behind the other: each different one, or, once that was given up, that of each row.
  private var bytes: [UInt8] = []
  private var starts: [UInt32]
  private var ends: [UInt32]
  /// For each row which of the texts it has; empty once that was given up.
  private var codes: [UInt32] = []
  /// Codes by hash, each one more than it is; 0 is free. A power of two long.
  private var places = [UInt32](repeating: 0, count: 64)
  private var hashes: [UInt32]
  private var isGivenUp = false
  /// Nobody who writes a file shall know which texts fall together.
  private static let seed = UInt64.random(in: .min ... .max)

  /// With more different texts than these, in more than half of the rows, each row keeps its own.
  private static let mostTexts = 65_536

  init() {
    // The first is that of a cell in which nothing stands.
    starts = [1]
    ends = [0]
    hashes = [0]
  }

  /// A cell in which nothing stands.
  mutating func addNothing() {
    if isGivenUp {
      starts.append(1)
      ends.append(0)
    } else {
      codes.append(0)
    }
  }

  /// A cell with a text in UTF-8.
  mutating func add(_ text: UnsafeRawBufferPointer) {
    if isGivenUp { return store(text) }
    let hash = ColumnBuilder.hash(text)
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let code = places[place] - 1
      if hashes[Int(code)] == hash, isText(Int(code), text) { return codes.append(code) }
      place = (place + 1) & (places.count - 1)
    }
    addNew(text, hash, at: place)
  }

  private mutating func addNew(_ text: UnsafeRawBufferPointer, _ hash: UInt32, at place: Int) {
    if let normal = ColumnBuilder.normalised(text) { return normal.withUnsafeBytes { add($0) } }
    let code = UInt32(starts.count)
    places[place] = code + 1
    hashes.append(hash)
    store(text)
    codes.append(code)
    if starts.count * 2 > places.count { grow() }
    if starts.count > ColumnBuilder.mostTexts, starts.count * 2 > codes.count { giveUp() }
  }

  private mutating func store(_ text: UnsafeRawBufferPointer) {
    if isGivenUp, let normal = ColumnBuilder.normalised(text) { return normal.withUnsafeBytes { store($0) } }
    starts.append(UInt32(bytes.count))
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  private func isText(_ code: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[code])
    guard Int(ends[code]) - start == text.count else { return false }
    return bytes.withUnsafeBytes { text.elementsEqual($0[start..<start + text.count]) }
  }

  private mutating func grow() {
    let count = places.count * 2
    places = [UInt32](repeating: 0, count: count)
    for code in 1..<hashes.count {
      var place = Int(hashes[code]) & (count - 1)
      while places[place] != 0 { place = (place + 1) & (count - 1) }
      places[place] = UInt32(code + 1)
    }
  }

  private mutating func giveUp() {
    starts = codes.map { starts[Int($0)] }
    ends = codes.map { ends[Int($0)] }
    codes = []
    places = []
    hashes = []
    isGivenUp = true
  }

  /// The column. Text is compared in normal form C, in which the texts of scripts stand too.
  func column() -> Column {
    if isGivenUp { return .texts(TextCells(bytes, starts: starts, ends: ends)) }
    let values = starts.indices.map { code -> Value in
      code == 0 ? .unknown(.notRecorded) : .text(bytes: bytes[Int(starts[code])..<Int(ends[code])])
    }
    return .coded(codes, values: values)
  }

  /// The normal form of a text that is not in it; nil for one that is.
  private static func normalised(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    if text.allSatisfy({ $0 < 0x80 }) { return nil }
    let normal = Array(String(decoding: text, as: UTF8.self).normalised.utf8)
    return normal.elementsEqual(text) ? nil : normal
  }

  private static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = seed ^ UInt64(text.count)
    var rest = text
    while rest.count >= 8 {
      hash = (hash ^ rest.loadUnaligned(as: UInt64.self)) &* factor
      hash ^= hash &>> 32
      rest = UnsafeRawBufferPointer(rebasing: rest[8...])
    }
    var tail: UInt64 = 0
    for byte in rest { tail = tail &<< 8 | UInt64(byte) }
    hash = (hash ^ tail) &* factor
    hash ^= hash &>> 29
    return UInt32(truncatingIfNeeded: (hash &* factor) &>> 32)
  }
}
