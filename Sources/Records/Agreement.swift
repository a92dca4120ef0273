import Values

/// When two claims agree: they say the same, or one says it more vaguely.
enum Agreement {
  /// True when both say the same.
  static func isSame(_ one: Value, _ other: Value) -> Bool {
    // Claims about a private field agree as others do.
    if case .sealed(let one) = one, case .sealed(let other) = other { return isSame(one.held, other.held) }
    switch (one, other) {
    case (.entity(let one), .entity(let other)): return one === other || one.standIn === other.standIn
    case (.integer(let one), .integer(let other)): return one == other
    case (.real(let one), .real(let other)): return one == other
    case (.integer(let one), .real(let other)), (.real(let other), .integer(let one)): return Double(one) == other
    case (.truth(let one), .truth(let other)): return one == other
    case (.short(let one), .short(let other)): return one == other
    case (.text(let one), .text(let other)): return one.isEqual(other)
    case (.none, .none): return true
    case (.date(let one), .date(let other)): return one.text == other.text
    case (.span(let one), .span(let other)): return one.isSameAsWritten(other)
    case (.quantity, _), (_, .quantity): return bounds(one) != nil && bounds(one) == bounds(other)
    case (.list(let one), .list(let other)):
      return one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
    case (.entity, _), (.integer, _), (.real, _), (.truth, _), (.short, _), (.text, _), (.none, _), (.date, _),
      (.span, _), (.list, _), (.unknown, _), (.record, _), (.map, _), (.range, _), (.disputed, _), (.series, _),
      (.table, _), (.sealed, _), (.function, _):
      return false
    }
  }

  /// True when the first says what the other says, as narrowly or more narrowly: a day in its month, a term under
  /// another, a number between two ends.
  static func isWithin(_ narrow: Value, _ wide: Value) -> Bool {
    if isSame(narrow, wide) { return true }
    if case .sealed(let narrow) = narrow, case .sealed(let wide) = wide { return isWithin(narrow.held, wide.held) }
    switch (narrow, wide) {
    case (.entity(let narrow), .entity(let wide)):
      return narrow.isUnder(wide) || leavesOpen(wide, narrow)
    case (.date(let narrow), .date(let wide)): return isWithin(narrow, wide)
    case (.quantity, _), (_, .quantity):
      guard let narrow = bounds(narrow), let wide = bounds(wide), narrow.unit == wide.unit else { return false }
      if wide.isAbout && !narrow.isAbout && narrow.low == wide.low && narrow.high == wide.high { return true }
      return !wide.isAbout && !narrow.isAbout && wide.low <= narrow.low && narrow.high <= wide.high
    case (.integer, _), (.real, _), (.truth, _), (.short, _), (.text, _), (.none, _), (.list, _), (.entity, _),
      (.date, _), (.span, _), (.unknown, _), (.record, _), (.map, _), (.range, _), (.disputed, _), (.series, _),
      (.table, _), (.sealed, _), (.function, _):
      return false
    }
  }

  /// True when one date allows only days that the other allows.
  static func isWithin(_ narrow: Date, _ wide: Date) -> Bool {
    if narrow.text == wide.text { return true }
    switch (narrow.form, wide.form) {
    case (.point(let narrow, _), .point(let wide, _)): return narrow.isContained(in: wide)
    case (.stretch, .stretch):
      return wide.earliestStart <= narrow.earliestStart && narrow.latestStart <= wide.latestStart
        && wide.earliestEnd <= narrow.earliestEnd && narrow.latestEnd <= wide.latestEnd
    case (.several, .several): return false
    case (.point, _), (.stretch, _), (.several, _): return false
    }
  }

  /// True for two terms that stand under one term of the first level.
  static func areFormsOfOne(_ one: Value, _ other: Value) -> Bool {
    guard case .entity(var one) = one, case .entity(var other) = other, one.kind.isTerm, other.kind.isTerm else {
      return false
    }
    while let above = one.parent { one = above }
    while let above = other.parent { other = above }
    return one === other
  }

  /// True when a term leaves the other open, or a term above it: `missing { may_be: [returned, dead] }`.
  static func leavesOpen(_ vague: Entity, _ other: Entity) -> Bool {
    guard let position = vague.kind.position(of: "may_be"), position < vague.fields.count,
      case .list(let open) = vague.fields[position]
    else { return false }
    for case .entity(let possibility) in open where other.isUnder(possibility) { return true }
    return false
  }

  private struct Bounds: Equatable {
    let low: Double
    let high: Double
    let unit: String?
    let isAbout: Bool
  }

  private static func bounds(_ value: Value) -> Bounds? {
    switch value {
    case .integer(let number): return Bounds(low: Double(number), high: Double(number), unit: nil, isAbout: false)
    case .real(let number): return Bounds(low: number, high: number, unit: nil, isAbout: false)
    case .quantity(let quantity):
      return Bounds(
        low: number(quantity.low), high: quantity.high.map(number) ?? .infinity, unit: quantity.unit,
        isAbout: quantity.isAbout)
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .range, .entity, .disputed,
      .series, .table, .sealed, .function:
      return nil
    }
  }

  private static func number(_ number: Quantity.Number) -> Double {
    switch number {
    case .integer(let number): Double(number)
    case .real(let number): number
    }
  }
}
