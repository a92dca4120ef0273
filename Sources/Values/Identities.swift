/// Which records are about one and the same, as far as that is claimed in the light at hand.
package struct Identities {
  /// A record that stands for all that are the same as this one.
  private var standIns: [ObjectIdentifier: Entity] = [:]
  /// All that a record stands for, itself among them, in the order in which they were written.
  private var members: [ObjectIdentifier: [Entity]] = [:]
  private var doubts: [(one: Entity, other: Entity, reason: Reason)] = []

  package init() {}

  package var isEmpty: Bool { standIns.isEmpty && doubts.isEmpty }

  /// The record that stands for all that are the same as this one: itself for most.
  package func standIn(for entity: Entity) -> Entity { standIns[ObjectIdentifier(entity)] ?? entity }

  /// The records that are the same as this one, and it; nil for most.
  package func members(with entity: Entity) -> [Entity]? {
    standIns[ObjectIdentifier(entity)].flatMap { members[ObjectIdentifier($0)] }
  }

  /// Takes two records for one, unless there is a doubt about these two; doubts come first.
  package mutating func unite(_ one: Entity, _ other: Entity) {
    let isDoubted = doubts.contains { doubt in
      doubt.one === one && doubt.other === other || doubt.one === other && doubt.other === one
    }
    if isDoubted { return }
    let (first, second) = (standIn(for: one), standIn(for: other))
    if first === second { return }
    let (kept, given) = first.index <= second.index ? (first, second) : (second, first)
    let all = (members[ObjectIdentifier(kept)] ?? [kept]) + (members[ObjectIdentifier(given)] ?? [given])
    members[ObjectIdentifier(given)] = nil
    members[ObjectIdentifier(kept)] = all.sorted { $0.index < $1.index }
    for entity in all { standIns[ObjectIdentifier(entity)] = kept }
  }

  package mutating func doubt(_ one: Entity, _ other: Entity, _ reason: Reason) { doubts.append((one, other, reason)) }

  /// Whether two records are one and the same.
  package func isSame(_ one: Entity, _ other: Entity) -> Truth {
    let (first, second) = (standIn(for: one), standIn(for: other))
    if first === second { return .yes }
    for doubt in doubts {
      let (left, right) = (standIn(for: doubt.one), standIn(for: doubt.other))
      if left === first && right === second || left === second && right === first {
        return Truth(unknown: doubt.reason)
      }
    }
    return .no
  }

  /// Of all pairs of which it cannot be told whether they are the same, the records that stand for them, and why.
  package var open: [(one: Entity, other: Entity, reason: Reason)] {
    doubts.compactMap { doubt in
      let (one, other) = (standIn(for: doubt.one), standIn(for: doubt.other))
      return one === other ? nil : (one, other, doubt.reason)
    }
  }
}

extension Entity {
  /// Whether this record and another are about one and the same: `same a, b` may say so of two.
  public func isSame(as other: Entity) -> Truth {
    if lights.identities.isEmpty { return Truth(self === other) }
    return lights.identities.isSame(self, other)
  }

  /// The record that stands for all that are the same as this one.
  public var standIn: Entity { lights.identities.isEmpty ? self : lights.identities.standIn(for: self) }

  /// The records that are the same as this one in the light at hand, and it, in the order in which they were written;
  /// nil where it stands alone.
  package var identical: [Entity]? {
    lights.identities.isEmpty ? nil : lights.identities.members(with: self)
  }
}
