import Diagnostics
import Session
import Testing
import Values

@testable import Terminal

/// What a person is told while something long is at work.
@Suite struct ProgressTests {
  /// A terminal and a clock of the test's own.
  private final class Desk: @unchecked Sendable {
    var seconds = 0.0
    var written: [String] = []
  }

  private let desk = Desk()

  private func line() -> ProgressLine {
    ProgressLine({ [desk] in desk.written.append($0) }, now: { [desk] in desk.seconds })
  }

  private func tell(_ line: ProgressLine, _ seconds: Double, _ progress: Watch.Progress?) {
    desk.seconds = seconds
    line.tell(progress)
  }

  @Test func nothingIsToldOfWhatTakesLessThanASecond() {
    let line = line()
    tell(line, 0, Watch.Progress("reading a.csv", done: 1, of: 10))
    tell(line, 0.9, Watch.Progress("reading a.csv", done: 9, of: 10))
    tell(line, 0.95, nil)
    #expect(desk.written.isEmpty)
  }

  @Test func theLineIsWrittenNowAndThenAndTakenAway() {
    let line = line()
    tell(line, 0, Watch.Progress("reading a.csv", done: 1, of: 10))
    tell(line, 1.1, Watch.Progress("reading a.csv", done: 4, of: 10))
    tell(line, 1.2, Watch.Progress("reading a.csv", done: 5, of: 10))
    tell(line, 1.4, Watch.Progress("reading a.csv", done: 6, of: 10))
    tell(line, 1.5, nil)
    #expect(
      desk.written == [
        "\rreading a.csv: 40 % · Ctrl-C stops it\u{1B}[K", "\rreading a.csv: 60 % · Ctrl-C stops it\u{1B}[K",
        "\r\u{1B}[K",
      ])
    // The next work has a second of its own.
    tell(line, 2, Watch.Progress("reading b.csv", done: 1, of: nil))
    tell(line, 2.9, Watch.Progress("reading b.csv", done: 2, of: nil))
    #expect(desk.written.count == 3)
    tell(line, 3.1, Watch.Progress("reading b.csv", done: 8000, of: nil))
    #expect(desk.written.last == "\rreading b.csv: 8000 rows · Ctrl-C stops it\u{1B}[K")
  }

  /// A host that keeps what it is told.
  private final class AttentiveHost: Host, @unchecked Sendable {
    let file: [UInt8]
    var told: [Watch.Progress?] = []

    init(_ file: String) { self.file = Array(file.utf8) }

    func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] { file }
    func tell(_ progress: Watch.Progress?) { told.append(progress) }
  }

  @Test(arguments: ["rows.csv", "rows.json", "rows.jsonl"]) func readingTellsHowFarItIs(_ path: String) throws {
    let rows = 20_000
    let text =
      switch path {
      case "rows.csv": "id,n\n" + String(repeating: "a,1\n", count: rows)
      case "rows.json": "[" + Array(repeating: "{\"n\": 1}", count: rows).joined(separator: ",") + "]"
      default: String(repeating: "{\"n\": 1}\n", count: rows)
      }
    let host = AttentiveHost(text)
    let session = Session(host: host)
    var said = ""
    #expect(session.enter("count(read \"\(path)\")") { said += $0 }.isEmpty)
    #expect(said == "20000 rows\n")
    let told = host.told.dropLast().compactMap { $0 }
    #expect(told.count == 4 && host.told.count == 5 && host.told[4] == nil)
    for (before, next) in zip(told, told.dropFirst()) { #expect(before.done < next.done) }
    for one in told {
      let whole = try #require(one.whole)
      #expect(one.work == "reading \(path)" && one.done <= whole && whole == text.utf8.count)
    }
  }
}
