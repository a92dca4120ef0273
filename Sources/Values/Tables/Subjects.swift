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
  /// The records around them, by what these are called; nil where each has to be asked.
  let around: (String) -> Around?
  /// The records that stand in one of their fields; nil where each has to be asked.
  let inside: (String) -> Inside?

  /// The records around others.
  public struct Around {
    let subjects: Subjects
    /// For each of the others which of them is around it.
    let positions: Positions
    let count: Int

    public init(_ subjects: Subjects, count: Int, _ positions: Positions) {
      self.subjects = subjects
      self.count = count
      self.positions = positions
    }
  }

  /// The records inside others.
  public struct Inside {
    let subjects: Subjects
    let count: Int
    /// Which of them stand in the others, one after the other; nil where that is their order.
    let order: Positions?
    /// For each of the others where those inside it end.
    let ends: [Int]
    /// For each of those in the others, one after the other, whether it is only possible; nil where all are certain.
    let arePossible: [Bool]?

    public init(_ subjects: Subjects, count: Int, order: Positions?, ends: [Int], arePossible: [Bool]? = nil) {
      self.subjects = subjects
      self.count = count
      self.order = order
      self.ends = ends
      self.arePossible = arePossible
    }
  }

  public init(
    _ kind: Kind, _ lights: Lights, record: @escaping (Int) -> Entity, field: @escaping (String) -> Column?,
    around: @escaping (String) -> Around? = { _ in nil }, inside: @escaping (String) -> Inside? = { _ in nil }
  ) {
    self.kind = kind
    self.lights = lights
    self.record = record
    self.field = field
    self.around = around
    self.inside = inside
  }
}

extension Columns {
  /// The records around the rows, by what these are called; nil where each row has to be asked.
  package func around(_ name: String) -> Columns? {
    guard !names.contains(name), let subjects, subjects.use != .kept, let around = subjects.all.around(name) else {
      return nil
    }
    let positions = subjects.positions.map { around.positions.picking($0) } ?? around.positions
    return Columns(around.subjects, count: around.count).picking(positions)
  }

  /// The records that stand in a field of the rows, one after the other; nil where each row has to be asked.
  package func inside(_ name: String) -> ItemsOfRows? {
    guard !names.contains(name), let subjects, subjects.use != .kept, let inside = subjects.all.inside(name) else {
      return nil
    }
    let all = Columns(inside.subjects, count: inside.count)
    guard let rows = subjects.positions?.rows else {
      let items = inside.order.map { all.picking($0) } ?? all
      return ItemsOfRows(items: items, ends: inside.ends, arePossible: inside.arePossible)
    }
    var places: [Int] = []
    var ends: [Int] = []
    ends.reserveCapacity(rows.count)
    for row in rows {
      places.append(contentsOf: (row == 0 ? 0 : inside.ends[row - 1])..<inside.ends[row])
      ends.append(places.count)
    }
    let positions = Positions(places)
    return ItemsOfRows(
      items: all.picking(inside.order.map { $0.picking(positions) } ?? positions), ends: ends,
      arePossible: inside.arePossible.map { marks in places.map { marks[$0] } })
  }

  /// The records around the rows themselves, by what these are called; nil where each row has to be asked.
  package func recordsAround(_ name: String) -> Column? {
    guard !names.contains(name), let subjects, subjects.use != .kept, let around = subjects.all.around(name) else {
      return nil
    }
    let rows = (subjects.positions.map { around.positions.picking($0) } ?? around.positions).rows
    let numbers = rows.map { UInt32(truncatingIfNeeded: $0) }
    return .records(RecordCells(numbers, from: around.count, around.subjects.record))
  }
}

/// Records that stand in a field of rows.
package struct ItemsOfRows {
  /// Those of one row after the other.
  package let items: Columns
  /// For each row where its own end.
  package let ends: [Int]
  /// For each of them whether it is only possible; nil where all are certain.
  package let arePossible: [Bool]?

  /// For each of them the row in whose field it stands.
  package var rows: Positions {
    let (count, ends) = (items.count, ends)
    return Positions(count: count) {
      var rows: [Int] = []
      rows.reserveCapacity(count)
      for (row, end) in ends.enumerated() { while rows.count < end { rows.append(row) } }
      return rows
    }
  }

  /// The first row in which none stands.
  package var firstEmpty: Int? {
    if ends.first == 0 { return 0 }
    return ends.indices.dropFirst().first { ends[$0] == ends[$0 - 1] }
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
  let positions: Positions?

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
