import Records
import Values

/// A field that is given to a step as its rows: where it has none, they are still those of the kind that it takes.
final class RowsOfField: Node {
  let field: Node
  private let subject: Node
  private let name: String

  private init(_ field: Node, _ subject: Node, _ name: String) {
    self.field = field
    self.subject = subject
    self.name = name
    super.init(field.place)
  }

  /// The node itself where it reads no field.
  static func of(_ node: Node) -> Node {
    if let field = node as? ReadField { return RowsOfField(field, field.subject, field.name) }
    if let field = node as? RecordedField { return RowsOfField(field, field.subject, field.name) }
    return node
  }

  /// The field's name, where it is read of a row.
  var nameOfRow: String? { subject.slot == nil ? nil : name }

  /// The field's name, where it is read of what stands in a slot.
  func name(ofSlot slot: Int) -> String? { subject.slot == slot ? name : nil }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let value = try field.value(frame)
    guard case .list(let items) = value, items.isEmpty, let owner = try subject.value(frame).kindOfRecords,
      case .list(.record(let kind))? = owner.field(name)?.type
    else { return value }
    return .table(Table([], .entities(kind, added: [], hidden: []), unit: Table.Unit(kind), isList: true))
  }
}

extension Value {
  /// The kind of the record that a value is, or of those that it holds.
  fileprivate var kindOfRecords: Kind? {
    switch settled {
    case .entity(let entity): return entity.kind
    case .list(let items): return items.first?.kindOfRecords
    case .table(let table):
      if case .entities(let kind, _, _) = table.content { return kind }
      return nil
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
      .disputed, .series, .sealed, .function:
      return nil
    }
  }
}
