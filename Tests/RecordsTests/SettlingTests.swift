import Testing

/// What the claims about one field come to.
@Suite struct SettlingTests {
  static let sources = """
    source ap "AP" { reliability: B }
    source un "UN" { reliability: A }
    source gov "Ministry" { reliability: F }

    """

  private func notebook(_ body: String) -> Notebook { Notebook(SettlingTests.sources + "case c { \(body) }") }

  @Test func whatNobodyRecordedIsUnknownAndAListIsEmpty() {
    let notebook = notebook("")
    #expect(notebook.field("c", "host") == "unknown (not_recorded)")
    #expect(notebook.field("c", "relatives") == "[]")
  }

  @Test func claimsThatSayTheSameSupportEachOther() {
    #expect(notebook("host: Laos per ap\nhost: Laos per un").field("c", "host") == "Laos")
  }

  @Test func claimsThatDisagreeKeepEveryCandidate() {
    #expect(
      notebook("host: Laos per ap\nhost: Thailand per un").field("c", "host") == "disputed: Laos or Thailand")
  }

  @Test func aTermAboveAgreesWithATermBelow() {
    let notebook = notebook("channel: irregular_channel per ap\nchannel: lure per un")
    #expect(notebook.field("c", "channel") == "lure")
    let other = self.notebook("channel: lure per un\nchannel: irregular_channel per ap")
    #expect(other.field("c", "channel") == "lure")
  }

  @Test func twoTermsBelowOneThatAgreesWithBothAreDisputed() {
    let notebook = notebook("channel: irregular_channel per ap\nchannel: lure per un\nchannel: persuasion per gov")
    #expect(notebook.field("c", "channel") == "disputed: lure or persuasion")
  }

  @Test func aMonthAgreesWithOneOfItsDays() {
    let notebook = Notebook(
      SettlingTests.sources + "notice n { issued: 2022-05 per ap\nissued: 2022-05-03 per un\nissued: 2022 per gov }")
    #expect(notebook.field("n", "issued") == "2022-05-03")
  }

  @Test func twoDaysOfOneMonthAreDisputed() {
    let notebook = Notebook(
      SettlingTests.sources
        + "notice n { issued: 2022-05-03 per ap\nissued: 2022-05-07 per un\nissued: 2022-05 per gov }")
    #expect(notebook.field("n", "issued") == "disputed: 2022-05-03 or 2022-05-07")
  }

  @Test func aNumberBetweenTwoEndsAgreesWithThem() {
    let notebook = Notebook(SettlingTests.sources + "group g { size: 3.. per ap\nsize: 40 per un }")
    #expect(notebook.field("g", "size") == "40")
  }

  @Test func unknownIsNoClaimOfAValue() {
    #expect(notebook("host: unknown (withheld) per ap\nhost: Laos per un").field("c", "host") == "Laos")
    #expect(notebook("host: unknown (withheld) per ap").field("c", "host") == "unknown (withheld)")
    #expect(
      notebook("host: unknown (withheld) per ap\nhost: unknown (not_asked) per un").field("c", "host")
        == "unknown (withheld, not_asked)")
  }

  @Test func noneDisputesAnyValue() {
    #expect(notebook("channel: none per ap\nchannel: lure per un").field("c", "channel") == "disputed: none or lure")
    #expect(notebook("channel: none per ap").field("c", "channel") == "none")
  }

  @Test func aDenialSpeaksAgainstTheValueItStandsOn() {
    #expect(
      notebook("channel: lure per ap as alleged per gov as denied").field("c", "channel")
        == "disputed: lure or unknown (disputed)")
  }

  @Test func whoDeniesAWiderTermDeniesTheNarrowerOnes() {
    #expect(
      notebook("channel: lure per ap\nchannel: irregular_channel per gov as denied").field("c", "channel")
        == "disputed: lure or unknown (disputed)")
  }

  @Test func whoDeniesANarrowerTermLeavesTheWiderOneStanding() {
    #expect(
      notebook("channel: irregular_channel per ap\nchannel: lure per gov as denied").field("c", "channel")
        == "irregular_channel")
  }

  @Test func whatTheDenierSaysInsteadIsACandidate() {
    #expect(
      notebook("channel: lure per ap\nchannel: lure per gov as denied\nchannel: voluntary_return per gov")
        .field("c", "channel") == "disputed: lure or voluntary_return or unknown (disputed)")
  }

  @Test func aMisprintNeitherSupportsNorDisputes() {
    #expect(
      notebook("host: Laos per ap\nhost: Thailand per un as misprint").field("c", "host") == "Laos")
    #expect(notebook("host: Thailand per un as misprint").field("c", "host") == "unknown (not_recorded)")
    #expect(notebook("host: Laos per ap\nhost: Thailand per un as retracted").field("c", "host") == "Laos")
  }

  @Test func listsUnite() {
    #expect(
      notebook("transit: [Laos, Thailand] per ap\ntransit: [Thailand, Myanmar] per un").field("c", "transit")
        == "[Laos, Thailand, Myanmar]")
    #expect(notebook("transit: Laos per ap").field("c", "transit") == "[Laos]")
  }

  @Test func aListWithoutMembersIsOpenAndNoneIsClosed() {
    #expect(notebook("transit: none per ap").field("c", "transit") == "none")
    #expect(notebook("transit: unknown (not_asked) per ap").field("c", "transit") == "unknown (not_asked)")
    #expect(
      notebook("transit: none per ap\ntransit: Laos per un").field("c", "transit") == "disputed: none or [Laos]")
  }

  // MARK: Over time

  @Test func aFieldOverTimeIsItsLatestValue() {
    let notebook = notebook(
      "outcome: left_again at 2019-03-02 per ap\noutcome: returned_by_force at 2019-02-15 per ap")
    #expect(
      notebook.field("c", "outcome") == "returned_by_force at 2019-02-15, left_again at 2019-03-02; now left_again")
  }

  @Test func aFieldOverTimeWithoutDatesIsAPlainValue() {
    #expect(notebook("outcome: returned per ap\noutcome: extradited per un").field("c", "outcome") == "extradited")
    #expect(
      notebook("outcome: unknown (source_did_not_know) per ap").field("c", "outcome")
        == "unknown (source_did_not_know)")
  }

  @Test func twoValuesOnOneDayAreDisputed() {
    let notebook = notebook("outcome: dead at 2019-02-15 per ap\noutcome: injured at 2019-02-15 per un")
    #expect(
      notebook.field("c", "outcome")
        == "disputed: dead or injured at 2019-02-15; now disputed: dead or injured")
  }

  @Test func aWiderClaimJoinsTheNarrowerMoment() {
    let notebook = notebook("outcome: returned at 2019-02 per ap\noutcome: returned_by_force at 2019-02-15 per un")
    #expect(notebook.field("c", "outcome") == "returned_by_force at 2019-02-15; now returned_by_force")
  }

  @Test func anUnknownAtTheEndDoesNotHideItself() {
    let notebook = notebook(
      "outcome: held_abroad at 2019-02-15 per ap\noutcome: unknown (source_did_not_know) at 2020 per un")
    #expect(
      notebook.field("c", "outcome")
        == "held_abroad at 2019-02-15, unknown (source_did_not_know) at 2020; now unknown (source_did_not_know)")
  }

  @Test func whereTheOrderIsOpenTheLatestIsToo() {
    let notebook = notebook("outcome: injured at 2019 per ap\noutcome: dead at 2019-03 per un")
    #expect(
      notebook.field("c", "outcome")
        == "injured at 2019, dead at 2019-03; now disputed: injured or dead")
  }
}
