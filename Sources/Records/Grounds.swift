import Diagnostics
import Values

/// Why a field has its value: every claim about it, with what it does for the value.
public struct Grounds {
  /// What a claim does for the value of its field.
  public enum Part: String {
    /// It says the value, or says it more vaguely.
    case supports
    /// It speaks against a value.
    case denies
    /// It is kept, and counts neither for nor against.
    case setAside
    /// It says that its source does not know.
    case doesNotKnow
  }

  /// A claim, and what it does.
  public struct Evidence {
    public let claim: Claim
    public let part: Part
    /// True where the claim says less exactly what the value says.
    public let isVaguer: Bool
  }

  public let subject: Entity
  public let field: Field
  public let value: Value
  public let evidence: [Evidence]
  /// Where the value comes from when no claim gives it, in a sentence; nil where claims do.
  public let understood: String?

  /// One sentence for each claim, with its source, page, status, file and line.
  public var lines: [String] {
    if evidence.isEmpty { return [understood ?? "nobody recorded it"] }
    let showsValues = evidence.contains { $0.claim.from != nil } || field.type.isList || isDisputed
    return evidence.map { ClaimText(showsValue: showsValues).sentence($0) } + (understood.map { [$0] } ?? [])
  }

  private var isDisputed: Bool {
    switch value {
    case .disputed: true
    case .series: true
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity,
      .range, .entity, .table, .function:
      false
    }
  }
}

extension Corpus {
  /// Why a field of a record has its value.
  public func grounds(of entity: Entity, field name: String) -> Grounds {
    guard let position = entity.kind.position(of: name), position < entity.fields.count else {
      let field = Field(name: name, type: .text, overTime: false, isComputed: false, documentation: "", place: nil)
      return Grounds(subject: entity, field: field, value: .unknown(.notRecorded), evidence: [], understood: nil)
    }
    let field = entity.kind.fields[position]
    let value = entity.fields[position]
    let evidence = claims(of: entity, field: name).map { claim in
      Grounds.Evidence(claim: claim, part: part(of: claim), isVaguer: isVaguer(claim, than: value))
    }
    return Grounds(
      subject: entity, field: field, value: value, evidence: evidence,
      understood: understood(entity, field, value, hasClaims: !evidence.isEmpty))
  }

  private func part(of claim: Claim) -> Grounds.Part {
    switch claim.bearing {
    case .denies: .denies
    case .setAside: .setAside
    case .supports:
      if case .unknown = claim.value { .doesNotKnow } else { .supports }
    }
  }

  private func isVaguer(_ claim: Claim, than value: Value) -> Bool {
    if claim.value.reasons != nil || Agreement.isSame(claim.value, value) { return false }
    return Agreement.isWithin(value, claim.value)
  }

  /// What is understood without a claim, as a sentence.
  private func understood(_ entity: Entity, _ field: Field, _ value: Value, hasClaims: Bool) -> String? {
    if field.isComputed { return "worked out from other fields" }
    if hasClaims {
      if case .entity(let actor) = value, actor.parent?.index == actor.index, let type = actor.parent {
        return "`\(type.path)` is the one of the state that the case names"
      }
      return nil
    }
    if value.reasons?.contains(.notRecorded) == true { return nil }
    if case .list(let items) = value, items.isEmpty { return nil }
    let layout = layout(of: entity.kind)
    let position = entity.kind.position(of: field.name)
    if position == layout.family { return "the term of the first level above `\(entity.name)`" }
    if position == layout.stage, layout.act != nil { return "an event without a stage was carried out" }
    if position == layout.aimedAt || position == layout.of { return "understood: the target of the case" }
    if position == layout.kinship?.position { return "said by the name `\(entity.name)`" }
    if position == layout.inverse, entity.kind.isTerm { return "said by the term on the other side" }
    if entity.kind.isTerm, let parent = entity.parent { return "said of `\(parent.name)`, the term above it" }
    if field.defaultValue != nil { return "holds where nobody says otherwise" }
    return nil
  }
}

/// Puts claims into sentences.
struct ClaimText {
  /// True where claims about one field say different things, so that each has to say what.
  let showsValue: Bool

  /// `Safeguard Defenders, "110 Overseas", p. 12: reported — phnom_penh.rep:14`
  func sentence(_ evidence: Grounds.Evidence) -> String {
    let claim = evidence.claim
    var text = claim.citations.isEmpty ? "no source" : claim.citations.map(ClaimText.who).joined(separator: "; ")
    text += ": " + word(evidence)
    if let date = claim.date { text += " (\(date.text))" }
    if showsValue || evidence.isVaguer || evidence.part != .supports { text += " " + claim.value.quoted }
    if let from = claim.from { text += " at \(from.text)" }
    if evidence.isVaguer { text += ", which says the same less exactly" }
    if let remark = claim.remark { text += ", \"\(remark)\"" }
    if evidence.part == .setAside { text += ", counted neither for nor against" }
    return text + " — " + claim.place.fileAndLine
  }

  private func word(_ evidence: Grounds.Evidence) -> String {
    if let status = evidence.claim.status { return status.name }
    return evidence.claim.citations.isEmpty ? "recorded" : "reported"
  }

  /// Who says it, in what, and where in it.
  static func who(_ citation: Citation) -> String {
    var text = citation.containers.isEmpty ? title(citation.cited) : name(citation.cited)
    for container in citation.containers { text += " in " + title(container) }
    if let after = citation.after { text += " after " + title(after) }
    if let locator = citation.locator { text += ", " + locator }
    return text
  }

  /// A source by its publisher and title.
  private static func title(_ source: Entity) -> String {
    let title = source.label.map { "\"\($0)\"" }
    var publisher: String?
    if let position = source.kind.position(of: "publisher"), position < source.fields.count {
      switch source.fields[position] {
      case .entity(let entity): publisher = name(entity)
      case .short, .text: publisher = source.fields[position].string
      case .integer, .real, .truth, .none, .unknown, .list, .record, .map, .date, .span, .quantity, .range, .disputed,
        .series, .table, .function:
        publisher = nil
      }
    }
    let parts = [publisher, title].compactMap { $0 }
    return parts.isEmpty ? source.path : parts.joined(separator: ", ")
  }

  private static func name(_ entity: Entity) -> String { entity.label ?? entity.path }
}
