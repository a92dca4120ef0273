import Diagnostics
import Values

/// Records that were made of the rows of a file: what they claim stands in the columns of its table.
///
/// Neither the records nor the claims are kept: each is made when somebody asks for it, and is the same each time.
public final class RowRecords {
  /// What a column says of one field of every record.
  public struct Said {
    /// The field's position in the kind.
    public let field: Int
    /// What each row claims; of an empty cell nothing is.
    public internal(set) var values: Column
    /// From when it holds, for a field over time.
    let from: Column?
    /// What stands in the cells, where that may be written otherwise than what was read from it.
    let written: Column?
    /// Which columns of the file it is from.
    let heads: [String]

    public init(field: Int, values: Column, from: Column?, written: Column?, heads: [String]) {
      self.field = field
      self.values = values
      self.from = from
      self.written = written
      self.heads = heads
    }
  }

  /// Who says what stands in the rows.
  public enum Sayer {
    case file
    /// For each row the place of those who say it among `voices`, or -1 for the file itself.
    case each([Int32], voices: [[Entity]])
  }

  public let kind: Kind
  public internal(set) var said: [Said]
  public let names: RowNames
  let labels: Column?
  public let owners: Owners?
  public let origin: Origin
  /// The source that the file is.
  public let source: Entity
  /// The columns of the file of which something was taken.
  public let taken: Set<String>
  public var count: Int { origin.count }

  /// The numbers of its first record and its first claim, and how many claims a row can have.
  var first = 0
  var firstClaim: Int32 = 0
  let width: Int
  /// For each row who says it, as the number of an attribution.
  var attributions: [Int32] = []
  var attributionOfFile: Int32 = 0
  private(set) lazy var differentAttributions = Set(attributions)
  /// Fields of all of them by position, once somebody has asked; nil for those that each has to be asked for.
  var columns: [Column??] = []
  /// The same with what was written about some of them.
  var amended: [Int: Column] = [:]
  /// Whether nothing is to be seen of them in a light but what their rows say, once somebody has asked.
  var seen: (light: Int, isAll: Bool)?
  /// What became of each row in the light in which that was last asked.
  var lastFates: (light: Light, fates: Fates?)?
  /// The lines of the file, as a text that has no other places.
  let lines: Source
  let sayer: Sayer
  /// How many records had been written down when they were made.
  var writtenBefore = 0
  /// In which file or entry they were made, by number.
  package internal(set) var entry = 0
  /// Whether others are made of the same rows, so that a line is not all that tells where they stand.
  var areBesideOthers = false
  /// True once others have taken their place.
  var isGone = false

  public init(
    kind: Kind, said: [Said], names: RowNames, labels: Column?, owners: Owners?, sayer: Sayer, origin: Origin,
    source: Entity, taken: Set<String>
  ) {
    self.kind = kind
    self.said = said
    self.names = names
    self.labels = labels
    self.owners = owners
    self.sayer = sayer
    self.origin = origin
    self.source = source
    self.taken = taken
    self.width = max(1, said.count + (owners == nil ? 0 : 1))
    self.lines = source.place.source
  }

  /// Claims of rows have numbers from here on.
  static let firstClaim: Int32 = 1 << 30

  func attribution(ofRow row: Int) -> Int32 { attributions.isEmpty ? attributionOfFile : attributions[row] }

  func place(ofRow row: Int) -> Place {
    let line = origin.line(ofRow: row)
    return Place(lines, SourceRange(line, line))
  }

  /// What a row claims of a field; nil where its cell is empty.
  func value(_ row: Int, _ slot: Int) -> Value? {
    let value = said[slot].values[row]
    if case .unknown(let reasons) = value, reasons == Reasons(.notRecorded) { return nil }
    return kind.kept(value, in: said[slot].field)
  }

  /// What stands in the cell of a claim, where that says more than its value.
  func remark(_ row: Int, _ slot: Int) -> String? {
    guard let text = said[slot].written?[row].string else { return nil }
    return said[slot].values[row].isWritten(otherwiseThan: text) ? text : nil
  }

  func from(_ row: Int, _ slot: Int) -> Date? {
    guard case .date(let date)? = said[slot].from?[row] else { return nil }
    return date
  }
}

/// What the records of rows are called.
public enum RowNames {
  /// By the texts of a column, each of which stands in one row.
  case column(RowIndex)
  /// By the file and the line: `incidents_12`.
  case lines(String)
  /// They stand inside others, and have no names.
  case none
}

/// Finds rows by the text of a column.
public final class RowIndex {
  let column: Column
  /// Rows by hash, each one more than it is; 0 is free. A power of two long, and at most half of it filled.
  private var places: [UInt32]

  /// - Parameter twice: is told of every row whose text stood in an earlier one.
  /// - Parameter nameless: is told of every row in which nothing stands.
  public init(
    _ column: Column, _ watch: Watch, twice: (_ row: Int, _ earlier: Int) -> Void, nameless: (Int) -> Void
  ) throws(Fault) {
    self.column = column
    var size = 16
    while size < column.count * 2 { size *= 2 }
    try watch.take(size * MemoryLayout<UInt32>.stride)
    places = [UInt32](repeating: 0, count: size)
    for row in 0..<column.count {
      try watch.tick()
      guard let text = column[row].string else {
        nameless(row)
        continue
      }
      let place = place(of: text)
      if places[place] == 0 { places[place] = UInt32(row) + 1 } else { twice(row, Int(places[place]) - 1) }
    }
  }

  /// The row in which a text stands.
  public func row(of text: String) -> Int? {
    let found = places[place(of: text)]
    return found == 0 ? nil : Int(found) - 1
  }

  private func place(of text: String) -> Int {
    var place = text.hashValue & (places.count - 1)
    while places[place] != 0, column[Int(places[place]) - 1].string != text {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }
}
