/// How far two dates are apart in each row, as a span or as how many times as long as some days that is: each is known
/// between two ends, which are plain numbers. What is unknown stands beside them.
public struct Measures {
  /// What is told of the days.
  public enum Unit {
    case span
    /// How many times as long they are as so many days.
    case times(days: Int)
  }

  public private(set) var unit = Unit.span
  public private(set) var low: [Int32]
  public private(set) var high: [Int32]
  /// What stands in rows that have no ends. Of such a row the low end is `hasNone`, and the high one its place here.
  private var others: [Value] = []

  private static let hasNone = Int32.min

  init(count: Int) {
    low = Array(repeating: 0, count: count)
    high = low
  }

  public var count: Int { low.count }

  /// Whether all rows have ends.
  public var areAllKnown: Bool { others.isEmpty }

  /// The ends of a row; nil where it has none.
  public func ends(_ row: Int) -> (low: Int32, high: Int32)? {
    low[row] == Measures.hasNone ? nil : (low[row], high[row])
  }

  /// An end as a number.
  public func number(_ days: Int32) -> Quantity.Number {
    switch unit {
    case .span: .integer(Int(days))
    case .times(let unit): .real(Double(days) / Double(unit))
    }
  }

  /// What stands in a row.
  public subscript(row: Int) -> Value {
    guard let (low, high) = ends(row) else { return others[Int(high[row])] }
    switch unit {
    case .span: return .span(Span(low: Span.Length(days: Int(low)), high: Span.Length(days: Int(high))))
    case .times:
      return Quantity.value(point: nil, low: number(low), high: number(high), unit: nil, isAbout: false)
    }
  }

  /// The same told in another way; nil for what already are numbers, and where something that is known has no ends.
  public func told(in unit: Unit) -> Measures? {
    guard case .span = self.unit, others.allSatisfy({ $0.reasons != nil }) else { return nil }
    var told = self
    told.unit = unit
    return told
  }

  // MARK: Making

  /// Gives each row its ends, but for those that have none.
  mutating func fill(_ ends: (Int) -> (low: Int32, high: Int32)?) {
    low.withUnsafeMutableBufferPointer { low in
      high.withUnsafeMutableBufferPointer { high in
        for row in low.indices { (low[row], high[row]) = ends(row) ?? (Measures.hasNone, 0) }
      }
    }
  }

  /// Puts something without ends in a row, and gives its place.
  mutating func add(_ other: Value, in row: Int) -> Int {
    others.append(other)
    put(others.count - 1, in: row)
    return others.count - 1
  }

  mutating func put(_ place: Int, in row: Int) {
    (low[row], high[row]) = (Measures.hasNone, Int32(truncatingIfNeeded: place))
  }

  // MARK: Telling rows apart

  /// For each row a number that is the same for all rows of the same ends, and for each number the first of its rows.
  public func different() -> (codes: [UInt32], rows: [Int]) {
    var pairs = PairNumbers()
    var rows: [Int] = []
    let codes = low.indices.map { row in
      let number = pairs.number(of: low[row], high[row])
      if Int(number) == rows.count { rows.append(row) }
      return number
    }
    return (codes, rows)
  }
}

/// Numbers for pairs of numbers, from 0 on in the order in which they come.
private struct PairNumbers {
  private var pairs: [UInt64] = []
  /// Places among the pairs, each one more than it is; 0 is free. A power of two long, and at most half of it filled.
  private var places = [UInt32](repeating: 0, count: 1024)

  mutating func number(of first: Int32, _ second: Int32) -> UInt32 {
    let pair = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    var slot = slot(of: pair)
    while places[slot] != 0 {
      if pairs[Int(places[slot]) - 1] == pair { return places[slot] - 1 }
      slot = (slot + 1) & (places.count - 1)
    }
    pairs.append(pair)
    places[slot] = UInt32(pairs.count)
    if pairs.count * 2 > places.count { grow() }
    return UInt32(pairs.count - 1)
  }

  /// The upper bits of a product with an odd number depend on all bits of the pair.
  private func slot(of pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32) & (places.count - 1)
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for (number, pair) in pairs.enumerated() {
      var slot = slot(of: pair)
      while places[slot] != 0 { slot = (slot + 1) & (places.count - 1) }
      places[slot] = UInt32(number) + 1
    }
  }
}
