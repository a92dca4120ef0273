import Diagnostics
import Records
import Syntax
import Values

// What was meant by a call that is written in another way.

extension Planner {
  /// `read("a.csv", unknown: ["NA"])`: what cells stand for is said where their columns are read.
  func habitOfCells(_ label: String, of function: String) -> String? {
    let habits = [
      "unknown": "[\"NA\"]", "dates": "\"31/12/2015\"", "numbers": "\"1.234,5\"", "words": "{ killed: dead }",
    ]
    let elsewhere = [
      "na": "unknown", "na_values": "unknown", "nullstr": "unknown", "dayfirst": "dates", "decimal": "numbers",
    ]
    let word = elsewhere[label] ?? label
    guard function == "read", let example = habits[word] else { return nil }
    return "`read` takes cells as they are written; the step behind it says what they are: "
      + "`read … | typed \(word): \(example) { … }`, or `as case \(word): \(example) { … }`"
  }

  /// `share: row` for `shares: row`: a word where no value bears its name, for a parameter that nearly has this name.
  func misspeltWord(_ argument: Argument, _ parameters: [Parameter]) -> String? {
    guard let label = argument.name, case .name(let word) = argument.value.kind, scope.nearest(word.text) == nil,
      project.variables[word.text] == nil
    else { return nil }
    return Planner.near(label.text, among: parameters.filter { $0.takes("word") }.map(\.name.text))
  }

  /// `typed Datum: date` without its braces, and `with days: …` where a column is to be added: how it is to be written.
  func asColumns(_ arguments: [Argument], of step: String, _ parameters: [Parameter], isStep: Bool) -> String? {
    if isStep, step == "with", let column = arguments.first(where: { $0.name != nil }), let name = column.name {
      return "a further column is `add \(name.text): \(source.text(in: column.value.range))`"
    }
    guard parameters.contains(where: { $0.takes("kinds") }) else { return nil }
    let columns = arguments.filter { argument in
      argument.name.map { label in !parameters.contains { $0.name.text == label.text } } ?? false
    }
    let written = columns.map { "\($0.name?.text ?? ""): \(source.text(in: $0.value.range))" }
    return "columns stand between braces: `\(step) { \(written.joined(separator: ", ")) }`"
  }

  /// A step that takes keys, written with those that stand behind the word for it elsewhere: `cross by .a, .b`.
  func withKeys(_ step: String?, _ arguments: [Argument]) -> String? {
    guard let step, ["cross", "group"].contains(step) else { return nil }
    let keys = arguments.compactMap { argument -> String? in
      switch argument.value.kind {
      case .name(let name): ".\(name.text)"
      case .fieldOfIt(let name): ".\(name.text)"
      default: nil
      }
    }
    if keys.count != arguments.count || keys.isEmpty { return "\(step) by \(step == "cross" ? ".a, .b" : ".a")" }
    return "\(step) by \(keys.joined(separator: ", "))"
  }

  /// `.Case-No`, `t.Cost/Month`: the head of a column that is read as a subtraction or a division; nil for anything else.
  func headWithSign(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> Node? {
    guard sign == .minus || sign == .divided, case .name(let last) = right.kind,
      left.range.upper + 1 == right.range.lower, isUnknown(last)
    else { return nil }
    let first: Name
    switch left.kind {
    case .fieldOfIt(let name), .field(_, let name): first = name
    default: return nil
    }
    let head = source.text(in: SourceRange(Int(first.range.lower), Int(right.range.upper)))
    return refuse(
      .noSuchName(
        last.text, place(right.range), help: "a head with other signs than letters stands in backticks: .`\(head)`"),
      right.range)
  }

  /// `save out/mine.csv`: a path that is written without quotation marks; nil for anything else.
  func pathWithoutQuotes(_ expression: Expression) -> Node? {
    let path = source.text(in: expression.range)
    guard let name = expression.beginningOfPath, !path.contains(where: \.isWhitespace) else { return nil }
    // `cases.xlsx` is no field of cases.
    let end = path.split(separator: ".").dropFirst().last.map(String.init)
    let isFile = end.map(Planner.endsOfFiles.contains) ?? false
    if !isUnknown(name), !isFile { return nil }
    let file = end == nil ? path + ".csv" : path
    return refuse(
      .noSuchName(
        isUnknown(name) ? name.text : path, place(expression.range),
        help: "the path of a file stands in quotation marks: \"\(file)\""),
      expression.range)
  }
}

extension Planner {
  /// What the names of files end with that are read and written.
  fileprivate static let endsOfFiles: Set<String> = [
    "csv", "tsv", "json", "jsonl", "xlsx", "sqlite", "db", "md", "txt",
  ]
}

extension Expression {
  /// The first name of `out/my-file.csv`, as it is read where no text is meant; nil for what is no such thing.
  fileprivate var beginningOfPath: Name? {
    switch kind {
    case .name(let name): name
    case .field(let subject, _): subject.beginningOfPath
    case .binary(.divided, let left, _, _), .binary(.minus, let left, _, _): left.beginningOfPath
    default: nil
    }
  }
}
