import Session
import Testing

/// What Tab offers, where only few words make sense.
@Suite struct CompletionTests {
  private let session: Session

  init() {
    session = Session(host: FolderHost(GoldenTests.root.path))
    let record = """
      source report "A report" { published: 2021-07-01 }
      source paper "A paper" { published: 2021-08 }
      set quiet = [Laos, Cambodia]
      case singer per report {
        origin: China
        outcome: returned at 2021-05-01
        outcome: left_again at 2022-03 per paper
        target { gender: female }
      }
      """
    #expect(session.enter(record) { _ in }.isEmpty)
  }

  private func offered(_ line: String) -> [String] {
    session.completions(in: line, at: line.utf8.count).words.map(\.text)
  }

  @Test func behindUnderStandStandards() {
    #expect(offered("under ") == ["any_source", "each", "examined", "in_court", "two_origins"])
    #expect(offered("under each ") == ["standard"])
    #expect(offered("let x = under tw") == ["two_origins"])
  }

  @Test(arguments: [
    "without ", "without report, ", "under examined, without ", "extend singer per ", "outcome: x per a in ",
  ])
  func behindWithoutAndPerStandSources(_ line: String) {
    #expect(offered(line) == ["paper", "report"])
  }

  @Test func behindKnownByStandTheDaysOnWhichSomethingBecameKnown() {
    #expect(offered("known by ") == ["2021-07-01", "2021-08"])
    #expect(offered("under examined, known by 2021-0") == ["2021-07-01", "2021-08"])
    #expect(offered("known by 2021-08") == ["2021-08"])
    #expect(session.completions(in: "known by 2021-0", at: 15).start == 9)
  }

  @Test func behindAtStandTheDatesOfTheField() {
    #expect(offered("singer.outcome at ") == ["2021-05-01", "2022-03"])
    #expect(offered("singer.origin at ") == [])
    #expect(offered("extend singer { outcome: returned at ") == [])
  }

  @Test(arguments: [
    "singer.target.gender is ", "cases | where .target.gender is not ", "not (singer.target.gender was ",
    "extend singer.target { gender: ",
  ])
  func whatAFieldTakesIsOffered(_ line: String) {
    let words = offered(line)
    #expect(words.contains("female") && words.contains("unknown"))
    #expect(!words.contains("returned") && !words.contains("cases") && !words.contains("Laos"))
  }

  @Test func listsAndSetsAreGoneThrough() {
    let words = offered("cases | where .host in ")
    #expect(words.contains("quiet") && words.contains("Laos") && !words.contains("returned"))
    #expect(offered("cases | where .host in [Laos, Camb") == ["Cambodia"])
    #expect(offered("cases | where .tactics has proxy_p") == ["proxy_punishment"])
  }

  @Test func theFieldsOfTheRowsAreOffered() {
    let words = offered("cases | where .")
    #expect(words.contains("outcome") && !words.contains("kinship"))
    #expect(offered("persons | where .").contains("gender"))
  }

  @Test func columnsOfATableAreOfferedAsTheyAreTyped() {
    _ = session.enter("let rows = read(text: \"Case No,Casualties,Host\\n1,2,Laos\")") { _ in }
    #expect(offered("rows | where .") == ["Casualties", "Host", "`Case No`"])
    #expect(offered("rows | sort by .Case") == ["`Case No`"])
    #expect(offered("rows | sort by .`Case N") == ["`Case No`"])
    #expect(session.completions(in: "rows | sort by .`Case N", at: 23).start == 16)
    #expect(offered("rows.Ho") == ["Host"])
    #expect(offered("rows | typed { Host: jurisdiction, C") == ["Casualties", "`Case No`"])
    #expect(!offered("rows | typed { Host: ").contains("`Case No`"))
  }

  @Test func elsewhereEverythingIsOffered() {
    #expect(offered("what is ").contains("proxy_punishment"))
    #expect(offered("count(").contains("cases"))
    #expect(offered("cases | select { host: ").contains("count"))
  }
}
