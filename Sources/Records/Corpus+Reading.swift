import Values

// Reading a field in another light. Nearly always all claims about it share one fate there: they count as they do without
// the light, or all fall short, or none counts. Then what it comes to is known from what it is without the light, and no
// claim is settled again. Only where they do not are the claims about this one field settled, and that once in a light.

extension Corpus {
  /// A field of a record as it is in the light at hand.
  func readInLightAtHand(_ entity: Entity, _ position: Int) -> Value {
    let light = lightAtHand
    var look = light.looks[entity.index]
    if look == .notAsked {
      // What a row says is read there, or settled from there each time.
      if entity.isOfRow {
        if let value = fieldOfRow(entity, position) { return value }
        if light.suppositions.isEmpty, !mayBeAnother(entity) { return settled(entity, position, light) }
        settleInLightAtHand(entity)
        return entity.lastField(position)
      }
      // An actor of a state, made from one that any state could have, says the same in every light.
      if !isRecorded(entity) { return entity.lastField(position) }
      if light.number == 0 {
        settleInLightAtHand(entity)
        return entity.lastField(position)
      }
      look = self.look(of: entity, in: light)
      light.looks.note(look, of: entity.index, among: records.count)
    }
    let plain = plainField(entity, position)
    return value(plain, position, of: entity, look, light) ?? field(position, of: entity, plain, light)
  }

  /// Gives a record the fields that it has in the light at hand.
  func settleInLightAtHand(_ entity: Entity) {
    let light = lightAtHand
    if entity.isOfRow { return settleRow(entity) }
    guard isRecorded(entity) else { return entity.show(entity.lastFields, inLight: light.number) }
    let plain = keptPlainFields(entity)
    if light.number == 0 { return entity.show(plain, inLight: 0) }
    if let known = light.records[entity.index] { return entity.show(known, inLight: light.number) }
    if mayBeAnother(entity) {
      settleWhole(entity)
    } else {
      entity.show(plain.indices.map { readInLightAtHand(entity, $0) }, inLight: light.number)
    }
    light.records[entity.index] = entity.lastFields
  }

  /// Works out all fields of a record in the light at hand from all claims about it, and about those that are the same.
  package func settleWhole(_ entity: Entity) {
    if entity.isOfRow { return settleRow(entity) }
    // Whoever asks for it while it is being settled sees it as it was recorded.
    entity.show(keptPlainFields(entity), inLight: lightAtHand.number)
    var settling = Settling(self, lightAtHand)
    settling.settle(entity)
    complete(entity)
  }

  /// The fields of a record as they are without any light, put by where they can be found again.
  private func keptPlainFields(_ entity: Entity) -> [Value] {
    if plainFields.count < records.count {
      plainFields += Array(repeating: nil, count: records.count - plainFields.count)
    }
    if entity.lastLight == 0 {
      plainFields[entity.index] = entity.lastFields
      relit.append(entity)
    }
    return plainFields[entity.index] ?? entity.lastFields
  }

  private func isRecorded(_ entity: Entity) -> Bool {
    entity.index >= 0 && entity.index < records.count && records[entity.index] === entity
  }

  /// True for records that some claim says to be the same as others, and for those that name such.
  private func mayBeAnother(_ entity: Entity) -> Bool {
    !isIdentical.isEmpty && (isIdentical.contains(entity.index) || namesIdentical.contains(entity.index))
  }

  /// A field as it is without any light.
  private func plainField(_ entity: Entity, _ position: Int) -> Value {
    if entity.lastLight != 0, let plain = plainFields[entity.index] { return plain[position] }
    return entity.lastField(position)
  }

  /// How a record looks as a whole.
  private func look(of entity: Entity, in light: Light) -> Looks.Look {
    if !light.suppositions.isEmpty, light.suppositions.contains(where: { $0.entity.standIn === entity.standIn }) {
      return .mixed
    }
    if mayBeAnother(entity) { return .mixed }
    if isFramework(entity.kind) { return .plain }
    if light.judges || hasReplacedSources {
      if holdsRecords[entity.index] || writtenHoldRows { return .mixed }
      if let sole = soleAttribution(of: entity) {
        switch comparedWorth(sole, in: light) {
        case .short: return .short
        case .aside: return .aside
        case .open: return .open
        case .plain: break
        case .mixed, .notAsked: return .mixed
        }
      }
      if !isWhollyPlain(entity, in: light) { return .mixed }
    }
    let isSettled = !(light.standard?.settle.isEmpty ?? true)
    return isSettled || !isFramePlain(around: entity, in: light) ? .plainByItself : .plain
  }

  /// True where every claim about a record counts as it does without the light.
  private func isWhollyPlain(_ entity: Entity, in light: Light) -> Bool {
    var told: Int32 = -1
    var isPlain = true
    forEachNumber(of: entity) { number in
      let attribution = attribution(ofClaim: number)
      if attribution != told { isPlain = comparedWorth(attribution, in: light) == .plain }
      told = attribution
      return isPlain
    }
    return isPlain
  }

  /// What a field comes to where all that is claimed about it shares one fate; nil where its claims have to be looked at.
  private func value(_ plain: Value, _ position: Int, of entity: Entity, _ look: Looks.Look, _ light: Light) -> Value? {
    switch look {
    case .plain: return plain
    case .plainByItself:
      return layout(of: entity.kind).isFromOwner[position] || light.maySettle(plain) ? nil : plain
    case .short: return unless(plain, position, of: entity, .belowStandard)
    case .aside:
      let layout = layout(of: entity.kind)
      return layout.isUnderstood[position] ? nil : layout.empty[position]
    case .open:
      guard let sole = soleAttribution(of: entity), case .may(let reason) = verdict(sole, in: light).part else {
        return nil
      }
      if case .unknown(let reasons) = plain, reasons != Reasons(.notRecorded) { return nil }
      return unless(plain, position, of: entity, reason)
    case .mixed, .notAsked: return nil
    }
  }

  /// A field as it is where nothing is known of it; for one that holds something, unknown for a reason. Nil where its
  /// claims have to be looked at.
  private func unless(_ plain: Value, _ position: Int, of entity: Entity, _ reason: Reason) -> Value? {
    if layout(of: entity.kind).isUnderstood[position] { return nil }
    switch plain {
    case .unknown: return plain
    case .integer, .real, .truth, .short, .none, .text, .date, .span, .quantity, .entity: return .unknown(reason)
    case .list(let items):
      if items.isEmpty { return plain }
      let areOthers = items.allSatisfy { item in if case .entity(let one) = item { one.owner !== entity } else { false }
      }
      return areOthers && reason == .belowStandard ? .unknown(reason) : nil
    case .record, .map, .range, .disputed, .series, .table, .sealed, .function: return nil
    }
  }

  /// A field by itself.
  private func field(_ position: Int, of entity: Entity, _ plain: Value, _ light: Light) -> Value {
    if let supposed = light.supposition(entity, entity.kind.fields[position].name) { return supposed.value }
    if isFramework(entity.kind) { return plain }
    if mayBeAnother(entity) {
      settleInLightAtHand(entity)
      return entity.lastField(position)
    }
    if case .list(let items) = plain, case .entity(let first)? = items.first, first.owner === entity {
      return inner(items, plain, entity, position, light)
    }
    let look: Looks.Look =
      switch worth(of: entity, position, in: light) {
      case .plain: isFramePlain(around: entity, in: light) && !light.maySettle(plain) ? .plain : .plainByItself
      case .short: .short
      case .aside: .aside
      case .open, .mixed, .notAsked: .mixed
      }
    return value(plain, position, of: entity, look, light)
      ?? once(entity, position, light) { settled(entity, position, light) }
  }

  /// Works a field out once in a light.
  private func once(_ entity: Entity, _ position: Int, _ light: Light, _ work: () -> Value) -> Value {
    let key = entity.index << 16 | position
    if let known = light.fields[key] { return known }
    let value = work()
    light.fields[key] = value
    return value
  }

  /// A field that is worked out from the claims about it.
  private func settled(_ entity: Entity, _ position: Int, _ light: Light) -> Value {
    var settling = Settling(self, light)
    let value = settling.settle(entity, field: position)
    return completed(value, position, of: entity, layout(of: entity.kind)) ?? value
  }

  // MARK: Records inside a record

  /// A list of records that stand inside one.
  private func inner(_ items: [Value], _ plain: Value, _ entity: Entity, _ position: Int, _ light: Light) -> Value {
    // Most lists are what they are without the light, and that is soon seen.
    if !hasReplacedSources, items.allSatisfy({ standsInOneVoice($0, inside: entity, light) == .stands }) {
      return plain
    }
    return once(entity, position, light) {
      // Some that were told by a source withdrawn since may stand in this light only.
      if hasReplacedSources { return settled(entity, position, light) }
      let isPlain = worth(of: entity, position, in: light) == .plain
      var kept: [Value] = []
      var doubts: [Doubt?] = []
      kept.reserveCapacity(items.count)
      doubts.reserveCapacity(items.count)
      for item in items {
        guard
          let standing = standsInOneVoice(item, inside: entity, light) ?? (isPlain ? standing(of: item, light) : nil)
        else { return settled(entity, position, light) }
        switch standing {
        case .stands: doubts.append(nil)
        case .mayStand(let reason): doubts.append(light.doubt(reason))
        case .isOut: continue
        }
        kept.append(item)
      }
      if kept.isEmpty { return settled(entity, position, light) }
      if doubts.allSatisfy({ $0 == nil }) { return kept.count == items.count ? plain : .list(kept) }
      return .table(Table.ofField(kept, doubts: Doubts(doubts)))
    }
  }

  /// Whether a record inside another is documented; nil where others may tell that it stands there than those who tell of
  /// it: of a record with a name.
  private func standsInOneVoice(_ item: Value, inside entity: Entity, _ light: Light) -> Standing? {
    guard case .entity(let one) = item, one.name.isEmpty, soleAttribution(of: one) != nil, one.owner === entity else {
      return nil
    }
    return standing(of: one, in: light)
  }

  private func standing(of item: Value, _ light: Light) -> Standing? {
    if case .entity(let one) = item { standing(of: one, in: light) } else { nil }
  }

  /// True where what records inside the one around have from it is what they have from it without the light.
  private func isFramePlain(around entity: Entity, in light: Light) -> Bool {
    guard let owner = entity.owner else { return true }
    if owner.isOfRow { return false }
    if owner.index < light.framesArePlain.count, let known = light.framesArePlain[owner.index] { return known }
    let layout = layout(of: owner.kind)
    let isPlain =
      isFramePlain(around: owner, in: light) && !mayBeAnother(owner)
      && [layout.origin, layout.host, layout.target].allSatisfy { position in
        guard let position else { return true }
        return holdsPlainly(owner, position, in: light)
      }
    if light.framesArePlain.count < records.count {
      light.framesArePlain += Array(repeating: nil, count: records.count - light.framesArePlain.count)
    }
    light.framesArePlain[owner.index] = isPlain
    return isPlain
  }

  private func holdsPlainly(_ entity: Entity, _ position: Int, in light: Light) -> Bool {
    if light.supposition(entity, entity.kind.fields[position].name) != nil { return false }
    if worth(of: entity, position, in: light) != .plain { return false }
    if position >= entity.fieldCount { return true }
    let plain = plainField(entity, position)
    if light.maySettle(plain) { return false }
    guard case .list(let items) = plain else { return true }
    return items.allSatisfy { item in
      guard case .entity(let one) = item, one.owner === entity else { return true }
      return standing(of: one, in: light) == .stands
    }
  }
}

extension Light {
  /// True where a standard may decide between claims that disagree.
  fileprivate func maySettle(_ plain: Value) -> Bool {
    guard let standard, !standard.settle.isEmpty else { return false }
    return plain.isDisputed
  }
}

extension Value {
  fileprivate var isDisputed: Bool {
    switch self {
    case .disputed: true
    case .series(let series): series.entries.contains { $0.value.isDisputed } || series.current.isDisputed
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity,
      .range, .entity, .table, .sealed, .function:
      false
    }
  }
}
