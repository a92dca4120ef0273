extension Quantity {
  /// As it is shown: `12–15 cases`, `0.31 (0.25–0.47)`, `102.. stations`, `about 16 people`.
  public var description: String { unit.map { "\(number) \($0)" } ?? number }

  /// The same without its unit, for a column whose head names it.
  public var number: String {
    if isAbout, let point { return "about \(NumberText.full(point))" }
    let rough = isAbout ? "about " : ""
    if let exact = exact { return rough + NumberText.full(exact) }
    if let point, !point.isEqual(low) { return "\(rough)\(NumberText.short(point)) (\(ends))" }
    return rough + ends
  }

  private var ends: String {
    guard let high else { return "\(NumberText.short(low)).." }
    return NumberText.range(
      NumberText.short(low), NumberText.short(high), isNegative: low.isLess(than: .integer(0)))
  }
}
