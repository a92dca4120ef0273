import Diagnostics
import Records
import Values

// Questions in another light: `under STANDARD`, `known by DATE`, `without SOURCE`, `suppose FIELD is VALUE`.

/// What the clauses of a question in another light ask for, and the light that they make.
struct LightClauses {
  enum Clause {
    case under(Node)
    case knownBy(Node)
    case without(Node)
    case suppose(subject: Node, field: String, value: Node, Place)
  }

  let clauses: [Clause]
  unowned let machine: Machine

  /// The light at hand, changed by the clauses.
  func light(_ frame: Frame, under standard: Entity? = nil) throws(Fault) -> Light {
    var standard = standard
    var day: Date?
    var sources: [Entity] = []
    var suppositions: [Light.Supposition] = []
    for clause in clauses {
      switch clause {
      case .under(let node):
        let value = try node.value(frame)
        guard case .entity(let record) = value.settled, record.kind.name == "standard" else {
          throw Fault.notAStandard(value).located(node.place)
        }
        standard = record
      case .knownBy(let node):
        let value = try node.value(frame)
        guard case .date(let date) = value.settled else { throw Fault.knownByNeedsDate(value).located(node.place) }
        day = date
      case .without(let node): sources += try self.sources(try node.value(frame), node.place)
      case .suppose(let subject, let field, let value, let place):
        let subject = try subject.value(frame)
        let value = try value.value(frame)
        do throws(Fault) { suppositions.append(try supposition(field, of: subject, is: value, place)) } catch {
          throw error.located(place)
        }
      }
    }
    return machine.corpus.light(under: standard, knownBy: day, without: sources, supposing: suppositions)
  }

  private func sources(_ value: Value, _ place: Place) throws(Fault) -> [Entity] {
    switch value.settled {
    case .entity(let entity)
    where ["source", "person", "group", "actor", "jurisdiction"].contains(entity.kind.root.name):
      return [entity]
    case .list(let items):
      var found: [Entity] = []
      for item in items { found += try sources(item, place) }
      return found
    case .table(let table) where table.isDecided: return try sources(.list(table.items), place)
    default: throw Fault.notASource(value).located(place)
    }
  }

  private func supposition(_ name: String, of subject: Value, is value: Value, _ place: Place) throws(Fault)
    -> Light.Supposition
  {
    guard case .entity(let entity) = subject.settled else { throw .supposesNothing(subject) }
    guard let field = entity.kind.field(name) else {
      throw .noSuchField(name, of: .entity(entity), among: entity.kind.fields.map(\.name))
    }
    if field.isComputed { throw .supposesComputed(name) }
    if field.isPrivate { throw .supposesPrivate(name) }
    guard field.type.takes(value) else { throw .supposesWrongKind(name, field.type.name, value) }
    var held = value
    if field.type.isList, value.reasons == nil {
      switch value {
      case .list, .none: break
      default: held = .list([value])
      }
    }
    if field.overTime { held = .series(Series(current: held, entries: [Series.Entry(from: nil, held)])) }
    return Light.Supposition(entity: entity, field: name, value: held, place: place)
  }
}

/// `under strict, without sd110 { … }`: works out its body in another light.
final class InLight: Node {
  let clauses: LightClauses
  let body: Node

  init(_ clauses: LightClauses, _ body: Node, _ place: Place) {
    self.clauses = clauses
    self.body = body
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let corpus = clauses.machine.corpus
    let outer = corpus.light
    corpus.look(in: try clauses.light(frame))
    defer { corpus.look(in: outer) }
    return try body.value(frame)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let corpus = clauses.machine.corpus
    let outer = corpus.light
    corpus.look(in: try clauses.light(frame))
    defer { corpus.look(in: outer) }
    return try body.run(frame)
  }
}

/// `under each standard { … }`: a row for each standard, with what the body comes to under it.
final class UnderEach: Node {
  let kind: Kind
  let clauses: LightClauses
  let body: Node

  init(_ kind: Kind, _ clauses: LightClauses, _ body: Node, _ place: Place) {
    self.kind = kind
    self.clauses = clauses
    self.body = body
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let corpus = clauses.machine.corpus
    let outer = corpus.light
    defer { corpus.look(in: outer) }
    var rows: [Value] = []
    for standard in corpus.all(kind) {
      try frame.tick()
      corpus.look(in: outer)
      corpus.look(in: try clauses.light(frame, under: standard))
      let answer = try body.value(frame)
      var names = [kind.name]
      var values: [Value] = [.entity(standard)]
      if case .record(let record) = answer {
        names += record.shape.names
        values += record.values
      } else {
        names.append("answer")
        values.append(answer)
      }
      rows.append(.record(Record.make(Shape(names), values)))
    }
    let table = try Table(items: rows, frame.watch)
    return .table(Table(table.rows, table.content, unit: Table.Unit(kind)))
  }
}

extension FieldType {
  /// Whether a field of this type can hold the value; what is unknown, and none, any field can.
  fileprivate func takes(_ value: Value) -> Bool {
    if value.reasons != nil { return true }
    switch (self, value.settled) {
    case (_, .none): return true
    case (.truth, .truth), (.text, .short), (.text, .text), (.date, .date), (.span, .span): return true
    case (.number, .integer), (.number, .real), (.number, .quantity): return true
    case (.record(let kind), .entity(let entity)): return entity.kind.isA(kind)
    case (.list(let element), .list(let items)): return items.allSatisfy(element.takes)
    case (.list(let element), let value): return element.takes(value)
    case (.either(let types), let value): return types.contains { $0.takes(value) }
    case (.truth, _), (.number, _), (.text, _), (.date, _), (.span, _), (.record, _): return false
    }
  }
}

extension Fault {
  static func notAStandard(_ value: Value) -> Fault {
    Fault(
      "R600", "`under` needs a standard of evidence, not \(value.kindName)",
      help: "`standards` lists them; a standard of your own is a record: `standard strict { sources: 2 }`")
  }

  static func knownByNeedsDate(_ value: Value) -> Fault {
    Fault("R601", "`known by` needs a date, not \(value.kindName)", help: "`known by 2022-11-01 { … }`")
  }

  static func notASource(_ value: Value) -> Fault {
    if case .table(let table) = value, !table.isDecided {
      return Fault(
        "R602", "of some rows it is not decided whether `without` leaves them out",
        help: "say which are meant: `certain` or `possible` behind the question for the sources")
    }
    return Fault(
      "R602", "`without` leaves out a source, or someone whom sources quote, not \(value.kindName)",
      help: "`sources` lists the sources")
  }

  static func supposesNothing(_ value: Value) -> Fault {
    Fault(
      "R604", "`suppose` changes a field of one record, and this is a field of \(value.kindName)",
      help: "name the record: `suppose c.outcome is returned { … }`")
  }

  static func supposesComputed(_ name: String) -> Fault {
    Fault(
      "R605", "`\(name)` is worked out from other fields, so it cannot be supposed",
      help: "suppose a field that it is worked out from")
  }

  static func supposesPrivate(_ name: String) -> Fault {
    Fault(
      "R618", "`\(name)` is private, and a supposition would tell by what comes of it what the field holds",
      help: "suppose a field that is not private")
  }

  static func supposesWrongKind(_ name: String, _ needed: String, _ value: Value) -> Fault {
    Fault("R606", "`\(name)` takes \(needed), so it cannot be supposed to be \(value.kindName)")
  }
}
