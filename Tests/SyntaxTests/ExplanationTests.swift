import Diagnostics
import Testing

@testable import Syntax

/// Every message has an explanation whose example causes it.
@Suite struct ExplanationTests {
  @Test(arguments: syntaxExplanations.filter { !$0.wrong.isEmpty }.map(\.code))
  func theWrongExampleCausesTheMessageAndTheRightOneDoesNot(_ code: String) throws {
    let explanation = try #require(syntaxExplanations.first { $0.code == code })
    #expect(codes(explanation.wrong) == [code])
    #expect(codes(explanation.right) == [])
  }

  @Test func codesAreExplainedOnce() {
    #expect(Set(syntaxExplanations.map(\.code)).count == syntaxExplanations.count)
  }

  @Test func bytesThatAreNoText() {
    func codes(_ bytes: [UInt8]) -> [String] { parse(Source(name: "test", bytes: bytes)).diagnostics.map(\.code) }
    #expect(codes(Array("let x = \"caf".utf8) + [0xE9] + Array("\"\nlet = 1".utf8)) == ["R001", "R100"])
    #expect(codes([0xFF, 0xFE, 0x61, 0]) == ["R002"])
    #expect(codes([UInt8](repeating: 0, count: 100)) == ["R002"])
    #expect(codes(Array("let x = 1\0\nlet y = 2".utf8)) == ["R003"])
    #expect(codes([0xEF, 0xBB, 0xBF] + Array("let x = 1".utf8)) == [])
  }
}
