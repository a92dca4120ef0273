import Values

/// The sources of claims, where these have it from in the end, and how many of them are independent of each other.
public struct SourceTally {
  /// In the order in which the claims name them.
  public private(set) var sources: [Entity] = []
  public private(set) var origins: [Entity] = []
  /// How many of the claims name each source.
  public private(set) var claimCounts: [Int] = []
  /// For each origin, the sources that come down to it.
  public private(set) var sourcesOfOrigins: [[Entity]] = []
  /// How many of the sources are independent: at most as many as there are sources, and as there are origins.
  public let independent: Int

  /// Of the claims that count, and of those who drew up sets.
  public init(_ claims: [Grounds.Evidence], and sets: [EntitySet], _ corpus: Corpus) {
    let ofSets = sets.flatMap(\.citations).map { corpus.voice(of: $0, in: corpus.light) }
    self.init(claims.filter(\.counts).flatMap(\.voices) + ofSets, of: corpus)
  }

  init(_ voices: [Voice], of corpus: Corpus) {
    independent = Independence.count(voices)
    var sourcePositions: [Int: Int] = [:]
    var originPositions: [Int: Int] = [:]
    for voice in voices {
      let source = voice.source
      if let position = sourcePositions[source.index] {
        claimCounts[position] += 1
      } else {
        sourcePositions[source.index] = sources.count
        sources.append(source)
        claimCounts.append(1)
      }
      for number in voice.origins {
        if let position = originPositions[number] {
          if !sourcesOfOrigins[position].contains(where: { $0 === source }) {
            sourcesOfOrigins[position].append(source)
          }
        } else {
          originPositions[number] = origins.count
          origins.append(corpus.record(number))
          sourcesOfOrigins.append([source])
        }
      }
    }
  }

  /// How many sources, origins and independent sources there are, where these are not the same number.
  var sentence: String? {
    if sources.count == independent && origins.count == independent { return nil }
    let names = origins.map(ClaimText.title).joined(separator: "; ")
    let count = "\(sources.count) \(sources.count == 1 ? "source" : "sources")"
    if origins.count == 1 { return "\(count), one origin: \(names)" }
    // As many independent sources as origins: then the origins say it.
    let more = origins.count == independent ? "" : ", \(independent) independent"
    return "\(count), \(origins.count) origins\(more): \(names)"
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
