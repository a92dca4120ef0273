import Values

extension RowRecords {
  /// In which records the rows stand.
  public struct Owners {
    /// The field of the owners that holds them.
    let field: Int
    /// For each row the number of the record around it.
    let numbers: [Int32]
    /// The rows by owner; nil where they come in that order.
    let order: [UInt32]?
    /// The numbers between which those of all owners lie.
    let numbered: ClosedRange<Int32>

    /// - Parameter owners: for each row the record around it, by number.
    public init(field: Int, _ owners: [Int32], _ watch: Watch) throws(Fault) {
      self.field = field
      self.numbers = owners
      numbered = (owners.min() ?? -1)...(owners.max() ?? -1)
      try watch.tick(owners.count)
      var isSorted = true
      for row in owners.indices.dropFirst() where owners[row] < owners[row - 1] {
        isSorted = false
        break
      }
      order =
        isSorted
        ? nil
        : owners.indices.map { UInt32($0) }.sorted { one, other in
          (owners[Int(one)], one) < (owners[Int(other)], other)
        }
    }

    /// Whether a row could stand in a record, by its number.
    func mayHold(_ owner: Int32) -> Bool { numbered.contains(owner) }

    /// The rows that stand in a record.
    func rows(of owner: Int32) -> some Sequence<Int> {
      let start = place { $0 < owner }
      let end = place { $0 <= owner }
      return (start..<end).lazy.map { row($0) }
    }

    private func row(_ place: Int) -> Int { order.map { Int($0[place]) } ?? place }

    /// The first place whose owner does not come before.
    private func place(_ isBefore: (Int32) -> Bool) -> Int {
      var (low, high) = (0, numbers.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(numbers[row(middle)]) { low = middle + 1 } else { high = middle }
      }
      return low
    }

    /// Whether any of them is a record that was written down.
    var nameWritten: Bool { numbers.contains { $0 < Entity.firstOfRows } }

    // MARK: Over columns

    /// Whether a row could stand in a record of others.
    func mayStand(in outer: RowRecords) -> Bool {
      Int(numbered.lowerBound) < outer.first + outer.count && Int(numbered.upperBound) >= outer.first
    }

    /// Those in whose records all rows stand.
    func all(in candidates: some Sequence<RowRecords>) -> RowRecords? {
      candidates.first { $0.holds(Int(numbered.lowerBound)) && $0.holds(Int(numbered.upperBound)) }
    }

    /// For each row the row of the record around it.
    func positions(in outer: RowRecords) -> Positions {
      let first = outer.first
      let one = { [numbers] row in Int(numbers[row]) - first }
      return Positions(count: numbers.count, one: one) { [numbers] in
        [Int](unsafeUninitializedCapacity: numbers.count) { rows, count in
          numbers.withUnsafeBufferPointer { numbers in
            for row in numbers.indices { rows[row] = Int(numbers[row]) &- first }
          }
          count = numbers.count
        }
      }
    }

    /// The rows by owner; nil where they come in that order.
    var places: Positions? { order.map { order in Positions(count: order.count) { order.map { Int($0) } } } }

    /// For each of the records around them where its rows end, by owner.
    ///
    /// - Parameter chosen: some of the rows; nil for all of them.
    func ends(in outer: RowRecords, of chosen: Positions? = nil) -> [Int] {
      var ends = [Int](repeating: 0, count: outer.count)
      if let chosen {
        for row in chosen.rows { ends[Int(numbers[row]) - outer.first] += 1 }
      } else {
        let first = outer.first
        ends.withUnsafeMutableBufferPointer { ends in
          numbers.withUnsafeBufferPointer { numbers in for number in numbers { ends[Int(number) &- first] &+= 1 } }
        }
      }
      for row in ends.indices.dropFirst() { ends[row] += ends[row - 1] }
      return ends
    }
  }
}
