import Evaluation
import Values

/// Searches in texts. A match begins and ends between characters: an `e` is not found inside an `é` of two scalars.
struct Occurrences {
  private let text: [UInt8]
  private let search: TextSearch
  private let watch: Watch
  /// Where characters begin and end, where bytes alone do not tell.
  private var starts: Boundaries?
  private var ends: Boundaries?

  init(of part: [UInt8], in text: [UInt8], _ watch: Watch) {
    self.text = text
    self.search = TextSearch(part)
    self.watch = watch
    if text.isSimple { return }
    let string = String(decoding: text, as: UTF8.self)
    starts = Boundaries(text, string)
    ends = Boundaries(text, string)
  }

  /// The first match that begins at an offset or behind it. No offset may lie before one that was asked for.
  mutating func next(from start: Int = 0) throws(Fault) -> Range<Int>? {
    let count = search.wanted.count
    var (starts, ends) = (starts, ends)
    let match = try search.first(in: text, from: start, watch) { offset throws(Fault) in
      if try starts?.has(offset, watch) == false { return false }
      return try ends?.has(offset + count, watch) != false
    }
    (self.starts, self.ends) = (starts, ends)
    return match.map { $0..<$0 + count }
  }

  /// All matches from left to right, none overlapping another.
  mutating func all() throws(Fault) -> [Range<Int>] {
    var found: [Range<Int>] = []
    while let match = try next(from: found.last?.upperBound ?? 0) { try watch.add(match, to: &found) }
    return found
  }

  /// Whether a match begins at an offset.
  mutating func matches(at offset: Int) throws(Fault) -> Bool {
    let end = offset + search.wanted.count
    guard offset >= 0, end <= text.count, text[offset..<end].elementsEqual(search.wanted) else { return false }
    if try starts?.has(offset, watch) == false { return false }
    return try ends?.has(end, watch) != false
  }
}

/// The offsets between the characters of a text, gone through from left to right.
private struct Boundaries {
  private let text: [UInt8]
  private let string: String
  private var index: String.Index
  private var offset = 0

  init(_ text: [UInt8], _ string: String) {
    self.text = text
    self.string = string
    index = string.startIndex
  }

  /// Whether an offset lies between two characters. Each that is asked for lies behind the last.
  mutating func has(_ wanted: Int, _ watch: Watch) throws(Fault) -> Bool {
    if wanted == 0 || wanted == text.count { return true }
    // Two ASCII characters are never one, but for the two that end a line.
    let (before, behind) = (text[wanted - 1], text[wanted])
    if before < 0x80, behind < 0x80 { return before != 0x0D || behind != 0x0A }
    while offset < wanted {
      try watch.tick()
      index = string.index(after: index)
      offset = string.utf8.distance(from: string.startIndex, to: index)
    }
    return offset == wanted
  }
}

extension [UInt8] {
  /// True where every byte is a character: ASCII without carriage returns, which join a line feed behind them.
  var isSimple: Bool { allSatisfy { $0 < 0x80 && $0 != 0x0D } }
}
