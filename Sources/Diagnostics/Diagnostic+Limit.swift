extension Diagnostic {
  /// More mistakes than these are counted, not told.
  public static let mostTold = 1000
}

extension [Diagnostic] {
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// As many as are told at most, errors before anything else; the last one says how many more there are.
  public func told(beside untold: Int = 0) -> [Diagnostic] {
    var told = self
    if told.count > Diagnostic.mostTold, told.hasErrors { told.removeAll { $0.severity != .error } }
    let more = Swift.max(told.count - Diagnostic.mostTold, 0) + untold
    guard more > 0, !told.isEmpty else { return told }
    told.removeLast(Swift.max(told.count - Diagnostic.mostTold, 0))
    told[told.count - 1].notes.append(more == 1 ? "one more mistake is not told" : "\(more) more mistakes are not told")
    return told
  }
}
