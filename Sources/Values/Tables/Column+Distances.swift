extension Column {
  /// For each row a number that is the same for all rows in which a date of this column is as far from that of another,
  /// and for each number the first of its rows. Nil where something else stands in them, or nearly every row has another.
  ///
  /// How far one date is from another depends on nothing but the days on which they could begin. Rows in which one of
  /// them is unknown are told apart by why it is.
  public func distances(from other: Column) -> (codes: [UInt32], rows: [Int])? {
    guard case .coded(let codes, let values) = self, case .coded(let otherCodes, let otherValues) = other,
      let starts = Starts.of(values), let otherStarts = Starts.of(otherValues)
    else { return nil }
    var pairs = PairNumbers()
    var rows: [Int] = []
    let numbers = codes.indices.map { row in
      let (code, otherCode) = (Int(codes[row]), Int(otherCodes[row]))
      let (one, two) = (starts[code], otherStarts[otherCode])
      let number =
        one.isKnown && two.isKnown
        ? pairs.number(of: one.first &- two.last, one.last &- two.first)
        : pairs.number(of: Int32.min + Int32(one.isKnown ? 0 : code + 1), Int32(two.isKnown ? 0 : otherCode + 1))
      if Int(number) == rows.count { rows.append(row) }
      return number
    }
    return (numbers, rows)
  }
}

/// The days on which a date could begin, from the first to the last.
private struct Starts {
  var first: Int32 = 0
  var last: Int32 = 0
  /// False for what is unknown, or has no bound.
  var isKnown = false

  /// Those of some dates; nil where one of the values is known, and no date.
  static func of(_ values: [Value]) -> [Starts]? {
    var all: [Starts] = []
    for value in values {
      switch value {
      case .unknown: all.append(Starts())
      case .date(let date):
        let isBounded = Date.dayNumber(date.earliestStart) != nil && Date.dayNumber(date.latestStart) != nil
        all.append(Starts(first: date.earliestStart, last: date.latestStart, isKnown: isBounded))
      case .integer, .real, .truth, .short, .none, .text, .list, .record, .map, .span, .quantity, .range, .entity,
        .disputed, .series, .table, .sealed, .function:
        return nil
      }
    }
    return all
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
