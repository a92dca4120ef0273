import Evaluation
import Values

/// Searches in texts. A match begins and ends between characters: an `e` is not found inside an `é` of two scalars.
struct Occurrences {
  private let text: [UInt8]
  private let search: TextSearch
  /// The text as characters, where bytes alone do not tell where one ends.
  private let string: String?

  init(of part: [UInt8], in text: [UInt8]) {
    self.text = text
    self.search = TextSearch(part)
    self.string = text.isSimple ? nil : String(decoding: text, as: UTF8.self)
  }

  /// The first match that begins at an offset or behind it.
  func first(from start: Int = 0) -> Range<Int>? {
    search.first(in: text, from: start, where: standsBetweenCharacters).map { $0..<$0 + search.wanted.count }
  }

  /// All matches from left to right, none overlapping another.
  func all(_ call: Call) throws(Fault) -> [Range<Int>] {
    var found: [Range<Int>] = []
    while let match = first(from: found.last?.upperBound ?? 0) {
      try call.tick()
      found.append(match)
    }
    return found
  }

  func matches(at offset: Int) -> Bool {
    let end = offset + search.wanted.count
    return offset >= 0 && end <= text.count && text[offset..<end].elementsEqual(search.wanted)
      && standsBetweenCharacters(offset)
  }

  private func standsBetweenCharacters(_ offset: Int) -> Bool {
    guard let string else { return true }
    return [offset, offset + search.wanted.count].allSatisfy { offset in
      String.Index(string.utf8.index(string.utf8.startIndex, offsetBy: offset), within: string) != nil
    }
  }
}

extension [UInt8] {
  /// True where every byte is a character: ASCII without carriage returns, which join a line feed behind them.
  var isSimple: Bool { allSatisfy { $0 < 0x80 && $0 != 0x0D } }
}
