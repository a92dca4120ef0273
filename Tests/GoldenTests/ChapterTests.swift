import Diagnostics
import Foundation
import Session
import Testing

/// Every piece of Rep in the reference runs, and gives the answers that stand beside it.
@Suite struct ChapterTests {
  static let folder = GoldenTests.root.appending(path: "Sources/Session/Reference/Chapters")

  /// The chapters that tell of pieces in words, or are written from declarations that are tested themselves.
  private static let others = ["grammar.md", "functions.md", "README.md"]

  @Test(arguments: GoldenTests.files(in: folder, "md").filter { !others.contains($0) })
  func everyExampleRuns(_ chapter: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: chapter), encoding: .utf8)
    for (index, piece) in text.components(separatedBy: "```rep\n").dropFirst().enumerated() {
      let script = piece.components(separatedBy: "```")[0]
      let name = "\(chapter)-\(index + 1)"
      var told = ""
      let summary = Session(host: TextHost(script)).test(files: [name], library: false) { told += $0 }
      #expect(summary.isGood, "\(name)\n\(script)\n\(told)\(render(summary.diagnostics, as: .plain))")
    }
  }
}
