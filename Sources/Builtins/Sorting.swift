import Evaluation
import Values

/// Sorting by a function that compares; sorting by a key is a step of tables.
let sortingBuiltins: [Builtin] = [
  Builtin(
    """
    ## A list in the order that a function gives, which tells whether one item comes before another.
    ##
    ##     sort_with([3, 1, 2], (a, b) -> a > b)   --> [3, 2, 1]
    fn sort_with(items: list, comes_before: function): list
    """
  ) { call throws(Fault) in
    let items = try call.items(0)
    let order = try Order(items, try call.function(1, parameters: 2), call).sorted()
    return .list(order.map { items[Int($0)].quick })
  }
]

/// A merge sort of positions: stable, and whatever the comparison throws or answers, no item is lost or doubled.
private struct Order {
  let items: [Value]
  let comesBefore: Callable
  let call: Call

  /// Runs of so many items are put in order by insertion before any merging.
  private static let runLength = 6

  init(_ items: [Value], _ comesBefore: Callable, _ call: Call) {
    self.items = items
    self.comesBefore = comesBefore
    self.call = call
  }

  func sorted() throws(Fault) -> [Int32] {
    var order = (0..<Int32(truncatingIfNeeded: items.count)).map { $0 }
    var start = 0
    while start < order.count {
      let end = min(start + Order.runLength, order.count)
      try insert(&order, start, end)
      start = end
    }
    var merged = order
    var length = Order.runLength
    while length < order.count {
      var start = 0
      while start < order.count {
        let middle = min(start + length, order.count)
        let end = min(middle + length, order.count)
        try merge(order, into: &merged, start, middle, end)
        start = end
      }
      swap(&order, &merged)
      length *= 2
    }
    return order
  }

  private func insert(_ order: inout [Int32], _ start: Int, _ end: Int) throws(Fault) {
    var next = start + 1
    while next < end {
      let item = order[next]
      var place = next
      while place > start, try isBefore(item, order[place - 1]) {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = item
      next += 1
    }
  }

  private func merge(_ order: [Int32], into merged: inout [Int32], _ start: Int, _ middle: Int, _ end: Int)
    throws(Fault)
  {
    var left = start
    var right = middle
    // Two runs already in order are taken as they are.
    if middle < end, try isBefore(order[middle], order[middle - 1]) {
      for place in start..<end {
        let takesRight: Bool
        if left == middle {
          takesRight = true
        } else if right == end {
          takesRight = false
        } else {
          takesRight = try isBefore(order[right], order[left])
        }
        merged[place] = order[takesRight ? right : left]
        if takesRight { right += 1 } else { left += 1 }
      }
    } else {
      for place in start..<end { merged[place] = order[place] }
    }
  }

  @inline(__always) private func isBefore(_ first: Int32, _ second: Int32) throws(Fault) -> Bool {
    try call.tick()
    let answer = try comesBefore.test(items[Int(first)].quick, items[Int(second)].quick)
    if answer.isUnknown { throw .undecidedOrder(items[Int(first)], items[Int(second)]) }
    return answer.isYes
  }
}
