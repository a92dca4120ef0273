import Values

extension Measures {
  /// The one below which a share of them lies, worked out between the two nearest; of each end by itself.
  func percentile(_ share: Double, _ watch: Watch) throws(Fault) -> Value {
    try watch.tick(2 * count)
    let place = Double(count - 1) * share
    let below = min(Int(place), count - 1)
    func end(_ ends: [Int32]) -> Quantity.Number {
      let (one, next) = ends.inOrder(below, min(below + 1, count - 1))
      return Ranked.between(number(one), number(next), place - Double(below))
    }
    let value = Quantity.value(
      point: nil, low: end(low), high: end(high), unit: nil, isAbout: false, known: count)
    switch unit {
    case .span: return value.asDays
    case .times: return value
    }
  }
}

extension [Int32] {
  /// Those at two places when all stand in their order.
  fileprivate func inOrder(_ first: Int, _ second: Int) -> (Int32, Int32) {
    guard let least = self.min(), let greatest = self.max(), Int(greatest) - Int(least) <= Swift.max(4 * count, 1 << 12)
    else {
      let sorted = sorted()
      return (sorted[first], sorted[second])
    }
    // Of each number how often it is there, which tells where it stands.
    var counts = [Int](repeating: 0, count: Int(greatest - least) + 1)
    counts.withUnsafeMutableBufferPointer { counts in
      for number in self { counts[Int(number &- least)] &+= 1 }
    }
    var before = 0
    var found: Int32?
    for (place, count) in counts.enumerated() where count > 0 {
      before += count
      let number = least + Int32(truncatingIfNeeded: place)
      if before > second { return (found ?? number, number) }
      if before > first, found == nil { found = number }
    }
    return (greatest, greatest)
  }
}
