import Testing
import Values

/// Texts stand in the order of their code points, whether each is a value of its own or all stand in a column.
struct TextOrderTests {
  /// Short ones, some of more than eight bytes, and some of which one is the beginning of another.
  private let words = [
    "", "a", "ab", "abc", "b", "é", "z", "\u{E000}", "😀", "C0000001", "C0000002", "C00000010",
    "case of the ten thousand",
    "case of the ten thousandth", "case of the ten", "ünlü",
  ]

  @Test func valuesStandInTheOrderOfCodePoints() throws {
    for one in words {
      for other in words {
        let expected = one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
        #expect(try Value.text(one).comesBefore(.text(other), Watch()) == expected, "\(one) before \(other)")
      }
    }
  }

  @Test(arguments: [false, true]) func theFirstOfAColumnAreThoseOfTheSortedTexts(descending: Bool) throws {
    var seed: UInt64 = 11
    for rows in [1, 2, 3, 7, 40] {
      let texts = (0..<rows).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(seed >> 33) % words.count]
      }
      let bytes = texts.flatMap { Array($0.utf8) }
      let ends = texts.indices.map { texts[...$0].reduce(0) { $0 + $1.utf8.count } }
      let cells = TextCells(
        bytes, starts: zip(ends, texts).map { UInt32($0 - $1.utf8.count) }, ends: ends.map { UInt32($0) })
      let sorted = texts.sorted { one, other in
        let (one, other) = descending ? (other, one) : (one, other)
        return one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
      }
      for count in 1...rows {
        let split = try #require(cells.split(count, descending: descending))
        let bound = sorted[count - 1]
        #expect(split.last == texts.indices.filter { texts[$0] == bound })
        #expect(split.before == texts.indices.filter { row in sorted.prefix { $0 != bound }.contains(texts[row]) })
      }
      #expect(cells.split(rows + 1, descending: descending) == nil)
    }
  }
}
