import Testing
import Values

/// Searching finds what looking at every place finds.
struct TextSearchTests {
  @Test func findsWhatLookingEverywhereFinds() {
    let texts = words(upTo: 7)
    for wanted in words(upTo: 3) where !wanted.isEmpty {
      let search = TextSearch(wanted)
      for text in texts {
        for start in 0...text.count {
          let expected = (start...max(start, text.count)).first { place in
            place + wanted.count <= text.count && Array(text[place..<place + wanted.count]) == wanted
          }
          #expect(search.first(in: text, from: start) == expected, "\(wanted) in \(text) from \(start)")
        }
      }
    }
  }

  @Test func goesOnBehindAMatchThatIsRefused() {
    let search = TextSearch(Array("aba".utf8))
    #expect(search.first(in: Array("ababa".utf8), where: { $0 > 0 }) == 2)
    #expect(search.first(in: Array("ababa".utf8), where: { _ in false }) == nil)
  }

  @Test func takesTimeInProportionToTheText() {
    let text = [UInt8](repeating: 97, count: 400_000)
    let search = TextSearch([UInt8](repeating: 97, count: 200_000) + [98])
    let took = ContinuousClock().measure { #expect(search.first(in: text) == nil) }
    #expect(took < .seconds(5))
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
