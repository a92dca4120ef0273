import Diagnostics
import Records
import Syntax
import Values

/// Rows as records: what the step says of kinds and fields is held against what there is before any file is read.
extension Planner {
  func checkRecords(_ step: Step) {
    guard let kind = recordKind(step, "kind") else { return }
    switch step.trailing {
    case .record(let record)?:
      guard case .record(let entries) = record.kind else { return }
      if entries.isEmpty { report(.recordsSayNothing(kind, place(step.range))) }
      for entry in entries { checkField(entry, of: kind) }
    case .block, nil: report(.recordsSayNothing(kind, place(step.range)))
    }
    let by = step.connections.first { $0.word.text == "by" }
    if let of = step.connections.first(where: { $0.word.text == "of" }) {
      guard let around = recordKind(step, "of") else { return }
      if around.field(holding: kind) == nil { report(.cannotStandInside(kind, around, place(of.keys[0].value.range))) }
      if by?.keys.count != 1 { report(.needsOneKey(kind, around, place(by?.word.range ?? of.word.range))) }
    } else if let by {
      report(.keyOfNothing(kind, place(by.word.range)))
    }
  }

  /// Whoever says it: a source that is known by its name, or what names one in each row.
  func speaker(_ value: Expression) -> Node {
    if case .name(let name) = value.kind, !isKnown(value) {
      report(of: name.text, .noSuchSpeaker(name.text, place(name.range)))
      return faulty(value.range)
    }
    return ofRow(value, label: "per", corpus.kinds["source"].map { [$0] } ?? [])
  }

  /// The kind that a word of the step names; says so where that is none of which rows can be records.
  private func recordKind(_ step: Step, _ word: String) -> Kind? {
    guard let connection = step.connections.first(where: { $0.word.text == word }),
      case .name(let name)? = connection.keys.first?.value.kind
    else { return nil }
    guard let kind = corpus.kinds[name.text] else {
      let near = corpus.plurals[name.text]?.name ?? Planner.near(name.text, among: Array(corpus.kinds.keys))
      report(of: name.text, .noSuchKind(name.text, place(name.range), near: near))
      return nil
    }
    if kind.isTerm {
      report(.termsAreNoRows(kind, place(name.range)))
      return nil
    }
    return kind
  }

  /// What a record claims of a field: `.Outcome`, or with the column that says since when, `.Outcome at .Date`.
  func claimed(_ value: Expression, of field: String) -> Node {
    let kinds = corpus.kindsTaken(byField: field)
    guard case .binary(.at, let value, let from, _) = value.kind else { return ofRow(value, label: field, kinds) }
    return MakeList(
      Arguments([ofRow(value, label: field, kinds), each(from, label: field, descending: nil)]), place(value.range))
  }

  /// Something that is worked out for each row, or a record that is the same for all of them.
  func ofRow(_ value: Expression, label: String, _ kinds: [Kind]) -> Node {
    // A set is many words, and what a record claims is one.
    if case .name(let name) = value.kind, scope.nearest(name.text) == nil, corpus.entities[name.text] == nil,
      corpus.sets[name.text] != nil
    {
      let meant = corpus.termsMeant(by: name.text, kinds, isWord: true)
      report(
        of: name.text,
        .noSuchName(name.text, kinds.first?.name, place(name.range), help: .terms(meant, of: kinds.first, name.text)))
      return faulty(value.range)
    }
    guard case .name(let name) = value.kind, scope.nearest(name.text) == nil, corpus.entities[name.text] != nil else {
      return each(value, label: label, descending: nil)
    }
    return closure(parameters: [], label: label, field: nil, descending: nil, hasIt: true, value.range) {
      plan(name: name, hints: kinds)
    }
  }

  /// What is meant by a word in the braces that is no field, and is said of records in another way.
  private func helpWithField(_ entry: RecordEntry, of kind: Kind) -> String? {
    switch entry.name.text {
    case "per", "source", "sources":
      var column = ".Source"
      if case .fieldOfIt(let name) = entry.value.kind { column = ".\(name.text.asName)" }
      return "who says it stands behind the braces: `as \(kind.name) { … } per \(column)`"
    case "name", "title", "description":
      return "`id` is the column by which records are called, and `label` what stands behind the name: "
        + "`as \(kind.name) { id: .ID, label: .Title }`"
    default: return nil
    }
  }

  private func checkField(_ entry: RecordEntry, of kind: Kind) {
    let name = entry.name
    guard let field = kind.field(name.text) else {
      if !["id", "label"].contains(name.text) {
        report(of: name.text, .noSuchField(name.text, kind, place(name.range), help: helpWithField(entry, of: kind)))
      }
      return
    }
    if field.isComputed || field.place == nil { report(.computedField(field, kind, place(name.range))) }
    if case .binary(.at, _, _, _) = entry.value.kind, !field.overTime {
      report(.notOverTime(field, kind, place(entry.value.range)))
    }
  }
}

// Messages about rows as records that are told before anything runs (R790 and R791).
extension Diagnostic {
  fileprivate static func recordsSayNothing(_ kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R790", "it is not said which columns the records are made of", at: place,
      help: "in braces stands for each field its column: `as \(kind.name) { id: .ID, … }`")
  }

  fileprivate static func termsAreNoRows(_ kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R790", "a \(kind.name) is a word with a place in a tree, and no record that rows could be", at: place,
      help: "write it down: `\(kind.name) NAME : ABOVE \"what it means\"`")
  }

  fileprivate static func noSuchSpeaker(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R252", "there is no source `\(name)`", at: place, label: "nothing has this name",
      help: "declare it: `source \(name.asName) { … }`; a column with the names of sources is `per .\(name.asName)`")
  }

  fileprivate static func needsOneKey(_ kind: Kind, _ around: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R791", "one column says in which \(around.name) each record stands", at: place,
      help: "it stands behind `by`: `as \(kind.name) { … } of \(around.name) by .ID`")
  }

  fileprivate static func keyOfNothing(_ kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R791", "`by` says in which record each stands, and it is not said of which kind that is", at: place,
      help: "`as \(kind.name) { … } of case by .CaseID`; what a record is called by is `id`, in the braces")
  }
}
