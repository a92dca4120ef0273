/// Looks for one text in others, byte by byte, in time that grows with their length and nothing else.
///
/// Knuth, Morris and Pratt's way: after a mismatch the search goes on with the longest beginning of the wanted text that
/// has just been seen, so that no byte is read again.
public struct TextSearch {
  public let wanted: [UInt8]
  /// For each place in the wanted text, how long a beginning of it ends there.
  private let beginnings: [Int]

  public init(_ wanted: [UInt8]) {
    self.wanted = wanted
    var beginnings = [Int](repeating: 0, count: wanted.count)
    var length = 0
    for place in wanted.indices.dropFirst() {
      while length > 0, wanted[place] != wanted[length] { length = beginnings[length - 1] }
      if wanted[place] == wanted[length] { length += 1 }
      beginnings[place] = length
    }
    self.beginnings = beginnings
  }

  /// The offset of the first match at or behind another, among those that a test accepts; nil where there is none.
  public func first(
    in text: [UInt8], from start: Int = 0, _ watch: Watch, where isGood: (Int) throws(Fault) -> Bool = { _ in true }
  ) throws(Fault) -> Int? {
    if wanted.isEmpty || start < 0 || text.count - start < wanted.count { return nil }
    return try text.withUnsafeBufferPointer { text throws(Fault) in
      var length = 0
      var place = start
      while place < text.count {
        let end = min(place + TextSearch.bytesBetweenLooks, text.count)
        while place < end {
          while length > 0, text[place] != wanted[length] { length = beginnings[length - 1] }
          if text[place] == wanted[length] { length += 1 }
          if length == wanted.count {
            let match = place + 1 - length
            if try isGood(match) { return match }
            length = beginnings[length - 1]
          }
          place += 1
        }
        try watch.tick(TextSearch.bytesBetweenLooks)
      }
      return nil
    }
  }

  private static let bytesBetweenLooks = 4096
}
