import Diagnostics
import Foundation
import Session
import Testing

/// Every message has a code of its own, an explanation, and a piece of Rep that causes it.
@Suite struct ExplanationTests {
  @Test(arguments: Session.explanations.map(\.code))
  func isCausedByItsExample(_ code: String) throws {
    let explanation = try #require(Session.explanations.first { $0.code == code })
    if !explanation.wrong.isEmpty {
      #expect(codes(explanation.wrong).contains(code), "\(explanation.wrong)")
    }
    if !explanation.right.isEmpty { #expect(codes(explanation.right) == [], "\(explanation.right)") }
  }

  /// The codes of the messages that a text gives.
  private func codes(_ text: String) -> [String] {
    Session(host: FolderHost(GoldenTests.root.path)).run(bytes: Array(text.utf8), name: "example.rep") { _ in }
      .map(\.code)
  }

  @Test func everyCodeIsExplainedOnce() throws {
    let folder = GoldenTests.root.appending(path: "Sources")
    var used: Set<String> = []
    for file in GoldenTests.files(in: folder, "swift") where !file.contains("Explanation") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /"(R[0-9]{3})"/) { used.insert(String(match.output.1)) }
    }
    let explained = Session.explanations.map(\.code)
    #expect(Set(explained).count == explained.count)
    #expect(used.subtracting(explained).sorted() == [])
    #expect(Set(explained).subtracting(used).sorted() == [])
  }
}
