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
      return Constant(.entity(choose(entities, name, hints)), here)
    }
    if let set = corpus.sets[name.text] { return ReadSet(set, here) }
    if let kind = corpus.plurals[name.text] { return ReadKindTable(kind, machine, here) }
    if let builtin = project.builtins[name.text] { return Constant(.function(builtin), here) }
    if let kind = corpus.kinds[name.text] { return refuse(.kindIsNotAValue(kind, here), name.range) }
    // Someone who knows other tools leaves out the dot.
    if corpus.kinds.values.contains(where: { $0.field(name.text) != nil }) {
      return refuse(.fieldWithoutDot(name.text, here), name.range)
    }
    let module = corpus.moduleDeclaring(name.text)
    return refuse(.noSuchName(name.text, here, module: module, near: nearName(name.text)), name.range)
  }

  /// The term of the hinted kinds, where a name stands for several.
  private func choose(_ entities: [Entity], _ name: Name, _ hints: [Kind]) -> Entity {
    if entities.count == 1 { return entities[0] }
    let hinted = entities.filter { entity in hints.contains { entity.kind.isA($0) } }
    if hinted.count == 1 { return hinted[0] }
    report(.severalOfThatName(name.text, place(name.range), hinted.isEmpty ? entities : hinted))
    return entities[0]
  }

  private func functionValue(_ function: Function, _ name: Name, _ here: Place) -> Node {
    MakeClosure(
      function, captures: [], ownSlot: nil, label: name.text, field: nil, descending: nil, here)
  }

  /// Names that may be meant. Those of people, places and sources are never guessed; `USA` is no guess.
  func nearName(_ name: String) -> String? {
    let called = corpus.alsoCalled(name)
    if !called.isEmpty { return called.count == 1 ? called[0].path : nil }
    let terms = corpus.entities.filter { $0.value.contains { $0.kind.isTerm } }.map(\.key)
    return Planner.near(
      name,
      among: terms + corpus.plurals.keys + project.functions.keys + project.builtins.keys + project.variables.keys
        + scope.names)
  }

  /// The kinds of records that fields of this name take: where a name beside such a field is looked up first.
  func kinds(of subject: Expression) -> [Kind] {
    let field: String
    switch subject.kind {
    case .fieldOfIt(let name), .field(_, let name): field = name.text
    default: return []
    }
    return corpus.kindsTaken(byField: field)
  }

  func plan(field name: Name, of subject: Expression, _ range: SourceRange) -> Node {
    if case .name(let first) = subject.kind, scope.own(first.text) == nil {
      // `status.charged`: a term of a kind, where several kinds have one of that name.
      if let kind = corpus.kinds[first.text], read(first.text, first.range) == nil {
        if let term = corpus.entities[name.text]?.first(where: { $0.kind.isA(kind) }) {
          return Constant(.entity(term), place(range))
        }
        return refuse(.noSuchTerm(name.text, of: kind, place(name.range), near: nearTerm(name.text, kind)), range)
      }
      // `f.odds`: a name of a file that was taken in under a prefix.
      let full = "\(first.text).\(name.text)"
      if let declared = project.functions[full] {
        return functionValue(declared.function, Name(full, range), place(range))
      }
      if let (node, _) = read(full, range) { return node }
    }
    return ReadField(plan(subject), name.text, fields, place(range))
  }

  private func nearTerm(_ name: String, _ kind: Kind) -> String? {
    Planner.near(name, among: corpus.entities.filter { $0.value.contains { $0.kind.isA(kind) } }.keys)
  }
}
