import Diagnostics
import Foundation
import Session
import Testing

/// Every premise that `why` shows is itself true: asked again, in the light in which it stood, it gives the answer that the
/// explanation gave.
@Suite final class PremiseTests {
  private var session: Session?

  @Test(arguments: [
    "phnom_penh.outcome is returned",
    "any(phnom_penh.events, .act in coercion and .date before 2022-06)",
    "phnom_penh.events | where .act is proxy_punishment | count",
    "under two_origins { phnom_penh.outcome is known }",
    "known by 2022-09-20 { phnom_penh.host is Cambodia }",
    "cases | where .outcome was returned | count",
    "cases | where .tactics has proxy_punishment and .origin is Asia",
    "under examined { flight_4978.diversion.directed_by has belarus_officials }",
    "known by 2022-02 { flight_4978.diversion.directed_by has belarus_officials }",
    "without sd110 { count(phnom_penh.events) + 1 > 3 }",
    "suppose phnom_penh.outcome is deported { cases | where .outcome is returned | count }",
    "if gadoev.outcome was returned then gadoev.outcome at 2019-02-20 else 0",
    "cases | group by .origin { n: count(), back: count(.outcome was returned) }",
    "is_party(China, ICCPR) at 2022-03",
    "extradition(China, Thailand) at 2022-03",
    "count(changed(2022-09-01, 2022-09-30)) > 3 and count(cases) > 3",
  ])
  func everyPremiseIsTrue(_ question: String) throws {
    let explanation = try #require(try answers("why \(question)").first as? [String: Any])
    #expect(explanation["explanation"] as? Int == 1)
    var asked = 0
    for part in try #require(explanation["parts"] as? [[String: Any]]) { try askAgain(part, &asked) }
    #expect(asked > 1, "nothing of it could be asked again")
  }

  /// Rows that are told of in one sentence are as many as it says, also of a table of which not every part is kept.
  @Test(arguments: [
    "jurisdictions | where .region is South_eastern_Asia", "cases | where .origin is China | count",
    "any(cases, .origin is Laos)",
  ])
  func soManyRowsArePassedOver(_ question: String) throws {
    let opened = Session(host: FolderHost(GoldenTests.root.path), width: 10_000)
    func answer(_ entry: String) -> String {
      var told = ""
      let found = opened.run(bytes: Array(entry.utf8), name: "question.rep") { told += $0 }
      #expect(!found.contains { $0.severity == .error }, "\(render(found, as: .plain))")
      return told
    }
    _ = answer("use \"examples/cases/questions.rep\"")
    let told = answer("why \(question)")
    let sentence = try #require(
      told.firstMatch(of: /(?:all )?(\d+) (?:other )?(\w+) were passed over: `(.*)` is (yes|no) for each/), "\(told)")
    let (count, rows, test) = (sentence.output.1, sentence.output.2, sentence.output.3)
    let rest = sentence.output.4 == "yes" ? test : "not (\(test))"
    // Those that cannot be decided are told one by one.
    let counted = answer("count(\(rows) | where \(rest))")
    #expect(counted.hasPrefix("\(count) ") || counted.hasPrefix("\(count)–"), "\(counted)")
  }

  /// Asks a part again, and then those inside it.
  private func askAgain(_ part: [String: Any], _ asked: inout Int) throws {
    let text = try #require(part["asked"] as? String)
    // A table is told by its rows.
    if part["can_be_asked_again"] as? Bool == true, part["rows"] == nil {
      asked += 1
      let light = part["light"] as? String
      let again = try #require(try answers(light.map { "\($0) { \(text) }" } ?? text).first)
      let answer = try #require(part["answer"])
      #expect(try json(again) == json(answer), "\(text)\(light.map { " in the light of \($0)" } ?? "")")
    }
    for inner in part["parts"] as? [[String: Any]] ?? [] { try askAgain(inner, &asked) }
  }

  /// What is asked of all the cases, a value a line.
  private func answers(_ question: String) throws -> [Any] {
    if session == nil {
      let opened = Session(host: FolderHost(GoldenTests.root.path), format: .json)
      let found = opened.enter("use \"examples/phnom_penh.rep\"\nuse \"examples/cases/questions.rep\"\nuse treaties") {
        _ in
      }
      #expect(!found.contains { $0.severity == .error }, "\(render(found, as: .plain))")
      session = opened
    }
    var told = ""
    let found = try #require(session).enter(question) { told += $0 }
    #expect(found.isEmpty, "\(question)\n\(render(found, as: .plain))")
    return try told.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
  }

  private func json(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: [value], options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }
}
