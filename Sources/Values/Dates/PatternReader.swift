/// Reads year, month, day and their marks, byte by byte.
struct PatternReader {
  let text: String
  let bytes: [UInt8]
  let end: Int
  var position: Int
  /// Where the day stands, for messages.
  private(set) var dayPlace = 0..<0
  private(set) var knownYear: Int?
  private(set) var knownMonth: Int?

  init(text: String, bytes: [UInt8], end: Int, position: Int) {
    self.text = text
    self.bytes = bytes
    self.end = end
    self.position = position
  }

  private enum Part { case year, month, day }

  mutating func read() throws(DateError) -> DatePattern {
    var pattern = DatePattern(year: .range(0, 0))
    mark(.year, &pattern)
    let yearStart = position
    let takesMonth = try readYear(&pattern)
    mark(.year, &pattern)
    if position == end { return pattern }
    guard peek == UInt8(ascii: "-") else { throw unexpected() }
    if !takesMonth { throw .farYearWithMonth(yearStart, end) }
    position += 1
    mark(.month, &pattern)
    let isSeason = try readMonth(&pattern)
    mark(.month, &pattern)
    if position == end { return pattern }
    guard peek == UInt8(ascii: "-") else { throw unexpected() }
    position += 1
    if isSeason { throw .seasonWithDay(position, end) }
    mark(.day, &pattern)
    try readDay(&pattern)
    mark(.day, &pattern)
    if peek == UInt8(ascii: "T") { try readTime() }
    if position < end { throw unexpected() }
    return pattern
  }

  // MARK: Marks

  /// A mark before a part is about that part, one behind it about it and all before it. Either way `~` widens by the
  /// unit of the part at which it stands.
  private mutating func mark(_ part: Part, _ pattern: inout DatePattern) {
    guard let byte = peek else { return }
    switch byte {
    case UInt8(ascii: "?"): pattern.isDoubtful = true
    case UInt8(ascii: "%"):
      pattern.isDoubtful = true
      setAbout(part, &pattern)
    case UInt8(ascii: "~"): setAbout(part, &pattern)
    default: return
    }
    position += 1
  }

  private func setAbout(_ part: Part, _ pattern: inout DatePattern) {
    switch part {
    case .year: pattern.about.year = true
    case .month: pattern.about.month = true
    case .day: pattern.about.day = true
    }
  }

  // MARK: Parts

  /// True when a month may follow.
  private mutating func readYear(_ pattern: inout DatePattern) throws(DateError) -> Bool {
    let start = position
    if peek == UInt8(ascii: "Y") {
      position += 1
      try readFarYear(&pattern, start)
      return false
    }
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var digits: [UInt8?] = []
    while let digit = digitOrX() { digits.append(digit) }
    guard digits.count == 4 else {
      if digits.isEmpty { throw unexpected() }
      throw .year(string(start..<position), start, position)
    }
    pattern.year = .digits(digits, isNegative: isNegative)
    if !digits.contains(nil) {
      let number = digits.reduce(0) { $0 * 10 + Int($1 ?? 0) }
      knownYear = isNegative ? -number : number
      if peek == UInt8(ascii: "S") {
        try readSignificant(&pattern, number, isNegative: isNegative)
        return false
      }
    }
    return true
  }

  /// What stands behind `Y`: digits, `E` and an exponent, `S` and a number of significant digits.
  private mutating func readFarYear(_ pattern: inout DatePattern, _ start: Int) throws(DateError) {
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard var number = digits() else { throw unexpected() }
    if peek == UInt8(ascii: "E") {
      position += 1
      guard let exponent = digits() else { throw unexpected() }
      for _ in 0..<min(exponent, 20) { number = PatternReader.farYear(number, 10) }
    }
    pattern.year = .range(isNegative ? -number : number, isNegative ? -number : number)
    if peek == UInt8(ascii: "S") { try readSignificant(&pattern, number, isNegative: isNegative) }
  }

  /// `1950S2`: some year whose first two digits are 19, thought to be 1950.
  private mutating func readSignificant(
    _ pattern: inout DatePattern, _ number: Int, isNegative: Bool
  ) throws(DateError) {
    let start = position
    position += 1
    let width = String(number).utf8.count
    guard let count = digits(), count >= 1, count <= width else { throw .significant(start, end) }
    var unit = 1
    for _ in 0..<width - count { unit *= 10 }
    let first = number / unit * unit
    let last = first + unit - 1
    pattern.year = isNegative ? .range(-last, -first) : .range(first, last)
  }

  /// True for a season, a quarter, or another part of a year that has no days of its own.
  private mutating func readMonth(_ pattern: inout DatePattern) throws(DateError) -> Bool {
    let start = position
    let month = try twoDigits("month", start)
    pattern.month = month
    if let number = month.number {
      if !DatePattern.isPartOfYear(number) { throw .month(string(start..<position), start, position) }
      knownMonth = number
      return number > 12
    }
    if !(1...12).contains(where: month.matches) { throw .month(string(start..<position), start, position) }
    return false
  }

  private mutating func readDay(_ pattern: inout DatePattern) throws(DateError) {
    let start = position
    let day = try twoDigits("day", start)
    dayPlace = start..<position
    pattern.day = day
    if !(1...31).contains(where: day.matches) {
      throw .day(string(dayPlace), knownMonth, knownYear, start, position)
    }
  }

  /// The time of day is read and left out: Rep counts in days. The day stays the one written, whatever the zone.
  private mutating func readTime() throws(DateError) {
    let start = position + 1
    let parts = bytes[start..<end].prefix {
      $0 != UInt8(ascii: "Z") && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-")
    }
    let zone = bytes[parts.endIndex..<end]
    let isZone =
      zone.isEmpty || (zone.count == 1 && zone.first == UInt8(ascii: "Z"))
      || (zone.first != UInt8(ascii: "Z") && isClock(zone.dropFirst(), parts: 1...2))
    guard isClock(parts, parts: 2...3), isZone else { throw .time(string(start..<end), start, end) }
    position = end
  }

  /// `hh`, `hh:mm` or `hh:mm:ss`.
  private func isClock(_ clock: ArraySlice<UInt8>, parts: ClosedRange<Int>) -> Bool {
    let fields = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.contains(fields.count) else { return false }
    for (index, field) in fields.enumerated() {
      guard field.count == 2, let tens = field.first, let ones = field.last, (48...57).contains(tens),
        (48...57).contains(ones)
      else { return false }
      if Int(tens - 48) * 10 + Int(ones - 48) > (index == 0 ? 24 : 59) { return false }
    }
    return true
  }

  // MARK: Bytes

  private var peek: UInt8? { position < end ? bytes[position] : nil }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func unexpected() -> DateError {
    // The whole character that stands here, not its first byte.
    var upper = min(position + 1, end)
    while upper < end && bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return .unexpected(string(position..<upper), position, upper)
  }

  /// A digit, or nil inside for `X`; nil at anything else.
  private mutating func digitOrX() -> UInt8?? {
    guard let byte = peek else { return nil }
    if byte == UInt8(ascii: "X") {
      position += 1
      return .some(nil)
    }
    if (48...57).contains(byte) {
      position += 1
      return .some(byte - 48)
    }
    return nil
  }

  private mutating func twoDigits(_ part: String, _ start: Int) throws(DateError) -> DatePattern.TwoDigits {
    var digits: [UInt8?] = []
    while let digit = digitOrX() { digits.append(digit) }
    guard digits.count == 2 else {
      if digits.isEmpty { throw unexpected() }
      throw .twoDigits(part, string(start..<position), start, position)
    }
    return DatePattern.TwoDigits(tens: digits[0], ones: digits[1])
  }

  /// A number of any length, cut off where years are too far to matter; nil at anything but a digit.
  private mutating func digits() -> Int? {
    guard let first = peek, (48...57).contains(first) else { return nil }
    var number = 0
    while let byte = peek, (48...57).contains(byte) {
      number = PatternReader.farYear(number, 10) + Int(byte - 48)
      position += 1
    }
    return number
  }

  /// No year is further than a thousand million million years; the days of all such years are the same for Rep.
  private static func farYear(_ number: Int, _ factor: Int) -> Int {
    let limit = 1_000_000_000_000_000
    return number > limit / factor ? limit : number * factor
  }
}
