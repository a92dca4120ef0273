import Records
import Values

// What an explanation leaves out, and says so in one sentence: rows of a table that were asked and are no part of the
// answer, and the many claims that only say what stands in a long list.

/// The parts of an account that are told one by one, and what is said of the others.
struct Folding {
  private(set) var parts: [Account] = []
  private(set) var sentences: [String] = []
  /// How many parts are not kept of which no sentence tells.
  private(set) var left: Int
  /// How many rows that were passed over are still told one by one: few say how the question works.
  private static let mostPassedOver = 5

  init(_ account: Account) {
    left = account.left
    var questions: [RowQuestion] = []
    for part in account.parts {
      if let question = part.question, part.isDecided, !questions.contains(question) { questions.append(question) }
    }
    var folded: [RowQuestion: Bool] = [:]
    for question in questions {
      let yes = account.count(question, true)
      let no = account.count(question, false)
      let left = account.restIsYes(yes: yes, no: no)
      let count = left ? yes : no
      if count <= Folding.mostPassedOver { continue }
      folded[question] = left
      if let counted = account.passedOver[question] { self.left -= left ? counted.yes : counted.no }
      let others = account.parts.contains { $0.question == question && $0.isYes != left }
      let rows = others ? "\(count) other \(question.unit.many)" : "all \(question.unit.counted(count))"
      sentences.append("\(rows) were passed over: `\(question.text)` is \(left ? "yes" : "no") for each")
    }
    parts = account.parts.filter { part in
      guard let question = part.question, let left = folded[question] else { return true }
      return part.isYes != left
    }
  }
}

extension Account {
  /// The answer of a test that is decided; nil for anything else.
  fileprivate var isYes: Bool? {
    guard case .truth(let truth) = value, !truth.isUnknown else { return nil }
    return truth.isYes
  }

  fileprivate var isDecided: Bool { isYes != nil }

  /// True where the answer is itself a table or a list: it names the rows that it has.
  var isOfTable: Bool {
    switch value.settled {
    case .table, .list: true
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
      .entity,
      .disputed, .series, .sealed, .function:
      false
    }
  }

  /// True where some row passed a test.
  var hasRowThatPassed: Bool {
    parts.contains { $0.question != nil && $0.isYes == true } || passedOver.values.contains { $0.yes > 0 }
  }

  /// For how many rows a question came out so, also where their parts are not kept.
  fileprivate func count(_ question: RowQuestion, _ answer: Bool) -> Int {
    let kept = parts.count { $0.question == question && $0.isYes == answer }
    let left = passedOver[question].map { answer ? $0.yes : $0.no } ?? 0
    return kept + left
  }

  /// Whether the rows that a test holds for are the ones that do not matter: those of `all` where it fails for another.
  fileprivate func restIsYes(yes: Int, no: Int) -> Bool {
    guard case .truth(let truth) = value else { return false }
    if truth.isNo { return yes > 0 }
    return truth.isUnknown && no == 0
  }
}

extension Grounds {
  /// More claims than this that each only say that a record stands in a list are told by source.
  private static let mostInList = 5

  /// The sentences, with one for each source where many claims only say what stands in a list.
  var foldedLines: [String] {
    if evidence.count <= Grounds.mostInList { return lines }
    let saysOnlyThatItStands = evidence.allSatisfy { evidence in
      guard case .entity(let inner) = evidence.claim.value else { return false }
      return inner.owner === subject && evidence.part == .supports && evidence.claim.remark == nil
    }
    if !saysOnlyThatItStands { return lines }
    var order: [String] = []
    var groups: [String: [Claim]] = [:]
    for evidence in evidence {
      let who = "\(ClaimText.who(evidence.claim)): \(ClaimText.word(evidence.claim))"
      if groups[who] == nil { order.append(who) }
      groups[who, default: []].append(evidence.claim)
    }
    return order.flatMap { who -> [String] in
      let claims = groups[who] ?? []
      guard let first = claims.first, let last = claims.last, claims.count > 1 else {
        return claims.map { "\(who) \($0.value.quoted) — \($0.place.fileAndLine)" }
      }
      let places = "from \(first.place.fileAndLine) to \(last.place.fileAndLine)"
      return ["\(who) \(claims.count) of them, \(first.value.quoted) to \(last.value.quoted) — \(places)"]
    } + remarks
  }
}

extension ClaimText {
  /// Who says it, and since when that is known.
  static func whoSays(_ listed: ListedClaim) -> String { "\(who(listed.claim)), \(listed.date.text)" }

  /// What a claim in a list of claims says, how firmly, and where.
  static func whatIsSaid(_ listed: ListedClaim) -> String {
    let claim = listed.claim
    var text = "\(claim.subject.path).\(claim.field.name) is \(claim.value.quoted): \(word(claim))"
    if let from = claim.from { text += " at \(from.text)" }
    let locators = claim.citations.compactMap(\.locator)
    if !locators.isEmpty { text += ", \(locators.joined(separator: "; "))" }
    if let remark = claim.remark { text += ", \"\(remark)\"" }
    if let remark = listed.remark { text += ", \(remark)" }
    return text + " — \(claim.place.fileAndLine)"
  }
}
