import Testing
import Values

@testable import Builtins

/// What holds of candidates for the same, whatever the names are and however the rows stand.
@Suite struct CandidateLawTests {
  /// A name of a few syllables, none of a person; some are the name of an earlier row, written otherwise.
  private func names(_ random: inout Generator, _ count: Int) -> [String] {
    let syllables = ["ka", "ri", "mo", "zhou", "chou", "al-", "bin ", "Ша", "é", "ng", "tse", "qu", "خ", "安", " ", "h"]
    func word() -> String { (0..<1 + random.below(3)).map { _ in syllables[random.below(syllables.count)] }.joined() }
    var names: [String] = []
    for _ in 0..<count {
      if let other = names.last, random.chance(40) {
        names.append(other.split(separator: " ").reversed().joined(separator: random.chance(50) ? " " : "-"))
      } else {
        names.append((0..<1 + random.below(3)).map { _ in word() }.joined(separator: " "))
      }
    }
    return names
  }

  @Test(arguments: 0..<60)
  func likenessIsTheSameFromBothSides(seed: Int) {
    var random = Generator(seed &+ 7)
    let texts = names(&random, 30)
    var compared = ComparedNames()
    let numbers = texts.compactMap { compared.number(of: $0) }
    for one in numbers {
      #expect(compared.likeness(one, one) == 1)
      for other in numbers {
        let likeness = compared.likeness(one, other)
        #expect(likeness == compared.likeness(other, one), "\(compared.texts[Int(one)]), \(compared.texts[Int(other)])")
        #expect(likeness >= 0 && likeness <= 1)
      }
    }
  }

  @Test(arguments: 0..<60)
  func theOrderOfTheWordsDoesNotCount(seed: Int) {
    var random = Generator(seed &+ 70)
    for _ in 0..<20 {
      let words = (0..<2 + random.below(3)).map { _ in ["kari", "Момо", "zhou", "ngé", "tseri", "安全"][random.below(6)] }
      var compared = ComparedNames()
      let one = compared.number(of: words.joined(separator: " "))
      let other = compared.number(of: words.shuffled(using: &random).joined(separator: " "))
      if let one, let other { #expect(compared.likeness(one, other) == 1, "\(words)") }
    }
  }

  private struct Found: Hashable {
    let ids: Set<Int>
    let near: Double
  }

  private func found(_ rows: [Value], least: Double = 0.7) throws -> [Found] {
    let table = try Table(items: rows, Watch())
    let keys = [(column: key("name"), isSimilar: true), (column: key("year"), isSimilar: false)]
    let pairs = try Candidates(table, by: keys, least: least, Watch()).pairs(called: key("id"))
    return pairs.rows.compactMap { pair in
      guard let one = pair.part("one").integer, let other = pair.part("other").integer,
        case .real(let near) = pair.part("near")
      else { return nil }
      return Found(ids: [one, other], near: near)
    }
  }

  private func rows(_ random: inout Generator, _ count: Int) -> [Value] {
    names(&random, count).enumerated().map { id, name in
      record(
        ["id", "name", "year"],
        [
          .integer(id), random.chance(10) ? notRecorded : .text(name),
          random.chance(20) ? notRecorded : .integer(1970 + random.below(3)),
        ])
    }
  }

  @Test(arguments: 0..<30)
  func theOrderOfTheRowsDoesNotMatter(seed: Int) throws {
    var random = Generator(seed &+ 300)
    // More rows than a block holds, so that blocks are divided.
    let rows = rows(&random, seed % 3 == 0 ? 400 : 60)
    let pairs = try found(rows)
    #expect(Set(pairs).count == pairs.count)
    #expect(pairs.allSatisfy { $0.ids.count == 2 })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.near >= $1.near })
    #expect(try Set(found(rows.shuffled(using: &random))) == Set(pairs))
  }

  /// Rows that say the same of everything are always found, however many others share a part of it.
  @Test(arguments: 0..<20)
  func noExactPairIsLost(seed: Int) throws {
    var random = Generator(seed &+ 500)
    let rows = rows(&random, 300)
    let pairs = try Set(found(rows).filter { $0.near == 1 }.map(\.ids))
    for (one, first) in rows.enumerated() {
      guard let name = first.part("name").string, WrittenName(name).words.isEmpty == false else { continue }
      for second in rows[(one + 1)...] where second.part("name").string == name {
        guard let year = first.part("year").integer, year == second.part("year").integer,
          let other = second.part("id").integer
        else { continue }
        #expect(pairs.contains([one, other]), "\(name)")
      }
    }
  }

  /// Among few rows all pairs are held against each other that have a word, or the beginning of one, in common.
  @Test(arguments: 0..<20)
  func whatSharesAWordIsFound(seed: Int) throws {
    var random = Generator(seed &+ 900)
    let rows = rows(&random, 40)
    let pairs = try Set(found(rows, least: 0.1).map(\.ids))
    for (one, first) in rows.enumerated() {
      for (other, second) in rows.enumerated().dropFirst(one + 1) {
        guard let name = first.part("name").string, let next = second.part("name").string else { continue }
        let shared = Set(WrittenName(name).words).intersection(WrittenName(next).words)
        if !shared.isEmpty { #expect(pairs.contains([one, other]), "\(name), \(next)") }
      }
    }
  }

  @Test(arguments: 0..<20)
  func anUnknownNameMatchesNothing(seed: Int) throws {
    var random = Generator(seed &+ 1300)
    let rows = rows(&random, 60)
    for pair in try found(rows, least: 0.1) {
      for id in pair.ids { #expect(rows[id].part("name").reasons == nil) }
    }
  }

  /// Pairs for which Winkler printed what the measure gives; what is below 0.7 counts as nothing in common here.
  @Test(arguments: [
    ("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133),
    ("jones", "johnson", 0.8323), ("abroms", "abrams", 0.9222), ("itman", "smith", 0),
  ])
  func wordsAreAsNearAsWinklerHasThem(one: String, other: String, near: Double) {
    let letters = [one, other].map { $0.utf8.map { Letters.Letter($0) } }
    #expect(abs(WordLikeness.jaroWinkler(letters[0], letters[1]) - near) < 0.001)
  }
}
