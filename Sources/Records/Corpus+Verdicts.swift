import Values

// What a claim is worth in a light: whether its sources count, and from where they have it in the end.

extension Corpus {
  /// Where a citation comes from in the end: the speaker whom a source quotes, or the source at the end of every chain
  /// of those that it repeats. Versions of one report are one origin.
  func origins(of citation: Citation) -> [Int] {
    let isSpeaker = !citation.containers.isEmpty && citation.cited.kind.root.name != "source"
    return isSpeaker ? [citation.cited.index] : origins(of: citation.after ?? citation.cited)
  }

  func origins(of source: Entity) -> [Int] {
    if let known = knownOrigins[source.index] { return known }
    var found: Set<Int> = []
    var seen: Set<Int> = []
    var waiting = [source]
    while let here = waiting.popLast() {
      if !seen.insert(here.index).inserted { continue }
      let repeated = here.entities("after")
      if !repeated.isEmpty {
        waiting += repeated
      } else if let earlier = here.entity("replaces") {
        waiting.append(earlier)
      } else {
        found.insert(here.index)
      }
    }
    let origins = found.isEmpty ? [source.index] : found.sorted()
    knownOrigins[source.index] = origins
    return origins
  }

  /// The source in which a citation is read: the outermost one, where someone is quoted.
  func carrier(_ citation: Citation) -> Entity { citation.containers.last ?? citation.cited }

  func verdict(_ attribution: Int32, in light: Light) -> Verdict {
    let footing = Int(footing(of: attribution))
    if footing < light.verdicts.count, let known = light.verdicts[footing] { return known }
    while light.verdicts.count <= footing { light.verdicts.append(nil) }
    let verdict = makeVerdict(attributions[Int(attribution)], light)
    light.verdicts[footing] = verdict
    return verdict
  }

  private func makeVerdict(_ attribution: Attribution, _ light: Light) -> Verdict {
    var parts: [Verdict.Part] = []
    var asides: [String?] = []
    var voices: [Voice?] = []
    for citation in attribution.citations {
      let part = worth(citation, light)
      parts.append(part)
      if let reason = part.reasonAside {
        asides.append(reason)
        voices.append(nil)
        continue
      }
      asides.append(nil)
      if let needed = light.standard?.reliability {
        guard let reliability = carrier(citation).entity("reliability"), reliability.isAtLeast(needed) else {
          voices.append(nil)
          continue
        }
      }
      voices.append(voice(of: citation, in: light))
    }
    if attribution.citations.isEmpty { parts = [light.knownBy == nil ? .counts : .may(.notRecorded)] }
    if let day = light.knownBy, let said = attribution.date {
      parts = parts.map { part in
        switch (part, said.isAfter(day)) {
        case (.aside, _), (.withdrawn, _): part
        case (_, let later) where later.isYes: .aside("said only after \(day.text)")
        case (.may, let later) where later.isNo && attribution.citations.isEmpty: .counts
        case (_, let later): later.isNo ? part : .may(.imprecise)
        }
      }
    }
    let sure = zip(voices, parts).compactMap { voice, part in if case .counts = part { voice } else { nil } }
    let open = zip(voices, parts).compactMap { voice, part in if case .may = part { voice } else { nil } }
    func verdict(_ part: Verdict.Part, _ voices: [Voice]) -> Verdict {
      Verdict(
        part: part, voices: voices, status: attribution.status, asides: asides, standard: light.standard)
    }
    let whole = verdict(best(of: parts), sure + open)
    if light.standard != nil, !sure.isEmpty, !open.isEmpty, let part = parts.first(where: \.isOpen) {
      whole.split = (verdict(.counts, sure), verdict(part, open))
      whole.marks = zip(asides, parts).map { aside, part in
        if case .may(let reason) = part { "may or may not count here: \(reason.name)" } else { aside }
      }
    }
    return whole
  }

  /// Of several citations the one that counts most.
  private func best(of parts: [Verdict.Part]) -> Verdict.Part {
    parts.dropFirst().reduce(parts[0]) { best, part in part.rank > best.rank ? part : best }
  }

  private func worth(_ citation: Citation, _ light: Light) -> Verdict.Part {
    let source = carrier(citation)
    if !light.without.isEmpty {
      let gone = self.gone(in: light)
      func isGone(_ entity: Entity) -> Bool { gone.contains(ObjectIdentifier(entity)) }
      if isGone(citation.cited) || citation.containers.contains(where: isGone) || citation.after.map(isGone) ?? false {
        let isNamed = light.without.contains { one in
          one === citation.cited || one === citation.after || citation.containers.contains { $0 === one }
        }
        return .aside(isNamed ? "left out here" : "left out here, since it only repeats what is left out")
      }
    }
    var part = Verdict.Part.counts
    if let withdrawal = withdrawal(of: source) {
      guard let date = withdrawal.date else { return .may(.imprecise) }
      let isLater = light.knownBy.map { date.isAfter($0) } ?? .no
      if isLater.isNo {
        return .withdrawn(
          withdrawal.isOwn
            ? "withdrawn by its publisher on \(date.text)" : "only repeats what was withdrawn on \(date.text)")
      }
      if !isLater.isYes { part = .may(.imprecise) }
    }
    guard let day = light.knownBy else { return part }
    guard case .date(let published)? = source.known("published") else { return .may(.notRecorded) }
    let isLater = published.isAfter(day)
    if isLater.isYes { return .aside("not known by \(day.text)") }
    return isLater.isNo ? part : .may(.imprecise)
  }

  /// Since when a source does not stand any more; no date where that is not known.
  struct Withdrawal {
    let date: Date?
    /// False for a source that repeats others and nothing else, all of which were withdrawn.
    let isOwn: Bool
  }

  func withdrawal(of source: Entity) -> Withdrawal? {
    if !hasReplacedSources { return nil }
    if let known = knownWithdrawals[source.index] { return known }
    // Until it is known: a source that repeats itself by others is refused elsewhere.
    knownWithdrawals[source.index] = .some(nil)
    var found: Withdrawal?
    if let withdrawn = source.known("withdrawn") {
      if case .date(let date) = withdrawn {
        found = Withdrawal(date: date, isOwn: true)
      } else {
        found = Withdrawal(date: nil, isOwn: true)
      }
    } else {
      let repeated = source.entities("after").map { withdrawal(of: $0) }
      let gone = repeated.compactMap(\.self)
      if !gone.isEmpty, gone.count == repeated.count {
        // It stands as long as one of them does.
        let dates = gone.compactMap(\.date)
        let last = dates.dropFirst().reduce(dates.first) { last, date in
          last.map { date.isAfter($0).isYes ? date : $0 }
        }
        found = Withdrawal(date: dates.count == gone.count ? last : nil, isOwn: false)
      }
    }
    knownWithdrawals[source.index] = .some(found)
    return found
  }

  /// The sources and speakers that are left out, and every source that repeats only such.
  func gone(in light: Light) -> Set<ObjectIdentifier> {
    if let known = light.gone { return known }
    var gone = Set(light.without.map { ObjectIdentifier($0) })
    let sources = kinds["source"].map { all($0) } ?? []
    var grows = true
    while grows {
      grows = false
      for source in sources where !gone.contains(ObjectIdentifier(source)) {
        let repeated = source.entities("after")
        if !repeated.isEmpty, repeated.allSatisfy({ gone.contains(ObjectIdentifier($0)) }) {
          gone.insert(ObjectIdentifier(source))
          grows = true
        }
      }
    }
    light.gone = gone
    return gone
  }
}

extension Verdict.Part {
  /// The more, the more a citation does for a claim; of one that was withdrawn there is more to say than that it is left out.
  fileprivate var rank: Int {
    switch self {
    case .counts: 3
    case .may: 2
    case .withdrawn: 1
    case .aside: 0
    }
  }
}
