import Diagnostics
import Records
import Values

extension Declarations {
  /// What `check` has to say of records that are right: those of the last call in which something has no source.
  ///
  /// Sources themselves, and what any map or law book says, need none.
  public func warnings() -> [Diagnostic] {
    var counts: [Int: Int] = [:]
    for entity in corpus.records.dropFirst(oldCount) where !entity.kind.isTerm && !corpus.isGone(entity) {
      let count = corpus.unsourcedClaims(of: entity)
      if count > 0 { counts[outermost(entity).index, default: 0] += count }
    }
    return counts.sorted { $0.key < $1.key }.compactMap { index, count in
      let record = corpus.record(index)
      return Declarations.needNoSource.contains(record.kind.root.name) ? nil : .noSource(record, count)
    }
  }

  private static let needNoSource: Set<String> = ["source", "place", "jurisdiction", "instrument"]

  private func outermost(_ entity: Entity) -> Entity {
    var here = entity
    while let owner = here.owner { here = owner }
    return here
  }
}
