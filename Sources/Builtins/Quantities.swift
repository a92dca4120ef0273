import Evaluation
import Values

/// Functions that take a number with two ends apart.
let quantityBuiltins: [Builtin] = [
  Builtin(
    """
    ## The low end of a number with two ends; of any other number, the number itself.
    ##
    ##     low(3)   --> 3
    fn low(number: number): number
    """
  ) { call throws(Fault) in
    if case .quantity(let quantity) = call[0] { return quantity.low.value }
    return call[0]
  },

  Builtin(
    """
    ## The high end of a number with two ends, or none where it is open upwards.
    ##
    ##     high(3)   --> 3
    fn high(number: number): number or none
    """
  ) { call throws(Fault) in
    if case .quantity(let quantity) = call[0] { return quantity.high?.value ?? .none }
    return call[0]
  },

  Builtin(
    """
    ## What is certain of a number with two ends; unknown where only its ends are known.
    ##
    ##     point(3)   --> 3
    fn point(number: number): number
    """
  ) { call throws(Fault) in
    if case .quantity(let quantity) = call[0] { return quantity.point?.value ?? .unknown(.imprecise) }
    return call[0]
  },

  Builtin(
    """
    ## Both ends of a number, as a list.
    ##
    ##     bounds(3)   --> [3, 3]
    fn bounds(number: number): list
    """
  ) { call throws(Fault) in
    if case .quantity(let quantity) = call[0] { return .list([quantity.low.value, quantity.high?.value ?? .none]) }
    return .list([call[0], call[0]])
  },
]

extension Quantity.Number {
  var value: Value {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    }
  }

  var real: Double {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    }
  }

  init?(_ value: Value) {
    switch value {
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      return nil
    }
  }

  fileprivate var magnitude: Quantity.Number {
    switch self {
    case .integer(let number): number == .min ? .real(Double(number).magnitude) : .integer(Swift.abs(number))
    case .real(let number): .real(number.magnitude)
    }
  }
}

extension Quantity {
  /// A function that rises steadily, applied to the point and to both ends.
  func mapped(_ function: (Double) -> Value) -> Value {
    guard let newLow = Number(function(low.real)) else { return .unknown(.imprecise) }
    return .quantity(
      changed(
        point: point.flatMap { Number(function($0.real)) }, low: newLow,
        high: high.flatMap { Number(function($0.real)) }))
  }

  /// The number without its sign: what lies on both sides of 0 comes as near as 0.
  var magnitude: Value {
    if low.real >= 0 { return .quantity(self) }
    guard let high else { return .quantity(changed(point: point?.magnitude, low: .integer(0), high: nil)) }
    let ends = [low.magnitude, high.magnitude].sorted { $0.real < $1.real }
    return .quantity(
      changed(point: point?.magnitude, low: high.real >= 0 ? .integer(0) : ends[0], high: ends[1]))
  }
}
