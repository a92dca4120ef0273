import Diagnostics
import Records
import Values

/// Why something is as it is: a tree of sentences whose leaves are claims, each with source, page, status, file and line.
public final class Explained {
  private let accounts: [Account]
  /// What it all rests on; nil where that is withheld.
  private let basis: Basis?
  private let corpus: Corpus

  init(_ accounts: [Account], _ basis: Basis?, _ corpus: Corpus) {
    self.accounts = accounts
    self.basis = basis
    self.corpus = corpus
  }

  /// It in sentences, rows that were passed over in one; or as much as fits into so many lines: then the deepest go first,
  /// and a last line says so.
  ///
  /// - Parameter isWhole: whether all rows are told, and all claims.
  public func text(width: Int, most: Int? = nil, isWhole: Bool = false) -> String {
    let lines = lines(isWhole: isWhole)
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
    let left = most == nil ? 0 : self.lines(isWhole: true).count - shown.count
    if left > 0 { text += "\n(\(left) more \(left == 1 ? "line" : "lines"): `why` alone tells all)" }
    return text
  }

  private func lines(isWhole: Bool) -> [Telling.Line] {
    var telling = Telling(corpus, isWhole: isWhole)
    for account in accounts { telling.tell(account) }
    if let tally { telling.say(tally, 0) }
    return telling.lines
  }

  /// One sentence, broken between words where it is too long; what goes on stands further in.
  private static func laidOut(_ line: Telling.Line, _ width: Int) -> String {
    let indent = String(repeating: "  ", count: line.depth)
    return line.text.lines(within: width - indent.count - 4).enumerated().map { index, part in
      indent + (index == 0 ? "" : "    ") + part
    }.joined(separator: "\n")
  }

  /// The claims that count for it.
  private var claims: [Grounds.Evidence] { basis?.evidence(corpus).filter(\.counts) ?? [] }

  /// On how many claims and sources it rests, and how many of these are independent, in a sentence; nil for a single field, whose claims all stand
  /// there.
  private var tally: String? {
    if basis?.isOneField ?? true { return nil }
    let claims = claims
    if claims.isEmpty { return nil }
    let grounds = SourceTally(claims, and: basis?.sets ?? [], corpus)
    var text = "rests on \(claims.count) \(claims.count == 1 ? "claim" : "claims")"
    if !grounds.sources.isEmpty {
      text += " of \(grounds.sources.count) \(grounds.sources.count == 1 ? "source" : "sources")"
      if grounds.independent < grounds.sources.count { text += ", \(grounds.independent) independent" }
    }
    let without = claims.count { $0.claim.citations.isEmpty }
    if without > 0 { text += ", \(without) of them the author's own" }
    return text
  }

  // MARK: For programs

  /// The version of the form that `json` has.
  public static let version = 1

  public var json: JSON {
    let grounds = SourceTally(claims, and: basis?.sets ?? [], corpus)
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
    if let row = account.fileAndLine { parts.append(("row", .text(row))) }
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
    if let listing = account.listing { parts.append(("listing", .list(listing.map(\.json)))) }
    return .record(parts)
  }
}

extension ListedClaim {
  fileprivate var json: JSON {
    var parts: [(String, JSON)] = [
      ("date", .text(date.text)), ("record", .text(claim.subject.path)), ("field", .text(claim.field.name)),
      ("value", claim.value.partJSON),
    ]
    if let remark { parts.append(("remark", .text(remark))) }
    parts.append(("sources", .list(claim.citations.map { .text(($0.containers.last ?? $0.cited).path) })))
    parts.append(("file", .text(claim.place.source.name)))
    parts.append(("line", .integer(claim.place.source.line(at: claim.place.range.lower))))
    return .record(parts)
  }
}
