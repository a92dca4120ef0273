import Diagnostics
import Foundation
import Session
import Testing

/// What is withheld from a table of small counts does not get out, whatever is asked of it.
///
/// Two corpora are asked the same. They have as many people in all, and in each host that is shown; how many are in the two
/// that are withheld is not the same.
@Suite struct SmallCountsTests {
  private static let ways = [
    "table", "table.n", "table | first", "table | last", "table[3]", "show table", "text(table)", "\"{table.n}\"",
    "table | sort by .n", "table | sort by .women desc", "table | where .n < 3", "table | where .n == 4",
    "table | undecided",
    "table | where .n > 2 | undecided", "table | select .host, twice: .n * 2", "table | add { rest: .n - .women }",
    "sum(table.n)", "mean(table.n)", "max(table.n)", "min(table.n)", "median(table.n)", "table | count .n is known",
    "table | top 2 by .n", "table | distinct .n", "table | group by .n { hosts: count() }", "table | unnest .n",
    "why table",
    "why table.n", "why sum(table.n)", "why table | where .n < 3", "fn f(t) = sum(t.n)\nwhy f(table)",
    "let x = table.n\nwhy x",
    "sources(table)", "origins(table)", "claims(table)", "sources(sum(table.n))", "reasons(table.n[3])",
    "low(sum(table.n))",
    "table.women", "table.share", "why table.share", "table | where .share < 0.5", "for row in table { show row }",
    "under each standard { table.n }", "people_table", "why people_table", "claims(people_table)", "maybe", "why maybe",
    "maybe | undecided", "let fresh = cases | group by .host { n: count() } | suppress below: 5\nwhy fresh",
    "why count(cases | group by .host { n: count() } | suppress below: 5 | where .n < 3)",
    "check sum(table.n) == 3", "table | where .n + \"a\"", "table | select .nothing",
  ]

  private func session(_ format: OutputFormat, laos: Int, nepal: Int, isSuppressed: Bool = true) -> Session {
    let session = Session(host: TextHost(""), format: format)
    var script = "source paper \"A paper\" { }\n"
    let hosts = [("Thailand", 12), ("Malaysia", 9), ("Nepal", nepal), ("Laos", laos)]
    for (host, count) in hosts {
      for number in 0..<count {
        script += "case \(host.lowercased())_\(number) per paper { host: \(host), origin: China, "
        script += "outcome: \(number % 4 == 3 ? "unknown" : "returned_by_force") }\n"
      }
    }
    let suppress = isSuppressed ? " | suppress below: 5" : ""
    script += """
      let table = cases | group by .host { n: count(), women: count(.outcome was returned), share: share(.outcome was returned) }\(suppress)
      let people_table = cases | group by .host, .origin { n: count() }\(suppress)
      let maybe = cases | where .outcome was returned | group by .host { n: count() }\(suppress)
      """
    let found = session.enter(script) { _ in }
    #expect(found.isEmpty, "\(render(found, as: .plain))")
    return session
  }

  private func answer(_ session: Session, _ way: String) -> String {
    var said = ""
    let found = session.enter(way) { said += $0 }
    return said + render(found, as: .plain)
  }

  @Test(arguments: OutputFormat.allCases)
  func noWayLeadsToThem(_ format: OutputFormat) {
    let one = session(format, laos: 2, nepal: 6)
    let other = session(format, laos: 3, nepal: 5)
    for way in Self.ways {
      let answer = answer(one, way)
      #expect(answer == self.answer(other, way), "\(way)")
      #expect(!answer.contains("laos_") && !answer.contains("nepal_"), "\(way)\n\(answer)")
    }
  }

  /// Without `suppress` most of the ways tell: they are not there for nothing.
  @Test func theWaysTellOtherwise() {
    let one = session(.text, laos: 2, nepal: 6, isSuppressed: false)
    let other = session(.text, laos: 3, nepal: 5, isSuppressed: false)
    let telling = Self.ways.filter { !$0.contains("suppress") && answer(one, $0) != answer(other, $0) }
    #expect(telling.count > 25, "\(telling.count)")
  }
}
