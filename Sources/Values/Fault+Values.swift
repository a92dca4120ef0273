// Every message about values that do not fit, as it reads where it is thrown.
extension Fault {
  static func notATruth(_ value: Value) -> Fault {
    Fault("R301", "a condition must be true, false or unknown, not \(value.kindName)")
  }
}
