// Numbers that stand for values, one for each row. These loops go through millions of rows.
extension Array where Element: FixedWidthInteger & UnsignedInteger {
  /// The rows whose code is marked.
  ///
  /// - Parameters:
  ///   - marks: for each code whether its rows are wanted.
  ///   - count: how many rows are.
  @inlinable public func rows(where marks: [Bool], count: Int) -> [Int] {
    if count == 0 { return [] }
    let steps = marks.map { $0 ? 1 : 0 }
    // One place more than is needed: every row is written, and the next one over it where it is not wanted, so that no
    // branch has to be guessed.
    return [Int](unsafeUninitializedCapacity: count + 1) { rows, found in
      withUnsafeBufferPointer { codes in
        steps.withUnsafeBufferPointer { steps in
          for row in codes.indices {
            rows[found] = row
            found &+= steps[Int(truncatingIfNeeded: codes[row])]
          }
        }
      }
      precondition(found == count)
    }
  }

  /// The codes of some rows, in their order.
  @inlinable public func picking(_ rows: [Int]) -> [Element] {
    [Element](unsafeUninitializedCapacity: rows.count) { picked, count in
      withUnsafeBufferPointer { codes in
        rows.withUnsafeBufferPointer { rows in
          for place in rows.indices { picked[place] = codes[rows[place]] }
        }
      }
      count = rows.count
    }
  }

  /// How many rows have a code.
  @inlinable public func count(of code: Element) -> Int {
    withUnsafeBufferPointer { codes in
      var sum = 0
      var row = 0
      while row < codes.count {
        // Small sums for stretches of rows: many of them are added in one step of the machine.
        let end = Swift.min(row + 1 << 14, codes.count)
        var found: UInt16 = 0
        while row < end {
          found &+= codes[row] == code ? 1 : 0
          row &+= 1
        }
        sum += Int(found)
      }
      return sum
    }
  }

  /// For each code how many rows have it.
  ///
  /// - Parameter count: how many codes there are.
  @inlinable public func counts(of count: Int) -> [Int] {
    // Neighbours are counted in tables of their own: none has to wait until the other, often of the same code, is
    // written.
    let tables = count <= 1 << 12 ? 4 : 1
    var counts = [Int](repeating: 0, count: count * tables)
    withUnsafeBufferPointer { codes in
      counts.withUnsafeMutableBufferPointer { counts in
        var row = 0
        while tables == 4, row + 4 <= codes.count {
          counts[Int(truncatingIfNeeded: codes[row])] &+= 1
          counts[Int(truncatingIfNeeded: codes[row &+ 1]) &+ count] &+= 1
          counts[Int(truncatingIfNeeded: codes[row &+ 2]) &+ 2 &* count] &+= 1
          counts[Int(truncatingIfNeeded: codes[row &+ 3]) &+ 3 &* count] &+= 1
          row &+= 4
        }
        while row < codes.count {
          counts[Int(truncatingIfNeeded: codes[row])] &+= 1
          row &+= 1
        }
        for code in 0..<count * (tables - 1) { counts[code % count] += counts[code + count] }
      }
    }
    return [Int](counts.prefix(count))
  }

  /// The codes that rows have, each once with its first row, in the order of these.
  ///
  /// - Parameters:
  ///   - count: how many codes there are.
  ///   - most: how many of them occur at most.
  @inlinable public func occurring(of count: Int, most: Int? = nil) -> [(code: Int, row: Int)] {
    var isSeen = [Bool](repeating: false, count: count)
    var found: [(code: Int, row: Int)] = []
    for (row, code) in enumerated() where !isSeen[Int(truncatingIfNeeded: code)] {
      isSeen[Int(truncatingIfNeeded: code)] = true
      found.append((Int(truncatingIfNeeded: code), row))
      if found.count == most ?? count { break }
    }
    return found
  }

  /// Another number in the place of each.
  @inlinable public func mapped<Other>(_ others: [Other]) -> [Other] {
    withUnsafeBufferPointer { codes in
      others.withUnsafeBufferPointer { others in codes.map { others[Int(truncatingIfNeeded: $0)] } }
    }
  }
}
