import Diagnostics
import Syntax
import Testing

/// The tree of a text in which nothing is wrong, as an S-expression.
func tree(_ text: String, _ place: SourceLocation = #_sourceLocation) -> String {
  let program = parse(Source(name: "test", text: text))
  #expect(program.diagnostics.map(\.message) == [], sourceLocation: place)
  return program.dump
}

/// The codes of everything that is wrong in a text, left-most first.
func codes(_ text: String, as reading: Reading = .file) -> [String] {
  parse(Source(name: "test", text: text), as: reading).diagnostics.map(\.code)
}

/// The first thing that is wrong in a text.
func firstMistake(_ text: String, as reading: Reading = .file) throws -> Diagnostic {
  try #require(parse(Source(name: "test", text: text), as: reading).diagnostics.first)
}

/// What the mark of the first mistake stands under.
func marked(_ text: String) throws -> String {
  let place = try #require(try firstMistake(text).place)
  return place.source.text(in: place.range)
}

func help(_ text: String) throws -> String { try #require(try firstMistake(text).help) }
