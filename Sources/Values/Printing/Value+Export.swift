import Diagnostics

extension Value {
  /// Comma-separated values: of a table its rows, of a record its parts, of a list its items, else one value.
  public var csv: String {
    switch settled {
    case .table(let table): table.csv
    case .list(let items): Table(items: items).csv
    case .record, .map: Table(items: [settled]).csv
    case .entity(let entity): Table([entity], of: entity.kind).csv
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .disputed, .series,
      .sealed, .function:
      reasons == nil ? "value\n\(exportText.csvField)\n" : "value,value unknown\n,\(exportReasons.csvField)\n"
    }
  }

  /// A table of Markdown; what is no table is a paragraph.
  public var markdown: String {
    switch settled {
    case .table(let table): table.markdown
    case .entity(let entity): entity.markdown
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .quantity, .range,
      .disputed, .series, .sealed, .function:
      printed.inMarkdown + "\n"
    }
  }

  /// The value in a cell that another program reads: nothing where it is unknown, numbers in full.
  fileprivate var exportText: String {
    switch settled {
    case .unknown, .disputed: ""
    case .truth(let truth) where truth.isUnknown: ""
    case .quantity(let quantity): quantity.number
    case .list(let items): items.map(\.exportItem).joined(separator: "; ")
    case .integer, .real, .truth, .short, .none, .text, .record, .map, .date, .span, .range, .entity, .series, .table,
      .sealed, .function:
      settled.printed
    }
  }

  private var exportItem: String {
    if case .disputed = settled { return settled.printed }
    return reasons == nil ? settled.printed : "unknown"
  }

  /// Why it is unknown, for the column behind; where claims disagree, what they say.
  fileprivate var exportReasons: String {
    if case .disputed = settled { return settled.printed }
    return reasons?.list.map(\.name).joined(separator: "; ") ?? ""
  }
}

extension Table {
  fileprivate var csv: String {
    let names = columnNames
    let unknown = names.filter { name in rows.indices.contains { cell($0, name).reasons != nil } }
    var heads: [String] = []
    for name in names {
      heads.append(name)
      if unknown.contains(name) { heads.append("\(name) unknown") }
    }
    if !isDecided { heads += ["membership", "lacking"] }
    var lines = [heads.map(\.csvField).joined(separator: ",")]
    for row in rows.indices {
      var fields: [String] = []
      for name in names {
        let value = cell(row, name)
        fields.append(value.exportText.csvField)
        if unknown.contains(name) {
          fields.append(value.exportReasons.csvField)
        }
      }
      if !isDecided {
        fields.append(isCertain(row) ? "certain" : "possible")
        fields.append((doubt(row)?.lacking.joined(separator: "; ") ?? "").csvField)
      }
      lines.append(fields.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate var markdown: String {
    let names = columnNames
    let columns = names.map { name in ColumnKind(rows.indices.map { cell($0, name) }) }
    let heads = (isDecided ? [] : [""]) + names.map(\.inMarkdown)
    var lines = [
      "| \(heads.joined(separator: " | ")) |",
      "|\((isDecided ? [] : ["---"]).joined())\(isDecided ? "" : "|")\(columns.map { $0.isNumber ? "--:" : "---" }.joined(separator: "|"))|",
    ]
    for row in rows.indices {
      let cells = names.map { name in
        let value = cell(row, name).settled
        if case .disputed = value { return value.printed.inMarkdown }
        return value.cellText(of: subject(row), in: commonOwner).inMarkdown
      }
      lines.append("| \(((isDecided ? [] : [isCertain(row) ? "" : "?"]) + cells).joined(separator: " | ")) |")
    }
    let foot = TableText(self, width: .max, limit: nil).footText
    return lines.joined(separator: "\n") + "\n\n\(foot.inMarkdown)\n"
  }
}

extension Entity {
  fileprivate var markdown: String {
    var lines = ["**\(shownName.inMarkdown)**\(label.map { " \($0.inMarkdown)" } ?? "")", ""]
    for field in kind.fields where !shownField(field.name).isUnrecorded {
      lines.append("- \(field.name.inMarkdown): \(shownField(field.name).cardText(of: self).inMarkdown)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// One field of CSV. What a spreadsheet would take for a formula gets an apostrophe in front; numbers do not need it.
  fileprivate var csvField: String {
    var field = self
    if let first = unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(self) == nil {
      field = "'" + field
    }
    let needsQuotes = field.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(field.map { $0 == "\"" ? "\"\"" : String($0) }.joined())\"" : field
  }

  /// A text whose signs Markdown would act on are escaped.
  fileprivate var inMarkdown: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "|", "*", "`", "[", "]", "<", ">", "\\", "#": result += "\\" + String(scalar)
      case "\n", "\r": result += "<br>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
