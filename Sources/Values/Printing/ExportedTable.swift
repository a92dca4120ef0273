/// A table as other programs take it: what their cells cannot hold stands in columns of its own.
public struct ExportedTable {
  public let heads: [String]
  private let table: Table
  private let columns: [ExportedColumn]

  public init(_ table: Table, _ watch: Watch) throws(Fault) {
    self.table = table
    var columns: [ExportedColumn] = []
    for name in table.columnNames { columns.append(try ExportedColumn(name, of: table, watch)) }
    self.columns = columns
    heads = columns.flatMap(\.heads) + (table.isDecided ? [] : ["membership", "lacking"])
  }

  public var count: Int { table.count }

  /// The cells of a row, one for each head; nil where nothing stands, which is not the same as an empty text.
  public func cells(_ row: Int, _ watch: Watch) throws(Fault) -> [ExportedCell?] {
    var cells: [ExportedCell?] = []
    for column in columns { cells += try column.cells(row, watch) }
    if !table.isDecided {
      cells.append(ExportedCell(text: table.isCertain(row) ? "certain" : "possible"))
      cells.append((table.doubt(row)?.lacking.joined(separator: "; ")).map { ExportedCell(text: $0) })
    }
    return cells
  }
}

/// What stands in one cell.
public struct ExportedCell {
  public let text: String
  /// The number that it is; nil for anything else.
  public let number: Quantity.Number?

  init(text: String, number: Quantity.Number? = nil) {
    self.text = text
    self.number = number
  }

  fileprivate init(_ number: Quantity.Number) { self.init(text: number.value.printed, number: number) }
}

/// A column with what is written beside its values: in columns that bear its name and a word.
private struct ExportedColumn {
  private let name: String
  private let values: Column
  /// Numbers with two ends stand in it.
  private let hasEnds: Bool
  /// Something in it is unknown, for reasons.
  private let hasUnknown: Bool

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

  func cells(_ row: Int, _ watch: Watch) throws(Fault) -> [ExportedCell?] {
    let value = values[row]
    if let ends = value.settled.ends {
      return [ends.point, ends.low, ends.high].map { $0.map { ExportedCell($0) } } + (hasUnknown ? [nil] : [])
    }
    let isKnown = value.reasons == nil
    let cell = isKnown ? ExportedCell(text: try value.exportText(watch), number: value.settled.exactNumber) : nil
    return [cell] + (hasEnds ? [nil, nil] : [])
      + (hasUnknown ? [isKnown ? nil : ExportedCell(text: try value.exportReasons(watch))] : [])
  }
}

extension Value {
  fileprivate typealias Number = Quantity.Number

  /// The point and the ends of a number that is not exact, nothing for an end that is open.
  fileprivate var ends: (point: Number?, low: Number?, high: Number?)? {
    guard case .quantity(let quantity) = self, quantity.exact == nil else { return nil }
    return (quantity.point, quantity.low.double == -.infinity ? nil : quantity.low, quantity.high)
  }

  fileprivate var exactNumber: Number? {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .quantity(let quantity): quantity.exact
    case .truth, .short, .none, .unknown, .text, .list, .record, .map, .date, .span, .range, .entity, .disputed,
      .series, .table, .sealed, .function:
      nil
    }
  }
}
