import Diagnostics
import Foundation
import Testing

@testable import Syntax

/// What must hold for every script of the project.
@Suite struct ScriptOracleTests {
  static let scripts: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var paths: [String] = []
    for folder in ["stdlib", "examples", "Tests"] {
      let entries = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      while let entry = entries?.nextObject() as? String {
        if entry.hasSuffix(".rep") {
          paths.append(root.appendingPathComponent(folder).appendingPathComponent(entry).path)
        }
      }
    }
    return paths.sorted()
  }()

  private func source(_ path: String) throws -> Source {
    Source(name: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test(arguments: scripts) func tokensAndCommentsRejoinToTheText(_ path: String) throws {
    let source = try source(path)
    var lexer = Lexer(source)
    lexer.run()
    var covered = [Bool](repeating: false, count: source.bytes.count)
    let pieces = lexer.tokens.map { ($0.lower, $0.upper) } + lexer.comments.map { ($0.lower, $0.upper) }
    for (lower, upper) in pieces {
      for offset in Int(lower)..<Int(upper) {
        #expect(!covered[offset])
        covered[offset] = true
      }
    }
    guard lexer.faults.isEmpty, !source.bytes.starts(with: Array("#!".utf8)) else { return }
    for (offset, byte) in source.bytes.enumerated() where !covered[offset] {
      #expect(byte == 32 || byte == 10 || byte == 13 || byte == 9, "byte \(byte) at \(offset)")
    }
  }

  @Test(arguments: scripts) func formattingIsIdempotentAndKeepsTheMeaning(_ path: String) throws {
    let source = try source(path)
    guard case .success(let once) = format(source) else { return }
    let again = Source(name: path, text: once)
    #expect(try format(again).get() == once)
    #expect(parse(again).dump == parse(source).dump)
  }

  @Test(arguments: scripts) func noCutTraps(_ path: String) throws {
    let source = try source(path)
    let count = source.bytes.count
    for step in 0..<trials {
      let cut = Source(name: path, bytes: Array(source.bytes[..<(count * step / trials)]))
      check(parse(cut, as: step % 2 == 0 ? .file : .entry))
    }
  }

  @Test(arguments: scripts) func noMutationTraps(_ path: String) throws {
    let source = try source(path)
    guard !source.bytes.isEmpty else { return }
    var random = Repeatable(state: UInt64(source.bytes.count))
    let pieces =
      [
        "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "|", "->", ":", ",", ".", "..", "=", "/", "-", "2022-05", "~",
        "%", "@\"",
        "##", "\n", "if", "else", "unknown", "match", "let", "per", "as", "by", "case", "\\", "`", "“", "–", "\u{202E}",
      ].map { Array($0.utf8) } + [[0xFF], [0], [0xC3]]
    for _ in 0..<trials {
      var bytes = source.bytes
      let place = Int(random.next() % UInt64(bytes.count))
      let end = min(bytes.count, place + Int(random.next() % 4))
      bytes.replaceSubrange(place..<end, with: pieces[Int(random.next() % UInt64(pieces.count))])
      check(parse(Source(name: path, bytes: bytes)))
    }
  }

  /// How many times each script is damaged.
  private var trials: Int { ProcessInfo.processInfo.environment["REP_FUZZ"] == nil ? 12 : 400 }

  private func check(_ program: Program) {
    _ = program.dump
    for diagnostic in program.diagnostics {
      guard let range = diagnostic.place?.range else { continue }
      #expect(range.lower >= 0 && range.lower <= range.upper && Int(range.upper) <= program.source.bytes.count)
    }
  }

  /// A small generator of numbers that gives the same ones every time.
  private struct Repeatable {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}

/// Texts that no one writes: nothing overflows the stack, nothing takes long.
@Suite struct HostileTextTests {
  @Test(arguments: [
    "(", "[", "{", "case x {\n", "not ", "-", "a -> ", "a ?? ", "if a then ", "if a then b else ", "why ", "x | f { ",
    "\"{",
    ")", "}", "`", "\"", "/", ",", "f(1,\n", "let = 3\n", "1+", "x.a", "f(1)", "under a, ", "list of ", "a then ",
    "case a { b: [",
  ])
  func repeatedTenThousandTimes(_ piece: String) {
    let program = parse(Source(name: "test", text: "let x = " + String(repeating: piece, count: 10_000)))
    #expect(!program.diagnostics.isEmpty)
    #expect(program.diagnostics.count <= 1002)
  }

  @Test func longButFlatTextsAreRead() {
    #expect(codes("let x = [" + String(repeating: "1, ", count: 20_000) + "1]") == [])
    #expect(codes("let x = \"" + String(repeating: "a", count: 200_000) + "\"") == [])
    #expect(codes(String(repeating: "x", count: 200_000)) == [])
    #expect(codes("if a { b }" + String(repeating: " else if a { b }", count: 5_000)) == [])
  }
}
