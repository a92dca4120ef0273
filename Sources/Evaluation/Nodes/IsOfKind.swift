import Diagnostics
import Records
import Values

/// `x is person`, `x is text`: whether a value is of a kind.
final class IsOfKind: Node {
  enum Test {
    case kind(Kind)
    case value(KindOfValue)
  }
  let subject: Node
  let test: Test

  init(_ subject: Node, _ test: Test, _ place: Place) {
    self.subject = subject
    self.test = test
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let value = try subject.value(frame).settled
    if value.isSealed { throw Fault.sealed("`is`").located(place) }
    switch test {
    case .kind(let kind):
      if case .entity(let entity) = value { return Truth(entity.kind.isA(kind)) }
    case .value(let kind):
      if value.reasons == nil { return Truth(kind.includes(value)) }
    }
    if let reasons = value.reasons {
      if let declared = try declaredType(frame), holds(declared) { return .yes }
      return Truth(unknown: reasons)
    }
    return .no
  }

  /// What a field was declared to take, where the subject is a field of a record of the corpus.
  private func declaredType(_ frame: Frame) throws(Fault) -> FieldType? {
    guard let field = subject as? ReadField, case .entity(let entity) = try field.subject.value(frame) else {
      return nil
    }
    return entity.kind.field(field.name)?.type
  }

  private func holds(_ type: FieldType) -> Bool {
    switch (type, test) {
    case (.record(let declared), .kind(let kind)): declared.isA(kind)
    case (.text, .value(.text)), (.number, .value(.number)), (.date, .value(.date)), (.span, .value(.span)),
      (.truth, .value(.truth)), (.list, .value(.list)):
      true
    case (.truth, _), (.number, _), (.text, _), (.date, _), (.span, _), (.record, _), (.list, _), (.either, _): false
    }
  }
}

/// The kinds of value that have names in the language.
enum KindOfValue: String {
  case truth, number, text, date, span, list, record, table, function, range

  func includes(_ value: Value) -> Bool {
    switch value {
    case .integer, .real, .quantity: self == .number
    case .truth: self == .truth
    case .short, .text: self == .text
    case .list: self == .list
    case .record, .map, .entity: self == .record
    case .date: self == .date
    case .span: self == .span
    case .range: self == .range
    case .table: self == .table
    case .function: self == .function
    case .none, .unknown, .disputed, .series, .sealed: false
    }
  }
}
