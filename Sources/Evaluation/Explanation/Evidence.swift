import Diagnostics
import Records
import Syntax
import Values

/// What an answer rests on: given to a builtin whose parameter is declared as `grounds`, in the place of the answer.
public final class Evidence: Callable, @unchecked Sendable {
  public let answer: Value
  private let basis: Basis
  /// The sets that were read to come to the answer.
  public var sets: [EntitySet] { basis.sets }
  fileprivate let withholds: Bool
  private let corpus: Corpus

  init(_ answer: Value, _ recorder: Recorder, _ corpus: Corpus) {
    self.answer = answer
    self.basis = recorder.basis
    self.withholds = recorder.withholds
    self.corpus = corpus
    super.init(name: nil, parameterCount: 0)
  }

  /// Every claim about what was read to come to the answer, with what it does; where nothing was read, the claims about
  /// the records that the answer is.
  public var claims: [Grounds.Evidence] {
    if !basis.isEmpty { return basis.evidence(corpus) }
    return answer.records.flatMap(corpus.readings).flatMap { corpus.grounds(of: $0.entity, field: $0.name).evidence }
  }
}

/// What was read to come to an answer.
struct Basis {
  let readings: [(entity: Entity, name: String, light: Light)]
  /// Tables of all records of a kind.
  let tables: [(table: Table, light: Light)]
  let listed: [Claim]
  let sets: [EntitySet]

  var isEmpty: Bool { readings.isEmpty && tables.isEmpty && listed.isEmpty }
  var isOneField: Bool { readings.count == 1 || isEmpty }

  /// The claims about it. Where no field was read, the answer rests on the records that there are, and so on the claims
  /// about these; that others stand inside them is none of it.
  func evidence(_ corpus: Corpus) -> [Grounds.Evidence] {
    if !listed.isEmpty { return listed.map(corpus.evidence) }
    if !readings.isEmpty {
      return readings.flatMap { reading in
        corpus.looking(in: reading.light) { corpus.grounds(of: reading.entity, field: reading.name).evidence }
      }
    }
    return tables.flatMap { table, light in
      corpus.looking(in: light) {
        table.rows.compactMap(\.recordAtHand).flatMap { record in
          corpus.fieldsTold(of: record).flatMap { corpus.grounds(of: record, field: $0).evidence }
            .filter { !$0.claim.saysThatOneStands(in: record) }
        }
      }
    }
  }
}

extension Recorder {
  var basis: Basis { Basis(readings: readings, tables: tables, listed: listed, sets: sets) }
}

extension Corpus {
  /// All that is written down of a record and of those inside it.
  func readings(of entity: Entity) -> [(entity: Entity, name: String, light: Light)] {
    fieldsTold(of: entity).map { (entity, $0, light) } + inside(entity).flatMap(readings)
  }
}

extension Value {
  /// The records of the corpus that a value is, or holds as items or rows.
  fileprivate var records: [Entity] {
    switch settled {
    case .entity(let entity): [entity]
    case .list(let items): items.flatMap(\.records)
    case .table(let table): table.rows.flatMap(\.records)
    case .record(let record): record.subject.map { [$0] } ?? []
    case .integer, .real, .truth, .short, .none, .unknown, .text, .map, .date, .span, .quantity, .range, .disputed,
      .series, .sealed, .function:
      []
    }
  }
}

/// Works out an argument and keeps what it rests on.
final class EvidenceOf: Node {
  let inner: Node
  unowned let machine: Machine

  init(_ inner: Node, _ machine: Machine, _ place: Place) {
    self.inner = inner
    self.machine = machine
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let (value, recorder) = try machine.recording { () throws(Fault) in try inner.value(frame) }
    return .function(Evidence(value, recorder, machine.corpus))
  }
}

extension Parameter {
  /// True for a parameter that is given what an answer rests on.
  var takesGrounds: Bool { takes("grounds") }

  /// True for a parameter that is given a date, or may be.
  var takesDate: Bool {
    func isDate(_ type: TypeExpression) -> Bool {
      switch type {
      case .named(let name): name.text == "date"
      case .either(let types): types.contains(where: isDate)
      case .list: false
      }
    }
    return type.map(isDate) ?? false
  }

  /// True for a parameter of a kind that is not worked out as others are.
  func takes(_ kind: String) -> Bool {
    if case .named(let name)? = type { name.text == kind } else { false }
  }
}

extension Call {
  /// What the argument at a position rests on.
  public func evidence(_ position: Int) throws(Fault) -> Evidence {
    guard case .function(let function) = self[position], let evidence = function as? Evidence else {
      throw wrongKind(position, "an answer")
    }
    if evidence.withholds { throw .withholdsGrounds(argument: position) }
    return evidence
  }
}

extension Claim {
  fileprivate func saysThatOneStands(in record: Entity) -> Bool {
    if case .entity(let inner) = value { inner.owner === record } else { false }
  }
}
