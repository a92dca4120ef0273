import Diagnostics
import Values

/// A date as people write it in a cell: in the standard form, with a month's English name, or as numbers in an order that
/// only whoever wrote them knows.
enum WrittenDate {
  case date(Date)
  /// `03/04/2015`, which is two days; both are told.
  case either(String, String)
  case none(String)

  /// The order of numbers that stand apart by `/`, `.` or `-`.
  enum Order {
    case dayFirst, monthFirst

    /// The order in a date that shows it: `31/12/2015`, `12/31/2015`.
    init?(example: String) {
      guard let (first, second, _) = WrittenDate.numbers(example) else { return nil }
      if first > 12, second <= 12 {
        self = .dayFirst
      } else if second > 12, first <= 12 {
        self = .monthFirst
      } else {
        return nil
      }
    }
  }

  init(_ text: String, _ order: Order?) {
    let text = text.trimmed
    do throws(DateError) {
      self = .date(try Date.parse(text))
      return
    } catch {
      if let (first, second, year) = WrittenDate.numbers(text) {
        self = WrittenDate.read(first, second, year, order)
      } else if let standard = WrittenDate.named(text), let date = try? Date.parse(standard) {
        self = .date(date)
      } else {
        self = .none(error.message)
      }
    }
  }

  /// Three numbers of which the last is a year of four digits.
  private static func numbers(_ text: String) -> (Int, Int, String)? {
    for separator in ["/", ".", "-"] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy(\.isOfDigits), let first = Int(parts[0]),
        let second = Int(parts[1]), parts[0].utf8.count <= 2, parts[1].utf8.count <= 2
      else { continue }
      return (first, second, String(parts[2]))
    }
    return nil
  }

  private static func read(_ first: Int, _ second: Int, _ year: String, _ order: Order?) -> WrittenDate {
    let dayFirst = "\(year)-\(second.twoDigits)-\(first.twoDigits)"
    let monthFirst = "\(year)-\(first.twoDigits)-\(second.twoDigits)"
    switch order {
    case .dayFirst: return day(dayFirst)
    case .monthFirst: return day(monthFirst)
    case nil:
      switch (day(dayFirst), day(monthFirst)) {
      case (.date(let one), .date): return dayFirst == monthFirst ? .date(one) : .either(dayFirst, monthFirst)
      // Which of two numbers is the day is told even where only one of them can be: the next row may not say.
      case (.date, _): return .none("in which order day and month stand is not said")
      case (_, .date): return .none("in which order day and month stand is not said")
      case (let neither, _): return neither
      }
    }
  }

  private static func day(_ text: String) -> WrittenDate {
    do throws(DateError) { return .date(try Date.parse(text)) } catch { return .none(error.message) }
  }

  /// `May 2022`, `24 October 2022`, `October 24, 2022` in the standard form; nil for anything else.
  private static func named(_ text: String) -> String? {
    var words = text.split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
    guard words.count == 2 || words.count == 3, let year = words.popLast(), year.utf8.count == 4, year.isOfDigits else {
      return nil
    }
    guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) else { return nil }
    words.remove(at: place)
    guard let day = words.first else { return "\(year)-\(month.twoDigits)" }
    guard day.isOfDigits, let number = Int(day), number < 100 else { return nil }
    return "\(year)-\(month.twoDigits)-\(number.twoDigits)"
  }

  /// The number of a month by its English name, whole or its first three letters.
  private static func month(_ word: String) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3 else { return nil }
    return Calendar.monthNames.firstIndex { name in
      let name = name.lowercased()
      return word == name || word == name.prefix(3) || (word == "sept" && name == "september")
    }.map { $0 + 1 }
  }
}

extension StringProtocol {
  fileprivate var isOfDigits: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
