import Testing

@testable import Session

/// Whatever a function of the library is given, it answers or says what is wrong: nothing ends the program.
struct OddValuesTests {
  private static let values = [
    "0", "1", "-1", "3", "9_223_372_036_854_775_807", "(-9_223_372_036_854_775_807 - 1)", "0.5", "-2.5", "1e308",
    "1e-308",
    "\"\"", "\"a\"", "\"e\u{301}te\"", "\"👨‍👩‍👧🇰🇭\"", "\"a,b, c\"", "\"2022-13\"", "\"-1_0.5e400%\"", "[]",
    "[1, unknown, none]",
    "[[1, 2], [3]]", "[\"b\", \"a\"]", "[{a: 1}, {a: unknown}]", "{}", "{a: 1, b: [2]}", "none", "unknown (withheld)",
    "true",
    "2022-05", "2022-05-03~", "2021-04/2022-07", "2018-01/..", "@\"/2018\"", "@\"{2020,2021}\"", "@\"Y-170000002\"",
    "90 days",
    "1..3", "5..1", "1..9_000_000_000_000_000_000", "(x -> x)", "((a, b) -> a < b)", "((a, b) -> a)", "China",
    "utility_cut",
    "cases", "jurisdictions", "day(2022-05)", "count([1, unknown], it > 0)",
  ]

  @Test func noFunctionEndsTheProgram() {
    let session = Session(host: NoHost())
    var choice: UInt64 = 42
    func next(_ count: Int) -> Int {
      choice = choice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((choice >> 33) % UInt64(count))
    }
    var said = 0
    for function in session.reference.functions where function.topic != nil {
      for count in 0...4 {
        for _ in 0..<(count == 0 ? 1 : 12 * count) {
          let arguments = (0..<count).map { _ in Self.values[next(Self.values.count)] }
          let call = "\(function.name)(\(arguments.joined(separator: ", "))) | kind_of"
          var answer = ""
          let messages = session.enter(call) { answer += $0 }
          said += messages.isEmpty && !answer.isEmpty ? 1 : 0
          #expect(!messages.isEmpty || !answer.isEmpty, "\(call)")
        }
      }
    }
    #expect(said > 300)
  }
}
