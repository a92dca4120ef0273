import Values

extension CellKind {
  /// A number that is written as one that is only about right, or by its ends, as records have them: `about 40`,
  /// `30..39`, `40..`; nil for anything else.
  func inexactNumber(_ text: String, _ signs: NumberSigns?) -> Value? {
    func number(_ text: String) -> Quantity.Number? {
      guard case .value(let value) = read(text, Habits(numbers: signs)), let number = Quantity.of(value)?.exact else {
        return nil
      }
      return number
    }
    if let rest = text.behindRoughWord {
      return number(rest).map { .quantity(.about($0, unit: nil)) }
    }
    let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
    guard ends.count == 2, let low = number(ends[0]) else { return nil }
    if ends[1].isEmpty { return .quantity(Quantity(point: nil, low: low, high: nil, unit: nil)) }
    guard let high = number(ends[1]), low.double < high.double else { return nil }
    return .quantity(Quantity(point: nil, low: low, high: high, unit: nil))
  }

  /// A range as the number that lies in it, in a column of numbers; nil for anything else.
  func numberWithin(_ value: Value) -> Value? {
    guard case .range(let range) = value, range.lower <= range.upper else { return nil }
    switch self {
    case .integer, .number:
      return Quantity.value(
        point: nil, low: .integer(range.lower), high: .integer(range.upper), unit: nil, isAbout: false)
    case .text, .date, .stretch, .span, .truth, .record, .list, .either: return nil
    }
  }
}
