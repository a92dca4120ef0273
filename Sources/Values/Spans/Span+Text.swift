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
  /// As it is shown: `90 days`, `about 16 months`, `30–61 days`, `2.. years`.
  public var description: String {
    if let about { return "about \(about.description)" }
    guard let high else {
      if let (count, unit) = inOneUnit(low) { return "\(count).. \(unit)" }
      return "\(low.description) or more"
    }
    if low == high { return low.description }
    if low.months == 0, high.months == 0 { return Span.range(low.days, high.days, "day") }
    if low.days == 0, high.days == 0 {
      if low.months % 12 == 0, high.months % 12 == 0 { return Span.range(low.months / 12, high.months / 12, "year") }
      return Span.range(low.months, high.months, "month")
    }
    return "\(low.description) to \(high.description)"
  }

  private func inOneUnit(_ length: Length) -> (Int, String)? {
    if length.months == 0 { return (length.days, "days") }
    guard length.days == 0 else { return nil }
    return length.months % 12 == 0 ? (length.months / 12, "years") : (length.months, "months")
  }

  private static func range(_ low: Int, _ high: Int, _ unit: String) -> String {
    "\(NumberText.range("\(low)", "\(high)", isNegative: low < 0)) \(unit)s"
  }
}
