import Diagnostics
import Records
import Values

// What was counted, in which unit, for which time, as of which day and by whom is what makes a number that figure. A
// second number of the same figure is a slip, or a later count without its day.

extension Declarations {
  /// No two figures are one and the same and have values that cannot both be right: about 10,000 may be 9,946.
  func checkFigures() {
    guard let kind = corpus.kinds["figure"], bodies.contains(where: { $0.entity.kind.isA(kind) }) else { return }
    var known: [FigureIdentity: [Claim]] = [:]
    for figure in corpus.records where figure.kind.isA(kind) && !corpus.isGone(figure) {
      let claims = corpus.allClaims(of: figure).filter { $0.bearing == .supports }
      guard let identity = FigureIdentity(claims) else { continue }
      let values = claims.filter { $0.field.name == "value" }
      guard let earlier = known[identity], let one = earlier.first, let other = values.first else {
        known[identity] = values
        continue
      }
      let agree = values.contains { value in earlier.contains { $0.value.mayBe(value.value) } }
      if !agree { report(.oneFigureTwoValues(one, other)) }
    }
  }
}

/// What makes a number that figure, as it is written. Figures of different states are different ones too.
private struct FigureIdentity: Hashable {
  private static let needed = ["what", "period", "as_of", "publisher"]
  private static let further = ["unit", "about"]
  private let parts: [String?]
  private let unit: String?

  /// Nil where something of it is not known, or disputed.
  init?(_ claims: [Claim]) {
    var parts: [String: String] = [:]
    var unit: String?
    for claim in claims {
      let name = claim.field.name
      if name == "value", case .quantity(let quantity) = claim.value { unit = quantity.unit }
      guard FigureIdentity.needed.contains(name) || FigureIdentity.further.contains(name) else { continue }
      if claim.value.reasons != nil { return nil }
      let text = claim.value.printed
      if let other = parts[name], other != text { return nil }
      parts[name] = text
    }
    if FigureIdentity.needed.contains(where: { parts[$0] == nil }) { return nil }
    self.parts = (FigureIdentity.needed + FigureIdentity.further).map { parts[$0] }
    self.unit = unit
  }
}

extension Value {
  /// Whether two numbers, each with its ends, may be the same one; of anything else, whether they are.
  fileprivate func mayBe(_ other: Value) -> Bool {
    guard let one = Quantity.of(self), let two = Quantity.of(other) else { return isSameAsWritten(other) }
    func isBelow(_ one: Quantity, _ two: Quantity) -> Bool { one.high.map { $0.compared(to: two.low) < 0 } ?? false }
    return !isBelow(one, two) && !isBelow(two, one)
  }
}

extension Diagnostic {
  fileprivate static func oneFigureTwoValues(_ one: Claim, _ other: Claim) -> Diagnostic {
    Diagnostic(
      "R432",
      "`\(other.subject.path)` is the same figure as `\(one.subject.path)` (what, unit, period, as_of and publisher), and "
        + "has another value", at: other.place, others: [Diagnostic.Mark(one.place, "its value there")],
      help: "a figure that was counted anew has another `as_of`; where two sources report one figure differently, it "
        + "is one record with a `value` per each")
  }
}
