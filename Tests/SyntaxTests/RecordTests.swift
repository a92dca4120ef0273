import Diagnostics
import Testing

@testable import Syntax

/// Records read like sentences, and hold data only.
@Suite struct RecordTests {
  /// The lines of a case with this body.
  private func lines(_ body: String, _ place: SourceLocation = #_sourceLocation) -> String {
    let text = tree("case a {\n\(body)\n}", place)
    let prefix = "(record case a (body "
    #expect(text.hasPrefix(prefix), sourceLocation: place)
    return String(text.dropFirst(prefix.count).dropLast(2))
  }

  @Test func insideARecordTheNameMayBeLeftOut() {
    #expect(lines("target { gender: female }") == "(record target (body (field gender female)))")
    #expect(lines("target: wei") == "(field target wei)")
    #expect(lines("target person { x: 1 }") == "(record target person (body (field x 1)))")
  }

  @Test func parentAndLabelStandInEitherOrder() {
    let both = "(record tactic t \"label\" : parent)"
    #expect(tree("tactic t : parent \"label\"") == both)
    #expect(tree("tactic t \"label\" : parent") == both)
    #expect(codes("tactic t") == ["R113"])
    #expect(codes("tactic t : a : b") == ["R119"])
  }

  @Test func aCommentThatHoldsTheBraceIsPointedAt() throws {
    let mistake = try firstMistake("kind k { a: text  ## meaning }")
    #expect(mistake.code == "R103")
    #expect(mistake.others.count == 1)
    let program = parse(Source(name: "test", text: "kind k { a: text  ## meaning }"), as: .entry)
    #expect(!program.isIncomplete)
  }

  @Test func theBraceStandsOnTheLineItBelongsTo() {
    #expect(codes("case x \"a\"\n{ origin: China }") == ["R112"])
    #expect(codes("case x \"a\"\n{ origin: China }", as: .entry) == ["R112"])
    #expect(codes("case x\n{ origin: China }") == ["R112"])
    #expect(codes("fn f()\n{ 1 }").first == "R112" || codes("fn f()\n{ 1 }").first == "R101")
  }

  @Test func aForgottenColonIsToldAtOnce() throws {
    #expect(codes("case x { origin China }") == ["R113"])
    #expect(try help("case x { origin China }").contains("origin: China"))
  }

  @Test func aNameIsOneWordOrStandsInBackticks() throws {
    #expect(codes("case a { host: United Arab Emirates }") == ["R121"])
    #expect(try help("case a { host: United Arab Emirates }").contains("`United Arab Emirates`"))
    #expect(codes("case a { host: Guinea-Bissau }") == ["R117"])
  }

  @Test func aCommaGoesOnASourceListOrEndsTheField() {
    #expect(lines("origin: China per a, host: Laos") == "(field origin China (per a)) (field host Laos)")
    #expect(lines("origin: China per a, b") == "(field origin China (per a b))")
    #expect(
      lines("origin: China per a, 2022-05 t") == "(field origin China (per a)) (event @2022-05 t)")
  }

  @Test func aLineThatBeginsWithAWordOfAnEventGoesOn() {
    let event =
      "(event @2022-10 closure_ordered (by Ireland) (via bob carl) (in Laos) \"remark\" (per (irish_dfa p. 12-14)) (as found))"
    #expect(
      lines(
        "2022-10 closure_ordered by Ireland\n via bob, carl\n in Laos\n \"remark\"\n per irish_dfa p. 12-14\n as found")
        == event)
    #expect(lines("in: Laos\nper: a\nby: c") == "(field in Laos) (field per a) (field by c)")
    #expect(lines("host: Laos\n  per a\n  at 2022") == "(field host Laos (per a) (at @2022))")
  }

  @Test func locatorsArePagesOrTexts() {
    #expect(lines("a: b per s p. 12") == "(field a b (per (s p. 12)))")
    #expect(lines("a: b per s p. 1200-1204") == "(field a b (per (s p. 1200-1204)))")
    #expect(lines("a: b per s p. 12, t") == "(field a b (per (s p. 12) t))")
    #expect(lines("a: b per rtl \"minute 14:20\"") == "(field a b (per (rtl \"minute 14:20\")))")
    #expect(
      lines("a: b per garland in doj_remarks after ap p. 2")
        == "(field a b (per (garland in doj_remarks after ap p. 2)))")
    #expect(codes("case a { b: c per s pp. 12 }") == ["R137"])
  }

  @Test func eachPerOpensAClaim() {
    #expect(
      lines("plea: guilty per ap_1020 as alleged per plea_2024 as admitted \"in court\"")
        == "(field plea guilty (per ap_1020) (as alleged) (per plea_2024) (as admitted \"in court\"))")
  }

  @Test func rolesStandInAnyOrderEachOnce() {
    #expect(lines("2022-05 t on a, b by c") == "(event @2022-05 t (on a b) (by c))")
    #expect(
      lines("2022-05 t by unknown (withheld) via none on \"a man\"")
        == "(event @2022-05 t (by (unknown withheld)) (via none) (on \"a man\"))")
    #expect(codes("case a { 2022-05 t by a by b }") == ["R119"])
    #expect(codes("case a { 2022-05 t \"remark\" on a }") == ["R120"])
  }

  @Test func anEventWithoutADateBeginsWithUnknown() {
    #expect(lines("unknown detained on a") == "(event (unknown) detained (on a))")
    #expect(lines("unknown (withheld) detained") == "(event (unknown withheld) detained)")
  }

  @Test func aStageStandsBeforeTheAct() {
    #expect(
      lines("2022-05~ threatened utility_cut by police") == "(event @2022-05~ threatened utility_cut (by police))")
  }

  @Test func aRecordHoldsDataOnly() {
    #expect(codes("case a { note: \"costs {100}\" }") == ["R116"])
    #expect(lines("note: \"costs \\{100\\}\"") == "(field note \"costs {100}\")")
    #expect(codes("case a { age: 3 + 4 }") == ["R117"])
    #expect(codes("case a { host: country(\"KH\") }") == ["R117"])
    #expect(codes("case a { note: \"x {1}\", age: 3 + 4, host: country(\"KH\") }") == ["R116", "R117", "R117"])
  }

  @Test func numbersMayBeOpenRoughAndHaveAUnit() {
    #expect(lines("a: 102.. stations") == "(field a (number 102.. stations))")
    #expect(lines("a: 2..5, b: 3..") == "(field a 2..5) (field b 3..)")
    #expect(lines("a: about 16 months") == "(field a (about-span 16 month))")
    #expect(lines("a: 11_000 dollars") == "(field a (number 11000 dollars))")
    #expect(lines("a: 3 years 10 months") == "(field a (span 3 year 10 month))")
    #expect(lines("a: about 16, b: -5") == "(field a (about 16)) (field b -5)")
  }

  @Test func aMissingCommaIsNoUnit() throws {
    #expect(codes("case a { size: 5 standing: worker }") == ["R118"])
    #expect(try marked("case a { size: 5 standing: worker }") == "standing")
  }

  @Test func fieldsOverTimeHaveADate() {
    #expect(lines("outcome: left at 2019-03-02 \"remark\"") == "(field outcome left at @2019-03-02 \"remark\")")
    #expect(lines("outcome: left at 2019") == "(field outcome left at @2019)")
  }

  @Test func dataOfEveryShape() {
    #expect(lines("a: [1, \"b\", c.d, 2022-05]") == "(field a [1 \"b\" c.d @2022-05])")
    #expect(lines("a: { en: \"x\", zh: \"y\" }") == "(field a {en: \"x\" zh: \"y\"})")
    #expect(
      lines("a: unknown (withheld), b: none, c: true") == "(field a (unknown withheld)) (field b none) (field c true)")
    #expect(lines("a: 2022-05..2022-09, b: @\"2022-1X\"") == "(field a @2022-05..@2022-09) (field b @2022-1X)")
  }

  @Test func listsMayBeComplete() {
    #expect(lines("relatives complete as of 2022-06 per b") == "(complete relatives @2022-06 (per b))")
  }

  @Test func expectationsStandInARecord() {
    #expect(lines("expect count(.events) == 6") == "(expect (== (call count .events) 6))")
  }

  @Test func declarations() {
    #expect(tree("extend a.b per c { x: 1 }") == "(extend a.b (per c) (field x 1))")
    #expect(tree("extend kind case { x: text }") == "(extend-kind case (x text))")
    #expect(tree("same a, b per c") == "(same a b (per c))")
    #expect(tree("set s \"l\" at 2021-11 per x = [a, b]") == "(set s \"l\" (at @2021-11) (per x) [a b])")
    #expect(tree("set s where .x is a or .y") == "(set s (where (or (is .x a) .y)))")
    #expect(
      tree(
        "kind visit, visits \"v\" : event {\n  private who: text or person\n  n: number over time\n  m: number = 1\n}")
        == "(kind visit visits \"v\" : event (who private text|person) (n number over-time) (m number = 1))")
    #expect(
      tree(
        "rule r(c) \"{c} went\" per s {\n  let x = 1\n  require a \"in China\"\n    or b \"a citizen\"\n  unless c per t\n}"
      )
        == "(rule r (params c) (text c \" went\") (per s) (let x 1) (require (a \"in China\") (b \"a citizen\")) (unless c (per t)))"
    )
  }

  @Test func whatBelongsInARecordIsRefusedOutside() {
    #expect(codes("origin: China") == ["R114"])
    #expect(codes("2022-05 arrested by police") == ["R115"])
    #expect(codes("case a { let x = 1 }") == ["R135"])
    #expect(codes("case a { }\nper doj") == ["R134"])
  }
}
