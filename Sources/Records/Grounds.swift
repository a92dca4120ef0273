import Diagnostics
import Values

/// Why a field has its value in the light at hand: every claim about it, with what it does for the value.
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
    /// It does not count in the light at hand.
    case leftOut
    /// It cannot be told whether it counts in the light at hand.
    case mayCount
  }

  /// A claim, and what it does.
  public struct Evidence {
    public let claim: Claim
    public let part: Part
    /// True where the claim says less exactly what the value says.
    public let isVaguer: Bool
    /// Why it does not count, or may not; nil where it does.
    public let reason: String?
    /// For each citation why it does not count, or may not, where the claim does all the same; empty where all count.
    public let asides: [String?]
    /// The sources that count.
    let voices: [Voice]
  }

  public let subject: Entity
  public let field: Field
  public let value: Value
  public let evidence: [Evidence]
  /// What there is to say besides the claims, in sentences: where the value comes from when no claim gives it, how many
  /// independent origins there are, what settled a dispute, what the value falls short of.
  public let remarks: [String]

  /// One sentence for each claim, with its source, page, status, file and line.
  public var lines: [String] {
    if evidence.isEmpty { return remarks.isEmpty ? ["nobody recorded it"] : remarks }
    let showsValues =
      field.type.isList || isOpen
      || evidence.contains { evidence in
        evidence.claim.from != nil || !Agreement.isSame(evidence.claim.value, value)
      }
    return evidence.map { ClaimText(showsValue: showsValues).sentence($0) } + remarks
  }

  private var isOpen: Bool { value.isOfSeveralVersions || value.reasons != nil }
}

extension Corpus {
  /// Why a field of a record has its value in the light at hand.
  public func grounds(of entity: Entity, field name: String) -> Grounds {
    guard let position = entity.kind.position(of: name), position < entity.fieldCount else {
      let field = Field(name: name, type: .text, overTime: false, isComputed: false, documentation: "", place: nil)
      return Grounds(subject: entity, field: field, value: .unknown(.notRecorded), evidence: [], remarks: [])
    }
    let field = entity.kind.fields[position]
    let value = entity.field(position)
    if let supposed = light.supposition(entity, name) {
      return Grounds(
        subject: entity, field: field, value: value, evidence: [],
        remarks: ["supposed here, whatever was claimed — \(supposed.place.fileAndLine)"])
    }
    let numbers = numbers(about: entity, field: position)
    let settling = Settling(self, light)
    let all = isFramework(entity.kind) ? numbers.map(settling.said) : judged(numbers.map(settling.said), in: light)
    let evidence =
      zip(numbers, all).map { number, said in self.evidence(claim(number), said, value) }
      + inheritedEvidence(entity, name, hasClaims: !numbers.isEmpty)
    var remarks: [String] = []
    if let understood = understood(entity, field, value, hasClaims: !numbers.isEmpty) { remarks.append(understood) }
    remarks += originRemarks(all, value)
    if case .series(let series) = value {
      for entry in series.entries {
        guard let from = entry.from, !all.contains(where: { $0.from?.text == from.text }) else { continue }
        remarks.append("told for different days: one moment, on a day that is open (\(from.text))")
      }
      if series.entries.count > 1, isToldByDifferentSources(all) {
        remarks.append("told by different sources, and taken as one after the other")
      }
    }
    if let standard = light.standard, !isFramework(entity.kind) {
      remarks += standardRemarks(standard, settling, all, value)
    }
    if speaking(of: entity).count > 1 { remarks += sameness(of: entity, taken: true) }
    if let completion = completion(of: entity, field: position) { remarks.append(completion.sentence) }
    return Grounds(subject: entity, field: field, value: value, evidence: evidence, remarks: remarks)
  }

  /// What is claimed of the term above from which a term has a field; nothing where it has claims of its own.
  private func inheritedEvidence(_ term: Entity, _ field: String, hasClaims: Bool) -> [Grounds.Evidence] {
    guard !hasClaims, term.kind.isTerm, let position = term.kind.position(of: field),
      layout(of: term.kind).inherited.contains(position), let above = termSaying(field, above: term)
    else { return [] }
    return grounds(of: above, field: field).evidence
  }

  /// The nearest term above another of which anything is claimed about a field.
  private func termSaying(_ field: String, above term: Entity) -> Entity? {
    var above = term.parent
    while let here = above {
      if !claims(of: here, field: field).isEmpty { return here }
      above = here.parent
    }
    return nil
  }

  private func evidence(_ claim: Claim, _ said: Settling.Said, _ value: Value) -> Grounds.Evidence {
    switch said.verdict?.part {
    case .aside(let reason)?, .withdrawn(let reason)?:
      return Grounds.Evidence(claim: claim, part: .leftOut, isVaguer: false, reason: reason, asides: [], voices: [])
    case .may(let reason)?:
      return Grounds.Evidence(
        claim: claim, part: .mayCount, isVaguer: false, reason: "which may or may not count here (\(reason.name))",
        asides: said.verdict?.marks ?? [], voices: voices(of: said))
    case .counts?, nil: break
    }
    return Grounds.Evidence(
      claim: claim, part: part(of: claim), isVaguer: isVaguer(claim, than: value), reason: nil,
      asides: said.verdict?.marks ?? [], voices: voices(of: said))
  }

  func part(of claim: Claim) -> Grounds.Part {
    switch claim.bearing {
    case .denies: .denies
    case .setAside: .setAside
    case .supports:
      if case .unknown = claim.value { .doesNotKnow } else { .supports }
    }
  }

  private func isVaguer(_ claim: Claim, than value: Value) -> Bool {
    if claim.field.isPrivate || claim.value.reasons != nil || Agreement.isSame(claim.value, value) { return false }
    return Agreement.isWithin(value, claim.value)
  }

  /// True where no source tells two of the dated values: they may be versions of one moment.
  private func isToldByDifferentSources(_ all: [Settling.Said]) -> Bool {
    let dated = all.filter { $0.from != nil && $0.bearing == .supports && !$0.isAside }
    for (position, one) in dated.enumerated() {
      for other in dated[(position + 1)...] where shareSource(one.attribution, other.attribution) { return false }
    }
    return dated.count > 1
  }

  /// Says so where sources, origins and independent sources are not the same number.
  private func originRemarks(_ all: [Settling.Said], _ value: Value) -> [String] {
    let saying = all.filter { $0.bearing == .supports && !$0.isAside && $0.value.reasons == nil }
    let tally = SourceTally(saying.flatMap(voices), of: self)
    // Where each source counts and they say different things, whom they quote makes none of these any firmer.
    if tally.sources.count == tally.independent, value.isOfSeveralVersions { return [] }
    return tally.sentence.map { [$0] } ?? []
  }

  /// The sources of a claim that are not left out in the light at hand.
  private func voices(of said: Settling.Said) -> [Voice] {
    let asides = said.verdict?.asides ?? []
    return attributions[Int(said.attribution)].citations.enumerated().compactMap { position, citation in
      asides.indices.contains(position) && asides[position] != nil ? nil : voice(of: citation, in: light)
    }
  }

  /// What a standard made of the claims, where they fall short of it or it settled what they dispute.
  private func standardRemarks(
    _ standard: Standard, _ settling: Settling, _ all: [Settling.Said], _ value: Value
  ) -> [String] {
    let counting = all.filter { !$0.isAside && $0.value.reasons == nil }
    if counting.isEmpty { return [] }
    if value.settled.reasons?.contains(.belowStandard) ?? false {
      return ["below the standard `\(standard.record.path)`\(standard.lacks(in: counting.compactMap(\.verdict)))"]
    }
    if case .list(let items) = value {
      let types = items.compactMap { item in
        let against = all.filter { $0.bearing == .denies && !$0.isAside && Settling.takesIn($0.value, item) }
        let weighs = !against.isEmpty && standard.isMet(against: against.compactMap(\.verdict))
        return weighs ? settling.settled([item], all, by: standard)?.type : nil
      }
      return types.prefix(1).map { "settled by \($0.name), as the standard `\(standard.record.path)` says" }
    }
    let short = fallingShort(of: standard, counting, value)
    let plain = Settling(self, plainLight).single(all, .unknown(.notRecorded))
    if case .disputed(let disputed) = plain,
      let (_, type) = settling.settled(disputed.candidates.filter { $0.reasons == nil }, all, by: standard)
    {
      return ["settled by \(type.name), as the standard `\(standard.record.path)` says"] + short
    }
    return short
  }

  /// The values that somebody claims and that are no part of what the standard leaves, each with what it lacks: who asks
  /// for `returned_by_force` where only `returned` stands is told why.
  private func fallingShort(of standard: Standard, _ all: [Settling.Said], _ value: Value) -> [String] {
    let kept: [Value]
    switch value {
    case .series(let series): kept = series.entries.map(\.value)
    case .disputed(let disputed): kept = disputed.candidates
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity, .range,
      .entity, .table, .sealed, .function:
      kept = [value]
    }
    var told: [Value] = []
    var remarks: [String] = []
    for said in all where said.bearing == .supports {
      if (kept + told).contains(where: { Agreement.isWithin($0, said.value) }) { continue }
      let support = all.filter { $0.bearing == .supports && Agreement.isWithin($0.value, said.value) }
        .compactMap(\.verdict)
      if standard.isMet(by: support) { continue }
      told.append(said.value)
      remarks.append(
        "\(said.value.quoted) is below the standard `\(standard.record.path)`\(standard.lacks(in: support))")
    }
    return remarks
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
    if entity.kind.isTerm, let term = termSaying(field.name, above: entity) {
      return "said of `\(term.name)`, \(term === entity.parent ? "the" : "a") term above it"
    }
    if field.defaultValue != nil { return "holds where nobody says otherwise" }
    return nil
  }
}

extension Value {
  /// True for a value that claims give in different ways, at one time or one after the other.
  fileprivate var isOfSeveralVersions: Bool {
    switch self {
    case .disputed, .series: true
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity, .range,
      .entity, .table, .sealed, .function:
      false
    }
  }
}

extension Grounds.Evidence {
  /// True for a claim on which the value of its field rests.
  public var counts: Bool {
    switch part {
    case .supports, .denies, .doesNotKnow: true
    case .setAside, .leftOut, .mayCount: false
    }
  }

  /// The claim for a program.
  public var json: JSON {
    var parts: [(String, JSON)] = [
      ("value", claim.value.partJSON), ("part", .text(part.rawValue)),
      ("status", .text(claim.status?.name ?? (claim.citations.isEmpty ? "recorded" : "reported"))),
      (
        "sources",
        .list(claim.citations.map(\.json))
      ),
    ]
    if let date = claim.date { parts.append(("said", .text(date.text))) }
    if let from = claim.from { parts.append(("holds_from", .text(from.text))) }
    if let remark = claim.remark { parts.append(("remark", .text(remark))) }
    if let reason { parts.append(("because", .text(reason))) }
    parts.append(("file", .text(claim.place.source.name)))
    parts.append(("line", .integer(claim.place.source.line(at: claim.place.range.lower))))
    return .record(parts)
  }
}
