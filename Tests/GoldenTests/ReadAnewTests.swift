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
}
