import Diagnostics

extension Value {
  /// Comma-separated values: of a table its rows, of a record its parts, of a list its items, else one value.
  func csv(_ watch: Watch) throws(Fault) -> [String] {
    switch settled {
    case .table(let table): try table.csv(watch)
    case .list(let items): try Table(items: items, watch).csv(watch)
    case .record, .map: try Table(items: [settled], watch).csv(watch)
    case .entity(let entity): try Table([entity], of: entity.kind).csv(watch)
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .disputed, .series,
      .sealed, .function:
      if reasons == nil {
        ["value", try exportText(watch).csvField(watch)]
      } else {
        ["value,value unknown", "," + (try exportReasons(watch).csvField(watch))]
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

extension Table {
  fileprivate func csv(_ watch: Watch) throws(Fault) -> [String] {
    let names = columnNames
    var unknown: Set<String> = []
    for name in names {
      let isKnown = try watch.allSatisfy(indices) { row throws(Fault) in cell(row, name).reasons == nil }
      if !isKnown { unknown.insert(name) }
    }
    var heads: [String] = []
    for name in names {
      heads.append(name)
      if unknown.contains(name) { heads.append("\(name) unknown") }
    }
    if !isDecided { heads += ["membership", "lacking"] }
    var lines = [try watch.map(heads) { head throws(Fault) in try head.csvField(watch) }.joined(separator: ",")]
    for row in indices {
      var fields: [String] = []
      for name in names {
        let value = cell(row, name)
        fields.append(try value.exportText(watch).csvField(watch))
        if unknown.contains(name) {
          fields.append(try value.exportReasons(watch).csvField(watch))
        }
      }
      if !isDecided {
        fields.append(isCertain(row) ? "certain" : "possible")
        fields.append(try (doubt(row)?.lacking.joined(separator: "; ") ?? "").csvField(watch))
      }
      try watch.add(fields.joined(separator: ","), to: &lines)
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
  /// One field of CSV. What a spreadsheet would take for a formula gets an apostrophe in front; numbers do not need it.
  fileprivate func csvField(_ watch: Watch) throws(Fault) -> String {
    let isFormula = unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let field = isFormula && Double(self) == nil ? "'" + self : self
    if !field.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) { return field }
    return try "\"" + field.escaped(watch) { $0 == "\"" ? "\"\"" : nil } + "\""
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
