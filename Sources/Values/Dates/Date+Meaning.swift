// What a date is taken for, in words.
extension Date {
  /// `one day, from 2022-04-01 to 2022-06-30`, `a stretch of time, from a day of 2018-01 and still going on`.
  public var meaning: String {
    switch form {
    case .point(let possible, _):
      if exactDay != nil { return "one day" }
      if !possible.isBounded { return "one day, which is \(possible.text)" }
      return "one day, from \(Calendar.text(Int(earliestStart))) to \(Calendar.text(Int(latestEnd)))"
    case .stretch(let from, let to): return "a stretch of time, \(from.asStart) \(to.asEnd)"
    case .several: return "several days, or stretches of time"
    }
  }

  /// The parts of a year that it names by number: `2022-21 is the spring of 2022, March to May`.
  var partsOfYear: [String] {
    text.split { "/,[]{}~?%".contains($0) }.compactMap { part in
      let part = part.drop { $0 == "." }.prefix { $0 != "." }
      // `2022-05-21` ends in a day.
      guard let dash = part.lastIndex(of: "-"), !part[..<dash].dropFirst().contains("-"),
        let number = Int(part[part.index(after: dash)...]), let name = DatePattern.name(ofPart: number)
      else { return nil }
      let year = part[..<dash]
      guard let months = DatePattern.months(ofPart: number) else {
        return "\(part) is the \(name) that ends in \(year), or the one that begins in it"
      }
      return "\(part) is the \(name) of \(year), \(months)"
    }
  }
}

extension Date.End {
  fileprivate var asStart: String {
    switch self {
    case .day(let days): "from \(days.meaning)"
    case .open: "without a beginning,"
    case .unknown: "nobody knows since when,"
    }
  }

  fileprivate var asEnd: String {
    switch self {
    case .day(let days): "to \(days.meaning)"
    case .open: "and still going on"
    case .unknown: "and nobody knows until when"
    }
  }
}

extension Days {
  fileprivate var meaning: String { only.map { Calendar.text(Int($0)) } ?? "a day of \(text)" }
}

extension DatePattern {
  /// What a part of a year is called; nil for a month.
  static func name(ofPart number: Int) -> String? {
    let seasons = ["spring", "summer", "autumn", "winter"]
    let counts = ["first", "second", "third", "fourth"]
    switch number {
    case 21...24: return seasons[number - 21]
    case 25...28: return "northern \(seasons[number - 25])"
    case 29...32: return "southern \(seasons[number - 29])"
    case 33...36: return "\(counts[number - 33]) quarter"
    case 37...39: return "\(counts[number - 37]) third"
    case 40, 41: return "\(counts[number - 40]) half"
    default: return nil
    }
  }

  /// `March to May`; nil where usage does not fix which months they are.
  static func months(ofPart number: Int) -> String? {
    let ranges = partsOfYear(number)
    guard ranges.count == 1, let range = ranges.first else { return nil }
    return "\(Calendar.monthNames[range.first]) to \(Calendar.monthNames[range.last])"
  }
}
