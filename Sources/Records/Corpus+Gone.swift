import Values

// Records whose place others took.

extension Corpus {
  /// A claim that still speaks of a record that is gone.
  package func mentionOfGone() -> (gone: Entity, claim: Claim)? {
    if gone.isEmpty { return nil }
    for entity in records where !isGone(entity) {
      for number in chain(of: entity) {
        if let owner = entity.owner, isGone(owner) { return (owner, claim(number)) }
        if let found = goneIn(stored(number).value) { return (found, claim(number)) }
      }
    }
    return nil
  }

  private func goneIn(_ value: Value) -> Entity? {
    switch value {
    case .entity(let entity): return isGone(entity) ? entity : nil
    case .list(let items):
      for item in items { if let found = goneIn(item) { return found } }
      return nil
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .function:
      return nil
    // Nobody can ask what it is, and no message may say whom a private field names.
    case .sealed: return nil
    }
  }
}
