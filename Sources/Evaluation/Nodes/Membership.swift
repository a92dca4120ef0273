import Diagnostics
import Records
import Values

/// `x is returned`: whether a term, a record or a value is what the right side says.
final class Is: Node {
  let subject: Node
  let target: Node
  /// True for `was`: whether it ever held.
  let ever: Bool
  private let takes: FieldTakes?

  init(_ subject: Node, _ target: Node, ever: Bool, machine: Machine? = nil, _ place: Place) {
    self.subject = subject
    self.target = target
    self.ever = ever
    self.takes = machine.flatMap { FieldTakes(subject, target, $0) }
    super.init(place)
  }

  override var column: String? { subject.columnRead(beside: target) }

  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let subject = try subject.value(frame)
    let target = try target.value(frame)
    return try here { () throws(Fault) -> Truth in
      if case .entity(let term) = subject.settled, case .entity(let asked) = target, term.isOfAnotherTree(than: asked) {
        throw .isOfAnotherTree(term, asked)
      }
      try takes?.check(frame)
      if case .entity(let record) = subject.settled, case .entity(let asked) = target, record.isNoTerm(like: asked),
        let question = record.kind.question(about: asked)
      {
        throw .isNoTerm(record, asked, question)
      }
      return ever
        ? try Membership.was(subject, target, frame.watch) : try Membership.isThis(subject, target, frame.watch)
    }
  }
}

/// `x is known`, `x is unknown`, `x is unknown (reason)`: always decided.
final class IsUnknown: Node {
  let subject: Node
  let reason: Reason?

  init(_ subject: Node, reason: Reason?, _ place: Place) {
    self.subject = subject
    self.reason = reason
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    truth(of: try subject.value(frame))
  }

  func truth(of value: Value) -> Truth {
    guard let reasons = value.reasons else { return .no }
    return Truth(reason.map { reasons.contains($0) } ?? true)
  }
}

/// `x in xs`, `xs has x`: membership, following the trees of terms.
final class IsIn: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let item = try left.value(frame)
    let items = try right.value(frame)
    return try here { () throws(Fault) -> Truth in try Membership.isIn(item, items, frame.watch) }
  }
}

final class Has: TwoNodes {
  /// The list holds words for people beside people: a word is nobody's record.
  private let holdsWords: Bool
  private let takes: FieldTakes?

  init(_ left: Node, _ right: Node, holdsWords: Bool = false, machine: Machine? = nil, _ place: Place) {
    self.holdsWords = holdsWords
    self.takes = machine.flatMap { FieldTakes(left, right, $0) }
    super.init(left, right, place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let items = try left.value(frame)
    let item = try right.value(frame)
    return try here { () throws(Fault) -> Truth in
      try takes?.check(frame)
      return try Membership.has(items, item, holdsWords: holdsWords, frame.watch)
    }
  }
}

/// What `is`, `was`, `in` and `has` mean.
enum Membership {
  static func isThis(_ subject: Value, _ target: Value, _ watch: Watch) throws(Fault) -> Truth {
    switch (subject.settled, target) {
    case (.entity(let entity), .entity(let target)): return Corpus.isTruth(entity, target)
    case (.disputed(let disputed), _):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in try isThis(value, target, watch) }
    case (.unknown(let reasons), _): return Truth(unknown: reasons)
    case (_, .unknown(let reasons)): return Truth(unknown: reasons)
    case (.sealed, .function(let test)): return try test.test(subject)
    case (.sealed, _), (_, .sealed): return try ComparingEqual.apply(subject, target, watch)
    case (.none, .none): return .yes
    case (.none, _), (_, .none): return .no
    case (.list, .entity), (.table, .entity): throw .isNeedsOne(subject)
    case (_, .function(let test)): return try test.test(subject)
    case (.short, .entity(let target)), (.text, .entity(let target)): throw .textIsNotARecord(subject, target)
    case (let value, let target): return try ComparingEqual.apply(value, target, watch)
    }
  }

  static func was(_ subject: Value, _ target: Value, _ watch: Watch) throws(Fault) -> Truth {
    guard case .series(let series) = subject else { return try isThis(subject, target, watch) }
    var answer = Truth.no
    for entry in series.entries { answer = answer.or(try isThis(entry.value, target, watch)) }
    // What nobody recorded may have held at some time.
    return answer.isNo && series.entries.isEmpty ? try isThis(series.current, target, watch) : answer
  }

  static func isIn(_ item: Value, _ items: Value, _ watch: Watch) throws(Fault) -> Truth {
    try isAmong(items, item, watch, isOneOf: isOneOf)
  }

  /// `xs has x`: whether one of the things is `x`, or stands under it in its tree.
  static func has(_ items: Value, _ item: Value, holdsWords: Bool, _ watch: Watch) throws(Fault) -> Truth {
    if case .entity = items.settled { throw .hasNeedsSeveral(items) }
    if item.isSealed { throw .sealed("`has`") }
    return try isAmong(items, item, watch) { (item, items, watch) throws(Fault) in
      try isHeld(item, items, holdsWords: holdsWords, watch)
    }
  }

  private static func isAmong(
    _ items: Value, _ item: Value, _ watch: Watch, isOneOf: (Value, [Value], Watch) throws(Fault) -> Truth
  ) throws(Fault) -> Truth {
    if case .disputed(let disputed) = item.settled {
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in
        try isAmong(items, value, watch, isOneOf: isOneOf)
      }
    }
    switch items.settled {
    case .unknown(let reasons): return Truth(unknown: reasons)
    case .none: return .no
    case .disputed(let disputed):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in
        try isAmong(value, item, watch, isOneOf: isOneOf)
      }
    case .range(let range): return try inRange(item, range, watch)
    case .function(let test): return try test.test(item)
    case .list(let all): return try isOneOf(item, all, watch)
    case .table(let table):
      // What only a possible row has, the table may have.
      if table.isDecided { return try isOneOf(item, table.rows, watch) }
      let certain = try isOneOf(item, table.rows(areCertain: true, watch), watch)
      if certain.isYes { return certain }
      let possible = try isOneOf(item, table.rows(areCertain: false, watch), watch)
      return certain.or(possible.isYes ? Truth(unknown: .imprecise) : possible)
    case .short, .text: return try textHas(items, item, watch)
    case .entity(let target): return try isThis(item, .entity(target), watch)
    case .record, .map: return try items.hasName(item)
    case .date(let date): throw .inDate(date.text)
    case .sealed: throw .sealed("`in`")
    case .integer(let year):
      if case .date = item.settled { throw .inDate("\(year)") }
      throw .cannotHold(items)
    case .real, .truth, .span, .quantity, .series: throw .cannotHold(items)
    }
  }

  /// Whether one of the things is the item: a term among them counts for the terms above it.
  ///
  /// Where people and words for people stand together in a list, a word is nobody's record.
  private static func isHeld(
    _ item: Value, _ items: [Value], holdsWords: Bool, _ watch: Watch
  ) throws(Fault) -> Truth {
    if case .list = item.settled { return try isOneOf(item, items, watch) }
    if case .entity(let term) = item.settled, term.kind.isTerm, case .entity(let first)? = items.first?.settled,
      let field = first.kind.field(taking: term)
    {
      throw .holdsNoTerms(first, field, term)
    }
    let isMixed =
      holdsWords
      || items.contains { $0.string != nil } && items.contains { if case .entity = $0 { true } else { false } }
    var answer = Truth.no
    for other in items {
      try watch.tick()
      if isMixed, (other.string == nil) != (item.settled.string == nil), other.reasons == nil { continue }
      let same = try isThisOrUnder(other, item, watch)
      if same.isYes { return .yes }
      answer = answer.or(same)
    }
    return answer
  }

  private static func isOneOf(_ item: Value, _ items: [Value], _ watch: Watch) throws(Fault) -> Truth {
    var answer = Truth.no
    for other in items {
      try watch.tick()
      let same = try isThisOrUnder(item, other, watch)
      if same.isYes { return .yes }
      answer = answer.or(same)
    }
    return answer
  }

  /// Whether two things in a membership test match: a term matches a term above it.
  private static func isThisOrUnder(_ item: Value, _ other: Value, _ watch: Watch) throws(Fault) -> Truth {
    if case .date = item.settled, case .date = other.settled {
      return Truth(try item.isSameAsWritten(other, watch))
    }
    // A list of persons may name some of them by a text only: that is none of the persons who have a record.
    if case .entity = item.settled, other.settled.string != nil { return .no }
    return try isThis(item, other, watch)
  }

  private static func inRange(_ item: Value, _ range: NumberRange, _ watch: Watch) throws(Fault) -> Truth {
    let low = try ComparingGreaterOrEqual.apply(item, .integer(range.lower), watch)
    let high = try ComparingLessOrEqual.apply(item, .integer(range.upper), watch)
    return low.and(high)
  }

  private static func textHas(_ text: Value, _ part: Value, _ watch: Watch) throws(Fault) -> Truth {
    if let reasons = part.reasons { return Truth(unknown: reasons) }
    if case .entity(let entity) = part.settled { throw .textHoldsNoRecord(entity) }
    guard let whole = text.settled.textBytes, let part = part.settled.textBytes else { throw .cannotHold(text) }
    return part.isEmpty ? .yes : Truth(try TextSearch(part).first(in: whole, watch) != nil)
  }
}
