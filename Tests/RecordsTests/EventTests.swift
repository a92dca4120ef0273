import Testing

/// Event lines, and what goes without saying in them.
@Suite struct EventTests {
  static let phnomPenh = """
    source sd110 "110 Overseas" { publisher: "Safeguard Defenders" }
    case phnom_penh "Restaurant owner in Phnom Penh" per sd110 {
      origin: China
      host:   Cambodia
      target { gender: female, occupation: "restaurant owner" }
      relative mother { residence: China }

      2022-03   demand_return by police on target { ground: no_go_country }
      2022-05~  public_listing on target "as a suspect of telecom fraud"
      2022-05~  threatened utility_cut by police on mother
      2022-05..2022-09  defacement on mother { words: "home of a fraudster" }
      2022-05..2022-09  home_notice by police on mother
      2022-05..2022-09  persuasion_by_proxy via village_council on mother

      outcome: unknown (source_did_not_know) "could not say whether she returned"
    }
    """

  @Test func theCaseOfPhnomPenh() {
    let notebook = Notebook(EventTests.phnomPenh)
    #expect(
      notebook.events("phnom_penh", "act") == [
        "demand_return", "public_listing", "utility_cut", "defacement", "home_notice", "persuasion_by_proxy",
      ])
    #expect(
      notebook.events("phnom_penh", "stage") == [
        "carried_out", "carried_out", "threatened", "carried_out", "carried_out", "carried_out",
      ])
    #expect(
      notebook.events("phnom_penh", "date") == [
        "2022-03", "2022-05~", "2022-05~", "2022-05..2022-09", "2022-05..2022-09", "2022-05..2022-09",
      ])
    #expect(notebook.field("phnom_penh", "outcome") == "unknown (source_did_not_know)")
    #expect(notebook.events("phnom_penh", "remark")[1] == "\"as a suspect of telecom fraud\"")
    #expect(notebook.events("phnom_penh", "ground")[0] == "no_go_country")
  }

  @Test func anActorWithoutAStateIsTheOrigins() throws {
    let notebook = Notebook(EventTests.phnomPenh)
    #expect(notebook.events("phnom_penh", "by")[0] == "[police (China)]")
    #expect(notebook.events("phnom_penh", "via")[5] == "[village_council (China)]")
    let kind = try #require(notebook.corpus.kinds["event"])
    let event = try #require(notebook.corpus.all(kind).first)
    let position = try #require(event.kind.position(of: "by"))
    guard case .list(let actors) = event.fields[position], case .entity(let actor) = actors.first else {
      Issue.record("no actor")
      return
    }
    let police = try #require(notebook.term("police"))
    #expect(actor.isUnder(police))
  }

  @Test func anActorOfTheHostIsTheHosts() {
    let notebook = Notebook("case c { origin: China, host: Laos\n 2022 detention_by_host by host_police }")
    #expect(notebook.events("c", "by") == ["[host_police (Laos)]"])
  }

  @Test func withoutAnOriginAnActorStaysWhatItIs() {
    let notebook = Notebook("case c { 2022 surveillance by police }")
    #expect(notebook.events("c", "by") == ["[police]"])
  }

  @Test func aRelativeBearsTheNameOfItsKinship() {
    let notebook = Notebook(EventTests.phnomPenh)
    #expect(notebook.field("phnom_penh.mother", "kinship") == "mother")
    #expect(notebook.field("phnom_penh.mother", "of") == "phnom_penh.target")
    let other = Notebook("case c { relative li { kinship: brother }\n relative aunt { kinship: uncle_aunt } }")
    #expect(other.field("c.li", "kinship") == "brother")
    #expect(other.field("c.aunt", "kinship") == "uncle_aunt")
  }

  @Test func theTargetIsCalledByItsRole() {
    let notebook = Notebook(EventTests.phnomPenh)
    #expect(notebook.events("phnom_penh", "on")[0] == "[phnom_penh.target]")
    #expect(notebook.events("phnom_penh", "on")[2] == "[phnom_penh.mother]")
    #expect(notebook.events("phnom_penh", "aimed_at")[2] == "phnom_penh.target")
  }

  @Test func aPersonKnownFromElsewhereCanBeTheTarget() {
    let notebook = Notebook("case c { 2022 surveillance on target\n target: wei }\nperson wei { gender: male }")
    #expect(notebook.field("c", "target") == "wei")
    #expect(notebook.events("c", "on") == ["[wei]"])
  }

  @Test func aTargetMayHaveAName() {
    let notebook = Notebook(
      "case c { target wei { gender: male }\n 2022 surveillance on wei\n 2023 abduction on target }")
    #expect(notebook.events("c", "on") == ["[c.wei]", "[c.wei]"])
    #expect(notebook.field("c", "target") == "c.wei")
  }

  @Test func whoeverHasNoRecordIsNamedInWords() {
    let notebook = Notebook(
      """
      case c {
        2022-05 surveillance by "two men", unknown (withheld) on none
        unknown (withheld) surveillance by unknown (source_did_not_know)
      }
      """)
    #expect(
      notebook.events("c", "by") == ["[\"two men\", unknown (withheld)]", "unknown (source_did_not_know)"])
    #expect(notebook.events("c", "on") == ["none", "[]"])
    #expect(notebook.events("c", "date") == ["2022-05", "unknown (withheld)"])
  }

  @Test func anEventWithANameStandsAmongTheOthers() {
    let notebook = Notebook(
      """
      case c {
        2022-05 surveillance
        event visit { act: intimidation, date: 2022-06, stage: attempted }
        2022-07 abduction { after: visit }
      }
      """)
    #expect(notebook.events("c", "act") == ["surveillance", "intimidation", "abduction"])
    #expect(notebook.events("c", "stage") == ["carried_out", "attempted", "carried_out"])
    #expect(notebook.events("c", "after")[2] == "c.visit")
  }

  @Test func aYearStandsWhereADateStands() {
    let notebook = Notebook(
      "case c { 2022 surveillance\n 2016..2019 abduction\n 2020/2021 surveillance }\nnotice n { issued: 2021 }")
    #expect(notebook.events("c", "date") == ["2022", "2016..2019", "2020/2021"])
    #expect(notebook.field("n", "issued") == "2021")
  }

  @Test func quantitiesKeepTheirEndsAndUnits() {
    let notebook = Notebook(
      "case c { 2022 mass_handover { size: 3.., count: 2..5, amount: 11_000 dollars, prison: 3 years 10 months } }")
    #expect(notebook.events("c", "count") == ["2–5"])
    #expect(notebook.events("c", "amount") == ["11000 dollars"])
    #expect(notebook.events("c", "prison") == ["3 years 10 months"])
  }
}
