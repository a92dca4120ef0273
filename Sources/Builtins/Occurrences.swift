import Evaluation
import Values

/// Searches in texts. A match begins and ends between characters: an `e` is not found inside an `é` of two scalars.
struct Occurrences {
  let text: [UInt8]
  let part: [UInt8]
  /// The text as characters, where bytes alone do not tell where one ends.
  private let string: String?

  init(of part: [UInt8], in text: [UInt8]) {
    self.text = text
    self.part = part
    self.string = text.isSimple ? nil : String(decoding: text, as: UTF8.self)
  }

  /// The first match that begins at an offset or behind it.
  func first(from start: Int, _ call: Call) throws(Fault) -> Range<Int>? {
    if part.isEmpty || part.count > text.count { return nil }
    var offset = start
    while offset + part.count <= text.count {
      try call.tick()
      guard let next = text[offset...(text.count - part.count)].firstIndex(of: part[0]) else { return nil }
      if matches(at: next) { return next..<next + part.count }
      offset = next + 1
    }
    return nil
  }

  /// All matches from left to right, none overlapping another.
  func all(_ call: Call) throws(Fault) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = 0
    while let match = try first(from: offset, call) {
      found.append(match)
      offset = match.upperBound
    }
    return found
  }

  func matches(at offset: Int) -> Bool {
    if offset < 0 || offset + part.count > text.count { return false }
    for index in part.indices where text[offset + index] != part[index] { return false }
    guard let string else { return true }
    return isBetweenCharacters(offset, string) && isBetweenCharacters(offset + part.count, string)
  }

  private func isBetweenCharacters(_ offset: Int, _ string: String) -> Bool {
    let index = string.utf8.index(string.utf8.startIndex, offsetBy: offset)
    return String.Index(index, within: string) != nil
  }
}

extension [UInt8] {
  /// True where every byte is a character: ASCII without carriage returns, which join a line feed behind them.
  var isSimple: Bool { allSatisfy { $0 < 0x80 && $0 != 0x0D } }
}
