import Testing

@testable import Keys

@Suite struct ProjectKeyTests {
  /// The test cases of RFC 4231, with what each must give; of the fifth the RFC gives 128 bits.
  static let published: [(key: [UInt8], message: [UInt8], digest: String)] = [
    (
      [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), [UInt8](repeating: 0xcd, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      [UInt8](repeating: 0x0c, count: 20), Array("Test With Truncation".utf8), "a3b6167473100ee06e0c796c2955552b"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array(
        ("This is a test using a larger than block-size key and a larger than block-size data. The key needs to be "
          + "hashed before being used by the HMAC algorithm.").utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  @Test(arguments: published.indices) func publishedDigestsComeOut(_ number: Int) {
    let (key, message, digest) = Self.published[number]
    #expect(hex(ProjectKey.hash(message, key: key)).hasPrefix(digest))
  }

  @Test func aKeyIsLongEnoughAndNoOtherFile() {
    #expect(ProjectKey([]) == nil)
    #expect(ProjectKey([UInt8](repeating: 7, count: 31)) == nil)
    #expect(ProjectKey([UInt8](repeating: 7, count: 31) + Array("\r\n".utf8)) == nil)
    #expect(ProjectKey([UInt8](repeating: 7, count: 32)) != nil)
    #expect(ProjectKey([UInt8](repeating: 7, count: 5000)) == nil)
  }

  @Test func anEditorsLineEndIsNoPartOfTheKey() {
    let key = Array("0123456789abcdef0123456789abcdef".utf8)
    let message = Array("Amina Q.".utf8)
    let hash = ProjectKey(key)?.hash(message)
    #expect(hash == ProjectKey(key + Array("\n".utf8))?.hash(message))
    #expect(hash != ProjectKey(key + Array("0".utf8))?.hash(message))
    #expect(hash.map(hex) == hex(ProjectKey.hash(message, key: key)))
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
