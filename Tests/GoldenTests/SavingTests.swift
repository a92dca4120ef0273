import Diagnostics
import Session
import Testing

/// What is saved is read again as what it was.
@Suite struct SavingTests {
  /// Keeps the files that are written.
  final class MemoryHost: Host, @unchecked Sendable {
    var files: [String: [UInt8]] = [:]

    func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
      guard let file = files[path] else { throw Diagnostic("R501", "`\(path)` cannot be read") }
      return file
    }

    func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) { files[path] = bytes }
  }

  private let host = MemoryHost()

  private func answer(_ session: Session, _ entry: String) -> String {
    var said = ""
    let found = session.enter(entry) { said += $0 }
    return said + found.map { "\($0.code) \($0.message)\n" }.joined()
  }

  /// The lines of a table above its foot.
  private func rows(_ text: String) -> [Substring] {
    text.split(separator: "\n").prefix { !$0.contains(" rows ·") && !$0.hasSuffix(" rows") && !$0.contains("row ·") }
  }

  @Test(arguments: ["csv", "tsv", "sqlite", "xlsx"])
  func aTableOfTextsIsTheSameAgain(_ end: String) {
    var chance = Chance(state: 5)
    let texts = [
      "\"\"", "\"a\"", "\"=1+1\"", "\"'\"", "\"'=x\"", "\"''-a\"", "\"x, \\\"y\\\"\"", "\"two\\nlines\"", "\" a \"",
      "\"@b\"", "\"-5\"",
      "\"NA\"", "\"0012\"", "\"tab\\tin it\"", "\"‘ü’ 习\"", "unknown", "unknown (withheld)", "unknown (garbled)",
      "\"1e5\"", "\"#\"",
      "\"+\"", "\"unknown\"", "\"\\r\"",
    ]
    for _ in 0..<40 {
      // A workbook keeps no empty text.
      let texts = end == "xlsx" ? Array(texts.dropFirst()) : texts
      let rows = (0..<1 + chance.next(below: 5)).map { _ in
        "{ id: \"r\", a: \(texts[chance.next(below: texts.count)]), b: \(texts[chance.next(below: texts.count)]) }"
      }
      let session = Session(host: host)
      let step = ["", " | where .a != \"a\"", " | where .b == .a", " | where .a == \"NA\" or .b is known"][
        chance.next(below: 4)]
      #expect(
        answer(session, "let table = [\(rows.joined(separator: ", "))]\(step)\nlet all_rows = table | possible") == "")
      if answer(session, "count(all_rows)") == "0\n" { continue }
      let saved = answer(session, "table | save \"t.\(end)\"")
      #expect(saved.contains("saved in t.\(end)"), "\(saved)")
      let was = answer(session, "table | select .id, .a, .b")
      let now = answer(session, "read \"t.\(end)\" | select .id, .a, .b")
      #expect(
        self.rows(now) == self.rows(was),
        "\(rows)\(step)\n\(String(decoding: host.files["t.\(end)"] ?? [], as: UTF8.self))")
      #expect(answer(session, "(read \"t.\(end)\" | possible).a") == answer(session, "all_rows.a"))
      #expect(
        answer(session, "read \"t.\(end)\" | undecided | select .lacking")
          == answer(session, "table | undecided | select .lacking"))
    }
  }

  /// Numbers with two ends, dates, terms and lists come back by the line that `save` gives.
  @Test func kindsComeBackByTheLineThatIsGiven() {
    let session = Session(host: host)
    #expect(
      answer(
        session,
        """
        let table = [{ a: 1, b: 2.5, d: 2022-05~, t: true, h: Chad, l: [Chad, Laos], n: unknown },
          { a: unknown, b: 3, d: 2020/2021, t: false, h: unknown, l: [Peru], n: 4 }]
          | add { s: sum([1.5, .n]), c: count([1, .n], it > 2) }
        """) == "")
    let saved = answer(session, "table | save \"t.csv\"")
    let line = saved.split(separator: "`").dropFirst().first ?? ""
    #expect(line.hasPrefix("read \"t.csv\" | typed { a: integer"), "\(saved)")
    let was = answer(session, "table")
    let now = answer(session, String(line))
    #expect(
      rows(now).dropFirst(2).map { $0.filter { $0 != " " } } == rows(was).dropFirst(2).map { $0.filter { $0 != " " } },
      "\(was)\n\(now)")
  }

  @Test func whatIsPrivateIsNotWritten() {
    let session = Session(host: host)
    _ = answer(
      session, "extend kind person { private real_name: text }\nperson one \"The first\" { real_name: \"Zebrafinch\" }")
    for end in ["csv", "tsv", "json", "jsonl", "md", "sqlite", "xlsx"] {
      #expect(answer(session, "persons | save \"p.\(end)\"").contains("saved"))
      #expect(!String(decoding: host.files["p.\(end)"] ?? [], as: UTF8.self).contains("Zebrafinch"))
    }
    // What a workbook holds is packed.
    #expect(!answer(session, "read \"p.xlsx\" | only").contains("Zebrafinch"))
    #expect(answer(session, "count(read(\"p.xlsx\"))") == "1 row\n")
  }

  /// Numbers stay numbers in a workbook and in a database. A workbook has 16 digits for them: the number of a file that is
  /// longer is a text in it, a share is rounded.
  @Test(arguments: ["sqlite", "xlsx"]) func numbersAreNumbers(_ end: String) {
    let session = Session(host: host)
    let saved = answer(
      session,
      "[{ a: 7, b: 0.1, c: 2022-05~, d: 1 }, { a: -3, b: 0.30000000000000004, c: 2021-03, d: 9007199254740993 }] | save \"n.\(end)\""
    )
    #expect(saved.contains("`read \"n.\(end)\" | typed { c: date }`"), "\(saved)")
    #expect(answer(session, "sum(read(\"n.\(end)\"), .a)") == "4\n")
    #expect(answer(session, "read(\"n.\(end)\").b") == "[0.1, \(end == "xlsx" ? "0.3" : "0.30000000000000004")]\n")
    let long = end == "xlsx" ? "\"9007199254740993\"" : "9007199254740993"
    #expect(answer(session, "read(\"n.\(end)\").d") == "[1, \(long)]\n")
  }

  /// The same table is the same file, whenever it is saved.
  @Test(arguments: ["sqlite", "xlsx"]) func nothingTellsWhenItWasSaved(_ end: String) {
    let session = Session(host: host)
    _ = answer(session, "[{ a: 7, b: \"x\" }] | save \"one.\(end)\"")
    _ = answer(session, "[{ a: 7, b: \"x\" }] | save \"two.\(end)\"")
    #expect(host.files["one.\(end)"]?.isEmpty == false)
    #expect(host.files["one.\(end)"] == host.files["two.\(end)"])
  }

  @Test func whatIsSupposedIsMarked() {
    let session = Session(host: host)
    _ = answer(session, "case one { origin: China, host: Laos }")
    let saved = answer(session, "suppose one.host is Chad { cases | select case: it, .host | save \"s.csv\" }")
    #expect(saved.contains("saved"), "\(saved)")
    #expect(
      String(decoding: host.files["s.csv"] ?? [], as: UTF8.self) == "case,host,supposed\none,Chad,one.host is Chad\n")
  }

  @Test func aFileThatCannotBeWrittenIsSaid() {
    let session = Session(host: FolderHost("/"))
    #expect(answer(session, "[{ a: 1 }] | save \"t.csv\"").hasPrefix("R505"))
    #expect(answer(session, "[{ a: 1 }] | save \"t.doc\"").hasPrefix("R709"))
  }
}
