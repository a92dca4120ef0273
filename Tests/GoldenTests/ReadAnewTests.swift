import Session
import Testing

/// A file that a fault has stopped, mended, and taken in once more in the same session.
@Suite struct ReadAnewTests {
  private let host = ChangedFileHost(FolderHost(GoldenTests.root.path))

  private func write(_ text: String) { host.changed = ("visits.rep", Array(text.utf8)) }

  private func codes(_ session: Session, _ entry: String) -> [String] { session.enter(entry) { _ in }.map(\.code) }

  @Test func whatItDeclaresIsThereOnce() {
    let declared = """
      kind visit, visits { on_day: date }
      extend kind case { docket: text }
      set days_off = [v]
      visit v { on_day: 2021 }

      """
    let session = Session(host: host)
    write(declared + "let tenth = 1 / 0\n")
    #expect(codes(session, "use \"visits.rep\"") == ["R331"])
    write(declared + "let tenth = 10 / 2\n")
    #expect(codes(session, "use \"visits.rep\"") == [])
    var told = ""
    #expect(session.enter("count(visits)\ntenth\nv in days_off") { told += $0 }.isEmpty)
    #expect(told == "1 visit\n5\ntrue\n")
  }

  @Test func aKindThatReadsOtherwiseIsDeclaredTwice() {
    let session = Session(host: host)
    write("kind visit, visits { on_day: date }\nlet tenth = 1 / 0\n")
    #expect(codes(session, "use \"visits.rep\"") == ["R331"])
    write("kind visit, visits { on_day: text }\n")
    #expect(codes(session, "use \"visits.rep\"") == ["R203"])
  }

  /// What a file adds to records, its own and others', and what it says of records as a whole, it says once; and what
  /// it no longer says after it was mended is gone.
  @Test func whatItAddsIsThereOnce() {
    let declared = """
      person someone {}
      case one { host: Cambodia, relatives complete as of 2022-01 }
      case two { host: Laos }
      extend one { 2022-05 killing on someone, host: Thailand }
      extend two { relative mother { residence: China } }
      extend police { also: ["bobbies"] }
      same one, two

      """
    let session = Session(host: host)
    #expect(codes(session, "source paper { type: press_report }") == [])
    write(declared + "extend paper { publisher: \"A paper\" }\nlet tenth = 1 / 0\n")
    #expect(codes(session, "use \"visits.rep\"") == ["R331"])
    #expect(codes(session, "use \"visits.rep\"") == ["R331"])
    let questions = """
      count(claims(one.host))
      count(one.events)
      count(claims(two.relatives))
      police.also
      count(claims(paper.publisher))
      """
    #expect(answers(session, questions) == "3 claims\n1 event\n1 claim\n[\"bobbies\"]\n1 claim\n")
    write("person someone {}\ncase one { host: Cambodia }\n")
    #expect(codes(session, "use \"visits.rep\"") == [])
    #expect(
      answers(session, "count(cases)\none.host is Cambodia\none.relatives\ncount(events)\npolice.also\npaper.publisher")
        == "1 case\ntrue\nnone recorded\n0 events\nnone recorded\nunknown (not_recorded)\n")
  }

  /// A record that a file no longer declares is gone, unless another still speaks of it; then all stays as it was.
  @Test func aRecordThatItNoLongerDeclaresIsGone() {
    let session = Session(host: host)
    write("case one { host: Cambodia }\ncase two { host: Laos }\nlet tenth = 1 / 0\n")
    #expect(codes(session, "use \"visits.rep\"") == ["R331"])
    #expect(codes(session, "extend two { 2022 killing by police }") == [])
    write("case one { host: Cambodia }\n")
    #expect(codes(session, "use \"visits.rep\"") == ["R431"])
    #expect(answers(session, "count(cases)\ntwo.host is Laos") == "2 cases\ntrue\n")
    write("case two { host: Laos }\n")
    #expect(codes(session, "use \"visits.rep\"") == [])
    #expect(answers(session, "count(cases)\ncount(two.events)") == "1 case\n1 event\n")
    #expect(codes(session, "one.host") == ["R201"])
  }

  private func answers(_ session: Session, _ entry: String) -> String {
    var told = ""
    #expect(session.enter(entry) { told += $0 }.isEmpty)
    return told
  }
}
