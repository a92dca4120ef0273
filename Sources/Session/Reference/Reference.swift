import Diagnostics
import Evaluation
import Records
import Syntax
import Values

/// Everything that can be looked up by name: functions, kinds, terms, records, variables and the language's own words.
struct Reference {
  let corpus: Corpus
  /// In the order in which the library declares them, then those of scripts.
  let functions: [DocumentedFunction]
  let variables: [(name: String, value: Value)]

  func function(_ name: String) -> DocumentedFunction? { functions.first { $0.name == name } }

  func word(_ name: String) -> LanguageWord? { LanguageWord.all.first { $0.names.contains(name) } }

  func kind(_ name: String) -> Kind? { corpus.kinds[name] ?? corpus.plurals[name] }

  /// Records and terms of a name; a term may share its name with one of another tree.
  func entities(_ name: String) -> [Entity] {
    if let all = corpus.entities[name] { return all }
    // `status.charged`: a term by the kind it belongs to.
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return [] }
    return (corpus.entities[parts[1]] ?? []).filter { $0.kind.name == parts[0] }
  }

  /// The kinds that declare a field of this name themselves, with the field.
  func fields(_ name: String) -> [(kind: Kind, field: Field)] {
    let name = name.hasPrefix(".") ? String(name.dropFirst()) : name
    let parts = name.split(separator: ".").map(String.init)
    return corpus.kinds.values.sorted { $0.name < $1.name }.compactMap { kind in
      guard let field = kind.field(parts.last ?? name), parts.count < 3, parts.count == 1 || parts[0] == kind.name
      else { return nil }
      if parts.count == 1, kind.parent?.field(field.name) === field { return nil }
      return (kind, field)
    }
  }

  func variable(_ name: String) -> Value? { variables.first { $0.name == name }?.value }

  /// The variables that hold a table with such a column.
  func tables(withColumn name: String) -> [String] {
    let name = name.hasPrefix(".") ? String(name.dropFirst()) : name
    return variables.compactMap { variable in
      guard case .table(let table) = variable.value, case .records = table.content, table.hasColumn(name) else {
        return nil
      }
      return variable.name
    }
  }

  /// The name of a function, kind, term or word that was probably meant. Spellings of records are never guessed.
  func near(_ name: String) -> String? {
    if let here = NamesElsewhere.here(name) { return here }
    let terms = corpus.entities.written.values.joined().filter { $0.kind.isTerm }.map(\.name)
    let known =
      functions.map(\.name) + corpus.kinds.keys + corpus.kinds.values.flatMap { $0.fields.map(\.name) }
      + corpus.plurals.keys + LanguageWord.all.flatMap(\.names) + terms
    return Spelling.nearest(to: name, among: Set(known))
  }

  /// What has a part of an unknown word in its name or its meaning: terms, fields and functions, each with its meaning.
  func about(_ name: String) -> [[String]] {
    let terms = corpus.term.map { corpus.terms(about: name, in: [$0], most: 6) } ?? []
    let kinds = corpus.kinds.values.filter { !$0.isTerm }.sorted { $0.name < $1.name }
    let fields = kinds.flatMap { kind in
      kind.fields.filter { kind.parent?.field($0.name) !== $0 }.about(name)
        .map { ["\(kind.name).\($0.name)", "field", $0.documentation] }
    }
    let sought = SoughtWord(name)
    let functions = functions.filter { sought.fit($0.name, meaning: $0.documentation.summary) > 0 }
      .map { [$0.name, "function", $0.documentation.summary] }
    return terms.map { [$0.path, $0.kind.name, $0.label ?? ""] } + fields.prefix(4) + functions.prefix(4)
  }
}

/// A function with what its declaration and its documentation say.
struct DocumentedFunction {
  let name: String
  let signature: String
  /// How it is written as a step, for functions that work row by row: `rows | sort by …`.
  let stepForm: String?
  let takesRows: Bool
  let documentation: Documentation
  /// The part of the library that it stands in; nil for a script's own.
  let topic: String?
  let place: Place?

  init(_ declaration: FunctionDeclaration, documentation: String, topic: String?, place: Place?) {
    self.name = declaration.name.text
    self.signature = declaration.signature
    self.stepForm = declaration.stepForm
    self.takesRows = declaration.takesRows
    self.documentation = Documentation(documentation)
    self.topic = topic
    self.place = place
  }
}

extension FunctionDeclaration {
  /// The declaration without its body: `round(number: number, digits = 0): number`.
  var signature: String {
    let list = parameters.map(\.signature).joined(separator: ", ")
    return "\(name.text)(\(list))" + (result.map { ": \($0.signature)" } ?? "")
  }
}

extension FunctionDeclaration {
  /// True for what is mostly used as a step: it takes a table, or an expression for each row.
  fileprivate var takesRows: Bool {
    if case .named(let kind)? = parameters.first?.type, kind.text == "table" { return true }
    return parameters.contains { $0.passing == .each }
  }

  /// The step as it is written behind `|`; nil for a function that is no step in the first place.
  fileprivate var stepForm: String? {
    guard takesRows, let rows = parameters.first, rows.passing == .value else { return nil }
    if name.text == "as" {
      return "rows | as KIND { field: .Column, … } [of KIND by .Column] [per source] [else unknown]"
    }
    let named = parameters.filter { $0.isWord && !Parameter.connections.contains($0.name.text) }
    let plain = parameters.dropFirst().filter { !Parameter.connections.contains($0.name.text) && !$0.isWord }
    let connected = parameters.filter { Parameter.connections.contains($0.name.text) }
    let arguments = plain.map(\.stepForm).joined(separator: ", ")
    let words = connected.map { " \($0.name.text) " + ($0.isRest ? "key, …" : "key") }.joined()
    let options = named.map { " [\($0.name.text): word]" }.joined()
    return "\(rows.name.text) | \(name.text)\(arguments.isEmpty ? "" : " \(arguments)")\(words)\(options)"
  }
}

extension Parameter {
  /// Words that stand before an argument of a step instead of a comma.
  static let connections: Set<String> = ["by", "on", "as"]

  /// Whether it is told by its name, with a word as it stands.
  fileprivate var isWord: Bool {
    if case .named(let kind)? = type { return kind.text == "word" }
    return false
  }

  fileprivate var stepForm: String {
    if isRest, name.text.last == "s" { return "\(name.text.dropLast()), …" }
    return defaultValue == nil && !isRest ? name.text : "[\(name.text)]"
  }
}

extension Parameter {
  fileprivate var signature: String {
    let mark = passing == .value ? "" : "\(passing.rawValue) "
    let kind = type.map { ": \($0.signature)" } ?? ""
    return mark + name.text + (isRest ? ".." : "") + kind + (defaultValue.map { " = \($0.signature)" } ?? "")
  }
}

extension TypeExpression {
  fileprivate var signature: String {
    switch self {
    case .named(let name): name.text
    case .list(let type): "list of \(type.signature)"
    case .either(let types): types.map(\.signature).joined(separator: " or ")
    }
  }
}

extension Expression {
  /// A default as it was written, where it is a plain one.
  fileprivate var signature: String {
    switch kind {
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .none: "none"
    case .it: "it"
    case .unknown: "unknown"
    case .name(let name): name.text
    case .date(let text): text
    case .text(let parts):
      "\"" + parts.map { if case .characters(let text) = $0 { text } else { "…" } }.joined() + "\""
    case .list(let items): items.isEmpty ? "[]" : "[…]"
    case .record(let entries): entries.isEmpty ? "{}" : "{…}"
    case .span, .quantity, .fieldOfIt, .field, .call, .index, .negative, .not, .binary, .lambda, .choice, .match, .why,
      .light,
      .pipeline, .head, .faulty:
      "…"
    }
  }
}
