import Testing

@testable import Records

/// How many of several sources are independent of each other.
@Suite struct IndependenceTests {
  @Test(
    arguments: [
      ([], 0), ([[1, 2, 3]], 1), ([[1], [2], [1, 2, 3]], 2), ([[1, 2], [2, 3], [3, 4]], 2), ([[1, 2], [1, 2]], 1),
      ([[1, 2], [3, 4], [1, 3], [2, 4], [5]], 3),
    ] as [([Set<Int>], Int)])
  func noTwoOfThemShareARoot(_ roots: [Set<Int>], _ count: Int) {
    #expect(Independence.count(ofRoots: roots) == count)
  }

  /// Every choice of up to ten sources, tried one by one, finds none that is larger.
  @Test func noLargerChoiceExists() {
    var numbers = RepeatableNumbers()
    for _ in 0..<300 {
      let roots = (0..<numbers.next(upTo: 11)).map { _ in
        Set((0...numbers.next(upTo: 4)).map { _ in numbers.next(upTo: 9) })
      }
      var most = 0
      for choice in 0..<(1 << roots.count) {
        let chosen = roots.indices.filter { choice >> $0 & 1 == 1 }.map { roots[$0] }
        let all = chosen.reduce(into: Set<Int>()) { $0.formUnion($1) }
        if all.count == chosen.map(\.count).reduce(0, +) { most = max(most, chosen.count) }
      }
      #expect(Independence.count(ofRoots: roots) == most)
      #expect(Independence.count(ofRoots: roots, enough: 2) >= min(most, 2))
      #expect(Independence.count(ofRoots: roots, enough: 2) <= most)
    }
  }

  /// A source more never makes them fewer, and hundreds that overlap are counted at once, never as too many.
  @Test func manyThatOverlapAreCountedAtOnce() {
    var numbers = RepeatableNumbers()
    var roots: [Set<Int>] = []
    for _ in 0..<300 { roots.append(Set((0..<3).map { _ in numbers.next(upTo: 90) })) }
    let count = Independence.count(ofRoots: roots)
    #expect(count >= 20 && count <= 45)
    let time = ContinuousClock().measure { _ = Independence.count(ofRoots: roots) }
    #expect(time < .seconds(5))
  }
}

/// Numbers that look random and are the same in every run.
private struct RepeatableNumbers {
  private var state: UInt64 = 42

  mutating func next(upTo end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % end
  }
}
