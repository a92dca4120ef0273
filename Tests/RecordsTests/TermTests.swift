import Records
import Testing
import Values

/// Trees of terms, and what `is` asks of them.
@Suite struct TermTests {
  let notebook = Notebook()

  private func truth(_ one: String, _ other: String) throws -> Truth {
    Corpus.isTruth(try #require(notebook.record(one)), try #require(notebook.record(other)))
  }

  @Test func aTermIsEveryTermAboveIt() throws {
    #expect(try truth("utility_cut", "proxy_punishment") == .yes)
    #expect(try truth("mother", "ascendant") == .yes)
    #expect(try truth("utility_cut", "physical_attack") == .no)
  }

  @Test func aTermMayLeaveOthersOpen() throws {
    #expect(try truth("missing", "returned").isUnknown)
    #expect(try truth("missing", "returned_by_force").isUnknown)
    #expect(try truth("released", "dead").isNo)
    #expect(try truth("missing", "missing") == .yes)
  }

  @Test func whatSaysLessCannotBeTold() throws {
    #expect(try truth("returned", "returned_by_force").isUnknown)
    #expect(try truth("returned_freely", "returned_by_force") == .no)
  }

  @Test func aPlaceIsInItsState() throws {
    notebook.enter("place Istanbul { state: Türkiye }\nplace somewhere { }")
    #expect(try truth("Istanbul", "Türkiye") == .yes)
    #expect(try truth("Istanbul", "China") == .no)
    #expect(try truth("somewhere", "China").isUnknown)
  }

  @Test func theFamilyIsTheAncestorNextToTheRoot() {
    #expect(notebook.field("utility_cut", "family") == "proxy_punishment")
    #expect(notebook.field("grandmother", "family") == "ascendant")
    #expect(notebook.field("proxy_punishment", "family") == "proxy_punishment")
  }

  @Test func fieldsGoDownTheTree() {
    notebook.enter(
      """
      kind colour, colours : term {
        warm: truth = false
        code: text
      }
      colour red { warm: true, code: "R" }
      colour scarlet : red { code: "S" }
      colour crimson : red "deep"
      colour blue "cold"
      """)
    #expect(notebook.field("scarlet", "warm") == "true")
    #expect(notebook.field("scarlet", "code") == "\"S\"")
    #expect(notebook.field("crimson", "code") == "\"R\"")
    #expect(notebook.field("blue", "warm") == "false")
    #expect(notebook.field("blue", "code") == "unknown (not_recorded)")
  }

  @Test func anInverseHoldsOnBothSides() {
    notebook.enter(
      """
      kind tie, ties : term { inverse: tie }
      tie owner "owns it" { inverse: owned }
      tie owned "is owned"
      """)
    #expect(notebook.field("owned", "inverse") == "owner")
  }

  @Test func treesMayShareAWordAndAFieldChoosesItsOwn() {
    notebook.enter(
      """
      source ap "AP" { reliability: B }
      charge count_one { proceeding: charged per ap as charged }
      """)
    #expect(notebook.record("count_one") != nil)
    #expect(notebook.field("count_one", "proceeding") == "charged")
    #expect(notebook.lines("count_one", "proceeding").first?.contains("AP") == true)
  }

  @Test func aCircleIsRefused() {
    #expect(
      notebook.codes("kind knot, knots : term { }\nknot one : two\nknot two : three\nknot three : one").allSatisfy {
        $0 == "R408"
      })
    #expect(notebook.corpus.entities["one"] == nil)
  }

  @Test func aTreeIsNoDeeperThanAnyoneCouldRead() {
    var text = "kind knot, knots : term { }\nknot k0 \"first\"\n"
    for number in 1...2000 { text += "knot k\(number) : k\(number - 1)\n" }
    #expect(Set(notebook.codes(text)) == ["R409"])
  }
}
