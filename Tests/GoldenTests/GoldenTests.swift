import Diagnostics
import Foundation
import Session
import Testing

/// Scripts with what they are expected to say: `Scripts/<topic>/<fact>.rep` with `.out` beside it.
///
/// `REP_ACCEPT=1` writes what they say now; `REP_TEST_ONLY=word` runs those whose path holds the word.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: scripts(in: folder.appending(path: "Scripts")))
  func script(_ name: String) throws {
    let folder = Self.folder.appending(path: "Scripts")
    try expect(run(name, in: folder), at: folder.appending(path: name.replacing(".rep", with: ".out")))
  }

  @Test(arguments: scripts(in: root.appending(path: "examples")))
  func example(_ name: String) throws {
    let expected = Self.folder.appending(path: "Examples/" + name.replacing(".rep", with: ".out"))
    try expect(run("examples/" + name, in: Self.root), at: expected)
  }

  @Test(arguments: scripts(in: root.appending(path: "examples")))
  func answersWrittenInExample(_ name: String) {
    var told = ""
    let session = Session(host: FolderHost(Self.root.path))
    let summary = session.test(files: ["examples/" + name], library: false) { told += $0 }
    #expect(summary.isGood, "\(name)\n\(told)\(render(summary.diagnostics, as: .plain))")
  }

  /// Entries of the prompt and what it answers: a line that begins with `> ` is typed, `… ` goes on with it.
  @Test(arguments: scripts(in: folder.appending(path: "Transcripts"), "transcript"))
  func transcript(_ name: String) throws {
    let file = Self.folder.appending(path: "Transcripts/" + name)
    let typed = try String(contentsOf: file, encoding: .utf8)
    let session = Session(host: FolderHost(Self.root.path))
    var said = ""
    for entry in entries(typed) {
      said += entry.enumerated().map { ($0 == 0 ? "> " : "… ") + $1 + "\n" }.joined()
      var answer = ""
      let messages = session.enter(entry.joined(separator: "\n")) { answer += $0 }
      said += answer + render(messages, as: .plain)
    }
    try expect(said, at: file)
  }

  private func entries(_ text: String) -> [[String]] {
    var entries: [[String]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("> ") {
        entries.append([String(line.dropFirst(2))])
      } else if line.hasPrefix("… ") || line == "…", !entries.isEmpty {
        entries[entries.count - 1].append(String(line.dropFirst(2)))
      }
    }
    return entries
  }

  private func run(_ name: String, in folder: URL) -> String {
    let session = Session(host: FolderHost(folder.path))
    var said = ""
    let messages = session.run(files: [name]) { said += $0 }
    return said + render(messages, as: .plain)
  }

  private func expect(_ said: String, at file: URL) throws {
    if ProcessInfo.processInfo.environment["REP_ACCEPT"] != nil {
      try Data(said.utf8).write(to: file)
      return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(said == expected ?? "", "\(file.lastPathComponent)")
  }

  /// The scripts of a folder, or those whose path holds the word that was asked for.
  static func scripts(in folder: URL, _ suffix: String = "rep") -> [String] {
    let only = ProcessInfo.processInfo.environment["REP_TEST_ONLY"] ?? ""
    return files(in: folder, suffix).filter { only.isEmpty || "\(folder.lastPathComponent)/\($0)".contains(only) }
  }

  static func files(in folder: URL, _ suffix: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix("." + suffix) && !$0.hasPrefix("_") && !$0.contains("/_") }.sorted()
  }
}
