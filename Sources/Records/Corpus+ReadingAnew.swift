import Diagnostics
import Values

// A text that is read anew, as after a fault has stopped it: what it said before, it no longer says. The records that it
// declares again are withdrawn one by one, as they are written; here stands what no declaration would come across.

extension Corpus {
  /// Whether a text of that name has been read before. Entries of the prompt are each a text of their own.
  package func hasRead(_ name: String) -> Bool { !name.hasPrefix("<") && sources.contains { $0.name == name } }

  /// Withdraws what a text added to records outside of their declarations, by `extend`, and what it said of records as
  /// a whole. Gives the records that this touches.
  package func withdrawAdditions(by name: String) -> [Entity] {
    func isOld(_ place: Place) -> Bool { place.source.name == name }
    withdrawCompletions { isOld($0.place) }
    withdrawIdentities { isOld($0.place) }
    var touched: [Entity] = []
    for entity in records where !isGone(entity) {
      let outermost = entity.outermost
      // What stands in the record of a row was added to it.
      let home = outermost.isOfRow ? nil : (source: outermost.place.source, range: extents[outermost.index])
      func isAddition(_ source: Source, _ range: SourceRange) -> Bool {
        if source.name != name { return false }
        return home.map { !($0.source === source && $0.range.contains(range)) } ?? true
      }
      let isOutside = entity !== outermost && isAddition(entity.place.source, entity.place.range)
      if isOutside { withdraw(entity) }
      if unlink(entity, where: { isAddition(self.sources[Int($0.source)], $0.range) }), !isOutside {
        touched.append(entity)
      }
    }
    for row in rowChains.keys.sorted() {
      let entity = recordOfRow(Int(row))
      if unlink(entity, where: { self.sources[Int($0.source)].name == name }) { touched.append(entity) }
    }
    return touched
  }

  /// Withdraws the records that a text declared when it was read before, and now no longer does.
  package func withdrawUnwritten(by name: String, now source: Source) {
    for entity in records where entity.owner == nil && !isGone(entity) {
      guard entity.place.source.name == name, entity.place.source !== source else { continue }
      _ = withdraw(entity, label: entity.label, place: entity.place, extent: extents[entity.index])
      withdraw(entity)
      named[entity.name]?.removeAll { $0 === entity }
      if named[entity.name]?.isEmpty == true { named[entity.name] = nil }
      journal?.unnamed.append(entity)
    }
  }

  private func withdraw(_ entity: Entity) {
    let number = Int32(truncatingIfNeeded: entity.index)
    gone.insert(number)
    journal?.gone.append(number)
  }

  func withdrawCompletions(where isWithdrawn: (Completion) -> Bool) {
    let kept = completions.filter { !isWithdrawn($0) }
    if kept.count == completions.count { return }
    if journal?.earlierCompletions == nil { journal?.earlierCompletions = completions }
    completions = kept
    journal?.completionCount = kept.count
  }

  private func withdrawIdentities(where isWithdrawn: (Identity) -> Bool) {
    let kept = identities.filter { !isWithdrawn($0) }
    if kept.count == identities.count { return }
    if journal?.earlierIdentities == nil { journal?.earlierIdentities = identities }
    identities = kept
    journal?.identityCount = kept.count
  }
}

extension Entity {
  /// The record at the top of a file in which it stands.
  var outermost: Entity {
    var here = self
    while let owner = here.owner { here = owner }
    return here
  }
}
