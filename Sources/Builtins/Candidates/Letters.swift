/// How the letters of a name are read, so that one name written in two ways comes to the same letters.
///
/// Capitals, diacritics and apostrophes fall away; Cyrillic, Greek and Arabic letters become Latin ones, as the plainest
/// of the romanisations in use has them. Chinese characters stay as they are: how they are read is not guessed.
enum Letters {
  /// A letter as it is compared.
  typealias Letter = UInt16

  /// What a scalar of a lowercase text, taken apart into letter and mark, comes to; nil where it ends a word.
  static func reading(of scalar: Unicode.Scalar) -> [Letter]? {
    let value = scalar.value
    if value < 0x80 {
      if value >= 0x61 && value <= 0x7A || value >= 0x30 && value <= 0x39 { return [Letter(value)] }
      return value == 0x27 || value == 0x60 ? [] : nil
    }
    if let letters = others[value] { return letters }
    if isMark(value) { return [] }
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      return [Letter(truncatingIfNeeded: value)]
    }
    return [.nonspacingMark, .format].contains(scalar.properties.generalCategory) ? [] : nil
  }

  static func isArabic(_ scalar: Unicode.Scalar) -> Bool { (0x600...0x6FF).contains(scalar.value) }

  static func isLatin(_ letter: Letter) -> Bool { letter < 0x80 }

  /// Marks on letters, and the signs that stand for an apostrophe.
  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0xB4, 0x2B0...0x36F, 0x483...0x489, 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670,
      0x6D6...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200D, 0x2018, 0x2019, 0x201B, 0x2032, 0x20D0...0x20F0:
      true
    default: false
    }
  }

  private static let others: [UInt32: [Letter]] = {
    let tables = [
      // Latin letters that are not a letter with a mark.
      "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ŋ ng ħ h ə a ɓ b ɗ d ƙ k ʒ zh",
      // Cyrillic: Russian, Ukrainian, Belarusian, Serbian, Macedonian and the languages of Central Asia.
      "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y",
      "ь - э e ю yu я ya і i є ye ґ g ј j љ lj њ nj ћ c ђ dj џ dz ѕ dz ә a ғ gh қ q ң ng ө o ұ u ү u һ h ҷ j ҳ h ҡ q ҙ z",
      "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
      // Arabic, with the letters of Persian, Urdu, Kurdish and Uyghur.
      "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w",
      "ي y ى a ة a ء - پ p چ ch ژ zh گ g ک k ی y ڭ ng ھ h ە e ې e ۇ u ۋ w ٹ t ڈ d ڑ r ں n ے e ہ h ڕ r ڵ l ۆ o ێ e",
    ]
    var all: [UInt32: [Letter]] = [:]
    for table in tables {
      let words = table.split(separator: " ")
      for place in stride(from: 0, to: words.count - 1, by: 2) {
        guard let scalar = words[place].unicodeScalars.first else { continue }
        all[scalar.value] = words[place + 1] == "-" ? [] : words[place + 1].utf8.map { Letter($0) }
      }
    }
    return all
  }()

  // MARK: Sound

  /// How a word sounds, roughly: one sign for each consonant that is told apart by ear, and the vowels of a short word.
  ///
  /// The same for what Pinyin and Wade and Giles write differently (`zhou`, `chou`; `xi`, `hsi`), for the ways in which
  /// Arabic and Cyrillic names are put into Latin letters (`Mohamed`, `Muhammad`; `Qasim`, `Kasim`), and for doubled
  /// letters.
  static func sound(of word: [Letter]) -> [UInt8] {
    let letters = word.map { isLatin($0) ? UInt8($0) : 0 }
    if letters.contains(0) { return word.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
    var signs: [UInt8] = []
    var place = 0
    func follows(_ end: StaticString) -> Bool {
      let count = end.utf8CodeUnitCount
      return place + count <= letters.count
        && (0..<count).allSatisfy { letters[place + $0] == (end.utf8Start + $0).pointee }
    }
    while place < letters.count {
      let letter = letters[place]
      let (sign, length) = consonant(letter, isFirst: place == 0, isLast: place + 1 == letters.count, follows)
      if let sign, signs.last != sign { signs.append(sign) }
      place += length
    }
    let consonants = signs.count { !isVowel($0) }
    if consonants < 3 { return signs }
    // The first vowel is marked, the others are what languages disagree about.
    let skeleton = signs.filter { !isVowel($0) }
    return isVowel(signs[0]) ? [UInt8(ascii: "a")] + skeleton : skeleton
  }

  private static func isVowel(_ sign: UInt8) -> Bool { "aiu".utf8.contains(sign) }

  /// The sign of the letters at a place, and how many they are; nil for what is not heard.
  private static func consonant(
    _ letter: UInt8, isFirst: Bool, isLast: Bool, _ follows: (StaticString) -> Bool
  ) -> (sign: UInt8?, length: Int) {
    func sign(_ character: Unicode.Scalar, _ length: Int = 1) -> (UInt8?, Int) { (UInt8(ascii: character), length) }
    if follows("tch") || follows("dzh") { return sign("c", 3) }
    if follows("zh") || follows("ch") || follows("cz") || follows("dj") { return sign("c", 2) }
    if follows("kh") || follows("gh") || follows("ck") { return sign("k", 2) }
    if follows("sh") || follows("ts") || follows("tz") || follows("sz") { return sign("s", 2) }
    if isFirst && follows("hs") { return sign("s", 2) }
    if follows("th") || follows("dh") { return sign("t", 2) }
    if follows("ph") { return sign("f", 2) }
    switch letter {
    case UInt8(ascii: "a"): return sign("a")
    case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"): return sign("i")
    case UInt8(ascii: "o"), UInt8(ascii: "u"): return sign("u")
    case UInt8(ascii: "w"): return isFirst ? sign("f") : sign("u")
    case UInt8(ascii: "b"), UInt8(ascii: "p"): return sign("p")
    case UInt8(ascii: "d"), UInt8(ascii: "t"): return sign("t")
    case UInt8(ascii: "f"), UInt8(ascii: "v"): return sign("f")
    case UInt8(ascii: "g"), UInt8(ascii: "k"): return sign("k")
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return sign("s")
    case UInt8(ascii: "j"): return sign("c")
    case UInt8(ascii: "q"):
      // That of Pinyin stands before `i` and `u`, with which a syllable goes on.
      let isPinyin = ["qia", "qie", "qio", "qiu", "qin", "qua", "que", "qun"].contains { follows($0) }
      return isPinyin || follows("qi") && isFirst || follows("qu") && isFirst && !follows("qut") && !follows("qus")
        ? sign("c") : sign("k")
    case UInt8(ascii: "c"):
      return isLast ? sign("c") : follows("ce") || follows("ci") || follows("cy") ? sign("s") : sign("k")
    case UInt8(ascii: "h"): return isLast ? (nil, 1) : sign("h")
    default: return (letter, 1)
    }
  }
}
