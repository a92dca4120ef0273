import Values

// Values are compared, ordered and let go by going down into them, and the native stack is only so deep. So there is a
// depth that no value may much exceed. Values do not know their depth; one in many of those made is measured.

extension UnsafeMutablePointer<State> {
  /// Measures now and then what has just been made, and refuses what is nested too deep.
  ///
  /// How many go unmeasured is a prime, so that a loop that makes several values in turn has each of them measured.
  @inline(__always) func watchNesting(of value: Value) throws(Fault) {
    guard value.holdsNested else { return }
    pointee.nestings &+= 1
    if pointee.nestings % 1021 == 0 { try measureNesting(of: value) }
  }

  @inline(never) private func measureNesting(of value: Value) throws(Fault) {
    var level = [value]
    var depth = 0
    while !level.isEmpty {
      depth += 1
      if depth > Value.deepestNesting { throw .nestedTooDeep(Value.deepestNesting) }
      var next: [Value] = []
      for value in level where next.count < Value.mostMeasured { value.addNested(to: &next) }
      level = next
    }
  }
}

extension Value {
  fileprivate static let deepestNesting = 10_000
  /// How many values of one depth are followed, and how many items at either end of a list.
  fileprivate static let mostMeasured = 8

  /// Whether something inside may hold something in its turn.
  @inline(__always) fileprivate var holdsNested: Bool {
    switch self {
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .entity, .disputed,
      .series, .table, .sealed:
      false
    case .list(let items):
      if let first = items.first, let last = items.last { first.isNest || last.isNest } else { false }
    case .record, .map, .function: true
    }
  }

  @inline(__always) private var isNest: Bool {
    switch self {
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .entity, .disputed,
      .series, .table, .sealed:
      false
    case .list, .record, .map, .function: true
    }
  }

  /// What is held directly, as far as it may hold something in its turn.
  fileprivate func addNested(to values: inout [Value]) {
    switch self {
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .entity, .disputed,
      .series, .table, .sealed:
      break
    case .list(let items):
      values += items.prefix(Value.mostMeasured).filter(\.isNest)
      values += items.dropFirst(Value.mostMeasured).suffix(Value.mostMeasured).filter(\.isNest)
    case .record(let record): values += record.values.filter(\.isNest)
    case .map(let map):
      values += map.values.prefix(Value.mostMeasured).filter(\.isNest)
      values += map.values.dropFirst(Value.mostMeasured).suffix(Value.mostMeasured).filter(\.isNest)
    case .function(let function):
      values += (function as? Closure)?.captures.map(\.value).filter(\.isNest) ?? []
    }
  }
}
