import Diagnostics
import Evaluation
import Syntax

/// `# --> answer` under a question, or behind it on its line: what the question should show.
///
/// An answer of several lines goes on in comments below, indented as far as its first line.
struct ExpectedAnswer {
  private let place: Place
  let answer: String

  /// A file cut behind every question that has an answer, so that what each piece shows can be told apart.
  static func pieces(of unit: Unit) -> [(unit: Unit, expected: ExpectedAnswer?)] {
    let program = unit.program
    var pieces: [(unit: Unit, expected: ExpectedAnswer?)] = []
    var statements: [Statement] = []
    func close(_ expected: ExpectedAnswer?) {
      if statements.isEmpty { return }
      let piece = Program(source: program.source, statements: statements)
      pieces.append((Unit(piece, prefix: unit.prefix, isTakenIn: unit.isTakenIn), expected))
      statements = []
    }
    for statement in program.statements {
      let expected = ExpectedAnswer(behind: statement, in: program.source)
      // What stands before the question shows its own answers.
      if expected != nil { close(nil) }
      statements.append(statement)
      if expected != nil { close(expected) }
    }
    close(nil)
    return pieces
  }

  /// The question as it was written, once it is known what in it is sealed.
  var question: String { place.source.text(in: place.range) }
  var fileAndLine: String { place.fileAndLine }

  private init?(behind statement: Statement, in source: Source) {
    let end = statement.range.upper
    var number = source.line(at: end)
    let lastLine = source.line(at: Int32(truncatingIfNeeded: source.bytes.count))
    var line = source.text(in: SourceRange(Int(end), Int(end) + source.rest(ofLineAt: end))).trimmed
    if line.isEmpty {
      number += 1
      if number > lastLine { return nil }
      line = source.text(ofLine: number).trimmed
    }
    guard let first = ExpectedAnswer.answer(in: line) else { return nil }
    var lines = [first]
    while number < lastLine {
      number += 1
      guard let next = ExpectedAnswer.continuation(source.text(ofLine: number).trimmed) else { break }
      lines.append(next)
    }
    answer = lines.joined(separator: "\n")
    place = Place(source, statement.range)
  }

  private static func answer(in line: String) -> String? {
    guard line.hasPrefix("#"), !line.hasPrefix("##") else { return nil }
    let words = line.dropFirst().drop { $0 == " " }
    guard words.hasPrefix("-->") else { return nil }
    return words.dropFirst(3).trimmed
  }

  /// A comment whose text stands at least as far in as an answer does.
  private static func continuation(_ line: String) -> String? {
    guard line.hasPrefix("#     ") else { return nil }
    return String(line.dropFirst(6))
  }
}

extension Source {
  /// How many bytes stand from an offset to the end of its line.
  fileprivate func rest(ofLineAt offset: Int32) -> Int {
    let start = min(Int(offset), bytes.count)
    return bytes[start...].prefix { $0 != UInt8(ascii: "\n") }.count
  }
}
