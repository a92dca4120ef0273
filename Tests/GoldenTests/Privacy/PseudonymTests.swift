import Diagnostics
import Keys
import Session
import Testing

/// Pseudonyms: the same for the same name under one key, and nothing that the name could be worked out of.
@Suite struct PseudonymTests {
  /// Has a key and no files.
  private final class KeyHost: Host {
    private let key: ProjectKey?

    init(_ key: String) { self.key = ProjectKey(Array(key.utf8)) }

    func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
      throw Diagnostic("R501", "`\(path)` cannot be read")
    }
    func keyedHash(_ bytes: [UInt8]) -> [UInt8]? { key?.hash(bytes) }
  }

  private static let key = "0123456789abcdef0123456789abcdef"

  private static let people = """
    extend kind person {
      private real_name: text
      private aliases: list of text
      private handler: person
      private entered: date
      private debts: number
    }
    person officer_1 { }
    person one { real_name: "Amina Q.", aliases: ["Zebrafinch", "Amina Q."], handler: officer_1, entered: 1987-03-29 }
    person two { real_name: "Amina Q.", handler: officer_1, debts: 7351 }
    person three { real_name: "\u{DC}r\u{FC}mqi" }
    person four { real_name: "U\u{308}ru\u{308}mqi" }
    person five { real_name: "Rahim T." }
    extend five { real_name: "Rahima T." }
    person six { real_name: unknown (withheld) }

    """

  private func answer(_ question: String, key: String = key) -> String {
    var said = ""
    let found = Session(host: KeyHost(key)).run(bytes: Array((Self.people + question).utf8), name: "people.rep") {
      said += $0
    }
    return said + render(found, as: .plain)
  }

  /// Worked out with Python's `hmac` and `hashlib`: the first 60 bits, five to a sign.
  @Test func theyAreKeyedHashes() {
    #expect(answer("pseudonym(one.real_name)") == "z92q-3tv4-acq9\n")
    #expect(answer("map(one.aliases, pseudonym)") == "[\"8ywk-02yv-469m\", \"z92q-3tv4-acq9\"]\n")
    #expect(answer("pseudonym(one.handler)") == "51h1-ys7b-7d4y\n")
  }

  @Test func oneNameHasOne() {
    #expect(answer("pseudonym(one.real_name) == pseudonym(two.real_name)") == "true\n")
    #expect(answer("pseudonym(one.real_name) == pseudonym(three.real_name)") == "false\n")
    #expect(answer("pseudonym(three.real_name)") == "zttp-v505-pdxg\n")
    #expect(answer("pseudonym(four.real_name)") == "zttp-v505-pdxg\n")
  }

  @Test func withAnotherKeyItIsAnother() {
    let other = answer("pseudonym(one.real_name)", key: "0123456789abcdef0123456789abcdeg")
    #expect(other != answer("pseudonym(one.real_name)"))
    #expect(other.count == "z92q-3tv4-acq9\n".count)
  }

  @Test func theySortGroupAndCount() {
    let groups = answer(
      "persons | where .real_name is known | group by pseudonym(.real_name) { n: count() } | sort by .n desc")
    #expect(groups.contains("z92q-3tv4-acq9") && groups.contains("  2\n"), "\(groups)")
    #expect(!groups.contains("Amina"))
  }

  @Test func whatIsNotKnownHasNone() {
    #expect(answer("pseudonym(six.real_name)") == "unknown (withheld)\n")
    #expect(answer("pseudonym(one.debts)") == "unknown (not_recorded)\n")
    #expect(answer("count(candidates(pseudonym(five.real_name)))") == "2\n")
  }

  @Test func whatIsNoSecretHasNone() {
    for question in ["pseudonym(\"Amina Q.\")", "pseudonym(one)", "pseudonym(one.aliases)", "pseudonym(1987-03-29)"] {
      #expect(answer(question).contains("R623"), "\(question)")
    }
    for question in ["pseudonym(one.entered)", "pseudonym(two.debts)"] {
      let said = answer(question)
      #expect(said.contains("R626") && !said.contains("1987-03-29\n") && !said.contains("7351\n"), "\(said)")
    }
    #expect(answer("pseudonym(one.real_name)", key: "too short").contains("R622"))
  }

  @Test func neitherNameNorKeyIsShown() {
    for question in [
      "why pseudonym(one.real_name)", "persons | add { p: pseudonym(.real_name) }", "pseudonym(one.real_name, 1)",
      "pseudonym(five.real_name)", "check pseudonym(one.real_name) == \"Z\"", "show pseudonym",
      "pseudonym(one.real_name) + 1",
    ] {
      let said = answer(question)
      for word in ["Amina", "Zebrafinch", "Rahim", Self.key] { #expect(!said.contains(word), "\(question)\n\(said)") }
    }
  }
}
