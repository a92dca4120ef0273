/// A number that a plain value cannot hold: with a low and a high end, with a unit, or only about right.
public final class Quantity: Sendable {
  public enum Number: Sendable {
    case integer(Int)
    case real(Double)
  }
  /// What is certain, or was measured; nil where only the ends are known (`2..5`).
  public let point: Number?
  public let low: Number
  /// Nil when open upwards (`102..`).
  public let high: Number?
  /// What is counted or measured: `cases`, `dollars`.
  public let unit: String?
  public let isAbout: Bool

  public init(point: Number?, low: Number, high: Number?, unit: String?, isAbout: Bool = false) {
    self.point = point
    self.low = low
    self.high = high
    self.unit = unit
    self.isAbout = isAbout
  }
}
