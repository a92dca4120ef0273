import Values

extension Corpus {
  /// Settles records from their claims, and then what one record has from another: a term from the term above it, an
  /// event from its case.
  package func settle(_ touched: [Entity]) {
    // A question alone, at the prompt, changes nothing.
    if touched.isEmpty && identities.count == settledIdentities && !rowsAreAddedTo { return }
    rowsAreAddedTo = false
    settledIdentities = identities.count
    forgetLights()
    var settling = Settling(self)
    var terms: [Entity] = []
    var replaces = false
    for entity in touched {
      settling.settle(entity)
      if entity.kind.isTerm {
        terms.append(entity)
      } else if entity.kind.root.name == "source", !replaces {
        replaces = entity.known("replaces") != nil || entity.known("withdrawn") != nil
      }
    }
    if !terms.isEmpty { settle(terms: terms) }
    if replaces || !identities.isEmpty {
      if replaces { hasReplacedSources = true }
      settleAgain()
    } else {
      for entity in touched where !entity.kind.isTerm { complete(entity) }
    }
    // What was settled on the way may have been looked at before everything was there.
    forgetRows()
  }

  /// Settles everything again, now that the sources are known: where some were withdrawn or replaced, a claim of theirs
  /// may no longer count, and where records are the same, the claims about one are about the other.
  func settleAgain() {
    findIdentical()
    plainLight = Light(number: 0)
    look(in: plainLight)
    let all = records.filter { !isGone($0) && (!isFramework($0.kind) || isIdentical.contains($0.index)) }
    var settling = Settling(self)
    for entity in all { settling.settle(entity) }
    for entity in all { complete(entity) }
  }

  // MARK: Terms

  /// Gives terms what goes down their tree. Their own claims are settled already.
  private func settle(terms: [Entity]) {
    for term in terms { mirror(term) }
    var waiting = Set(terms.map { ObjectIdentifier($0) })
    for term in terms {
      var path: [Entity] = []
      var next: Entity? = term
      while let here = next, waiting.contains(ObjectIdentifier(here)) {
        waiting.remove(ObjectIdentifier(here))
        path.append(here)
        next = here.parent
      }
      for term in path.reversed() { inherit(term) }
    }
  }

  private func inherit(_ term: Entity) {
    let layout = layout(of: term.kind)
    guard let parent = term.parent else {
      if let family = layout.family { term.fields[family] = .entity(term) }
      return
    }
    if let family = layout.family, let above = parent.kind.position(of: "family"), above < parent.fields.count {
      term.fields[family] = parent.fields[above]
    }
    for position in layout.inherited where hasNoClaim(term, position) {
      guard let above = parent.kind.position(of: term.kind.fields[position].name), above < parent.fields.count,
        position != layout.inverse || isEmpty(term.fields[position])
      else { continue }
      term.fields[position] = parent.fields[above]
    }
  }

  /// An inverse said on one side holds on the other.
  private func mirror(_ term: Entity) {
    guard let position = layout(of: term.kind).inverse, case .entity(let other) = term.fields[position],
      let back = layout(of: other.kind).inverse, back < other.fields.count, isEmpty(other.fields[back])
    else { return }
    other.fields[back] = .entity(term)
  }

  private func isEmpty(_ value: Value) -> Bool {
    switch value {
    case .unknown(let reasons): reasons == Reasons(.notRecorded)
    case .list(let items): items.isEmpty
    case .integer, .real, .truth, .short, .none, .text, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      false
    }
  }

  private func hasNoClaim(_ entity: Entity, _ position: Int) -> Bool {
    var found = false
    forEachNumber(of: entity) { number in
      found = field(ofClaim: number) == position
      return !found
    }
    return !found
  }

  // MARK: What is understood

  /// What goes without saying: that an event was carried out, whom it was aimed at, whose relative a relative is, and
  /// which state's an actor is.
  func complete(_ entity: Entity) {
    let layout = layout(of: entity.kind)
    for position in layout.completed {
      if let value = completed(entity.fields[position], position, of: entity, layout) {
        entity.fields[position] = value
      }
    }
  }

  /// A field with what goes without saying of it; nil where that is nothing.
  func completed(_ value: Value, _ position: Int, of entity: Entity, _ layout: Layout) -> Value? {
    if position == layout.published { return value.published(by: entity) }
    if isEmpty(value) {
      if !layout.isUnderstood[position] || !hasNoClaim(entity, position) { return nil }
      if position == layout.stage { return layout.act == nil ? nil : carriedOut(entity.kind.fields[position]) }
      guard let owner = entity.owner else { return nil }
      if let (own, terms) = layout.kinship, position == own {
        return named[entity.name]?.first { $0.kind.isA(terms) }.map { .entity($0) }
      }
      let isTarget = position == layout.aimedAt || position == layout.of && layout.kinship != nil
      guard isTarget, let target = target(of: entity, position, owner, layout) else { return nil }
      if !layout.actors.contains(position) { return target }
      return completed(target, position, of: entity, layout) ?? target
    }
    guard layout.actors.contains(position), let owner = entity.owner, let origin = state("origin", owner) else {
      return nil
    }
    return ofState(value, origin, owner)
  }

  func carriedOut(_ field: Field) -> Value? {
    guard case .record(let kind) = field.type else { return nil }
    return named["carried_out"]?.first { $0.kind.isA(kind) }.map { .entity($0) }
  }

  /// What a field understands by the target of the record around it; nil where nobody says who that is.
  private func target(of entity: Entity, _ position: Int, _ owner: Entity, _ layout: Layout) -> Value? {
    var outer: Entity? = owner
    while let here = outer {
      if let target = self.layout(of: here.kind).target, target < here.fieldCount {
        let value = here.field(target)
        if isEmpty(value) { return nil }
        switch (value, layout.isList[position]) {
        case (.unknown, _): return value
        case (.entity(let target), false): return target === entity ? nil : .entity(target)
        case (.entity(let target), true): return target === entity ? nil : .list([.entity(target)])
        case (.list, true): return value
        case (.list(let targets), false): return targets.count == 1 ? targets[0] : nil
        default: return nil
        }
      }
      outer = here.owner
    }
    return nil
  }

  /// The state in a field of the record around, where it is known.
  private func state(_ field: String, _ owner: Entity) -> Entity? {
    var outer: Entity? = owner
    while let here = outer {
      let layout = self.layout(of: here.kind)
      if let position = field == "origin" ? layout.origin : layout.host, position < here.fieldCount {
        if case .entity(let state) = here.field(position) { return state }
        return nil
      }
      outer = here.owner
    }
    return nil
  }

  /// An actor that any state could have, as the one of a state.
  private func ofState(_ value: Value, _ origin: Entity, _ owner: Entity) -> Value {
    switch value {
    case .entity(let actor):
      guard let side = sideOf(actor) else { return value }
      guard let state = side == "host" ? state("host", owner) : origin else { return value }
      return .entity(make(actor, of: state))
    case .list(let items): return .list(items.map { ofState($0, origin, owner) })
    case .disputed(let disputed):
      return .disputed(Disputed(disputed.candidates.map { ofState($0, origin, owner) }))
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
      .series, .table, .sealed, .function:
      return value
    }
  }

  /// The two families of actors that are some state's without saying whose.
  private static let sides = ["state_body": "origin", "host_body": "host"]

  /// Whose organ an actor without a state of its own is, `origin` or `host`; nil where nothing says so.
  func sideOf(_ actor: Entity) -> String? {
    guard actor.kind.isTerm else { return nil }
    if let position = actor.kind.position(of: "state"), position < actor.fields.count,
      !isEmpty(actor.fields[position])
    {
      return nil
    }
    var term: Entity? = actor
    while let here = term {
      if let side = Corpus.sides[here.name] { return side }
      term = here.parent
    }
    return nil
  }

  private func make(_ actor: Entity, of state: Entity) -> Entity {
    let key = ActorOfState(
      actor: Int32(truncatingIfNeeded: actor.index), state: Int32(truncatingIfNeeded: state.index))
    if let known = actorsOfStates[key] { return known }
    let name = "\(actor.path) (\(state.path))"
    let entity = Entity(
      kind: actor.kind, name: name, path: name, label: actor.label, owner: nil, place: actor.place, index: actor.index,
      lights: lights)
    entity.parent = actor
    entity.fields = actor.fields
    if let position = actor.kind.position(of: "state"), position < entity.fields.count {
      entity.fields[position] = .entity(state)
    }
    actorsOfStates[key] = entity
    return entity
  }
}

extension Value {
  /// A number with the figure that published it.
  fileprivate func published(by figure: Entity) -> Value {
    switch self {
    case .disputed(let disputed): return .disputed(Disputed(disputed.candidates.map { $0.published(by: figure) }))
    case .integer, .real, .quantity:
      guard let number = Quantity.of(self) else { return self }
      return .quantity(
        Quantity(
          point: number.point, low: number.low, high: number.high, unit: number.unit, isAbout: number.isAbout,
          figures: [figure]))
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .range, .entity, .series, .table,
      .sealed, .function:
      return self
    }
  }
}

// MARK: Is

extension Corpus {
  /// Whether a record is another, or a term stands under another.
  ///
  /// Unknown where the term leaves the other open, or says less than what is asked: of `returned` it cannot be told
  /// whether it is `returned_by_force`. A place is also the state in which it lies, and a state the region.
  public static func isTruth(_ entity: Entity, _ target: Entity) -> Truth {
    if entity === target || entity.isUnder(target) { return .yes }
    let same = entity.isSame(as: target)
    if !same.isNo { return same }
    // `host is Asia`: a state is in its region.
    if target.kind.name == "region", let position = entity.kind.position(of: "region"), position < entity.fields.count {
      switch entity.fields[position] {
      case .entity(let region): return isTruth(region, target)
      case .unknown(let reasons): return Truth(unknown: reasons)
      default: return .no
      }
    }
    if target.kind.isTerm {
      if target.isUnder(entity) { return Truth(unknown: .imprecise) }
      var term: Entity? = entity
      var (kind, mayBe) = (entity.kind, entity.kind.position(of: "may_be"))
      while let here = term {
        if here.kind !== kind { (kind, mayBe) = (here.kind, here.kind.position(of: "may_be")) }
        if let position = mayBe, position < here.fields.count,
          case .list(let open) = here.fields[position]
        {
          for case .entity(let possibility) in open {
            if possibility.isUnder(target) || target.isUnder(possibility) { return Truth(unknown: .imprecise) }
          }
        }
        term = here.parent
      }
      if entity.kind.isTerm { return .no }
    }
    if entity.kind.name == "place", let position = entity.kind.position(of: "state"), position < entity.fields.count {
      switch entity.fields[position] {
      case .entity(let state): return isTruth(state, target)
      case .unknown(let reasons): return target.kind.name == "place" ? .no : Truth(unknown: reasons)
      default: return .no
      }
    }
    return .no
  }
}
