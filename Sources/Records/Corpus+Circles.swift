import Values

extension Corpus {
  /// A claim in a source's own chain of `after` or `replaces` by which it comes back to itself, and the numbers of the
  /// records on the way; nil where there is no way back.
  package func wayBack(to source: Entity, by field: String) -> (claim: Claim, circle: Set<Int>)? {
    var before: [Int: Int] = [:]
    var waiting = [source]
    while let here = waiting.popLast() {
      for claim in claims(of: here, field: field) {
        for next in claim.value.namedEntities {
          if next === source {
            var circle: Set<Int> = [source.index, here.index]
            var step = here.index
            while let earlier = before[step] {
              circle.insert(earlier)
              step = earlier
            }
            return (claim, circle)
          }
          if before[next.index] == nil {
            before[next.index] = here.index
            waiting.append(next)
          }
        }
      }
    }
    return nil
  }

  /// Whether a source is another one, or has it from there in the end.
  package func repeats(_ source: Entity, _ other: Entity) -> Bool {
    var seen: Set<Int> = [source.index]
    var waiting = [source]
    while let here = waiting.popLast() {
      if here === other { return true }
      for claim in claims(of: here, field: "after") {
        waiting += claim.value.namedEntities.filter { seen.insert($0.index).inserted }
      }
    }
    return false
  }
}

extension Value {
  /// The records that a value names, itself or as items of a list.
  fileprivate var namedEntities: [Entity] {
    switch self {
    case .entity(let entity): [entity]
    case .list(let items): items.flatMap(\.namedEntities)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .sealed, .function:
      []
    }
  }
}
