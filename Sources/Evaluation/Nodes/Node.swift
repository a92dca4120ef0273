import Diagnostics
import Values

/// A piece of an executable plan. Subclasses are final, and their children never change.
class Node {
  let place: Place

  init(_ place: Place) { self.place = place }

  /// Works out the value.
  func value(_ frame: Frame) throws(Fault) -> Value { .none }

  /// Works out the value as the answer of a test.
  func truth(_ frame: Frame) throws(Fault) -> Truth {
    let value = try value(frame)
    if case .truth(let truth) = value { return truth }
    do throws(Fault) { return try value.asTruth() } catch { throw error.located(place) }
  }

  /// Runs it for its effect.
  func run(_ frame: Frame) throws(Fault) -> Flow {
    _ = try value(frame)
    return .next
  }

  /// The slot, where the node does nothing but read one.
  var slot: Int? { nil }
  /// The value, where it is always the same.
  var constant: Value? { nil }
  /// The column, where it compares what stands in one.
  var column: String? { nil }
  /// True where working it out can give no variable another value, as an arm of a `match` can.
  var leavesVariables: Bool { false }
}

/// How a statement left.
enum Flow {
  case next, broke, continued
  /// The value stands in the state's `result`.
  case returned
}

/// A value that is always the same.
final class Constant: Node {
  let held: Value

  init(_ value: Value, _ place: Place) {
    held = value
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { held.quick }
  override var constant: Value? { held }
  override var leavesVariables: Bool { true }
}

/// Reads a variable of this call.
final class ReadSlot: Node {
  let index: Int

  init(_ index: Int, _ place: Place) {
    self.index = index
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { frame[index] }
  override var slot: Int? { index }
  override var leavesVariables: Bool { true }
}

/// Reads a variable of the script from inside a function.
final class ReadGlobal: Node {
  let index: Int
  let name: String

  init(_ index: Int, name: String, _ place: Place) {
    self.index = index
    self.name = name
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    let value = frame.state.pointee.globals[index].quick
    if case .function(let function) = value, function === Unset.shared {
      throw Fault.usedBeforeItsLine(name).located(place)
    }
    return value
  }
}

/// What a variable of the script holds before its line has run.
final class Unset: Callable, @unchecked Sendable {
  static let shared = Unset(name: nil, parameterCount: 0)
}

/// Writes a variable of this call.
final class WriteSlot: Node {
  let index: Int
  let source: Node

  init(_ index: Int, _ source: Node, _ place: Place) {
    self.index = index
    self.source = source
    super.init(place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value {
    frame.put(index, try source.value(frame))
    return .none
  }

  override func run(_ frame: Frame) throws(Fault) -> Flow {
    frame.put(index, try source.value(frame))
    return .next
  }
}
