// `== != < > <= >=`: one type an operator, whose `apply` is its only meaning.

/// A comparison: the quick answer for numbers and short texts, and the whole meaning.
public protocol ComparingOperation {
  /// The answer, where both are of one such kind; nil otherwise.
  static func quick(_ left: Value, _ right: Value) -> Truth?
  static func slow(_ left: Value, _ right: Value, _ watch: Watch) throws(Fault) -> Truth
}

extension ComparingOperation {
  @inlinable @inline(__always) public static func apply(
    _ left: Value, _ right: Value, _ watch: Watch
  ) throws(Fault) -> Truth {
    if let answer = quick(left, right) { return answer }
    return try slow(left, right, watch)
  }
}

public enum ComparingEqual: ComparingOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Truth? {
    if case .integer(let a) = left, case .integer(let b) = right { return Truth(a == b) }
    if case .short(let a) = left, case .short(let b) = right { return Truth(a == b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value, _ watch: Watch) throws(Fault) -> Truth {
    try Comparison.equal(left, right, watch)
  }
}

public enum ComparingNotEqual: ComparingOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Truth? {
    if case .integer(let a) = left, case .integer(let b) = right { return Truth(a != b) }
    if case .short(let a) = left, case .short(let b) = right { return Truth(a != b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value, _ watch: Watch) throws(Fault) -> Truth {
    !(try Comparison.equal(left, right, watch))
  }
}

public enum ComparingLess: ComparingOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Truth? {
    if case .integer(let a) = left, case .integer(let b) = right { return Truth(a < b) }
    if case .real(let a) = left, case .real(let b) = right { return Truth(a < b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value, _: Watch) throws(Fault) -> Truth {
    try Comparison.less(left, right)
  }
}

public enum ComparingGreater: ComparingOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Truth? {
    if case .integer(let a) = left, case .integer(let b) = right { return Truth(a > b) }
    if case .real(let a) = left, case .real(let b) = right { return Truth(a > b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value, _: Watch) throws(Fault) -> Truth {
    try Comparison.less(right, left)
  }
}

public enum ComparingLessOrEqual: ComparingOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Truth? {
    if case .integer(let a) = left, case .integer(let b) = right { return Truth(a <= b) }
    if case .real(let a) = left, case .real(let b) = right { return Truth(a <= b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value, _: Watch) throws(Fault) -> Truth {
    try Comparison.lessOrEqual(left, right)
  }
}

public enum ComparingGreaterOrEqual: ComparingOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Truth? {
    if case .integer(let a) = left, case .integer(let b) = right { return Truth(a >= b) }
    if case .real(let a) = left, case .real(let b) = right { return Truth(a >= b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value, _: Watch) throws(Fault) -> Truth {
    try Comparison.lessOrEqual(right, left)
  }
}

/// The whole meaning of comparing, for operands of every kind.
public enum Comparison {
  /// Whether two values are the same: unknown where either is; a fault where their kinds can never be the same.
  @inline(never) public static func equal(_ left: Value, _ right: Value, _ watch: Watch) throws(Fault) -> Truth {
    let first = left.settled
    let second = right.settled
    switch (first, second) {
    case (.disputed(let disputed), let other):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in try equal(value, other, watch) }
    case (let other, .disputed(let disputed)):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in try equal(other, value, watch) }
    case (.truth(let a), .truth(let b)):
      if a.isUnknown || b.isUnknown { return unknown(left, right) }
      return Truth(a == b)
    case (let a, let b) where a.reasons != nil || b.reasons != nil: return unknown(a, b)
    case (.sealed(let a), .sealed(let b)): return try a.isSame(as: b)
    case (.sealed, let other), (let other, .sealed): throw .sealedWithOpen(other)
    case (.none, .none): return .yes
    case (.none, _), (_, .none): return .no
    case (.integer(let a), .integer(let b)): return Truth(a == b)
    case (.real(let a), .real(let b)): return Truth(a == b)
    case (.integer(let a), .real(let b)), (.real(let b), .integer(let a)): return Truth(exactly(b, isEqual: a))
    case (.quantity, .integer), (.quantity, .real), (.quantity, .quantity), (.integer, .quantity), (.real, .quantity):
      return try Quantity.isEqual(quantity(left), quantity(right))
    case (.short(let a), .short(let b)): return Truth(a == b)
    case (.text(let a), .text(let b)): return Truth(a.isEqual(b))
    case (.short, .text), (.text, .short): return .no
    case (.date(let a), .date(let b)): return a.isEqual(b)
    case (.span(let a), .span(let b)): return a.isEqual(b)
    case (.entity(let a), .entity(let b)): return a.isSame(as: b)
    case (.range(let a), .range(let b)): return Truth(a.lower == b.lower && a.upper == b.upper)
    case (.function(let a), .function(let b)): return Truth(a === b)
    case (.table(let a), .table(let b)) where a === b: return .yes
    case (.list, .list), (.list, .range), (.range, .list), (.table, .list), (.list, .table), (.table, .table):
      return try lists(first.items(for: "`==`", watch), second.items(for: "`==`", watch), watch)
    case (.record, .record), (.map, .record), (.record, .map), (.map, .map): return try records(first, second, watch)
    default: throw .cannotCompare("==", first, second)
    }
  }

  /// Whether one comes before the other: numbers by size, dates and spans by time, texts by code point.
  @inline(never) public static func less(_ left: Value, _ right: Value) throws(Fault) -> Truth {
    let first = left.settled
    let second = right.settled
    switch (first, second) {
    case (.disputed(let disputed), let other):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in try less(value, other) }
    case (let other, .disputed(let disputed)):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in try less(other, value) }
    case (.sealed, _), (_, .sealed): throw .sealed("an order")
    case (let a, let b) where a.reasons != nil || b.reasons != nil: return unknown(a, b)
    case (.integer(let a), .integer(let b)): return Truth(a < b)
    case (.real(let a), .real(let b)): return Truth(a < b)
    case (.integer(let a), .real(let b)): return Truth(exactly(b, isGreaterThan: a))
    case (.real(let a), .integer(let b)): return Truth(exactly(a, isLessThan: b))
    case (.quantity, .integer), (.quantity, .real), (.quantity, .quantity), (.integer, .quantity), (.real, .quantity):
      return try Quantity.isLess(quantity(left), quantity(right))
    case (.short, .short), (.short, .text), (.text, .short), (.text, .text):
      return Truth(first.isTextBefore(second))
    case (.date(let a), .date(let b)): return a.isBefore(b)
    case (.span(let a), .span(let b)): return a.isLess(than: b)
    default: throw .cannotCompare("<", first, second)
    }
  }

  public static func lessOrEqual(_ left: Value, _ right: Value) throws(Fault) -> Truth {
    switch (left.settled, right.settled) {
    case (.date(let a), .date(let b)): return a.isNotLater(than: b)
    case (.real(let a), .real(let b)): return Truth(a <= b)
    default: return !(try less(right, left))
    }
  }

  private static func unknown(_ left: Value, _ right: Value) -> Truth {
    switch (left.reasons, right.reasons) {
    case (let a?, let b?): Truth(unknown: a.joined(b))
    case (let a?, nil): Truth(unknown: a)
    case (nil, let b?): Truth(unknown: b)
    case (nil, nil): .no
    }
  }

  private static func quantity(_ value: Value) throws(Fault) -> Quantity {
    switch value.settled {
    case .quantity(let quantity): return quantity
    case .integer(let number): return Quantity(.integer(number))
    case .real(let number): return Quantity(.real(number))
    case let other: throw .cannotCompare("<", other, value)
    }
  }

  private static func lists(_ left: [Value], _ right: [Value], _ watch: Watch) throws(Fault) -> Truth {
    if left.count != right.count { return .no }
    var answer = Truth.yes
    for (a, b) in zip(left, right) {
      try watch.tick()
      answer = answer.and(try equal(a, b, watch))
      if answer.isNo { return .no }
    }
    return answer
  }

  private static func records(_ left: Value, _ right: Value, _ watch: Watch) throws(Fault) -> Truth {
    if left.partCount != right.partCount || left.rowOf?.standIn !== right.rowOf?.standIn { return .no }
    var answer = Truth.yes
    for (key, value) in left.parts {
      try watch.tick()
      guard let other = right.part(key) else { return .no }
      answer = answer.and(try equal(value, other, watch))
      if answer.isNo { return .no }
    }
    return answer
  }

  // A real and a whole number are compared without rounding the whole number.
  private static func exactly(_ real: Double, isEqual number: Int) -> Bool { Int(exactly: real) == number }
  private static func exactly(_ real: Double, isLessThan number: Int) -> Bool {
    if real.isNaN { return false }
    if real >= 0x1p63 { return false }
    if real < -0x1p63 { return true }
    let whole = Int(real.rounded(.down))
    return whole < number
  }
  private static func exactly(_ real: Double, isGreaterThan number: Int) -> Bool {
    if real.isNaN { return false }
    if real >= 0x1p63 { return true }
    if real < -0x1p63 { return false }
    let whole = Int(real.rounded(.up))
    return whole > number
  }
}
