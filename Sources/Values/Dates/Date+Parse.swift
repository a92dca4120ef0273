extension Date {
  /// Reads a date of EDTF, levels 0 to 2, or Rep's own `A..B`: one day between A and B.
  public static func parse(_ text: String) throws(DateError) -> Date {
    if let days = text.utf8.withContiguousStorageIfAvailable(plainDays) ?? nil {
      return Date(text: text, form: .point(possible: days, asWritten: days))
    }
    return try DateParser(text).date()
  }

  /// The days of `2022-05-03`, `2022-05` and `2022`, by far the most frequent forms; nil for anything else, right or wrong.
  fileprivate static func plainDays(_ bytes: UnsafeBufferPointer<UInt8>) -> Days? {
    func number(_ from: Int, _ count: Int) -> Int? {
      var result = 0
      for index in from..<from + count {
        let digit = bytes[index] &- 48
        if digit > 9 { return nil }
        result = result * 10 + Int(digit)
      }
      return result
    }
    let dash = UInt8(ascii: "-")
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10, let year = number(0, 4) else { return nil }
    if bytes.count == 4 { return Days(Days.Piece(Calendar.day(year, 1, 1), Calendar.day(year, 12, 31))) }
    guard bytes[4] == dash, let month = number(5, 2), (1...12).contains(month) else { return nil }
    let length = Calendar.daysIn(month: month, of: year)
    if bytes.count == 7 {
      let first = Calendar.day(year, month, 1)
      return Days(Days.Piece(first, first + length - 1))
    }
    guard bytes[7] == dash, let day = number(8, 2), day >= 1, day <= length else { return nil }
    return Days(Days.number(Calendar.day(year, month, day)))
  }
}

/// Reads one date. Every method takes the stretch of bytes that it is to read, whole.
private struct DateParser {
  let text: String
  let bytes: [UInt8]

  typealias Bytes = Range<Int>

  /// A date that is one day, with what was marked in it.
  private struct Day {
    var possible: Days
    /// Nil where usage does not fix the days.
    var asWritten: Days?
    var isApproximate = false
    var isDoubtful = false

    func joined(_ other: Day) -> Day {
      Day(
        possible: possible.joined(other.possible),
        asWritten: asWritten.flatMap { mine in other.asWritten.map(mine.joined) },
        isApproximate: isApproximate || other.isApproximate, isDoubtful: isDoubtful || other.isDoubtful)
    }

    /// One day from this one to another.
    func between(_ other: Day) -> Day {
      Day(
        possible: Days(possible.first, other.possible.last),
        asWritten: asWritten.flatMap { mine in other.asWritten.flatMap { Days(from: mine, to: $0) } },
        isApproximate: isApproximate || other.isApproximate, isDoubtful: isDoubtful || other.isDoubtful)
    }
  }

  /// A form, with what was marked in any of its parts.
  private struct Marked {
    let form: Date.Form
    var isApproximate = false
    var isDoubtful = false

    init(form: Date.Form, _ days: Day...) {
      self.form = form
      for day in days { note(day) }
    }

    mutating func note(_ day: Day) {
      isApproximate = isApproximate || day.isApproximate
      isDoubtful = isDoubtful || day.isDoubtful
    }
  }

  init(_ text: String) {
    self.text = text
    self.bytes = Array(text.utf8)
  }

  func date() throws(DateError) -> Date {
    let all = 0..<bytes.count
    guard let first = bytes.first else { throw .empty() }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return try set(all) }
    if let stroke = bytes.firstIndex(of: UInt8(ascii: "/")) { return date(try stretch(all, stroke)) }
    let day = try dayOrBetween(all)
    return date(Marked(form: .point(possible: day.possible, asWritten: day.asWritten), day))
  }

  private func date(_ marked: Marked) -> Date {
    Date(text: text, form: marked.form, isApproximate: marked.isApproximate, isDoubtful: marked.isDoubtful)
  }

  // MARK: Stretches

  private func stretch(_ range: Bytes, _ stroke: Int) throws(DateError) -> Marked {
    if bytes[stroke + 1..<range.upperBound].contains(UInt8(ascii: "/")) { throw .manyStrokes(stroke, range.upperBound) }
    let left = range.lowerBound..<stroke
    let right = stroke + 1..<range.upperBound
    let (from, first) = try end(left)
    let (to, last) = try end(right)
    switch (from, to) {
    case (.day(let first), .day(let last)):
      if last.last < first.first { throw .reversed(string(left), string(right), range.lowerBound, range.upperBound) }
    case (.day, .open), (.day, .unknown), (.open, .day), (.unknown, .day): break
    case (.open, .open), (.open, .unknown), (.unknown, .open), (.unknown, .unknown):
      throw .noEnd(range.lowerBound, range.upperBound)
    }
    var marked = Marked(form: .stretch(from: from, to: to))
    for day in [first, last].compactMap(\.self) { marked.note(day) }
    return marked
  }

  private func end(_ part: Bytes) throws(DateError) -> (Date.End, Day?) {
    if part.isEmpty { return (.unknown, nil) }
    if isDots(part) { return (.open, nil) }
    let day = try dayOrBetween(part)
    return (.day(day.possible), day)
  }

  // MARK: Sets

  /// `[…]`: one of its members. `{…}`: all of them.
  private func set(_ range: Bytes) throws(DateError) -> Date {
    let isOneOf = bytes[range.lowerBound] == UInt8(ascii: "[")
    let closing = isOneOf ? UInt8(ascii: "]") : UInt8(ascii: "}")
    guard bytes.count > 1, bytes.last == closing else {
      throw .unclosed(isOneOf ? "]" : "}", range.lowerBound, range.upperBound)
    }
    var members: [Bytes] = []
    var start = range.lowerBound + 1
    for index in start..<range.upperBound
    where bytes[index] == UInt8(ascii: ",") || index == range.upperBound - 1 {
      members.append(trimmed(start..<index))
      start = index + 1
    }
    if members.count > 1000 { throw .tooManyMembers(range.lowerBound, range.upperBound) }
    return isOneOf ? try oneOf(members) : try allOf(members)
  }

  private func oneOf(_ members: [Bytes]) throws(DateError) -> Date {
    var union: Day?
    for (position, member) in members.enumerated() {
      var day: Day
      if position == 0, let rest = afterDots(member) {
        day = try single(rest)
        day.possible = Days(Days.unboundedPast, day.possible.last)
        day.asWritten = day.asWritten.map { Days(Days.unboundedPast, $0.last) }
      } else if position == members.count - 1, let rest = beforeDots(member) {
        day = try single(rest)
        day.possible = Days(day.possible.first, Days.unboundedFuture)
        day.asWritten = day.asWritten.map { Days($0.first, Days.unboundedFuture) }
      } else {
        day = try dayOrBetween(member)
      }
      union = union?.joined(day) ?? day
    }
    guard let union else { throw .empty() }
    return date(Marked(form: .point(possible: union.possible, asWritten: union.asWritten), union))
  }

  private func allOf(_ members: [Bytes]) throws(DateError) -> Date {
    var all: [Marked] = []
    for (position, member) in members.enumerated() {
      if let stroke = bytes[member].firstIndex(of: UInt8(ascii: "/")) {
        all.append(try stretch(member, stroke))
      } else if position == 0, let rest = afterDots(member) {
        let last = try single(rest)
        all.append(Marked(form: .stretch(from: .open, to: .day(last.possible)), last))
      } else if position == members.count - 1, let rest = beforeDots(member) {
        let first = try single(rest)
        all.append(Marked(form: .stretch(from: .day(first.possible), to: .open), first))
      } else if let dots = dots(in: member) {
        let first = try single(member.lowerBound..<dots)
        let last = try single(dots + 2..<member.upperBound)
        try check(first, last, member, dots)
        all.append(Marked(form: .stretch(from: .day(first.possible), to: .day(last.possible)), first, last))
      } else {
        let day = try single(member)
        all.append(Marked(form: .point(possible: day.possible, asWritten: day.asWritten), day))
      }
    }
    all.sort { $0.form.ends.start.first < $1.form.ends.start.first }
    var marked = Marked(form: .several(all.map(\.form)))
    marked.isApproximate = all.contains(where: \.isApproximate)
    marked.isDoubtful = all.contains(where: \.isDoubtful)
    return date(marked)
  }

  // MARK: One day

  private func dayOrBetween(_ range: Bytes) throws(DateError) -> Day {
    guard let dots = dots(in: range) else { return try single(range) }
    if dots == range.lowerBound || dots + 2 == range.upperBound {
      throw .openBetween(string(range), range.lowerBound, range.upperBound)
    }
    let first = try single(range.lowerBound..<dots)
    let last = try single(dots + 2..<range.upperBound)
    try check(first, last, range, dots)
    return first.between(last)
  }

  private func check(_ first: Day, _ last: Day, _ range: Bytes, _ dots: Int) throws(DateError) {
    if last.possible.last < first.possible.first {
      throw .reversed(
        string(range.lowerBound..<dots), string(dots + 2..<range.upperBound), range.lowerBound, range.upperBound)
    }
  }

  private func single(_ range: Bytes) throws(DateError) -> Day {
    if range.isEmpty { throw .unexpected("", range.lowerBound, range.upperBound) }
    if let stroke = bytes[range].firstIndex(of: UInt8(ascii: "/")) { throw .stretchInSet(stroke, stroke + 1) }
    if let days = bytes[range].withUnsafeBufferPointer(Date.plainDays) { return Day(possible: days, asWritten: days) }
    var reader = PatternReader(text: text, bytes: bytes, end: range.upperBound, position: range.lowerBound)
    let pattern = try reader.read()
    guard let written = pattern.days(isWidened: false) else {
      throw .day(
        string(reader.dayPlace), reader.knownMonth, reader.knownYear, reader.dayPlace.lowerBound,
        reader.dayPlace.upperBound)
    }
    let possible = pattern.isApproximate ? pattern.days(isWidened: true) ?? written : written
    return Day(
      possible: possible, asWritten: pattern.isAmbiguous ? nil : written, isApproximate: pattern.isApproximate,
      isDoubtful: pattern.isDoubtful)
  }

  // MARK: Bytes

  private func string(_ range: Bytes) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func isDots(_ range: Bytes) -> Bool {
    range.count == 2 && bytes[range.lowerBound] == UInt8(ascii: ".") && bytes[range.lowerBound + 1] == UInt8(ascii: ".")
  }

  /// Where `..` stands.
  private func dots(in range: Bytes) -> Int? {
    guard range.count > 2 else { return nil }
    return (range.lowerBound..<range.upperBound - 1).first { isDots($0..<$0 + 2) }
  }

  private func afterDots(_ range: Bytes) -> Bytes? {
    range.count > 2 && isDots(range.lowerBound..<range.lowerBound + 2) ? range.lowerBound + 2..<range.upperBound : nil
  }

  private func beforeDots(_ range: Bytes) -> Bytes? {
    range.count > 2 && isDots(range.upperBound - 2..<range.upperBound) ? range.lowerBound..<range.upperBound - 2 : nil
  }

  private func trimmed(_ range: Bytes) -> Bytes {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper && bytes[lower] == UInt8(ascii: " ") { lower += 1 }
    while lower < upper && bytes[upper - 1] == UInt8(ascii: " ") { upper -= 1 }
    return lower..<upper
  }
}
