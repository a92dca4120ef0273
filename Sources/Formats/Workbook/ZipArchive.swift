import CZlib
import Diagnostics
import Values

/// The files in a zip archive whose bytes are in memory.
///
/// What the directory says of sizes is not believed: the bytes that come out are counted while they come.
struct ZipArchive {
  let name: String
  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  private struct Entry {
    let flags: Int
    let method: Int
    let check: UInt
    let packedSize: Int
    /// Where the file's own head stands in the archive.
    let head: Int
  }

  /// More than so much comes out of no file.
  private static let largestFile = 1 << 30
  /// A file that becomes larger than the first, and more often as large as it was than the second, is a bomb.
  private static let suspiciousSize = 32 << 20
  private static let suspiciousRatio = 400
  private static let pieceSize = 1 << 16

  init(_ bytes: [UInt8], named name: String) throws(Fault) {
    self.name = name
    self.bytes = bytes
    guard let directory = directory() else { throw .brokenArchive(name, "its directory is missing or cut off") }
    var place = directory.start
    for _ in 0..<directory.count {
      guard number(place, 4) == 0x0201_4B50, let flags = number(place + 8, 2), let method = number(place + 10, 2),
        let check = number(place + 16, 4), let packed = number(place + 20, 4), let size = number(place + 24, 4),
        let nameLength = number(place + 28, 2), let extraLength = number(place + 30, 2),
        let commentLength = number(place + 32, 2), let head = number(place + 42, 4),
        place + 46 + nameLength + extraLength <= bytes.count
      else { throw .brokenArchive(name, "its directory is cut off") }
      let written = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      let extra = place + 46 + nameLength..<place + 46 + nameLength + extraLength
      let long = longNumbers(extra, [size, packed, head])
      entries[ZipArchive.key(written)] = Entry(
        flags: flags, method: method, check: UInt(check), packedSize: long[1], head: long[2])
      place = extra.upperBound + commentLength
    }
  }

  /// The files are found whatever the case of their names, as office programs find them.
  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
  }

  func has(_ file: String) -> Bool { entries[ZipArchive.key(file)] != nil }

  // MARK: Directory

  private func number(_ place: Int, _ size: Int) -> Int? {
    guard place >= 0, place <= bytes.count - size else { return nil }
    return bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func directory() -> (start: Int, count: Int)? {
    // A comment of at most 64 KiB may stand behind the last record.
    var place = bytes.count - 22
    while place >= max(0, bytes.count - 22 - 0xFFFF) {
      if number(place, 4) == 0x0605_4B50, let count = number(place + 10, 2), let start = number(place + 16, 4) {
        // Of large archives, or careful programs, a second record in front of it has the numbers.
        if count == 0xFFFF || start == 0xFFFF_FFFF, number(place - 20, 4) == 0x0706_4B50,
          let other = longNumber(place - 12), number(other, 4) == 0x0606_4B50,
          let longCount = longNumber(other + 32), let longStart = longNumber(other + 48)
        {
          return (longStart, min(longCount, bytes.count / 46))
        }
        return (start, count)
      }
      place -= 1
    }
    return nil
  }

  /// Eight bytes; nil for what cannot be a place in the archive.
  private func longNumber(_ place: Int) -> Int? {
    guard let high = number(place + 4, 4), high == 0, let low = number(place, 4) else { return nil }
    return low
  }

  /// Those of some numbers that have no room in four bytes stand in an extra field, in their order.
  private func longNumbers(_ extra: Range<Int>, _ numbers: [Int]) -> [Int] {
    guard numbers.contains(0xFFFF_FFFF) else { return numbers }
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound, let kind = number(place, 2), let size = number(place + 2, 2) {
      if kind == 1 {
        var field = place + 4
        return numbers.map { short in
          guard short == 0xFFFF_FFFF, field + 8 <= min(place + 4 + size, extra.upperBound) else { return short }
          field += 8
          return longNumber(field - 8) ?? short
        }
      }
      place += 4 + size
    }
    return numbers
  }

  // MARK: Files

  /// The bytes of a file, piece by piece.
  func read(_ file: String, _ watch: Watch, _ take: (UnsafeRawBufferPointer) throws(Fault) -> Void) throws(Fault) {
    guard let entry = entries[ZipArchive.key(file)] else { throw .brokenArchive(name, "`\(file)` is not in it") }
    if entry.flags & 1 != 0 { throw .lockedArchive(name) }
    guard number(entry.head, 4) == 0x0403_4B50, let nameLength = number(entry.head + 26, 2),
      let extraLength = number(entry.head + 28, 2)
    else { throw .brokenArchive(name, "`\(file)` is not where the directory says") }
    let start = entry.head + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw .brokenArchive(name, "`\(file)` is cut off")
    }
    let packed = start..<start + entry.packedSize
    var check = crc32(0, nil, 0)
    switch entry.method {
    case 0:
      var place = packed.lowerBound
      while place < packed.upperBound {
        let next = min(place + ZipArchive.pieceSize, packed.upperBound)
        try watch.tick(next - place)
        try bytes.withBytes(place..<next) { piece throws(Fault) in
          check = crc32(check, piece.bindMemory(to: UInt8.self).baseAddress, UInt32(piece.count))
          try take(piece)
        }
        place = next
      }
    case 8:
      try bytes.withBytes(packed) { packed throws(Fault) in
        try inflate(packed, file, watch) { piece throws(Fault) in
          check = crc32(check, piece.bindMemory(to: UInt8.self).baseAddress, UInt32(piece.count))
          try take(piece)
        }
      }
    default:
      throw .brokenArchive(name, "`\(file)` is packed in a way that cannot be read here (method \(entry.method))")
    }
    if UInt(check) != entry.check {
      throw .brokenArchive(name, "the bytes of `\(file)` are not those that were packed")
    }
  }

  private func inflate(
    _ packed: UnsafeRawBufferPointer, _ file: String, _ watch: Watch,
    _ take: (UnsafeRawBufferPointer) throws(Fault) -> Void
  ) throws(Fault) {
    // The stream keeps its own address, so that it must stay where it is.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: ZipArchive.pieceSize, alignment: 16)
    defer {
      inflateEnd(stream)
      stream.deallocate()
      room.deallocate()
    }
    // Minus: without a head of zlib's own.
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .brokenArchive(name, "`\(file)` cannot be unpacked")
    }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(packed.count)
    var size = 0
    while true {
      stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(room.count)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      guard status == Z_OK || status == Z_STREAM_END else {
        throw .brokenArchive(name, "`\(file)` is damaged or cut off")
      }
      let count = room.count - Int(stream.pointee.avail_out)
      size += count
      if size > ZipArchive.suspiciousSize, size / ZipArchive.suspiciousRatio > packed.count {
        throw .bomb(name, file, size, packed.count)
      }
      if size > ZipArchive.largestFile { throw .bomb(name, file, size, packed.count) }
      try watch.tick(count)
      try take(UnsafeRawBufferPointer(rebasing: room[..<count]))
      if status == Z_STREAM_END { return }
    }
  }
}
