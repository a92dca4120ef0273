import Values

extension Value {
  /// What a field over time was on a date: the entry that began last and not after it.
  ///
  /// Before the first date it is unknown (not_yet); where the dates are too vague to tell two entries apart, unknown
  /// (imprecise), unless both hold the same. A value that nobody dated may have begun at any time; without `isOverTime`
  /// it is one that has no dates at all, and asking is a mistake.
  func value(at date: Value, isOverTime: Bool) throws(Fault) -> Value {
    if let reasons = date.reasons { return .unknown(reasons) }
    guard case .date(let day) = date.settled else { throw .atNeedsDate(date) }
    guard case .series(let series) = self else {
      if reasons != nil { return self }
      if isOverTime { return .unknown(.imprecise) }
      throw .isNotOverTime(self)
    }
    var possible: [Value] = []
    var certain: Value?
    var beforeAll = true
    for entry in series.entries {
      guard let from = entry.from else {
        possible.append(entry.value)
        beforeAll = false
        continue
      }
      let later = from.isAfter(day)
      if later.isYes { continue }
      beforeAll = false
      if later.isNo {
        certain = entry.value
        possible = []
      } else {
        possible.append(entry.value)
      }
    }
    if beforeAll { return series.entries.isEmpty ? series.current : .unknown(.notYet) }
    if possible.isEmpty { return certain ?? .unknown(.notYet) }
    if let certain { possible.insert(certain, at: 0) } else { possible.insert(.unknown(.notYet), at: 0) }
    return .unknown(.imprecise)
  }
}
