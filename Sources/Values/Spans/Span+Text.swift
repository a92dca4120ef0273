extension Span.Length {
  /// `1 year 2 months`, `90 days`, `0 days`.
  public var description: String {
    var parts: [String] = []
    if months % 12 == 0 || abs(months) > 12 {
      Span.Length.append(months / 12, "year", to: &parts)
      Span.Length.append(months % 12, "month", to: &parts)
    } else {
      Span.Length.append(months, "month", to: &parts)
    }
    Span.Length.append(days, "day", to: &parts)
    return parts.isEmpty ? "0 days" : parts.joined(separator: " ")
  }

  private static func append(_ count: Int, _ unit: String, to parts: inout [String]) {
    if count != 0 { parts.append("\(count) \(abs(count) == 1 ? unit : unit + "s")") }
  }
}

extension Span {
  /// As it is shown: `90 days`, `about 16 months`, `30–61 days`, `2.. years`. One that was written in one unit is shown in
  /// it, as its source has it: `18 months`.
  public var description: String {
    if let about { return "about \(text(about))" }
    guard let high else {
      if let (count, unit) = inOneUnit(low) { return "\(count).. \(unit.rawValue)s" }
      return "\(low.description) or more"
    }
    if low == high { return text(low) }
    if let (lowest, unit) = inOneUnit(low), let (highest, other) = inOneUnit(high), unit == other {
      return Span.range(lowest, highest, unit.rawValue)
    }
    if low.months == 0, high.months == 0 { return Span.range(low.days, high.days, "day") }
    if low.days == 0, high.days == 0 { return Span.range(low.months, high.months, "month") }
    return "\(low.description) to \(high.description)"
  }

  private func text(_ length: Length) -> String {
    guard let unit, let count = length.count(of: unit) else { return length.description }
    return "\(count) \(unit.rawValue)\(abs(count) == 1 ? "" : "s")"
  }

  private func inOneUnit(_ length: Length) -> (Int, Unit)? {
    if let unit, let count = length.count(of: unit) { return (count, unit) }
    for unit in [Unit.day, .year, .month] { if let count = length.count(of: unit) { return (count, unit) } }
    return nil
  }

  private static func range(_ low: Int, _ high: Int, _ unit: String) -> String {
    "\(NumberText.range("\(low)", "\(high)", isNegative: low < 0)) \(unit)s"
  }
}

extension Span.Length {
  /// How many of a unit it is, where it is so many and nothing besides.
  fileprivate func count(of unit: Span.Unit) -> Int? {
    let one = unit.length
    if one.months == 0 { return months == 0 && days % one.days == 0 ? days / one.days : nil }
    return days == 0 && months % one.months == 0 ? months / one.months : nil
  }
}
