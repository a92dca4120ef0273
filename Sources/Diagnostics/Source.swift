/// One text that Rep reads: a file, an entry at the prompt, or a part of the library.
///
/// It holds UTF-8 bytes that have been checked; every place in it is a pair of byte offsets.
public final class Source: Sendable {
  /// What a message calls this text: a path as the user gave it, or `<prompt>`.
  public let name: String
  public let bytes: [UInt8]
  /// The offset at which each line begins; the first is 0. Empty for a file of which only the numbers of the lines count.
  private let lineStarts: [Int32]
  /// Stretches whose text nobody is shown. They are noted by whoever read the text, on the thread that shows it.
  nonisolated(unsafe) private var sealed: [Range<Int>] = []

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(Int32(offset + 1)) }
    self.lineStarts = starts
  }

  public convenience init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// Whether its text can be shown.
  public var hasText: Bool { !lineStarts.isEmpty }

  /// A file of rows whose text nobody keeps: an offset in it is the number of a line.
  public init(linesOf name: String) {
    self.name = name
    self.bytes = []
    self.lineStarts = []
  }

  /// The line, counted from 1, on which an offset lies.
  public func line(at offset: Int32) -> Int {
    if !hasText { return Int(offset) }
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column, counted from 1 in Unicode scalars, at which an offset lies.
  public func column(at offset: Int32) -> Int {
    if !hasText { return 1 }
    let start = Int(lineStarts[line(at: offset) - 1])
    return 1 + bytes[start..<min(Int(offset), bytes.count)].count { $0 & 0xC0 != 0x80 }
  }

  /// The offsets of a line, counted from 1, without its end.
  func offsets(ofLine line: Int) -> Range<Int> {
    if !hasText { return 0..<0 }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// The lines on which a stretch lies, without the end of the last.
  public func wholeLines(of range: SourceRange) -> SourceRange {
    SourceRange(
      offsets(ofLine: line(at: range.lower)).lowerBound,
      offsets(ofLine: line(at: max(range.upper - 1, range.lower))).upperBound)
  }

  /// The text of a line, counted from 1, without its end.
  public func text(ofLine line: Int) -> String { text(in: offsets(ofLine: line)) }

  /// The text of a stretch, with a mark for what is sealed in it.
  public func text(in range: SourceRange) -> String { text(in: Int(range.lower)..<Int(range.upper)) }

  private func text(in range: Range<Int>) -> String {
    if sealed.isEmpty { return String(decoding: bytes[range], as: UTF8.self) }
    var text = ""
    var start = range.lowerBound
    for hidden in sealed where hidden.overlaps(range) {
      text += String(decoding: bytes[start..<max(start, hidden.lowerBound)], as: UTF8.self) + Source.mark
      start = min(hidden.upperBound, range.upperBound)
    }
    return text + String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
  }

  // MARK: What nobody is shown

  /// What stands in the place of a sealed stretch.
  static let mark = "sealed"

  /// From now on the text of some stretches is shown to nobody.
  public func seal(_ ranges: [SourceRange]) {
    if ranges.isEmpty { return }
    sealed += ranges.map { Int($0.lower)..<Int($0.upper) }.filter { !$0.isEmpty }
    sealed.sort { $0.lowerBound < $1.lowerBound }
  }

  /// The sealed stretch in which some bytes stand, if they do.
  func sealedStretch(around bytes: Range<Int>) -> Range<Int>? {
    sealed.isEmpty ? nil : sealed.first { $0.overlaps(bytes) }
  }
}

/// A stretch of a source: two UTF-8 offsets, the upper one not included.
@frozen public struct SourceRange: Hashable, Sendable {
  public var lower: Int32
  public var upper: Int32

  @inlinable public init(_ lower: Int, _ upper: Int) {
    self.lower = Int32(truncatingIfNeeded: lower)
    self.upper = Int32(truncatingIfNeeded: upper)
  }

  /// From the beginning of this stretch to the end of another.
  @inlinable public func joined(_ other: SourceRange) -> SourceRange {
    var result = self
    result.upper = max(upper, other.upper)
    return result
  }
}

/// Where something stands: a stretch of one source.
public struct Place: Sendable {
  public let source: Source
  public let range: SourceRange

  public init(_ source: Source, _ range: SourceRange) {
    self.source = source
    self.range = range
  }

  /// `file.rep:12`, as a sentence about a claim names it.
  public var fileAndLine: String { "\(source.name):\(source.line(at: range.lower))" }
}
