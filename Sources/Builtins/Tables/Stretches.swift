import Values

/// The stretches into which rows are put by a number or a date: in which of them a value may lie, and what each is called.
struct Stretches {
  /// The numbers of all stretches, where they are given; nil where they go from the first with a row to the last.
  let all: ClosedRange<Int>?
  /// The stretches in which a value may lie, from the first to the last; nil where it may lie anywhere.
  let places: (Value) -> ClosedRange<Int>?
  /// What a stretch is called.
  let name: (Int) -> Value

  /// A number at which a stretch begins.
  struct Edge {
    let number: Double
    let text: String
    /// The whole number before it, as it is written; nil where it is none itself.
    let before: String?

    init?(_ value: Value) {
      switch value {
      case .integer(let whole): (number, before) = (Double(whole), whole == .min ? nil : "\(whole - 1)")
      case .real(let real): (number, before) = (real, Int(exactly: real).flatMap { $0 == .min ? nil : "\($0 - 1)" })
      default: return nil
      }
      text = value.printed
    }
  }

  /// Stretches of whole numbers: `10..19`.
  static func numbers(width: Int) -> Stretches {
    func place(_ number: Quantity.Number) -> Int? {
      let place = (number.double / Double(width)).rounded(.down)
      return abs(place) < 0x1p52 / Double(width) ? Int(place) : nil
    }
    return Stretches(all: nil) { value in
      guard let quantity = Quantity.of(value), let first = place(quantity.low) else { return nil }
      guard let high = quantity.high, let last = place(high), last >= first else { return nil }
      return first...last
    } name: { place in
      .range(NumberRange(place * width, place * width + width - 1))
    }
  }

  /// Stretches of the calendar: `2015/2019`, `2015-01/2015-06`.
  static func dates(months: Int) -> Stretches {
    func place(_ day: Int) -> Int {
      let date = Calendar.date(day)
      let month = date.year * 12 + date.month - 1
      return Int((Double(month) / Double(months)).rounded(.down))
    }
    func text(_ month: Int) -> String {
      let year = Int((Double(month) / 12).rounded(.down))
      let text = Calendar.text(Calendar.day(year, month - year * 12 + 1, 1))
      return String(text.dropLast(months % 12 == 0 ? 6 : 3))
    }
    return Stretches(all: nil) { value in
      guard case .date(let date) = value, let first = Date.dayNumber(date.earliestStart),
        let last = Date.dayNumber(date.latestEnd), date.isPoint || place(first) == place(last)
      else { return nil }
      return place(first)...place(last)
    } name: { place in
      let (first, last) = (text(place * months), text(place * months + months - 1))
      return .date(stretch: first, last)
    }
  }

  /// Stretches of numbers that begin at some: `..17`, `18..29`, `30..`; where there are other than whole numbers, `18 to
  /// below 30`.
  static func numbers(edges: [Edge], areWhole: Bool) -> Stretches {
    func place(_ number: Quantity.Number) -> Int { edges.count { $0.number <= number.double } }
    return Stretches(all: 0...edges.count) { value in
      guard let quantity = Quantity.of(value) else { return nil }
      return place(quantity.low)...max(place(quantity.low), quantity.high.map(place) ?? edges.count)
    } name: { place in
      let first = place > 0 ? edges[place - 1].text : nil
      guard areWhole, edges.allSatisfy({ $0.before != nil }) else {
        let next = place < edges.count ? edges[place].text : nil
        switch (first, next) {
        case (let first?, let next?): return .text("\(first) to below \(next)")
        case (let first?, nil): return .text("\(first) or more")
        case (nil, let next): return .text("below \(next ?? "")")
        }
      }
      let last = place < edges.count ? edges[place].before : nil
      return .text(first == last ? first ?? "" : "\(first ?? "")..\(last ?? "")")
    }
  }

  /// Stretches of time that begin at some dates: `../2014`, `2015/2019`, `2020/..`.
  static func dates(edges: [Date]) -> Stretches {
    func place(_ day: Int32) -> Int { edges.count { $0.earliestStart <= day } }
    return Stretches(all: 0...edges.count) { value in
      guard case .date(let date) = value else { return nil }
      let (first, last) = (place(date.earliestStart), place(date.latestEnd))
      return date.isPoint || first == last ? first...last : nil
    } name: { place in
      .date(
        stretch: place > 0 ? edges[place - 1].text : "..", place < edges.count ? edges[place].textOfTheOneBefore : "..")
    }
  }
}

extension Date {
  /// Whether it is written as one year, one month or one day, and nothing about it is open.
  var isPlainUnit: Bool {
    isPoint && !isApproximate && !isDoubtful && text.allSatisfy { $0.isNumber || $0 == "-" }
      && ["0000", "0000-00", "0000-00-00"].contains { $0.count == text.count }
  }

  /// The year, the month or the day before, written in the same way.
  fileprivate var textOfTheOneBefore: String {
    let before = Calendar.text(Int(earliestStart) - 1)
    return String(before.prefix(before.count - (10 - text.count)))
  }
}

extension Value {
  /// All the days of a stretch, from one year, month or day to another.
  fileprivate static func date(stretch first: String, _ last: String) -> Value {
    let text = first == last ? first : "\(first)/\(last)"
    do throws(DateError) { return .date(try Date.parse(text).asStretch) } catch { return .text(text) }
  }
}
