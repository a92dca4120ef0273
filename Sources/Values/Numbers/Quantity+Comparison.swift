// Three-valued: decided when every number between the ends gives the same answer.
extension Quantity {
  public static func isLess(_ one: Quantity, _ other: Quantity) throws(Fault) -> Truth {
    _ = try lineage(one, other, "compare")
    _ = try commonUnit(one, other, "compare")
    try checkPeriods(one, other)
    if let high = one.high, high.isLess(than: other.low) { return .yes }
    if let otherHigh = other.high, !one.low.isLess(than: otherHigh) { return .no }
    return Truth(unknown: .imprecise)
  }

  public static func isEqual(_ one: Quantity, _ other: Quantity) throws(Fault) -> Truth {
    _ = try lineage(one, other, "compare")
    _ = try commonUnit(one, other, "compare")
    try checkPeriods(one, other)
    if let exact = one.exact, let second = other.exact { return Truth(exact.isEqual(second)) }
    if let high = one.high, high.isLess(than: other.low) { return .no }
    if let otherHigh = other.high, otherHigh.isLess(than: one.low) { return .no }
    return Truth(unknown: .imprecise)
  }
}
