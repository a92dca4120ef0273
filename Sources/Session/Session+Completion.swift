import Evaluation
import Records
import Syntax
import Values

extension Session {
  /// The words with which the one at the cursor (a UTF-8 offset) can go on: what exists in this session, now.
  public func completions(in line: String, at cursor: Int) -> Completions {
    let bytes = Array(line.utf8.prefix(max(0, cursor)))
    if let path = openText(in: bytes) { return files(path, end: bytes.count) }
    if let dates = dates(in: bytes) { return dates }
    var start = bytes.count
    while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
    start = openBacktick(in: bytes) ?? start
    let word = String(decoding: bytes[start...], as: UTF8.self)
    let before = bytes[..<start]
    let words: [Completion]
    if before.last == UInt8(ascii: ".") {
      let subject = subject(before.dropLast())
      words = subject.isEmpty ? fieldsOfRow(in: before) : fields(of: subject)
    } else if let columns = columnsToType(in: before) {
      words = columns
    } else if let fitting = wordsThatFit(behind: String(decoding: before, as: UTF8.self)) {
      words = fitting
    } else if firstOf(before) == UInt8(ascii: "|") {
      words = functions {
        $0.parameters.first.map { ["rows", "xs", "list", "items", "table"].contains($0.name.text) } ?? false
      }
    } else if String(decoding: before, as: UTF8.self).trimmed == "use" {
      words = Module.all.map { Completion($0.name, kind: "module", summary: $0.documentation.summary) }
    } else {
      words = names()
    }
    // Whoever begins to type a head gets its backticks with it.
    let fitting = words.filter { $0.text.hasPrefix(word) || $0.text.hasPrefix("`\(word)") }
    return Completions(start: start, words: sorted(fitting))
  }

  private func sorted(_ words: [Completion]) -> [Completion] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0.text).inserted }.sorted { $0.text < $1.text }
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      || (byte >= 0x30 && byte <= 0x39)
  }

  /// The last byte that is no blank: what the word at the cursor follows.
  private func firstOf(_ bytes: ArraySlice<UInt8>) -> UInt8? { bytes.last { $0 != UInt8(ascii: " ") } }

  /// The name before a dot; empty for `.host`.
  private func subject(_ bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.reversed().prefix { isNamePart($0) || $0 == UInt8(ascii: ".") }.reversed()
    return String(decoding: Array(name), as: UTF8.self)
  }

  /// What stands in a text that is still open at the cursor; nil outside of texts.
  private func openText(in bytes: [UInt8]) -> String? {
    var start: Int?
    for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\"") {
      start = start == nil ? position + 1 : nil
    }
    return start.map { String(decoding: bytes[$0...], as: UTF8.self) }
  }

  // MARK: What there is

  private func names() -> [Completion] {
    var words = functions { _ in true }
    for (name, entities) in corpus.entities.written {
      guard let entity = entities.first else { continue }
      words.append(Completion(name, kind: entity.kind.name, summary: entity.label ?? ""))
    }
    for (plural, kind) in corpus.plurals {
      words.append(Completion(plural, kind: "table", summary: kind.documentation))
    }
    for (name, kind) in corpus.kinds { words.append(Completion(name, kind: "kind", summary: kind.documentation)) }
    for (name, set) in corpus.sets { words.append(Completion(name, kind: "set", summary: set.label ?? "")) }
    for name in project.variableNames { words.append(Completion(name, kind: "variable")) }
    for word in Session.words { words.append(Completion(word, kind: "word")) }
    return words
  }

  /// The words of the language that begin something.
  private static let words = [
    "after", "and", "before", "break", "check", "continue", "during", "each", "else", "expect", "extend", "false",
    "for",
    "help", "if", "in", "kind", "known", "let", "match", "none", "not", "or", "overlaps", "quit", "return", "set",
    "show",
    "test", "then", "true", "unknown", "use", "was", "what is", "while", "why",
  ]

  private func functions(where fits: (FunctionDeclaration) -> Bool) -> [Completion] {
    project.callables.filter { fits($0.declaration) }.map { callable in
      Completion(callable.name, kind: "function", summary: firstSentence(callable.documentation))
    }
  }

  /// The fields of the rows that a pipeline began with, where its table has a name; else of all kinds.
  private func fieldsOfRow(in before: ArraySlice<UInt8>) -> [Completion] {
    if let columns = columns(in: before) { return columns }
    let kind = kindOfRows(in: String(decoding: before, as: UTF8.self))
    return (kind.map { [$0] } ?? Array(corpus.kinds.values)).flatMap { fields(of: $0) }
  }

  private func fields(of subject: String) -> [Completion] {
    if let kind = corpus.kinds[subject], kind.isTerm {
      return corpus.all(kind).map { Completion($0.name, kind: kind.name, summary: $0.label ?? "") }
    }
    if let entity = entity(subject) {
      return fields(of: entity.kind)
        + corpus.localNames(in: entity).map { name in
          Completion(name, kind: corpus.local(name, in: entity)?.kind.name ?? "record")
        }
    }
    if case .record(let record)? = project.value(of: subject) {
      return record.shape.names.map { Completion($0, kind: "field") }
    }
    return columns(ofVariable: subject) ?? corpus.kinds.values.flatMap { fields(of: $0) }
  }

  private func fields(of kind: Kind) -> [Completion] {
    kind.fields.map { Completion($0.name, kind: $0.type.name, summary: $0.documentation) }
  }

  /// The record that a path names: `phnom_penh.mother`.
  func entity(_ path: String) -> Entity? {
    let names = path.split(separator: ".").map(String.init)
    guard let first = names.first, var entity = corpus.entities[first]?.first else { return nil }
    for name in names.dropFirst() {
      guard let inner = corpus.local(name, in: entity) else { return nil }
      entity = inner
    }
    return entity
  }

  private func firstSentence(_ documentation: String) -> String {
    String(documentation.split(separator: "\n").first ?? "")
  }

  private func files(_ path: String, end: Int) -> Completions {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = path.dropFirst(folder.count)
    let words = host.list(folder.isEmpty ? "." : folder).filter { $0.hasPrefix(name) && !$0.hasPrefix(".") }
    return Completions(
      start: end - name.utf8.count, words: words.map { Completion($0, kind: $0.hasSuffix("/") ? "folder" : "file") })
  }
}
