// Going through many values, and looking on the way.
extension Watch {
  /// What a closure makes of each of several things.
  @inlinable public func map<Source: Collection, Result>(
    _ source: Source, _ make: (Source.Element) throws(Fault) -> Result
  ) throws(Fault) -> [Result] {
    let count = source.count
    try take(count &* MemoryLayout<Result>.stride)
    var results: [Result] = []
    results.reserveCapacity(count)
    for item in source {
      try tick()
      results.append(try make(item))
    }
    return results
  }

  /// Those of several things that a test accepts.
  @inlinable public func filter<Source: Sequence>(
    _ source: Source, _ test: (Source.Element) throws(Fault) -> Bool
  ) throws(Fault) -> [Source.Element] {
    var results: [Source.Element] = []
    for item in source {
      try tick()
      if try test(item) { try add(item, to: &results) }
    }
    return results
  }

  /// Whether all of several things pass a test.
  @inlinable public func allSatisfy<Source: Sequence>(
    _ source: Source, _ test: (Source.Element) throws(Fault) -> Bool
  ) throws(Fault) -> Bool {
    for item in source {
      try tick()
      if try !test(item) { return false }
    }
    return true
  }

  /// Several things in the order of a test, which tells whether one comes before another; equal ones stay as they stood.
  @inlinable public func sorted<Item>(
    _ items: [Item], by comesBefore: (Item, Item) throws(Fault) -> Bool
  ) throws(Fault) -> [Item] {
    try take(2 * items.count &* MemoryLayout<Item>.stride)
    var order = items
    var spare = items
    // A merge sort; two runs that are in order already are taken as they are.
    var length = 1
    while length < order.count {
      var start = 0
      while start < order.count {
        let middle = min(start + length, order.count)
        let end = min(middle + length, order.count)
        var left = start
        var right = middle
        let isInOrder = middle == end ? true : try !comesBefore(order[middle], order[middle - 1])
        for place in start..<end {
          try tick()
          let takesRight: Bool
          if left == middle {
            takesRight = true
          } else if isInOrder || right == end {
            takesRight = false
          } else {
            takesRight = try comesBefore(order[right], order[left])
          }
          spare[place] = order[takesRight ? right : left]
          if takesRight { right += 1 } else { left += 1 }
        }
        start = end
      }
      swap(&order, &spare)
      length *= 2
    }
    return order
  }

  /// Adds one to a list of them, which is a step. A list without room is moved to where there is twice as much.
  @inlinable @inline(__always) public func add<Item>(_ item: Item, to items: inout [Item]) throws(Fault) {
    try tick()
    if items.count == items.capacity { try take(2 * items.count &* MemoryLayout<Item>.stride) }
    items.append(item)
  }

  /// Adds several.
  @inlinable public func add<Items: RandomAccessCollection>(
    _ more: Items, to items: inout [Items.Element]
  ) throws(Fault) {
    let count = items.count + more.count
    if count > items.capacity {
      let room = max(2 * items.count, count)
      try take(room &* MemoryLayout<Items.Element>.stride)
      items.reserveCapacity(room)
    }
    var rest = more[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Watch.stepsBetweenLooks)
      try tick(piece.count)
      items.append(contentsOf: piece)
      rest = rest.dropFirst(Watch.stepsBetweenLooks)
    }
  }
}
