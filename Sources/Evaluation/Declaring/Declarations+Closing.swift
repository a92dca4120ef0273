import Diagnostics
import Records
import Syntax
import Values

// What is said of records as a whole: that a list is complete, that two records are one and the same, and that dates are
// in order.

extension Declarations {
  /// `relatives complete as of 2022-06`
  func readCompletion(
    _ name: Name, _ literal: DateLiteral, _ claims: [ClaimClause], _ range: SourceRange, _ number: Int
  ) {
    let body = bodies[number]
    let kind = body.entity.kind
    guard let position = kind.position(of: name.text) else {
      report(noField: name, of: kind, body.file)
      return
    }
    let field = kind.fields[position]
    if field.isComputed || !field.type.isList {
      report(.completesNoList(field, kind, place(name.range, body.file)))
      return
    }
    guard let date = date(literal, body.file) else { return }
    for attribution in attributions(claims, within: body.attributions, scope: body.entity, body.file) {
      corpus.addCompletion(
        of: body.entity, field: position, date, attribution: attribution, place: place(range, body.file))
    }
  }

  /// A list that is complete as of a day, and holds something that came after it, is a mistake in one of the two.
  func checkCompletions() {
    for completion in corpus.completionsOfTransaction {
      if let later = corpus.itemAfter(completion) { report(.afterCompletion(completion, later)) }
    }
  }

  /// `same a, b per source`
  func readIdentities(_ program: Program, _ file: Int) {
    for statement in program.statements {
      guard case .same(let first, let second, let claims) = statement.kind else { continue }
      guard let one = resolve(first, among: [], scope: nil, file, for: "`same`"),
        let other = resolve(second, among: [], scope: nil, file, for: "`same`")
      else { continue }
      let here = place(first.range.joined(second.range), file)
      if one === other {
        report(.sameAsItself(one, here))
      } else if one.kind.isTerm || other.kind.isTerm || one.kind.root !== other.kind.root {
        report(.sameOfTwoKinds(one, other, here))
      } else {
        for attribution in attributions(claims, within: attributionsOfFiles[file], scope: nil, file) {
          corpus.addIdentity(of: one, and: other, attribution: attribution, place: here)
        }
      }
    }
  }

  /// What a record says in the name of one source has to fit together: nothing ends before it began, and one field has
  /// one value at one time. Where two sources differ, that is a dispute and no mistake.
  func checkOrder() {
    var checks: [ObjectIdentifier: OrderCheck] = [:]
    var seen: Set<Int> = []
    for body in bodies {
      let entity = body.entity
      let kind = entity.kind
      let check = checks[ObjectIdentifier(kind)] ?? OrderCheck(kind)
      checks[ObjectIdentifier(kind)] = check
      if check.isEmpty || !seen.insert(entity.index).inserted { continue }
      for (first, second) in check.inOrder {
        if let (one, other) = corpus.wrongOrder(of: entity, first, second) { report(.wrongOrder(one, other)) }
      }
      if check.isOverTime, let (one, other) = corpus.twoValuesAtOnce(of: entity) {
        report(.twoValuesAtOnce(one, other))
      }
      if check.isStandard { checkStandard(entity) }
    }
  }

  /// What there is to check of the records of a kind.
  private struct OrderCheck {
    let inOrder: [(Int, Int)]
    let isOverTime: Bool
    let isStandard: Bool

    init(_ kind: Kind) {
      inOrder = Declarations.inOrder.compactMap { earlier, later in
        kind.position(of: earlier).flatMap { first in kind.position(of: later).map { (first, $0) } }
      }
      isOverTime = kind.fields.contains(where: \.overTime)
      isStandard = kind.root.name == "standard"
    }

    var isEmpty: Bool { inOrder.isEmpty && !isOverTime && !isStandard }
  }

  /// Fields of which the first cannot hold a later date than the second.
  public static let inOrder = [
    ("signed", "in_force"), ("opened", "closed"), ("issued", "withdrawn"), ("published", "withdrawn"),
  ]

  /// A standard that no claim can reach would answer every question with unknown.
  private func checkStandard(_ standard: Entity) {
    for claim in corpus.allClaims(of: standard) {
      switch (claim.field.name, claim.value) {
      case ("sources", .integer(let number)) where number >= 1: continue
      case ("sources", .integer), ("sources", .real), ("sources", .quantity):
        report(.standardNothingMeets(standard, "`sources` is a whole number, from 1 on", claim.place))
      case ("reliability", .entity(let letter)) where letter.name == "F":
        report(.standardNothingMeets(standard, "of F nobody can tell whether it is enough", claim.place))
      case ("status", .entity(let status)) where Bearing(status: status) != .supports:
        report(.standardNothingMeets(standard, "a claim that is \(status.name) supports nothing", claim.place))
      default: continue
      }
    }
  }
}

extension Diagnostic {
  static func completesNoList(_ field: Field, _ kind: Kind, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R429", "only a list can be complete, and `\(field.name)` of a \(kind.name) takes \(field.type.name)", at: place)
  }

  static func afterCompletion(_ completion: Completion, _ later: Claim) -> Diagnostic {
    Diagnostic(
      "R422", "this is said to be complete as of \(completion.date.text), and one of it came later",
      at: completion.place, others: [Diagnostic.Mark(later.place, "later than that")],
      help: "give the day as of which all of it is known, or look at the date of the event")
  }

  static func wrongOrder(_ one: Claim, _ other: Claim) -> Diagnostic {
    Diagnostic(
      "R427",
      "`\(other.field.name)` (\(other.value.printed)) lies before `\(one.field.name)` (\(one.value.printed)), by one source",
      at: other.place, others: [Diagnostic.Mark(one.place, "the later of the two")],
      help: "look both up in the source; where two sources differ, give each its `per`")
  }

  static func twoValuesAtOnce(_ one: Claim, _ other: Claim) -> Diagnostic {
    let date = other.from?.text ?? ""
    return Diagnostic(
      "R428", "`\(other.field.name)` has two values at \(date), by one source", at: other.place,
      others: [Diagnostic.Mark(one.place, "the other one")],
      help: "give each its date, or each the source that says so")
  }

  static func standardNothingMeets(_ standard: Entity, _ why: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R426", "nothing can meet the standard `\(standard.path)`: \(why)", at: place,
      help: "a standard asks for a number of sources, a reliability from A to E, or a status")
  }

  static func sameAsItself(_ entity: Entity, _ place: Place) -> Diagnostic {
    Diagnostic("R423", "`\(entity.path)` is the same as itself without anyone saying so", at: place)
  }

  static func sameOfTwoKinds(_ one: Entity, _ other: Entity, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R424", "`\(one.path)` is a \(one.kind.name) and `\(other.path)` a \(other.kind.name): they cannot be the same",
      at: place)
  }
}
