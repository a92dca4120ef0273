import Values

/// Dates of which it must be said whether their day or their month stands first, and what in the column shows it.
struct NumberedDates {
  /// The order in which most of them are days.
  private let order: WrittenDate.Order
  /// How many rows may be read in both, and the first text of them.
  private var bothWays = 0
  private var firstOfBoth: String?
  /// The first text that is a day in this order alone.
  private var firstOfOne: String?

  /// - Parameter texts: the different texts of a column, and how often each stands.
  init(_ order: WrittenDate.Order, _ texts: [(value: Value, count: Int)]) {
    self.order = order
    for (value, count) in texts {
      guard let text = value.string?.trimmed else { continue }
      switch WrittenDate(text, nil) {
      case .date: continue
      case .either:
        bothWays += count
        firstOfBoth = firstOfBoth ?? text
      case .none:
        if firstOfOne == nil, case .date = WrittenDate(text, order) { firstOfOne = text }
      }
    }
  }

  /// How they are read, and how much of that stands in the column.
  func note(_ column: String) -> String {
    let isDayFirst = order != .monthFirst
    let step = "`typed dates: \"\(isDayFirst ? "31/12/2015" : "12/31/2015")\" { \(column.asName): date }`"
    let both = firstOfBoth.flatMap { text in
      WrittenDate.standard(text).map { days in
        "\(bothWays) \(bothWays == 1 ? "row" : "rows") may be read in two ways, as \(text): \(days)"
      }
    }
    if let firstOfOne {
      return "\(column): \(firstOfOne) shows that the \(isDayFirst ? "day" : "month") stands first: \(step)"
        + (both.map { "; \($0)" } ?? "")
    }
    return
      "\(column): \(both ?? "dates in numbers"); \(step) says that the day stands first, `dates: \"12/31/2015\"` the month"
  }
}
