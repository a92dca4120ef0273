import Diagnostics
import Records
import Syntax
import Values

/// What an answer rests on: given to a builtin whose parameter is declared as `grounds`, in the place of the answer.
public final class Evidence: Callable, @unchecked Sendable {
  public let answer: Value
  private let readings: [(entity: Entity, name: String, light: Light)]
  /// The sets that were read to come to the answer.
  public let sets: [EntitySet]
  fileprivate let withholds: Bool
  private let corpus: Corpus

  init(_ answer: Value, _ recorder: Recorder, _ corpus: Corpus) {
    self.answer = answer
    self.readings = recorder.readings
    self.sets = recorder.sets
    self.withholds = recorder.withholds
    self.corpus = corpus
    super.init(name: nil, parameterCount: 0)
  }

  /// Every claim about what was read to come to the answer, with what it does; where nothing was read, the claims about
  /// the records that the answer is.
  public var claims: [Grounds.Evidence] {
    var readings = readings
    if readings.isEmpty {
      for entity in answer.records { readings += corpus.readings(of: entity) }
    }
    return readings.flatMap { reading in
      corpus.looking(in: reading.light) { corpus.grounds(of: reading.entity, field: reading.name).evidence }
    }
  }
}

extension Corpus {
  /// All that is written down of a record and of those inside it.
  func readings(of entity: Entity) -> [(entity: Entity, name: String, light: Light)] {
    entity.kind.fields.filter { !$0.isComputed }.map { (entity, $0.name, light) } + inside(entity).flatMap(readings)
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
