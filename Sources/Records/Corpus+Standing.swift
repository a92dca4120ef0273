import Values

// Whether a record is there at all in a light.

extension Corpus {
  /// Whether a record is documented.
  enum Standing: Equatable {
    case stands
    case mayStand(Reason)
    /// Nothing that counts in the light says anything about it.
    case isOut
  }

  /// Whether a record is documented in a light: by claims about it, and by those that it stands where it stands.
  func standing(of entity: Entity, in light: Light) -> Standing {
    if !light.judges && !hasReplacedSources { return .stands }
    var worth = Worth.mixed
    if let sole = soleAttribution(of: entity), isIdentical.isEmpty || !isIdentical.contains(entity.index) {
      worth = self.worth(sole, in: light)
      if worth == .plain { return .stands }
    }
    if isFramework(entity.kind) { return .stands }
    // Most records are written down once, in one voice, which also tells where they stand.
    if worth == .aside || worth == .short, entity.name.isEmpty, entity.owner != nil {
      return worth == .aside ? .isOut : .mayStand(.belowStandard)
    }
    if entity.isOfRow {
      if let last = light.lastOfRow, last.number == entity.index { return last.standing }
      let found = findStanding(of: entity, in: light)
      // Those that stand in it are asked for next.
      if entity.owner == nil { light.lastOfRow = (entity.index, found) }
      return found
    }
    if entity.index < light.standings.count, let known = light.standings[entity.index] { return known }
    let found = findStanding(of: entity, in: light)
    if light.standings.count < records.count {
      light.standings += Array(repeating: nil, count: records.count - light.standings.count)
    }
    light.standings[entity.index] = found
    return found
  }

  private func findStanding(of entity: Entity, in light: Light) -> Standing {
    var telling = Telling()
    for member in speaking(of: entity) {
      forEachNumber(of: member) { number in
        telling.note(attribution(ofClaim: number), self, light)
        return !telling.isEnough
      }
      if telling.isEnough { return .stands }
      guard let owner = member.owner else { continue }
      forEachNumber(of: owner) { number in
        if case .entity(let inner) = value(ofClaim: number), inner === member {
          telling.noteBesides(attribution(ofClaim: number), self, light)
        }
        return true
      }
    }
    return standing(by: telling, in: light)
  }

  /// Whether a record is documented, by all who tell of it.
  func standing(by telling: Telling, in light: Light) -> Standing {
    if telling.isEnough || telling.told.isEmpty { return .stands }
    if let known = light.standingsOfFootings[telling.footings] { return known }
    let found = standing(of: telling.told.sorted().map { verdict($0, in: light) }, in: light)
    light.standingsOfFootings[telling.footings] = found
    return found
  }

  /// Who tells of a record: one attribution for each footing on which something is said of it.
  struct Telling {
    fileprivate(set) var told: [Int32] = []
    fileprivate(set) var footings: [Int32] = []
    /// Whether one alone, or two together, are enough already.
    private(set) var isEnough = false

    /// Takes down who says something of it.
    mutating func note(_ attribution: Int32, _ corpus: Corpus, _ light: Light) {
      isEnough = isEnough || corpus.worth(attribution, in: light) == .plain
      if !isEnough { noteBesides(attribution, corpus, light) }
    }

    /// Takes down who says that it stands where it stands.
    mutating func noteBesides(_ attribution: Int32, _ corpus: Corpus, _ light: Light) {
      let footing = corpus.footing(of: attribution)
      if footings.contains(footing) { return }
      // Mostly two of those who tell of it are enough; whoever else does takes nothing away from that.
      if !isEnough { isEnough = told.contains { corpus.areEnough($0, attribution, in: light) } }
      footings.append(footing)
      told.append(attribution)
    }
  }

  /// Whether what two attributions say surely reaches the standard in force.
  fileprivate func areEnough(_ one: Int32, _ other: Int32, in light: Light) -> Bool {
    if light.standard == nil { return false }
    let key = Int(footing(of: one)) << 32 | Int(footing(of: other))
    if let known = light.pairs[key] { return known }
    let verdicts = [verdict(one, in: light), verdict(other, in: light)].flatMap(\.parts).filter(\.isCertain)
    let areEnough = light.isReached(by: verdicts)
    light.pairs[key] = areEnough
    return areEnough
  }

  private func standing(of all: [Verdict], in light: Light) -> Standing {
    let verdicts = all.filter { !$0.isAside }.flatMap(\.parts)
    if verdicts.isEmpty { return .isOut }
    if light.isReached(by: verdicts.filter(\.isCertain)) { return .stands }
    if !light.isReached(by: verdicts) { return .mayStand(.belowStandard) }
    for case .may(let reason) in verdicts.map(\.part) { return .mayStand(reason) }
    return .mayStand(.imprecise)
  }

  /// The records of a kind that are documented in the light at hand; those of which it cannot be told are only possible.
  func tableInLight(of kind: Kind) -> Table {
    let light = lightAtHand
    if let known = light.tables[ObjectIdentifier(kind)] { return known }
    let table = tableInLightOfRows(kind, light) ?? tableOfWritten(kind, light)
    light.tables[ObjectIdentifier(kind)] = table
    return table
  }

  private func tableOfWritten(_ kind: Kind, _ light: Light) -> Table {
    var rows: [Entity] = []
    var doubts: [Doubt?] = []
    let all = all(kind)
    rows.reserveCapacity(all.count)
    doubts.reserveCapacity(all.count)
    for entity in all {
      let (isThere, doubt) = documented(entity, in: light)
      if isThere {
        rows.append(entity)
        doubts.append(doubt)
      }
    }
    return Table(rows, of: kind).doubting(Doubts(doubts))
  }

  /// The same of a kind of which records were made of rows, without holding any of them; nil of any other.
  private func tableInLightOfRows(_ kind: Kind, _ light: Light) -> Table? {
    guard let table = tableOfRows(kind), let columns = table.columns else { return nil }
    if let sole = soleRows(kind), let fates = documented(sole) {
      let kept = fates.indices.filter { fates[$0] != .aside }
      let doubts = Doubts(kept.map { fates[$0] == .short }) { _ in light.doubt(.belowStandard) }
      if kept.count == table.count { return table.doubting(doubts) }
      return Table(columns.picking(Positions(kept)), doubts: doubts, unit: table.unit)
    }
    var rows: [Int] = []
    var doubts: [Doubt?] = []
    for row in table.indices {
      guard case .entity(let entity) = table.row(row) else { continue }
      let (isThere, doubt) = documented(entity, in: light)
      if !isThere { continue }
      rows.append(row)
      doubts.append(doubt)
    }
    if rows.count == table.count { return table.doubting(Doubts(doubts)) }
    return Table(columns.picking(Positions(rows)), doubts: Doubts(doubts), unit: table.unit)
  }

  /// Whether a record is documented in a light, with all those in which it stands, and why that may not be certain.
  private func documented(_ entity: Entity, in light: Light) -> (isThere: Bool, doubt: Doubt?) {
    var doubt: Doubt?
    var here: Entity? = entity
    while let record = here {
      switch standing(of: record, in: light) {
      case .stands: break
      case .mayStand(let reason): doubt = doubt ?? light.doubt(reason)
      case .isOut: return (false, nil)
      }
      here = record.owner
    }
    return (true, doubt)
  }
}
