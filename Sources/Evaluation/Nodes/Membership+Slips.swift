import Diagnostics
import Records
import Values

// Questions of membership that could only ever be answered no, and would hide a slip.

/// Sees that what is asked of a field could stand in it, so that a slip is no empty answer: `.on has father`, where the
/// kinship `father` is no person. Looked up once for each kind of record.
final class FieldTakes {
  private let field: ReadField
  private let asked: Value
  private unowned let machine: Machine
  /// The number of the kind that was looked up last.
  private var known = -1

  /// Nil where it is not one record or term, or a text, that is asked of a field.
  init?(_ left: Node, _ right: Node, _ machine: Machine) {
    guard let field = left as? ReadField, let asked = right.constant else { return nil }
    switch asked {
    case .entity, .short, .text: break
    case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .disputed,
      .series, .table, .sealed, .function:
      return nil
    }
    self.field = field
    self.asked = asked
    self.machine = machine
  }

  func check(_ frame: Frame) throws(Fault) {
    guard case .entity(let record) = try field.subject.value(frame), known != record.kind.number else {
      return
    }
    let type = record.kind.field(field.name)?.type
    let kinds = type?.kinds ?? []
    guard case .entity(let asked) = asked else {
      if let type, let kind = kinds.first, !type.takesText { throw .textInFieldOf(kind, asked, isList: type.isList) }
      known = record.kind.number
      return
    }
    // A region is asked of states.
    if kinds.isEmpty || asked.kind.name == "region"
      || kinds.contains(where: { asked.kind.isA($0) || $0.isA(asked.kind) })
    {
      known = record.kind.number
      return
    }
    let meant = machine.corpus.records.filter { other in
      other.owner != nil && other.name == asked.name && kinds.contains { other.kind.isA($0) }
    }
    // What these records have such terms in is told where one is met.
    if meant.isEmpty, asked.kind.isTerm, kinds.contains(where: { $0.field(taking: asked) != nil }) { return }
    throw .standsInNoField(asked, field.name, of: record.kind, kinds, meant: meant.map(\.path))
  }
}

extension Fault {
  static func textInFieldOf(_ kind: Kind, _ text: Value, isList: Bool) -> Fault {
    let name = text.string.map { $0.isEmpty || $0.contains(" ") ? "NAME" : $0 } ?? "NAME"
    return Fault(
      "R335", "\(FieldType.record(kind).withArticle) can never be the same as a text",
      help:
        "to ask whether it is that \(kind.name), write `\(isList ? "has" : "is") \(name)`, without quotation marks; its "
        + "name as a text is `.name`")
  }
}

extension Entity {
  /// Whether both are terms, and of trees that share no kind: then one can never be the other.
  func isOfAnotherTree(than other: Entity) -> Bool {
    kind.isTerm && other.kind.isTerm && kind.tree !== other.kind.tree && other.kind.name != "region"
  }
}

extension Entity {
  /// Whether this is a record and the other a term, which no record is. A place is in a region all the same.
  func isNoTerm(like other: Entity) -> Bool {
    !kind.isTerm && other.kind.isTerm && other.kind.name != "region"
  }
}

extension Kind {
  /// How its records are asked for a term: `.tactics has utility_cut`, `.outcome is returned`; nil where no field takes it.
  func question(about term: Entity) -> String? {
    let taking = fields.filter { field in field.type.kinds.contains { term.kind.isA($0) && $0.isTerm } }
    return taking.first.map { ".\($0.name) \($0.type.isList ? "has" : "is") \(term.name)" }
  }

  /// The field in which its records have a term of that tree, where they are no terms themselves.
  func field(taking term: Entity) -> String? {
    if isTerm { return nil }
    return fields.first { field in
      !field.isComputed && field.type.kinds.contains { term.kind.isA($0) && $0.isTerm }
    }?.name
  }
}

extension Fault {
  /// `.events has abduction`: events are no tactics, so that the answer would always be no.
  static func holdsNoTerms(_ item: Entity, _ field: String, _ term: Entity) -> Fault {
    let many = item.kind.plural ?? item.kind.name
    return Fault(
      "R328", "these are \(many), and `\(term.name)` is a word of `\(term.kind.name)`: none of them is ever it",
      help: "put the field between: `.\(many).\(field) has \(term.name)`")
  }
}
