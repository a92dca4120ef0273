import Diagnostics

extension Value {
  /// The value on one line, as it stands alone in a message: a text without quotation marks. What is long is cut, with
  /// a mark.
  public var printed: String { mention(quoting: false) }

  /// The same as it stands inside a list or a record: a text in quotation marks.
  public var quoted: String { mention(quoting: true) }

  /// More bytes than these are not mentioned: a message is there to be read.
  private static let longestMention = 500

  private func mention(quoting: Bool) -> String {
    do throws(Fault) { return try cut(to: Value.longestMention, quoting: quoting, Watch()) } catch { return "…" }
  }

  /// The whole value on one line, as it stands alone: a text without quotation marks.
  public func written(_ watch: Watch) throws(Fault) -> String {
    if let string { return string }
    return try whole(watch)
  }

  /// The same as UTF-8.
  public func writtenBytes(_ watch: Watch) throws(Fault) -> [UInt8] {
    if let textBytes { return textBytes }
    var writer = ValueWriter(most: Value.longestText, watch)
    try writer.write(self)
    if writer.isFull { throw .tooLong("text", Value.longestText) }
    return writer.bytes
  }

  /// The whole value on one line, as it stands inside a list or a record.
  func whole(_ watch: Watch) throws(Fault) -> String {
    var writer = ValueWriter(most: Value.longestText, watch)
    try writer.write(self)
    if writer.isFull { throw .tooLong("text", Value.longestText) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value on one line of so many bytes, and a mark where it is longer.
  func cut(to most: Int, quoting: Bool = true, _ watch: Watch) throws(Fault) -> String {
    var writer = ValueWriter(most: most, watch)
    if !quoting, let string { try writer.add(string) } else { try writer.write(self) }
    return String(decoding: writer.bytes, as: UTF8.self) + (writer.isFull ? "…" : "")
  }
}

/// Writes values on one line, as far as there is room.
private struct ValueWriter {
  private(set) var bytes: [UInt8] = []
  /// True where there was more to write than there is room.
  private(set) var isFull = false
  private let most: Int
  private let watch: Watch

  /// Values nested deeper than this are shown as `…`.
  private static let deepest = 60

  init(most: Int, _ watch: Watch) {
    self.most = most
    self.watch = watch
  }

  mutating func write(_ value: Value, depth: Int = 0) throws(Fault) {
    if isFull { return }
    try watch.tick()
    if depth > ValueWriter.deepest { return try add("…") }
    switch value {
    case .integer(let number): try add(String(number))
    case .real(let number): try add(NumberText.full(number))
    case .truth(let truth): try add(truth.reasons?.text ?? (truth.isYes ? "true" : "false"))
    case .short, .text:
      try add("\"")
      for piece in (value.string ?? "").pieces { try add(piece.escaped) }
      try add("\"")
    case .none: try add("none")
    case .unknown(let reasons): try add(reasons.text)
    case .list(let items):
      try add("[")
      try write(items, depth, between: ", ")
      try add("]")
    case .record, .map:
      // A row with further columns is called as the record that it is.
      if let record = value.rowOf { return try add(record.shownName) }
      try add("{")
      var isFirst = true
      for (key, part) in value.parts where !isFull {
        try add("\(isFirst ? "" : ", ")\(key.name.asName): ")
        try write(part, depth: depth + 1)
        isFirst = false
      }
      try add("}")
    case .date(let date): try add(date.description)
    case .span(let span): try add(span.description)
    case .quantity(let quantity): try add(quantity.shown)
    case .range(let range): try add("\(range.lower)..\(range.upper)")
    case .entity(let entity): try add(entity.shownName)
    case .disputed(let disputed):
      try add("disputed: ")
      try write(disputed.values, depth, between: " | ")
      if let doubt = disputed.doubt { try add(" (\(doubt))") }
    case .series(let series):
      try write(series.current, depth: depth + 1)
      if let since = series.since { try add(" (since \(since.description))") }
    case .table(let table):
      guard case .values = table.content else { return try add(table.summary) }
      // A list of which some items may not belong to it.
      try add("[")
      for (row, item) in table.rows.enumerated() where !isFull {
        try add((row == 0 ? "" : ", ") + (table.isCertain(row) ? "" : "? "))
        try write(item, depth: depth + 1)
      }
      try add("]")
    case .sealed: try add(Sealed.mark)
    case .function(let function): try add(function.name.map { "function \($0)" } ?? "a function")
    }
  }

  private mutating func write(_ values: [Value], _ depth: Int, between: String) throws(Fault) {
    var isFirst = true
    for value in values where !isFull {
      if !isFirst { try add(between) }
      try write(value, depth: depth + 1)
      isFirst = false
    }
  }

  /// Adds a piece, or as much of it as there is room for.
  mutating func add(_ piece: String) throws(Fault) {
    if isFull { return }
    let room = most - bytes.count
    if piece.utf8.count <= room {
      try watch.add(Array(piece.utf8), to: &bytes)
    } else {
      // A character has at least one byte.
      try watch.add(Array(piece.prefix(room).utf8), to: &bytes)
      isFull = true
    }
  }
}

extension Disputed {
  /// The candidates that are known.
  public var values: [Value] { candidates.filter { $0.reasons == nil } }

  /// What else is said than another value: that it is denied, or was examined and not shown; nil where nothing is.
  public var doubt: String? {
    guard let reasons = candidates.lazy.compactMap(\.reasons).first else { return nil }
    return reasons == Reasons(.disputed) ? "denied" : reasons.names
  }
}

extension Reasons {
  /// `unknown (not_recorded)`.
  public var text: String { "unknown (\(names))" }

  /// Their names: `not_recorded, not_asked`.
  public var names: String { list.map(\.name).joined(separator: ", ") }
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

  /// The name by which a script reaches it, as it would be typed: `` phnom_penh.mother ``, `` `k 17` ``.
  public var typedPath: String {
    let own = name.asName
    guard let owner, path == "\(owner.path).\(name)" else { return own }
    return "\(owner.typedPath).\(own)"
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
  /// This text in pieces, each of which is gone through in no time; none begins inside a scalar.
  var pieces: [Substring] {
    var pieces: [Substring] = []
    var start = startIndex
    while let end = utf8.index(start, offsetBy: 1 << 16, limitedBy: endIndex), end < endIndex {
      var end = end
      while end < endIndex, utf8[end] & 0xC0 == 0x80 { utf8.formIndex(after: &end) }
      pieces.append(self[start..<end])
      start = end
    }
    return pieces + [self[start...]]
  }

  /// A name as it would be typed: in back-ticks where it is not a word.
  public var asName: String {
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

extension Substring {
  /// The text as it would be typed between quotation marks: with what they do not take escaped.
  fileprivate var escaped: String {
    var result = ""
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
    return result
  }
}
