import Diagnostics
import Values

/// Calls a function of the library that is written in Swift.
class CallBuiltin: Node {
  final let function: BuiltinFunction
  final let arguments: Arguments

  init(_ function: BuiltinFunction, _ arguments: Arguments, _ place: Place) {
    self.function = function
    self.arguments = arguments
    super.init(place)
  }

  /// The class for so many arguments.
  static func shaped(_ function: BuiltinFunction, _ nodes: [Node], _ place: Place) -> CallBuiltin {
    let arguments = Arguments(nodes)
    if function.name == "read" || function.name == "save" { return CallOfFiles(function, arguments, place) }
    switch nodes.count {
    case 1: return CallBuiltin1(nodes[0], function, arguments, place)
    case 2:
      switch function.name {
      case "mod": return Remainder(nodes[0], nodes[1], function, arguments, place)
      case "div": return WholeQuotient(nodes[0], nodes[1], function, arguments, place)
      default: return CallBuiltin2(nodes[0], nodes[1], function, arguments, place)
      }
    case 3: return CallBuiltin3(nodes[0], nodes[1], nodes[2], function, arguments, place)
    default: return CallBuiltin(function, arguments, place)
    }
  }

  override var leavesVariables: Bool { arguments.leaveVariables }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let count = arguments.count
    let window = try here { () throws(Fault) in try frame.open(count) }
    defer { frame.close(window, count) }
    try arguments.fill(window, frame)
    return try answer(window, frame)
  }

  /// Calls it with the arguments in a window; a fault gets the place of the argument it is about.
  @inline(__always) final func answer(_ window: UnsafeMutablePointer<Value>, _ frame: Frame) throws(Fault)
    -> Value
  {
    do throws(Fault) {
      let result = try function.call(window)
      try frame.state.watchNesting(of: result)
      return result
    } catch {
      throw error.inColumn(arguments.column(error.argument)).located(place, arguments: arguments.place)
    }
  }
}

/// `read "incidents.csv"`, `save "counts.csv"`: a file is looked for from the folder of the script in which the call stands.
final class CallOfFiles: CallBuiltin {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    frame.state.pointee.machine.takeUnretainedValue().caller = place.source
    return try super.value(frame)
  }
}

final class CallBuiltin1: CallBuiltin {
  let first: Node

  init(_ first: Node, _ function: BuiltinFunction, _ arguments: Arguments, _ place: Place) {
    self.first = first
    super.init(function, arguments, place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let first = try first.value(frame)
    let window = try here { () throws(Fault) in try frame.open(1) }
    defer { frame.close(window, 1) }
    window.initialize(to: first)
    return try answer(window, frame)
  }
}

class CallBuiltin2: CallBuiltin {
  final let first: Node
  final let second: Node

  init(_ first: Node, _ second: Node, _ function: BuiltinFunction, _ arguments: Arguments, _ place: Place) {
    self.first = first
    self.second = second
    super.init(function, arguments, place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let first = try first.value(frame)
    return try answer(frame, first, try second.value(frame))
  }

  final func answer(_ frame: Frame, _ first: Value, _ second: Value) throws(Fault) -> Value {
    let window = try here { () throws(Fault) in try frame.open(2) }
    defer { frame.close(window, 2) }
    window.initialize(to: first)
    (window + 1).initialize(to: second)
    return try answer(window, frame)
  }
}

/// `mod(a, b)`: of whole numbers by a number above 0 at once.
final class Remainder: CallBuiltin2 {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    let first = try first.value(frame)
    let second = try second.value(frame)
    if case .integer(let a) = first, case .integer(let b) = second, b > 0 {
      let rest = a % b
      return .integer(rest < 0 ? rest + b : rest)
    }
    return try answer(frame, first, second)
  }
}

/// `div(a, b)`: of whole numbers not below 0 by one above 0 at once.
final class WholeQuotient: CallBuiltin2 {
  override func value(_ frame: Frame) throws(Fault) -> Value {
    let first = try first.value(frame)
    let second = try second.value(frame)
    if case .integer(let a) = first, case .integer(let b) = second, a >= 0, b > 0 { return .integer(a / b) }
    return try answer(frame, first, second)
  }
}

final class CallBuiltin3: CallBuiltin {
  let first: Node
  let second: Node
  let third: Node

  init(
    _ first: Node, _ second: Node, _ third: Node, _ function: BuiltinFunction, _ arguments: Arguments, _ place: Place
  ) {
    self.first = first
    self.second = second
    self.third = third
    super.init(function, arguments, place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let first = try first.value(frame)
    let second = try second.value(frame)
    let third = try third.value(frame)
    let window = try here { () throws(Fault) in try frame.open(3) }
    defer { frame.close(window, 3) }
    window.initialize(to: first)
    (window + 1).initialize(to: second)
    (window + 2).initialize(to: third)
    return try answer(window, frame)
  }
}

/// `xs = append(xs, x)`: the variable's value is taken out for the call, so that the list can be changed in place.
final class AssignFromBuiltin: Node {
  let index: Int
  let function: BuiltinFunction
  /// The arguments behind the first, which is the variable.
  let rest: Arguments

  init(_ index: Int, _ function: BuiltinFunction, rest: Arguments, _ place: Place) {
    self.index = index
    self.function = function
    self.rest = rest
    super.init(place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    try run(frame) { window throws(Fault) in try rest.fill(window, frame) }
  }

  /// The same with arguments behind the first that have been worked out.
  func run(_ frame: Frame, with second: Value, _ third: Value? = nil) throws(Fault) -> Flow {
    try run(frame) { window throws(Fault) in
      window.initialize(to: second)
      if let third { (window + 1).initialize(to: third) }
    }
  }

  @inline(__always) private func run(
    _ frame: Frame, _ fill: (UnsafeMutablePointer<Value>) throws(Fault) -> Void
  ) throws(Fault) -> Flow {
    let count = rest.count + 1
    let window = try here { () throws(Fault) in try frame.open(count) }
    defer { frame.close(window, count) }
    try fill(window + 1)
    window.initialize(to: frame.take(index))
    do throws(Fault) {
      frame.put(index, try function.call(window))
    } catch {
      // What was not taken is still the variable's.
      frame.put(index, window[0])
      throw error.located(place) { $0 == 0 ? nil : rest.place($0 - 1) }
    }
    return .next
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    _ = try run(frame)
    return .none
  }
}

/// `xs = append(xs, x)` while `xs` is a list.
final class AppendToSlot: Node {
  let index: Int
  let item: Node
  let otherwise: AssignFromBuiltin

  init(_ item: Node, otherwise: AssignFromBuiltin) {
    self.index = otherwise.index
    self.item = item
    self.otherwise = otherwise
    super.init(otherwise.place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let item = try item.value(frame)
    let isAdded = try here { () throws(Fault) in try frame.append(index, item) }
    return isAdded ? .next : try otherwise.run(frame, with: item)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    _ = try run(frame)
    return .none
  }
}

/// `xs = with(xs, i, x)` while `xs` is a list that has a position `i`, or a record whose names grow.
final class PutIntoSlot: Node {
  let index: Int
  let key: Node
  let item: Node
  let otherwise: AssignFromBuiltin

  init(_ key: Node, _ item: Node, otherwise: AssignFromBuiltin) {
    self.index = otherwise.index
    self.key = key
    self.item = item
    self.otherwise = otherwise
    super.init(otherwise.place)
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    let key = try key.value(frame)
    let item = try item.value(frame)
    let isPut = try here { () throws(Fault) in
      if case .integer(let position) = key, try frame.put(index, position, item) { return true }
      return try frame.put(index, name: key, item)
    }
    return isPut ? .next : try otherwise.run(frame, with: key, item)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    _ = try run(frame)
    return .none
  }
}
