import Diagnostics
import Testing

@testable import Session

/// Whoever asks to stop is heard in the middle of a single function too, not only between two.
struct StoppingTests {
  /// What an expression works on, where it names it; `nested` is a list of two times the same, sixty times over.
  private static let things = [
    "numbers": "list(1..12_000)", "texts": "list(1..12_000) | map text",
    "rows": "list(1..12_000) | map (n -> {a: n, b: mod(n, 7)})", "dates": "repeat([2022-05-03], 12_000)",
    "plain": "repeat(\"a b;c\\n\", 6_000)", "accents": "repeat(\"é ü;ö\\n\", 6_000)",
    "nested": "fold(1..60, [1], (inner, n) -> [inner, inner])",
  ]

  @Test(arguments: [
    "sum(numbers)", "mean(numbers)", "median(numbers)", "min(numbers)", "max(dates)", "numbers | sort",
    "numbers | sort by it desc", "numbers | top 3 by it", "numbers | distinct", "texts | distinct",
    "rows | group by .b", "rows | select .a", "rows | add { c: 1 }", "rows | drop .a", "rows | rename z: .a",
    "rows | distinct", "rows | candidates by similar(.a), .b", "rows | last 10_000", "[{a: numbers}] | unnest .a",
    "rows.a", "reverse(numbers)",
    "skip(numbers, 1)", "zip(numbers, numbers)", "chunks(numbers, 2)", "flatten([numbers, numbers])",
    "append_all(numbers, numbers)", "repeat([1], 20_000)", "repeat(numbers, 2)", "list(1..20_000)",
    "slice(numbers, 2, 10_000)", "numbers == list(1..12_000)", "numbers has 0", "0 in numbers",
    "sort_with(numbers, (a, b) -> a < b)", "join_texts(texts)", "split(plain, \";\")", "split(accents, \";\")",
    "replace(plain, \"a\", \"x\")", "replace(accents, \"é\", \"x\")", "find(accents, \"x\")", "length(accents)",
    "words(plain)", "words(accents)", "lines(plain)", "lines(accents)", "characters(plain)", "characters(accents)",
    "reverse(accents)", "trim(repeat(\" \", 12_000))", "slice(accents, 2, 12_000)", "accents[12_000]",
    "upper(repeat(accents, 20))", "text(numbers)", "\"{numbers}\"",
    "nested == fold(1..60, [1], (inner, n) -> [inner, inner])", "text(nested)", "\"{nested}\"",
    "[nested, nested] | distinct", "[nested, nested] | sort", "min([nested, nested])",
    "[{a: nested}, {a: nested}] | group by .a", "nested in [nested]", "{a: nested} == {a: nested}",
  ])
  func whatWorksIsStopped(_ expression: String) { stops("let answer = \(expression)") }

  @Test(arguments: [
    "numbers", "rows", "texts", "accents", "repeat(plain, 20)", "nested", "[{a: nested}]", "{a: nested}",
  ])
  func whatIsShownIsStopped(_ expression: String) {
    for format in [OutputFormat.text, .json, .csv, .markdown] { stops("show \(expression)", format) }
  }

  private func stops(_ statement: String, _ format: OutputFormat = .text) {
    let host = ImpatientHost()
    let session = Session(host: host, format: format)
    for (name, thing) in Self.things where statement.contains(name) {
      #expect(session.run(bytes: Array("let \(name) = \(thing)".utf8), name: "thing") { _ in }.isEmpty)
    }
    // A statement that works on nothing large takes less than so many looks.
    host.patience = 3
    #expect(session.run(bytes: Array(statement.utf8), name: "test") { _ in }.map(\.code) == ["R390"])
    host.patience = 3
    #expect(session.run(bytes: Array("show 1".utf8), name: "test") { _ in }.isEmpty)
  }
}

/// Asks to stop once it has been asked so many times.
private final class ImpatientHost: Host, @unchecked Sendable {
  var patience = Int.max

  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    throw Diagnostic("R500", "there are no files here")
  }

  var isCancelled: Bool {
    patience -= 1
    return patience < 0
  }
}
