import Diagnostics
import Foundation
import Session
import Testing

/// Scripts that somebody has damaged: whatever is left is read, laid out, checked and run without a crash, and every
/// message points into its source and has an explanation.
///
/// `REP_FUZZ=5000` makes so many of each file; `REP_FUZZ_SEED=7` makes others.
@Suite struct FuzzTests {
  static let wanted = ProcessInfo.processInfo.environment

  @Test(.timeLimit(.minutes(30))) func damageGivesMessages() throws {
    let count = Int(Self.wanted["REP_FUZZ"] ?? "") ?? 1
    var numbers = Numbers(state: Self.wanted["REP_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1)
    let explained = Set(Session.explanations.map(\.code))
    let files = try Self.scripts()
    let host = HastyHost()
    var session = Session(host: host)
    var rounds = 0
    for _ in 0..<count {
      for (name, bytes) in files {
        // Of the long run everything is damaged each time, of the short one every third.
        if count == 1, numbers.next(below: 3) > 0 { continue }
        rounds += 1
        if rounds.isMultiple(of: 40) { session = Session(host: host) }
        let damaged = Self.damage(bytes, files[numbers.next(below: files.count)].bytes, &numbers)
        if let file = Self.wanted["REP_FUZZ_FILE"] { try Data(damaged).write(to: URL(filePath: file)) }
        var found: [Diagnostic] = []
        host.rest()
        if case .failure(let refusal) = session.format(bytes: damaged, name: name) { found += refusal.diagnostics }
        host.rest()
        if rounds.isMultiple(of: 2) {
          found += session.run(bytes: damaged, name: name) { _ in }
        } else {
          found += session.enter(String(decoding: damaged, as: UTF8.self)) { _ in }
        }
        host.rest()
        _ = session.openConstruct(in: String(decoding: damaged.prefix(400), as: UTF8.self))
        for diagnostic in found {
          let isExplained = explained.contains(diagnostic.code)
          #expect(isExplained, "\(diagnostic.code) in a damaged \(name)")
          // In a file of rows a place is a line.
          for place in [diagnostic.place].compactMap({ $0 }) + diagnostic.others.map(\.place)
          where place.source.hasText {
            let end = place.source.bytes.count
            #expect(
              0 <= place.range.lower && place.range.lower <= place.range.upper && place.range.upper <= end,
              "\(diagnostic.code) at \(place.range) of \(end) in a damaged \(name)")
          }
        }
        #expect(!render(found, as: .plain).isEmpty || found.isEmpty)
      }
    }
  }

  /// The scripts of the library, the examples and the golden tests.
  private static func scripts() throws -> [(name: String, bytes: [UInt8])] {
    try ["stdlib", "examples", "Tests/GoldenTests/Scripts"].flatMap { folder in
      let folder = GoldenTests.root.appending(path: folder)
      return try GoldenTests.scripts(in: folder).map {
        (name: $0, bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
      }
    }
  }

  /// Takes out, doubles, exchanges and puts in some words and bytes.
  private static func damage(_ bytes: [UInt8], _ other: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
    var pieces = words(bytes)
    let others = words(other)
    for _ in 0...numbers.next(below: 5) where !pieces.isEmpty {
      let place = numbers.next(below: pieces.count)
      switch numbers.next(below: 8) {
      case 0: pieces.remove(at: place)
      case 1: pieces.insert(pieces[place], at: place)
      case 2: pieces.swapAt(place, numbers.next(below: pieces.count))
      case 3: pieces[place] = pieces[numbers.next(below: pieces.count)]
      case 4 where !others.isEmpty: pieces.insert(others[numbers.next(below: others.count)], at: place)
      case 5:
        let count = 1 + numbers.next(below: 6)
        pieces.insert((0..<count).map { _ in UInt8(numbers.next(below: 256)) }, at: place)
      case 6: pieces.insert(Array(Self.oddities[numbers.next(below: Self.oddities.count)].utf8), at: place)
      default: pieces.removeSubrange(place..<min(place + numbers.next(below: 30), pieces.count))
      }
    }
    return Array(pieces.joined())
  }

  private static let oddities = [
    "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "{\"{", "`", "#", "##", "|", ",", "\n", "\\", " = ", ": ", "->", "..",
    "9223372036854775807", "-9223372036854775808", "1e308", "99999999999999999999", "2022-02-30", "@\"Y1E17\"", "@\"\"",
    "9223372036854775807 days", "unknown", "none", "it", "[[]]", "{}", "1..9223372036854775807", " 1/0 ", "e\u{301}",
    "\u{200D}", "\u{1F468}\u{200D}\u{1F469}", "per", "at", "as", "extend", "kind", "case", "fn f(x) = f(x)\n", " f(1) ",
    "while true { }\n", "under", "why ", "| where ", "| group by ", " and ", " not ", "-",
  ]

  /// Runs of letters and digits, runs of blanks, and single signs.
  static func words(_ bytes: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var lastSort = -1
    for byte in bytes {
      let sort =
        switch byte {
        case 48...57, 65...90, 95, 97...122, 128...255: 0
        case 32: 1
        default: 2
        }
      if sort == lastSort, sort != 2 { words[words.count - 1].append(byte) } else { words.append([byte]) }
      lastSort = sort
    }
    return words
  }

  /// A small generator of numbers, the same in every run.
  struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(limit, 1)))
    }
  }
}
