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
}
