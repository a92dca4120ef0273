/// One date as it is written, before it is worked out which days it could be: its year, month and day, where some
/// digits may be `X` and some parts may be marked.
struct DatePattern {
  enum Year {
    /// Up to four digits, where nil is `X`.
    case digits([UInt8?], isNegative: Bool)
    /// All years from one to another: what `Y`, `E` and `S` write.
    case range(Int, Int)
  }

  /// Two digits, where nil is `X`.
  struct TwoDigits {
    var tens: UInt8?
    var ones: UInt8?

    var isFree: Bool { tens == nil && ones == nil }
    var number: Int? {
      if let tens, let ones { return Int(tens) * 10 + Int(ones) }
      return nil
    }

    func matches(_ number: Int) -> Bool {
      (tens.map { Int($0) == number / 10 } ?? true) && (ones.map { Int($0) == number % 10 } ?? true)
    }
  }

  /// Which parts are marked with `~` or `%`.
  struct About {
    var year = false
    var month = false
    var day = false
  }

  var year: Year
  var month: TwoDigits?
  var day: TwoDigits?
  var about = About()
  var isDoubtful = false

  var isApproximate: Bool { about.year || about.month || about.day }

  private typealias Range = (first: Int, last: Int)

  /// All days it could be; nil when there is none. Without what `~` adds when `isWidened` is false.
  func days(isWidened: Bool) -> Days? {
    var about = isWidened ? about : About()
    // The unit of a part that is not known is that of the part before it.
    if about.day && day?.isFree == true { (about.day, about.month) = (false, true) }
    if about.month && month?.isFree == true { (about.month, about.year) = (false, true) }
    let years = DatePattern.merge(yearRanges(isWidened: about.year))
    guard let month else { return Days(years.map { DatePattern.piece(years: $0) }) }
    var months: [Range] = []
    if month.isFree {
      months = years.map { ($0.first * 12, $0.last * 12 + 11) }
    } else {
      let parts = DatePattern.partsOfYear(month)
      for range in years {
        for year in range.first...range.last {
          for part in parts {
            let margin = about.month ? Date.about * (part.last - part.first + 1) : 0
            months.append((year * 12 + part.first - margin, year * 12 + part.last + margin))
          }
        }
      }
      months = DatePattern.merge(months)
    }
    guard let day, !day.isFree else {
      return Days(
        months.map {
          Days.Piece(Calendar.firstDay(ofMonth: $0.first), Calendar.lastDay(ofMonth: $0.last))
        })
    }
    var pieces: [Days.Piece] = []
    let margin = about.day ? Date.about : 0
    // A month or a year beside the one written may lack the day: its last day then stands for it.
    let takesLastDay = (about.year || about.month) && isKnown
    for range in months {
      for index in range.first...range.last {
        let start = Calendar.firstDay(ofMonth: index)
        let length = Calendar.length(ofMonth: index)
        if let number = day.number {
          let present = takesLastDay ? min(number, length) : number
          if present >= 1 && present <= length {
            pieces.append(Days.Piece(start + present - 1 - margin, start + present - 1 + margin))
          }
        } else {
          for number in 1...length where day.matches(number) {
            pieces.append(Days.Piece(start + number - 1 - margin, start + number - 1 + margin))
          }
        }
      }
    }
    return Days(pieces)
  }

  /// True when usage does not fix which months are meant: the winter of a year may be the one that it began or ended in.
  var isAmbiguous: Bool { month?.number.map { DatePattern.winters.contains($0) } ?? false }

  /// True when no digit of year and month is `X`.
  private var isKnown: Bool {
    guard month?.number != nil, case .digits(let digits, _) = year else { return false }
    return !digits.contains(nil)
  }

  private static func piece(years: Range) -> Days.Piece {
    // Years too far for the calendar are cut long before their days could overflow.
    let first = max(-9_000_000, min(9_000_000, years.first))
    let last = max(-9_000_000, min(9_000_000, years.last))
    return Days.Piece(Calendar.day(first, 1, 1), Calendar.day(last, 12, 31))
  }

  private func yearRanges(isWidened: Bool) -> [Range] {
    switch year {
    case .range(let first, let last):
      let margin = isWidened ? Date.about * (last - first + 1) : 0
      return [(first - margin, last + margin)]
    case .digits(let digits, let isNegative):
      var ranges: [Range] = [(0, 0)]
      var unit = 1
      for digit in digits {
        if let digit {
          // A known digit behind an unknown one takes the stretch apart.
          if unit > 1 { ranges = ranges.flatMap { range in (range.first...range.last).map { ($0, $0) } } }
          unit = 1
          ranges = ranges.map { ($0.first * 10 + Int(digit), $0.last * 10 + Int(digit)) }
        } else {
          unit *= 10
          ranges = ranges.map { ($0.first * 10, $0.last * 10 + 9) }
        }
      }
      if isNegative { ranges = ranges.map { (-$0.last, -$0.first) } }
      if isWidened {
        let margin = Date.about * unit
        ranges = ranges.map { ($0.first - margin, $0.last + margin) }
      }
      return ranges
    }
  }

  private static func merge(_ ranges: [Range]) -> [Range] {
    if ranges.count < 2 { return ranges }
    var merged: [Range] = []
    for range in ranges.sorted(by: { $0.first < $1.first }) {
      if let before = merged.last, range.first <= before.last + 1 {
        merged[merged.count - 1].last = max(before.last, range.last)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

// Months, seasons, quarters: the parts of a year, in months counted from its January, which is 0.
extension DatePattern {
  /// The winters of the north and the summers of the south.
  static let winters: Set<Int> = [24, 28, 30]

  static func isPartOfYear(_ number: Int) -> Bool { (1...12).contains(number) || (21...41).contains(number) }

  /// Every part that two digits could mean; `X` stands for digits of months only.
  private static func partsOfYear(_ digits: TwoDigits) -> [Range] {
    if let number = digits.number { return partsOfYear(number) }
    return (1...12).filter(digits.matches).map { ($0 - 1, $0 - 1) }
  }

  static func partsOfYear(_ number: Int) -> [(first: Int, last: Int)] {
    switch number {
    case 1...12: [(number - 1, number - 1)]
    case 21, 25, 31: [(2, 4)]
    case 22, 26, 32: [(5, 7)]
    case 23, 27, 29: [(8, 10)]
    // The standard does not say which winter a year's winter is: both that touch it are possible.
    case 24, 28, 30: [(-1, 1), (11, 13)]
    case 33...36: [((number - 33) * 3, (number - 33) * 3 + 2)]
    case 37...39: [((number - 37) * 4, (number - 37) * 4 + 3)]
    case 40, 41: [((number - 40) * 6, (number - 40) * 6 + 5)]
    default: []
    }
  }
}
