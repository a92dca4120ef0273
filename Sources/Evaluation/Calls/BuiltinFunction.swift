import Diagnostics
import Syntax
import Values

/// A builtin with its declaration read.
final class BuiltinFunction: Callable {
  let declaration: FunctionDeclaration
  let documentation: String
  let body: @Sendable (Call) throws(Fault) -> Value
  /// For each parameter the kinds that it takes; nil where it takes everything, unknown included.
  let kinds: [KindSet?]
  /// The kinds of the first three parameters as bits: nearly every call is found in order by these alone.
  private let first: UInt32
  private let second: UInt32
  private let third: UInt32
  /// Of the machine that it works for, which outlives it.
  let state: UnsafeMutablePointer<State>

  init(
    _ declaration: FunctionDeclaration, documentation: String, _ machine: Machine,
    body: @escaping @Sendable (Call) throws(Fault) -> Value
  ) {
    self.declaration = declaration
    self.documentation = documentation
    self.body = body
    self.state = machine.state
    let kinds = declaration.parameters.map { parameter in
      parameter.passing == .each || parameter.isRest ? nil : parameter.type.flatMap { KindSet($0) }
    }
    self.kinds = kinds
    let bits = kinds.map { KindSet.bits(of: $0) } + [.max, .max, .max]
    first = bits[0]
    second = bits[1]
    third = bits[2]
    super.init(name: declaration.name.text, parameterCount: declaration.parameters.count)
  }

  func parameterName(_ position: Int) -> String { declaration.parameters[position].name.text }

  /// Calls it with the arguments in a window of the stack.
  @inline(__always) func call(_ window: UnsafeMutablePointer<Value>) throws(Fault) -> Value {
    if !isInOrder(window), let unknown = try check(window) { return .unknown(unknown) }
    return try body(Call(arguments: window, of: self))
  }

  @inline(__always) private func isInOrder(_ window: UnsafeMutablePointer<Value>) -> Bool {
    let count = parameterCount
    return (count < 1 || KindSet.bit(of: window[0]) & first != 0)
      && (count < 2 || KindSet.bit(of: window[1]) & second != 0)
      && (count < 3 || KindSet.bit(of: window[2]) & third != 0) && count <= 3
  }

  /// Holds the arguments against the declared kinds; gives the reasons where one of them is unknown.
  private func check(_ window: UnsafeMutablePointer<Value>) throws(Fault) -> Reasons? {
    var unknown: Reasons?
    for (position, kinds) in kinds.enumerated() {
      guard let kinds, !kinds.allows(window[position]) else { continue }
      if case .series(let series) = window[position] { window[position] = series.current }
      if let reasons = window[position].reasons {
        unknown = unknown?.joined(reasons) ?? reasons
      } else if !kinds.allows(window[position]) {
        throw .wrongKind(
          name ?? "", parameterName(position), kinds.description, not: window[position], argument: position)
      }
    }
    return unknown
  }

  override func call(_ arguments: [Value]) throws(Fault) -> Value {
    let required = declaration.parameters.count { $0.defaultValue == nil && !$0.isRest }
    if arguments.count != parameterCount {
      if arguments.count < required || arguments.count > parameterCount {
        throw .wrongCount(name, needs: required, given: arguments.count)
      }
      throw .needsAllArguments(name ?? "", parameterCount)
    }
    let frame = Frame(slots: state.pointee.top, state: state)
    let window = try frame.open(parameterCount)
    defer { frame.close(window, parameterCount) }
    for (position, argument) in arguments.enumerated() { window[position] = argument }
    return try call(window)
  }
}
