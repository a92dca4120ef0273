import Diagnostics
import Testing

@Suite("Cells of a terminal")
struct DisplayWidthTests {
  // Cells as PyPI `wcwidth` 0.9.4 counts them.
  @Test(arguments: [
    ("", 0), ("a", 1), ("café", 4), ("cafe\u{301}", 4), ("日本", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ｆｕｌｌ", 8), ("العربية", 7), ("ئۇيغۇر", 6), ("שָׁלוֹם", 4), ("فارسی\u{200C}زبان", 9), ("ไทย", 3), ("ภำ", 2),
    ("हिन्दी", 4), ("বাংলা", 4), ("தமிழ்", 4), ("ភ្នំពេញ", 5), ("བོད་ཡིག", 5), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2),
    ("👍🏽", 2), ("🇹🇷", 2), ("👨‍👩‍👧‍👦", 2), ("\u{2068}abc\u{2069}", 3), ("\u{600}", 1), ("﷽", 1), ("12–15", 5), ("…", 1),
  ])
  func width(text: String, cells: Int) { #expect(text.displayWidth == cells) }

  @Test("is cut with a mark, and never in the middle of a character")
  func cut() {
    #expect("Cambodia".cut(to: 8) == "Cambodia")
    #expect("Cambodia".cut(to: 5) == "Camb…")
    #expect("東京都".cut(to: 6) == "東京都")
    #expect("東京都".cut(to: 5) == "東京…")
    #expect("東京都".cut(to: 4) == "東…")
    #expect("e\u{301}e\u{301}e\u{301}".cut(to: 2) == "e\u{301}…")
    #expect("Cambodia".cut(to: 1) == "…")
    #expect("Cambodia".cut(to: 0) == "")
  }

  @Test("is padded by cells")
  func padded() {
    #expect("東京".padded(to: 6) == "東京  ")
    #expect("42".padded(to: 5, .right) == "   42")
    #expect("Cambodia".padded(to: 3) == "Cambodia")
  }

  @Test("keeps what runs from right to left apart from its neighbours")
  func isolated() {
    #expect("مصر".isolated == "\u{2068}مصر\u{2069}")
    #expect("Egypt".isolated == "Egypt")
    #expect("Türkiye 日本".isolated == "Türkiye 日本")
    #expect("مصر".cell(5) == "\u{2068}مصر\u{2069}  ")
    #expect("مصر".cell(5, .right) == "  \u{2068}مصر\u{2069}")
  }

  @Test("shows controls instead of sending them to the terminal")
  func visible() {
    #expect("\u{1B}[2Jgone\u{7}".visible == "␛[2Jgone␇")
    #expect("a\u{202E}b\u{9B}c\u{200B}".visible == "a\\u{202E}b\\u{9B}c\\u{200B}")
    #expect("two\nlines".cell(12) == "two␊lines   ")
    #expect("a\u{2066}b".cell(4) == "a\\u…")
    #expect("زبان\u{200C}ها".visible == "زبان\u{200C}ها")
  }
}
