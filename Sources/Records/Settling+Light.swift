import Values

// Settling in another light: claims that do not count there are left out, and what the others say has to reach the
// standard in force. A claim of which it cannot be told whether it counts leaves the value open, unless it would be
// the same without it.

extension Settling {
  /// What the claims about one field come to in the light at hand.
  func inLight(_ numbers: [Int32], _ slot: Int, of entity: Entity, _ layout: Layout, _ empty: Value) -> Value {
    guard let light else { return empty }
    if corpus.isFramework(entity.kind) {
      // The frame stands as it is in every light: it is what others are judged by.
      return Settling(corpus).value(numbers.map(said), slot, of: entity, layout, empty)
    }
    let all = corpus.judged(numbers.map(said), in: light).flatMap(\.parts)
    let counting = all.filter { !$0.isAside }
    if layout.isList[slot] { return list(counting, of: entity, empty, light) }
    if counting.isEmpty { return all.contains(where: \.isWithdrawn) ? Settling.withdrawn(empty) : empty }
    let certain = counting.filter { $0.verdict?.isCertain ?? true }
    let narrow = value(certain, slot, of: entity, layout, empty)
    if certain.count == counting.count { return narrow }
    let wide = value(counting, slot, of: entity, layout, empty)
    return Settling.isSame(narrow, wide) ? narrow : .unknown(Settling.openReason(counting))
  }

  /// What one claim alone comes to in a light; nil where that takes more than to look whether it counts.
  func alone(_ number: Int32, _ slot: Int, of entity: Entity, _ layout: Layout, _ empty: Value, _ light: Light)
    -> Value?
  {
    let claim = corpus.stored(number)
    if layout.isOverTime[slot] && claim.from != nil { return nil }
    let attribution = claim.attribution
    if corpus.isFramework(entity.kind) || corpus.attributions[Int(attribution)].bearing != .supports { return nil }
    let verdict = corpus.verdict(attribution, in: light)
    if layout.isList[slot] {
      if verdict.isAside { return .list([]) }
      // Of those who are named together none is left where whoever names them is not enough.
      let isShort = !verdict.isEnough && Settling.namesOthers(claim.value, entity)
      return isShort ? .unknown(.belowStandard) : nil
    }
    if verdict.isAside { return verdict.isWithdrawn ? Settling.withdrawn(empty) : empty }
    if verdict.split != nil { return nil }
    if !verdict.isEnough && claim.value.reasons == nil { return .unknown(.belowStandard) }
    return verdict.isCertain ? claim.value : nil
  }

  /// What a field comes to of which only sources tell that were withdrawn: nobody could say that it was not recorded.
  private static func withdrawn(_ empty: Value) -> Value {
    if case .unknown(let reasons) = empty, reasons == Reasons(.notRecorded) { return .unknown(.withdrawn) }
    return empty
  }

  /// True for records that do not stand inside the one at hand, one or several.
  private static func namesOthers(_ value: Value, _ entity: Entity) -> Bool {
    func isOther(_ item: Value) -> Bool {
      if case .entity(let named) = item { !stands(named, inside: entity) } else { false }
    }
    if case .list(let items) = value { return !items.isEmpty && items.allSatisfy(isOther) }
    return isOther(value)
  }

  private func value(_ all: [Said], _ slot: Int, of entity: Entity, _ layout: Layout, _ empty: Value) -> Value {
    if layout.isList[slot] { return list(all, of: entity, empty) }
    return layout.isOverTime[slot] ? series(all, empty) : single(all, empty)
  }

  /// Puts what is supposed of a record in the place of all that was claimed.
  func suppose(_ entity: Entity, _ fields: inout [Value]) {
    for supposition in light?.suppositions ?? [] where supposition.entity.standIn === entity.standIn {
      guard let position = entity.kind.position(of: supposition.field), position < fields.count else { continue }
      fields[position] = supposition.value
    }
  }

  /// Why it is open whether a claim counts, of the first that is open.
  private static func openReason(_ all: [Said]) -> Reason {
    for said in all { if case .may(let reason)? = said.verdict?.part { return reason } }
    return .imprecise
  }

  private static func isSame(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.unknown(let one), .unknown(let other)): one == other
    case (.disputed(let one), .disputed(let other)): isSame(one.candidates, other.candidates)
    case (.series(let one), .series(let other)):
      isSame(one.current, other.current) && one.entries.map(\.from?.text) == other.entries.map(\.from?.text)
        && isSame(one.entries.map(\.value), other.entries.map(\.value))
    default: Agreement.isSame(one, other)
    }
  }

  private static func isSame(_ one: [Value], _ other: [Value]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
  }

  // MARK: Under a standard

  /// The value that reaches a standard: the narrowest for which enough is claimed, where a claim that says more says the
  /// less exact thing too.
  func single(_ all: [Said], _ empty: Value, reaching standard: Standard) -> Value {
    var values: [Value] = []
    var reasons: Reasons?
    for said in all where said.bearing == .supports {
      if case .unknown(let more) = said.value {
        reasons = reasons?.joined(more) ?? more
      } else {
        for value in said.value.withWider where !values.contains(where: { Agreement.isSame($0, value) }) {
          values.append(value)
        }
      }
    }
    var candidates: [Value] = []
    for value in values where standard.isMet(by: support(of: value, all)) { Settling.add(value, to: &candidates) }
    if candidates.isEmpty {
      if !values.isEmpty { return .unknown(.belowStandard) }
      return reasons.map { .unknown($0) } ?? (all.contains { $0.bearing == .denies } ? .unknown(.belowStandard) : empty)
    }
    let isDenied = candidates.contains { candidate in
      let against = all.filter { said in
        said.bearing == .denies && !isGivenUp(said, all) && Agreement.isWithin(candidate, said.value)
          || said.bearing == .supports && said.value.reasons?.contains(.notEstablished) ?? false
      }
      return standard.isMet(against: against.compactMap(\.verdict))
    }
    if candidates.count == 1 && !isDenied { return candidates[0] }
    if let (settled, _) = settled(candidates, all, by: standard) { return settled }
    return Settling.disputed(isDenied ? candidates + [ifDenied] : candidates)
  }

  /// The claims that say a value, or say it more exactly.
  private func support(of value: Value, _ all: [Said]) -> [Verdict] {
    all.filter { $0.bearing == .supports && Agreement.isWithin($0.value, value) }.compactMap(\.verdict)
  }

  /// The candidate on whose side the first type of source stands that has a say, as the standard ranks them; nil where
  /// none has one, or sources of one type disagree. A party settles nothing in its own cause.
  func settled(_ candidates: [Value], _ all: [Said], by standard: Standard) -> (value: Value, type: Entity)? {
    for type in standard.settle {
      let speaking = all.filter { corpus.speaks($0.attribution, as: type) && !$0.isAside }
      if speaking.isEmpty { continue }
      let chosen = candidates.filter { candidate in
        speaking.contains { $0.bearing == .supports && Settling.says($0.value, candidate) }
      }
      let isDenied = speaking.contains { said in
        said.bearing == .denies && candidates.contains { Settling.takesIn(said.value, $0) }
      }
      switch (chosen.count, isDenied) {
      case (1, false): return (chosen[0], type)
      case (0, true): return (.unknown(.notEstablished), type)
      case (0, false): continue
      default: return nil
      }
    }
    return nil
  }

  // MARK: Lists

  /// A list in another light. A record inside this one stays as a row that is only possible where it falls short;
  /// another item that does is unknown.
  private func list(_ all: [Said], of entity: Entity, _ empty: Value, _ light: Light) -> Value {
    let value = list(all, of: entity, empty)
    guard case .list(let items) = value else { return value }
    var kept: [Value] = []
    var doubts: [Doubt?] = []
    for item in items {
      if case .entity(let inner) = item, Settling.stands(inner, inside: entity) {
        switch corpus.standing(of: inner, in: light) {
        case .stands: doubts.append(nil)
        case .mayStand(let reason): doubts.append(light.doubt(reason))
        case .isOut: continue
        }
        kept.append(item)
        continue
      }
      if case .unknown = item {
        kept.append(item)
        doubts.append(nil)
        continue
      }
      let named = item.firstCandidate
      let support = all.filter { $0.bearing == .supports && Settling.says($0.value, named) }.compactMap(\.verdict)
      let certain = support.filter(\.isCertain)
      doubts.append(nil)
      if light.isReached(by: certain) {
        kept.append(item)
      } else if light.standard == nil || light.isReached(by: support) {
        kept.append(.unknown(Settling.openReason(all)))
      } else {
        kept.append(.unknown(.belowStandard))
      }
    }
    let isOpen = kept.allSatisfy { if case .unknown = $0 { true } else { false } }
    if isOpen, let first = kept.first { return first }
    return doubts.contains { $0 != nil } ? .table(Table.ofField(kept, doubts: Doubts(doubts))) : .list(kept)
  }

  /// Whether what was claimed of a list names an item.
  private static func says(_ value: Value, _ item: Value) -> Bool {
    if case .list(let items) = value { return items.contains { Agreement.isWithin($0, item) } }
    return Agreement.isWithin(value, item)
  }
}

extension Value {
  /// A value, and what it says besides: of a term every term above it, for who says `deported` says `returned` too.
  fileprivate var withWider: [Value] {
    guard case .entity(let entity) = self, entity.kind.isTerm else { return [self] }
    var result = [self]
    var above = entity.parent
    while let term = above {
      result.append(.entity(term))
      above = term.parent
    }
    return result
  }

  /// Of a disputed value the first candidate, of any other the value itself.
  fileprivate var firstCandidate: Value {
    if case .disputed(let disputed) = self { disputed.candidates[0] } else { self }
  }
}

extension Corpus {
  /// Claims with what they are worth in a light. A claim that only an earlier version of a source makes is set aside
  /// where the version that took its place speaks of the same field.
  func judged(_ all: [Settling.Said], in light: Light) -> [Settling.Said] {
    var judged = all
    for position in judged.indices { judged[position].verdict = verdict(judged[position].attribution, in: light) }
    if !hasReplacedSources || judged.count < 2 { return judged }
    let speaking = judged.filter { !$0.isAside }.flatMap { attributions[Int($0.attribution)].citations.map(carrier) }
    for position in judged.indices where !judged[position].isAside {
      let carriers = attributions[Int(judged[position].attribution)].citations.map(carrier)
      guard !carriers.isEmpty, carriers.allSatisfy({ old in speaking.contains { $0.takesThePlace(of: old) } }) else {
        continue
      }
      let old = judged[position].verdict
      judged[position].verdict = Verdict(
        part: .aside("a later version says something of it"), voices: [], status: old?.status)
    }
    return judged
  }

  /// Whether a source of a type says it, that is no party to the case.
  func speaks(_ attribution: Int32, as type: Entity) -> Bool {
    attributions[Int(attribution)].citations.contains { citation in
      let source = carrier(citation)
      return source.entity("type")?.isUnder(type) ?? false && source.entity("tie")?.name != "party"
    }
  }
}

extension Entity {
  /// True for a later version of a source.
  fileprivate func takesThePlace(of other: Entity) -> Bool {
    var here = entity("replaces")
    var steps = 0
    while let earlier = here, steps < 64 {
      if earlier === other { return true }
      here = earlier.entity("replaces")
      steps += 1
    }
    return false
  }
}
