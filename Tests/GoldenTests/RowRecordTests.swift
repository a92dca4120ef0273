import Diagnostics
import Session
import Testing

/// Records that are made of the rows of a file answer every question as the same records do that were written down.
@Suite struct RowRecordTests {
  static let questions = [
    "cases", "events", "count(cases)", "count(events)", "cases | where .origin is China | count",
    "cases | where .origin is Asia | select .origin, .host", "cases | where .outcome was returned | count",
    "cases | where .outcome at 2019 is returned | count", "cases | where .tactics has proxy_punishment | select .host",
    "cases | where any(.events, .act is proxy_punishment and .date before 2018) | count", "cases | group by .origin",
    "cases | group by .host { n: count(), back: share(.outcome was returned) }",
    "events | group by .act | sort by .act",
    "events | where .by has police | count", "events | where .case.origin is Iran | select .date, .act, .stage",
    "events | sort by .date | select .date, .by, .case", "count(cases.events)",
    "cases | where .host is unknown | count",
    "(cases | first).events", "cases | where not (.outcome is known) | undecided | count",
    "cases | describe | select .column, .known",
    "sources((cases | first).events.act)", "origins((cases | last).origin)",
    "claims((cases | first).outcome) | select .field, .value, .status, .counts",
    "events | cross by .act, .stage", "cases | top 3 by .host asc, .origin | select .host",
    "cases | add { n: count(.events) } | sort by .n desc, .host, .origin | select .n, .host",
    "cases | add { there: .host } | drop .host | group by .there", "cases | drop .origin, .outcome",
    "cases | drop .host | select .host",
    "cases | rename there: .host | sort by .there | first 2", "cases | distinct | count",
    "cases | distinct .origin, .host",
    "events | unnest .by | select .by, .date", "cases | select .origin, back: .outcome is returned | group by .back",
    "cases | join cases on .origin | count", "cases | union cases | count",
    "cases | select .host | union (cases | select .host)",
    "cases | undecided", "cases | where .origin is Asia | undecided | select .origin, .lacking",
    "any(cases, .host is Laos)",
    "cases | add { same: .origin == .host } | where .same | count", "min(events.date)", "(cases | last).origin",
    "cases | where .host is c1", "cases | where .hostt is Laos", "cases | where .origin == 3 | count",
    "cases | sample 2 seed 3",
    "events | add { n: .case.host } | group by .n", "cases | bin .outcome", "events | transitions by .case",
    "cases | where all(.events, .by has police or .date before 2018) | select .host",
    "cases | where c -> any(c.events, .act is abduction and .date during 2018) | undecided | select .host, .lacking",
    "cases | where .host is Laos and any(.events, .date after 2018-06) | count",
    "cases | add { late: any(.events, .date after 2018-06) } | group by .late",
    "events | where .case.origin is Iran and not (.case.host is Laos) | group by .case.host, .act",
    "events | where e -> e.case.outcome was returned or e.date before 2018 | select .case.outcome, .case.host",
    "cases | add { first: (.events | min .date), last: (.events | where .act is abduction | max .date) } | group by .first, .last",
    "cases | add { since: (.events | where .act is abduction | min .date) } | select .since",
    "cases | add { since: (.events | where .act is abduction | min .date) } "
      + "| where c -> any(c.events, .act is home_notice and .date >= c.since and .date <= c.since + 180 days) | count",
    "cases | add { since: (.events | where .by has police | min .date) } | where c -> all(c.events, .date after c.since)",
    "cases | add { first: (.events | min .date), last: (.events | max .date) } | where .first is known and .last is known "
      + "| percentile 90, (.last - .first) / 1 week",
    "cases | add { first: (.events | min .date) } | where .first before 2018-06 | count",
    "events | sort by .date | group by .case { acts: .act } | distinct .acts | count",
    "events | group by .case { acts: .act, when: .date } | where .acts has abduction | select .when, .acts",
    "events | group by .case { by: .by, phases: .stage }", "events | group by .act { there: .case } | distinct .there",
    "events | group by .case { acts: .act } | distinct .acts | sort by .acts",
    "events | transitions .act by .date within: .case | group by .from, .to",
    "events | rank by .date within: .case | select .date, .rank", "events | previous .act by .date within: .case",
    "cases | where .note is unknown and .channel is unknown | count", "count(cases.events.act)", "cases has c1",
  ]
  static let lights = [
    "", "under two_origins", "under examined", "known by 2021", "known by 2023-01", "without paper",
    "without list, paper",
    "under any_source, known by 2022-12", "suppose `c1`.origin is Iran", "under examined, without paper",
  ]

  /// A project with written records and the same made of rows.
  private struct Pair {
    var written = ""
    var rows = ""

    /// - Parameter written: how many of the records are written down in both.
    init(_ chance: inout Chance, _ count: Int, written: Int, isSameSaid: Bool) {
      let sources = """
        source list "A list" { published: 2022-06, reliability: B, type: dataset }
        source paper "A paper" { published: 2020-05, reliability: C, after: radio }
        source radio "A broadcast" { published: 2021, reliability: A }

        """
      var cases = "id,origin,host,outcome,since,said\\n"
      let tellers = ["list", "paper", "radio", "radio; paper", "list; radio; paper"]
      func per(_ said: String) -> String { said.split(separator: "; ").joined(separator: ", ") }
      var events = "case,date,act,stage,by,said\\n"
      var inBoth = ""
      var caseLines = ""
      for number in 1...count {
        let origin = chance.one(["China", "Iran", "Türkiye", ""])
        let host = chance.one(["Laos", "Chad", ""])
        let outcome = chance.one(["returned", "returned_by_force", "remained", ""])
        let since = outcome.isEmpty ? "" : chance.one(["2018", "2019-05", ""])
        let told = isSameSaid ? "list" : chance.one(tellers)
        var lines = "case c\(number) per \(per(told)) {\n"
        if !origin.isEmpty { lines += "  origin: \(origin)\n" }
        if !host.isEmpty { lines += "  host: \(host)\n" }
        if !outcome.isEmpty { lines += "  outcome: \(outcome)" + (since.isEmpty ? "\n" : " at \(since)\n") }
        if number <= written {
          inBoth += lines + "}\n"
        } else {
          cases += "c\(number),\(origin),\(host),\(outcome),\(since),\(told)\\n"
        }
        for _ in 0..<chance.next(below: 4) {
          let date = chance.one(["2017-05", "2018", "2020-02-03", "2017/2019"])
          let act = chance.one(["abduction", "utility_cut", "home_notice"])
          let stage = chance.one(["threatened", ""])
          let by = chance.one(["police", "two men", ""])
          let said = isSameSaid ? "list" : chance.one(tellers)
          events += "c\(number),\(date),\(act),\(stage),\(by),\(said)\\n"
          lines += "  \(date) \(stage) \(act)"
          if !by.isEmpty { lines += by == "police" ? " by police" : " by \"\(by)\"" }
          lines += " per \(per(said))\n"
        }
        caseLines += lines + "}\n"
      }
      self.written = sources + caseLines
      rows =
        sources + inBoth + """
          let a = read(text: "\(cases)") | as case { id: .id, origin: .origin, host: .host, outcome: .outcome at .since } per .said
          let b = read(text: "\(events)") | as event { date: .date, act: .act, stage: .stage, by: .by } of case by .case per .said

          """
    }
  }

  @Test(arguments: [1, 3, 8, 20])
  func rowsAnswerAsWrittenRecordsDo(_ count: Int) {
    var chance = Chance(state: UInt64(count))
    for round in 0..<3 {
      let pair = Pair(&chance, count, written: round == 2 ? count / 3 : 0, isSameSaid: round == 0)
      let byHand = open(pair.written)
      let rows = open(pair.rows)
      #expect(answer(rows, "count(cases)") == "\(count) \(count == 1 ? "case" : "cases")\n")
      // What is written about a record of a row afterwards counts as what is written about any other.
      if round > 0 {
        let more = "extend c\(count) per paper { host: Laos, 2022-03 killing }"
        #expect(answer(rows, more) == answer(byHand, more))
      }
      for light in Self.lights {
        for question in Self.questions {
          let asked = light.isEmpty ? question : "\(light) { \(question) }"
          #expect(answer(rows, asked) == answer(byHand, asked), "\(asked)\n\(pair.written)")
        }
      }
    }
  }

  /// Questions whose answers do not tell in which order events of different cases were taken in.
  static let questionsInAnyOrder = questions.filter { question in
    question.hasPrefix("cases") && !["union", "join"].contains { question.contains($0) } || question.hasPrefix("count(")
      || question.hasPrefix("(cases | first)")
  }

  /// Events that stand side by side in the rows of their cases, two in a row or fewer, each with who tells of it.
  @Test(arguments: [1, 4, 12])
  func rowsOfSeveralEventsAnswerAsWrittenRecordsDo(_ count: Int) {
    var chance = Chance(state: UInt64(count + 100))
    for _ in 0..<2 {
      let sources = """
        source list "A list" { published: 2022-06, reliability: B, type: dataset }
        source paper "A paper" { published: 2020-05, reliability: C, after: radio }
        source radio "A broadcast" { published: 2021, reliability: A }

        """
      var table = "id,host,date_1,act_1,said_1,date_2,act_2,said_2\\n"
      var written = ""
      for number in 1...count {
        let host = chance.one(["Laos", "Chad", ""])
        table += "c\(number),\(host)"
        written += "case c\(number) per list {\n" + (host.isEmpty ? "" : "  host: \(host)\n")
        for _ in 1...2 {
          let act = chance.one(["abduction", "utility_cut", "home_notice", ""])
          let date = chance.one(["2017-05", "2018", "2020-02-03"])
          let said = chance.one(["list", "paper", "radio; paper"])
          table += ",\(date),\(act),\(said)"
          // A row that does not say what was done tells of no event.
          if !act.isEmpty { written += "  \(date) \(act) per \(said.split(separator: "; ").joined(separator: ", "))\n" }
        }
        table += "\\n"
        written += "}\n"
      }
      let byHand = open(sources + written)
      let rows = open(
        sources + """
          let t = read(text: "\(table)")
          let a = t | as case { id: .id, host: .host } per list
          let b = t | as event { date: .date_1, act: .act_1 } of case by .id per .said_1
          let c = t | as event { date: .date_2, act: .act_2 } of case by .id per .said_2

          """)
      for light in Self.lights where !light.contains("suppose") {
        for question in Self.questionsInAnyOrder {
          let asked = light.isEmpty ? question : "\(light) { \(question) }"
          #expect(answer(rows, asked) == answer(byHand, asked), "\(asked)\n\(written)")
        }
      }
    }
  }

  /// A file that a fault has stopped makes its records when it is taken in once more, also where it says more of them now.
  @Test func aMendedFileMakesItsRecordsOnce() {
    let host = ChangedFileHost(FolderHost(GoldenTests.root.path))
    let session = Session(host: host)
    let rows = "let made = read(text: \"ID,Country\\nk1,China\\nk2,Laos\") | as case { id: .ID, "
    host.changed = ("rows.rep", Array((rows + "origin: .Country }\nlet tenth = 1 / 0\n").utf8))
    #expect(answer(session, "use \"rows.rep\"").hasPrefix("R331"))
    #expect(answer(session, "extend k1 { relative mother { residence: China } }") == "")
    #expect(answer(session, "k1.origin is China and k1.mother.residence is China") == "true\n")
    #expect(answer(session, "use \"rows.rep\"").hasPrefix("R331"))
    #expect(answer(session, "count(cases)") == "2 cases\n")
    // What was written about one of them would be lost.
    host.changed = ("rows.rep", Array((rows + "host: .Country }\n").utf8))
    #expect(answer(session, "use \"rows.rep\"").hasPrefix("R797"))
    let other = Session(host: host)
    host.changed = ("rows.rep", Array((rows + "origin: .Country }\nlet tenth = 1 / 0\n").utf8))
    #expect(answer(other, "use \"rows.rep\"").hasPrefix("R331"))
    host.changed = ("rows.rep", Array((rows + "host: .Country }\n").utf8))
    #expect(answer(other, "use \"rows.rep\"") == "")
    #expect(answer(other, "count(cases)\nk1.host is China\nk1.origin is unknown") == "2 cases\ntrue\ntrue\n")
  }

  private func open(_ text: String) -> Session {
    let session = Session(host: TextHost(""))
    let found = session.run(bytes: Array(text.utf8), name: "records.rep") { _ in }
    #expect(!found.contains { $0.severity == .error }, "\(render(found, as: .plain))\(text)")
    return session
  }

  /// What is said, but for how the rows came to be records.
  private func answer(_ session: Session, _ question: String) -> String {
    var said = ""
    let found = session.enter(question) { said += $0 }
    return said + found.map { "\($0.code) \($0.message)" }.joined()
  }
}

extension Chance {
  fileprivate mutating func one(_ words: [String]) -> String { words[next(below: words.count)] }
}
