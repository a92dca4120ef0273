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
  private var sources: [Source]
  /// Fields of chosen records that somebody asked for.
  private var gathered: [String: Column] = [:]

  /// Where the cells of a column stand.
  private enum Source {
    case own(Column)
    /// At some of the places of another column.
    case chosen(Column, Positions)
  }

  /// - Parameter columns: one for each name, all of one length.
  public convenience init(
    _ names: [String], _ columns: [Column], count: Int, reading: [String] = [], from origin: Origin? = nil
  ) {
    precondition(columns.allSatisfy { $0.count == count })
    self.init(names, columns.map { .own($0) }, count: count, reading: reading, from: origin)
  }

  /// Records of the corpus, without any other columns.
  public convenience init(_ subjects: Subjects, count: Int, reading: [String] = []) {
    self.init([], [], count: count, reading: reading, from: nil, of: RowSubjects(subjects))
  }

  private init(
    _ names: [String], _ sources: [Source], count: Int, reading: [String], from origin: Origin?,
    of subjects: RowSubjects? = nil
  ) {
    precondition(names.count == sources.count)
    self.subjects = subjects
    self.reading = reading
    self.origin = origin
    self.names = names
    self.sources = sources
    self.count = count
    let use: Shape.Subject =
      switch subjects?.use {
      case .kept: .kept
      case .row, .open: .open
      case nil: .none
      }
    self.shape = Shape(names, subject: use, origin: use == .none ? origin : nil)
  }

  /// Whether the rows are records of the corpus, or were made from such.
  public var areOfRecords: Bool { subjects != nil }

  /// All columns, one for each name.
  public var columns: [Column] { names.indices.map { column($0) } }

  /// A column, or a field of all the records that the rows are; nil where there is none, or each has to be asked.
  public subscript(name: String) -> Column? {
    if let position = shape.position(of: name) { return column(position) }
    guard let subjects, subjects.all.field(name) != nil else { return nil }
    if let known = gathered[name] { return known }
    let column = subjects.column(name)
    gathered[name] = column
    return column
  }

  /// A cell alone, without gathering its column.
  func cell(_ row: Int, _ name: String) -> Value? {
    shape.position(of: name).map { cell(row, $0) } ?? subjects?.cell(row, name)
  }

  private func cell(_ row: Int, _ position: Int) -> Value {
    switch sources[position] {
    case .own(let column): column[row]
    case .chosen(let column, let positions): column[positions.rows[row]]
    }
  }

  private func column(_ position: Int) -> Column {
    switch sources[position] {
    case .own(let column): return column
    case .chosen(let column, let positions):
      let own = column.picking(positions.rows)
      sources[position] = .own(own)
      return own
    }
  }

  /// A row as a record.
  func row(_ row: Int) -> Value {
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

  package func picking(_ positions: Positions) -> Columns {
    // What was chosen before is chosen from the same columns: the positions are put together once for all of them.
    var joined: [ObjectIdentifier: Positions] = [:]
    var picked: [Source] = []
    for source in sources {
      switch source {
      case .own(let column): picked.append(.chosen(column, positions))
      case .chosen(let column, let before):
        let both = joined[ObjectIdentifier(before)] ?? before.picking(positions)
        joined[ObjectIdentifier(before)] = both
        picked.append(.chosen(column, both))
      }
    }
    return Columns(
      names, picked, count: positions.count, reading: [], from: origin?.picking(positions),
      of: subjects?.picking(positions))
  }

  /// A further column behind the others, or in the place of the one of its name.
  public func adding(_ name: String, _ column: Column) -> Columns {
    var all = sources
    let subjects = subjects.map { $0.use == .row ? $0.used(as: .open) : $0 }
    if let place = shape.position(of: name) {
      all[place] = .own(column)
      return Columns(names, all, count: count, reading: [], from: origin, of: subjects)
    }
    return Columns(names + [name], all + [.own(column)], count: count, reading: [], from: origin, of: subjects)
  }

  /// Other columns for the same rows.
  public func selecting(_ names: [String], _ columns: [Column]) -> Columns {
    Columns(names, columns.map { .own($0) }, count: count, reading: [], from: nil, of: subjects?.used(as: .kept))
  }

  /// The same cells with something said of how they were read.
  public func saying(_ reading: [String]) -> Columns {
    Columns(names, sources, count: count, reading: reading, from: origin, of: subjects)
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
    let known = names.compactMap { pair in shape.position(of: pair.old).map { (pair.new, sources[$0]) } }
    return Columns(known.map(\.0), known.map(\.1), count: count, reading: [], from: origin, of: subjects)
  }
}

/// Where the rows of a table were read.
public struct Origin {
  /// The file, as messages call it.
  public let file: String
  /// For each row of the file the line in which it begins.
  private let lines: [UInt32]
  /// Which of the rows of the file these are; nil for all of them.
  private let chosen: Positions?
  /// What the lines are called: those of a sheet are rows.
  public let unit: String
  /// The SHA-256 of the file as it was when it was read, in hexadecimal digits.
  public var hash: String?

  public init(file: String, lines: [UInt32], unit: String = "line") { self.init(file, lines, nil, unit) }

  private init(_ file: String, _ lines: [UInt32], _ chosen: Positions?, _ unit: String) {
    self.file = file
    self.lines = lines
    self.chosen = chosen
    self.unit = unit
  }

  /// How many rows there are.
  public var count: Int { chosen?.count ?? lines.count }

  /// The line in which a row begins.
  public func line(ofRow row: Int) -> Int { Int(lines[chosen.map { $0.rows[row] } ?? row]) }

  func picking(_ positions: Positions) -> Origin {
    var picked = Origin(file, lines, chosen?.picking(positions) ?? positions, unit)
    picked.hash = hash
    return picked
  }
}
