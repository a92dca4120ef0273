import Values

/// A standard of evidence: what a value needs to be taken as established.
///
/// It is read from a record of the kind `standard`; what a field leaves out is not asked for. Whatever it asks for, a
/// claim without any source reaches no standard.
struct Standard {
  let record: Entity
  /// How many independent sources.
  let sources: Int
  /// What each source that counts must at least be.
  let reliability: Entity?
  /// How firmly one of the claims must at least be made.
  let status: Entity?
  /// The types of source whose word decides between claims that disagree, the first before the others.
  let settle: [Entity]
  /// True where two independent sources are all that the status asks for.
  let isCorroboration: Bool

  init(_ record: Entity, corroborated: Entity?) {
    self.record = record
    var sources = 1
    if case .integer(let number)? = record.known("sources") { sources = max(1, number) }
    self.sources = sources
    reliability = record.entity("reliability")
    status = record.entity("status")
    settle = record.entities("settle")
    isCorroboration = status.map { status in corroborated?.isAtLeast(status) ?? false } ?? false
  }

  /// Whether claims together reach the standard.
  func isMet(by verdicts: [Verdict]) -> Bool {
    var voices: [Voice] = []
    var isFirm = status == nil
    for verdict in verdicts {
      voices += verdict.voices
      if let status, !verdict.voices.isEmpty, verdict.status?.isAtLeast(status) ?? false { isFirm = true }
    }
    let needed = isFirm ? sources : max(sources, 2)
    return (isFirm || isCorroboration) && Independence.count(voices, enough: needed) >= needed
  }

  /// What claims that fall short of it lack, in brackets behind a blank; empty where that cannot be said.
  func lacks(in verdicts: [Verdict]) -> String {
    let independent = Independence.count(verdicts.flatMap(\.voices))
    var lacks: [String] = []
    if independent < sources {
      let kind = reliability.map { " of reliability \($0.name) or better" } ?? ""
      lacks.append("\(independent) of \(sources) independent \(sources == 1 ? "source" : "sources")\(kind)")
    }
    if let status { lacks.append("asks for a claim `as \(status.name)`") }
    return lacks.isEmpty ? "" : " (\(lacks.joined(separator: ", ")))"
  }

  /// Whether claims that speak against a value together weigh under the standard: where it asks for a status, a denial
  /// alone is too little, and an acquittal, or a finding that something is not shown, is not.
  func isMet(against verdicts: [Verdict]) -> Bool {
    var voices: [Voice] = []
    for verdict in verdicts {
      if let status, !isCorroboration {
        guard let own = verdict.status, own.name == "acquitted" || own.isAtLeast(status) else { continue }
      }
      voices += verdict.voices
    }
    return Independence.count(voices, enough: sources) >= sources
  }
}

extension Entity {
  /// What a field holds as it is at present, where that is known.
  func known(_ field: String) -> Value? {
    guard let position = kind.position(of: field), position < fields.count else { return nil }
    let value = fields[position].settled
    return value.reasons == nil ? value : nil
  }

  func entity(_ field: String) -> Entity? {
    if case .entity(let entity)? = known(field) { entity } else { nil }
  }

  /// The records in a list field.
  func entities(_ field: String) -> [Entity] {
    switch known(field) {
    case .entity(let entity)?: return [entity]
    case .list(let items)?:
      return items.compactMap { item in if case .entity(let entity) = item { entity } else { nil } }
    default: return []
    }
  }

  /// True for the term itself, for a term under it, and for every term that says it is firmer.
  func isAtLeast(_ other: Entity) -> Bool {
    var waiting = [self]
    var seen: Set<ObjectIdentifier> = []
    while let term = waiting.popLast() {
      if term.isUnder(other) { return true }
      if !seen.insert(ObjectIdentifier(term)).inserted { continue }
      waiting += term.entities("firmer_than")
    }
    return false
  }
}
