/// Records of the corpus by row, each of which is made when somebody asks for it.
///
/// Their fields are read by column where nothing is to be seen of them but what the rows say that they were made of, and
/// it is known from who says it what becomes of that.
public final class Subjects {
  public let kind: Kind
  /// The lights that they are looked at in.
  let lights: Lights
  /// The record of a row.
  let record: (Int) -> Entity
  /// A field of all of them in the light at hand; nil where it has to be asked of each.
  let field: (String) -> Column?

  public init(
    _ kind: Kind, _ lights: Lights, record: @escaping (Int) -> Entity, field: @escaping (String) -> Column?
  ) {
    self.kind = kind
    self.lights = lights
    self.record = record
    self.field = field
  }
}

/// What the rows of columns have to do with records of the corpus.
struct RowSubjects {
  /// How a row stands to its record.
  enum Use {
    /// It is the record.
    case row
    /// It has more columns, and those of the record can be read as if they were its own.
    case open
    /// It was made of the record, and says nothing of its fields.
    case kept
  }

  let all: Subjects
  let use: Use
  /// Which of the records they are; nil for all of them.
  private let positions: Positions?

  init(_ all: Subjects, _ use: Use = .row) { self.init(all, use, nil) }

  private init(_ all: Subjects, _ use: Use, _ positions: Positions?) {
    self.all = all
    self.use = use
    self.positions = positions
  }

  func used(as use: Use) -> RowSubjects { RowSubjects(all, use, positions) }

  func picking(_ rows: Positions) -> RowSubjects { RowSubjects(all, use, positions?.picking(rows) ?? rows) }

  func record(_ row: Int) -> Entity { all.record(positions.map { $0.rows[row] } ?? row) }

  /// What a record says in one field; nil where it has to be asked.
  func cell(_ row: Int, _ field: String) -> Value? {
    use == .kept ? nil : all.field(field)?[positions.map { $0.rows[row] } ?? row]
  }

  /// What they say in one field; nil where each has to be asked.
  func column(_ field: String) -> Column? {
    guard use != .kept, let column = all.field(field) else { return nil }
    return positions.map { column.picking($0.rows) } ?? column
  }
}
