import Diagnostics
import Records
import Syntax
import Values

/// Names, and the fields behind them: what each stands for.
extension Planner {
  /// The node of a name: a variable, a function, a record or term, or the table that a plural names.
  ///
  /// The hints are the kinds in whose trees a term is looked up first, since trees share words.
  func plan(name: Name, hints: [Kind]) -> Node {
    let here = place(name.range)
    if let (node, isEach) = read(name.text, name.range) {
      if !isEach { return node }
      guard let row = it(name.range) else { return refuse(.nothingAtHand(name.text, here), name.range) }
      return WorkOutEach(node, row: row, here)
    }
    if let declared = function(name.text) { return functionValue(declared.function, name, here) }
    if let entities = corpus.entities[name.text], !entities.isEmpty {
      let entity = choose(entities, name, hints)
      asksRecords = asksRecords || !entity.kind.isTerm
      return Constant(.entity(entity), here)
    }
    if let set = corpus.sets[name.text] { return ReadSet(set, here) }
    if let kind = corpus.plurals[name.text] {
      asksRecords = true
      return ReadKindTable(kind, machine, here)
    }
    if let builtin = project.builtins[name.text] { return Constant(.function(builtin), here) }
    // What could not be read may have given a kind's name to something else.
    if lost.contains(name.text) { return faulty(name.range) }
    if let kind = corpus.kinds[name.text] {
      let isField =
        scope.role == .closure && it(name.range) != nil
        && corpus.kinds.values.contains { $0.field(name.text) != nil }
      return refuse(
        .kindIsNotAValue(kind, here, field: !isField ? nil : hints.isEmpty ? name.text : "case.\(name.text)"),
        name.range)
    }
    // Someone who knows other tools leaves out the dot.
    if corpus.kinds.values.contains(where: { $0.field(name.text) != nil }) {
      return refuse(.fieldWithoutDot(name.text, here), name.range)
    }
    return refuse(.noSuchName(name.text, here, help: help(with: name, hints)), name.range)
  }

  /// The term of the hinted kinds, where a name stands for several.
  private func choose(_ entities: [Entity], _ name: Name, _ hints: [Kind]) -> Entity {
    if entities.count == 1 { return entities[0] }
    let hinted = entities.filter { entity in hints.contains { entity.kind.isA($0) } }
    if hinted.count == 1 { return hinted[0] }
    report(.severalOfThatName(name.text, place(name.range), hinted.isEmpty ? entities : hinted))
    return entities[0]
  }

  /// What the names of files end with.
  private static let endings: Set<String> = [
    "csv", "tsv", "txt", "json", "jsonl", "xlsx", "xls", "sqlite", "db", "rep",
  ]

  func isUnknown(_ name: Name) -> Bool {
    read(name.text, name.range) == nil && function(name.text) == nil && corpus.entities[name.text] == nil
      && corpus.sets[name.text] == nil && corpus.plurals[name.text] == nil && corpus.kinds[name.text] == nil
      && project.builtins[name.text] == nil && !lost.contains(name.text)
  }

  private func functionValue(_ function: Function, _ name: Name, _ here: Place) -> Node {
    MakeClosure(
      function, captures: [], ownSlot: nil, label: name.text, field: nil, descending: nil, here)
  }

  /// What may be meant by an unknown name. Spellings of people, places and sources are never guessed; `USA` is no guess.
  private func help(with name: Name, _ hints: [Kind]) -> String? {
    if let module = corpus.moduleDeclaring(name.text) { return Diagnostic.help(toUse: module) }
    if ["help", "quit", "exit"].contains(name.text) {
      return name.text == "help"
        ? "help is asked at the prompt, or alone: `rep -e \"help\"`"
        : "`\(name.text)` leaves the prompt; a script ends by itself"
    }
    if ["today", "now", "yesterday", "tomorrow"].contains(name.text.lowercased()) {
      return "Rep has no clock, so that an answer is the same on every day: write the day itself, as in `2022-05-03`"
    }
    if NamesElsewhere.here(name.text) == "unknown" {
      return "what is not known is `unknown`: `x is unknown`, `x is known`"
    }
    let called = corpus.living(corpus.alsoCalled(name.text))
    if called.count == 1 { return "did you mean `\(called[0].path)`?" }
    if !called.isEmpty { return Suggestion.choice(called.map { ($0.path, $0.label ?? $0.kind.name) }) }
    let trees = hints.filter(\.isTerm)
    let meant = trees.isEmpty ? [] : corpus.termsMeant(by: name.text, trees)
    if !meant.isEmpty { return Suggestion.terms(meant, insteadOf: name.text) }
    let inside = corpus.inner(named: name.text)
    if !inside.isEmpty, inside.count <= 6 {
      return "it stands inside a record, and is called with it: "
        + inside.map { "`\($0.path)`" }.joined(separator: ", ")
    }
    let isOfRow = hints.isEmpty && scope.role == .closure && it(name.range) != nil
    let alike = corpus.writtenAlike(name.text, hints)
    // The columns of a table are known when it runs: whoever writes `Origin` in a step may mean one of them.
    if isOfRow, name.text.first?.isUppercase == true, alike.isEmpty { return Planner.helpWithColumn(name.text, corpus) }
    if let near = nearName(name.text) { return "did you mean `\(near)`?" }
    if hints.isEmpty, let fields = fieldsAbout(name) { return fields }
    if !alike.isEmpty, alike.count <= 6 { return Suggestion.alike(alike) }
    let terms = hints.isEmpty ? corpus.termsMeant(by: name.text, []) : []
    if !terms.isEmpty {
      return Suggestion.terms(terms, insteadOf: name.text)
        + (isOfRow ? "\nwhere it is the text in a column of a table, it is `== \"\(name.text)\"`" : "")
    }
    return isOfRow ? Planner.helpWithColumn(name.text, corpus) : nil
  }

  /// How a column is written, and the field of records that is called so in small letters.
  private static func helpWithColumn(_ name: String, _ corpus: Corpus) -> String {
    let field = name.lowercased()
    let isField = field != name && corpus.kinds.values.contains { $0.field(field) != nil }
    return
      (isField
      ? "a field of records is `.\(field)`, and a column of a table `.\(name)`, with a dot"
      : "a column of the table is \(name.asName == name ? "`.\(name)`" : "`` .\(name.asName) ``"), with a dot")
      + "; a text stands in quotation marks"
  }

  /// The fields that speak of what a name says, where a row is at hand.
  func fieldsAbout(_ name: Name) -> String? {
    guard it(name.range) != nil else { return nil }
    let kinds = corpus.kinds.values.filter { !$0.isTerm }.sorted { $0.name < $1.name }
    let fields = kinds.flatMap { kind in kind.fields.filter { kind.parent?.field($0.name) !== $0 } }.about(name.text)
    return fields.isEmpty ? nil : Suggestion.choice(fields.map { (".\($0.name)", $0.documentation) })
  }

  /// The one name that is spelt nearly so.
  func nearName(_ name: String) -> String? {
    let terms = corpus.entities.ofTerms
    return Planner.near(
      name,
      among: terms + corpus.plurals.keys + project.functions.keys + project.builtins.keys + project.variables.keys
        + scope.names)
  }

  /// The kinds of records that fields of this name take: where a name beside such a field is looked up first.
  func kinds(of subject: Expression) -> [Kind] {
    subject.fieldName.map { corpus.kindsTaken(byField: $0.text) } ?? []
  }

  /// Whether words for people stand in a field beside people: `by "two men"`.
  func holdsWords(_ subject: Expression) -> Bool {
    subject.fieldName.map { corpus.takesWords(field: $0.text) } ?? false
  }

  func plan(field name: Name, of subject: Expression, _ range: SourceRange) -> Node {
    if case .name(let first) = subject.kind, scope.own(first.text) == nil {
      // `status.charged`: a term of a kind, where several kinds have one of that name.
      if let kind = corpus.kinds[first.text], read(first.text, first.range) == nil {
        if let term = corpus.entities[name.text]?.first(where: { $0.kind.isA(kind) }) {
          return Constant(.entity(term), place(range))
        }
        report(
          of: name.text,
          .noSuchTerm(name.text, of: kind, place(name.range), corpus.termsMeant(by: name.text, [kind])))
        return faulty(range)
      }
      // `f.odds`: a name of a file that was taken in under a prefix.
      let full = "\(first.text).\(name.text)"
      if let declared = project.functions[full] {
        return functionValue(declared.function, Name(full, range), place(range))
      }
      if let (node, _) = read(full, range) { return node }
    }
    if case .name(let first) = subject.kind, Planner.endings.contains(name.text), isUnknown(first) {
      let path = source.text(in: range)
      return refuse(
        .noSuchName(first.text, place(first.range), help: "the path of a file stands in quotation marks: \"\(path)\""),
        range)
    }
    asksRecords = true
    return ReadField(plan(subject), name.text, fields, place(range))
  }
}

extension Expression {
  /// The field that it reads: `.host`, `c.outcome at 2022`.
  fileprivate var fieldName: Name? {
    switch kind {
    case .fieldOfIt(let name), .field(_, let name): name
    case .binary(.at, let series, _, _): series.fieldName
    default: nil
    }
  }
}
