import Diagnostics
import Foundation
import Session
import Testing

/// What a private field holds does not get out, whatever is asked.
@Suite struct PrivacyTests {
  @Test(arguments: OutputFormat.allCases)
  func noWayOutTells(_ format: OutputFormat) {
    let twins = Twins(format)
    for way in WaysOut.all {
      let answers = twins.answers(to: way)
      #expect(answers[0] == answers[1], "\(way)")
      // What the question itself says, an answer may repeat.
      let asked = way.lowercased()
      for word in Twins.words where !asked.contains(word) {
        #expect(!answers[0].lowercased().contains(word), "\(way)\n\(answers[0])")
      }
    }
  }

  /// Of fields that are not private each way tells something: none of them is there for nothing.
  @Test func everyWayOutTellsOfOpenFields() {
    let twins = Twins(isPrivate: false)
    #expect(WaysOut.all.count > 60)
    for way in WaysOut.all {
      let answers = twins.answers(to: way)
      #expect(answers[0] != answers[1], "\(way)\n\(answers[0])")
    }
  }

  @Test func thePromptOffersAndExplainsNothing() {
    let twins = Twins()
    _ = twins.answers(to: "let kept = one.real_name")
    _ = twins.answers(to: "let more = { name: one.real_name, names: one.aliases }")
    for line in ["one.", "one.real_name.", "kept.", "more.", "persons | where .", "Zeb", "Quo", "V", "one.hiding_in."] {
      let offered = twins.completions(of: line)
      #expect(offered[0].map(\.text) == offered[1].map(\.text), "\(line)")
      for word in Twins.words {
        #expect(!offered[0].contains { "\($0.kind) \($0.summary)".lowercased().contains(word) }, "\(line)")
      }
    }
    for entry in [
      "what is one", "help one", "what is kept", "what is more", "help real_name", "what is real_name",
      "help person", "what is Zebrafinch", "help Zebrafinch", "persons with real_name Zebrafinch", "real_name of one",
      "who is hiding in Vanuatu", "persons in Vanuatu",
    ] {
      let answers = twins.answers(to: entry)
      #expect(answers[0] == answers[1], "\(entry)")
    }
  }

  /// A record that is written again at the prompt is compared with the one before in notes; neither is shown.
  @Test func whatIsTypedAgainIsNotShown() {
    let session = Session(host: HastyHost())
    let kind = "extend kind person { private real_name: text }"
    for entry in [
      kind, "person one { real_name: \"Zebrafinch\" }", "person one { real_name: \"Quokkawing\", gender: female }",
      "person one { real_name: \"Zebrafinch\", gender: femal }", "kind one { real_name: text }",
      "extend one per nobody { real_name: \"Quokkawing\" \"so says Zebrafinch\" }", "one",
      "extend kind person { real_name: text }",
    ] {
      var said = ""
      let found = session.enter(entry) { said += $0 }
      for rendering in [Rendering.plain, .json, .terminal(colour: true, width: 60)] {
        said += render(found, as: rendering)
      }
      for word in ["Zebrafinch", "Quokkawing"] { #expect(!said.contains(word), "\(entry)\n\(said)") }
    }
  }

  /// `rep test` shows both sides of a check, and the record behind which an answer stands.
  @Test func testsThatFailShowNothing() {
    let script = """
      extend kind person { private real_name: text }
      person one { real_name: "Zebrafinch"
        expect .real_name is unknown
      }
      person two { real_name: "Quokkawing" }      # --> two
      one.real_name
      # --> someone
      test "names" {
        check one.real_name == two.real_name
        check [one.real_name] == [two.real_name, one.real_name]
      }
      test "a literal" { check one.real_name == two.real_name or "{one.real_name}" == "x" }
      """
    var told = ""
    let summary = Session(host: TextHost(script)).test(files: ["people.rep"], library: false) { told += $0 }
    told += render(summary.diagnostics, as: .plain)
    #expect(summary.failed > 3)
    for word in ["Zebrafinch", "Quokkawing"] { #expect(!told.contains(word), "\(told)") }
  }

  /// Every function of the library, with what is sealed in the place of each of its arguments; with `REP_FUZZ`, each of
  /// them in each place.
  @Test func noFunctionTells() throws {
    let chapter = GoldenTests.root.appending(path: "Sources/Session/Reference/Chapters/functions.md")
    let text = try String(contentsOf: chapter, encoding: .utf8)
    let names = text.matches(of: /\n### `([a-z_]+)\(/).map { String($0.output.1) }
    #expect(names.count > 100)
    let twins = Twins()
    let isWhole = ProcessInfo.processInfo.environment["REP_FUZZ"] != nil
    var number = 0
    for name in names {
      for secret in [
        "one.real_name", "one.aliases", "one.entered", "one.hiding_in", "one.debts", "one.informs", "one.alias",
      ] {
        for call in [
          "\(name)(\(secret))", "\(name)(\(secret), 1)", "\(name)(\(secret), \"a\")", "\(name)(\"ab\", \(secret))",
          "\(name)([1, 2], \(secret))", "\(name)([\(secret), 1])", "\(name)({ a: 1 }, \(secret))",
          "\(name)([\(secret)], x -> x)", "\(name)(persons, x -> \(secret))", "\(name)(2022-01-01, \(secret))",
          "\(name)(\(secret), \(secret), \(secret))", "persons | \(name) .\(secret.dropFirst(4))",
          "persons | \(name) by .\(secret.dropFirst(4))", "persons | \(name) 2 by .\(secret.dropFirst(4))",
          "persons.\(secret.dropFirst(4)) | \(name)", "\(name)(\(secret)) at 2022-01-01",
        ] {
          // A part of them each time is enough: the same function is tried with other fields.
          number += 1
          if !isWhole, !number.isMultiple(of: 13) { continue }
          let answers = twins.answers(to: call)
          #expect(answers[0] == answers[1], "\(call)")
        }
      }
    }
  }

  /// Expressions put together by chance out of what is sealed, what is not, and all that can be done with values.
  ///
  /// `REP_FUZZ=5000` makes so many of them; `REP_FUZZ_SEED=7` makes others.
  @Test(.timeLimit(.minutes(30))) func noExpressionTells() {
    let wanted = ProcessInfo.processInfo.environment
    var chance = Chance(state: wanted["REP_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1)
    let closed = Twins()
    let open = Twins(isPrivate: false)
    var telling = 0
    let count = Int(wanted["REP_FUZZ"] ?? "") ?? 1500
    for _ in 0..<count {
      let expression = chance.question(depth: 1 + chance.next(below: 3))
      if let file = wanted["REP_FUZZ_FILE"] { try? Data(expression.utf8).write(to: URL(filePath: file)) }
      let answers = closed.answers(to: expression)
      #expect(answers[0] == answers[1], "\(expression)")
      if chance.next(below: 5) == 0 {
        let answers = open.answers(to: expression)
        if answers[0] != answers[1] { telling += 1 }
      }
    }
    // Of fields that are not private, many of them tell.
    #expect(telling * 20 > count, "\(telling) of \(count / 5)")
  }
}
