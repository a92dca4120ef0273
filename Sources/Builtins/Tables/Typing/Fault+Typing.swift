import Diagnostics
import Records
import Values

// Every message about reading the texts of columns (R780 to R789), as it reads where it is thrown.
extension Fault {
  static func unfit(_ columns: [Typing.Unfit], _ table: Table, _ corpus: Corpus) -> Fault {
    let parts = columns.map { "\($0.count) of `\($0.column)` \($0.count == 1 ? "is" : "are") no \($0.kind.noun)" }
    let fault = Fault(
      "R780", "cells do not fit: \(parts.joined(separator: ", "))",
      help: columns.lazy.compactMap(\.howTheyAreTaken).first
        ?? (columns.count == 1 ? columns[0].howTheyAreWritten ?? columns[0].howSourcesAreThere(corpus) : nil)
        ?? howTheyAreUnknown(columns, corpus))
    for column in columns {
      for (row, text, why) in column.first {
        let near =
          column.kind.suggestion(for: text, column.habits.separator, corpus).map { "; `\($0)` is written nearly so" }
          ?? ""
        _ = fault.noting("\(table.place(ofRow: row)), \(column.column): `\(text)`: \(why)\(near)")
      }
      let rest = column.count - column.first.count
      if rest > 0 { _ = fault.noting("and \(rest) more of `\(column.column)`") }
    }
    return fault
  }

  /// What can be said of cells that are to be unknown, or something else in Rep.
  private static func howTheyAreUnknown(_ columns: [Typing.Unfit], _ corpus: Corpus) -> String {
    let open = columns.filter { !$0.isSealed }
    let words = open.lazy.compactMap { $0.foreignWords(corpus) }.first.map { words, kind in
      "`words: { \(words.map { "\($0.asName == $0 ? $0 : "\"\($0)\""): …" }.joined(separator: ", ")) }` says what words of the file "
        + "are: behind each colon its \(kind.name), or `unknown`"
    }
    var unknown: [String] = []
    for word in open.flatMap(\.wordsForUnknown) where !unknown.contains(word) { unknown.append(word) }
    if unknown.isEmpty, words == nil {
      unknown = [open.first.flatMap { $0.parts($0.first.first?.text ?? "").first } ?? "n.d."]
    }
    let inexact = open.lazy.compactMap(\.inexact).first.map {
      "`words: { \"\($0)\": 30..39 }` says between which numbers one lies"
    }
    let texts = unknown.map { "\"\($0)\"" }.joined(separator: ", ")
    let ways = [
      words, inexact,
      unknown.isEmpty
        ? nil : "`unknown: [\(texts)]` takes \(unknown.count == 1 ? "a text" : "texts") for what nobody knows",
    ]
    return "correct them, or end the step with `else unknown`: they are unknown then, and counted; before the braces, "
      + ways.compactMap(\.self).joined(separator: "; ")
      + (open.contains { $0.areStates } && corpus.entities["cldr"] == nil
        ? "; `use country_names` knows names in other languages" : "")
  }

  static func noSuchCellKind(_ word: String, _ corpus: Corpus) -> Fault {
    let near =
      CellKind.elsewhere[word.lowercased()]
      ?? Spelling.nearest(to: word, among: CellKind.words + corpus.kinds.keys.sorted())
    return Fault(
      "R781", "`\(word)` is no kind that a cell can be of", argument: 1,
      help: near.map { "did you mean `\($0)`?" }
        ?? "they are \(CellKind.words.joined(separator: ", ")), the kinds of records such as `jurisdiction`, and `[tactic]` for several in a cell"
    )
  }

  static func typedAsWhat(_ word: String?) -> Fault {
    Fault(
      "R782",
      word.map { "columns are not typed as `\($0)`" }
        ?? "`typed` is told what the columns are, or takes what `describe` proposes",
      help: "`typed { opened: date }`, or `typed as proposed`")
  }

  static func noDateExample(_ text: String, argument: Int) -> Fault {
    Fault(
      "R783", "`\(text)` does not show in which order day and month stand", argument: argument,
      help: "a day above 12 shows it: `dates: \"31/12/2015\"`, or `dates: \"12/31/2015\"`")
  }

  static func noNumberExample(_ text: String, argument: Int) -> Fault {
    Fault(
      "R784", "`\(text)` does not show how numbers are written", argument: argument,
      help: "one with thousands and decimals shows it: `numbers: \"1.234,5\"`, or `numbers: \"1,234.5\"`")
  }

  static func wordTwice(_ word: String, _ other: String, argument: Int) -> Fault {
    Fault(
      "R786", "`\(word)` and `\(other)` are one word, since capitals, blanks and hyphens do not matter",
      argument: argument,
      help: "say once what it is")
  }

  static func elseIsUnknown(argument: Int) -> Fault {
    Fault(
      "R785", "what does not fit is unknown, or an error; it is nothing else", argument: argument,
      help: "`else unknown`, or with a reason: `else unknown (not_asked)`")
  }
}

extension Typing.Unfit {
  /// How cells are read in which several stand, each of which would fit; nil where that is not so. Between some signs one
  /// that fits shows it: what the others are is asked next.
  fileprivate var howTheyAreTaken: String? {
    if !isSealed, case .list(.record(let names)) = kind, names.kind.name == "event" {
      return
        "events are records of their own: `as event { act: .\(column.asName) } of case by .ID` makes one of each row, "
        + "behind `unnest .\(column.asName) separator: \";\"` of each of several in a cell"
    }
    if isSealed { return nil }
    func sign(_ one: CellKind, among signs: [String], usual: [String] = []) -> String? {
      different.lazy.compactMap { text in
        (usual + signs).first { sign in
          let parts = text.split(separator: sign).map { String($0).trimmed }
          let fitting = parts.count { if case .value = one.read($0, CellKind.Habits()) { true } else { false } }
          return parts.count > 1 && fitting >= (usual.contains(sign) ? 1 : parts.count)
        }
      }.first
    }
    switch kind {
    case .record:
      guard let sign = sign(kind, among: [",", "/"], usual: [";", "|"]) else { return nil }
      return
        "where several stand in a cell, `unnest .\(column.asName) separator: \"\(sign)\"` before this step makes a "
        + "row of each"
        + (sign == ";" || sign == "|" ? "; `typed { \(column.asName): [\(kind.name)] }` a list" : "")
    case .list(let inner):
      guard case .record = inner, let sign = sign(inner, among: [",", "/", "+", " and "]) else { return nil }
      return "`separator: \"\(sign)\"` says in this step what stands between several in a cell"
    case .text, .integer, .number, .date, .stretch, .span, .truth, .either: return nil
    }
  }

  /// Where the sources are from that cells name; nil where cells name something else, or one that is written nearly so.
  fileprivate func howSourcesAreThere(_ corpus: Corpus) -> String? {
    var one = kind
    if case .list(let inner) = kind { one = inner }
    guard !isSealed, case .record(let names) = one, names.kind.root.name == "source", wordsForUnknown.isEmpty,
      different.allSatisfy({ kind.suggestion(for: $0, habits.separator, corpus) == nil })
    else { return nil }
    return
      "a source is there before rows name it: its file is read first, `read \"sources.csv\" | as source { id: .Name }`, where "
      + "one row names another by its `id`; or it "
      + "is declared, `source NAME \"what it is\" { … }`; with `else unknown` the file says what stands in such a row"
  }

  /// A text that says more than a number, where they were to be numbers: `30s`, `18-25`; nil where there is none.
  fileprivate var inexact: String? {
    switch kind {
    case .integer, .number:
      first.lazy.map(\.text).first { text in
        text.contains(where: \.isNumber) && text.dropFirst().contains { $0.isLetter || "-–+".contains($0) }
      }
    case .text, .date, .stretch, .span, .truth, .record, .list, .either: nil
    }
  }

  /// Whether they were to be states.
  fileprivate var areStates: Bool {
    switch kind {
    case .record(let names), .list(.record(let names)): names.kind.name == "jurisdiction"
    case .list, .text, .integer, .number, .date, .stretch, .span, .truth, .either: false
    }
  }

  /// Their texts that usually stand for what nobody knows.
  fileprivate var wordsForUnknown: [String] { different.flatMap(parts).filter(Typing.Unfit.isWordForUnknown) }

  /// What does not fit in a cell: of several the first that does not.
  fileprivate func parts(_ text: String) -> [String] {
    if case .list = kind { [kind.unfitPart(of: text, habits.separator)].compactMap(\.self) } else { [text] }
  }

  private static func isWordForUnknown(_ text: String) -> Bool { usualForUnknown.contains(text.lowercased()) }

  private static let usualForUnknown: Set<String> = [
    "na", "n/a", "n.a.", "nd", "n.d.", "nk", "n.k.", "unk", "unknown", "not known", "not available", "not applicable",
    "not recorded", "not specified", "unspecified", "undisclosed", "missing", "null", "nan", "nil", "tbd", "tbc", "?",
    "??",
    "-", "--", "–", "—", ".", "..", "…",
  ]

  /// The words of the file that stand for terms, and are none of them written wrongly; nil where there is none.
  fileprivate func foreignWords(_ corpus: Corpus) -> (words: [String], kind: Kind)? {
    guard !isSealed else { return nil }
    let found = different.compactMap { kind.foreignWord(in: $0, habits.separator, corpus) }
      .filter { !Typing.Unfit.isWordForUnknown($0.word) }
    guard let kind = found.first?.kind else { return nil }
    return (found.map(\.word).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, kind)
  }

  /// How dates are to be read of which each could be, if it were said how they are written; nil where that is not all.
  fileprivate var howTheyAreWritten: String? {
    guard case .date = kind, let text = first.first?.text, let example = WrittenDate.example(of: text) else {
      return nil
    }
    if habits.dates != nil {
      return
        "correct them, or end the step with `else unknown`: they are unknown then, and counted; `describe` tells what "
        + "shows how the others are written"
    }
    guard first.allSatisfy({ WrittenDate.example(of: $0.text) != nil }) else { return nil }
    let step = "typed dates: \"\(example)\" { \(column.asName): date }"
    return WrittenDate.Order(example: text) == nil
      ? "`\(step)` takes the first number for the day; with the month first it is `dates: \"12/31/2015\"`"
      : "write `\(step)`"
  }
}

extension CellKind {
  /// The part of a cell's text that is no term, and the kind that it should be of; nil for what is not to be a term.
  fileprivate func foreignWord(in text: String, _ separator: String?, _ corpus: Corpus) -> (word: String, kind: Kind)? {
    switch self {
    case .record(let names):
      (names.kind.isTerm || names.kind.name == "jurisdiction") && suggestion(for: text, nil, corpus) == nil
        ? (text, names.kind) : nil
    case .list(let inner): unfitPart(of: text, separator).flatMap { inner.foreignWord(in: $0, nil, corpus) }
    case .text, .integer, .number, .date, .stretch, .span, .truth, .either: nil
    }
  }
}

/// Messages about reading the texts of columns (R780 to R786).
public let typingExplanations: [Explanation] = [
  Explanation(
    "R780", "Cells that are not of the kind of their column",
    "A column is read as a kind as a whole. Cells that are not of it are listed with their lines; nothing is left out, and nothing guessed.",
    wrong: "read(text: \"opened\\n2015-03\\nn.d.\") | typed { opened: date }",
    right: "show read(text: \"opened\\n2015-03\\nn.d.\") | typed { opened: date } else unknown | count"),
  Explanation(
    "R781", "A word that is no kind of cell",
    "A cell can be a text, an integer, a number, a date, a truth, a record of a kind, or several of these.",
    wrong: "read(text: \"a\\n1\") | typed { a: int }",
    right: "show read(text: \"a\\n1\") | typed { a: integer } | count"),
  Explanation(
    "R782", "Columns typed as nothing",
    "`typed` takes columns with their kinds in braces, or `as proposed`.",
    wrong: "read(text: \"a\\n1\") | typed as guessed", right: "show read(text: \"a\\n1\") | typed as proposed | count"),
  Explanation(
    "R783", "An example from which the order of day and month cannot be seen",
    "`03/04/2015` is two days. An example whose day is above 12 shows which number is the day.",
    wrong: "read(text: \"a\\n03/04/2015\") | typed dates: \"03/04/2015\" { a: date }",
    right: "show read(text: \"a\\n03/04/2015\") | typed dates: \"31/12/2015\" { a: date } | count"),
  Explanation(
    "R784", "An example from which the writing of numbers cannot be seen",
    "A comma stands before the decimals in some countries and between thousands in others. An example with both signs, or with the decimals', shows it.",
    wrong: "read(text: \"a;b\\n1,5;2\") | typed numbers: \"several\" { a: number }",
    right: "show read(text: \"a;b\\n1,5;2\") | typed numbers: \"1.234,5\" { a: number } | count"),
  Explanation(
    "R785", "Something else than unknown for what does not fit",
    "A value that is made up for what cannot be read would be taken for what was written.",
    wrong: "read(text: \"a\\nx\") | typed { a: integer } else 0",
    right: "show read(text: \"a\\nx\") | typed { a: integer } else unknown | count"),
  Explanation(
    "R786", "One word of a file that is said to be two things",
    "Of each word of a file it is said once what it is in Rep, however its capitals, blanks and hyphens are written in its cells.",
    wrong: "read(text: \"end\\nkilled\") | typed words: { killed: dead, Killed: remained } { end: outcome }",
    right: "show read(text: \"end\\nkilled\") | typed words: { killed: dead } { end: outcome } | count"),
]
