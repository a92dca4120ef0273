import Values

extension Corpus {
  /// Records that are also called so: by their label, another or a former name, another spelling, or a code of ISO.
  ///
  /// Only whole names count: this tells what a known name stands for, and guesses nothing. A state is also known where
  /// its name is written without accents or with other signs.
  ///
  /// - Parameter asState: false where none is asked for.
  public func alsoCalled(_ name: String, asState: Bool = true) -> [Entity] {
    let known: [String: [Entity]]
    if let otherNames {
      known = otherNames
    } else {
      known = findOtherNames()
      otherNames = known
    }
    if let bearers = known[name.plainName] { return bearers.filter { !isGone($0) && $0.name != name } }
    if !asState { return [] }
    let states = namesOfStates ?? findNamesOfStates()
    namesOfStates = states
    return states[name.stateName, default: []].filter { !isGone($0) && $0.name != name }
  }

  /// Of records that bear one name those that are still there; where none is, all.
  public func living(_ bearers: [Entity]) -> [Entity] {
    let living = bearers.filter { $0.known("ended") == nil }
    return living.isEmpty ? bearers : living
  }

  /// Records that bear a name, their own or another.
  public func called(_ name: String, asState: Bool = true) -> [Entity] {
    (entities[name] ?? []).filter { !$0.kind.isTerm } + alsoCalled(name, asState: asState)
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

  private func findNamesOfStates() -> [String: [Entity]] {
    var found: [String: [Entity]] = [:]
    for entity in records where entity.kind.root.name == "jurisdiction" && entity.owner == nil {
      let names = [entity.label, entity.name].compactMap(\.self) + entity.names(in: ["other_names", "former_names"])
      for name in Set(names.map(\.stateName)) { found[name, default: []].append(entity) }
    }
    return found
  }

  /// The numbers of records that were made of rows and stand in no others, by their names and labels without what may be
  /// written one way or another. Those that are called after their line are found by their labels alone.
  package func numbersOfRows(of kind: Kind) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for rows in recordsOfRows where rows.owners == nil && rows.kind.isA(kind) {
      for row in 0..<rows.count {
        var names: Set<String> = []
        if case .column = rows.names { names.insert(rows.name(ofRow: row).plainName) }
        if let label = rows.labels?[row].string { names.insert(label.plainName) }
        for name in names { found[name, default: []].append(rows.first + row) }
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
  package var otherNames: [String] { names(in: ["alpha2", "alpha3", "other_names", "former_names", "also"]) }

  fileprivate func names(in fields: [String]) -> [String] {
    fields.flatMap { field -> [String] in
      guard let position = kind.position(of: field), position < self.fields.count else { return [] }
      switch self.fields[position] {
      case .list(let items): return items.compactMap(\.asName)
      case let value: return value.string.map { [$0] } ?? []
      }
    }
  }
}

extension String {
  /// The name without what may be written one way or another: capitals, spaces, hyphens and underscores.
  public var plainName: String { lowercased().filter { !"_- ".contains($0) } }

  /// The name of a state without what may be written one way or another: besides that accents, points, apostrophes and
  /// other signs, `&` for `and`, `St.` for `Saint`, and `The` in front.
  fileprivate var stateName: String {
    var words = [""]
    for scalar in lowercased().decomposed where scalar.properties.generalCategory != .nonspacingMark {
      switch scalar {
      case ".", "'", "’": continue
      case "ı": words[words.count - 1] += "i"
      case "&": words += ["and", ""]
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          words[words.count - 1].unicodeScalars.append(scalar)
        } else {
          words.append("")
        }
      }
    }
    words = words.filter { !$0.isEmpty }.map { $0 == "st" ? "saint" : $0 }
    return words.drop { $0 == "the" }.joined()
  }
}

extension Value {
  /// A name as a text, or as a record of an earlier name.
  fileprivate var asName: String? {
    guard case .entity(let entity) = self else { return string }
    guard let position = entity.kind.position(of: "called"), position < entity.fields.count else { return nil }
    return entity.fields[position].string
  }
}
