import Diagnostics

/// The words of a name as it was written, in letters that can be compared.
///
/// Articles and what links a name to that of a father (`al-`, `bin`, `ibn`) are left out, and the parts of `Abd al-…`
/// put together, since sources write them together, apart, or not at all. A hyphen before a small letter joins syllables
/// (`Ch'üan-chung`), before a capital two names (`Smith-Jones`).
struct WrittenName {
  let words: [[Letters.Letter]]

  /// So many words, and letters of a word, are looked at: what is longer is no name, and is told apart by its beginning.
  static let mostWords = 12
  static let mostLetters = 64

  init(_ text: String) {
    var parts = WrittenName.parts(of: text)
    if parts.count > 1 {
      let all = parts
      parts = all.indices.filter { !WrittenName.isParticle($0, of: all) }.map { all[$0] }
      if parts.isEmpty { parts = all }
    }
    var words: [[Letters.Letter]] = []
    var isOpen = false
    for part in parts {
      if isOpen, let last = words.indices.last { words[last] += part.letters } else { words.append(part.letters) }
      isOpen = part.isJoined || WrittenName.servants.contains(part.letters)
    }
    self.words = words.prefix(WrittenName.mostWords).map {
      WrittenName.withoutArticle(Array($0.prefix(Self.mostLetters)))
    }
  }

  /// The letters between spaces, hyphens and other signs.
  private struct Part {
    var letters: [Letters.Letter] = []
    /// Whether a hyphen stands behind it.
    var isHyphenated = false
    /// Whether what stands behind the hyphen belongs to the same word.
    var isJoined = false
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var part = Part()
    var arabic = 0
    func end() {
      // The article is written in one with its word.
      if arabic == part.letters.count, part.letters.count > 4, part.letters.starts(with: "al".utf8.map { UInt16($0) }) {
        part.letters.removeFirst(2)
      }
      if !part.letters.isEmpty { parts.append(part) }
      part = Part()
      arabic = 0
    }
    for character in text.prefix(1000) {
      if !part.letters.isEmpty || !parts.isEmpty, character == "-" || character == "\u{2010}" || character == "\u{2011}"
      {
        part.isHyphenated = true
        end()
        continue
      }
      if let last = parts.indices.last, part.letters.isEmpty, parts[last].isHyphenated, character.isLetter,
        !parts[last].isJoined
      {
        parts[last].isJoined = character.isLowercase
      }
      for scalar in character.lowercased().decomposed {
        guard let letters = Letters.reading(of: scalar) else {
          end()
          continue
        }
        part.letters += letters
        if Letters.isArabic(scalar) { arabic += letters.count }
      }
    }
    end()
    return parts
  }

  // MARK: Arabic names

  private static func words(_ text: String) -> Set<[Letters.Letter]> {
    Set(text.split(separator: " ").map { $0.utf8.map { Letters.Letter($0) } })
  }

  private static let articles = words("al el")
  /// The article as it sounds before some consonants: `ash-Sharif`, `ad-Din`.
  private static let alikeArticles = words("ad an ar as ash at ath az adh ed en er es esh et ez")
  private static let links = words("bin ben bint binti ibn")
  /// `Abd al-Rahman`, `Abdul Rahman`: the servant of the one whose name follows.
  private static let servants = words("abd abdul abdel abdal")

  private static func isParticle(_ place: Int, of parts: [Part]) -> Bool {
    let letters = parts[place].letters
    if articles.contains(letters) { return true }
    let isBetween = place > 0 && place + 1 < parts.count
    if links.contains(letters), isBetween || letters.first == UInt16(UInt8(ascii: "i")) { return true }
    guard alikeArticles.contains(letters), parts[place].isHyphenated, place + 1 < parts.count else { return false }
    return parts[place + 1].letters.starts(with: letters.dropFirst())
  }

  /// `Abdulrahman` as `Abd` and `Rahman`.
  private static func withoutArticle(_ word: [Letters.Letter]) -> [Letters.Letter] {
    for servant in servants where servant.count == 5 && word.count > 7 && word.starts(with: servant) {
      return Array(word.prefix(3) + word.dropFirst(5))
    }
    return word
  }
}
