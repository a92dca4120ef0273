import Values

// Sums of spans, and the least and the greatest of what is not a number.
extension Table {
  /// The first value of a column by which sums, means and extremes know what they are of; nil where all are unknown.
  func firstKnown(_ value: RowValue) throws(Fault) -> Value? {
    for row in indices {
      let found = try value(self.row(row)).settled
      if found.reasons == nil { return found }
    }
    return nil
  }

  /// The sum of spans; unknown where one is unknown or only possible.
  func sumOfSpans(_ value: RowValue) throws(Fault) -> Value {
    var sum = Value.span(Span())
    for row in indices {
      let next = isCertain(row) ? try value(self.row(row)) : .unknown(.imprecise)
      do throws(Fault) { sum = try Adding.apply(sum, next) } catch { throw error.inRow(self.row(row)) }
    }
    return sum
  }

  /// The least or the greatest of dates, spans, texts or terms. Unknown where something unknown, or only possible, could
  /// come before it; of dates that are not exact, where it cannot be told which comes first.
  func extreme(_ isLeast: Bool, _ value: RowValue, _ watch: Watch) throws(Fault) -> Value {
    var best: Value?
    var reasons: Reasons?
    func add(_ other: Reasons) { reasons = reasons?.joined(other) ?? other }
    var values: [(value: Value, row: Int)] = []
    for row in indices {
      let next = try value(self.row(row)).settled
      if let why = next.reasons {
        add(why)
        continue
      }
      if try next.holdsSealed(watch) { throw Fault.sealedOrder(isLeast ? "min" : "max").inRow(self.row(row)) }
      try watch.add((next, row), to: &values)
      guard isCertain(row) else { continue }
      guard let before = best else {
        best = next
        continue
      }
      do throws(Fault) {
        if try isLeast ? next.comesBefore(before, watch) : before.comesBefore(next, watch) { best = next }
      } catch {
        throw error.inRow(self.row(row))
      }
    }
    guard let best else { return .unknown(reasons ?? Reasons(.notRecorded)) }
    if let reasons { return .unknown(reasons) }
    for (other, row) in values {
      try watch.tick()
      let stands: Truth
      switch (best, other) {
      case (.date, .date), (.span, .span):
        if try best.isSameAsWritten(other, watch) { continue }
        stands = try isLeast ? Comparison.lessOrEqual(best, other) : Comparison.lessOrEqual(other, best)
      default:
        // What is certain was compared above.
        if isCertain(row) { continue }
        stands = Truth(!(try isLeast ? other.comesBefore(best, watch) : best.comesBefore(other, watch)))
      }
      if !stands.isYes { return .unknown(.imprecise) }
    }
    return best
  }
}
