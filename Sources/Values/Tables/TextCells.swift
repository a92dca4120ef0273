/// Many texts, one behind the other in one stretch of bytes.
///
/// A cell in which nothing stands has no text, and is unknown.
public struct TextCells {
  /// UTF-8 in normal form C.
  private let bytes: SharedBytes
  /// For each row where its text begins, and where it ends; an end before the beginning is a cell without a text.
  private let starts: [UInt32]
  private let ends: [UInt32]
  /// Whether a cell has no text.
  public let hasGaps: Bool

  /// The bytes of all texts; a column that is chosen from another shares them with it.
  private final class SharedBytes {
    let all: [UInt8]
    init(_ all: [UInt8]) { self.all = all }
  }

  /// - Parameter bytes: fewer than 4 GiB of them.
  public init(_ bytes: [UInt8], starts: [UInt32], ends: [UInt32]) {
    self.init(SharedBytes(bytes), starts, ends, mayHaveGaps: true)
  }

  private init(_ bytes: SharedBytes, _ starts: [UInt32], _ ends: [UInt32], mayHaveGaps: Bool) {
    self.bytes = bytes
    self.starts = starts
    self.ends = ends
    hasGaps = mayHaveGaps && zip(starts, ends).contains { $1 < $0 }
  }

  public var count: Int { starts.count }

  /// For each row whether it has a text.
  var known: [Bool] { zip(starts, ends).map { $0 <= $1 } }

  public subscript(row: Int) -> Value {
    let (start, end) = (Int(starts[row]), Int(ends[row]))
    return end < start ? .unknown(.notRecorded) : .text(bytes: bytes.all[start..<end])
  }

  /// The texts without their first byte, in the rows in which they are of a kind; nil where none is.
  public func droppingFirst(_ watch: Watch, where isOfKind: (ArraySlice<UInt8>) -> Bool) throws(Fault) -> TextCells? {
    var dropped = starts
    var count = 0
    for row in starts.indices {
      try watch.tick()
      let (start, end) = (Int(starts[row]), Int(ends[row]))
      guard start < end, isOfKind(bytes.all[start..<end]) else { continue }
      dropped[row] += 1
      count += 1
    }
    return count == 0 ? nil : TextCells(bytes, dropped, ends, mayHaveGaps: hasGaps)
  }

  func picking(_ rows: [Int]) -> TextCells {
    TextCells(bytes, starts.picking(rows), ends.picking(rows), mayHaveGaps: hasGaps)
  }

  /// The rows whose text comes before the so-manieth of all in their order, and those that have the same text as that
  /// one. Nil where there are not so many. To be asked of a column without gaps.
  public func split(_ count: Int, descending: Bool) -> (before: [Int], last: [Int])? {
    guard count > 0, self.count >= count else { return nil }
    return bytes.all.withUnsafeBytes { bytes in
      func text(_ row: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[Int(starts[row])..<Int(ends[row])])
      }
      func order(_ one: Int, _ other: Int) -> Int {
        let order = text(one).order(text(other))
        return descending ? -order : order
      }
      // The first of those seen so far, in order, and the other rows with the same text as the last of them.
      var first: [Int] = []
      var tied: [Int] = []
      for row in starts.indices {
        if first.count == count {
          let order = order(row, first[count - 1])
          if order == 0 { tied.append(row) }
          if order >= 0 { continue }
        }
        let place = first.partitioningPlace { order(row, $0) < 0 }
        first.insert(row, at: place)
        if first.count > count {
          let last = first.removeLast()
          if order(first[count - 1], last) == 0 { tied.append(last) } else { tied = [] }
        }
      }
      let before = first.filter { order($0, first[count - 1]) < 0 }
      return (before.sorted(), (first.dropFirst(before.count) + tied).sorted())
    }
  }
}

extension [Int] {
  /// The place of the first item of which something holds that, once it holds, holds of all that follow.
  fileprivate func partitioningPlace(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
