import Diagnostics

/// Lays a value out in lines for a terminal or a script's output.
struct TextLayout {
  let width: Int
  /// The most rows of a table, and a quarter as many lines of a list, that are shown; nil for all.
  let rows: Int?
  /// What a field of a record says that is empty and said to be complete.
  var closed: (Entity, Int) -> String? = { _, _ in nil }

  func lines(of value: Value) -> [String] {
    switch value {
    case .short, .text:
      // A text is what it says: its lines are kept, and only what would act on the terminal is made visible.
      return (value.string ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
    case .table(let table): return TableText(table, width: width, limit: rows, closed: closed).lines
    case .entity(let entity): return card(of: entity)
    case .list(let items):
      if items.contains(where: \.isLocalRecord), let kind = Table.commonKind(of: items) {
        return TableText(
          Table(items, .entities(kind, added: [], hidden: []), unit: .init(kind)), width: width, limit: rows,
          closed: closed
        )
        .lines
      }
      return inBrackets("[", items.map(\.quoted), "]")
    case .record, .map:
      return inBrackets("{", value.parts.map { "\($0.name.asName): \($0.value.quoted)" }, "}")
    case .integer, .real, .truth, .none, .unknown, .date, .span, .quantity, .range, .disputed, .series, .sealed,
      .function:
      return wrapped(value.quoted)
    }
  }

  /// Parts between brackets, as many on each line as fit.
  func inBrackets(_ open: String, _ parts: [String], _ close: String) -> [String] {
    var lines: [String] = []
    var line = open
    var isFirst = true
    for (index, part) in parts.enumerated() {
      let part = part.visible + (index + 1 < parts.count ? "," : close)
      if !isFirst, line.displayWidth + 1 + part.displayWidth > width {
        lines.append(line)
        if let rows, lines.count >= max(rows / 4, 1) {
          return lines + [" … \(parts.count - index) more; `show text(it)` shows all"]
        }
        line = " " + part
      } else {
        line += isFirst ? part : " " + part
      }
      isFirst = false
    }
    lines.append(isFirst ? open + close : line)
    return lines
  }

  /// A text broken between words.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    text.visible.lines(within: width - indent)
  }

  // MARK: Cards

  /// A record of the corpus by itself: its name and label, and a line for each field of which something is recorded.
  private func card(of entity: Entity) -> [String] {
    var shown: [(name: String, text: String)] = []
    var missing: [String] = []
    for (position, field) in entity.kind.fields.enumerated() {
      let value = entity.shownField(field.name)
      if value.isEmptyList, let closed = closed(entity, position) {
        shown.append((field.name, closed))
      } else if value.isUnrecorded {
        missing.append(field.name)
      } else {
        shown.append((field.name, value.cardText(of: entity)))
      }
    }
    let names = [entity.shownName, entity.label, entity.kind.name].compactMap { $0?.visible.isolated }
    var lines = [names.joined(separator: "  ")]
    let column = shown.map(\.name.displayWidth).max() ?? 0
    for (name, text) in shown {
      for (index, part) in wrapped(text.onOneLine, indent: column + 4).enumerated() {
        lines.append("  " + (index == 0 ? name : "").cell(column) + "  " + part.isolated)
      }
    }
    if !missing.isEmpty, !entity.kind.isTerm {
      lines += wrapped("not recorded: \(missing.joined(separator: ", "))", indent: 2).map { "  " + $0 }
    }
    return lines
  }
}

extension Value {
  /// How an empty list of a record is shown: nobody wrote one down, which does not say that there is none.
  public static let noneRecorded = "none recorded"

  public var isEmptyList: Bool {
    if case .list(let items) = settled { return items.isEmpty }
    return false
  }

  /// True for a field of which nobody has said anything.
  var isUnrecorded: Bool {
    switch settled {
    case .unknown(let reasons): reasons == Reasons(.notRecorded)
    case .list(let items): items.isEmpty
    case .integer, .real, .truth, .short, .none, .text, .record, .map, .date, .span, .quantity, .range, .entity,
      .disputed, .series, .table, .sealed, .function:
      false
    }
  }

  /// The value in a cell of a table: a text as it is, a number short and without its unit, which stands under the head,
  /// what is unknown without its reasons. What stands inside the row's own record goes by its own name.
  ///
  /// - Parameter row: the record that the row is about.
  /// - Parameter outer: the record in which those of all rows stand, if it is one.
  func cellText(of row: Entity? = nil, in outer: Entity? = nil) -> String {
    switch self {
    case .short, .text: string ?? ""
    case .real(let number): NumberText.short(number)
    case .quantity(let quantity): quantity.number
    case .unknown: "unknown"
    case .truth(let truth): truth.isUnknown ? "unknown" : quoted
    case .disputed: "disputed"
    case .series(let series): series.current.cellText(of: row, in: outer)
    case .list(let items): Value.cellText(items, of: row, in: outer)
    case .entity(let entity):
      entity === row
        ? entity.rowName(in: outer) : entity.shownName(in: outer.flatMap { entity.owner === $0 ? $0 : nil } ?? row)
    case .table(let table): table.cellText
    case .integer, .none, .record, .map, .date, .span, .range, .sealed, .function: quoted
    }
  }

  /// The value behind the name of a field: as in a cell, with reasons, units and dates in full.
  func cardText(of row: Entity) -> String {
    switch self {
    case .short, .text: string ?? ""
    case .list(let items): Value.cellText(items, of: row, in: row.owner)
    case .entity(let entity): entity.shownName(in: row)
    case .integer, .real, .truth, .none, .unknown, .record, .map, .date, .span, .quantity, .range, .disputed, .series,
      .table, .sealed, .function:
      quoted
    }
  }

  /// A list in a cell: names one after the other; records without names are counted.
  private static func cellText(_ items: [Value], of row: Entity?, in outer: Entity?) -> String {
    if items.isEmpty { return row.map { $0.kind.isTerm ? "–" : Value.noneRecorded } ?? "–" }
    if let kind = Table.commonKind(of: items), items.contains(where: \.isNamelessRecord) {
      return Table.Unit(kind).counted(items.count)
    }
    return items.map { $0.cellText(of: row, in: outer) }.joined(separator: ", ")
  }

  private var isNamelessRecord: Bool {
    if case .entity(let entity) = settled { return entity.name.isEmpty }
    return false
  }

  /// True for a record that stands inside another one, and so says little by its name alone.
  fileprivate var isLocalRecord: Bool {
    if case .entity(let entity) = settled { return entity.owner != nil || entity.name.isEmpty }
    return false
  }
}

extension Table {
  /// A table in a cell: how many rows it has, or the values of a list.
  fileprivate var cellText: String {
    if case .values = content {
      return rows.indices.map { (isCertain($0) ? "" : "? ") + rows[$0].cellText() }.joined(separator: ", ")
    }
    return (unit ?? .item).counted(certainCount) + (isDecided ? "" : ", \(undecidedCount) undecided")
  }
}

extension Entity {
  fileprivate func shownName(in row: Entity?) -> String {
    if let row, owner === row, !name.isEmpty { return name }
    return shownName
  }

  /// How a table names the record that a row is about: a record without a name is told apart by its fields.
  fileprivate func rowName(in owner: Entity?) -> String {
    name.isEmpty ? "–" : shownName(in: owner)
  }
}

extension String {

  /// Line breaks shown as a sign, so that a cell stays on its line.
  var onOneLine: String {
    contains { $0.isNewline } ? String(map { $0.isNewline ? "⏎" : $0 }) : self
  }
}
