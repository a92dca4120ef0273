import Values

/// Numbers for who says something, how firmly and when: claims of the same sources on different pages stand on one
/// footing, and are worth the same in any light.
struct Footings {
  /// The footing of each attribution, or -1 where nobody has asked for it.
  fileprivate var ofAttributions: [Int32] = []
  /// Those of one source that says something itself, without any word on how firmly.
  fileprivate var ofSources: [Int: Int32] = [:]
  fileprivate var others: [Footing: Int32] = [:]
  fileprivate var count: Int32 = 0
}

/// What a footing consists of: all of an attribution by which it can be told what it is worth.
private struct Footing: Hashable {
  let citations: [Int]
  let status: Int?
  let date: String?

  init(_ attribution: Attribution) {
    var citations: [Int] = []
    for citation in attribution.citations {
      citations += [citation.cited.index, citation.containers.count, citation.after?.index ?? -1]
      citations += citation.containers.map(\.index)
    }
    self.citations = citations
    status = attribution.status?.index
    date = attribution.date?.text
  }
}

extension Corpus {
  /// The number of the footing of an attribution.
  func footing(of attribution: Int32) -> Int32 {
    let index = Int(attribution)
    if index < footings.ofAttributions.count, footings.ofAttributions[index] >= 0 {
      return footings.ofAttributions[index]
    }
    if footings.ofAttributions.count < attributions.count {
      footings.ofAttributions += Array(repeating: -1, count: attributions.count - footings.ofAttributions.count)
    }
    let found = findFooting(of: attributions[index])
    footings.ofAttributions[index] = found
    return found
  }

  private func findFooting(of attribution: Attribution) -> Int32 {
    if attribution.citations.count == 1, attribution.status == nil, attribution.date == nil {
      let citation = attribution.citations[0]
      if citation.containers.isEmpty, citation.after == nil {
        if let known = footings.ofSources[citation.cited.index] { return known }
        footings.ofSources[citation.cited.index] = footings.count
        footings.count += 1
        return footings.count - 1
      }
    }
    let footing = Footing(attribution)
    if let known = footings.others[footing] { return known }
    footings.others[footing] = footings.count
    footings.count += 1
    return footings.count - 1
  }

  // MARK: Records of which one attribution tells

  /// What stands in `soleAttributions` for a record about which no claim was written down, and for one about which there
  /// are claims of several attributions.
  static let unclaimed: Int32 = -1
  static let several: Int32 = -2

  /// The attribution of all claims about a record; nil where there are several, or none.
  func soleAttribution(of entity: Entity) -> Int32? {
    if entity.isOfRow { return soleAttributionOfRow(entity) }
    if writtenHoldRows { return nil }
    let sole = soleAttributions[entity.index]
    return sole >= 0 ? sole : nil
  }

  /// Finds anew whether all claims about a record have one attribution, after some were taken away.
  func findSoleAttribution(_ index: Int) {
    soleAttributions[index] = Corpus.unclaimed
    var number = firstClaims[index]
    while number >= 0 {
      let attribution = links[Int(number)].attribution
      if soleAttributions[index] != attribution {
        soleAttributions[index] = soleAttributions[index] == Corpus.unclaimed ? attribution : Corpus.several
      }
      number = links[Int(number)].next
    }
  }
}
