import Records
import Testing

/// Who says a thing: `per`, `as`, `at`, and what a sentence makes of them.
@Suite struct ClaimTests {
  static let sources = """
    source sd110 "110 Overseas" { publisher: "Safeguard Defenders" }
    source doj "Remarks" { publisher: "US Department of Justice" }
    source ap { publisher: "AP" }
    person garland "Merrick Garland" { }

    """

  @Test func aLineWithoutASourceHasTheOneOfItsRecord() throws {
    let notebook = Notebook(ClaimTests.sources + "case c per sd110 {\n  host: Laos\n  origin: China per ap p. 3\n}")
    #expect(
      notebook.lines("c", "host") == [#"Safeguard Defenders, "110 Overseas": reported — test.rep:6"#])
    #expect(notebook.lines("c", "origin") == ["AP, p. 3: reported — test.rep:7"])
  }

  @Test func aRecordInsideHasTheSourceOfTheOneAround() {
    let notebook = Notebook(ClaimTests.sources + "case c per ap {\n  relative mother { residence: China }\n}")
    #expect(notebook.lines("c.mother", "residence") == ["AP: reported — test.rep:6"])
    #expect(notebook.lines("c", "relatives") == ["AP: reported c.mother — test.rep:6"])
  }

  @Test func whatHasNoSourceSaysSo() {
    let notebook = Notebook("case c { host: Laos }")
    #expect(notebook.lines("c", "host") == ["the author, who names no source: recorded — test.rep:1"])
    #expect(notebook.lines("c", "origin") == ["nobody recorded it"])
  }

  @Test func eachPerOpensAClaimAndItsStatusIsItsOwn() throws {
    let notebook = Notebook(
      ClaimTests.sources + "case c {\n  channel: lure per ap p. 12 as alleged per doj as admitted at 2024-05\n}")
    #expect(
      notebook.lines("c", "channel") == [
        "AP, p. 12: alleged — test.rep:6",
        #"US Department of Justice, "Remarks": admitted (2024-05) — test.rep:6"#,
      ])
  }

  @Test func aStatusWithoutASourceBelongsToTheSourceOfTheRecord() {
    let notebook = Notebook(ClaimTests.sources + "case c per ap {\n  channel: lure as alleged per doj\n}")
    #expect(
      notebook.lines("c", "channel") == [
        "AP: alleged — test.rep:6", #"US Department of Justice, "Remarks": reported — test.rep:6"#,
      ])
  }

  @Test func aSpeakerIsNotTheSource() {
    let notebook = Notebook(
      ClaimTests.sources + "case c {\n  channel: lure per garland in doj after ap p. 2-3 as alleged\n}")
    #expect(
      notebook.lines("c", "channel") == [
        #"Merrick Garland in US Department of Justice, "Remarks" after AP, pp. 2–3: alleged — test.rep:6"#
      ])
  }

  @Test func aPersonAloneIsNoSource() {
    let notebook = Notebook()
    #expect(notebook.codes(ClaimTests.sources + "case c { host: Laos per garland }") == ["R401"])
  }

  @Test func aDisputeShowsWhoSaysWhat() {
    let notebook = Notebook(
      ClaimTests.sources
        + "case c {\n  host: Laos per ap\n  host: Thailand per doj\n  host: Laos per sd110 as denied\n}")
    #expect(
      notebook.lines("c", "host") == [
        "AP: reported Laos — test.rep:6",
        #"US Department of Justice, "Remarks": reported Thailand — test.rep:7"#,
        #"Safeguard Defenders, "110 Overseas": denied Laos — test.rep:8"#,
      ])
  }

  @Test func aMisprintIsShownAndSaysThatItDoesNotCount() {
    let notebook = Notebook(
      ClaimTests.sources + "case c {\n  host: Laos per ap\n  host: Thailand per doj as misprint\n}")
    #expect(
      notebook.lines("c", "host") == [
        "AP: reported Laos — test.rep:6",
        #"US Department of Justice, "Remarks": misprint Thailand, counted neither for nor against — test.rep:7"#,
      ])
  }

  @Test func whoDeniesAnEventDeniesTheActAndNotItsDate() {
    let notebook = Notebook(
      ClaimTests.sources + "case c {\n  2022-05 abduction in Laos per ap per doj as denied\n}")
    #expect(notebook.events("c", "act") == ["disputed: abduction or none"])
    #expect(notebook.events("c", "date") == ["2022-05"])
    #expect(notebook.events("c", "place") == ["Laos"])
  }

  @Test func anExtensionAddsClaimsFromElsewhere() {
    let notebook = Notebook(
      ClaimTests.sources + "extend c per ap { host: Laos\n relative brother { } }\ncase c per doj { host: Laos }")
    #expect(notebook.field("c", "host") == "Laos")
    #expect(notebook.lines("c", "host").count == 2)
    #expect(notebook.field("c", "relatives") == "[c.brother]")
  }

  @Test func anExtensionAddsToAnEventWithAName() {
    let notebook = Notebook(
      ClaimTests.sources
        + "case c per ap { event visit { act: intimidation, date: 2022-05 } }\n"
        + "extend c per doj { event visit { date: 2022-05-03 } }"
    )
    #expect(notebook.events("c", "date") == ["2022-05-03"])
    #expect(notebook.events("c", "act") == ["intimidation"])
  }

  @Test func aRecordWithoutASourceIsPointedAt() {
    let notebook = Notebook(
      ClaimTests.sources + "case a per ap { host: Laos\n relative mother { residence: China } }\n"
        + "case b { host: Laos\n 2022 surveillance per ap\n relative mother { residence: China } }")
    let found = notebook.declarations.warnings()
    #expect(found.map(\.message) == ["no source is named for 2 things in `b`"])
    #expect(found.map(\.severity) == [.warning])
  }
}
