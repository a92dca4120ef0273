import Values

extension Corpus {
  /// Records that are also called so: by their label, another or a former name, another spelling, or a code of ISO.
  ///
  /// Only whole names count: this tells what a known name stands for, and guesses nothing.
  public func alsoCalled(_ name: String) -> [Entity] {
    let known = otherNames ?? findOtherNames()
    otherNames = known
    return known[name.plainName, default: []].filter { !isGone($0) && $0.name != name }
  }

  /// Of records that bear one name those that are still there; where none is, all.
  public func living(_ bearers: [Entity]) -> [Entity] {
    let living = bearers.filter { $0.known("ended") == nil }
    return living.isEmpty ? bearers : living
  }

  /// Records that bear a name, their own or another.
  public func called(_ name: String) -> [Entity] {
    (entities[name] ?? []).filter { !$0.kind.isTerm } + alsoCalled(name)
  }

  private func findOtherNames() -> [String: [Entity]] {
    var found: [String: [Entity]] = [:]
    for entity in records where !entity.kind.isTerm && entity.owner == nil {
      for name in Set(([entity.label].compactMap { $0 } + [entity.name] + entity.otherNames).map(\.plainName)) {
        found[name, default: []].append(entity)
      }
    }
    return found
  }

  /// Records with a name that is written nearly so, or begins so, of some kinds, or of all: candidates to choose from, and
  /// no guess.
  public func writtenAlike(_ name: String, _ kinds: [Kind]) -> [Entity] {
    let plain = name.plainName
    return records.filter { entity in
      if entity.kind.isTerm || entity.owner != nil || isGone(entity) { return false }
      guard kinds.isEmpty || kinds.contains(where: { entity.kind.isA($0) }) else { return false }
      return ([entity.name] + entity.otherNames).map(\.plainName).contains { other in
        let common = zip(plain, other).prefix { $0 == $1 }.count
        return other.count > 3 && Spelling.isNear(plain, other)
          || common > 3 && (common == plain.count || common + 2 >= other.count)
      }
    }
  }
}

extension Entity {
  /// What stands in the fields that hold names.
  package var otherNames: [String] {
    ["alpha2", "alpha3", "other_names", "former_names", "also"].flatMap { field -> [String] in
      guard let position = kind.position(of: field), position < fields.count else { return [] }
      switch fields[position] {
      case .list(let items): return items.compactMap(\.asName)
      case let value: return value.string.map { [$0] } ?? []
      }
    }
  }
}

extension String {
  /// The name without what may be written one way or another: capitals, spaces, hyphens and underscores.
  public var plainName: String { lowercased().filter { !"_- ".contains($0) } }
}

extension Value {
  /// A name as a text, or as a record of an earlier name.
  fileprivate var asName: String? {
    guard case .entity(let entity) = self else { return string }
    guard let position = entity.kind.position(of: "called"), position < entity.fields.count else { return nil }
    return entity.fields[position].string
  }
}
