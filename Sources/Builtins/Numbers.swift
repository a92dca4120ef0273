import Evaluation
import Values

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Functions of numbers. Those that rise or fall steadily also take numbers with two ends, end by end.
let numberBuiltins: [Builtin] = [
  Builtin(
    """
    ## A number without its sign.
    ##
    ##     abs(-3)   --> 3
    fn abs(number: number): number
    """
  ) { call throws(Fault) in
    switch call[0] {
    case .integer(let number):
      if number == .min { throw .tooLarge("abs") }
      return .integer(Swift.abs(number))
    case .real(let number): return .real(number.magnitude)
    case .quantity(let quantity): return quantity.magnitude
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .range, .entity, .disputed,
      .series, .table, .sealed, .function:
      throw call.wrongKind(0, "a number")
    }
  },

  Builtin(
    """
    ## The nearest number with so many digits behind the point; halves go away from zero.
    ##
    ##     round(2.5)       --> 3
    ##     round(2.675, 2)  --> 2.68
    fn round(number: number, digits = 0): number
    """
  ) { call throws(Fault) in
    let digits = try call.integer(1)
    if case .integer = call[0], digits >= 0 { return call[0] }
    return try call.mapped(0) { rounded($0, digits: digits) }
  },

  Builtin(
    """
    ## The greatest whole number that is not above a number.
    ##
    ##     floor(-1.2)   --> -2
    fn floor(number: number): number
    """
  ) { call throws(Fault) in
    if case .integer = call[0] { return call[0] }
    return try call.mapped(0) { whole($0.rounded(.down)) }
  },

  Builtin(
    """
    ## The least whole number that is not below a number.
    ##
    ##     ceiling(1.2)   --> 2
    fn ceiling(number: number): number
    """
  ) { call throws(Fault) in
    if case .integer = call[0] { return call[0] }
    return try call.mapped(0) { whole($0.rounded(.up)) }
  },

  Builtin(
    """
    ## The square root.
    ##
    ##     sqrt(2.25)   --> 1.5
    fn sqrt(number: number): number
    """
  ) { call throws(Fault) in
    try call.needs("numbers from 0 on", for: "sqrt") { $0 >= 0 }
    return try call.mapped(0) { .real($0.squareRoot()) }
  },

  Builtin(
    """
    ## A number multiplied by itself, so many times.
    ##
    ##     power(2, 10)   --> 1024
    fn power(base: number, exponent: number): number
    """
  ) { call throws(Fault) in
    if case .integer(let base) = call[0], case .integer(let exponent) = call[1], exponent >= 0 {
      guard let answer = power(base, exponent) else { throw .tooLarge("power") }
      return .integer(answer)
    }
    let base = try call.plain(0, of: "power")
    let exponent = try call.plain(1, of: "power")
    let answer = pow(base, exponent)
    if answer.isNaN || (base == 0 && exponent < 0) {
      throw .noAnswer("power", "a base from 0 on with this exponent", not: base, argument: 0)
    }
    if answer.isInfinite { throw .tooLarge("power") }
    return .real(answer)
  },

  Builtin(
    """
    ## The number e to the power of a number.
    ##
    ##     exp(1) | round 3   --> 2.718
    fn exp(number: number): number
    """
  ) { call throws(Fault) in
    try call.needs("numbers below 709", for: "exp") { $0 < 709.7 }
    return try call.mapped(0) { .real(exp($0)) }
  },

  Builtin(
    """
    ## The natural logarithm: to which power e must be raised to give a number.
    ##
    ##     ln(exp(2))   --> 2
    fn ln(number: number): number
    """
  ) { call throws(Fault) in
    try call.needs("numbers above 0", for: "ln") { $0 > 0 }
    return try call.mapped(0) { .real(log($0)) }
  },

  Builtin(
    """
    ## The logarithm: to which power the base must be raised to give a number.
    ##
    ##     log(1000, 10)   --> 3
    fn log(number: number, base: number): number
    """
  ) { call throws(Fault) in
    try call.needs("numbers above 0", for: "log") { $0 > 0 }
    let base = try call.plain(1, of: "log")
    if base <= 0 || base == 1 { throw .noAnswer("log", "a base above 0 other than 1", not: base, argument: 1) }
    return try call.mapped(0) { number in
      if base == 10 { return .real(log10(number)) }
      return base == 2 ? .real(log2(number)) : .real(log(number) / log(base))
    }
  },

  Builtin(
    """
    ## What is left when one number is divided by another; never negative when the divisor is not.
    ##
    ##     mod(7, 3)    --> 1
    ##     mod(-1, 3)   --> 2
    fn mod(a: number, b: number): number
    """
  ) { call throws(Fault) in
    if case .integer(let a) = call[0], case .integer(let b) = call[1] {
      if b == 0 { throw .dividesByZero("mod", argument: 1) }
      if b == -1 { return .integer(0) }
      let rest = a % b
      return .integer(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
    }
    let b = try call.plain(1, of: "mod")
    if b == 0 { throw .dividesByZero("mod", argument: 1) }
    let rest = try call.plain(0, of: "mod").truncatingRemainder(dividingBy: b)
    return .real(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
  },

  Builtin(
    """
    ## How many whole times one number goes into another.
    ##
    ##     div(7, 3)    --> 2
    ##     div(-1, 3)   --> -1
    fn div(a: number, b: number): number
    """
  ) { call throws(Fault) in
    if case .integer(let a) = call[0], case .integer(let b) = call[1] {
      if b == 0 { throw .dividesByZero("div", argument: 1) }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if overflow { throw .tooLarge("div") }
      return .integer(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient)
    }
    let b = try call.plain(1, of: "div")
    if b == 0 { throw .dividesByZero("div", argument: 1) }
    guard let quotient = Int(exactly: (try call.plain(0, of: "div") / b).rounded(.down)) else { throw .tooLarge("div") }
    return .integer(quotient)
  },

  Builtin(
    """
    ## 1 for a number above 0, -1 for one below, 0 for 0.
    ##
    ##     sign(-12.5)   --> -1
    fn sign(number: number): number
    """
  ) { call throws(Fault) in try call.mapped(0) { .integer($0 > 0 ? 1 : $0 < 0 ? -1 : 0) } },
]

extension Call {
  /// Applies a function that rises steadily to a number, and to each end of a number with two ends.
  fileprivate func mapped(_ position: Int, _ function: (Double) -> Value) throws(Fault) -> Value {
    switch self[position] {
    case .integer(let number): return function(Double(number))
    case .real(let number): return function(number)
    case .quantity(let quantity): return quantity.mapped(function)
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .range, .entity, .disputed,
      .series, .table, .sealed, .function:
      throw wrongKind(position, "a number")
    }
  }

  /// Refuses a number that has no answer; of two ends, both must have one.
  fileprivate func needs(_ what: String, for name: String, _ test: (Double) -> Bool) throws(Fault) {
    let ends: [Double]
    if case .quantity(let quantity) = self[0] {
      ends = [quantity.low.real, quantity.high?.real ?? .greatestFiniteMagnitude]
    } else {
      ends = [try real(0)]
    }
    for end in ends where !test(end) { throw .noAnswer(name, what, not: end, argument: 0) }
  }

  /// A number that has no two ends.
  fileprivate func plain(_ position: Int, of name: String) throws(Fault) -> Double {
    if case .quantity = self[position] { throw .needsOneEnd(name, argument: position) }
    return try real(position)
  }
}

/// A whole number where it fits, so that what is counted stays exact.
func whole(_ number: Double) -> Value {
  if let whole = Int(exactly: number) { return .integer(whole) }
  return .real(number)
}

/// Rounds what is written, not its binary neighbour: 2.675 becomes 2.68.
private func rounded(_ number: Double, digits: Int) -> Value {
  if digits == 0 { return whole(number.rounded(.toNearestOrAwayFromZero)) }
  if !number.isFinite || digits > 17 || digits < -308 { return digits > 0 ? .real(number) : .integer(0) }
  guard let shifted = shifted(number, by: digits) else { return .real(number) }
  let result = rounded(shifted, back: digits) ?? number
  return digits > 0 ? .real(result) : whole(result)
}

private func rounded(_ number: Double, back digits: Int) -> Double? {
  shifted(number.rounded(.toNearestOrAwayFromZero), by: -digits)
}

/// A number with its decimal point moved; nil where it grows too large.
private func shifted(_ number: Double, by digits: Int) -> Double? {
  let parts = number.description.split(separator: "e")
  guard let mantissa = parts.first,
    let result = Double("\(mantissa)e\((parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + digits)"),
    result.isFinite
  else { return nil }
  return result
}

private func power(_ base: Int, _ exponent: Int) -> Int? {
  var result = 1
  var base = base
  var exponent = exponent
  while exponent > 0 {
    if exponent & 1 == 1 {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = product
    }
    exponent >>= 1
    if exponent > 0 {
      let (square, overflow) = base.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      base = square
    }
  }
  return result
}
