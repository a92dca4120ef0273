extension Quantity {
  /// As it is shown: `12–15 cases`, `0.25–0.47 (16 known give 0.31)`, `102.. stations`, `about 16 people`.
  ///
  /// The ends come first: a point that rests on few of the rows would else be quoted as if it were the answer.
  public var description: String { size + (unit.map { " \($0)" } ?? "") + (basis.map { " (\($0))" } ?? "") }

  /// The same without its unit, for a column whose head names it.
  public var number: String { size + (basis.map { " (\($0))" } ?? "") }

  private var size: String {
    if isAbout, let point { return "about \(NumberText.full(point))" }
    let rough = isAbout ? "about " : ""
    if let exact { return rough + NumberText.full(exact) }
    guard let high else { return "\(rough)\(NumberText.short(low)).." }
    return rough
      + NumberText.range(NumberText.short(low), NumberText.short(high), isNegative: low.isLess(than: .integer(0)))
  }

  /// What is known by itself: `16 known give 0.31`; nil where that is the low end, as for counts, or there is no point.
  private var basis: String? {
    guard exact == nil, !isAbout, let point else { return nil }
    if let known { return "\(known) known \(known == 1 ? "gives" : "give") \(NumberText.short(point))" }
    return point.isEqual(low) ? nil : "\(NumberText.short(point)) where known"
  }
}
