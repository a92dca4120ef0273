extension Value {
  /// The value as the answer of a test: a truth, or unknown. Anything else is a fault.
  @inlinable @inline(__always) public func asTruth() throws(Fault) -> Truth {
    if case .truth(let truth) = self { return truth }
    return try asTruthSlowly()
  }

  @usableFromInline func asTruthSlowly() throws(Fault) -> Truth {
    switch settled {
    case .truth(let truth): return truth
    case .unknown(let reasons): return Truth(unknown: reasons)
    case .disputed(let disputed):
      var answer: Truth?
      for candidate in disputed.candidates {
        let truth = try candidate.asTruth()
        if let answer, answer != truth { return Truth(unknown: .disputed) }
        answer = truth
      }
      return answer ?? Truth(unknown: .disputed)
    case .integer, .real, .short, .none, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .series, .table, .function:
      throw .notATruth(self)
    case .sealed: throw .sealed("a condition")
    }
  }
}
