import Values

/// The keys of both tables, each once as it was written.
struct KeyCodes {
  private var written: WrittenValues
  private(set) var values: [Value] = []
  /// The codes of keys that may be the same as one that was written differently.
  private(set) var vague: Set<Int> = []
  /// The code of all keys that are the same as none; nil before there is one.
  private var unlike: Int?
  /// Whether the keys are all there with which others are to be the same: what is like none of them is then one key.
  private var areComplete = false
  private let watch: Watch

  init(_ watch: Watch) {
    written = WrittenValues(watch)
    self.watch = watch
  }

  /// Says that no key comes any more with which others are to be the same.
  mutating func complete() { areComplete = vague.isEmpty }

  mutating func code(_ value: Value) throws(Fault) -> Int {
    if areComplete, !value.mayBeWrittenOtherwise {
      if let known = try written.knownPlace(of: value) { return known }
      if let unlike { return unlike }
      unlike = values.count
    }
    let (code, isNew) = try written.place(of: value)
    if isNew {
      try watch.add(value, to: &values)
      if value.mayBeWrittenOtherwise { vague.insert(code) }
    }
    return code
  }
}

/// The key of each row of one table.
struct JoinKeys {
  let names: [String]
  private let step: String
  /// The fields that they are; nil for what was worked out.
  let fields: [String?]
  /// Nil where a part is unknown.
  private(set) var codes: [Int?]
  private let columns: [Column]
  /// For each part what kinds of values it has, and an example of each.
  private var kinds: [[String: Value]]
  /// For each part the kind of the value that came last.
  private var lastKinds: [String]

  init(
    _ keys: [NewColumn], of table: Table, step: String, _ all: inout KeyCodes, _ watch: Watch
  ) throws(Fault) {
    names = keys.map(\.name)
    self.step = step
    fields = keys.map(\.field)
    var columns: [Column] = []
    for key in keys { columns.append(try key.value.column(of: table, watch)) }
    self.columns = columns
    kinds = Array(repeating: [:], count: keys.count)
    lastKinds = Array(repeating: "", count: keys.count)
    codes = []
    if case .coded(let before, let distinct)? = columns.first, columns.count == 1 {
      var known = [Int??](repeating: nil, count: distinct.count)
      for old in before {
        if known[Int(old)] == nil {
          known[Int(old)] = .some(try code(distinct[Int(old)], &all, table, codes.count, watch))
        }
        try watch.add(known[Int(old)] ?? nil, to: &codes)
      }
      return
    }
    if columns.count == 1 {
      for row in table.indices { try watch.add(try code(columns[0][row], &all, table, row, watch), to: &codes) }
      return
    }
    for row in table.indices {
      let parts = columns.map { $0[row].settled }
      var isKnown = true
      for (index, part) in parts.enumerated() where isKnown { isKnown = try note(part, index, table, row, watch) }
      try watch.add(isKnown ? try all.code(.list(parts)) : nil, to: &codes)
    }
  }

  private mutating func code(
    _ value: Value, _ all: inout KeyCodes, _ table: Table, _ row: Int, _ watch: Watch
  ) throws(Fault) -> Int? {
    let value = value.settled
    return try note(value, 0, table, row, watch) ? try all.code(value) : nil
  }

  /// Notes of what kind a part of a key is; false where it is unknown.
  private mutating func note(
    _ part: Value, _ index: Int, _ table: Table, _ row: Int, _ watch: Watch
  ) throws(Fault) -> Bool {
    if part.reasons != nil { return false }
    if try part.holdsSealed(watch) { throw Fault.sealedOrder(step).inRow(table.row(row)) }
    let kind = part.kindName
    if kind != lastKinds[index] {
      lastKinds[index] = kind
      if kinds[index][kind] == nil { kinds[index][kind] = part }
    }
    return true
  }

  /// A number never equals a text: keys of which no kind stands on both sides would match nothing without a word.
  func checkKinds(against other: JoinKeys) throws(Fault) {
    for (index, mine) in kinds.enumerated() {
      let others = other.kinds[index]
      guard let one = mine.min(by: { $0.key < $1.key }), let two = others.min(by: { $0.key < $1.key }) else { continue }
      let canMatch = mine.contains { kind, value in
        others.contains { $0.key == kind || value.isRecordOfSomeKind && $0.value.isRecordOfSomeKind }
      }
      if !canMatch {
        throw .joinOfTwoKinds(names[index], one.value, other.names[index], two.value, argument: 2)
      }
    }
  }

  /// Why it is open whether a row has a partner.
  func doubt(_ row: Int) -> Doubt {
    let (names, columns) = (names, columns)
    return Doubt {
      zip(names, columns).map { "\($0) (imprecise: \($1[row].settled.printed))" }
    }
  }
}

extension Value {
  fileprivate var isRecordOfSomeKind: Bool {
    if case .entity = self { return true }
    return false
  }

  /// Whether it may be the same as a value that was written differently.
  fileprivate var mayBeWrittenOtherwise: Bool {
    switch self {
    case .integer, .real, .truth, .short, .none, .text, .range, .function, .table, .sealed: false
    case .date(let date): date.exactDay == nil || date.isDoubtful || date.text != Date(day: date.earliestStart).text
    case .span(let span): span.low != span.high
    case .quantity(let quantity): quantity.exact == nil
    case .entity(let entity):
      entity.lights.identities.open.contains { $0.one === entity.standIn || $0.other === entity.standIn }
    case .list(let items): items.contains { $0.settled.mayBeWrittenOtherwise || $0.reasons != nil }
    case .unknown, .record, .map, .disputed, .series: true
    }
  }
}
