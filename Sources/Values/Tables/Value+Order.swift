/// The order in which `sort`, `top`, `min` and `max` see values: unknown ones stand last, whichever way is asked.
extension Value {
  /// Where two values stand to each other, unknown ones and `none` left aside.
  ///
  /// Numbers with ends go by their point, dates by the first day they could begin, texts by code point, records of the
  /// corpus by name, `false` before `true`.
  public func comesBefore(_ other: Value, _ watch: Watch) throws(Fault) -> Bool {
    switch (settled, other.settled) {
    case (.integer(let a), .integer(let b)): return a < b
    case (.integer, .real), (.real, .integer), (.real, .real): return try Comparison.less(self, other).isYes
    case (.quantity, .integer), (.quantity, .real), (.quantity, .quantity), (.integer, .quantity), (.real, .quantity):
      guard let a = Quantity.of(self), let b = Quantity.of(other) else { return false }
      if let unit = a.unit, let second = b.unit, unit != second { throw .unitsDiffer(unit, second, "sort") }
      return a.isSortedBefore(b)
    case (.short, .short), (.short, .text), (.text, .short), (.text, .text): return settled.isTextBefore(other.settled)
    case (.truth(let a), .truth(let b)): return a.isNo && b.isYes
    case (.date(let a), .date(let b)): return a.isSortedBefore(b)
    case (.span(let a), .span(let b)): return a.isSortedBefore(b)
    case (.entity(let a), .entity(let b)): return a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
    case (.list(let a), .list(let b)):
      for (first, second) in zip(a, b) {
        try watch.tick()
        if first.reasons != nil || second.reasons != nil { continue }
        if try first.comesBefore(second, watch) { return true }
        if try second.comesBefore(first, watch) { return false }
      }
      return a.count < b.count
    case (.sealed, _), (_, .sealed): throw .sealed("an order")
    default: throw .haveNoOrder(self, other)
    }
  }

  /// 0 for a value that has a place in the order, 1 for `none`, 2 for unknown: the parts of every sorted column.
  public var orderRank: Int {
    if reasons != nil { return 2 }
    if case .none = settled { return 1 }
    return 0
  }

  /// The highest of these.
  public static let mostOrderRank = 2
}

extension Fault {
  static func haveNoOrder(_ first: Value, _ second: Value) -> Fault {
    Fault(
      "R351", "\(first.settled.kindName) and \(second.settled.kindName) have no order among each other",
      help: first.isFunction || second.isFunction
        ? "a column is named with a dot, as in `sort by .count`; a function is called with brackets"
        : "sort by something that is of one kind in every row, and has an order")
  }
}

extension Value {
  fileprivate var isFunction: Bool { if case .function = settled { true } else { false } }
}
