import Diagnostics
import Records
import Values

/// Why something is as it is: a tree of sentences whose leaves are claims, each with source, page, status, file and line.
public final class Explained {
  private let accounts: [Account]
  private let readings: [(entity: Entity, name: String, light: Light)]
  private let sets: [EntitySet]
  private let corpus: Corpus

  init(
    _ accounts: [Account], _ readings: [(entity: Entity, name: String, light: Light)], _ sets: [EntitySet],
    _ corpus: Corpus
  ) {
    self.accounts = accounts
    self.readings = readings
    self.sets = sets
    self.corpus = corpus
  }

  /// All of it in sentences, or as much as fits into so many lines: then the deepest go first, and a last line says so.
  public func text(width: Int, most: Int? = nil) -> String {
    var telling = Telling(corpus)
    for account in accounts { telling.tell(account) }
    if let tally { telling.say(tally, 0) }
    let lines = telling.lines
    var shown = lines
    if let most, lines.count > most {
      var deepest = lines.map(\.depth).max() ?? 0
      while shown.count > most, deepest > 1 {
        deepest -= 1
        shown = lines.filter { $0.depth <= deepest }
      }
      if shown.count > most { shown = Array(shown.prefix(most)) }
    }
    var text = shown.map { Explained.laidOut($0, width) }.joined(separator: "\n")
    if shown.count < lines.count { text += "\n… \(lines.count - shown.count) more lines: `why` alone tells them" }
    return text
  }

  /// One sentence, broken between words where it is too long; what goes on stands further in.
  private static func laidOut(_ line: Telling.Line, _ width: Int) -> String {
    let indent = String(repeating: "  ", count: line.depth)
    return line.text.lines(within: width - indent.count - 4).enumerated().map { index, part in
      indent + (index == 0 ? "" : "    ") + part
    }.joined(separator: "\n")
  }

  /// The claims that count for what was read.
  private var claims: [Grounds.Evidence] {
    readings.flatMap { reading in
      corpus.looking(in: reading.light) {
        corpus.grounds(of: reading.entity, field: reading.name).evidence.filter(\.counts)
      }
    }
  }

  /// On how many claims and sources it rests, and how many of these are independent, in a sentence; nil for a single field, whose claims all stand
  /// there.
  private var tally: String? {
    if readings.count < 2 { return nil }
    let claims = claims
    if claims.isEmpty { return nil }
    let grounds = SourceTally(claims, and: sets, corpus)
    var text = "rests on \(claims.count) \(claims.count == 1 ? "claim" : "claims")"
    if !grounds.sources.isEmpty {
      text += " of \(grounds.sources.count) \(grounds.sources.count == 1 ? "source" : "sources")"
      if grounds.independent < grounds.sources.count { text += ", \(grounds.independent) independent" }
    }
    let without = claims.count { $0.claim.citations.isEmpty }
    if without > 0 { text += ", \(without) of them without any source" }
    return text
  }

  // MARK: For programs

  /// The version of the form that `json` has.
  public static let version = 1

  public var json: JSON {
    let grounds = SourceTally(claims, and: sets, corpus)
    return .record([
      ("explanation", .integer(Explained.version)),
      ("parts", .list(accounts.map(json))),
      (
        "rests_on",
        .record([
          ("claims", .integer(claims.count)),
          ("sources", .list(grounds.sources.map { .text($0.path) })),
          ("origins", .list(grounds.origins.map { .text($0.path) })),
          ("independent", .integer(grounds.independent)),
        ])
      ),
    ])
  }

  private func json(_ account: Account) -> JSON {
    var parts: [(String, JSON)] = [
      ("asked", .text(account.oneLine)), ("can_be_asked_again", .truth(account.isAskable)),
    ]
    let light = account.light.words
    if !light.isEmpty { parts.append(("light", .text(light))) }
    if case .table(let table) = account.value {
      parts.append(("answer", .text(table.summary)))
      parts.append(("rows", .list(table.namedRows(.max).map { .text($0) })))
    } else {
      parts.append(("answer", corpus.looking(in: account.light) { account.value.json }))
    }
    if let (entity, name) = account.field {
      let grounds = corpus.looking(in: account.light) { corpus.grounds(of: entity, field: name) }
      parts.append(("record", .text(entity.path)))
      parts.append(("field", .text(name)))
      parts.append(("claims", .list(grounds.evidence.map(\.json))))
      if !grounds.remarks.isEmpty { parts.append(("remarks", .list(grounds.remarks.map { .text($0) }))) }
    }
    if let set = account.set {
      parts.append(("set", .text(set.name)))
      parts.append(("drawn_up", set.json))
    }
    if !account.parts.isEmpty { parts.append(("parts", .list(account.parts.map(json)))) }
    if account.left > 0 { parts.append(("parts_not_kept", .integer(account.left))) }
    return .record(parts)
  }
}
