// `+ - * /`: one type an operator, whose `apply` is its only meaning. The fast way for whole and real numbers is inlined
// into the nodes; everything else goes through `ArithmeticOperator.slowly`.

public enum ArithmeticOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
}

/// An operator of arithmetic: the quick answer for whole and for real numbers, and the whole meaning.
public protocol ArithmeticOperation {
  /// The result, where both are numbers of one kind and nothing is out of the ordinary; nil otherwise.
  static func quick(_ left: Value, _ right: Value) -> Value?
  static func slow(_ left: Value, _ right: Value) throws(Fault) -> Value
}

extension ArithmeticOperation {
  @inlinable @inline(__always) public static func apply(_ left: Value, _ right: Value) throws(Fault) -> Value {
    if let result = quick(left, right) { return result }
    return try slow(left, right)
  }
}

public enum Adding: ArithmeticOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Value? {
    if case .integer(let a) = left, case .integer(let b) = right {
      let (result, overflow) = a.addingReportingOverflow(b)
      return overflow ? nil : .integer(result)
    }
    if case .real(let a) = left, case .real(let b) = right { return .finite(a + b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value) throws(Fault) -> Value {
    try ArithmeticOperator.plus.slowly(left, right)
  }
}

public enum Subtracting: ArithmeticOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Value? {
    if case .integer(let a) = left, case .integer(let b) = right {
      let (result, overflow) = a.subtractingReportingOverflow(b)
      return overflow ? nil : .integer(result)
    }
    if case .real(let a) = left, case .real(let b) = right { return .finite(a - b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value) throws(Fault) -> Value {
    try ArithmeticOperator.minus.slowly(left, right)
  }
}

public enum Multiplying: ArithmeticOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Value? {
    if case .integer(let a) = left, case .integer(let b) = right {
      let (result, overflow) = a.multipliedReportingOverflow(by: b)
      return overflow ? nil : .integer(result)
    }
    if case .real(let a) = left, case .real(let b) = right { return .finite(a * b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value) throws(Fault) -> Value {
    try ArithmeticOperator.times.slowly(left, right)
  }
}

/// `/` always gives a real; `div` gives whole numbers.
public enum Dividing: ArithmeticOperation {
  @inlinable @inline(__always) public static func quick(_ left: Value, _ right: Value) -> Value? {
    if case .real(let a) = left, case .real(let b) = right, b != 0 { return .finite(a / b) }
    return nil
  }

  public static func slow(_ left: Value, _ right: Value) throws(Fault) -> Value {
    try ArithmeticOperator.divided.slowly(left, right)
  }
}

public enum Negating {
  public static func apply(_ operand: Value) throws(Fault) -> Value {
    switch operand {
    case .integer(let number) where number != Int.min: return .integer(-number)
    case .real(let number): return .real(-number)
    case .span, .integer, .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .quantity, .range,
      .entity, .disputed, .series, .table, .sealed, .function:
      return try ArithmeticOperator.minus.slowly(.integer(0), operand)
    }
  }
}

extension Value {
  /// A real number; nil for infinity and what is no number, which no value ever is.
  @inlinable @inline(__always) static func finite(_ number: Double) -> Value? { number.isFinite ? .real(number) : nil }
}

extension ArithmeticOperator {
  /// The whole meaning of the operator, for operands of every kind.
  @usableFromInline @inline(never) func slowly(_ left: Value, _ right: Value) throws(Fault) -> Value {
    let first = left.settled
    let second = right.settled
    switch (first, second) {
    case (.integer(let a), .integer(let b)): return try integers(a, b)
    case (.real(let a), .integer(let b)): return try reals(a, Double(b))
    case (.integer(let a), .real(let b)): return try reals(Double(a), b)
    case (.real(let a), .real(let b)): return try reals(a, b)
    case (.disputed(let disputed), let other):
      var answers: [Value] = []
      for candidate in disputed.candidates { answers.append(try slowly(candidate, other)) }
      return Disputed.settled(answers)
    case (let other, .disputed(let disputed)):
      var answers: [Value] = []
      for candidate in disputed.candidates { answers.append(try slowly(other, candidate)) }
      return Disputed.settled(answers)
    case (.unknown(let a), .unknown(let b)): return .unknown(a.joined(b))
    case (.unknown(let reasons), let known), (let known, .unknown(let reasons)):
      if case .none = known { throw .noneInArithmetic(self) }
      return .unknown(reasons)
    case (.truth(let truth), _) where truth.isUnknown, (_, .truth(let truth)) where truth.isUnknown:
      return truth.reasons.map { .unknown($0) } ?? .none
    case (.quantity(let a), .quantity(let b)): return try Quantity.apply(self, a, b)
    case (.quantity(let a), .integer(let b)): return try Quantity.apply(self, a, Quantity(.integer(b)))
    case (.quantity(let a), .real(let b)): return try Quantity.apply(self, a, Quantity(.real(b)))
    case (.integer(let a), .quantity(let b)): return try Quantity.apply(self, Quantity(.integer(a)), b)
    case (.real(let a), .quantity(let b)): return try Quantity.apply(self, Quantity(.real(a)), b)
    case (.span(let a), .span(let b)): return try spans(a, b)
    case (.date(let date), .span(let span)):
      switch self {
      case .plus: return .date(try date.adding(span))
      case .minus: return .date(try date.subtracting(span))
      case .times, .divided: throw .doesNotFit(self, left, right)
      }
    case (.span(let span), .date(let date)) where self == .plus: return .date(try date.adding(span))
    case (.date(let a), .date(let b)) where self == .minus: return a.distance(from: b)
    case (.span(let span), .integer), (.span(let span), .real), (.span(let span), .quantity):
      switch self {
      case .times: return try span.multiplied(by: second)
      case .divided: return try span.divided(by: second)
      case .plus, .minus: throw .doesNotFit(self, first, second)
      }
    case (.integer, .span(let span)) where self == .times, (.real, .span(let span)) where self == .times,
      (.quantity, .span(let span)) where self == .times:
      return try span.multiplied(by: first)
    case (.integer(0), .span(let span)) where self == .minus: return try Span().subtracting(span)
    case (.short, .short), (.short, .text), (.text, .short), (.text, .text):
      guard self == .plus else { throw .doesNotFit(self, left, right) }
      return try Value.text(first, then: second)
    case (.sealed, _), (_, .sealed): throw .sealed("`\(rawValue)`")
    case (.none, _), (_, .none): throw .noneInArithmetic(self)
    case (.date, .integer(let number)), (.integer(let number), .date): throw .dateWithNumber(self, number)
    default: throw .doesNotFit(self, first, second)
    }
  }

  private func integers(_ a: Int, _ b: Int) throws(Fault) -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch self {
    case .plus: result = a.addingReportingOverflow(b)
    case .minus: result = a.subtractingReportingOverflow(b)
    case .times: result = a.multipliedReportingOverflow(by: b)
    case .divided: return try reals(Double(a), Double(b))
    }
    if result.overflow { throw .overflow(self, a, b) }
    return .integer(result.partialValue)
  }

  private func reals(_ a: Double, _ b: Double) throws(Fault) -> Value {
    let result: Double
    switch self {
    case .plus: result = a + b
    case .minus: result = a - b
    case .times: result = a * b
    case .divided:
      if b == 0 { throw .divisionByZero() }
      result = a / b
    }
    guard let number = Value.finite(result) else { throw .notFinite() }
    return number
  }

  private func spans(_ a: Span, _ b: Span) throws(Fault) -> Value {
    switch self {
    case .plus: return .span(try a.adding(b))
    case .minus: return try a.subtracting(b)
    case .divided: return try a.divided(by: .span(b))
    case .times: throw .doesNotFit(self, .span(a), .span(b))
    }
  }
}

extension Disputed {
  /// What candidates come to: the one value where they agree, else a disputed value.
  public static func settled(_ candidates: [Value]) -> Value {
    var different: [Value] = []
    for candidate in candidates where !different.contains(where: { $0.isSameAsWritten(candidate) }) {
      different.append(candidate)
    }
    return different.count == 1 ? different[0] : .disputed(Disputed(different))
  }

  /// A test of every candidate: decided where all agree, else unknown (disputed).
  public static func test(_ candidates: [Value], _ test: (Value) throws(Fault) -> Truth) throws(Fault) -> Truth {
    var answer: Truth?
    for candidate in candidates {
      let truth = try test(candidate)
      if let answer, answer != truth { return Truth(unknown: .disputed) }
      answer = truth
    }
    return answer ?? Truth(unknown: .disputed)
  }
}
