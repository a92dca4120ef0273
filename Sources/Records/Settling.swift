import Values

// Settling: what the claims about a record come to, field by field.
//
// Claims have no order: nothing wins by being later. Claims that agree support each other, and the narrowest is the
// value; where claims disagree, every candidate is kept. Fields that are lists unite.

/// Settles records one after the other; keeps its scratch space between them.
struct Settling {
  let corpus: Corpus
  /// The light in which to look at the claims; nil where all of them count.
  let light: Light?
  /// The first claim about each field, or -1.
  private var first: [Int32] = []
  /// All claims about a field that has more than one.
  private var several: [Int: [Int32]] = [:]
  private var used: [Int] = []
  /// What the other candidate is where a value is denied: of an act, that there was none.
  var ifDenied = Value.unknown(.disputed)

  /// Settles as things were recorded, or in a light.
  init(_ corpus: Corpus, _ light: Light? = nil) {
    self.corpus = corpus
    self.light = light ?? (corpus.hasReplacedSources ? corpus.light : nil)
  }

  /// What a claim says, as settling needs it.
  struct Said {
    let value: Value
    let from: Date?
    let bearing: Bearing
    let attribution: Int32
    /// What it is worth in the light at hand; nil where every claim counts.
    var verdict: Verdict?

    var isAside: Bool { verdict?.isAside ?? false }
    var isWithdrawn: Bool { verdict?.isWithdrawn ?? false }

    /// One claim for the sources that count in the light at hand, and one for those that may; itself for most.
    var parts: [Said] {
      guard let verdict, verdict.split != nil else { return [self] }
      return verdict.parts.map { part in
        Said(value: value, from: from, bearing: bearing, attribution: attribution, verdict: part)
      }
    }
  }

  /// Works out the fields of a record from the claims about it alone.
  mutating func settle(_ entity: Entity) {
    let layout = corpus.layout(of: entity.kind)
    var fields = layout.empty
    if first.count < fields.count {
      first = [Int32](repeating: -1, count: fields.count)
      used.reserveCapacity(fields.count)
    }
    if corpus.identities.isEmpty {
      collect(entity, nil)
    } else {
      for member in corpus.speaking(of: entity) {
        collect(member, member === entity ? nil : corpus.positions(of: member.kind, in: entity.kind))
      }
    }
    for slot in used {
      let numbers = several.isEmpty ? nil : several[slot]
      let empty = fields[slot]
      ifDenied = slot == layout.act ? .none : .unknown(.disputed)
      if let light {
        if numbers == nil, let value = alone(first[slot], slot, of: entity, layout, empty, light) {
          fields[slot] = value
          first[slot] = -1
          continue
        }
        fields[slot] = inLight(numbers ?? [first[slot]], slot, of: entity, layout, empty)
      } else if layout.isList[slot] {
        fields[slot] = list((numbers ?? [first[slot]]).map(said), of: entity, empty)
      } else if layout.isOverTime[slot] {
        fields[slot] = series((numbers ?? [first[slot]]).map(said), empty)
      } else if let numbers {
        fields[slot] = single(numbers.map(said), empty)
      } else {
        fields[slot] = single(said(first[slot]), empty)
      }
      first[slot] = -1
    }
    used.removeAll(keepingCapacity: true)
    if !several.isEmpty { several.removeAll() }
    if light != nil { suppose(entity, &fields) }
    entity.fields = fields
  }

  /// Works out one field of a record from the claims about it, in the light; the record is the only one of whom it is.
  mutating func settle(_ entity: Entity, field slot: Int) -> Value {
    let layout = corpus.layout(of: entity.kind)
    let empty = layout.empty[slot]
    var numbers: [Int32] = []
    corpus.forEachNumber(of: entity) { number in
      if corpus.field(ofClaim: number) == slot { numbers.append(number) }
      return true
    }
    guard let first = numbers.first else { return empty }
    ifDenied = slot == layout.act ? .none : .unknown(.disputed)
    if let light, numbers.count == 1, let value = alone(first, slot, of: entity, layout, empty, light) { return value }
    return inLight(numbers, slot, of: entity, layout, empty)
  }

  /// Sorts the claims about a record by field: its own, or where each of its fields stands in the record at hand.
  private mutating func collect(_ entity: Entity, _ slots: [Int?]?) {
    corpus.forEachNumber(of: entity) { number in
      let own = corpus.field(ofClaim: number)
      guard let slot = slots == nil ? own : slots?[own] else { return true }
      if first[slot] < 0 {
        first[slot] = number
        used.append(slot)
      } else {
        several[slot, default: [first[slot]]].append(number)
      }
      return true
    }
  }

  /// Whether a record stands inside another, or inside one that is the same.
  static func stands(_ inner: Entity, inside entity: Entity) -> Bool {
    guard let owner = inner.owner else { return false }
    return owner === entity || owner.standIn === entity.standIn
  }

  func said(_ number: Int32) -> Said {
    let claim = corpus.stored(number)
    return Said(
      value: claim.value, from: claim.from, bearing: corpus.attributions[Int(claim.attribution)].bearing,
      attribution: claim.attribution)
  }

  // MARK: One value

  func single(_ said: Said, _ empty: Value) -> Value {
    switch said.bearing {
    case .supports: said.value
    case .denies: said.value.reasons == nil ? Settling.disputed([said.value, ifDenied]) : empty
    case .setAside: empty
    }
  }

  func single(_ all: [Said], _ empty: Value) -> Value {
    if let standard = light?.standard { return single(all, empty, reaching: standard) }
    var candidates: [Value] = []
    var reasons: Reasons?
    for said in all where said.bearing == .supports {
      if case .unknown(let more) = said.value {
        reasons = reasons?.joined(more) ?? more
      } else {
        Settling.add(said.value, to: &candidates)
      }
    }
    var isDenied = false
    for said in all where said.bearing == .denies && !isGivenUp(said, all) {
      if case .unknown = said.value { continue }
      // Who denies a thing denies every narrower form of it, and leaves the wider one standing.
      if candidates.isEmpty {
        candidates.append(said.value)
        isDenied = true
      } else if candidates.contains(where: { Agreement.isWithin($0, said.value) }) {
        isDenied = true
      }
    }
    if candidates.isEmpty { return reasons.map { .unknown($0) } ?? empty }
    if isDenied {
      candidates.append(ifDenied)
    } else if reasons?.contains(.notEstablished) ?? false {
      candidates.append(.unknown(.notEstablished))
    }
    return candidates.count == 1 ? candidates[0] : Settling.disputed(candidates)
  }

  /// Keeps the narrowest of values that agree, in the order in which they came.
  static func add(_ value: Value, to candidates: inout [Value]) {
    if candidates.contains(where: { Agreement.isWithin($0, value) }) { return }
    var isPlaced = false
    var kept: [Value] = []
    for candidate in candidates {
      if Agreement.isWithin(value, candidate) {
        if !isPlaced { kept.append(value) }
        isPlaced = true
      } else {
        kept.append(candidate)
      }
    }
    if !isPlaced { kept.append(value) }
    candidates = kept
  }

  static func disputed(_ candidates: [Value]) -> Value { .disputed(Disputed(candidates)) }

  /// Values of which one holds, and nobody can tell which; unknown where none of them is known.
  static func open(_ values: [Value]) -> Value {
    if values.contains(where: { $0.reasons == nil || !$0.isUnknown }) { return disputed(values) }
    return .unknown(
      values.dropFirst().reduce(values[0].reasons ?? Reasons(.notRecorded)) { reasons, value in
        value.reasons.map(reasons.joined) ?? reasons
      })
  }

  // MARK: Lists

  func list(_ all: [Said], of entity: Entity, _ empty: Value) -> Value {
    var items: [Value] = []
    var reasons: Reasons?
    var isNone = false
    var isList = false
    // A record that stands inside this one is there, whatever is said of what happened.
    func isInside(_ value: Value) -> Bool {
      if case .entity(let inner) = value { return Settling.stands(inner, inside: entity) }
      return false
    }
    for said in all where said.bearing == .supports || isInside(said.value) {
      switch said.value {
      case .unknown(let more): reasons = reasons?.joined(more) ?? more
      case .none: isNone = true
      case .list(let more):
        isList = true
        for item in more { Settling.unite(item, &items) }
      case .entity(let item) where item.owner === entity && item.identical == nil:
        // Each claim that it stands there comes right after the one before.
        isList = true
        if case .entity(let last) = items.last, last === item { continue }
        items.append(said.value)
      case .integer, .real, .truth, .short, .text, .record, .map, .date, .span, .quantity, .range, .entity, .disputed,
        .series, .table, .sealed, .function:
        isList = true
        Settling.unite(said.value, &items)
      }
    }
    if isNone { return isList ? Settling.disputed([.none, .list(items)]) : .none }
    if !isList, let reasons { return .unknown(reasons) }
    return .list(contested(items, all, of: entity, reasons))
  }

  static func unite(_ item: Value, _ items: inout [Value]) {
    if !items.contains(where: { Agreement.isSame($0, item) }) { items.append(item) }
  }
}

extension Value {
  fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
