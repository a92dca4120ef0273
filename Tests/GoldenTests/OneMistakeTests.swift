import Diagnostics
import Foundation
import Session
import Testing

/// One mistake of the grammar in a script that is right otherwise brings no message of the records and names around it,
/// and leaves nothing behind.
///
/// `REP_FUZZ=50` makes so many mistakes in each script; `REP_FUZZ_SEED=7` makes others.
@Suite struct OneMistakeTests {
  @Test(.timeLimit(.minutes(30))) func whatCouldNotBeReadIsNotCalledUnknown() throws {
    let count = Int(FuzzTests.wanted["REP_FUZZ"] ?? "") ?? 1
    var numbers = FuzzTests.Numbers(state: FuzzTests.wanted["REP_FUZZ_SEED"].flatMap { UInt64($0) } ?? 2)
    for (folder, scripts) in try Self.scripts() {
      let host = ChangedFileHost(FolderHost(folder.path))
      let session = Session(host: host)
      // A first run gives the words of the command line their name.
      _ = session.run(bytes: [], name: "nothing") { _ in }
      let before = names(session)
      for (name, bytes) in scripts {
        for _ in 0..<count {
          if count == 1, numbers.next(below: 3) > 0 { continue }
          let wrong = Self.withMistake(bytes, &numbers)
          guard case .failure(let mistakes) = session.format(bytes: wrong, name: name) else { continue }
          host.changed = (name, wrong)
          let found = session.run(files: [name]) { _ in }
          // A line of words side by side is answered with the question that it may have been.
          let told = mistakes.diagnostics.map(\.code) + ["R513"]
          let more = found.filter { $0.severity == .error && !told.contains($0.code) }
          #expect(more.isEmpty, "\(name): \(render(mistakes.diagnostics + more, as: .plain))")
          #expect(names(session) == before, "\(name): \(render(mistakes.diagnostics, as: .plain))")
        }
      }
    }
  }

  @Test func ofVeryManyMistakesAThousandAreTold() {
    let lines = (1...600).map { "case c\($0) { host Laos\n hots: Laos }\n" }
    let session = Session(host: FolderHost(GoldenTests.root.path))
    let found = session.run(bytes: Array(lines.joined().utf8), name: "many.rep") { _ in }
    #expect(found.count == 1000)
    #expect(found.prefix(3).map(\.code) == ["R113", "R251", "R113"])
    #expect(found.last?.notes == ["200 more mistakes are not told"])
  }

  /// Everything that has a name, and all fields.
  private func names(_ session: Session) -> [String] {
    session.completions(in: "", at: 0).words.map(\.text) + session.completions(in: "it.", at: 3).words.map(\.text)
  }

  /// Scripts that run without a message of an error.
  private static func scripts() throws -> [(folder: URL, scripts: [(name: String, bytes: [UInt8])])] {
    try ["examples", "Tests/GoldenTests/Scripts"].map { path in
      let folder = GoldenTests.root.appending(path: path)
      let scripts = GoldenTests.scripts(in: folder).filter { name in
        let said = folder.appending(path: name.replacing(".rep", with: ".out"))
        return !((try? String(contentsOf: said, encoding: .utf8)) ?? "").contains("error[")
      }
      return (
        folder, try scripts.map { (name: $0, bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
      )
    }
  }

  /// Puts a sign where it does not belong, between two words, or takes one away.
  private static func withMistake(_ bytes: [UInt8], _ numbers: inout FuzzTests.Numbers) -> [UInt8] {
    var pieces = FuzzTests.words(bytes)
    if pieces.isEmpty { return bytes }
    let taken = pieces.indices.filter { pieces[$0].count == 1 && "{}()[]\":,=|".utf8.contains(pieces[$0][0]) }
    if !taken.isEmpty, numbers.next(below: 4) == 0 {
      pieces[taken[numbers.next(below: taken.count)]] = [UInt8(ascii: " ")]
      return Array(pieces.joined())
    }
    let sign = signs[numbers.next(below: signs.count)]
    pieces.insert(Array(sign.utf8), at: numbers.next(below: pieces.count))
    return Array(pieces.joined())
  }

  private static let signs = [
    " * ", " = ", " -> ", " : ", " ( ", " ) ", " [ ", " ] ", " } ", " { ", "\"", "\"\"\"", "`", " then ", " per ",
    " , ",
    " “ ", " 1x ", " 2022-13 ", " ?? ", " | ", " ; ", "\n* ", " let ", " fn ", " 3 ",
  ]
}
