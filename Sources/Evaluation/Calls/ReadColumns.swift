import Values

/// The rows of columns about which something is asked.
struct AskedRows {
  let columns: Columns
  /// The rows around them, one for each, where they are the items of a field of these.
  private let around: Columns?
  /// Where in the window of what is asked the row around goes.
  let slotOfAround: Int?
  var count: Int { columns.count }

  init(_ columns: Columns, around: (columns: Columns, slot: Int)? = nil) {
    self.columns = columns
    self.around = around?.columns
    slotOfAround = around?.slot
  }

  func picking(_ positions: Positions) -> AskedRows {
    let around = around.flatMap { around in slotOfAround.map { (around.picking(positions), $0) } }
    return AskedRows(columns.picking(positions), around: around)
  }

  /// What an expression reads of the rows around; nil where it reads nothing of them, or they are none.
  fileprivate func readingAround(_ fields: ColumnPlan.Fields) -> ReadColumns?? {
    guard let around, !fields.around.isEmpty else { return .some(nil) }
    return ReadColumns(of: fields.around, in: around).map { .some($0) }
  }
}

/// The few columns that an expression about a row reads, and rows with nothing but these.
struct ReadColumns {
  /// Columns that are read from the row, or from the record around it.
  private struct Part {
    /// What the record around it is called; nil for the row itself.
    let outer: String?
    var names: [String] = []
    var columns: [Column] = []
  }

  private let parts: [Part]
  private let count: Int
  /// What is read of the rows around; nil where nothing is.
  private var partsAround: [Part]?
  /// The columns, where nothing is asked but how far two dates are apart.
  private var distance: (from: Column, taken: Column)?

  /// Nil where one of them is not there: to say so is left to whoever goes through the rows.
  init?(of fields: ColumnPlan.Fields, _ rows: AskedRows) {
    self.init(of: fields.paths, in: rows.columns)
    guard let around = rows.readingAround(fields) else { return nil }
    partsAround = around?.parts
    if let distance = fields.distance, let from = rows.columns[distance.from[0]],
      let taken = rows.columns[distance.taken[0]], distance.from.count == 1, distance.taken.count == 1
    {
      self.distance = (from, taken)
    }
  }

  /// - Parameter paths: for each field the names from the row on.
  fileprivate init?(of paths: [[String]], in all: Columns) {
    var parts = [Part(outer: nil)]
    var around: [String: Columns] = [:]
    for path in paths {
      if path.isEmpty { return nil }
      if let column = all[path[0]] {
        parts[0].names.append(path[0])
        parts[0].columns.append(column)
        continue
      }
      guard path.count > 1, let outer = around[path[0]] ?? all.around(path[0]), let column = outer[path[1]] else {
        return nil
      }
      around[path[0]] = outer
      let place = parts.firstIndex { $0.outer == path[0] } ?? parts.count
      if place == parts.count { parts.append(Part(outer: path[0])) }
      parts[place].names.append(path[1])
      parts[place].columns.append(column)
    }
    self.parts = parts
    self.count = all.count
  }

  /// All columns, those of the rows around behind the others.
  private var columns: [Column] { (parts + (partsAround ?? [])).flatMap(\.columns) }

  /// The column, where there is one.
  var only: Column? { columns.count == 1 ? columns[0] : nil }

  /// Where those of the rows around begin.
  private var firstAround: Int { parts.reduce(0) { $0 + $1.columns.count } }

  /// How many rows could differ, where few different values stand in each of the columns; nil otherwise.
  private var width: Int? {
    let columns = columns
    var width = 1
    for column in columns {
      guard case .coded(_, let values) = column else { return nil }
      let (next, overflows) = width.multipliedReportingOverflow(by: values.count)
      if overflows { return nil }
      width = next
    }
    return columns.count == 1 || width <= ReadColumns.mostCombinations && width * 4 <= count ? width : nil
  }

  /// More combinations than these are not looked for.
  private static let mostCombinations = 1 << 16

  /// Whether few different rows have to be looked at.
  var areFew: Bool { width != nil || distance != nil }

  /// How far the dates are apart, where that is all that is asked.
  func measures() throws(Fault) -> Measures? {
    guard let distance else { return nil }
    return try distance.from.distances(from: distance.taken)
  }

  /// Rows that stand for all others: each is like one of them in what is read.
  struct Different {
    /// For each row which of them it is like.
    let codes: [UInt32]
    let count: Int
    /// Makes one of them by its number.
    let row: (Int) -> Value
    /// Makes the row around it; nil where nothing is read of that.
    let around: ((Int) -> Value)?
  }

  /// The rows that differ; nil where nearly every row may be another.
  func different() throws(Fault) -> Different? {
    guard let width else {
      guard let (codes, first) = try measures()?.different() else { return nil }
      let row = row
      return Different(codes: codes, count: first.count, row: { row(first[$0]) }, around: nil)
    }
    // Without columns all rows are alike.
    var codes = [UInt32](repeating: 0, count: count)
    var values: [[Value]] = []
    var before = 1
    for case .coded(let own, let different) in columns {
      codes = values.isEmpty ? own : zip(codes, own).map { $0 &+ UInt32(before) &* $1 }
      before *= different.count
      values.append(different)
    }
    if values.count == 1, width * 2 <= count { return different(codes, width) { row, _ in values[0][row] } }
    // What stands in no row is not asked about.
    let counts = codes.counts(of: width)
    let used = counts.indices.filter { counts[$0] > 0 }
    var places = [UInt32](repeating: 0, count: width)
    for (place, code) in used.enumerated() { places[code] = UInt32(place) }
    return different(codes.mapped(places), used.count) { row, place in
      let different = values[place]
      return different[used[row] / values[..<place].reduce(1) { $0 * $1.count } % different.count]
    }
  }

  /// - Parameter cell: what stands in one of the rows that differ, in the column at a place.
  private func different(
    _ codes: [UInt32], _ count: Int, _ cell: @escaping (_ row: Int, _ place: Int) -> Value
  ) -> Different {
    Different(
      codes: codes, count: count, row: maker(parts, cell),
      around: partsAround.map { maker($0, from: firstAround, cell) })
  }

  /// Makes a row by its number.
  var row: (Int) -> Value { maker(parts) { [columns] row, place in columns[place][row] } }

  /// Makes the row around a row by its number; nil where nothing is read of it.
  var around: ((Int) -> Value)? {
    partsAround.map { maker($0, from: firstAround) { [columns] row, place in columns[place][row] } }
  }

  /// - Parameters:
  ///   - start: the place of its first column among all.
  ///   - cell: what stands in a row, in the column at a place among all.
  private func maker(
    _ made: [Part], from start: Int = 0, _ cell: @escaping (_ row: Int, _ place: Int) -> Value
  ) -> (Int) -> Value {
    let maker = RowMaker(own: made[0].names, outer: made.dropFirst().map { ($0.outer ?? "", $0.names) })
    let first = made.indices.map { part in made[..<part].reduce(start) { $0 + $1.columns.count } }
    return { row in maker.make { part, place in cell(row, first[part] + place) } }
  }
}

/// Makes records of one row after the other, each in the place of the one before where nobody has kept that.
private final class RowMaker {
  private let shape: Shape
  private let own: Int
  private let outer: [Shape]
  private var last: Record?
  private var lastOuter: [Record?]

  init(own: [String], outer: [(name: String, names: [String])]) {
    shape = Shape(own + outer.map(\.name))
    self.own = own.count
    self.outer = outer.map { Shape($0.names) }
    lastOuter = outer.map { _ in nil }
  }

  /// - Parameter cell: what stands in a part, 0 for the row itself, at a place.
  func make(_ cell: (_ part: Int, _ place: Int) -> Value) -> Value {
    .record(
      Record.make(shape, inPlaceOf: &last) { values in
        for place in 0..<own { (values + place).initialize(to: cell(0, place)) }
        for (part, inner) in outer.enumerated() {
          let record = Record.make(inner, inPlaceOf: &lastOuter[part]) { values in
            for place in inner.names.indices { (values + place).initialize(to: cell(part + 1, place)) }
          }
          (values + own + part).initialize(to: .record(record))
        }
      })
  }
}
