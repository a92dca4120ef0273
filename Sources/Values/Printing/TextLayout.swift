import Diagnostics

/// Lays a value out in lines for a terminal or a script's output.
struct TextLayout {
  let width: Int
  /// The most rows of a table, and a quarter as many lines of a list, that are shown; nil for all.
  let rows: Int?
  let isOfRecords: Bool
  /// What a field of a record says that is empty and said to be complete.
  let closed: (Entity, Int) -> String?
  let watch: Watch

  init(
    width: Int, rows: Int?, isOfRecords: Bool = false, closed: @escaping (Entity, Int) -> String? = { _, _ in nil },
    _ watch: Watch
  ) {
    self.width = width
    self.rows = rows
    self.isOfRecords = isOfRecords
    self.closed = closed
    self.watch = watch
  }

  func lines(of value: Value) throws(Fault) -> [String] {
    switch value {
    case .short, .text:
      // A text is what it says: its lines are kept, and only what would act on the terminal is made visible.
      return try watch.map((value.string ?? "").utf8.split(separator: 0x0A, omittingEmptySubsequences: false)) {
        line throws(Fault) in try visible(String(Substring(line)))
      }
    case .table(let table):
      return try TableText(table, width: width, limit: rows, isOfRecords: isOfRecords, closed: closed, watch).lines()
    case .entity(let entity): return try card(of: entity)
    case .list(let items):
      if items.contains(where: \.isLocalRecord), let kind = try Table.commonKind(of: items, watch) {
        let table = Table(items, .entities(kind, added: [], hidden: []), unit: .init(kind))
        return try TableText(table, width: width, limit: rows, closed: closed, watch).lines()
      }
      return try inBrackets("[", items.count, "]") { place throws(Fault) in try shown(items[place]) }
    case .record, .map:
      let parts = value.parts
      return try inBrackets("{", parts.count, "}") { place throws(Fault) in
        "\(parts[place].key.name.asName): \(try shown(parts[place].value))"
      }
    case .integer, .real, .truth, .none, .unknown, .date, .span, .quantity, .range, .disputed, .series, .sealed,
      .function:
      return wrapped(try shown(value))
    }
  }

  /// A value as it stands inside another. Where a part of an answer is enough, so is a part of what stands in it.
  func shown(_ value: Value) throws(Fault) -> String {
    guard let rows else { return try value.whole(watch) }
    return try value.cut(to: rows * width, watch)
  }

  /// So many parts between brackets, as many on each line as fit.
  func inBrackets(
    _ open: String, _ count: Int, _ close: String, _ part: (Int) throws(Fault) -> String
  ) throws(Fault) -> [String] {
    var lines: [String] = []
    var line = open
    var taken = open.displayWidth
    for place in 0..<count {
      try watch.tick()
      let part = try visible(part(place)) + (place + 1 < count ? "," : close)
      let needed = part.displayWidth(upTo: width)
      if place > 0, taken + 1 + needed > width {
        try watch.add(line, to: &lines)
        if let rows, lines.count >= max(rows / 4, 1) {
          return lines + [" … \(count - place) more; `show text(it)` shows all"]
        }
        line = " " + part
        taken = 1 + needed
      } else {
        line += place == 0 ? part : " " + part
        taken += needed + (place == 0 ? 0 : 1)
      }
    }
    lines.append(count == 0 ? open + close : line)
    return lines
  }

  /// A text with all that would act on a terminal made visible.
  private func visible(_ text: String) throws(Fault) -> String {
    if text.utf8.count < 1 << 16 { return text.visible }
    var shown = ""
    for piece in text.pieces {
      try watch.tick(piece.utf8.count)
      shown += String(piece).visible
    }
    return shown
  }

  /// A text broken between words.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    text.visible.lines(within: width - indent)
  }

  // MARK: Cards

  /// A record of the corpus by itself: its name and label, and a line for each field of which something is recorded.
  private func card(of entity: Entity) throws(Fault) -> [String] {
    var shown: [(name: String, text: String)] = []
    var missing: [String] = []
    for (position, field) in entity.kind.fields.enumerated() {
      let value = entity.shownField(field.name)
      if value.isEmptyList, let closed = closed(entity, position) {
        shown.append((field.name, closed))
      } else if value.isUnrecorded {
        missing.append(field.name)
      } else {
        shown.append((field.name, try value.cardText(of: entity, watch)))
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
    switch settled {
    case .list(let items): items.isEmpty
    // What a step left of such a list.
    case .table(let table): table.isList && table.count == 0
    case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
      .entity,
      .disputed, .series, .sealed, .function:
      false
    }
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
  func cellText(of row: Entity? = nil, in outer: Entity? = nil, _ watch: Watch) throws(Fault) -> String {
    switch self {
    case .short, .text: string ?? ""
    case .real(let number): NumberText.short(number)
    case .quantity(let quantity): quantity.number
    case .unknown(let reasons): reasons == Reasons(.withheld) ? "withheld" : "unknown"
    case .truth(let truth): truth.isUnknown ? "unknown" : quoted
    case .disputed: "disputed"
    case .series(let series): try series.current.cellText(of: row, in: outer, watch)
    case .list(let items): try Value.cellText(items, of: row, in: outer, watch)
    case .entity(let entity):
      entity === row
        ? entity.rowName(in: outer) : entity.shownName(in: outer.flatMap { entity.owner === $0 ? $0 : nil } ?? row)
    case .table(let table): try table.cellText(watch)
    case .integer, .none, .record, .map, .date, .span, .range, .sealed, .function:
      try cut(to: Value.longestCell, watch)
    }
  }

  /// More bytes than these are not shown in one cell.
  static let longestCell = 10_000

  /// The value behind the name of a field: as in a cell, with reasons, units and dates in full.
  func cardText(of row: Entity, _ watch: Watch) throws(Fault) -> String {
    switch self {
    case .short, .text: string ?? ""
    case .list(let items): try Value.cellText(items, of: row, in: row.owner, watch)
    case .entity(let entity): entity.shownName(in: row)
    case .integer, .real, .truth, .none, .unknown, .record, .map, .date, .span, .quantity, .range, .disputed, .series,
      .table, .sealed, .function:
      try cut(to: Value.longestCell, watch)
    }
  }

  /// A list in a cell: names one after the other; records without names are counted.
  private static func cellText(
    _ items: [Value], of row: Entity?, in outer: Entity?, _ watch: Watch
  ) throws(Fault) -> String {
    if items.isEmpty { return row.map { $0.kind.isTerm ? "–" : Value.noneRecorded } ?? "–" }
    if let kind = try Table.commonKind(of: items, watch), items.contains(where: \.isNamelessRecord) {
      return Table.Unit(kind).counted(items.count)
    }
    return try joined(items.count, watch) { place throws(Fault) in
      try items[place].cellText(of: row, in: outer, watch)
    }
  }

  /// So many texts one behind the other, as far as a cell has room for them.
  fileprivate static func joined(
    _ count: Int, _ watch: Watch, _ text: (Int) throws(Fault) -> String
  ) throws(Fault) -> String {
    var joined = ""
    for place in 0..<count {
      try watch.tick()
      if joined.utf8.count > longestCell { return joined + "…" }
      joined += (place == 0 ? "" : ", ") + (try text(place))
    }
    return joined
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
  fileprivate func cellText(_ watch: Watch) throws(Fault) -> String {
    if case .values = content {
      return try Value.joined(rows.count, watch) { row throws(Fault) in
        (isCertain(row) ? "" : "? ") + (try rows[row].cellText(watch))
      }
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
