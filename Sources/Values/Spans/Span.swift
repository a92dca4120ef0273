/// A length of time in units of the calendar, with two ends where it is uncertain.
///
/// Months and days are kept apart, since a month has 28 to 31 days: a year is twelve months, a week is seven days.
public final class Span: Sendable {
  /// Months and days, either of which may be negative.
  public struct Length: Hashable, Sendable {
    public var months: Int
    public var days: Int

    public init(months: Int = 0, days: Int = 0) {
      self.months = months
      self.days = days
    }
  }

  public enum Unit: String, CaseIterable, Sendable {
    case day, week, month, year

    /// One of it.
    public var length: Length {
      switch self {
      case .day: Length(days: 1)
      case .week: Length(days: 7)
      case .month: Length(months: 1)
      case .year: Length(months: 12)
      }
    }

    /// Reads `day`, `days`, and so on.
    public init?(word: String) {
      let unit = Unit.allCases.first { word == $0.rawValue || word == $0.rawValue + "s" }
      guard let unit else { return nil }
      self = unit
    }
  }

  /// What was written, where the span is only about right; otherwise nil.
  public let about: Length?
  public let low: Length
  /// Nil when open upwards: `3.. years`.
  public let high: Length?
  /// The one unit in which it was written; nil for what was worked out, or written in several.
  let unit: Unit?

  public init(low: Length, high: Length?, about: Length? = nil, unit: Unit? = nil) {
    self.low = low
    self.high = high
    self.about = about
    self.unit = unit
  }

  public convenience init(months: Int = 0, days: Int = 0) {
    let length = Length(months: months, days: days)
    self.init(low: length, high: length)
  }

  public var isAbout: Bool { about != nil }

  /// The length it surely has; nil for anything less exact.
  public var exact: Length? { high == low ? low : nil }

  /// The furthest that a span reaches in months or days: past any date that Rep tells from others.
  static let limit = 1 << 40
}
