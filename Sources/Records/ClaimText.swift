import Values

/// Puts claims into sentences.
package struct ClaimText {
  /// True where claims about one field say different things, so that each has to say what.
  let showsValue: Bool

  /// `Safeguard Defenders, "110 Overseas", p. 12: reported — phnom_penh.rep:14`
  func sentence(_ evidence: Grounds.Evidence) -> String {
    let claim = evidence.claim
    var text = claim.citations.isEmpty ? ClaimText.author : who(evidence)
    text += ": " + word(evidence)
    if let date = claim.date { text += " (\(date.text))" }
    if showsValue || evidence.isVaguer || evidence.part != .supports { text += " " + claim.value.quoted }
    if let from = claim.from { text += " at \(from.text)" }
    if evidence.isVaguer { text += ", which says the same less exactly" }
    if let remark = claim.remark { text += ", \"\(remark)\"" }
    if evidence.part == .setAside { text += ", counted neither for nor against" }
    if let reason = evidence.reason { text += ", \(reason)" }
    return text + " — " + claim.place.fileAndLine
  }

  /// Who says what nobody is named for.
  static let author = "the author, who names no source"

  /// Who says it; a source that does not count in the light at hand is marked.
  private func who(_ evidence: Grounds.Evidence) -> String {
    evidence.claim.citations.enumerated().map { position, citation in
      let aside = evidence.asides.indices.contains(position) ? evidence.asides[position] : nil
      return ClaimText.who(citation) + (aside.map { " (\($0))" } ?? "")
    }.joined(separator: "; ")
  }

  private func word(_ evidence: Grounds.Evidence) -> String { ClaimText.word(evidence.claim) }

  /// How firmly it is said.
  package static func word(_ claim: Claim) -> String {
    claim.status?.name ?? (claim.citations.isEmpty ? "recorded" : "reported")
  }

  /// Who says it, where many claims by the same are told together.
  package static func who(_ claim: Claim) -> String {
    if claim.citations.isEmpty { return author }
    return claim.citations.map {
      who(Citation(cited: $0.cited, containers: $0.containers, after: $0.after, locator: nil))
    }
    .joined(separator: "; ")
  }

  /// Who says it, in what, and where in it.
  static func who(_ citation: Citation) -> String {
    var text = citation.containers.isEmpty ? title(citation.cited) : name(citation.cited)
    for container in citation.containers { text += " in " + title(container) }
    if let after = citation.after { text += " after " + title(after) }
    if let locator = citation.locator { text += ", " + locator }
    return text
  }

  /// A source by its publisher and title; someone whom sources quote by the name.
  static func title(_ source: Entity) -> String {
    if source.kind.root.name != "source" { return name(source) }
    let title = source.label.map { "\"\($0)\"" }
    var publisher: String?
    if let position = source.kind.position(of: "publisher"), position < source.fields.count {
      switch source.fields[position] {
      case .entity(let entity): publisher = name(entity)
      case .short, .text: publisher = source.fields[position].string
      case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .disputed,
        .series, .table, .sealed, .function:
        publisher = nil
      }
    }
    let parts = [publisher, title].compactMap { $0 }
    return parts.isEmpty ? source.path : parts.joined(separator: ", ")
  }

  private static func name(_ entity: Entity) -> String { entity.label ?? entity.path }
}
