import Testing
import Values

/// Searching finds what looking at every place finds.
struct TextSearchTests {
  @Test func findsWhatLookingEverywhereFinds() throws {
    let texts = words(upTo: 7)
    for wanted in words(upTo: 3) where !wanted.isEmpty {
      let search = TextSearch(wanted)
      for text in texts {
        for start in 0...text.count {
          let expected = (start...max(start, text.count)).first { place in
            place + wanted.count <= text.count && Array(text[place..<place + wanted.count]) == wanted
          }
          #expect(try search.first(in: text, from: start, Watch()) == expected, "\(wanted) in \(text) from \(start)")
        }
      }
    }
  }

  @Test func goesOnBehindAMatchThatIsRefused() throws {
    let search = TextSearch(Array("aba".utf8))
    #expect(try search.first(in: Array("ababa".utf8), Watch(), where: { $0 > 0 }) == 2)
    #expect(try search.first(in: Array("ababa".utf8), Watch(), where: { _ in false }) == nil)
  }

  @Test func takesTimeInProportionToTheText() throws {
    let text = [UInt8](repeating: 97, count: 400_000)
    let search = TextSearch([UInt8](repeating: 97, count: 200_000) + [98])
    let begun = ContinuousClock.now
    #expect(try search.first(in: text, Watch()) == nil)
    #expect(ContinuousClock.now - begun < .seconds(5))
  }

  /// All texts of two letters up to a length.
  private func words(upTo length: Int) -> [[UInt8]] {
    var all: [[UInt8]] = [[]]
    var last: [[UInt8]] = [[]]
    for _ in 0..<length {
      last = last.flatMap { [$0 + [97], $0 + [98]] }
      all += last
    }
    return all
  }
}
