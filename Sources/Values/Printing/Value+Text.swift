import Diagnostics

extension Value {
  /// The value on one line, as it stands alone: a text without quotation marks.
  public var printed: String { string ?? quoted }

  /// The value on one line, as it stands inside a list or a record: a text in quotation marks.
  public var quoted: String { text(depth: 0) }

  /// Values nested deeper than this are shown as `…`.
  static let deepest = 60

  private func text(depth: Int) -> String {
    if depth > Value.deepest { return "…" }
    switch self {
    case .integer(let number): return String(number)
    case .real(let number): return NumberText.full(number)
    case .truth(let truth): return truth.reasons?.text ?? (truth.isYes ? "true" : "false")
    case .short, .text: return (string ?? "").inQuotes
    case .none: return "none"
    case .unknown(let reasons): return reasons.text
    case .list(let items): return "[\(items.map { $0.text(depth: depth + 1) }.joined(separator: ", "))]"
    case .record, .map:
      return "{\(parts.map { "\($0.name.asName): \($0.value.text(depth: depth + 1))" }.joined(separator: ", "))}"
    case .date(let date): return date.description
    case .span(let span): return span.description
    case .quantity(let quantity): return quantity.shown
    case .range(let range): return "\(range.lower)..\(range.upper)"
    case .entity(let entity): return entity.shownName
    case .disputed(let disputed):
      let values = disputed.values.map { $0.text(depth: depth + 1) }.joined(separator: " | ")
      return "disputed: \(values)\(disputed.doubt.map { " (\($0))" } ?? "")"
    case .series(let series):
      guard let since = series.since else { return series.current.text(depth: depth + 1) }
      return "\(series.current.text(depth: depth + 1)) (since \(since.description))"
    case .table(let table): return table.summary
    case .sealed: return Sealed.mark
    case .function(let function): return function.name.map { "function \($0)" } ?? "a function"
    }
  }
}

extension Disputed {
  /// The candidates that are known.
  public var values: [Value] { candidates.filter { $0.reasons == nil } }

  /// What else is said than another value: that it is denied, or was examined and not shown; nil where nothing is.
  public var doubt: String? {
    guard let reasons = candidates.lazy.compactMap(\.reasons).first else { return nil }
    return reasons == Reasons(.disputed) ? "denied" : reasons.list.map(\.name).joined(separator: ", ")
  }
}

extension Reasons {
  /// `unknown (not_recorded)`.
  public var text: String { "unknown (\(list.map(\.name).joined(separator: ", ")))" }
}

extension Series {
  /// From when the latest value holds; nil where that is not known, or nothing is known.
  public var since: Date? {
    if current.reasons != nil { return nil }
    return entries.last { $0.from != nil && $0.value.isSameAsWritten(current) }?.from
  }
}

extension Quantity {
  /// As it is shown, one of a thing in the singular: `1 case`, `12–15 cases`; a published figure with the day that it is
  /// of: `854 incidents (as of 2023-04)`.
  public var shown: String {
    var text = description
    if let exact, let unit, exact.double == 1 { text = "1 \(unit.singular)" }
    return provenance.map { "\(text) (\($0))" } ?? text
  }
}

extension Entity {
  /// How the record is named in a line or a cell: by its name, or, where it has none, by its date and what it is.
  public var shownName: String {
    if !name.isEmpty { return path }
    var parts: [String] = []
    for (position, field) in kind.fields.enumerated() where position < fields.count && parts.count < 3 {
      switch (field.type, fields[position]) {
      case (.date, .date(let date)): parts.append(date.description)
      case (.record(let kind), .entity(let entity)) where kind.isTerm: parts.append(entity.path)
      case (.date, _), (.record, _), (.truth, _), (.number, _), (.text, _), (.span, _), (.list, _), (.either, _): break
      }
    }
    return parts.isEmpty ? path : parts.joined(separator: " ")
  }
}

extension Table {
  /// `table of 12 cases, 3 undecided`.
  public var summary: String {
    "table of \((unit ?? .item).counted(certainCount))\(isDecided ? "" : ", \(undecidedCount) undecided")"
  }
}

extension Table.Unit {
  static let item = Table.Unit(one: "item", many: "items")
}

extension String {
  /// The text as it would be typed: in quotation marks, with what they do not take escaped.
  public var inQuotes: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "{": result += "\\{"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A name as it would be typed: in back-ticks where it is not a word.
  var asName: String {
    let isWord =
      unicodeScalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
      && unicodeScalars.allSatisfy { $0.properties.isXIDContinue || $0 == "\u{200C}" || $0 == "\u{200D}" }
    return isWord ? self : "`\(self)`"
  }

  /// One of what a plural names, by the rules of English: `cases` is `case`, `countries` is `country`.
  var singular: String {
    if hasSuffix("ies"), utf8.count > 4 { return dropLast(3) + "y" }
    for end in ["sses", "ches", "shes", "xes"] where hasSuffix(end) { return String(dropLast(2)) }
    return hasSuffix("s") && !hasSuffix("ss") ? String(dropLast()) : self
  }
}
