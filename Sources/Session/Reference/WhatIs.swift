import Diagnostics
import Evaluation
import Records
import Values

/// What `what is NAME` says: in plain words, what kind of thing it is, and where it stands.
struct WhatIs {
  let reference: Reference

  init(_ reference: Reference) { self.reference = reference }

  func answer(_ asked: String, width: Int) -> String {
    let name = asked.withoutQuotes
    var sentences: [String] = []
    if let value = reference.variable(name) { sentences.append(sentence(variable: name, value)) }
    sentences += reference.entities(name).map { sentence($0) } + otherNames(name)
    if let set = reference.corpus.sets[name] { sentences.append(sentence(set)) }
    if let kind = reference.kind(name) { sentences.append(sentence(kind, called: name)) }
    sentences += reference.fields(name).map { sentence($0.field, of: $0.kind) }
    if let function = reference.function(name) { sentences.append(sentence(function)) }
    if let word = reference.word(name) {
      sentences.append("`\(name)` is a word of the language. \(word.documentation.summary)")
    }
    sentences += reference.tables(withColumn: name).map { table in
      "`\(name)` is a column of `\(table)`; `\(table) | describe` tells what stands in it."
    }
    if sentences.isEmpty, let sentence = sentence(date: asked.trimmed) { sentences.append(sentence) }
    if sentences.isEmpty, let form = PlainQuestion(name, reference.corpus)?.form {
      return "To ask that, write `\(form)`.\n"
    }
    if sentences.isEmpty { return Help(reference: reference, width: width).notFound(name) }
    return sentences.map { $0.wrapped(to: width, indent: 0) + "\n" }.joined()
  }

  /// What a name is another name of.
  func otherNames(_ name: String) -> [String] {
    // `is` is a word of the language, and no code of Iceland.
    if name.count < 4, name != name.uppercased() { return [] }
    return reference.corpus.alsoCalled(name).filter { $0.name != name }.map { entity in
      "`\(name)` is another name of `\(entity.path)`. \(sentence(entity))"
    }
  }

  /// What a date is taken for, or why it is none; nil for what does not begin like one.
  private func sentence(date text: String) -> String? {
    let text = text.hasPrefix("@") ? String(text.dropFirst()).withoutQuotes : text
    guard text.count > 3, let first = text.first, first.isNumber || "[{/.-".contains(first) else { return nil }
    do throws(DateError) {
      let date = try Date.parse(text)
      let isNumber = text.allSatisfy(\.isNumber)
      let remarks = date.remarks.map { " " + $0 + "." }.joined()
      return "`\(text)` is \(isNumber ? "a number; where a date stands, a year" : "a date"): \(date.meaning).\(remarks)"
    } catch {
      return "`\(text)` is no date: \(error.message)\(error.help.map { "; \($0)" } ?? "")."
    }
  }

  func sentence(variable name: String, _ value: Value) -> String {
    "`\(name)` is a variable: \(value.kindName)\(value.isShort ? ", \(value.printed)" : "")."
  }

  func sentence(_ entity: Entity) -> String {
    var text = "`\(entity.path)` is \(entity.kind.name.withArticle)"
    if let label = entity.label { text += ": \(label)" }
    text += "."
    if let documentation = reference.corpus.documentation(of: entity) {
      text += " \(Documentation(documentation).summary)"
    }
    var path: [String] = []
    var above = entity.parent
    while let term = above, path.count < 100 {
      path.append(term.name)
      above = term.parent
    }
    if !path.isEmpty { text += " It stands under \(path.joined(separator: ", which stands under "))." }
    if let position = entity.kind.position(of: "may_be"), case .list(let others) = entity.field(position).settled,
      !others.isEmpty
    {
      let words = others.map { "`\($0.printed)`" }.joined(separator: ", ")
      text += " It leaves open whether it is \(words): what is asked of these cannot be decided then."
    }
    if let owner = entity.owner { text += " It belongs to `\(owner.path)`." }
    return text + " Declared in \(entity.place.fileAndLine)."
  }

  private func sentence(_ set: EntitySet) -> String {
    let label = set.label.map { ": \($0)" } ?? ""
    let holds = set.hasTest ? "A test tells what is in it" : "It holds \(set.members.count)"
    return "`\(set.name)` is a set\(label). \(holds); `why \(set.name)` tells who drew it up. "
      + "Declared in \(set.place.fileAndLine)."
  }

  private func sentence(_ kind: Kind, called name: String) -> String {
    let documentation = Documentation(kind.documentation).summary
    var text: String
    if name == kind.plural, name != kind.name {
      text = "`\(name)` is the table of all records of the kind `\(kind.name)`."
    } else if kind.isTerm {
      text = "`\(name)` is a tree of terms."
    } else {
      text = "`\(name)` is a kind of \(kind.parent?.name ?? "record")."
    }
    if !documentation.isEmpty { text += " \(documentation)" }
    if let place = kind.place { text += " Declared in \(place.fileAndLine)." }
    return text + " `help \(kind.name)` shows more."
  }

  func sentence(_ field: Field, of kind: Kind) -> String {
    var text = "`\(field.name)` is a field of `\(kind.name)` that takes \(field.type.name)"
    text += field.overTime ? ", several over time" : field.isComputed ? ", worked out from others" : ""
    let meaning = Documentation(field.documentation).summary
    return text + (meaning.isEmpty ? "." : ": \(meaning).")
  }

  private func sentence(_ function: DocumentedFunction) -> String {
    var text = "`\(function.name)` is a function."
    if !function.documentation.summary.isEmpty { text += " \(function.documentation.summary)" }
    if function.topic == nil, let place = function.place { text += " Declared in \(place.fileAndLine)." }
    return text + " `help \(function.name)` shows more."
  }
}

extension Value {
  /// True for what fits into a sentence.
  fileprivate var isShort: Bool {
    switch self {
    case .integer, .real, .truth, .short, .text, .date, .span, .quantity, .range, .entity: true
    case .none, .unknown, .list, .record, .map, .disputed, .series, .table, .sealed, .function: false
    }
  }
}
