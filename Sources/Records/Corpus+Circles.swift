import Values

extension Corpus {
  /// Kinds of records of which one may lead to another by these fields, and never back to itself.
  package static let chains: [(kind: String, fields: [String])] = [
    ("source", ["after"]), ("source", ["replaces"]), ("statement", ["quotes", "translation_of", "answers"]),
    ("figure", ["repeats", "part_of"]), ("event", ["after"]),
  ]

  /// The claims by which a record comes back to itself through fields that lead from one record to the next, the first of
  /// them its own; nil where there is no way back.
  package func wayBack(to start: Entity, by fields: [String]) -> [Claim]? {
    var steps: [Int: (claim: Int32, from: Entity)] = [:]
    var waiting = [start]
    while let here = waiting.popLast() {
      for number in leading(from: here, by: fields) {
        for next in value(ofClaim: number).namedEntities where steps[next.index] == nil {
          steps[next.index] = (number, here)
          if next === start { return wayBack(to: start, steps) }
          waiting.append(next)
        }
      }
    }
    return nil
  }

  private func wayBack(to start: Entity, _ steps: [Int: (claim: Int32, from: Entity)]) -> [Claim] {
    var claims: [Claim] = []
    var here = start
    while let step = steps[here.index] {
      claims.insert(claim(step.claim), at: 0)
      here = step.from
      if here === start { break }
    }
    return claims
  }

  /// The numbers of the claims about some fields of a record.
  private func leading(from entity: Entity, by fields: [String]) -> [Int32] {
    let positions = fields.compactMap(entity.kind.position)
    if positions.isEmpty { return [] }
    var numbers: [Int32] = []
    forEachNumber(of: entity) { number in
      if positions.contains(field(ofClaim: number)) { numbers.append(number) }
      return true
    }
    return numbers
  }

  /// Whether a claim was added since the transaction began.
  package func isNew(_ claim: Claim) -> Bool { journal.map { Int(claim.number) >= $0.claimCount } ?? false }

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
  package var namedEntities: [Entity] {
    switch self {
    case .entity(let entity): [entity]
    case .list(let items): items.flatMap(\.namedEntities)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .sealed, .function:
      []
    }
  }
}
