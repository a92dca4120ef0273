import Diagnostics
import Values

/// What the numbers in a cell are shown as, as far as it says what they are.
enum CellStyle {
  case number
  /// A day; the time of day may be shown with it.
  case day
  /// Only the month of a day, or only its year, is shown.
  case month, year
  /// A time of day without a day.
  case time

  /// A number format that Excel does not write down, by its number (ECMA-376, 18.8.30).
  init(builtIn number: Int) {
    switch number {
    case 14...16, 22, 27...31, 36, 50...54, 57, 58: self = .day
    case 17: self = .month
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// A number format as it is written down: `yyyy\-mm\-dd`, `[$-409]mmm\ yy`, `0.00"days"`.
  init(format: String) {
    var letters: Set<Character> = []
    var rest = format.lowercased()[...]
    // Behind a semicolon stands what negative numbers look like.
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let bracket = rest.prefix { $0 != "]" }
        // Hours beyond a day are a length of time; anything else in brackets is a colour, a language, a condition.
        if let unit = bracket.first, "hms".contains(unit), bracket.allSatisfy({ $0 == unit }) { letters.insert("h") }
        rest = rest.dropFirst(bracket.count + 1)
      default: letters.insert(character)
      }
    }
    let isTime = !letters.isDisjoint(with: ["h", "s"])
    if letters.contains("d") {
      self = .day
    } else if letters.contains("y") {
      self = isTime ? .day : letters.contains("m") ? .month : .year
    } else if letters.contains("m"), !isTime {
      self = .day
    } else {
      self = isTime ? .time : .number
    }
  }
}

/// Reads what the numbers of the style of each cell mean.
final class StyleReader: MarkupListener {
  private(set) var styles: [CellStyle] = []
  private var formats: [Int: CellStyle] = [:]
  private var isOfCells = false

  func begin(_ name: MarkupName, _ attributes: MarkupAttributes) {
    switch name {
    case "numFmt":
      guard let number = attributes.number("numFmtId"), let format = attributes["formatCode"] else { return }
      formats[number] = CellStyle(format: format)
    case "cellXfs": isOfCells = true
    case "xf":
      guard isOfCells else { return }
      let number = attributes.number("numFmtId") ?? 0
      styles.append(formats[number] ?? CellStyle(builtIn: number))
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  func end(_ name: MarkupName) { if "cellXfs" ~= name { isOfCells = false } }
}

/// Turns the numbers by which Excel counts days into dates.
struct DayNumbers {
  let isFrom1904: Bool
  /// Dates by number and by what of them is shown, so that one date is made once.
  private var known: [Key: Date] = [:]

  private struct Key: Hashable {
    let number: Int
    let style: CellStyle
  }

  init(isFrom1904: Bool) { self.isFrom1904 = isFrom1904 }

  /// The date of a number; nil for a number that is no day of the calendar, such as that of 29 February 1900, which
  /// Excel has and the calendar has not.
  mutating func date(_ number: Double, _ style: CellStyle) -> Date? {
    guard number >= (isFrom1904 ? 0 : 1), number < 2_958_466 else { return nil }
    let whole = Int(number)
    if let date = known[Key(number: whole, style: style)] { return date }
    guard let day = day(whole) else { return nil }
    let date = shown(Date(day: day), style)
    known[Key(number: whole, style: style)] = date
    return date
  }

  /// The days since 1970-01-01.
  private func day(_ number: Int) -> Int32? {
    if isFrom1904 { return Int32(number - 24_107) }
    if number == 60 { return nil }
    return Int32(number - (number > 60 ? 25_569 : 25_568))
  }

  /// Where only a month or a year is shown, its first day is what Excel makes of a month or a year that was typed.
  private func shown(_ date: Date, _ style: CellStyle) -> Date {
    switch style {
    case .month: date.text.hasSuffix("-01") ? (try? Date.parse(String(date.text.dropLast(3)))) ?? date : date
    case .year: date.text.hasSuffix("-01-01") ? (try? Date.parse(String(date.text.dropLast(6)))) ?? date : date
    case .number, .day, .time: date
    }
  }
}
