import Diagnostics
import Syntax
import Testing
import Values

/// Records that somebody has damaged: whatever is left gives messages or records, and leaves everything before it whole.
@Suite struct MutationTests {
  /// A small generator of numbers, the same in every run.
  struct Numbers {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  static let text = """
    source sd "110 Overseas" { publisher: "SD", published: 2022-09 }
    source ap "AP" { reliability: B, after: [sd] }
    person garland "Merrick Garland" { gender: male }
    kind mood, moods : term { dark: truth = false }
    mood grim "no good" { dark: true, may_be: [bleak] }
    mood bleak : grim "worse"
    kind visit, visits : event { guest: person, mood: mood, days: number = 1, twice: number = .days * 2 }
    extend kind case { docket: text, state: mood over time }
    set dim at 2021 per ap = [grim, bleak]
    case one "A case" per sd p. 3 as alleged {
      origin: China per garland in sd after ap p. 4-5 as admitted at 2024-05
      host: Laos per ap as denied per sd as misprint
      target wei { gender: female, residence: China }
      relative mother { residence: unknown (withheld) }
      state: grim at 2020-01 per ap
      state: bleak at 2021 per sd
      2022-03 threatened utility_cut by police, "two men" via none on mother, target in Laos "a remark" { size: 3.. }
      unknown surveillance by unknown (not_asked) on wei
      event call { act: intimidation, date: 2016..2019, after: none }
      visit first { act: abduction, guest: garland, mood: bleak }
      outcome: missing
      expect count(.events) == 4
    }
    extend one per ap {
      event call { stage: attempted, prison: about 3 years 10 months }
      transit: [Laos, Thailand]
    }
    charge count_one { of: one.wei, proceeding: charged at 2022, offence: telecom_fraud }
    """

  @Test(arguments: 1...6) func noDamageReachesATrap(_ seed: Int) {
    var notebook = Notebook()
    var numbers = Numbers(state: UInt64(seed))
    let records = notebook.corpus.records.count
    let claims = notebook.corpus.claimCount
    let words = MutationTests.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for round in 0..<60 {
      var damaged = words
      for _ in 0...numbers.next(below: 4) {
        let place = numbers.next(below: damaged.count)
        switch numbers.next(below: 4) {
        case 0: damaged.remove(at: place)
        case 1: damaged.insert(words[numbers.next(below: words.count)], at: place)
        case 2: damaged[place] = words[numbers.next(below: words.count)]
        default: damaged.swapAt(place, numbers.next(below: damaged.count))
        }
      }
      let found = notebook.enter(damaged.joined(separator: " "), named: "entry\(round)", replacing: true)
      if found.contains(where: { $0.severity == .error }) {
        #expect(notebook.corpus.records.count == records)
        #expect(notebook.corpus.claimCount == claims)
      } else {
        notebook = Notebook()
      }
    }
  }

  @Test func theTextItselfIsRight() {
    let notebook = Notebook()
    #expect(notebook.enter(MutationTests.text).map(\.message) == [])
    #expect(notebook.field("one", "state") == "grim at 2020-01, bleak at 2021; now bleak")
    #expect(notebook.events("one", "act").count == 4)
    #expect(notebook.enter(MutationTests.text, named: "again", replacing: true).contains { $0.code == "R203" })
  }
}
