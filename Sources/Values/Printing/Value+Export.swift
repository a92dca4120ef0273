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
  func exportText(_ watch: Watch) throws(Fault) -> String {
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
  func exportReasons(_ watch: Watch) throws(Fault) -> String {
    if case .disputed = settled { return try settled.written(watch) }
    return reasons?.list.map(\.name).joined(separator: "; ") ?? ""
  }
}

extension Table {
  fileprivate func csv(_ separator: Character, _ watch: Watch) throws(Fault) -> [String] {
    let exported = try ExportedTable(self, watch)
    func line(_ fields: [String?]) throws(Fault) -> String {
      try watch.map(fields) { field throws(Fault) in try field?.csvField(separator, watch) ?? "" }
        .joined(separator: String(separator))
    }
    var lines = [try line(exported.heads)]
    for row in indices {
      try watch.add(try line(exported.cells(row, watch).map { $0?.text }), to: &lines)
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
