import Values

// Every message of running, as it reads where it is thrown.
extension Fault {
  static func needsWholeNumber(_ function: String, _ number: Double, argument: Int) -> Fault {
    Fault("R302", "`\(function)` needs a whole number, not \(number)", argument: argument)
  }

  static func functionNeeds(_ count: Int, _ caller: String, has: Int, argument: Int) -> Fault {
    Fault(
      "R303", "`\(caller)` calls this function with \(count) \(count == 1 ? "value" : "values"), but it takes \(has)",
      argument: argument)
  }

  static func wrongKind(_ function: String, _ parameter: String, _ needed: String, not value: Value, argument: Int)
    -> Fault
  {
    Fault("R304", "`\(parameter)` of `\(function)` must be \(needed), not \(value.kindName)", argument: argument)
  }

  static func cancelled() -> Fault { Fault(.init("R390", "stopped"), isCancellation: true) }
}
