import Values

/// Names and their words, each kept once, so that two can be held against each other many times.
struct ComparedNames {
  /// A name: its words by their number, in the order in which they were written.
  struct Name {
    let words: [Int32]
    /// Of each word and the next, the word that both make together.
    let joined: [Int32]
    /// All words as one.
    let whole: Int32
    /// The same for names of the same letters, in whatever order and however they are divided.
    let letters: UInt64
  }

  private struct Word {
    let letters: [Letters.Letter]
    let sound: UInt64
  }

  private(set) var all: [Name] = []
  /// Each as it was written.
  private(set) var texts: [String] = []
  private var words: [Word] = []
  private var wordNumbers: [[Letters.Letter]: Int32] = [:]
  private var numbers: [String: Int32] = [:]

  /// The number of a name; nil for a text without letters.
  mutating func number(of text: String) -> Int32? {
    if let known = numbers[text] { return known < 0 ? nil : known }
    let written = WrittenName(text).words
    if written.isEmpty {
      numbers[text] = -1
      return nil
    }
    let number = Int32(truncatingIfNeeded: all.count)
    var joined: [Int32] = []
    if written.count < 5 {
      for (word, next) in zip(written, written.dropFirst()) { joined.append(self.word(word + next)) }
    }
    let sorted = written.flatMap { $0 }.sorted()
    all.append(
      Name(
        words: written.map { word($0) }, joined: joined, whole: word(Array(written.joined())),
        letters: ComparedNames.hash(ofLetters: sorted)))
    texts.append(text)
    numbers[text] = number
    return number
  }

  private mutating func word(_ letters: [Letters.Letter]) -> Int32 {
    let letters = Array(letters.prefix(WrittenName.mostLetters))
    if let known = wordNumbers[letters] { return known }
    let number = Int32(truncatingIfNeeded: words.count)
    words.append(Word(letters: letters, sound: ComparedNames.hash(Letters.sound(of: letters))))
    wordNumbers[letters] = number
    return number
  }

  /// What tells a name from others that need not be held against it: names that are near have one of these in common.
  func marks(of number: Int32) -> [UInt64] {
    let name = all[Int(number)]
    var marks: Set<UInt64> = [ComparedNames.hash(name.letters, 1)]
    for word in name.words + name.joined {
      let word = words[Int(word)]
      marks.insert(ComparedNames.hash(word.sound, 2))
    }
    for word in name.words {
      let letters = words[Int(word)].letters
      let length = letters.allSatisfy(Letters.isLatin) ? 3 : 2
      if letters.count <= length { continue }
      marks.insert(ComparedNames.hash(ComparedNames.hash(ofLetters: letters.prefix(length)), 3))
      marks.insert(ComparedNames.hash(ComparedNames.hash(ofLetters: letters.suffix(length)), 4))
    }
    return marks.sorted()
  }

  // MARK: Likeness

  /// How near two names are, from 0 to 1.
  ///
  /// Their words are paired so that the nearest go together, whatever their order. Each pair counts as much as its words
  /// are near; a word that only one of them has counts half of one that is not.
  func likeness(_ one: Int32, _ other: Int32) -> Double {
    if one == other { return 1 }
    let (first, second) = (all[Int(one)], all[Int(other)])
    if first.whole == second.whole { return 1 }
    var (left, right) = (first.words, second.words)
    if left.count > right.count {
      join(&left, first.joined, right)
    } else if right.count > left.count {
      join(&right, second.joined, left)
    }
    let more = Double(abs(left.count - right.count)) / 2
    let most = Double(min(left.count, right.count))
    var sum = 0.0
    var place = 0
    while place < left.count {
      if let same = right.firstIndex(of: left[place]) {
        sum += 1
        left.remove(at: place)
        right.remove(at: same)
      } else {
        place += 1
      }
    }
    if left.isEmpty || right.isEmpty { return sum / (most + more) }
    if left.count == 1, right.count == 1 { return (sum + likeness(ofWords: left[0], right[0])) / (most + more) }
    return (sum + paired(left, right)) / (most + more)
  }

  /// Puts words together that are one in the other name.
  private func join(_ words: inout [Int32], _ joined: [Int32], _ others: [Int32]) {
    guard joined.count == words.count - 1 else { return }
    for place in joined.indices.reversed() where words.count > others.count && place + 1 < words.count {
      let sound = self.words[Int(joined[place])].sound
      let isOne = others.contains { self.words[Int($0)].sound == sound }
      if isOne { words.replaceSubrange(place...place + 1, with: [joined[place]]) }
    }
  }

  /// The nearest go together first; among equally near ones the order of the alphabet decides, whichever name is the first.
  private func paired(_ left: [Int32], _ right: [Int32]) -> Double {
    var pairs: [(likeness: Double, left: Int, right: Int)] = []
    for (place, word) in left.enumerated() {
      for (partner, other) in right.enumerated() {
        let likeness = likeness(ofWords: word, other)
        if likeness > 0 { pairs.append((likeness, place, partner)) }
      }
    }
    if pairs.count > 1 {
      pairs.sort { one, other in
        if one.likeness != other.likeness { return one.likeness > other.likeness }
        let (first, second) = (ends(left[one.left], right[one.right]), ends(left[other.left], right[other.right]))
        if first.0 != second.0 { return precedes(first.0, second.0) }
        return precedes(first.1, second.1)
      }
    }
    var sum = 0.0
    var (lefts, rights): (Set<Int>, Set<Int>) = ([], [])
    for pair in pairs where !lefts.contains(pair.left) && !rights.contains(pair.right) {
      lefts.insert(pair.left)
      rights.insert(pair.right)
      sum += pair.likeness
    }
    return sum
  }

  private func ends(_ one: Int32, _ other: Int32) -> (Int32, Int32) {
    precedes(one, other) ? (one, other) : (other, one)
  }

  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    words[Int(one)].letters.lexicographicallyPrecedes(words[Int(other)].letters)
  }

  private func likeness(ofWords one: Int32, _ other: Int32) -> Double {
    if one == other { return 1 }
    let (first, second) = (words[Int(one)], words[Int(other)])
    if first.letters.count == 1 || second.letters.count == 1, first.letters.first == second.letters.first,
      first.letters.first.map(Letters.isLatin) ?? false
    {
      return WordLikeness.ofInitial
    }
    let written = WordLikeness.jaroWinkler(first.letters, second.letters)
    return first.sound == second.sound ? max(written, WordLikeness.ofSound) : written
  }

  // MARK: Numbers for letters

  /// FNV-1a, which is the same in every run and on every machine.
  static func hash(_ bytes: some Sequence<UInt8>, _ salt: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ salt
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private static func hash(ofLetters letters: some Sequence<Letters.Letter>) -> UInt64 {
    hash(letters.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }

  static func hash(_ number: UInt64, _ salt: UInt64) -> UInt64 {
    var mixed = (number ^ salt &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    mixed ^= mixed >> 31
    return mixed &* 0x94d0_49bb_1331_11eb
  }
}
