import Diagnostics
import Records
import Values

/// Tells an account in sentences, what rests on what by how deep each stands.
struct Telling {
  /// A sentence, and how deep it stands.
  struct Line {
    let depth: Int
    let text: String
  }

  private let corpus: Corpus
  /// Whether every row is told that was passed over, and every claim of a long list.
  private let isWhole: Bool
  private(set) var lines: [Line] = []
  /// What was told of records that are the same.
  private var told: Set<String> = []
  private static let deepest = 12
  /// How many rows of a table are named; the others are counted.
  private static let mostNames = 40
  /// How many claims of one source are told in a list of claims.
  private static let mostClaims = 12

  init(_ corpus: Corpus, isWhole: Bool) {
    self.corpus = corpus
    self.isWhole = isWhole
  }

  mutating func tell(_ account: Account, depth: Int = 0) {
    // A date that was written here needs no sentence that it is itself, only what its marks did.
    // `it`, or a variable, whose one part is what it was given: one sentence is enough.
    if account.field == nil, account.parts.count == 1, account.parts[0].oneLine == account.oneLine {
      return tell(account.parts[0], depth: depth)
    }
    if depth == 0, account.field == nil, account.parts.isEmpty, case .entity(let entity) = account.value {
      return tell(record: entity, account.light)
    }
    if !account.isLiteral { say(sentence(of: account) + place(of: account), depth) }
    if case .date(let date) = account.value.settled {
      for remark in date.remarks { say(remark, account.isLiteral ? depth : depth + 1) }
    }
    if let listing = account.listing {
      tell(listing, depth + 1)
    } else if case .table(let table) = account.value {
      for line in table.namedRows(Telling.mostNames) { say(line, depth + 1) }
      saySameness(of: table.rows, account.light, depth + 1)
    }
    if case .entity = account.value, account.field == nil { saySameness(of: [account.value], account.light, depth + 1) }
    if let (entity, field) = account.field {
      let lines = corpus.looking(in: account.light) {
        let grounds = corpus.grounds(of: entity, field: field)
        return isWhole ? grounds.lines : grounds.foldedLines
      }
      for line in lines { say(line, depth + 1) }
      told.formUnion(lines)
    }
    if let set = account.set { say(set.sentence, depth + 1) }
    if account.withholds, account.parts.isEmpty {
      say("what it was worked out from is withheld, so that it does not tell of single rows", depth + 1)
    }
    if depth >= Telling.deepest {
      if !account.parts.isEmpty { say("…", depth + 1) }
      return
    }
    let folding = Folding(account)
    if !isWhole { for sentence in folding.sentences { say(sentence, depth + 1) } }
    for part in isWhole ? account.parts : folding.parts where !(part.isLiteral && account.isDate) {
      // What is read of all the records is told where it is all there is to tell; and of a group, what its row does not say.
      if part.isWholeTable, account.parts.count > 1 || account.isOfTable { continue }
      if part.isOfRowsAtHand, part.parts.isEmpty { continue }
      // That a record is itself needs no sentence, only who says that it is another, too.
      if part.isItsOwnName(in: account) {
        saySameness(of: [part.value], part.light, depth + 1)
      } else {
        tell(part, depth: depth + 1)
      }
    }
    let left = isWhole ? account.left : folding.left
    if left > 0 { say("… and \(left) more", depth + 1) }
  }

  /// Claims by the source that makes them, and what each says.
  private mutating func tell(_ listing: [ListedClaim], _ depth: Int) {
    var order: [String] = []
    var groups: [String: [ListedClaim]] = [:]
    for listed in listing {
      let who = ClaimText.whoSays(listed)
      if groups[who] == nil { order.append(who) }
      groups[who, default: []].append(listed)
    }
    for who in order {
      let claims = groups[who] ?? []
      say("\(who): \(claims.count) \(claims.count == 1 ? "claim" : "claims")", depth)
      let shown = isWhole ? claims.count : min(claims.count, Telling.mostClaims)
      for listed in claims.prefix(shown) { say(ClaimText.whatIsSaid(listed), depth + 1) }
      if shown < claims.count { say("… and \(claims.count - shown) more", depth + 1) }
    }
  }

  /// A record by itself: what it is, how much is claimed about it, and what to ask next.
  private mutating func tell(record: Entity, _ light: Light) {
    let meaning = record.kind.isTerm ? record.label.map { ": \($0)" } ?? "" : ""
    say("\(record.path) is \(Value.entity(record).kindName)\(meaning) — \(record.place.fileAndLine)", 0)
    saySameness(of: [.entity(record)], light, 1)
    if record.kind.isTerm { return }
    let claims = corpus.looking(in: light) {
      corpus.readings(of: record).flatMap { corpus.grounds(of: $0.entity, field: $0.name).evidence.filter(\.counts) }
    }
    say("\(claims.count) \(claims.count == 1 ? "claim is" : "claims are") made about it: `claims(\(record.path))`", 1)
    let field = claims.lazy.map(\.claim).first { $0.subject === record }?.field.name ?? record.kind.fields.first?.name
    if let field { say("`why \(record.path).\(field)` tells who says so of one field", 1) }
  }

  mutating func say(_ sentence: String, _ depth: Int) { lines.append(Line(depth: depth, text: sentence)) }

  /// Who says that some records are the same as others, each claim once.
  private mutating func saySameness(of values: [Value], _ light: Light, _ depth: Int) {
    if !corpus.saysOfAnyThatTheyAreSame { return }
    let lines = corpus.looking(in: light) { values.compactMap(\.recordAtHand).flatMap { corpus.sameness(of: $0) } }
    for line in lines where told.insert(line).inserted { say(line, depth) }
  }

  /// Where the row stands that a part is, or of which it read a field.
  private func place(of account: Account) -> String {
    if let place = account.fileAndLine { return " — \(place)" }
    if case .record(let row) = account.value, let place = row.fileAndLine { return " — \(place)" }
    return ""
  }

  /// What a part came to. A test is answered, anything else is said.
  private func sentence(of account: Account) -> String {
    let text = account.oneLine
    if let condition = account.set?.condition { return "\(text): all for which \(condition)" }
    switch account.value {
    case .truth(let truth):
      if truth.isYes { return "\(text): yes" }
      if truth.isNo { return "\(text): no\(account.absence(corpus).map { ", \($0)" } ?? "")" }
      return "\(text): cannot be decided (\(names(truth.reasons)))"
    case .unknown(let reasons): return "\(text) is unknown (\(names(reasons)))"
    case .disputed(let disputed):
      let values = disputed.values.map(\.quoted).joined(separator: " or ")
      return "\(text) is disputed: \(values)\(disputed.doubt.map { " (\($0))" } ?? "")"
    case .table(let table): return "\(text): \(table.summary)"
    case .list(let items) where items.isEmpty && account.field != nil: return "\(text): \(emptiness(of: account))"
    case .list(let items) where items.count > 8: return "\(text): a list of \(items.count)"
    case .integer, .real, .short, .none, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity, .series,
      .sealed, .function:
      return "\(text) is \(account.value.quoted)"
    }
  }

  /// What a list says that has no items: that there was none, where it is said to be complete.
  private func emptiness(of account: Account) -> String {
    guard let (entity, name) = account.field, let position = entity.kind.position(of: name),
      corpus.looking(in: account.light, { corpus.completion(of: entity, field: position) }) != nil
    else { return Value.noneRecorded }
    return "none"
  }

  private func names(_ reasons: Reasons?) -> String {
    reasons.map { $0.names } ?? ""
  }
}

extension Account {
  /// The text without its line ends.
  var oneLine: String {
    text.split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
  }

  /// True where all there is to say would be that a record is itself, or which one a name stands for of which the sentence
  /// around it tells a field.
  func isItsOwnName(in outer: Account) -> Bool {
    guard case .entity(let entity) = value, parts.isEmpty, field == nil else { return false }
    return text == value.quoted || outer.field?.entity === entity
  }

  /// What a `no` about a list of records means: that nothing of the kind is documented, or, where the list is said to be
  /// complete, that there was none.
  func absence(_ corpus: Corpus) -> String? {
    if hasRowThatPassed { return nil }
    for part in parts {
      guard let (entity, name) = part.field, let position = entity.kind.position(of: name),
        entity.kind.fields[position].type.isList, !entity.kind.isTerm
      else { continue }
      let completion = corpus.looking(in: part.light) { corpus.completion(of: entity, field: position) }
      if let completion { return "and the list is complete as of \(completion.date.text)" }
      return "none such is documented"
    }
    return nil
  }
}

extension Table {
  /// The names of the rows, those that are certain and those that cannot be decided, with what each lacks.
  func namedRows(_ most: Int) -> [String] {
    if case .values = content { return [] }
    let origin = columns?.origin
    func name(_ row: Value) -> String {
      switch row {
      case .entity(let entity): entity.path
      case .record(let record): record.subject.map(\.path) ?? record.fileAndLine ?? row.quoted
      default: row.quoted
      }
    }
    var result: [String] = []
    // Rows of a file are told by where they are, and not one by one.
    if let origin { result.append("rows of \(origin.file)") }
    let certain = origin == nil ? indices.filter(isCertain) : []
    if !certain.isEmpty {
      let shown = certain.prefix(most).map { name(row($0)) }.joined(separator: ", ")
      let more = certain.count > most ? " and \(certain.count - most) more" : ""
      result.append("\(isDecided ? "" : "certain: ")\(shown)\(more)")
    }
    let open = isDecided ? [] : indices.filter { !isCertain($0) }
    for row in open.prefix(most) {
      let lacking = doubt(row)?.lacking ?? []
      result.append(
        "cannot be decided: \(name(self.row(row)))\(lacking.isEmpty ? "" : " lacks \(lacking.joined(separator: ", "))")"
      )
    }
    if open.count > most { result.append("… and \(open.count - most) more that cannot be decided") }
    return result
  }
}
