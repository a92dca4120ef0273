extension Date {
  /// As it was typed.
  public var description: String { text }

  /// What an explanation says of a date whose marks had a part in an answer, or that names a part of a year by number.
  public var remarks: [String] {
    var remarks = partsOfYear
    if isApproximate {
      let days = isPoint ? Days(earliestStart, latestEnd).text : whole.text
      remarks.append("\(text) is about right: it is taken \(Date.about) of its unit wider on either side, as \(days)")
    }
    if isDoubtful { remarks.append("\(text) is marked as doubtful") }
    return remarks
  }
}

// How a date that was worked out is written: so that it can be typed again, years of more than four digits and sets of
// dates that are not exact left aside.
extension Date.Form {
  var text: String {
    switch self {
    case .point(let possible, _): possible.text
    case .stretch(let from, let to): "\(from.text)/\(to.text)"
    case .several(let members): "{\(members.map(\.textAmongSeveral).joined(separator: ","))}"
    }
  }

  /// In braces `A..B` means all from A to B, so that one day between two has brackets of its own.
  private var textAmongSeveral: String {
    if case .point(let possible, _) = self, !text.hasPrefix("["), possible.text.contains("..") { return "[\(text)]" }
    return text
  }
}

extension Date.End {
  var text: String {
    switch self {
    case .day(let days): days.text
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension Days {
  /// One day, a whole month or year, one day between two, or one of several such; of very many, their ends alone.
  var text: String {
    if !isBounded || (2...100).contains(pieces.count) {
      return "[\(pieces.map(\.text).joined(separator: ","))]"
    }
    return Piece(first, last).text
  }
}

extension Days.Piece {
  var text: String {
    if first == Days.unboundedPast { return "..\(Calendar.text(Int(last)))" }
    if last == Days.unboundedFuture { return "\(Calendar.text(Int(first))).." }
    if first == last { return Calendar.text(Int(first)) }
    let start = Calendar.date(Int(first))
    let end = Calendar.date(Int(last))
    if start.year == end.year, start.day == 1 {
      let year = Calendar.yearText(start.year)
      if start.month == 1, end.month == 12, end.day == 31 { return year }
      if start.month == end.month, end.day == Calendar.daysIn(month: end.month, of: end.year) {
        return "\(year)-\(Calendar.padded(start.month, 2))"
      }
    }
    return "\(Calendar.text(Int(first)))..\(Calendar.text(Int(last)))"
  }
}
