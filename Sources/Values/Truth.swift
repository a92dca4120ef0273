/// Kleene's truth: no, yes, or unknown with its reasons.
@frozen public struct Truth: Hashable, Sendable {
  /// 0 is no, 1 is yes; anything else is the reasons, shifted left by one.
  public let raw: UInt64

  @inlinable @inline(__always) public init(raw: UInt64) { self.raw = raw }
  @inlinable @inline(__always) public init(_ value: Bool) { self.raw = value ? 1 : 0 }
  @inlinable @inline(__always) public init(unknown reasons: Reasons) { self.raw = reasons.bits << 1 }
  @inlinable @inline(__always) public init(unknown reason: Reason) { self.raw = UInt64(reason.rawValue) << 1 }

  @inlinable @inline(__always) public static var yes: Truth { Truth(raw: 1) }
  @inlinable @inline(__always) public static var no: Truth { Truth(raw: 0) }
  @inlinable @inline(__always) public var isYes: Bool { raw == 1 }
  @inlinable @inline(__always) public var isNo: Bool { raw == 0 }
  @inlinable @inline(__always) public var isUnknown: Bool { raw > 1 }

  /// Why it is unknown; nil when it is decided.
  public var reasons: Reasons? { isUnknown ? Reasons(bits: raw >> 1) : nil }

  @inlinable public static prefix func ! (truth: Truth) -> Truth {
    truth.isUnknown ? truth : Truth(raw: truth.raw ^ 1)
  }

  /// Kleene's `and`: one no decides; two unknowns keep both their reasons, left first.
  @inlinable public func and(_ other: Truth) -> Truth {
    if isNo || other.isNo { return .no }
    if isYes { return other }
    return other.isYes ? self : met(other)
  }

  /// Kleene's `or`: one yes decides; two unknowns keep both their reasons, left first.
  @inlinable public func or(_ other: Truth) -> Truth {
    if isYes || other.isYes { return .yes }
    if isNo { return other }
    return other.isNo ? self : met(other)
  }

  @usableFromInline func met(_ other: Truth) -> Truth {
    Truth(unknown: Reasons(bits: raw >> 1).joined(Reasons(bits: other.raw >> 1)))
  }
}
