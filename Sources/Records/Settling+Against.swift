import Values

// What speaks against a value: a denial, as long as the one who denies stands by it, and the finding of somebody who
// examined it that it is not shown.

extension Settling {
  /// True for a denial by someone who later says the same thing as true: what is admitted is no longer denied.
  func isGivenUp(_ denial: Said, _ all: [Said]) -> Bool {
    let denied = corpus.attributions[Int(denial.attribution)]
    guard let before = denied.date else { return false }
    return all.contains { said in
      guard said.bearing == .supports, said.value.reasons == nil else { return false }
      let later = corpus.attributions[Int(said.attribution)]
      guard let after = later.date, after.isAfter(before).isYes, denied.isOfOneVoice(with: later) else { return false }
      return Agreement.isWithin(said.value, denial.value) || Agreement.isWithin(denial.value, said.value)
    }
  }

  /// The items of a list, those that are denied or were found not to be shown as disputed. A record that stands inside
  /// the one at hand is there, whatever is said of what happened.
  func contested(_ items: [Value], _ all: [Said], of entity: Entity, _ reasons: Reasons?) -> [Value] {
    let denials = all.filter { $0.bearing == .denies && !isGivenUp($0, all) }
    let isNotShown = reasons?.contains(.notEstablished) ?? false
    if denials.isEmpty && !isNotShown { return items }
    return items.map { item in
      if item.reasons != nil { return item }
      if case .entity(let inner) = item, Settling.stands(inner, inside: entity) { return item }
      let against = denials.filter { Settling.takesIn($0.value, item) }
      let weighs = light?.standard?.isMet(against: against.compactMap(\.verdict)) ?? true
      if !against.isEmpty && weighs {
        if let standard = light?.standard, let (decided, _) = settled([item], all, by: standard) { return decided }
        return Settling.disputed([item, ifDenied])
      }
      return isNotShown ? Settling.disputed([item, .unknown(.notEstablished)]) : item
    }
  }

  /// Whether what is denied is a value, or takes it in.
  static func takesIn(_ denied: Value, _ value: Value) -> Bool {
    if case .list(let items) = denied { return items.contains { Agreement.isWithin(value, $0) } }
    return Agreement.isWithin(value, denied)
  }
}

extension Attribution {
  /// True where one and the same speaks: a source, or someone whom sources quote.
  fileprivate func isOfOneVoice(with other: Attribution) -> Bool {
    citations.contains { one in other.citations.contains { $0.cited === one.cited } }
  }
}
