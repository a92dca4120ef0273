import Values

/// An unknown word taken apart, to find words of the field that may say what it was to say.
///
/// `house_raid` looks for "house" and for "raid". Endings do not count: `beating` also finds what tells of someone
/// "beaten".
public struct SoughtWord {
  private let stems: [String]

  public init(_ word: String) {
    stems = word.wordStems.filter { $0.count > 2 && !SoughtWord.tooCommon.contains($0) }
  }

  /// How well a name and what it means fit; 0 where neither has a part of the word.
  public func fit(_ name: String, also: String = "", meaning: String) -> Int {
    if stems.isEmpty { return 0 }
    let names = name.wordStems + also.wordStems
    let meanings = meaning.wordStems
    return stems.reduce(0) { sum, stem in
      sum + (names.contains { $0.tells(stem) } ? 3 : meanings.contains { $0.tells(stem) } ? 2 : 0)
    }
  }

  /// True where the other word differs in its endings only.
  public func isForm(of other: String) -> Bool { !stems.isEmpty && stems == SoughtWord(other).stems }

  private static let tooCommon: Set<String> = [
    "the", "and", "also", "for", "from", "with", "not", "his", "her", "its", "was", "who", "what", "that", "this",
    "them",
    "they", "one", "all", "any", "some", "noth", "thing", "unknown", "someon", "other",
  ]
}

extension Corpus {
  /// Terms of some trees that may say what an unknown word was to say, the likeliest first. What stands in `##` above a
  /// term are other words for it.
  ///
  /// - Parameter byName: leaves out those of which only the meaning speaks of it.
  public func terms(about word: String, in trees: [Kind], byName: Bool = false, most: Int = 3) -> [Entity] {
    let sought = SoughtWord(word)
    let found = terms(of: trees).compactMap { term -> (term: Entity, fit: Int)? in
      let fit = sought.fit(term.name, also: documentation(of: term) ?? "", meaning: byName ? "" : term.label ?? "")
      return fit > 0 ? (term, fit) : nil
    }
    return found.sorted { ($1.fit, $0.term.index) < ($0.fit, $1.term.index) }.prefix(most).map(\.term)
  }
}

extension Corpus {
  /// The terms of some trees, in the order in which they were written.
  public func terms(of trees: [Kind]) -> [Entity] {
    records.filter { term in !isGone(term) && trees.contains { $0.isTerm && term.kind.isA($0) } }
  }
}

extension [Field] {
  /// Those that may be what an unknown name was to name, the likeliest first.
  public func about(_ name: String, most: Int = 3) -> [Field] {
    let sought = SoughtWord(name)
    let found = enumerated().compactMap { position, field -> (field: Field, fit: Int, position: Int)? in
      let fit = sought.fit(field.name, meaning: "\(field.documentation) \(field.type.name)")
      return fit > 0 ? (field, fit, position) : nil
    }
    return found.sorted { ($1.fit, $0.position) < ($0.fit, $1.position) }.prefix(most).map(\.field)
  }
}

extension String {
  /// The words of a name or a sentence, in small letters and without their endings.
  fileprivate var wordStems: [String] {
    lowercased().split { !$0.isLetter }.map { String($0).stem }
  }

  /// The word without the endings of English, as far as four letters stay.
  fileprivate var stem: String {
    var stem = self[...]
    while let ending = String.endings.first(where: { stem.hasSuffix($0) && stem.count - $0.count > 3 }) {
      stem = stem.dropLast(ending.count)
      if stem.count > 4, let last = stem.last, !"aeiousl".contains(last), stem.dropLast().last == last {
        stem = stem.dropLast()
      }
    }
    return String(stem)
  }

  private static let endings = [
    "ation", "ating", "ated", "ate", "ment", "ing", "ion", "ed", "en", "er", "or", "es", "s", "e",
  ]

  /// Whether this word of a name or a meaning has a sought one in it.
  fileprivate func tells(_ sought: String) -> Bool { self == sought || sought.count > 4 && contains(sought) }
}
