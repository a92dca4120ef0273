import Diagnostics
import Values

extension [UInt8] {
  /// The line in which a byte stands, and which character of it, both counted from 1.
  func place(of position: Int) -> (line: Int, column: Int) {
    var (line, start) = (1, 0)
    for (place, byte) in self[..<position].enumerated() where byte == UInt8(ascii: "\n") {
      (line, start) = (line + 1, place + 1)
    }
    return (line, self[start..<position].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// Some of the bytes, for as long as a closure works with them.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try withUnsafeBufferPointer { all throws(Fault) in
      try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: all[range])))
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these are the same bytes as others, of which there are as many.
  @inline(__always) func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    if count < 8 {
      var place = 0
      while place < count {
        if self[place] != other[place] { return false }
        place &+= 1
      }
      return true
    }
    func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    var place = 0
    while place &+ 8 < count {
      if word(self, place) != word(other, place) { return false }
      place &+= 8
    }
    // The last eight, of which some may have been looked at.
    return word(self, count &- 8) == word(other, count &- 8)
  }

  private var isASCII: Bool {
    var bits: UInt64 = 0
    var place = 0
    while place &+ 8 <= count {
      bits |= loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place &+= 8
    }
    while place < count {
      bits |= UInt64(self[place])
      place &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// Normal form C of a text that is not in it; nil for one that is.
  var normalForm: [UInt8]? {
    if isASCII { return nil }
    let normal = Array(String(decoding: self, as: UTF8.self).normalised.utf8)
    return normal.elementsEqual(self) ? nil : normal
  }
}
