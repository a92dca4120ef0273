/// The cells of a table by column. Its rows are records that are made when somebody asks for them.
public final class Columns {
  public let names: [String]
  public let columns: [Column]
  public let count: Int
  /// How they were read: of the rows as they came from a file alone.
  public let reading: [String]
  /// Where they were read; nil where they were worked out.
  public let origin: Origin?
  let shape: Shape

  /// - Parameter columns: one for each name, all of one length.
  public init(_ names: [String], _ columns: [Column], count: Int, reading: [String] = [], from origin: Origin? = nil) {
    precondition(names.count == columns.count && columns.allSatisfy { $0.count == count })
    self.reading = reading
    self.origin = origin
    self.names = names
    self.columns = columns
    self.count = count
    self.shape = Shape(names)
  }

  public subscript(name: String) -> Column? { shape.position(of: name).map { columns[$0] } }

  /// A row as a record.
  func row(_ row: Int) -> Value {
    .record(
      Record.make(shape) { values in
        for (position, column) in columns.enumerated() { (values + position).initialize(to: column[row]) }
      })
  }

  /// All rows, made when they are first asked for.
  private(set) lazy var rows: [Value] = (0..<count).map { row($0) }

  func picking(_ rows: [Int], _ watch: Watch) throws(Fault) -> Columns {
    var picked: [Column] = []
    for column in columns { picked.append(try column.picking(rows, watch)) }
    let lines = try origin.map { origin throws(Fault) in try watch.map(rows) { row throws(Fault) in origin.lines[row] }
    }
    return Columns(names, picked, count: rows.count, from: lines.flatMap { origin?.with($0) })
  }

  /// A further column behind the others, or in the place of the one of its name.
  public func adding(_ name: String, _ column: Column) -> Columns {
    var all = columns
    if let place = shape.position(of: name) {
      all[place] = column
      return Columns(names, all, count: count, from: origin)
    }
    return Columns(names + [name], all + [column], count: count, from: origin)
  }

  /// The same cells with something said of how they were read.
  public func saying(_ reading: [String]) -> Columns {
    Columns(names, columns, count: count, reading: reading, from: origin)
  }

  /// The columns but for some.
  public func without(_ dropped: [String]) -> Columns {
    choosing(names.filter { !dropped.contains($0) }.map { (new: $0, old: $0) })
  }

  /// Some of the columns, under other names.
  public func choosing(_ names: [(new: String, old: String)]) -> Columns {
    Columns(
      names.map(\.new), names.map { self[$0.old] ?? .plain([Value](repeating: .unknown(.notRecorded), count: count)) },
      count: count, from: origin)
  }
}

/// Where the rows of a table were read.
public struct Origin {
  /// The file, as messages call it.
  public let file: String
  /// For each row the line in which it begins.
  public let lines: [UInt32]

  public init(file: String, lines: [UInt32]) {
    self.file = file
    self.lines = lines
  }

  func with(_ lines: [UInt32]) -> Origin { Origin(file: file, lines: lines) }
}
