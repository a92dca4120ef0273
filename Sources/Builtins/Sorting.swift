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
    .list(try Order(try call.items(0), try call.function(1, parameters: 2), call).sorted())
  }
]

/// A merge sort: stable, and whatever the comparison throws or answers, no item is lost or doubled.
///
/// What is moved about is the bits of the items, which the list itself keeps alive; no reference is counted on the way.
private struct Order {
  private typealias Place = UnsafeMutablePointer<Value>

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

  func sorted() throws(Fault) -> [Value] {
    let count = items.count
    var order = Place.allocate(capacity: count)
    var merged = Place.allocate(capacity: count)
    defer {
      // Only bits stand in them.
      order.deallocate()
      merged.deallocate()
    }
    items.withUnsafeBufferPointer { if let start = $0.baseAddress { Order.move(start, to: order, count) } }
    var start = 0
    while start < count {
      try insert(order, start, min(start + Order.runLength, count))
      start += Order.runLength
    }
    var length = Order.runLength
    while length < count {
      var start = 0
      while start < count {
        let middle = min(start + length, count)
        let end = min(middle + length, count)
        try merge(order, into: merged, start, middle, end)
        start = end
      }
      swap(&order, &merged)
      length *= 2
    }
    return Array(UnsafeBufferPointer(start: order, count: count))
  }

  /// Copies bits, without counting references.
  @inline(__always) private static func move(_ source: UnsafePointer<Value>, to target: Place, _ count: Int) {
    UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: count * MemoryLayout<Value>.stride)
  }

  private func insert(_ order: Place, _ start: Int, _ end: Int) throws(Fault) {
    var next = start + 1
    while next < end {
      var place = next
      // The item goes down by one place as long as it comes before its neighbour.
      while place > start, try isBefore(order + place, order + (place - 1)) {
        let (item, neighbour) = (Bits(order + place), Bits(order + (place - 1)))
        item.store(to: order + (place - 1))
        neighbour.store(to: order + place)
        place -= 1
      }
      next += 1
    }
  }

  private func merge(_ order: Place, into merged: Place, _ start: Int, _ middle: Int, _ end: Int) throws(Fault) {
    var left = start
    var right = middle
    // Two runs already in order are taken as they are.
    if middle < end, try isBefore(order + middle, order + (middle - 1)) {
      var place = start
      while left < middle, right < end {
        if try isBefore(order + right, order + left) {
          Bits(order + right).store(to: merged + place)
          right += 1
        } else {
          Bits(order + left).store(to: merged + place)
          left += 1
        }
        place += 1
      }
      Order.move(order + left, to: merged + place, middle - left)
      Order.move(order + right, to: merged + (place + middle - left), end - right)
    } else {
      Order.move(order + start, to: merged + start, end - start)
    }
  }

  @inline(__always) private func isBefore(_ first: Place, _ second: Place) throws(Fault) -> Bool {
    try call.tick()
    let answer = try comesBefore.test(first.pointee.quick, second.pointee.quick)
    if answer.isUnknown { throw .undecidedOrder(first.pointee, second.pointee) }
    return answer.isYes
  }
}

/// The nine bytes of a value that mean something: what it holds, and which case it is.
private struct Bits {
  private let payload: UInt64
  private let kind: UInt8

  @inline(__always) init(_ place: UnsafeMutablePointer<Value>) {
    let raw = UnsafeRawPointer(place)
    payload = raw.load(as: UInt64.self)
    kind = raw.load(fromByteOffset: 8, as: UInt8.self)
  }

  @inline(__always) func store(to place: UnsafeMutablePointer<Value>) {
    let raw = UnsafeMutableRawPointer(place)
    raw.storeBytes(of: payload, as: UInt64.self)
    raw.storeBytes(of: kind, toByteOffset: 8, as: UInt8.self)
  }
}
