/// The cells of a table by column. Its rows are records that are made when somebody asks for them.
///
/// Of chosen rows only their positions are kept: the cells of a column are gathered when somebody asks for that column.
public final class Columns {
  public let names: [String]
  public let count: Int
  /// How they were read: of the rows as they came from a file alone.
  public let reading: [String]
  /// Where they were read; nil where they were worked out.
  public private(set) var origin: Origin?
  /// The records of the corpus that the rows are, or were made from; nil where there are none.
  let subjects: RowSubjects?
  let shape: Shape
  private var cells: [Cells]
  /// Fields of chosen records that somebody asked for, each in the light in which that was last.
  private var gathered: [String: (light: Int, column: Column)] = [:]

  /// Where the cells of a column stand.
  private enum Source {
    case own(Column)
    /// At some of the places of another column.
    case chosen(Column, Positions)
  }

  /// What is kept of one column.
  private struct Cells {
    var source: Source
    /// What stood in them before they were read as something.
    var written: Source?
    /// The columns of the file that they are from; nil where what they say does not stand in the row's own line.
    var heads: [String]?
  }

  /// - Parameter columns: one for each name, all of one length.
  public convenience init(
    _ names: [String], _ columns: [Column], count: Int, reading: [String] = [], from origin: Origin? = nil
  ) {
    precondition(columns.allSatisfy { $0.count == count })
    let cells = zip(names, columns).map { Cells(source: .own($1), heads: [$0]) }
    self.init(names, cells, count: count, reading: reading, from: origin, of: nil)
  }

  /// Records of the corpus, without any other columns.
  public convenience init(_ subjects: Subjects, count: Int, reading: [String] = []) {
    self.init([], [], count: count, reading: reading, from: nil, of: RowSubjects(subjects))
  }

  private init(
    _ names: [String], _ cells: [Cells], count: Int, reading: [String] = [], from origin: Origin?,
    of subjects: RowSubjects?, like shape: Shape? = nil
  ) {
    precondition(names.count == cells.count)
    self.subjects = subjects
    self.reading = reading
    self.origin = origin
    self.names = names
    self.cells = cells
    self.count = count
    let use: Shape.Subject =
      switch subjects?.use {
      case .kept: .kept
      case .row, .open: .open
      case nil: .none
      }
    let place = use == .none ? origin : nil
    let texts = cells.map(\.written)
    let written: Shape.Written? =
      texts.contains { $0 != nil } ? { row, position in texts[position].map { Columns.cell(row, in: $0) } } : nil
    self.shape =
      shape.map { Shape($0, subject: use, origin: place, written: written) }
      ?? Shape(names, subject: use, origin: place, written: written)
  }

  /// Whether the rows are records of the corpus, or were made from such.
  public var areOfRecords: Bool { subjects != nil }

  /// All columns, one for each name.
  public var columns: [Column] { names.indices.map { column($0) } }

  /// A column, or a field of all the records that the rows are; nil where there is none, or each has to be asked.
  public subscript(name: String) -> Column? {
    if let position = shape.position(of: name) { return column(position) }
    guard let subjects, subjects.all.field(name) != nil else { return nil }
    let light = subjects.all.lights.number
    if let known = gathered[name], known.light == light { return known.column }
    let column = subjects.column(name)
    gathered[name] = column.map { (light, $0) }
    return column
  }

  /// A cell alone, without gathering its column.
  func cell(_ row: Int, _ name: String) -> Value? {
    shape.position(of: name).map { cell(row, $0) } ?? subjects?.cell(row, name)
  }

  private func cell(_ row: Int, _ position: Int) -> Value { Columns.cell(row, in: cells[position].source) }

  private static func cell(_ row: Int, in source: Source) -> Value {
    switch source {
    case .own(let column): column[row]
    case .chosen(let column, let positions): column[positions.rows[row]]
    }
  }

  private func column(_ position: Int) -> Column {
    let column = Columns.gathered(cells[position].source)
    cells[position].source = .own(column)
    return column
  }

  private static func gathered(_ source: Source) -> Column {
    switch source {
    case .own(let column): column
    case .chosen(let column, let positions): column.picking(positions.rows)
    }
  }

  /// What stood in a column of the file before it was read as something; nil where that is not kept.
  public func written(_ name: String) -> Column? {
    guard let position = shape.position(of: name), let written = cells[position].written else { return nil }
    let column = Columns.gathered(written)
    cells[position].written = .own(column)
    return column
  }

  /// The columns of the file from which some columns are; nil where one of them is not from the row's own line.
  public func heads(of names: [String]) -> [String]? {
    var all: [String] = []
    for name in names {
      guard let heads = shape.position(of: name).map({ cells[$0].heads }) ?? [name] else { return nil }
      all += heads.filter { !all.contains($0) }
    }
    return all
  }

  /// A row as a record.
  package func row(_ row: Int) -> Value {
    if let subjects {
      let record = subjects.record(row)
      if subjects.use == .row { return .entity(record) }
      return .record(Record.make(shape, names.indices.map { cell(row, $0) }, subject: record))
    }
    return .record(
      Record.make(shape, row: row) { values in
        for position in names.indices { (values + position).initialize(to: cell(row, position)) }
      })
  }

  /// All rows, made when they are first asked for.
  private(set) lazy var rows: [Value] = (0..<count).map { row($0) }

  package func picking(_ positions: Positions) -> Columns { picking(positions, from: origin?.picking(positions)) }

  /// The rows at some positions, as parts of their lines: a cell of each was taken apart, or several were put one below
  /// the other.
  ///
  /// - Parameters:
  ///   - parts: for each row which part it is.
  ///   - names: the columns in which these cells stood.
  public func dividing(_ positions: Positions, parts: [UInt32], of names: [String]) -> Columns {
    let heads = heads(of: names) ?? names
    return picking(
      positions, from: origin?.picking(positions).divided(heads.joined(separator: ", "), parts))
  }

  private func picking(_ positions: Positions, from origin: Origin?) -> Columns {
    // What was chosen before is chosen from the same columns: the positions are put together once for all of them.
    var joined: [ObjectIdentifier: Positions] = [:]
    func picked(_ source: Source) -> Source {
      switch source {
      case .own(let column): return .chosen(column, positions)
      case .chosen(let column, let before):
        let both = joined[ObjectIdentifier(before)] ?? before.picking(positions)
        joined[ObjectIdentifier(before)] = both
        return .chosen(column, both)
      }
    }
    let all = cells.map { Cells(source: picked($0.source), written: $0.written.map(picked), heads: $0.heads) }
    return Columns(names, all, count: positions.count, from: origin, of: subjects?.picking(positions), like: shape)
  }

  /// A further column behind the others, or in the place of the one of its name.
  ///
  /// - Parameter sources: the columns that it was worked out from, each cell from those of its row; nil where it was not.
  public func adding(_ name: String, _ column: Column, of sources: [String]? = nil) -> Columns {
    putting(name, Cells(source: .own(column), heads: sources.flatMap(heads)))
  }

  /// A column as its texts were read; what stood in it is kept beside it, where that takes little room.
  public func reading(_ name: String, as column: Column) -> Columns {
    guard let position = shape.position(of: name) else { return adding(name, column, of: [name]) }
    var new = cells[position]
    if new.written == nil, case .coded = self.column(position) { new.written = new.source }
    new.source = .own(column)
    return putting(name, new)
  }

  private func putting(_ name: String, _ new: Cells) -> Columns {
    var all = cells
    let subjects = subjects.map { $0.use == .row ? $0.used(as: .open) : $0 }
    if let place = shape.position(of: name) {
      all[place] = new
      return Columns(names, all, count: count, from: origin, of: subjects)
    }
    return Columns(names + [name], all + [new], count: count, from: origin, of: subjects)
  }

  /// One of the columns that are selected.
  public enum Selected {
    /// A column under that name, or under another.
    case column(String, as: String)
    /// What was worked out for each row from some columns.
    case made(Column, of: [String], as: String)
  }

  /// Other columns for the same rows.
  public func selecting(_ selected: [Selected]) -> Columns {
    var names: [String] = []
    var all: [Cells] = []
    for one in selected {
      switch one {
      case .column(let name, let new):
        guard let position = shape.position(of: name) else { continue }
        names.append(new)
        all.append(cells[position])
      case .made(let column, let sources, let new):
        names.append(new)
        all.append(Cells(source: .own(column), heads: heads(of: sources)))
      }
    }
    return Columns(names, all, count: count, from: origin, of: subjects?.used(as: .kept))
  }

  /// The same cells with something said of how they were read.
  public func saying(_ reading: [String]) -> Columns {
    Columns(names, cells, count: count, reading: reading, from: origin, of: subjects, like: shape)
  }

  /// The same cells, from a file with that hash.
  public func hashed(_ hash: String) -> Columns {
    let columns = saying(reading)
    columns.origin?.hash = hash
    return columns
  }

  /// The columns but for some.
  public func without(_ dropped: [String]) -> Columns {
    choosing(names.filter { !dropped.contains($0) }.map { (new: $0, old: $0) })
  }

  /// Some of the columns, under other names.
  public func choosing(_ names: [(new: String, old: String)]) -> Columns {
    let known = names.compactMap { pair in shape.position(of: pair.old).map { (pair.new, cells[$0]) } }
    return Columns(known.map(\.0), known.map(\.1), count: count, from: origin, of: subjects)
  }
}
