import Diagnostics

extension Value {
  /// Comma-separated values: of a table its rows, of a record its parts, of a list its items, else one value.
  func csv(_ separator: Character, _ watch: Watch) throws(Fault) -> [String] {
    switch settled {
    case .table(let table): try table.csv(separator, watch)
    case .list(let items): try Table(items: items, watch).csv(separator, watch)
    case .record, .map: try Table(items: [settled], watch).csv(separator, watch)
    case .entity(let entity): try Table([entity], of: entity.kind).csv(separator, watch)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .disputed, .series,
      .sealed, .function:
      if reasons == nil {
        ["value", try exportText(watch).csvField(separator, watch)]
      } else {
        ["value\(separator)value unknown", "\(separator)" + (try exportReasons(watch).csvField(separator, watch))]
      }
    }
  }

  /// A table of Markdown; what is no table is a paragraph.
  func markdown(_ watch: Watch) throws(Fault) -> [String] {
    switch settled {
    case .table(let table): try table.markdown(watch)
    case .entity(let entity): try entity.markdown(watch)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity, .range,
      .disputed, .series, .sealed, .function:
      [try written(watch).inMarkdown(watch)]
    }
  }

  /// The value in a cell that another program reads: nothing where it is unknown, numbers in full.
  fileprivate func exportText(_ watch: Watch) throws(Fault) -> String {
    switch settled {
    case .unknown, .disputed: ""
    case .truth(let truth) where truth.isUnknown: ""
    case .quantity(let quantity): quantity.number
    case .list(let items):
      try watch.map(items) { item throws(Fault) in try item.exportItem(watch) }.joined(separator: "; ")
    case .integer, .real, .truth, .short, .none, .text, .record, .map, .date, .span, .range, .entity, .series, .table,
      .sealed, .function:
      try settled.written(watch)
    }
  }

  private func exportItem(_ watch: Watch) throws(Fault) -> String {
    if case .disputed = settled { return try settled.written(watch) }
    return reasons == nil ? try settled.written(watch) : "unknown"
  }

  /// Why it is unknown, for the column behind; where claims disagree, what they say.
  fileprivate func exportReasons(_ watch: Watch) throws(Fault) -> String {
    if case .disputed = settled { return try settled.written(watch) }
    return reasons?.list.map(\.name).joined(separator: "; ") ?? ""
  }
}

/// What of a column is written beside its values: in columns that bear its name and a word.
private struct ExportedColumn {
  let name: String
  let values: Column
  /// Numbers with two ends stand in it.
  let hasEnds: Bool
  /// Something in it is unknown, for reasons.
  let hasUnknown: Bool

  init(_ name: String, of table: Table, _ watch: Watch) throws(Fault) {
    self.name = name
    values = try table.column(name, watch)
    let occurring = try values.occurring(watch)
    hasUnknown = try !watch.allSatisfy(occurring) { $0.value.reasons == nil }
    hasEnds = try !watch.allSatisfy(occurring) { $0.value.settled.ends == nil }
  }

  var heads: [String] {
    [name] + (hasEnds ? ["\(name) low", "\(name) high"] : []) + (hasUnknown ? ["\(name) unknown"] : [])
  }

  /// What stands in its cells of a row; nil where nothing does, which is not the same as an empty text.
  func fields(_ row: Int, _ watch: Watch) throws(Fault) -> [String?] {
    let value = values[row]
    if let ends = value.settled.ends {
      return [ends.point, ends.low, ends.high] + (hasUnknown ? [nil] : [])
    }
    let isKnown = value.reasons == nil
    return [isKnown ? try value.exportText(watch) : nil] + (hasEnds ? [nil, nil] : [])
      + (hasUnknown ? [isKnown ? nil : try value.exportReasons(watch)] : [])
  }
}

extension Value {
  /// The point and the ends of a number that is not exact, nothing for an end that is open.
  fileprivate var ends: (point: String?, low: String?, high: String?)? {
    guard case .quantity(let quantity) = self, quantity.exact == nil else { return nil }
    func text(_ number: Quantity.Number?) -> String? { number.map { $0.value.printed } }
    return (text(quantity.point), quantity.low.double == -.infinity ? nil : text(quantity.low), text(quantity.high))
  }
}

extension Table {
  fileprivate func csv(_ separator: Character, _ watch: Watch) throws(Fault) -> [String] {
    var columns: [ExportedColumn] = []
    for name in columnNames { columns.append(try ExportedColumn(name, of: self, watch)) }
    let heads = columns.flatMap(\.heads) + (isDecided ? [] : ["membership", "lacking"])
    func line(_ fields: [String?]) throws(Fault) -> String {
      try watch.map(fields) { field throws(Fault) in try field?.csvField(separator, watch) ?? "" }
        .joined(separator: String(separator))
    }
    var lines = [try line(heads)]
    for row in indices {
      var fields: [String?] = []
      for column in columns { fields += try column.fields(row, watch) }
      if !isDecided {
        fields.append(isCertain(row) ? "certain" : "possible")
        fields.append(doubt(row)?.lacking.joined(separator: "; "))
      }
      try watch.add(try line(fields), to: &lines)
    }
    return lines
  }

  fileprivate func markdown(_ watch: Watch) throws(Fault) -> [String] {
    let names = columnNames
    var columns: [ColumnKind] = []
    for name in names {
      let values = try watch.map(indices) { row throws(Fault) in cell(row, name) }
      columns.append(try ColumnKind(values, watch))
    }
    let owner = try commonOwner(watch)
    let heads = (isDecided ? [] : [""]) + (try watch.map(names) { name throws(Fault) in try name.inMarkdown(watch) })
    var lines = [
      "| \(heads.joined(separator: " | ")) |",
      "|\((isDecided ? [] : ["---"]).joined())\(isDecided ? "" : "|")\(columns.map { $0.isNumber ? "--:" : "---" }.joined(separator: "|"))|",
    ]
    for row in indices {
      var cells: [String] = []
      for name in names {
        let value = cell(row, name).settled
        if case .disputed = value {
          cells.append(try value.written(watch).inMarkdown(watch))
        } else {
          cells.append(try value.cellText(of: subject(row), in: owner, watch).inMarkdown(watch))
        }
      }
      lines.append("| \(((isDecided ? [] : [isCertain(row) ? "" : "?"]) + cells).joined(separator: " | ")) |")
    }
    let foot = try TableText(self, width: .max, limit: nil, watch).footText()
    return lines + ["", try foot.inMarkdown(watch)]
  }
}

extension Entity {
  fileprivate func markdown(_ watch: Watch) throws(Fault) -> [String] {
    var name = "**\(try shownName.inMarkdown(watch))**"
    if let label { name += " \(try label.inMarkdown(watch))" }
    var lines = [name, ""]
    for field in kind.fields where !shownField(field.name).isUnrecorded {
      let text = try shownField(field.name).cardText(of: self, watch)
      lines.append("- \(try field.name.inMarkdown(watch)): \(try text.inMarkdown(watch))")
    }
    return lines
  }
}

extension String {
  /// One field of a row. What a spreadsheet would take for a formula gets an apostrophe in front, and so does what has
  /// one there already, so that it can be told; numbers do not need it.
  fileprivate func csvField(_ separator: Character, _ watch: Watch) throws(Fault) -> String {
    let field = beginsAsFormula && Double(self) == nil ? "'" + self : self
    let isPlain = field.utf8.allSatisfy { !"\"\n\r".utf8.contains($0) } && !field.contains(separator)
    if isPlain { return field.isEmpty ? "\"\"" : field }
    return try "\"" + field.escaped(watch) { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  private var beginsAsFormula: Bool {
    unicodeScalars.first { $0 != "'" }.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
  }

  /// A text whose signs Markdown would act on are escaped.
  fileprivate func inMarkdown(_ watch: Watch) throws(Fault) -> String {
    try escaped(watch) { scalar in
      switch scalar {
      case "|", "*", "`", "[", "]", "<", ">", "\\", "#": "\\" + String(scalar)
      case "\n", "\r": "<br>"
      default: nil
      }
    }
  }

  /// This text with something else in the place of some scalars.
  private func escaped(_ watch: Watch, _ escape: (Unicode.Scalar) -> String?) throws(Fault) -> String {
    var result = ""
    for scalar in unicodeScalars {
      try watch.tick()
      if let escaped = escape(scalar) { result += escaped } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
