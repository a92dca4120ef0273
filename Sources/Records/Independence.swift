import Values

/// One source as one claim has it: who is named for it, and what it shares with any source that is not independent of it.
struct Voice {
  /// The publication in which it is read.
  let source: Entity
  /// Where it comes from in the end.
  let origins: [Int]
  /// Its origins, the publication itself, and those from which the publication has what it says. Two voices that have
  /// one of them in common are not independent.
  let roots: Set<Int>
}

/// How many of several voices are independent of each other: the most that can be chosen so that no two share a root.
///
/// So one publication is one voice, however many origins it repeats and however many people it quotes; and a voice more
/// never makes them fewer.
enum Independence {
  /// More steps than any real question takes; whoever comes to the end of them has counted too few, never too many.
  private static let mostSteps = 20_000

  /// Counts them, up to the number that is enough.
  static func count(_ voices: [Voice], enough: Int = .max) -> Int {
    count(ofRoots: voices.map(\.roots), enough: enough)
  }

  static func count(ofRoots roots: [Set<Int>], enough: Int = .max) -> Int {
    if roots.isEmpty { return 0 }
    if enough <= 1 || roots.count == 1 { return 1 }
    var sets: [Set<Int>] = []
    // A voice whose roots take in those of another can always give way to it.
    for one in roots.sorted(by: { $0.count < $1.count }) where !sets.contains(where: { $0.isSubset(of: one) }) {
      sets.append(one)
    }
    var search = Search(enough: enough, left: mostSteps)
    search.choose(among: sets[...], chosen: 0)
    return search.best
  }

  /// Takes or leaves one set after the other, the smallest first.
  private struct Search {
    let enough: Int
    var left: Int
    var best = 0

    mutating func choose(among sets: ArraySlice<Set<Int>>, chosen: Int) {
      best = max(best, chosen)
      guard let first = sets.first, best < enough, chosen + sets.count > best, left > 0 else { return }
      left -= 1
      let others = sets.dropFirst().filter { $0.isDisjoint(with: first) }
      choose(among: others[...], chosen: chosen + 1)
      // What meets no other set can only be taken.
      if others.count < sets.count - 1 { choose(among: sets.dropFirst(), chosen: chosen) }
    }
  }
}

extension Corpus {
  /// A citation as a voice in a light, in which what is left out is no origin either.
  func voice(of citation: Citation, in light: Light) -> Voice {
    let source = carrier(citation)
    var origins = origins(of: citation)
    // Whom two records are about speaks once.
    if citation.cited.identical != nil, citation.cited.kind.root.name != "source" {
      origins = [citation.cited.standIn.index]
    }
    var roots = self.origins(of: citation.after ?? source)
    // Two publications that have somebody's words from the same person are not independent, whoever they are from.
    for between in citation.containers.dropLast() {
      roots += between.kind.root.name == "source" ? self.origins(of: between) : [between.standIn.index]
    }
    if !light.without.isEmpty {
      let gone = gone(in: light)
      func isThere(_ number: Int) -> Bool { !gone.contains(ObjectIdentifier(record(number))) }
      if origins.contains(where: isThere) { origins.removeAll { !isThere($0) } }
      roots.removeAll { !isThere($0) }
    }
    return Voice(
      source: source, origins: origins, roots: Set(roots).union(origins).union([firstVersion(of: source).index]))
  }

  /// The version of a publication that takes no other's place. That versions never lead in a circle is checked when they
  /// are read.
  private func firstVersion(of source: Entity) -> Entity {
    var first = source
    var steps = 0
    while let earlier = first.entity("replaces"), steps < 64 {
      first = earlier
      steps += 1
    }
    return first
  }
}
