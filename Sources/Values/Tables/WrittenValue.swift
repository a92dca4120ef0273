/// Values, each once as it was written, for groups and `distinct`: two dates are one when they were typed alike, and all
/// unknown values are one.
public struct WrittenValues {
  private var values: [Value] = []
  private var places: HashedPlaces
  private let watch: Watch

  public init(_ watch: Watch) {
    self.watch = watch
    places = HashedPlaces(watch)
  }

  /// The place of a value among those that came before, which it joins if it is new.
  public mutating func place(of value: Value) throws(Fault) -> (place: Int, isNew: Bool) {
    try watch.tick()
    let value = value.settled
    let hash = UInt32(truncatingIfNeeded: value.hashAsWritten)
    if let place = try place(of: value, hash) { return (place, false) }
    try places.add(hash)
    try watch.add(value, to: &values)
    return (values.count - 1, true)
  }

  /// The place of a value among those that came before; nil for a new one.
  public func knownPlace(of value: Value) throws(Fault) -> Int? {
    try watch.tick()
    let value = value.settled
    return try place(of: value, UInt32(truncatingIfNeeded: value.hashAsWritten))
  }

  private func place(of value: Value, _ hash: UInt32) throws(Fault) -> Int? {
    try places.place(of: hash) { place throws(Fault) in try isSame(values[place], value) }
  }

  private func isSame(_ one: Value, _ other: Value) throws(Fault) -> Bool {
    if one.reasons != nil || other.reasons != nil { return one.reasons != nil && other.reasons != nil }
    return try one.isSameAsWritten(other, watch)
  }
}

extension Value {
  /// Whether two values were written the same. Of what has more than a million parts nobody is told so.
  public func isSameAsWritten(_ other: Value) -> Bool {
    do throws(Fault) { return try isSameAsWritten(other, Watch(steps: 1_000_000)) } catch { return false }
  }

  /// The same, however many parts there are, as long as nobody wants it to stop.
  public func isSameAsWritten(_ other: Value, _ watch: Watch) throws(Fault) -> Bool {
    switch (settled, other.settled) {
    case (.integer(let a), .integer(let b)): return a == b
    case (.real(let a), .real(let b)): return a == b
    case (.integer(let a), .real(let b)), (.real(let b), .integer(let a)): return Int(exactly: b) == a
    case (.truth(let a), .truth(let b)): return a == b
    case (.short(let a), .short(let b)): return a == b
    case (.text(let a), .text(let b)): return a.isEqual(b)
    case (.none, .none): return true
    case (.unknown, .unknown): return true
    case (.date(let a), .date(let b)): return a.isSameAsWritten(b)
    case (.span(let a), .span(let b)): return a.isSameAsWritten(b)
    case (.quantity(let a), .quantity(let b)): return a.isSameAsWritten(b)
    case (.entity(let a), .entity(let b)): return a.standIn === b.standIn
    case (.range(let a), .range(let b)): return a.lower == b.lower && a.upper == b.upper
    case (.list(let a), .list(let b)): return try Value.areSameAsWritten(a, b, watch)
    case (.disputed(let a), .disputed(let b)): return try Value.areSameAsWritten(a.candidates, b.candidates, watch)
    case (.record, .record), (.map, .map), (.record, .map), (.map, .record):
      if settled.rowOf?.standIn !== other.settled.rowOf?.standIn { return false }
      let (a, b) = (settled.parts, other.settled.parts)
      if a.map(\.key) != b.map(\.key) { return false }
      return try Value.areSameAsWritten(a.map(\.value), b.map(\.value), watch)
    case (.table(let a), .table(let b)): return a === b
    case (.sealed(let a), .sealed(let b)): return a.isSameAsWritten(b)
    case (.function(let a), .function(let b)): return a === b
    default: return false
    }
  }

  private static func areSameAsWritten(_ one: [Value], _ other: [Value], _ watch: Watch) throws(Fault) -> Bool {
    if one.count != other.count { return false }
    for (a, b) in zip(one, other) {
      try watch.tick()
      if try !a.isSameAsWritten(b, watch) { return false }
    }
    return true
  }

  /// The same number for all that is written the same.
  fileprivate var hashAsWritten: Int {
    var hasher = Hasher()
    var most = Value.mostHashed
    hash(into: &hasher, &most)
    return hasher.finalize() & .max
  }

  /// So many parts tell values apart well enough.
  private static let mostHashed = 1000

  private func hash(into hasher: inout Hasher, _ most: inout Int) {
    most -= 1
    if most < 0 { return }
    let value = settled
    if value.reasons != nil { return hasher.combine(1) }
    switch value {
    case .integer(let number): hasher.combine(number)
    case .real(let number):
      if let whole = Int(exactly: number) { hasher.combine(whole) } else { hasher.combine(number) }
    case .truth(let truth): hasher.combine(truth)
    case .short(let text): hasher.combine(text)
    case .text(let text): text.hash(into: &hasher)
    case .none: hasher.combine(2)
    case .list(let items):
      hasher.combine(items.count)
      for item in items where most > 0 { item.hash(into: &hasher, &most) }
    case .record, .map:
      // What a record is worked out from and what it was written as have the same parts.
      hasher.combine(value.partCount)
      for (_, part) in value.parts where most > 0 { part.hash(into: &hasher, &most) }
    case .date(let date): hasher.combine(date.text)
    case .entity(let entity): hasher.combine(ObjectIdentifier(entity.standIn))
    case .range(let range):
      hasher.combine(range.lower)
      hasher.combine(range.upper)
    case .sealed(let sealed): sealed.held.hash(into: &hasher, &most)
    case .span(let span):
      hasher.combine(span.low)
      hasher.combine(span.high)
    case .quantity(let quantity): hasher.combine(quantity.point?.double ?? quantity.low.double)
    case .table(let table): hasher.combine(ObjectIdentifier(table))
    case .function(let function): hasher.combine(ObjectIdentifier(function))
    case .unknown, .disputed, .series: hasher.combine(1)
    }
  }
}
