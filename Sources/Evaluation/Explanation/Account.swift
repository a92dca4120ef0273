import Records
import Values

/// What one part of an expression came to, and why: the parts inside it, and the claims that it rests on.
final class Account {
  /// The expression as it was written, or the field as a sentence names it: `phnom_penh.outcome`.
  let text: String
  let value: Value
  /// The light in which it was worked out.
  let light: Light
  var parts: [Account] = []
  /// How many parts are not kept, since there were too many to read.
  var left = 0
  /// True where something was withheld on the way, so that what it was worked out from is not told.
  var withholds = false
  /// The record and field that were read, where the part is a field of a record of the corpus.
  let field: (entity: Entity, name: String)?
  /// The file and line of the row of which a field was read, where the row is from a file.
  let fileAndLine: String?
  /// The set that was read, where the part is the name of one.
  let set: EntitySet?
  /// True where the text means the same wherever it is asked.
  let isAskable: Bool
  /// What is asked of each row of a table, where the part is about one; nil for any other.
  let question: RowQuestion?
  /// True for a part about all the rows of a group, which its text does not name.
  let isOfRowsAtHand: Bool
  /// True for the table of all records of a kind.
  var isWholeTable = false
  /// How many parts that asked the same of other rows are not kept, by what came of it.
  var passedOver: [RowQuestion: (yes: Int, no: Int)] = [:]
  /// The claims that the answer lists; nil where it is no list of claims.
  var listing: [ListedClaim]?

  init(
    _ text: Told, _ value: Value, _ light: Light, field: (entity: Entity, name: String)?, set: EntitySet? = nil,
    fileAndLine: String? = nil
  ) {
    self.fileAndLine = fileAndLine
    self.text = text.text
    self.value = value
    self.light = light
    self.field = field
    self.set = set
    self.isAskable = text.isAskable
    self.question = text.question
    self.isOfRowsAtHand = text.isOfRowsAtHand
  }

  var isDate: Bool { if case .date = value.settled { true } else { false } }

  /// True for a date that stands in the expression itself.
  var isLiteral: Bool { if case .date(let date) = value { date.text == text } else { false } }

  /// More parts than this of one expression, and of one answer, are counted rather than kept: rows of a large table.
  static let mostParts = 200
}

/// What is asked of each row of a table: as it was written, and what the rows are called.
struct RowQuestion: Hashable {
  let text: String
  let unit: Table.Unit
}

/// How a part of an expression is told.
struct Told {
  var text: String
  /// Whether it means the same wherever it is asked.
  var isAskable: Bool
  var question: RowQuestion?
  /// Whether it is about all the rows at hand without naming them.
  var isOfRowsAtHand = false
}

/// A claim in a list of claims: since when it was known or no longer stood.
public struct ListedClaim {
  public let claim: Claim
  public let date: Date
  /// What there is to say of it besides.
  public let remark: String?

  public init(_ claim: Claim, _ date: Date, remark: String?) {
    self.claim = claim
    self.date = date
    self.remark = remark
  }
}

/// Keeps what the nodes of an explaining plan saw, while they run.
final class Recorder {
  /// A field of a record, in a light.
  struct Reading: Hashable {
    let record: Int
    let field: String
    let light: ObjectIdentifier
  }

  /// A part that has begun, with what is known of it so far.
  private struct Begun {
    var parts: [Account] = []
    var left = 0
    var passedOver: [RowQuestion: (yes: Int, no: Int)] = [:]
    /// How many parts came to yes, to no, and to anything else.
    var counts = (yes: 0, no: 0, other: 0)
    var listing: [ListedClaim]?
    let isKept: Bool
    var withholds = false

    /// Whether there is room for one part more that came to a value; counts it.
    mutating func takes(_ value: Value) -> Bool {
      guard case .truth(let truth) = value, !truth.isUnknown else {
        counts.other += 1
        return counts.other <= Account.mostParts
      }
      if truth.isYes { counts.yes += 1 } else { counts.no += 1 }
      return (truth.isYes ? counts.yes : counts.no) <= Account.mostParts
    }

    mutating func leave(_ value: Value, _ question: RowQuestion?) {
      left += 1
      guard let question, case .truth(let truth) = value, !truth.isUnknown else { return }
      var counted = passedOver[question] ?? (0, 0)
      if truth.isYes { counted.yes += 1 } else { counted.no += 1 }
      passedOver[question] = counted
    }
  }

  private let corpus: Corpus
  private var open = [Begun(isKept: true)]
  /// True where something was withheld, of which nobody is told what it rests on.
  private(set) var withholds = false
  /// Every field that was read, also where its part was not kept.
  private(set) var readings: [(entity: Entity, name: String, light: Light)] = []
  /// Every set that was read.
  private(set) var sets: [EntitySet] = []
  /// Every table of all records of a kind that was read, and every claim that was listed.
  private(set) var tables: [(table: Table, light: Light)] = []
  private(set) var listed: [Claim] = []
  private var seen: Set<Reading> = []
  private static let mostReadings = 100_000
  /// How many parts are still kept of all that begin: a function that calls itself sees more than anyone reads.
  private var room = 20_000

  init(_ corpus: Corpus) { self.corpus = corpus }

  func begin() {
    open.append(Begun(isKept: room > 0))
    if room > 0 { room -= 1 }
  }

  /// Keeps nothing of what led to where the walk stands: neither what was read, nor what any part of it came to.
  func withhold() {
    withholds = true
    for place in open.indices { open[place].withholds = true }
  }

  /// Closes what `begin` opened, whether it gave a value or a fault.
  func end(
    _ text: Told, _ value: Value?, field: (entity: Entity, name: String)? = nil, set: EntitySet? = nil,
    isWholeTable: Bool = false, fileAndLine: String? = nil
  ) {
    guard open.count > 1 else { return }
    let begun = open.removeLast()
    guard let value else { return }
    if let field { note(field) }
    if let set, !sets.contains(where: { $0 === set }) { sets.append(set) }
    let last = open.count - 1
    if !open[last].takes(value) || !begun.isKept { return open[last].leave(value, text.question) }
    let account = Account(text, value, corpus.light, field: field, set: set, fileAndLine: fileAndLine)
    account.isWholeTable = isWholeTable
    account.withholds = begun.withholds
    account.parts = begun.withholds ? begun.parts.filter(\.withholds) : begun.parts
    account.left = begun.withholds ? 0 : begun.left
    account.passedOver = begun.withholds ? [:] : begun.passedOver
    account.listing = begun.withholds ? nil : begun.listing
    open[last].parts.append(account)
  }

  /// Keeps the claims that the part at work lists.
  func list(_ claims: [ListedClaim]) {
    listed += claims.map(\.claim)
    open[open.count - 1].listing = claims
  }

  /// Keeps the records of a table that was read as a whole.
  func note(_ table: Table) { tables.append((table, corpus.light)) }

  private func note(_ field: (entity: Entity, name: String)) {
    let light = corpus.light
    let reading = Reading(record: field.entity.index, field: field.name, light: ObjectIdentifier(light))
    if readings.count < Recorder.mostReadings, seen.insert(reading).inserted {
      readings.append((field.entity, field.name, light))
    }
  }

  /// What was seen at the outermost.
  var accounts: [Account] { open[0].parts }
}
