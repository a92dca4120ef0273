import Testing

@testable import Terminal

@Suite struct KeyTests {
  /// What bytes mean, each as a word.
  func meanings(_ text: [UInt8], vi: Bool = false) -> [String] {
    var bytes = text[...]
    var reader = KeyReader()
    var result: [String] = []
    while true {
      switch reader.next(vi: vi, { _ in bytes.popFirst().map(KeyReader.Byte.some) ?? .late }) {
      case .key(let key): result.append("\(key)")
      case .codepoint(let codepoint): result.append(String(codepoint, radix: 16))
      case .pasted(let text): result.append("pasted \(text)")
      case .ended: return result
      }
    }
  }

  func meanings(_ text: String, vi: Bool = false) -> [String] { meanings(Array(text.utf8), vi: vi) }

  @Test func lettersAreThemselves() {
    #expect(meanings("aé日👍") == ["61", "e9", "65e5", "1f44d"])
  }

  @Test func arrowsAreKeysInBothEditors() {
    for vi in [false, true] {
      #expect(
        meanings(Keys.up + Keys.left + "\u{1B}OD" + "\u{1B}[1;5C", vi: vi) == ["up", "left", "left", "wordRight"])
    }
  }

  @Test func anEscapeAloneIsAnEscape() {
    #expect(meanings("\u{1B}") == ["1b"])
    #expect(meanings("\u{1B}b") == ["1b", "62"])
    #expect(meanings("\u{1B}\r") == ["newLine"])
  }

  @Test func aPasteComesWhole() {
    #expect(meanings(Keys.pasted("a\r\nb\rc\u{0}\u{1B}[31m")) == ["pasted a\nb\nc[31m"])
  }

  @Test func bytesThatAreNoTextDoNoHarm() {
    #expect(meanings([0xFF, 0x61]) == ["fffd", "61"])
    #expect(meanings([0xC2, 0x85, 0x61]) == ["61"])
    #expect(meanings([0x00, 0x1B, 0x5B]) == [])
    #expect(meanings(Array("\u{1B}[999;999;999X".utf8) + [0x61]) == ["61"])
  }
}
