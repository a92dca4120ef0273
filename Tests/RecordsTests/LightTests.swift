import Records
import Testing
import Values

/// A field that is read alone in another light is what it is when all claims about its record are settled there.
@Suite struct LightTests {
  private static let frame = """
    source s0 { published: 2020-03, reliability: A, type: court_record }
    source s1 { published: 2021, reliability: B }
    source s2 { published: 2021-06, reliability: C, after: s1 }
    source s3 { published: 2022-01, reliability: B, type: official_statement, tie: party }
    source s4 { reliability: D }
    person witness "A witness" { }
    standard two { sources: 2 }
    standard graded { sources: 2, reliability: C }
    standard firm { status: found }
    standard decides { settle: [court_record, official_statement] }

    """
  private static let versions = """
    source s5 { published: 2022-05, replaces: s3 }
    source s6 { published: 2020-01, withdrawn: 2021-03 }
    source s7 { published: 2020-02, after: s6 }

    """

  /// Cases as chance makes them, always the same ones, in which claims of all forms meet.
  private struct Chance {
    var state: UInt64
    let sources: Int

    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }

    mutating func one(_ words: [String]) -> String { words[below(words.count)] }

    mutating func claim() -> String {
      let source = "s\(below(sources))"
      let status = one([
        "", "", "", " as alleged", " as denied", " as found", " as misprint", " as admitted at 2021-02",
      ])
      return switch below(7) {
      case 0: ""
      case 1: " per \(source), s\(below(sources))\(status)"
      case 2: " per witness in \(source)\(status)"
      case 3: " per s0 after s1\(status)"
      case 4: " per \(source) per s\(below(sources))\(status)"
      default: " per \(source)\(status)"
      }
    }

    mutating func text(cases: Int) -> String {
      (0..<cases).map { number in
        var lines = [
          "case c\(number) per s\(below(sources)) {", "target { gender: \(one(["female", "male"])) }\(claim())",
        ]
        for _ in 0..<below(3) { lines.append("origin: \(one(["China", "Russia", "unknown (withheld)"]))\(claim())") }
        for _ in 0..<below(3) { lines.append("host: \(one(["Laos", "France"]))\(claim())") }
        if below(2) == 0 { lines.append("relative mother { residence: China }\(claim())") }
        for _ in 0..<below(4) {
          let place = one([" by police on target", " by police, \"two men\"", " via witness", " on mother in Laos"])
          let on = place.contains("mother") && !lines.contains { $0.hasPrefix("relative") } ? "" : place
          lines.append(
            "\(one(["2021-02", "2020..2022", "unknown"])) \(one(["", "threatened "]))\(one(["defacement", "abduction"]))"
              + on + one(["", " { ground: no_go_country }"]) + claim())
        }
        for month in 1..<(1 + below(5)) {
          let date = one([" at 2021-0\(month)", " at 2021", ""])
          lines.append(
            "outcome: \(one(["returned", "returned_by_force", "remained", "unknown (source_did_not_know)"]))\(date)\(claim())"
          )
        }
        for _ in 0..<below(3) {
          lines.append("channel: \(one(["abduction_route", "voluntary_return", "none"]))\(claim())")
        }
        return lines.joined(separator: "\n") + "\n}\n"
      }.joined()
    }
  }

  private func lights(_ notebook: Notebook) -> [Light] {
    let corpus = notebook.corpus
    let standards = ["two", "graded", "firm", "decides"].compactMap(notebook.record)
    let without = ["s1", "s3", "witness"].compactMap(notebook.record)
    let days = ["2020-12", "2021", "2022-02"].compactMap { try? Date.parse($0) }
    var lights = standards.map { corpus.light(under: $0) } + days.map { corpus.light(knownBy: $0) }
    lights += without.map { corpus.light(without: [$0]) }
    lights.append(corpus.light(under: standards[0], knownBy: days[1], without: [without[0]]))
    if let one = notebook.record("c0"), let state = notebook.term("Iran") {
      let place = one.place
      let supposed = Light.Supposition(entity: one, field: "origin", value: .entity(state), place: place)
      lights.append(corpus.light(supposing: [supposed]))
      lights.append(corpus.light(under: standards[0], supposing: [supposed]))
    }
    return lights
  }

  @Test(arguments: [(1, false), (2, false), (3, true), (4, true)])
  func aFieldReadAloneIsWhatTheWholeRecordSettles(seed: Int, hasVersions: Bool) {
    var chance = Chance(state: UInt64(seed), sources: hasVersions ? 8 : 5)
    let notebook = Notebook(LightTests.frame + (hasVersions ? LightTests.versions : "") + chance.text(cases: 60))
    let corpus = notebook.corpus
    let kinds = ["case", "event", "person"].compactMap { corpus.kinds[$0] }
    #expect(kinds.count == 3)
    var differing = 0
    for light in lights(notebook) {
      for entity in kinds.flatMap(corpus.all) {
        let plain = entity.kind.fields.indices.map { text(entity.field($0)) }
        corpus.looking(in: light) {
          let alone = entity.kind.fields.indices.map { text(entity.field($0)) }
          corpus.settleWhole(entity)
          let whole = entity.kind.fields.indices.map { text(entity.fields[$0]) }
          for (position, field) in entity.kind.fields.enumerated() where alone[position] != whole[position] {
            Issue.record(
              "\(light.words): \(entity.path).\(field.name) is \(alone[position]), and not \(whole[position])")
          }
          if whole != plain { differing += 1 }
        }
        #expect(entity.kind.fields.indices.map { text(entity.field($0)) } == plain)
      }
    }
    #expect(differing > 100, "hardly anything looks different in any light")
  }

  private func text(_ value: Value) -> String {
    guard case .table(let table) = value else { return Notebook.text(value) }
    return table.rows.indices.map { row in
      Notebook.text(table.rows[row]) + (table.doubt(row).map { " (\($0.lacking.joined(separator: "; ")))" } ?? "")
    }.joined(separator: ", ")
  }
}
