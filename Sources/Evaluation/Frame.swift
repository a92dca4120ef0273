import Values

// The one file that handles the stack by pointers. Invariants: everything below `top` is initialised, everything above
// is not; a window belongs to the call that opened it, and is closed by it on every way out.

/// What all frames of one machine share.
struct State {
  var top: UnsafeMutablePointer<Value>
  let base: UnsafeMutablePointer<Value>
  let limit: UnsafeMutablePointer<Value>
  let globals: UnsafeMutablePointer<Value>
  var nativeLimit: UInt
  /// The machine that owns this state.
  let machine: Unmanaged<Machine>
  var steps = 0
  /// How many values that hold others have been made.
  var nestings = 0
  /// What `return` gives, on its way to the call.
  var result: Value = .none
}

/// The variables of one call: a window of the stack.
struct Frame {
  let slots: UnsafeMutablePointer<Value>
  let state: UnsafeMutablePointer<State>

  @inline(__always) subscript(slot: Int) -> Value { slots[slot].quick }

  @inline(__always) func put(_ slot: Int, _ value: Value) {
    if slots[slot].isPlain {
      (slots + slot).initialize(to: value)
    } else {
      slots[slot] = value
    }
  }

  /// Takes the value out, so that whoever gets it is its only holder.
  @inline(__always) func take(_ slot: Int) -> Value {
    let value = (slots + slot).move()
    (slots + slot).initialize(to: .integer(0))
    return value
  }

  /// The function in a slot, which holds it; nil where there is something else.
  @inline(__always) func callable(_ slot: Int) -> Unmanaged<Callable>? {
    if case .function(let callable) = slots[slot] { Unmanaged.passUnretained(callable) } else { nil }
  }

  /// Adds an item to the list in a slot, in place where nobody else holds it; false where there is no list.
  @inline(__always) func append(_ slot: Int, _ item: Value) throws(Fault) -> Bool {
    guard let (before, room) = slots[slot].listPlace else { return false }
    if room == 0 { try announce(slot, 2) }
    guard case .list(var items) = take(slot) else { return false }
    items.append(item)
    (slots + slot).initialize(to: .list(items))
    if room > 0, slots[slot].listPlace?.address != before { try announce(slot, 1) }
    return true
  }

  /// Puts an item into the list in a slot; false where there is no list with that position.
  @inline(__always) func put(_ slot: Int, _ position: Int, _ item: Value) throws(Fault) -> Bool {
    guard slots[slot].hasListItem(position), let (before, _) = slots[slot].listPlace,
      case .list(var items) = take(slot)
    else { return false }
    items[position - 1] = item
    (slots + slot).initialize(to: .list(items))
    if slots[slot].listPlace?.address != before { try announce(slot, 1) }
    return true
  }

  /// Announces that the list in a slot is moved to where there is so many times the room, or was copied since somebody
  /// else holds it.
  @inline(never) private func announce(_ slot: Int, _ times: Int) throws(Fault) {
    if case .list(let items) = slots[slot] { try watch.take(times * items.count * MemoryLayout<Value>.stride) }
  }

  /// Puts a value under a name into the record in a slot whose names grow, in place where nobody else holds it; false
  /// where there is no such record, or the name can be none.
  @inline(__always) func put(_ slot: Int, name: Value, _ item: Value) throws(Fault) -> Bool {
    guard slots[slot].isMap, let key = Map.Key(name), case .map(var map) = take(slot) else { return false }
    var moved = 0
    if !isKnownUniquelyReferenced(&map) {
      map = map.copy()
      moved = map.count
    }
    map.set(key, item)
    if map.isFull { moved += map.count }
    (slots + slot).initialize(to: .map(map))
    if moved > 0 { try watch.take(moved * Map.sizeOfPart) }
    return true
  }

  /// Opens a window of plain values above everything in use; `close` must follow on every way out.
  ///
  /// It counts a step: what runs long, but for loops, does so by calls, be they of functions or of `each` arguments.
  @inline(__always) func open(_ count: Int) throws(Fault) -> UnsafeMutablePointer<Value> {
    try tick()
    let window = state.pointee.top
    let top = window + count
    if top > state.pointee.limit || Frame.stackIsUsedUp(state) { throw .tooDeep() }
    var slot = window
    while slot < top {
      slot.initialize(to: .integer(0))
      slot += 1
    }
    state.pointee.top = top
    return window
  }

  @inline(__always) func close(_ window: UnsafeMutablePointer<Value>, _ count: Int) {
    var slot = window
    let top = window + count
    while slot < top {
      if !slot.pointee.isPlain { slot.deinitialize(count: 1) }
      slot += 1
    }
    state.pointee.top = window
  }

  @inline(__always) private static func stackIsUsedUp(_ state: UnsafeMutablePointer<State>) -> Bool {
    var marker = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) } < state.pointee.nativeLimit
  }

  /// Counts a step of work, and stops when the user asked for it.
  @inline(__always) func tick() throws(Fault) { try state.tick() }

  /// For work that goes on outside of the nodes.
  var watch: Watch { state.watch }
}

extension UnsafeMutablePointer<State> {
  /// Counts a step of work, and stops when the user asked for it.
  @inline(__always) func tick() throws(Fault) {
    pointee.steps &+= 1
    if pointee.steps & 1023 == 0 { try look() }
  }

  @inline(never) private func look() throws(Fault) { try watch.look() }

  var watch: Watch { pointee.machine.takeUnretainedValue().watch }
}

/// A node that somebody else keeps alive, called without counting references.
struct Alias {
  private let node: Unmanaged<Node>

  init(_ node: Node) { self.node = Unmanaged.passUnretained(node) }

  @inline(__always) func value(_ frame: Frame) throws(Fault) -> Value {
    try node._withUnsafeGuaranteedRef { node in
      Result { () throws(Fault) -> Value in try node.value(frame) }
    }.get()
  }

  @inline(__always) func truth(_ frame: Frame) throws(Fault) -> Truth {
    try node._withUnsafeGuaranteedRef { node in
      Result { () throws(Fault) -> Truth in try node.truth(frame) }
    }.get()
  }
}

extension Value {
  /// Where the items of a list stand, and for how many more there is room; nil where there is no list.
  @inline(__always) fileprivate var listPlace: (address: UnsafePointer<Value>?, room: Int)? {
    guard case .list(let items) = self else { return nil }
    return (items.withUnsafeBufferPointer { $0.baseAddress }, items.capacity - items.count)
  }
  @inline(__always) fileprivate var isMap: Bool { if case .map = self { true } else { false } }

  @inline(__always) fileprivate func hasListItem(_ position: Int) -> Bool {
    if case .list(let items) = self { position >= 1 && position <= items.count } else { false }
  }
}
