import Diagnostics
import Testing

/// What is wrong with records, and where.
@Suite struct MistakeTests {
  let notebook = Notebook()

  private func only(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Diagnostic {
    let found = notebook.enter(text)
    #expect(found.count == 1, "\(found.map { "\($0.code) \($0.message)" })", sourceLocation: sourceLocation)
    return try #require(found.first)
  }

  private func marked(_ diagnostic: Diagnostic) -> String? {
    diagnostic.place.map { $0.source.text(in: $0.range) }
  }

  @Test func anUnknownFieldIsShownWithTheOneThatIsNear() throws {
    let found = try only("case c { hots: Laos }")
    #expect(found.code == "R251")
    #expect(found.message == "a case has no field `hots`")
    #expect(found.help == "did you mean `host`?")
    #expect(marked(found) == "hots")
  }

  @Test func anUnknownKindIsShown() throws {
    let found = try only("tactik c \"x\" { }")
    #expect(found.help == "did you mean `tactic`?")
    #expect(marked(found) == "tactik")
  }

  @Test func aTermMayBeMisspelt() throws {
    let found = try only("case c { channel: lur }")
    #expect(found.code == "R252")
    #expect(found.help == "did you mean `lure`?")
  }

  @Test func theSpellingOfASourceIsNeverGuessed() throws {
    notebook.enter("source sd110 { }\nsource sd120 { }")
    let found = try only("case c { host: Laos per sd11 }")
    #expect(found.code == "R252")
    #expect(found.message == "there is no source `sd11`")
    #expect(found.help == "known: `sd110`, `sd120`")
  }

  @Test func capitalsAreNoGuess() throws {
    let found = try only("case c { host: laos }")
    #expect(found.help == "it is written `Laos`, a jurisdiction")
  }

  @Test func aWrongTypeSaysWhatItMustBeAndWhatItIs() throws {
    let found = try only("source s { published: 12 }")
    #expect(found.code == "R400")
    #expect(found.message == "`published` must be a date, not a number")
    #expect(marked(found) == "12")
    #expect(try only("source s { published: \"May 2022\" }").message == "`published` must be a date, not a text")
    #expect(try only("source s { publisher: Laos }").message == "`publisher` must be a text, not a jurisdiction")
    #expect(try only("case c { host: \"Laos\" }").message == "`host` must be a jurisdiction, not a text")
    #expect(try only("group g { size: true }").message == "`size` must be a number, not a truth")
  }

  @Test func aRecordOfTheWrongKindIsShownWithItsDeclaration() throws {
    notebook.enter("source s { }")
    let found = try only("case c { host: s }")
    #expect(found.code == "R401")
    #expect(found.message == "`host` must be a jurisdiction, and `s` is a source")
    #expect(found.others.count == 1)
  }

  @Test func aWordOfSeveralTreesAsksWhich() throws {
    notebook.enter("kind mixed { what: proceeding or status }")
    let found = try only("mixed m { what: charged }")
    #expect(found.code == "R208")
    #expect(found.help == "write `proceeding.charged` or `status.charged`")
    #expect(notebook.codes("mixed m { what: status.charged }") == [])
    #expect(notebook.field("m", "what") == "charged")
  }

  @Test func aNameUsedTwiceShowsBothPlaces() throws {
    let found = try only("source s { }\nsource s { }")
    #expect(found.code == "R203")
    #expect(found.others.count == 1)
    #expect(try only("case c { relative mother { }\n relative mother { } }").code == "R203")
    #expect(try only("case killing { }").code == "R203")
    #expect(try only("case cases { }").code == "R205")
  }

  @Test func aCaseHasOneTarget() throws {
    let found = try only("case c { target { }\n target { } }")
    #expect(found.code == "R254")
  }

  @Test func nothingInsideOfThatName() throws {
    notebook.enter("case a { relative mother { } }")
    let found = try only("case b { 2022 surveillance on a.father }")
    #expect(found.code == "R253")
    #expect(found.help == "it holds: `mother`")
    #expect(notebook.codes("case b { 2022 surveillance on a.mother }") == [])
  }

  @Test func oneValueIsNoList() throws {
    #expect(try only("case c { host: [Laos, China] }").code == "R402")
    #expect(try only("case c { 2022 surveillance in Laos, China }").code == "R402")
  }

  @Test func onlyAFieldOverTimeTakesDates() throws {
    #expect(try only("case c { host: Laos at 2022 }").code == "R403")
  }

  @Test func whatIsWorkedOutIsNotWritten() throws {
    #expect(try only("case c { tactics: [killing] }").code == "R405")
    #expect(try only("tactic t : killing { family: assault }").code == "R405")
  }

  @Test func aRecordStandsWhereAFieldTakesIt() throws {
    #expect(try only("case c { source s { } }").code == "R406")
  }

  @Test func onlyTermsHaveParents() throws {
    notebook.enter("person p { }")
    #expect(try only("person q : p { }").code == "R407")
    #expect(try only("tactic t : tactic \"x\"").code == "R407")
  }

  @Test func kindsStandInNoCircle() throws {
    #expect(notebook.codes("kind a : b { }\nkind b : a { }").contains("R262"))
    #expect(notebook.corpus.kinds["a"] == nil)
  }

  @Test func aTypeThatDoesNotExist() throws {
    #expect(try only("kind a { x: txet }").help == "did you mean `text`?")
    #expect(try only("kind a { x: persons }").help == "write `person` for one, `list of person` for several")
    #expect(try only("kind a { x: list of text over time }").code == "R263")
    #expect(try only("extend kind case { host: text }").code == "R261")
  }

  @Test func aReasonIsOneOfTheList() throws {
    #expect(try only("case c { host: unknown (witheld) }").code == "R217")
  }

  @Test func aPrivateFieldIsWrittenAndStaysPrivate() throws {
    #expect(try only("kind a { private x: text = \"…\" }").code == "R615")
    #expect(try only("kind a { private x: text = .y, y: text }").code == "R615")
    #expect(try only("kind a { private x: text }\nkind b : a { x: text }").code == "R616")
    #expect(try only("kind a { }\nkind b : a { x: text }\nextend kind a { private x: text }").code == "R616")
    #expect(notebook.codes("kind c { x: text }\nkind d : c { private x: text }") == [])
  }

  @Test func aPrivateValueIsNotQuoted() throws {
    #expect(notebook.codes("kind a { private x: date, private y: list of person }") == [])
    for value in ["x: \"the third of May\"", "x: 12 officers", "x: amina", "y: amina", "y: [amina, 3]", "y: \"Amina\""]
    {
      let message = try only("a one { \(value) }")
      #expect(message.code == "R614")
      #expect(message.label.isEmpty && message.others.isEmpty && message.notes.isEmpty)
      for word in ["May", "12", "mina"] { #expect(!"\(message.message) \(message.help ?? "")".contains(word)) }
    }
  }

  @Test func setsHoldNames() throws {
    #expect(try only("set s = 5").code == "R420")
    #expect(try only("set s = [5]").code == "R420")
    #expect(try only("set s = [killing, nobody]").code == "R252")
    #expect(notebook.codes("set s = [killing, assault]") == [])
    #expect(notebook.corpus.sets["s"]?.members.count == 2)
  }

  @Test func tenMistakesGiveTenMessages() {
    var text = "case c {\n"
    for number in 1...10 { text += "  nothing\(number): 1\n" }
    #expect(notebook.codes(text + "}").count == 10)
  }

  @Test func recordsInRecordsEndSomewhere() {
    var text = "kind box, boxes { boxes: list of box }\nbox b0 {"
    for number in 1...80 { text += "box b\(number) {" }
    text += String(repeating: "}", count: 81)
    let codes = notebook.codes(text)
    #expect(!codes.isEmpty && codes.allSatisfy { $0 == "R409" || $0.hasPrefix("R1") })
  }
}
