import Diagnostics
import Syntax
import Values

/// `before`, `after`, `during`, `overlaps` between two dates: three-valued.
final class CompareDates: TwoNodes {
  let binary: BinaryOperator

  init(_ binary: BinaryOperator, _ left: Node, _ right: Node, _ place: Place) {
    self.binary = binary
    super.init(left, right, place)
  }

  override func value(_ frame: Frame) throws(Fault) -> Value { .truth(try truth(frame)) }
  override func truth(_ frame: Frame) throws(Fault) -> Truth {
    let first = try left.value(frame)
    let second = try right.value(frame)
    return try here { () throws(Fault) -> Truth in try compare(first, second) }
  }

  func compare(_ first: Value, _ second: Value) throws(Fault) -> Truth {
    switch (first.settled, second.settled) {
    case (.date(let a), .date(let b)):
      switch binary {
      case .before: return a.isBefore(b)
      case .after: return a.isAfter(b)
      case .during: return a.isDuring(b)
      default: return a.overlaps(b)
      }
    case (.disputed(let disputed), let other):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in try compare(value, other) }
    case (let other, .disputed(let disputed)):
      return try Disputed.test(disputed.candidates) { (value) throws(Fault) in try compare(other, value) }
    case (let a, let b):
      if let reasons = a.reasons { return Truth(unknown: b.reasons.map { reasons.joined($0) } ?? reasons) }
      if let reasons = b.reasons { return Truth(unknown: reasons) }
      if case .none = a { return .no }
      if case .none = b { return .no }
      if case .date = a { throw .needsDate(binary.rawValue, b) }
      throw .needsDate(binary.rawValue, a)
    }
  }
}
