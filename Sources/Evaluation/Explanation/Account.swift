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
  /// The set that was read, where the part is the name of one.
  let set: EntitySet?
  /// True where the text means the same wherever it is asked.
  let isAskable: Bool

  init(
    _ text: String, _ value: Value, _ light: Light, field: (entity: Entity, name: String)?, set: EntitySet? = nil,
    isAskable: Bool
  ) {
    self.text = text
    self.value = value
    self.light = light
    self.field = field
    self.set = set
    self.isAskable = isAskable
  }

  var isDate: Bool { if case .date = value.settled { true } else { false } }

  /// True for a date that stands in the expression itself.
  var isLiteral: Bool { if case .date(let date) = value { date.text == text } else { false } }

  /// More parts than this of one expression are counted rather than kept: rows of a large table.
  static let mostParts = 200
}

/// Keeps what the nodes of an explaining plan saw, while they run.
final class Recorder {
  /// A field of a record, in a light.
  struct Reading: Hashable {
    let record: Int
    let field: String
    let light: ObjectIdentifier
  }

  private let corpus: Corpus
  private var open: [(parts: [Account], left: Int, isKept: Bool, withholds: Bool)] = [
    (parts: [], left: 0, isKept: true, withholds: false)
  ]
  /// True where something was withheld, of which nobody is told what it rests on.
  private(set) var withholds = false
  /// Every field that was read, also where its part was not kept.
  private(set) var readings: [(entity: Entity, name: String, light: Light)] = []
  /// Every set that was read.
  private(set) var sets: [EntitySet] = []
  private var seen: Set<Reading> = []
  private static let mostReadings = 100_000
  /// How many parts are still kept of all that begin: a function that calls itself sees more than anyone reads.
  private var room = 20_000

  init(_ corpus: Corpus) { self.corpus = corpus }

  func begin() {
    open.append((parts: [], left: 0, isKept: room > 0, withholds: false))
    if room > 0 { room -= 1 }
  }

  /// Keeps nothing of what led to where the walk stands: neither what was read, nor what any part of it came to.
  func withhold() {
    withholds = true
    for place in open.indices { open[place].withholds = true }
  }

  /// Closes what `begin` opened, whether it gave a value or a fault.
  func end(
    _ text: String, _ value: Value?, field: (entity: Entity, name: String)? = nil, set: EntitySet? = nil,
    isAskable: Bool
  ) {
    guard open.count > 1 else { return }
    let (parts, left, isKept, withholds) = open.removeLast()
    guard let value else { return }
    if let field { note(field) }
    if let set, !sets.contains(where: { $0 === set }) { sets.append(set) }
    let last = open.count - 1
    if open[last].parts.count >= Account.mostParts || !isKept {
      open[last].left += 1
      return
    }
    let account = Account(text, value, corpus.light, field: field, set: set, isAskable: isAskable)
    account.withholds = withholds
    account.parts = withholds ? parts.filter(\.withholds) : parts
    account.left = withholds ? 0 : left
    open[last].parts.append(account)
  }

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
