import Values

/// A number as digits in a file, which is read only where nothing of it is lost.
struct NumberLexeme {
  let bytes: ArraySlice<UInt8>

  /// The number; nil where it has more digits than a number can hold.
  ///
  /// The bytes are those of a JSON number: an integer, a fraction, an exponent.
  func value() -> Value? {
    let isWhole = bytes.allSatisfy { $0 == UInt8(ascii: "-") || isDigit($0) }
    let text = String(decoding: bytes, as: UTF8.self)
    if isWhole { return Int(text).map { .integer($0) } }
    guard let number = Double(text), number.isFinite else { return nil }
    let digits = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }.count { isDigit($0) }
    // So few digits always come back as they were, away from the ends of what a number can hold.
    if digits <= 15, number.magnitude > 1e-290 { return .real(number) }
    return Digits(bytes) == Digits(Array(number.description.utf8)[...]) ? .real(number) : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The digits that count, and where the point stands: the same for `1.50`, `15e-1` and `0.15E1`.
  private struct Digits: Equatable {
    private var digits: [UInt8] = []
    private var exponent = 0
    private var isNegative = false

    init(_ bytes: ArraySlice<UInt8>) {
      var isBehindPoint = false
      var rest = bytes
      while let byte = rest.popFirst(), byte | 0x20 != UInt8(ascii: "e") {
        switch byte {
        case UInt8(ascii: "-"): isNegative = true
        case UInt8(ascii: "."): isBehindPoint = true
        default:
          if !(byte == UInt8(ascii: "0") && digits.isEmpty) { digits.append(byte) }
          if isBehindPoint { exponent -= 1 }
        }
      }
      // An exponent with more digits than these belongs to no number that can be held.
      let written = String(decoding: rest.prefix(10), as: UTF8.self)
      exponent += Int(written.hasPrefix("+") ? String(written.dropFirst()) : written) ?? 0
      while digits.last == UInt8(ascii: "0") {
        digits.removeLast()
        exponent += 1
      }
      if digits.isEmpty { exponent = 0 }
    }
  }
}
