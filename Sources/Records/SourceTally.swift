import Values

/// The sources that claims name, and where these have it from in the end.
public struct SourceTally {
  /// In the order in which the claims name them.
  public private(set) var sources: [Entity] = []
  public private(set) var origins: [Entity] = []
  /// How many of the claims name each source.
  public private(set) var claimCounts: [Int] = []
  /// For each origin, the sources that come down to it.
  public private(set) var sourcesOfOrigins: [[Entity]] = []

  public init(_ claims: [Claim], _ corpus: Corpus) {
    var sourcePositions: [Int: Int] = [:]
    var originPositions: [Int: Int] = [:]
    for claim in claims {
      for citation in claim.citations {
        let source = corpus.carrier(citation)
        if let position = sourcePositions[source.index] {
          claimCounts[position] += 1
        } else {
          sourcePositions[source.index] = sources.count
          sources.append(source)
          claimCounts.append(1)
        }
        for number in corpus.origins(of: citation) {
          if let position = originPositions[number] {
            if !sourcesOfOrigins[position].contains(where: { $0 === source }) {
              sourcesOfOrigins[position].append(source)
            }
          } else {
            originPositions[number] = origins.count
            origins.append(corpus.records[number])
            sourcesOfOrigins.append([source])
          }
        }
      }
    }
  }
}

extension Corpus {
  /// True where two attributions name a source in common, or neither names any.
  func shareSource(_ one: Int32, _ other: Int32) -> Bool {
    let first = attributions[Int(one)].citations.map(carrier)
    let second = attributions[Int(other)].citations.map(carrier)
    if first.isEmpty && second.isEmpty { return true }
    return first.contains { source in second.contains { $0 === source } }
  }
}
