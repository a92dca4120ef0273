import Diagnostics
import Values

extension Fault {
  /// Gives the fault the place of the argument that is at fault, or of the whole call.
  func located(_ call: Place, arguments: (Int) -> Place?) -> Fault {
    if let argument, let place = arguments(argument) { return located(place) }
    return located(call)
  }
}

/// Calls a function of the script with one argument.
final class Call1: Node {
  override var leavesVariables: Bool { first.leavesVariables }

  let function: Function
  let first: Node

  init(_ function: Function, _ first: Node, _ place: Place) {
    self.function = function
    self.first = first
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let argument = try first.value(frame)
    let count = function.slotCount
    let window = try here { () throws(Fault) in try frame.open(count) }
    defer { frame.close(window, count) }
    window.initialize(to: argument)
    return try function.value(Frame(slots: window, state: frame.state))
  }
}

final class Call2: Node {
  override var leavesVariables: Bool { first.leavesVariables && second.leavesVariables }

  let function: Function
  let first: Node
  let second: Node

  init(_ function: Function, _ first: Node, _ second: Node, _ place: Place) {
    self.function = function
    self.first = first
    self.second = second
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let one = try first.value(frame)
    let two = try second.value(frame)
    let count = function.slotCount
    let window = try here { () throws(Fault) in try frame.open(count) }
    defer { frame.close(window, count) }
    window.initialize(to: one)
    (window + 1).initialize(to: two)
    return try function.value(Frame(slots: window, state: frame.state))
  }
}

/// Calls a function of the script with any number of arguments, its window opened first, so that nested calls lie above.
final class CallMany: Node {
  let function: Function
  let arguments: Arguments

  init(_ function: Function, _ arguments: Arguments, _ place: Place) {
    self.function = function
    self.arguments = arguments
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let count = function.slotCount
    let window = try here { () throws(Fault) in try frame.open(count) }
    defer { frame.close(window, count) }
    try arguments.fill(window, frame)
    if function.hasChecks {
      do throws(Fault) { try function.check(window) } catch { throw error.located(place, arguments: arguments.place) }
    }
    return try function.value(Frame(slots: window, state: frame.state))
  }
}

/// The arguments of a call: one node for each parameter.
final class Arguments {
  private let nodes: [Node]

  init(_ nodes: [Node]) { self.nodes = nodes }

  var count: Int { nodes.count }
  var leaveVariables: Bool { nodes.allSatisfy(\.leavesVariables) }

  @inline(__always) func fill(_ window: UnsafeMutablePointer<Value>, _ frame: Frame) throws(Fault) {
    var position = 0
    while position < nodes.count {
      window[position] = try nodes[position].value(frame)
      position += 1
    }
  }

  func values(_ frame: Frame) throws(Fault) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(nodes.count)
    for node in nodes { result.append(try node.value(frame)) }
    return result
  }

  /// The argument, where there is but one.
  var only: Node? { nodes.count == 1 ? nodes[0] : nil }

  func place(_ position: Int) -> Place? { position < nodes.count ? nodes[position].place : nil }

  /// The column that an argument reads, or that a function goes through row by row; nil where neither is so.
  func column(_ position: Int?) -> String? {
    if let position { return position < nodes.count ? nodes[position].columnRead(beside: nil) : nil }
    return nodes.lazy.compactMap { node in
      (node as? MakeClosure)?.field ?? (node as? RowsOfField)?.nameOfRow ?? (node as? MakeList)?.items.column(nil)
    }.first
  }
}

/// Calls whatever function a value holds.
final class CallValue: Node {
  override var leavesVariables: Bool { callee.leavesVariables && arguments.leaveVariables }

  let callee: Node
  let arguments: Arguments

  init(_ callee: Node, _ arguments: Arguments, _ place: Place) {
    self.callee = callee
    self.arguments = arguments
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let callee = try callee.value(frame)
    guard case .function(let callable) = callee else {
      throw Fault.notAFunction(callee).located(self.callee.place)
    }
    if let closure = callable.closure, closure.function.takesAny(arguments.count) {
      let count = closure.function.slotCount
      let window = try here { () throws(Fault) in try closure.open(frame) }
      defer { frame.close(window, count) }
      try arguments.fill(window, frame)
      return try closure.function.value(Frame(slots: window, state: frame.state))
    }
    return try call(callable, try arguments.values(frame))
  }

  func call(_ callable: Callable, _ values: [Value]) throws(Fault) -> Value {
    do throws(Fault) { return try callable.call(values) } catch {
      throw error.located(place, arguments: arguments.place)
    }
  }
}

/// Calls the function in a variable with one argument that leaves the variable alone: the variable holds the function
/// while it runs.
final class CallSlot: Node {
  override var leavesVariables: Bool { argument.leavesVariables }

  let callee: Int
  let argument: Node
  let otherwise: CallValue

  init(_ callee: Int, _ argument: Node, otherwise: CallValue) {
    self.callee = callee
    self.argument = argument
    self.otherwise = otherwise
    super.init(otherwise.place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    guard let callable = frame.callable(callee) else {
      throw Fault.notAFunction(frame[callee]).located(otherwise.callee.place)
    }
    let argument = try argument.value(frame)
    return try callable._withUnsafeGuaranteedRef { callable in
      Result { () throws(Fault) -> Value in
        if let closure = callable.closure, closure.function.takesAny(1) {
          return try here { () throws(Fault) in try closure.value(frame, argument) }
        }
        return try otherwise.call(callable, [argument])
      }
    }.get()
  }
}

/// Mentions an `each` parameter: worked out for the row at hand.
final class WorkOutEach: Node {
  let each: Node
  let row: Node

  init(_ each: Node, row: Node, _ place: Place) {
    self.each = each
    self.row = row
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    guard case .function(let each) = try each.value(frame) else { return .none }
    let row = try row.value(frame)
    return try here { () throws(Fault) -> Value in try each.call(row) }
  }

  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    guard case .function(let each) = try each.value(frame) else { return .no }
    let row = try row.value(frame)
    return try here { () throws(Fault) -> Truth in try each.test(row) }
  }
}

/// Makes a closure: a lambda, a local function, or the expression given to an `each` parameter.
final class MakeClosure: Node {
  let function: Function
  /// Where each captured value goes, and the node that reads it here.
  let captures: [(slot: Int, source: Node)]
  let ownSlot: Int?
  let label: String
  let field: String?
  let descending: Bool?

  init(
    _ function: Function, captures: [(slot: Int, source: Node)], ownSlot: Int?, label: String, field: String?,
    descending: Bool?, _ place: Place
  ) {
    self.function = function
    self.captures = captures
    self.ownSlot = ownSlot
    self.label = label
    self.field = field
    self.descending = descending
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    var values: [(slot: Int, value: Value)] = []
    values.reserveCapacity(captures.count)
    for (slot, source) in captures { values.append((slot, try source.value(frame))) }
    let result = Value.function(
      Closure(
        function, captures: values, ownSlot: ownSlot, label: label, field: field, descending: descending, frame.state))
    try here { () throws(Fault) in try frame.state.watchNesting(of: result) }
    return result
  }
}

/// A list written out, or the arguments of a parameter that takes the rest.
final class MakeList: Node {
  let items: Arguments

  init(_ items: Arguments, _ place: Place) {
    self.items = items
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let result = Value.list(try items.values(frame))
    try here { () throws(Fault) in try frame.state.watchNesting(of: result) }
    return result
  }
}

final class MakeRecord: Node {
  let shape: Shape
  let values: Arguments

  init(_ shape: Shape, _ values: Arguments, _ place: Place) {
    self.shape = shape
    self.values = values
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let result = Value.record(Record.make(shape, try values.values(frame)))
    try here { () throws(Fault) in try frame.state.watchNesting(of: result) }
    return result
  }
}

final class MakeRange: TwoNodes {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    let lower = try left.value(frame)
    let upper = try right.value(frame)
    if case .integer(let lower) = lower, case .integer(let upper) = upper {
      return .range(NumberRange(lower, upper))
    }
    return try here { () throws(Fault) -> Value in try makeRange(lower, upper) }
  }
}
