import Evaluation
import Records
import Values

// What Tab offers where only few words make sense: behind `under`, `without`, `is`, `per`, behind the colon of a field.

extension Session {
  /// The words that may stand behind a text, or nil where any may.
  func wordsThatFit(behind before: String) -> [Completion]? {
    let words = Session.wordsAtEnd(of: before)
    guard let last = words.last else { return nil }
    switch last {
    case "under":
      let each = Completion("each", kind: "word", summary: "a row for each standard of evidence")
      return records(of: ["standard"]) + [each]
    case "each" where words.dropLast().last == "under": return kinds(["standard"])
    case "without", "per": return records(of: ["source"])
    case "in", "after", "replaces":
      if words.contains("per") { return records(of: ["source"]) }
      return last == "in" ? values(ofFieldIn: words.dropLast()).map { $0 + sets } : nil
    case "as" where words.contains("per"): return records(of: ["status"])
    case "is", "was", "has": return values(ofFieldIn: words.dropLast())
    case "not":
      guard words.count > 1, ["is", "was"].contains(words[words.count - 2]) else { return nil }
      return values(ofFieldIn: words.dropLast(2))
    default:
      guard last.hasSuffix(":"), !words.contains("|") else { return nil }
      return values(ofField: String(last.dropLast()), of: nil)
    }
  }

  /// The words at the end of a text, without the items of a list that is being written: of `without a, b, ` the word
  /// that opened it is the last.
  private static func wordsAtEnd(of text: String) -> [String] {
    var text = text[...]
    if let bracket = text.lastIndex(of: "["), !text[bracket...].contains("]") { text = text[..<bracket] }
    guard text.last?.isWhitespace ?? false else { return [] }
    let line = text.split(separator: "\n").last ?? ""
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    while let last = words.last, last.hasSuffix(","), words.count > 1 { words.removeLast() }
    return words
  }

  // MARK: Values of a field

  /// What a field may be tested for: `.outcome` at the end of some words, `singer.outcome`.
  private func values(ofFieldIn words: some Sequence<String>) -> [Completion]? {
    let words = Array(words)
    guard let path = words.last, let dot = path.lastIndex(of: ".") else { return nil }
    let field = String(path[path.index(after: dot)...])
    let subject = String(path[..<dot].drop { "({[".contains($0) })
    let kind = subject.isEmpty ? kindOfRows(in: words.joined(separator: " ")) : entity(subject)?.kind
    guard let values = values(ofField: field, of: kind) else { return nil }
    return values + ["known", "not"].map { Completion($0, kind: "word") }
  }

  /// What a field takes: the records and terms of its kinds. Nil where no kind has such a field.
  private func values(ofField name: String, of kind: Kind?) -> [Completion]? {
    let fields = (kind.map { [$0] } ?? Array(corpus.kinds.values)).compactMap { $0.field(name) }
    if fields.isEmpty { return nil }
    var words = fields.flatMap { $0.type.kinds }.flatMap { records(of: [$0.name]) }
    if fields.contains(where: { if case .truth = $0.type { true } else { false } }) {
      words += ["true", "false"].map { Completion($0, kind: "truth") }
    }
    return words + [Completion("unknown", kind: "word"), Completion("none", kind: "word")]
  }

  private func records(of kinds: [String]) -> [Completion] {
    kinds.compactMap { corpus.kinds[$0] }.flatMap { corpus.all($0) }
      .filter { $0.owner == nil && !$0.name.isEmpty }
      .map { Completion($0.name, kind: $0.kind.name, summary: $0.label ?? "") }
  }

  private func kinds(_ names: [String]) -> [Completion] {
    names.compactMap { corpus.kinds[$0] }.map { Completion($0.name, kind: "kind", summary: $0.documentation) }
  }

  private var sets: [Completion] {
    corpus.sets.map { Completion($0.key, kind: "set", summary: $0.value.label ?? "") }
  }

  /// The kind whose table was named last before a step: of `cases | where `, case.
  func kindOfRows(in text: String) -> Kind? {
    guard text.contains("|") else { return nil }
    return text.split { !$0.isLetter && $0 != "_" }.last { corpus.plurals[String($0)] != nil }
      .flatMap { corpus.plurals[String($0)] }
  }

  // MARK: Dates

  /// Behind `known by` the days on which something became known, behind `at` those on which a field changed; nothing
  /// else can stand there, so that nothing else is offered.
  func dates(in bytes: [UInt8]) -> Completions? {
    let text = String(decoding: bytes, as: UTF8.self)
    let typed = text.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let words = Session.wordsAtEnd(of: String(text.dropLast(typed.count)))
    let dates: [Completion]
    if words.suffix(2) == ["known", "by"] {
      dates = corpus.kinds["source"].map { corpus.all($0).compactMap(published) } ?? []
    } else if words.last == "at" {
      dates = changes(of: words.dropLast().last ?? "")
    } else {
      return nil
    }
    var seen: Set<String> = []
    let fitting = dates.filter { $0.text.hasPrefix(typed) && seen.insert($0.text).inserted }
    return Completions(start: bytes.count - typed.utf8.count, words: fitting.sorted { $0.text < $1.text })
  }

  private func published(_ source: Entity) -> Completion? {
    guard let position = source.kind.position(of: "published"), position < source.fields.count,
      case .date(let date) = source.fields[position]
    else { return nil }
    return Completion(date.text, kind: "date", summary: source.label ?? source.name)
  }

  /// The dates that a field over time has, of a path such as `singer.outcome`.
  private func changes(of path: String) -> [Completion] {
    guard let dot = path.lastIndex(of: "."), let record = entity(String(path[..<dot].drop { "({[".contains($0) })),
      let position = record.kind.position(of: String(path[path.index(after: dot)...])),
      position < record.fields.count, case .series(let series) = record.fields[position]
    else { return [] }
    return series.entries.compactMap { entry in
      entry.from.map { Completion($0.text, kind: "date", summary: entry.value.printed) }
    }
  }
}
