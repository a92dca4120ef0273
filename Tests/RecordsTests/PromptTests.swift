import Diagnostics
import Testing

/// Entries at the prompt: each adds to the rest, a wrong one adds nothing, a record written again replaces itself.
@Suite struct PromptTests {
  let notebook = Notebook("case c { host: Laos\n relative mother { residence: China }\n 2022 surveillance on mother }")

  private func enter(_ text: String) -> [Diagnostic] { notebook.enter(text, named: "<prompt>", replacing: true) }

  @Test func aWrongEntryAddsNothing() {
    let records = notebook.corpus.records.count
    let claims = notebook.corpus.claimCount
    let found = enter(
      """
      kind visit, visits : event { length: span }
      extend kind case { docket: text }
      extend c { origin: China }
      source ap { }
      set s = [killing]
      case d { hots: Laos }
      """)
    #expect(found.map(\.code) == ["R251"])
    #expect(notebook.corpus.records.count == records)
    #expect(notebook.corpus.claimCount == claims)
    #expect(notebook.corpus.kinds["visit"] == nil)
    #expect(notebook.corpus.plurals["visits"] == nil)
    #expect(notebook.corpus.kinds["case"]?.field("docket") == nil)
    #expect(notebook.corpus.sets["s"] == nil)
    #expect(notebook.record("ap") == nil)
    #expect(notebook.field("c", "host") == "Laos")
    #expect(notebook.field("c", "origin") == "unknown (not_recorded)")
    #expect(enter("extend c { origin: China }").isEmpty)
    #expect(notebook.field("c", "origin") == "China")
  }

  @Test func anEntryAddsToWhatIsThere() {
    #expect(enter("extend c { 2023 abduction by police on mother\n origin: China }").isEmpty)
    #expect(notebook.events("c", "act") == ["surveillance", "abduction"])
    #expect(notebook.events("c", "by")[1] == "[police (China)]")
  }

  @Test func anOriginThatIsLearntLaterReachesEarlierEvents() {
    let notebook = Notebook("case c { 2022 surveillance by police }")
    #expect(notebook.events("c", "by") == ["[police]"])
    notebook.enter("extend c { origin: China }")
    #expect(notebook.events("c", "by") == ["[police (China)]"])
  }

  @Test func aFieldThatIsAddedLaterIsThereForAll() {
    #expect(enter("extend kind person { height: number }").isEmpty)
    #expect(notebook.field("c.mother", "height") == "unknown (not_recorded)")
    #expect(enter("extend c.mother { height: 160 }").isEmpty)
    #expect(notebook.field("c.mother", "height") == "160")
    #expect(notebook.field("c.mother", "kinship") == "mother")
  }

  @Test func aRecordWrittenAgainReplacesTheOneBefore() throws {
    let before = notebook.record("c")
    let mother = notebook.record("c.mother")
    let found = enter("case c \"again\" { host: Thailand\n relative mother { residence: Laos } }")
    #expect(found.map(\.code) == ["R430"])
    #expect(found.first?.severity == .note)
    #expect(notebook.record("c") === before)
    #expect(notebook.record("c.mother") === mother)
    #expect(notebook.field("c", "host") == "Thailand")
    #expect(notebook.field("c.mother", "residence") == "Laos")
    #expect(notebook.events("c", "act") == [])
    #expect(before?.label == "again")
    let kind = try #require(notebook.corpus.kinds["event"])
    #expect(notebook.corpus.all(kind).isEmpty)
  }

  @Test func aWrongReplacementLeavesTheOneBefore() {
    #expect(enter("case c { host: Thailand\n hots: Laos }").map(\.code).contains("R251"))
    #expect(notebook.field("c", "host") == "Laos")
    #expect(notebook.events("c", "act") == ["surveillance"])
    #expect(notebook.field("c", "relatives") == "[c.mother]")
    #expect(notebook.field("c.mother", "residence") == "China")
  }

  @Test func whatWasAddedFromElsewhereStays() {
    #expect(enter("extend c { origin: China\n relative brother { } }").isEmpty)
    #expect(enter("case c { host: Thailand }").map(\.code) == ["R430"])
    #expect(notebook.field("c", "origin") == "China")
    #expect(notebook.field("c", "host") == "Thailand")
    #expect(notebook.field("c", "relatives") == "[c.brother]")
  }

  @Test func whatIsStillMentionedCannotBeLeftOut() {
    #expect(enter("case d { 2022 surveillance on c.mother }").isEmpty)
    #expect(enter("case c { host: Laos }").map(\.code).contains("R431"))
    #expect(notebook.field("c", "relatives") == "[c.mother]")
  }

  @Test func inAFileANameIsUsedOnce() {
    #expect(notebook.enter("case c { }", named: "other.rep").map(\.code) == ["R203"])
  }

  @Test func aSetIsReplacedToo() {
    #expect(enter("set s = [killing]").isEmpty)
    #expect(enter("set s = [killing, assault]").map(\.code) == ["R430"])
    #expect(notebook.corpus.sets["s"]?.members.count == 2)
  }

  @Test func whatNobodyAskedIsSettledOnceMoreIsDeclared() {
    notebook.enter("case d { origin: China\n 2022 surveillance by police }", settling: false)
    notebook.enter("case e { origin: Laos }")
    #expect(notebook.field("d", "origin") == "China")
    #expect(notebook.events("d", "by") == ["[police (China)]"])
  }

  @Test func recordsMayComeInAnyOrderAndInManyFiles() {
    let notebook = Notebook()
    let found = notebook.enter(
      "case later { target: someone\n host: Laos per report }\nsource report { }\nperson someone { }")
    #expect(found.isEmpty)
  }
}
