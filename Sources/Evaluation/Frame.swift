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
  var steps = 0
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

  /// Opens a window of plain values above everything in use; `close` must follow on every way out.
  @inline(__always) func open(_ count: Int) throws(Fault) -> UnsafeMutablePointer<Value> {
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

  @inline(__always) func tick(_ machine: Machine) throws(Fault) { try machine.tick() }
}

/// A body that is bound late and called without counting references.
struct LateNode {
  private var owned: Node?
  private var alias: Unmanaged<Node>?

  mutating func bind(_ node: Node) {
    owned = node
    alias = Unmanaged.passUnretained(node)
  }

  @inline(__always) func value(_ frame: Frame) throws(Fault) -> Value {
    guard let alias else { return .none }
    return try alias._withUnsafeGuaranteedRef { node in
      Result { () throws(Fault) -> Value in try node.value(frame) }
    }.get()
  }

  @inline(__always) func truth(_ frame: Frame) throws(Fault) -> Truth {
    guard let alias else { return .no }
    return try alias._withUnsafeGuaranteedRef { node in
      Result { () throws(Fault) -> Truth in try node.truth(frame) }
    }.get()
  }
}
