import Values

// What spans come to together, worked out in days.
extension Column {
  /// The spans of a column as numbers of days; nil where the first that is known is something else.
  func inDays(_ watch: Watch) throws(Fault) -> Column? {
    func days(_ value: Value) throws(Fault) -> Value {
      // What cannot be added to a span has nothing to do among them.
      guard case .span(let span) = try Adding.apply(.span(Span()), value) else { return value }
      return try span.divided(by: .span(Span(days: 1)))
    }
    switch self {
    case .texts, .records, .lists: return nil
    case .coded(let codes, let values):
      guard values.areSpans else { return nil }
      return .coded(codes, values: try watch.map(values) { value throws(Fault) in try days(value) })
    case .plain(let values):
      guard values.areSpans else { return nil }
      return .plain(try watch.map(values) { value throws(Fault) in try days(value) })
    }
  }
}

extension [Value] {
  fileprivate var areSpans: Bool {
    if case .span? = first(where: { $0.settled.reasons == nil })?.settled { true } else { false }
  }
}

extension Value {
  /// A number of days as a span, with its ends. Parts of days are rounded to whole days.
  var asDays: Value {
    func days(_ number: Quantity.Number) -> Span.Length { Span.Length(days: Int(number.double.rounded())) }
    guard let quantity = Quantity.of(self) else { return self }
    if let exact = quantity.exact { return .span(Span(days: days(exact).days)) }
    return .span(Span(low: days(quantity.low), high: quantity.high.map(days)))
  }
}
