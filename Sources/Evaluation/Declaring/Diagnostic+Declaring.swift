import Diagnostics
import Records
import Values

// Every message about kinds, records and claims, as it reads where it is reported.

extension Diagnostic {
  // MARK: Names in records

  static func noSuchField(_ name: String, _ kind: Kind, _ place: Place, help: String? = nil) -> Diagnostic {
    Diagnostic(
      "R251", "\(kind.name.withArticle) has no field `\(name)`", at: place, label: "unknown field",
      help: help
        ?? (["name", "title", "label", "description"].contains(name)
          ? "what it is called stands behind its name: `\(kind.name) NAME \"…\" { … }`"
          : Suggestion.field(name, of: kind))
    )
  }

  /// What can be said of a name that nothing bears.
  enum NameHelp {
    /// A part of the library that has it.
    case use(String)
    case itIsWritten(Entity)
    /// What other programs call unknown: `NA`, `null`.
    case unknown
    /// Terms that the word may be meant to be, and the tree in which they were looked for.
    case terms([Entity], of: Kind?, String)
    /// Records that the name is another name of.
    case alsoCalled([Entity])
    /// All that there are; with the word, where it could stand as a text.
    case known([String], orText: String?)
    /// Records that are written nearly so.
    case alike([Entity])
    /// Somebody without a record is written as a text.
    case onlyText(String)
    /// With the kind that terms of a tree are usually of: a tactic is an act.
    case declare(Kind, String, usual: Kind?)
    /// A role that nobody has been given.
    case emptyRole(Entity, String)
  }

  static func noSuchName(_ name: String, _ kind: String?, _ place: Place, help: NameHelp?) -> Diagnostic {
    Diagnostic(
      "R252", "there is no \(kind.map { "\($0) " } ?? "record or term ")`\(name)`", at: place,
      label: "nothing has this name", help: help?.text)
  }

  static func kindTwice(_ name: String, _ place: Place, _ kind: Kind) -> Diagnostic {
    Diagnostic(
      "R203", "`\(name)` is declared twice", at: place, label: "a second time",
      others: kind.place.map { [.init($0, "first declared here")] } ?? [],
      help: "to add a field, write `extend kind \(kind.name) { … }`")
  }

  static func roleTwice(_ role: String, _ kind: Kind, _ place: Place, _ first: Place) -> Diagnostic {
    Diagnostic(
      "R254", "\(kind.name.withArticle) has one `\(role)`", at: place, label: "a second one",
      others: [.init(first, "first here")], help: "several people who are meant together are a `group`")
  }

  static func nothingInside(_ owner: Entity, _ name: String, _ names: [String], _ place: Place) -> Diagnostic {
    Diagnostic(
      "R253", "`\(owner.path)` holds nothing called `\(name)`", at: place, label: "nothing has this name",
      help: names.isEmpty ? nil : "it holds: " + names.prefix(12).map { "`\($0)`" }.joined(separator: ", "))
  }

  // MARK: Kinds

  static func noSuchType(_ name: String, _ place: Place, near: String?) -> Diagnostic {
    Diagnostic(
      "R260", "a field cannot take `\(name)`", at: place, label: "not a type",
      help: near.map { "did you mean `\($0)`?" }
        ?? "a field takes text, number, date, span, truth, a kind of records, or a `list of` one of them")
  }

  static func pluralAsType(_ name: String, _ kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R260", "a field cannot take `\(name)`", at: place, label: "the name of a table",
      help: "write `\(kind.name)` for one, `list of \(kind.name)` for several")
  }

  static func fieldTwice(_ field: Field, of kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R261", "\(kind.name.withArticle) has a field `\(field.name)` already", at: place, label: "a second time",
      others: field.place.map { [.init($0, "first here")] } ?? [], help: "choose another name")
  }

  static func kindsInACircle(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R262", "the kind `\(name)` stands under itself", at: place, label: "the circle closes here",
      help: "leave out the `: KIND` of one of them")
  }

  static func listOverTime(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R263", "`\(name)` cannot be a list and over time at once", at: place,
      help: "take one value over time, or a list without dates")
  }

  // MARK: Records

  static func wrongType(_ field: Field, needs type: FieldType, not what: String, _ place: Place) -> Diagnostic {
    let help: String?
    switch (type, what) {
    case (.text, "a number"), (.text, "a date"): help = "write it in quotation marks"
    case (.text, _) where place.source.text(in: place.range).allSatisfy { $0.isLetter || $0 == "_" }:
      help = "words of one's own stand in quotation marks: \"\(place.source.text(in: place.range))\""
    case (.record(let kind), "a text"):
      help = "\(kind.name.withArticle) is written by its name, without quotation marks"
    case (.either, "a text"):
      help = "\(type.withArticle) is written as a record, `\(field.name) { … }`, or by the name of one"
    case (.either, "a record value"), (.record, "a record value"):
      help = "a record has no colon before its braces: `\(field.name) { … }`"
    case (.date(isStretch: true), "a number"), (.date(isStretch: true), "a text"):
      help = "all the time from one date to another is written 2021/2022, a whole year 2021"
    case (.date, "a number"): help = "a year has four digits; a day is written 2022-05-03"
    case (.date, "a text"): help = "write it without quotation marks: 2022-05-03, 2022-05~, 2021/2022"
    default: help = nil
    }
    return Diagnostic(
      "R400", "`\(field.name)` must be \(type.withArticle), not \(what)", at: place, label: "this is \(what)",
      help: help)
  }

  static func dayForStretch(_ field: Field, _ date: Date, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R404", "`\(field.name)` is a length of time, and `..` is one day that is not known", at: place,
      label: "one day of those between", help: "all the time from the one to the other has a stroke: `2021/2022`")
  }

  static func wrongKindOfRecord(
    _ user: String, _ kinds: [Kind], not entity: Entity, _ place: Place, help: String? = nil
  ) -> Diagnostic {
    let names = kinds.map(\.name.withArticle)
    let needed =
      names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
    return Diagnostic(
      "R401", "\(user) must be \(needed), and `\(entity.name)` is \(entity.kind.name.withArticle)", at: place,
      label: entity.kind.name.withArticle, others: [.init(entity.place, "declared here")],
      help: help)
  }

  static func speakerWithoutSource(_ speaker: Entity, _ source: Kind, _ place: Place, container: String?) -> Diagnostic
  {
    .wrongKindOfRecord(
      "`per`", [source], not: speaker, place,
      help: "who is quoted stands before the source that quotes: `per \(speaker.name) in \(container ?? "SOURCE")`")
  }

  static func oneValue(_ field: Field, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R402", "`\(field.name)` takes one value, not a list", at: place, label: "a list",
      help: "where sources disagree, write one line for each of them")
  }

  static func listInList(_ field: Field, _ place: Place) -> Diagnostic {
    Diagnostic("R402", "a list in `\(field.name)` cannot hold another list", at: place, label: "a list in a list")
  }

  static func notOverTime(_ field: Field, _ kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R403", "`\(field.name)` of \(kind.name.withArticle) has no dates of its own", at: place,
      label: "only a field over time takes `at`",
      help: "a kind declares it: `\(field.name): \(field.type.name) over time`")
  }

  static func computedField(_ field: Field, _ kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R405", "`\(field.name)` of \(kind.name.withArticle) is worked out, not written", at: place,
      others: field.place.map { [.init($0, "worked out here")] } ?? [],
      help: field.type.isList && kind.field("events") != nil
        ? "it follows from the events: write those; of the rows of a file `as event { act: .Column } of \(kind.name) by .ID` makes them"
        : "leave the line out: it follows from the rest of the record")
  }

  static func cannotStandInside(_ inner: Kind, _ outer: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R406", "\(inner.name.withArticle) cannot stand inside \(outer.name.withArticle)", at: place,
      label: "no field takes it",
      help:
        "write it at the top of the file, or give `\(outer.name)` a field "
        + "`\(inner.plural ?? inner.name): list of \(inner.name)`"
    )
  }

  static func onlyTermsHaveParents(_ entity: Entity, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R407", "only a term stands under another", at: place, label: "not a term",
      help: "what a record has to do with another is said by a field")
  }

  static func rootAsParent(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R407", "`\(name)` is the kind, and the root of the tree", at: place, label: "not a term",
      help: "a term of the first level names no parent: leave out `: \(name)`")
  }

  static func termsInACircle(_ name: String, _ parent: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R408", "`\(name)` stands under itself", at: place, label: "`\(parent)` stands under `\(name)`",
      help: "one term of the circle must stand higher")
  }

  static func tooDeep(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R409", "this stands too deep: at most \(Declarations.deepest) levels", at: place,
      help: "write it at the top of the file")
  }

  static func noEvents(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R411", "there is no kind `event` with an act and a date", at: place, help: "declare it with `kind event`")
  }

  static func spanTooLong(_ fault: Fault, _ place: Place) -> Diagnostic {
    Diagnostic("R413", fault.diagnostic.message, at: place, help: fault.diagnostic.help)
  }

  // MARK: Sets

  static func setNeedsList(_ place: Place) -> Diagnostic {
    Diagnostic(
      "R420", "a set is a list of names, or `where` and a test", at: place, help: "write `= [one, another]`")
  }

  static func setNeedsNames(_ place: Place) -> Diagnostic {
    Diagnostic("R420", "a set holds records, terms and texts", at: place, label: "none of them")
  }

  static func statusOfSet(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R421", "a set is a choice, and has no status", at: place, help: "say by `per` who chose, and by `at` when")
  }

  // MARK: At the prompt

  static func replaced(_ entity: Entity, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R430", "`\(entity.path)` takes the place of the record entered before", at: place,
      others: [.init(entity.place, "the one before")],
      help: "to add to a record, write `extend \(entity.path) { … }`", severity: .note)
  }

  static func replaced(set: EntitySet, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R430", "`\(set.name)` takes the place of the set entered before", at: place,
      others: [.init(set.place, "the one before")], severity: .note)
  }

  static func stillMentioned(_ gone: Entity, _ claim: Claim) -> Diagnostic {
    Diagnostic(
      "R431", "`\(gone.path)` is left out now, and is still mentioned", at: claim.place, label: "mentioned here",
      others: [.init(gone.place, "it stood here")],
      help: "write `\(gone.name)` again, or change the line that mentions it")
  }

  // MARK: Warnings

  static func noSource(_ record: Entity, _ count: Int) -> Diagnostic {
    Diagnostic(
      "R440", "no source is named for \(count == 1 ? "something" : "\(count) things") in `\(record.path)`",
      at: record.place, help: "write `per SOURCE` behind the name of the record, or behind a line of it",
      severity: .warning)
  }

}

extension String {
  /// A word as a sentence calls one thing of that name: `an event`.
  package var withArticle: String {
    guard let first else { return self }
    return ("aeiou".contains(first.lowercased()) ? "an " : "a ") + self
  }
}

extension FieldType {
  var withArticle: String {
    switch self {
    case .truth: "true or false"
    case .number, .text, .date, .span, .record: name.withArticle
    case .list(let type): "a list of \(type.name)"
    case .either(let types): types.map(\.withArticle).joined(separator: " or ")
    }
  }
}

extension Diagnostic.NameHelp {
  var text: String {
    switch self {
    case .use(let module): Diagnostic.help(toUse: module)
    case .itIsWritten(let entity): "it is written `\(entity.path)`, \(entity.kind.name.withArticle)"
    case .unknown: "what is not known is `unknown`, with a reason where there is one: `unknown (not_asked)`"
    case .terms(let terms, let tree, let name): Suggestion.terms(terms, insteadOf: name, of: tree)
    case .alsoCalled(let entities):
      "it is another name of " + entities.map { "`\($0.path)`" }.joined(separator: " and of ")
        + ": write " + (entities.count == 1 ? "that" : "the one that is meant")
    case .known(let names, let text):
      "known: " + names.map { "`\($0)`" }.joined(separator: ", ")
        + (text.map { "; somebody without a record is a text: \"\($0)\"" } ?? "")
    case .alike(let entities): Suggestion.alike(entities) + Diagnostic.NameHelp.all(entities[0].kind)
    case .onlyText(let name): "somebody without a record is a text: \"\(name)\""
    case .declare(let kind, let name, let usual):
      if let usual, kind.isTerm {
        Suggestion.declare(usual, name, listed: kind)
      } else {
        "declare it: `\(kind.name) \(name) { … }`" + (usual == nil ? "" : Diagnostic.NameHelp.all(kind))
      }
    case .emptyRole(let record, let role):
      "`\(record.path)` does not say who that is: write `\(role) { … }` in it, or `\(role): NAME`"
    }
  }

  private static func all(_ kind: Kind) -> String {
    kind.plural.map { "; `\($0)` are all that are known" } ?? ""
  }
}
