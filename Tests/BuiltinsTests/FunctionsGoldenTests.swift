import Foundation
import Testing

@testable import Session

/// The chapter of the reference about functions says what their declarations say.
struct FunctionsGoldenTests {
  @Test func theChapterIsWrittenFromTheDeclarations() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/Session/Reference/Chapters/functions.md")
    let session = Session(host: NoHost())
    for module in Module.all { _ = session.enter("use \(module.name)") { _ in } }
    let chapter = FunctionsChapter(reference: session.reference).text
    if ProcessInfo.processInfo.environment["REP_ACCEPT"] != nil { try Data(chapter.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == chapter, "`scripts/accept` writes it anew")
  }
}
