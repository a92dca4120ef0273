/// Why something is not known.
public enum Reason: UInt8, CaseIterable, Sendable {
  /// Nobody wrote it down.
  case notRecorded = 1
  /// The source was asked, or looked, and did not know.
  case sourceDidNotKnow
  /// Nobody asked.
  case notAsked
  /// Known and kept back, to protect someone.
  case withheld
  /// Claims disagree.
  case disputed
  /// It lies before the first known date of a series.
  case notYet
  /// Lost or broken on the way to us.
  case garbled
  /// Examined, and not shown.
  case notEstablished
  /// No claim reaches the standard of evidence in force.
  case belowStandard
  /// What is known is too vague to decide: a date that is not exact, a term that leaves others open, a number with two ends.
  case imprecise
  /// Said only by sources that were withdrawn, or that only repeat such.
  case withdrawn

  /// The reason's name in the language.
  public var name: String {
    switch self {
    case .notRecorded: "not_recorded"
    case .sourceDidNotKnow: "source_did_not_know"
    case .notAsked: "not_asked"
    case .withheld: "withheld"
    case .disputed: "disputed"
    case .notYet: "not_yet"
    case .garbled: "garbled"
    case .notEstablished: "not_established"
    case .belowStandard: "below_standard"
    case .imprecise: "imprecise"
    case .withdrawn: "withdrawn"
    }
  }

  public init?(name: String) {
    guard let reason = Reason.allCases.first(where: { $0.name == name }) else { return nil }
    self = reason
  }
}

/// The reasons of one unknown, in the order in which they met, each once.
///
/// Four bits a reason, the first lowest, so that an unknown is as cheap as a number.
@frozen public struct Reasons: Hashable, Sendable {
  public let bits: UInt64

  @inlinable public init(bits: UInt64) { self.bits = bits }

  /// Reasons by their names, with `; ` between them; nil where one of them is none.
  public init?(names: String) {
    var all: Reasons?
    for name in names.split(separator: "; ") {
      guard let reason = Reason(name: String(name)) else { return nil }
      all = all?.joined(Reasons(reason)) ?? Reasons(reason)
    }
    guard let all else { return nil }
    self = all
  }

  public init(_ reason: Reason) { self.bits = UInt64(reason.rawValue) }

  /// These reasons, then those of another that are not among them.
  public func joined(_ other: Reasons) -> Reasons {
    if bits == other.bits { return self }
    var result = bits
    var end = UInt64(64 - bits.leadingZeroBitCount + 3) / 4
    var rest = other.bits
    while rest != 0 {
      let reason = rest & 15
      rest >>= 4
      if !Reasons.contains(result, reason) {
        result |= reason << (end * 4)
        end += 1
      }
    }
    return Reasons(bits: result)
  }

  private static func contains(_ bits: UInt64, _ reason: UInt64) -> Bool {
    var rest = bits
    while rest != 0 {
      if rest & 15 == reason { return true }
      rest >>= 4
    }
    return false
  }

  public func contains(_ reason: Reason) -> Bool { Reasons.contains(bits, UInt64(reason.rawValue)) }

  public var list: [Reason] {
    var result: [Reason] = []
    var rest = bits
    while rest != 0 {
      if let reason = Reason(rawValue: UInt8(rest & 15)) { result.append(reason) }
      rest >>= 4
    }
    return result
  }
}
