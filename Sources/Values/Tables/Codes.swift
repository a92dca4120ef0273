// Numbers that stand for values, one for each row. These loops go through millions of rows.
extension Array where Element: FixedWidthInteger & UnsignedInteger {
  /// The rows whose code is marked.
  ///
  /// - Parameter marks: for each code whether its rows are wanted.
  @inlinable public func rows(where marks: [Bool]) -> [Int] {
    let steps = marks.map { $0 ? 1 : 0 }
    // One place more than rows: every row is written, and the next one over it where it is not wanted, so that no
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
    }
  }

  /// For each code how many rows have it.
  ///
  /// - Parameter count: how many codes there are.
  @inlinable public func counts(of count: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    withUnsafeBufferPointer { codes in
      counts.withUnsafeMutableBufferPointer { counts in
        for code in codes { counts[Int(truncatingIfNeeded: code)] &+= 1 }
      }
    }
    return counts
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
