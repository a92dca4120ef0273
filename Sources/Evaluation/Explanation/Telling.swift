import Diagnostics
import Records
import Values

/// Tells an account in sentences, one a line, what rests on what by indentation.
struct Telling {
  private let corpus: Corpus
  /// How many cells a line may take.
  private let width: Int
  private static let deepest = 12

  init(_ corpus: Corpus, width: Int) {
    self.corpus = corpus
    self.width = width
  }

  func text(of account: Account) -> String {
    var lines: [String] = []
    tell(account, 0, &lines)
    return lines.joined(separator: "\n")
  }

  private func tell(_ account: Account, _ depth: Int, _ lines: inout [String]) {
    // A date that was written here needs no sentence that it is itself, only what its marks did.
    if !account.isLiteral { say(sentence(of: account), depth, &lines) }
    if case .date(let date) = account.value.settled {
      for remark in date.remarks { say(remark, account.isLiteral ? depth : depth + 1, &lines) }
    }
    if let (entity, field) = account.field {
      for line in corpus.grounds(of: entity, field: field).lines { say(line, depth + 1, &lines) }
    }
    if depth >= Telling.deepest {
      if !account.parts.isEmpty { say("…", depth + 1, &lines) }
      return
    }
    for part in account.parts where !(part.isLiteral && account.isDate) && !part.isItsOwnName {
      tell(part, depth + 1, &lines)
    }
    if account.left > 0 { say("… and \(account.left) more", depth + 1, &lines) }
  }

  /// One sentence, broken between words where it is too long; what goes on stands further in.
  private func say(_ sentence: String, _ depth: Int, _ lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    for (index, line) in sentence.lines(within: width - indent.count - 4).enumerated() {
      lines.append(indent + (index == 0 ? "" : "    ") + line)
    }
  }

  /// What a part came to. A test is answered, anything else is said.
  private func sentence(of account: Account) -> String {
    let text = account.text.split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
    switch account.value {
    case .truth(let truth):
      if truth.isYes { return "\(text): yes" }
      if truth.isNo { return "\(text): no" }
      return "\(text): cannot be decided (\(names(truth.reasons)))"
    case .unknown(let reasons): return "\(text) is unknown (\(names(reasons)))"
    case .disputed(let disputed):
      return "\(text) is disputed: \(disputed.candidates.map(\.quoted).joined(separator: " or "))"
    case .table(let table): return "\(text): \(table.summary)"
    case .list(let items) where items.count > 8: return "\(text): a list of \(items.count)"
    case .integer, .real, .short, .none, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity, .series,
      .function:
      return "\(text) is \(account.value.quoted)"
    }
  }

  private func names(_ reasons: Reasons?) -> String {
    reasons.map { $0.list.map(\.name).joined(separator: ", ") } ?? ""
  }
}

extension Account {
  /// True where all there is to say would be that a record is itself.
  fileprivate var isItsOwnName: Bool {
    guard case .entity = value else { return false }
    return parts.isEmpty && field == nil && text == value.quoted
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var result = self
    while result.first?.isWhitespace ?? false { result.removeFirst() }
    while result.last?.isWhitespace ?? false { result.removeLast() }
    return result
  }
}
