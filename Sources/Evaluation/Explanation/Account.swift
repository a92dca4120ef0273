import Records
import Values

/// What one part of an expression came to, and why: the parts inside it, and the claims that it rests on.
final class Account {
  /// The expression as it was written, or the field as a sentence names it: `phnom_penh.outcome`.
  let text: String
  let value: Value
  var parts: [Account] = []
  /// How many parts are not kept, since there were too many to read.
  var left = 0
  /// The record and field that were read, where the part is a field of a record of the corpus.
  let field: (entity: Entity, name: String)?

  init(_ text: String, _ value: Value, field: (entity: Entity, name: String)? = nil) {
    self.text = text
    self.value = value
    self.field = field
  }

  var isDate: Bool { if case .date = value.settled { true } else { false } }

  /// True for a date that stands in the expression itself.
  var isLiteral: Bool { if case .date(let date) = value { date.text == text } else { false } }

  /// More parts than this of one expression are counted rather than kept: rows of a large table.
  static let mostParts = 30
}

/// Keeps what the nodes of an explaining plan saw, while they run.
final class Recorder {
  private var open: [(parts: [Account], left: Int)] = [(parts: [], left: 0)]

  func begin() { open.append((parts: [], left: 0)) }

  /// Closes what `begin` opened, whether it gave a value or a fault.
  func end(_ text: String, _ value: Value?, field: (entity: Entity, name: String)? = nil) {
    guard open.count > 1 else { return }
    let (parts, left) = open.removeLast()
    guard let value else { return }
    let account = Account(text, value, field: field)
    account.parts = parts
    account.left = left
    let last = open.count - 1
    if open[last].parts.count < Account.mostParts { open[last].parts.append(account) } else { open[last].left += 1 }
  }

  /// What was seen at the outermost.
  var accounts: [Account] { open[0].parts }
}
