import Foundation

/// Changes files at random, the same way in every run.
///
/// `REP_FUZZ=50` makes so many times as many.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  static func rounds(_ count: Int) -> Int {
    count * (ProcessInfo.processInfo.environment["REP_FUZZ"].flatMap { Int($0) } ?? 1)
  }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(limit, 1)
  }

  private static let pieces = [
    "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u", "null", "1e999", "-", ".", "0", "\n", "<", ">", "</c>", "<v>",
    "&#0;", "A1", "XFE1048577", "99999999999999999999", "s=\"9\"", "t=\"s\"", "r=\"", "é", "\u{0}", "<row>", "<c/>",
  ]

  /// The bytes with some taken out, doubled, changed, or exchanged for some of another file.
  mutating func damaged(_ bytes: [UInt8], _ other: [UInt8] = []) -> [UInt8] {
    var damaged = bytes
    for _ in 0...below(4) {
      let start = below(damaged.count + 1)
      let end = min(damaged.count, start + below(below(3) == 0 ? 200 : 8))
      switch below(7) {
      case 0: damaged.removeSubrange(start..<end)
      case 1: damaged.insert(contentsOf: damaged[start..<end], at: start)
      case 2 where start < damaged.count: damaged[start] = UInt8(below(256))
      case 3 where start < damaged.count: damaged[start] ^= 1 << UInt8(below(8))
      case 4 where start < damaged.count: damaged[start] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF][below(6)]
      case 5:
        let from = below(other.count + 1)
        damaged.replaceSubrange(start..<end, with: other[from..<min(other.count, from + below(40))])
      default: damaged.insert(contentsOf: Array(Self.pieces[below(Self.pieces.count)].utf8), at: start)
      }
    }
    return below(20) == 0 ? Array(damaged.prefix(below(damaged.count))) : damaged
  }
}
