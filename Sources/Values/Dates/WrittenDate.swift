import Diagnostics

/// A date as people write it in a cell: in the standard form, with a month's English name, or as numbers in an order that
/// only whoever wrote them knows.
package enum WrittenDate {
  case date(Date)
  /// `03/04/2015`, which is two days; both are told.
  case either(String, String)
  case none(String)

  /// The order of numbers that stand apart by `/`, `.` or `-`, or that a day is one number.
  package enum Order {
    case dayFirst, monthFirst
    /// As spreadsheets count days, from 1900 on.
    case counted

    /// The order in a date that shows it: `31/12/2015`, `12/31/2015`, `43831`.
    package init?(example: String) {
      if WrittenDate.counted(example) != nil {
        self = .counted
        return
      }
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

  package init(_ text: String, _ order: Order?) {
    let text = text.trimmed
    if order == .counted, let date = WrittenDate.counted(text) {
      self = .date(date)
      return
    }
    do throws(DateError) {
      self = .date(try Date.parse(text))
      return
    } catch {
      if let rest = text.behindRoughWord {
        self = WrittenDate(rest, order).roughly
      } else if let (first, second, year) = WrittenDate.numbers(text) {
        self = WrittenDate.read(first, second, year, order)
      } else if let standard = WrittenDate.named(text), let date = try? Date.parse(standard) {
        self = .date(date)
      } else if let standard = WrittenDate.monthOfYear(text), let date = try? Date.parse(standard) {
        self = .date(date)
      } else if let (first, last) = WrittenDate.years(text) {
        self = .none("a stretch from one year to another is written \(first)/\(last)")
      } else if let date = WrittenDate.counted(text) {
        self = .none("it is \(date.text) as a spreadsheet counts days: `dates: \"\(text)\"` reads such numbers so")
      } else {
        self = .none(error.isOfSign ? "it is no date that Rep can read" : error.message)
      }
    }
  }

  /// The same date as one that is only about right.
  private var roughly: WrittenDate {
    guard case .date(let date) = self, !date.text.hasSuffix("~") else { return self }
    do throws(DateError) { return .date(try Date.parse("\(date.text)~")) } catch { return .none(error.message) }
  }

  /// The day that a number of five digits is, as spreadsheets count days; nil for what is no such number.
  ///
  /// Day 1 is 1 January 1900, and 29 February 1900 is counted, which there never was. So the days from March 1900 on
  /// are 25,569 more than those since 1970.
  private static func counted(_ text: String) -> Date? {
    guard text.utf8.count == 5, text.isOfDigits, let number = Int32(text), number >= 10_000 else { return nil }
    return Date(day: number - 25_569)
  }

  /// An example that shows how a date may be written of which that is not said; nil for what is no such date.
  package static func example(of text: String) -> String? {
    if counted(text) != nil { return text }
    guard standard(text) != nil else { return nil }
    return Order(example: text) == .monthFirst ? "12/31/2015" : "31/12/2015"
  }

  /// A day of which it is not said whether its first number is the day, as the standard form would write it; nil for
  /// what is no such day.
  package static func standard(_ text: String) -> String? {
    guard let (first, second, year) = numbers(text.trimmed) else { return nil }
    switch (read(first, second, year, .dayFirst), read(first, second, year, .monthFirst)) {
    case (.date(let one), .date(let other)) where one.text != other.text:
      return "\(one.text) (day first) or \(other.text) (month first)"
    case (.date(let one), _): return "\(one.text) (day first)"
    case (_, .date(let other)): return "\(other.text) (month first)"
    default: return nil
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
    case .dayFirst: return second > 12 ? month(second, isMonth: monthFirst, "month") : day(dayFirst)
    case .monthFirst: return first > 12 ? month(first, isMonth: dayFirst, "day") : day(monthFirst)
    case .counted, nil:
      switch (day(dayFirst), day(monthFirst)) {
      case (.date(let one), .date): return dayFirst == monthFirst ? .date(one) : .either(dayFirst, monthFirst)
      // Which of two numbers is the day is told even where only one of them can be: the next row may not say.
      case (.date, _): return .none("it is \(dayFirst) once `dates: \"31/12/2015\"` says that the day stands first")
      case (_, .date): return .none("it is \(monthFirst) once `dates: \"12/31/2015\"` says that the month stands first")
      case (let neither, _): return neither
      }
    }
  }

  /// A number above 12 stands where the month does.
  ///
  /// - Parameters:
  ///   - other: the day that it would be in the other order.
  ///   - word: what stands first in that order.
  private static func month(_ number: Int, isMonth other: String, _ word: String) -> WrittenDate {
    let why = "its month would be \(number)"
    if case .date = day(other) { return .none("\(why): here the \(word) stands first, \(other)") }
    return .none(why)
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

  /// `12/2013`, which can be nothing but a month, in the standard form.
  private static func monthOfYear(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 4, parts.allSatisfy(\.isOfDigits), parts[0].utf8.count <= 2,
      let month = Int(parts[0]), (1...12).contains(month)
    else { return nil }
    return "\(parts[1])-\(month.twoDigits)"
  }

  /// `2019-2020`: two years.
  private static func years(_ text: String) -> (Substring, Substring)? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 && $0.isOfDigits }) else { return nil }
    return (parts[0], parts[1])
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
