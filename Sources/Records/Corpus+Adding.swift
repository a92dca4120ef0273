import Diagnostics
import Values

// Adding to the corpus, as one transaction: what has been added since `begin` can be taken back whole.

/// What was added since a transaction began, so that it can be taken back.
struct Journal {
  let recordCount: Int
  let claimCount: Int
  let attributionCount: Int
  let sourceCount: Int
  var completionCount: Int
  var identityCount: Int
  /// What was said of records as a whole, where some of it was withdrawn.
  var earlierCompletions: [Completion]?
  var earlierIdentities: [Identity]?
  var names: [String] = []
  var locals: [Corpus.LocalName] = []
  var kinds: [String] = []
  var plurals: [String] = []
  var fields: [(kind: Kind, before: [Field])] = []
  var sets: [(name: String, before: EntitySet?)] = []
  /// Chains of older records that grew: the record and its first and last claim before.
  var chains: [(record: Int32, first: Int32, last: Int32)] = []
  var unlinked: [(claim: Int32, next: Int32)] = []
  /// Records of rows of which something was written down: their first and last claim before.
  var rowChains: [(row: Int32, before: (first: Int32, last: Int32)?)] = []
  var gone: [Int32] = []
  /// Records that are gone, and that no name leads to any longer.
  var unnamed: [Entity] = []
  var revived: [Int32] = []
  var headers: [(entity: Entity, label: String?, parent: Entity?, place: Place, extent: SourceRange)] = []
}

extension Corpus {
  /// Begins a transaction.
  package func begin() {
    otherNames = nil
    knownUnits = nil
    journal = Journal(
      recordCount: records.count, claimCount: claims.count, attributionCount: attributions.count,
      sourceCount: sources.count, completionCount: completions.count, identityCount: identities.count)
  }

  /// Keeps what was added, and forgets how to take it back.
  package func commit() {
    journal = nil
    otherNames = nil
    tables.removeAll()
  }

  /// Takes back everything that was added since `begin`.
  package func rollBack() {
    guard let journal else { return }
    for name in journal.names.reversed() {
      named[name]?.removeLast()
      if named[name]?.isEmpty == true { named[name] = nil }
    }
    for entity in journal.unnamed { named[entity.name, default: []].append(entity) }
    for name in journal.locals { locals[name] = nil }
    for (entity, label, parent, place, extent) in journal.headers.reversed() {
      entity.label = label
      entity.parent = parent
      entity.place = place
      extents[entity.index] = extent
    }
    for number in journal.revived { gone.insert(number) }
    for number in journal.gone { gone.remove(number) }
    for name in journal.kinds { kinds[name] = nil }
    for name in journal.plurals { plurals[name] = nil }
    for (kind, fields) in journal.fields.reversed() { kind.restore(fields) }
    for (name, set) in journal.sets.reversed() { sets[name] = set }
    for (record, first, last) in journal.chains.reversed() {
      if last >= 0 { links[Int(last)].next = -1 }
      firstClaims[Int(record)] = first
      lastClaims[Int(record)] = last
    }
    for (row, before) in journal.rowChains.reversed() {
      if let before { links[Int(before.last)].next = -1 }
      rowChains[row] = before
      rowsAreAddedTo = true
    }
    for (claim, next) in journal.unlinked.reversed() { links[Int(claim)].next = next }
    actorsOfStates = actorsOfStates.filter { $0.key.actor < journal.recordCount && $0.key.state < journal.recordCount }
    for number in journal.recordCount..<records.count { documentation[Int32(truncatingIfNeeded: number)] = nil }
    records.removeLast(records.count - journal.recordCount)
    extents.removeLast(extents.count - journal.recordCount)
    holdsNames.removeLast(holdsNames.count - journal.recordCount)
    holdsRecords.removeLast(holdsRecords.count - journal.recordCount)
    firstClaims.removeLast(firstClaims.count - journal.recordCount)
    lastClaims.removeLast(lastClaims.count - journal.recordCount)
    soleAttributions.removeLast(soleAttributions.count - journal.recordCount)
    claims.removeLast(claims.count - journal.claimCount)
    links.removeLast(links.count - journal.claimCount)
    attributions.removeLast(attributions.count - journal.attributionCount)
    sources.removeLast(sources.count - journal.sourceCount)
    completions = journal.earlierCompletions ?? Array(completions.prefix(journal.completionCount))
    identities = journal.earlierIdentities ?? Array(identities.prefix(journal.identityCount))
    for (record, _, _) in journal.chains where record < records.count { findSoleAttribution(Int(record)) }
    layouts.removeAll()
    tables.removeAll()
    otherNames = nil
    self.journal = nil
    // What lights know by the numbers of footings holds for those that were numbered before.
    forgetLights()
  }

  package func reserve(records count: Int, claims claimCount: Int) {
    records.reserveCapacity(records.count + count)
    extents.reserveCapacity(extents.count + count)
    holdsNames.reserveCapacity(holdsNames.count + count)
    holdsRecords.reserveCapacity(holdsRecords.count + count)
    firstClaims.reserveCapacity(firstClaims.count + count)
    lastClaims.reserveCapacity(lastClaims.count + count)
    soleAttributions.reserveCapacity(soleAttributions.count + count)
    claims.reserveCapacity(claims.count + claimCount)
    links.reserveCapacity(links.count + claimCount)
  }

  /// Gives a source text its number.
  package func add(_ source: Source) -> Int32 {
    sources.append(source)
    return Int32(truncatingIfNeeded: sources.count - 1)
  }

  package func add(_ kind: Kind) {
    kinds[kind.name] = kind
    journal?.kinds.append(kind.name)
    if let plural = kind.plural {
      plurals[plural] = kind
      journal?.plurals.append(plural)
    }
  }

  package func add(_ field: Field, to kind: Kind) {
    journal?.fields.append((kind, kind.fields))
    kind.add(field)
    layouts[ObjectIdentifier(kind)] = nil
  }

  package func add(_ set: EntitySet) {
    journal?.sets.append((set.name, sets[set.name]))
    sets[set.name] = set
  }

  /// Adds a record. One at the top of a file is reached by its name; one inside another by the names of both.
  package func addRecord(
    kind: Kind, name: String, label: String?, owner: Entity?, place: Place, extent: SourceRange,
    documentation text: String?
  ) -> Entity {
    let path: String
    if let owner { path = name.isEmpty ? "" : "\(owner.path).\(name)" } else { path = name }
    let entity = Entity(
      kind: kind, name: name, path: path, label: label, owner: owner, place: place, index: records.count,
      lights: lights)
    let number = Int32(truncatingIfNeeded: records.count)
    records.append(entity)
    extents.append(extent)
    holdsNames.append(false)
    holdsRecords.append(false)
    firstClaims.append(-1)
    lastClaims.append(-1)
    soleAttributions.append(Corpus.unclaimed)
    if let text { documentation[number] = text }
    if name.isEmpty { return entity }
    if let owner {
      let local = LocalName(owner: Int32(truncatingIfNeeded: owner.index), name: name)
      locals[local] = entity
      if !owner.isOfRow { holdsNames[owner.index] = true }
      journal?.locals.append(local)
    } else {
      named[name, default: []].append(entity)
      journal?.names.append(name)
    }
    return entity
  }

  package func add(_ attribution: Attribution) -> Int32 {
    attributions.append(attribution)
    return Int32(truncatingIfNeeded: attributions.count - 1)
  }

  package func bearing(_ number: Int32) -> Bearing { attributions[Int(number)].bearing }

  /// The attribution of that number; 0 is the author's own.
  package func attribution(_ number: Int32) -> Attribution { attributions[Int(number)] }

  package func addClaim(
    about subject: Entity, field position: Int, value: Value, from: Date? = nil, remark: String? = nil,
    attribution: Int32, source: Int32, range: SourceRange
  ) {
    let number = Int32(truncatingIfNeeded: claims.count)
    let index = subject.index
    claims.append(
      StoredClaim(
        value: subject.kind.kept(value, in: position), from: from, remark: remark,
        subject: Int32(truncatingIfNeeded: index),
        field: Int32(truncatingIfNeeded: position), attribution: attribution, source: source, range: range))
    links.append(ClaimLink(field: Int32(truncatingIfNeeded: position), attribution: attribution, next: -1))
    if subject.isOfRow { return chain(number, toRow: Int32(truncatingIfNeeded: index)) }
    if case .entity(let inner) = value, inner.owner === subject { holdsRecords[index] = true }
    let last = lastClaims[index]
    if let count = journal?.recordCount, index < count, last < journal?.claimCount ?? 0 {
      journal?.chains.append((Int32(truncatingIfNeeded: index), firstClaims[index], last))
    }
    if last < 0 { firstClaims[index] = number } else { links[Int(last)].next = number }
    lastClaims[index] = number
    if soleAttributions[index] != attribution {
      soleAttributions[index] = soleAttributions[index] == Corpus.unclaimed ? attribution : Corpus.several
    }
  }

  /// Puts a claim behind those that were written down about a record of a row.
  private func chain(_ number: Int32, toRow row: Int32) {
    rowsAreAddedTo = true
    journal?.rowChains.append((row, rowChains[row]))
    if let chain = rowChains[row] { links[Int(chain.last)].next = number }
    rowChains[row] = (rowChains[row]?.first ?? number, number)
  }

  // MARK: Replacing

  /// Makes room for a record that is written again: what its first text said is withdrawn, and so is all that stood
  /// inside it, until it is written again.
  package func withdraw(_ entity: Entity, label: String?, place: Place, extent: SourceRange) -> [Entity] {
    let source = entity.place.source
    let old = extents[entity.index]
    journal?.headers.append((entity, entity.label, entity.parent, entity.place, old))
    var withdrawn: [Entity] = []
    for inner in inside(entity) {
      // What an `extend` added from elsewhere stays.
      guard inner.place.source === source, old.contains(inner.place.range) else { continue }
      withdrawn.append(inner)
      withdrawn += withdraw(inner, label: inner.label, place: inner.place, extent: extents[inner.index])
      let number = Int32(truncatingIfNeeded: inner.index)
      gone.insert(number)
      journal?.gone.append(number)
    }
    unlink(entity) { self.sources[Int($0.source)] === source && old.contains($0.range) }
    withdrawCompletions {
      Int($0.subject) == entity.index && $0.place.source === source && old.contains($0.place.range)
    }
    entity.label = label
    entity.parent = nil
    entity.place = place
    extents[entity.index] = extent
    return withdrawn
  }

  /// Brings a withdrawn record back, as it is written again.
  package func revive(_ entity: Entity, label: String?, place: Place, extent: SourceRange) {
    let number = Int32(truncatingIfNeeded: entity.index)
    journal?.headers.append((entity, entity.label, entity.parent, entity.place, extents[entity.index]))
    journal?.revived.append(number)
    gone.remove(number)
    entity.label = label
    entity.place = place
    extents[entity.index] = extent
  }

  /// Takes claims out of what is said of a record; whether there were any such.
  @discardableResult
  func unlink(_ entity: Entity, where isWithdrawn: (StoredClaim) -> Bool) -> Bool {
    let index = entity.index
    let number = Int32(truncatingIfNeeded: index)
    var chain: [Int32] = []
    var next = entity.isOfRow ? rowChains[number]?.first ?? -1 : firstClaims[index]
    while next >= 0 {
      chain.append(next)
      next = links[Int(next)].next
    }
    let kept = chain.filter { !isWithdrawn(claims[Int($0)]) }
    if kept.count == chain.count { return false }
    for number in chain { journal?.unlinked.append((number, links[Int(number)].next)) }
    for (position, number) in kept.enumerated() {
      links[Int(number)].next = position + 1 < kept.count ? kept[position + 1] : -1
    }
    if entity.isOfRow {
      rowsAreAddedTo = true
      journal?.rowChains.append((number, rowChains[number]))
      rowChains[number] = kept.first.map { ($0, kept[kept.count - 1]) }
    } else {
      journal?.chains.append((number, firstClaims[index], lastClaims[index]))
      firstClaims[index] = kept.first ?? -1
      lastClaims[index] = kept.last ?? -1
      findSoleAttribution(index)
    }
    return true
  }
}

extension SourceRange {
  func contains(_ other: SourceRange) -> Bool { lower <= other.lower && other.upper <= upper }
}
