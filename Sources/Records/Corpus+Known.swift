import Values

extension Corpus {
  /// The units in which numbers are given in any record, in the order of the letters.
  package var units: [String] {
    if let knownUnits { return knownUnits }
    var found: Set<String> = []
    for claim in claims {
      if case .quantity(let quantity) = claim.value, let unit = quantity.unit { found.insert(unit) }
    }
    let units = found.sorted()
    knownUnits = units
    return units
  }

  /// Every claim about cases, people, events and other records that are not the frame of the rest; that one record stands
  /// inside another is none of them.
  public var claimsOfRecords: some Sequence<Claim> {
    let rows = recordsOfRows.lazy.flatMap { [self] rows in
      (0..<rows.count).lazy.map { [self] row in recordOfRow(rows.first + row) }
    }
    let all = [AnySequence(records.lazy), AnySequence(rows)].lazy.joined()
    return all.filter { [self] in !isFramework($0.kind) && !isGone($0) }.flatMap { [self] record in
      chain(of: record).map(claim).filter { claim in
        if case .entity(let inner) = claim.value { inner.owner !== record } else { true }
      }
    }
  }

  /// When a claim became known: when it was said, or when the first of its sources was published.
  public func known(_ claim: Claim) -> Date? {
    if let date = claim.date { return date }
    var first: Date?
    for citation in claim.citations {
      guard case .date(let published)? = carrier(citation).known("published") else { continue }
      if first.map({ published.isSortedBefore($0) }) ?? true { first = published }
    }
    return first
  }

  /// Since when a claim no longer stands, since each of its sources was withdrawn, or only repeats what was; nil for one
  /// that stands, or of which that day is not known.
  public func withdrawn(_ claim: Claim) -> Date? {
    var last: Date?
    for citation in claim.citations {
      guard let date = withdrawal(of: carrier(citation))?.date else { return nil }
      if last.map({ date.isAfter($0).isYes }) ?? true { last = date }
    }
    return last
  }

  /// The fields of a record about which something is claimed, in their order.
  public func fieldsTold(of entity: Entity) -> [String] {
    var told: Set<Int> = []
    for member in speaking(of: entity) {
      let slots = member === entity ? nil : positions(of: member.kind, in: entity.kind)
      forEachNumber(of: member) { number in
        let own = field(ofClaim: number)
        if let slot = slots == nil ? own : slots?[own] { told.insert(slot) }
        return true
      }
    }
    return told.sorted().map { entity.kind.fields[$0].name }
  }

  /// A claim by itself, with what it does for its field in the light at hand.
  public func evidence(_ claim: Claim) -> Grounds.Evidence {
    grounds(of: claim.subject, field: claim.field.name).evidence.first { $0.claim.number == claim.number }
      ?? Grounds.Evidence(claim: claim, part: part(of: claim), isVaguer: false, reason: nil, asides: [], voices: [])
  }
}
