import Diagnostics

/// Operators, from the loosest to the tightest.
extension Parser {
  /// The levels of the table of precedence.
  enum Level {
    static let or = 1
    static let and = 2
    static let not = 3
    static let comparison = 4
    static let range = 5
    static let sum = 6
    static let product = 7
  }

  mutating func fallback() throws -> Expression {
    let start = token
    let left = try operation(Level.or)
    guard sees(.fallback) else { return left }
    let leftIsBracketed = bracketed == left.range
    let sign = token
    let height = height
    advance()
    let right = try nested { try $0.fallback() }
    for (side, isBracketed) in [(left, leftIsBracketed), (right, bracketed == right.range)]
    where !isBracketed && Self.mayNotTouchFallback(side) {
      throw mistake(
        .fallbackBeside(
          Place(source, sign.range), other: Place(source, side.range), bracketings(left, right)))
    }
    try grow(beside: height)
    return Expression(.binary(.fallback, left, right, sign.range), range(from: start))
  }

  private static func mayNotTouchFallback(_ side: Expression) -> Bool {
    switch side.kind {
    case .not: true
    case .binary(let sign, _, _, _): sign.isComparison || sign == .and || sign == .or
    default: false
    }
  }

  /// The two ways in which `a ?? b > c` could be meant.
  private func bracketings(_ left: Expression, _ right: Expression) -> [String] {
    func text(_ range: SourceRange) -> String { source.text(in: range) }
    if case .binary(let sign, let inner, let last, _) = right.kind, Self.mayNotTouchFallback(right) {
      return [
        "(\(text(left.range)) ?? \(text(inner.range))) \(sign.rawValue) \(text(last.range))",
        "\(text(left.range)) ?? (\(text(right.range)))",
      ]
    }
    if case .binary(let sign, let first, let inner, _) = left.kind, Self.mayNotTouchFallback(left) {
      return [
        "\(text(first.range)) \(sign.rawValue) (\(text(inner.range)) ?? \(text(right.range)))",
        "(\(text(left.range))) ?? \(text(right.range))",
      ]
    }
    return ["(\(text(left.range))) ?? (\(text(right.range)))"]
  }

  /// Everything from a level of the table of precedence upwards.
  mutating func operation(_ minimum: Int) throws -> Expression {
    let start = token
    var left: Expression
    if minimum <= Level.not, token.kind == .reserved, token.word == .not {
      advance()
      let inner = try nested { try $0.operation(Level.not) }
      try grow()
      left = Expression(.not(inner), range(from: start))
    } else {
      left = try unary()
    }
    var compared: BinaryOperator?
    while onLine, let (sign, level, length) = infix, level >= minimum {
      let signToken = token
      if level == Level.comparison, let first = compared {
        throw mistake(.chainedComparison(place(token), first, sign, chain: left))
      }
      if level == Level.range, case .binary(.range, _, _, _) = left.kind, bracketed != left.range {
        throw mistake(.chainedRange(place(token)))
      }
      if token.kind == .equals { record(strayEquals(behind: left, start)) }
      for _ in 0..<length { advance() }
      var signRange = signToken.range
      if length > 1 { signRange = signRange.joined(previous.range) }
      let height = height
      let right = try nested { try $0.operation(level + 1) }
      try grow(beside: height)
      if level >= Level.sum { try refuseIntervals(left, right, signToken) }
      if level == Level.comparison { compared = sign }
      let takesYears = sign == .before || sign == .after || sign == .during || sign == .overlaps
      left = Expression(
        .binary(sign, takesYears ? left.asYear : left, takesYears ? right.asYear : right, signRange),
        range(from: start))
    }
    return left
  }

  /// `=` where a comparison stands; behind a field at the beginning of a line something was to be written down.
  private func strayEquals(behind left: Expression, _ start: Token) -> Diagnostic {
    if case .field(let subject, let field) = left.kind, case .name(let name) = subject.kind,
      start.newlineBefore || start.lower == tokens[0].lower
    {
      let isValue = [.name, .text, .integer, .real, .date].contains(peek().kind) && !peek().newlineBefore
      return .equalsBehindField(place(token), name.text, field.text, isValue ? text(peek()) : "…")
    }
    if let before = tokens[..<index].lastIndex(where: { $0.upper <= start.lower }), tokens[before].word == .suppose,
      tokens[before].kind == .reserved
    {
      return .equalsInSupposition(place(token), source.text(in: left.range), peek().isWord ? text(peek()) : "…")
    }
    let sides = (source.text(in: left.range), text(peek()))
    return .equalsInCondition(
      place(token),
      [.name, .text, .integer, .real, .date].contains(peek().kind) && !peek().newlineBefore
        ? "\(sides.0) \(peek().kind == .name ? "is" : "==") \(sides.1)" : nil)
  }

  /// `2018/2020` was glued and is a stretch of time; beside a sign of arithmetic a division was meant.
  private mutating func refuseIntervals(_ left: Expression, _ right: Expression, _ sign: Token) throws {
    for side in [left, right] {
      if case .date(let text) = side.kind, text.contains("/"), bracketed != side.range {
        throw mistake(.intervalInArithmetic(Place(source, side.range), text))
      }
    }
  }

  /// The operator with two sides that stands here, its level, and how many tokens it takes.
  var infix: (BinaryOperator, Int, Int)? {
    switch token.kind {
    case .plus: return (.plus, Level.sum, 1)
    case .minus: return (.minus, Level.sum, 1)
    case .star: return (.times, Level.product, 1)
    case .slash: return (.divided, Level.product, 1)
    case .dots: return (.range, Level.range, 1)
    case .equal, .equals: return (.equal, Level.comparison, 1)
    case .notEqual: return (.notEqual, Level.comparison, 1)
    case .less: return (.less, Level.comparison, 1)
    case .greater: return (.greater, Level.comparison, 1)
    case .lessOrEqual: return (.lessOrEqual, Level.comparison, 1)
    case .greaterOrEqual: return (.greaterOrEqual, Level.comparison, 1)
    case .reserved:
      switch token.word {
      case .or: return (.or, Level.or, 1)
      case .and: return (.and, Level.and, 1)
      case .is: return isNot(1) ? (.isNot, Level.comparison, 2) : (.isA, Level.comparison, 1)
      case .was: return isNot(1) ? (.wasNot, Level.comparison, 2) : (.was, Level.comparison, 1)
      case .in: return (.isIn, Level.comparison, 1)
      case .not: return peek().word == .in && peek().kind == .reserved ? (.isNotIn, Level.comparison, 2) : nil
      case .has: return (.has, Level.comparison, 1)
      case .before: return (.before, Level.comparison, 1)
      case .after: return (.after, Level.comparison, 1)
      case .during: return (.during, Level.comparison, 1)
      case .overlaps: return (.overlaps, Level.comparison, 1)
      case .matches: return (.matches, Level.comparison, 1)
      default: return nil
      }
    default: return nil
    }
  }

  private func isNot(_ distance: Int) -> Bool {
    let next = peek(distance)
    return next.kind == .reserved && next.word == .not && (!newlinesMatter || !next.newlineBefore)
  }

  /// The operator of comparison that stands here, taken.
  mutating func takeComparison(beginsLine: Bool = false) -> BinaryOperator? {
    guard onLine || beginsLine, let (sign, level, length) = infix, level == Level.comparison else { return nil }
    for _ in 0..<length { advance() }
    return sign
  }

  private mutating func unary() throws -> Expression {
    let start = token
    if token.kind == .minus {
      advance()
      let inner = try nested { try $0.unary() }
      try grow()
      return Expression(.negative(inner), range(from: start))
    }
    let left = try postfix()
    guard sees(.at) else { return left }
    let sign = token
    let height = height
    advance()
    let right = try postfix()
    try grow(beside: height)
    if sees(.at) { throw mistake(.chainedAt(place(token))) }
    return Expression(.binary(.at, left, right.asYear, sign.range), range(from: start))
  }
}

extension BinaryOperator {
  /// Whether this is one of the comparisons, which do not chain.
  public var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .isA, .isNot, .isIn, .isNotIn, .has,
      .before,
      .after, .during, .overlaps, .matches, .was, .wasNot:
      true
    case .fallback, .or, .and, .range, .plus, .minus, .times, .divided, .at: false
    }
  }
}

extension Expression {
  /// A literal number of four digits as the year that it is where a date stands: beside `before`, `during`, `at`.
  public var asYear: Expression {
    switch kind {
    case .integer(let value) where (1000...9999).contains(value): Expression(.date("\(value)"), range)
    case .binary(.range, let low, let high, let sign):
      Expression(.binary(.range, low.asYear, high.asYear, sign), range)
    default: self
    }
  }
}
