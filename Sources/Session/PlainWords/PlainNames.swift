import Records
import Values

/// Names of the corpus as people write them who do not look them up: in small letters, and in several words.
struct PlainNames {
  private let corpus: Corpus
  private let known: [String: [Entity]]

  init(_ corpus: Corpus) {
    self.corpus = corpus
    var known: [String: [Entity]] = [:]
    for entity in corpus.records where entity.owner == nil && !entity.name.isEmpty && !corpus.isGone(entity) {
      for name in [entity.name] + entity.otherNames where name == entity.name || name.count > 3 {
        known[name.plain, default: []].append(entity)
      }
    }
    self.known = known
  }

  /// The words, with those that are one name put together: `South Korea` is `South_Korea`.
  func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      if index + 1 < words.count, let name = known[(words[index] + words[index + 1]).plain]?.first {
        result.append(name.path)
        index += 2
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }

  /// The kind whose table a word names, and the kind one of whose records it names.
  func table(_ word: String) -> Kind? { corpus.plurals[word.lowercased()] }
  func kind(_ word: String) -> Kind? { corpus.kinds[word.lowercased()].flatMap { $0.plural == nil ? nil : $0 } }

  func all(_ kind: Kind) -> [Entity] { corpus.all(kind) }

  func record(_ word: String) -> Entity? { entities(word).first { !$0.kind.isTerm } }

  /// The only record of that name inside another: `mother` of the one case in which there is one.
  func inner(_ word: String) -> Entity? {
    let found = corpus.inner(named: word.lowercased())
    return found.count == 1 ? found[0] : nil
  }

  /// The only case that there is.
  var onlyCase: Entity? {
    let cases = corpus.kinds["case"].map(corpus.all) ?? []
    return cases.count == 1 ? cases[0] : nil
  }

  /// A set by its name, or by that of several of what is in it: `threats`.
  func set(_ word: String) -> EntitySet? {
    let name = word.lowercased()
    return corpus.sets[name] ?? (name.hasSuffix("s") ? corpus.sets[String(name.dropLast())] : nil)
  }

  /// A path that leads to a field of a record, `phnom_penh.target.gender`.
  func isField(_ word: String) -> Bool {
    let names = word.split(separator: ".").map(String.init)
    guard names.count > 1, var record = corpus.entities[names[0]]?.first else { return false }
    for name in names.dropFirst().dropLast() {
      guard let inner = corpus.local(name, in: record) else { return false }
      record = inner
    }
    return record.kind.field(names[names.count - 1]) != nil
  }

  /// A path as it is typed: one that begins with a number does so in backticks.
  func typed(_ path: String) -> String {
    let first = String(path.prefix { $0 != "." })
    return corpus.entities[first] == nil ? path : first.asName + path.dropFirst(first.count)
  }

  func term(_ word: String) -> Entity? { entities(word).first { $0.kind.isTerm } }

  func entities(_ word: String) -> [Entity] { corpus.entities[word] ?? known[word.plain] ?? [] }
}

extension String {
  /// Without what may be written one way or another: capitals, spaces, hyphens and underscores.
  fileprivate var plain: String { lowercased().filter { !"_- ".contains($0) } }
}
