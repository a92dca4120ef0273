/// A value as it was written, for groups and `distinct`: two dates are one when they were typed alike, and all unknown
/// values are one.
public struct WrittenValue: Hashable {
  public let value: Value

  public init(_ value: Value) { self.value = value.settled }

  public static func == (left: WrittenValue, right: WrittenValue) -> Bool {
    if left.value.reasons != nil || right.value.reasons != nil {
      return left.value.reasons != nil && right.value.reasons != nil
    }
    return left.value.isSameAsWritten(right.value)
  }

  public func hash(into hasher: inout Hasher) { WrittenValue.hash(value, into: &hasher) }

  private static func hash(_ value: Value, into hasher: inout Hasher) {
    let value = value.settled
    if value.reasons != nil { return hasher.combine(1) }
    switch value {
    case .integer(let number): hasher.combine(Double(number))
    case .real(let number): hasher.combine(number)
    case .truth(let truth): hasher.combine(truth)
    case .short, .text: hasher.combine(value.string)
    case .none: hasher.combine(2)
    case .list(let items): for item in items { hash(item, into: &hasher) }
    case .record, .map: for part in value.parts { hash(part.value, into: &hasher) }
    case .date(let date): hasher.combine(date.text)
    case .entity(let entity): hasher.combine(ObjectIdentifier(entity.standIn))
    case .range(let range):
      hasher.combine(range.lower)
      hasher.combine(range.upper)
    case .sealed(let sealed): hash(sealed.held, into: &hasher)
    case .span, .quantity, .table, .function, .unknown, .disputed, .series: hasher.combine(3)
    }
  }
}
