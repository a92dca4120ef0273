/// Rows of the same columns. Those of which it cannot be decided whether they belong to it stay among them, marked.
///
/// A row is a record of the corpus, a record that a step made, or, in a table made of a list, any other value.
public final class Table {
  /// How many rows there are, the possible ones among them.
  public let count: Int
  private let made: [Value]
  /// The cells by column, where that is how they came.
  public let columns: Columns?
  /// Which rows are only possible, and why.
  public let doubts: Doubts
  public let content: Content
  /// What is counted when the rows are; nil where they are values of a list.
  public let unit: Unit?
  /// True for rows that came as a list, and are one again for whoever gets them, as long as all are decided.
  public let isList: Bool
  /// True where so many rows were asked for that all of them are to be shown.
  public let isWhole: Bool
  /// What the foot must say besides the numbers of rows, such as that dates were sorted by their first day.
  public let notes: [String]
  /// The groups that the rows stand for, in a table that comes right from `group`; nil once a step has changed it.
  public let groups: Grouping?
  /// How the rows follow one another, in a table that comes right from `sort`; nil once a step has changed it.
  public let order: Order?
  /// What steps reckon with, where that is more than what is shown.
  let reckoning: Reckoning?

  /// By what rows were sorted.
  public struct Order {
    /// What the keys are called: `age`, or `age, host`.
    public let keys: String
    /// Whether a row has the keys of the one before it, where they are known.
    public let isTied: (Int) -> Bool

    public init(keys: String, isTied: @escaping (Int) -> Bool) {
      self.keys = keys
      self.isTied = isTied
    }
  }

  /// What the rows are, and so which columns they have.
  public enum Content {
    /// Records of one kind, with columns that were added behind its fields, and without those that were dropped.
    case entities(Kind, added: [String], hidden: [String])
    /// Records that a step made.
    case records([String])
    /// Values of a list.
    case values
  }

  /// What one row, and several, are called: `case`, `cases`.
  public struct Unit: Hashable, Sendable {
    public let one: String
    public let many: String
    /// Whether one is made of several rows of another table, so that how many there are counts none of those.
    public let isPutTogether: Bool

    public init(one: String, many: String, isPutTogether: Bool = false) {
      self.one = one
      self.many = many
      self.isPutTogether = isPutTogether
    }

    public static let row = Unit(one: "row", many: "rows")
    public static let group = Unit(one: "group", many: "groups", isPutTogether: true)
    /// A row of `cross`.
    public static let crossed = Unit(one: "row", many: "rows", isPutTogether: true)
    /// What `describe` tells of.
    public static let column = Unit(one: "column", many: "columns")

    /// `1 case`, `12 cases`.
    public func counted(_ count: Int) -> String { "\(count) \(count == 1 ? one : many)" }
  }

  /// Groups of rows, as they are known before anything is done with the table of them.
  public struct Grouping {
    /// How many columns, from the first, are keys.
    public let keyCount: Int
    /// How many rows each group surely has, and how many at most.
    public let lows: [Int]
    public let highs: [Int]
    /// What the foot says of rows that may belong elsewhere, without their numbers.
    public let notes: [String]

    public init(keyCount: Int, lows: [Int], highs: [Int], notes: [String]) {
      self.keyCount = keyCount
      self.lows = lows
      self.highs = highs
      self.notes = notes
    }
  }

  public init(
    _ rows: [Value], doubts: Doubts = .none, _ content: Content, unit: Unit?, notes: [String] = [],
    isList: Bool = false,
    isWhole: Bool = false, groups: Grouping? = nil
  ) {
    self.groups = groups
    self.order = nil
    self.reckoning = nil
    self.isWhole = isWhole
    self.isList = isList
    self.count = rows.count
    self.made = rows
    self.columns = nil
    self.doubts = doubts
    self.content = content
    self.unit = unit
    self.notes = notes
  }

  /// A table of cells by column.
  ///
  /// - Parameter hidden: fields that were dropped, where the rows are records of the corpus.
  public init(
    _ columns: Columns, hidden: [String] = [], doubts: Doubts = .none, unit: Unit?, notes: [String] = [],
    isWhole: Bool = false, groups: Grouping? = nil
  ) {
    self.groups = groups
    self.order = nil
    self.reckoning = nil
    self.isWhole = isWhole
    self.isList = false
    self.count = columns.count
    self.made = []
    self.columns = columns
    self.doubts = doubts
    self.content =
      switch columns.subjects?.use {
      case .row, .open:
        columns.subjects.map { .entities($0.all.kind, added: columns.names, hidden: hidden) } ?? .records(columns.names)
      case .kept, nil: .records(columns.names)
      }
    self.unit = unit
    self.notes = notes
  }

  /// The same rows with something else said of them.
  private init(
    _ table: Table, doubts: Doubts, notes: [String], isWhole: Bool, order: Order? = nil, groups: Grouping? = nil,
    reckoning: Reckoning? = nil
  ) {
    self.groups = groups
    self.order = order
    self.reckoning = reckoning
    self.isWhole = isWhole
    self.isList = table.isList
    self.count = table.count
    self.made = table.made
    self.columns = table.columns
    self.doubts = doubts
    self.content = table.content
    self.unit = table.unit
    self.notes = notes
  }

  /// The same rows, each as certain as is said.
  public func doubting(_ doubts: Doubts) -> Table { Table(self, doubts: doubts, notes: notes, isWhole: false) }

  /// The same rows, called otherwise.
  public func counting(_ unit: Unit) -> Table {
    guard let columns else { return Table(made, doubts: doubts, content, unit: unit, notes: notes, isWhole: isWhole) }
    return Table(columns, hidden: hidden, doubts: doubts, unit: unit, notes: notes, isWhole: isWhole)
  }

  /// The same rows with other columns.
  public func with(_ columns: Columns) -> Table {
    let hidden = hidden.filter { !columns.names.contains($0) }
    return Table(columns, hidden: hidden, doubts: doubts, unit: unit, notes: notes, isWhole: isWhole)
  }

  /// The fields that were dropped, where the rows are records of the corpus.
  public var hidden: [String] {
    if case .entities(_, _, let hidden) = content { return hidden }
    return []
  }

  public func noting(_ note: String) -> Table {
    if notes.contains(note) { return self }
    return Table(
      self, doubts: doubts, notes: notes + [note], isWhole: isWhole, order: order, groups: groups, reckoning: reckoning)
  }

  /// The same rows, which may come to more than what is shown.
  ///
  /// - Parameter find: works out what steps reckon with.
  public func reckoning(_ find: @escaping (Watch) throws(Fault) -> Table) -> Table {
    Table(
      self, doubts: doubts, notes: notes, isWhole: isWhole, order: order, groups: groups, reckoning: Reckoning(find))
  }

  /// The same rows, as they follow one another.
  public func ordered(_ order: Order) -> Table {
    Table(self, doubts: doubts, notes: notes, isWhole: isWhole, order: order, reckoning: reckoning)
  }

  /// The same table, to be shown whole.
  public var whole: Table { Table(self, doubts: doubts, notes: notes, isWhole: true, reckoning: reckoning) }

  /// All rows. To go through the rows of cells by column one by one, these are made once and kept.
  public var rows: [Value] { columns?.rows ?? made }

  /// The positions of the rows.
  public var indices: Range<Int> { 0..<count }

  public func row(_ row: Int) -> Value { columns?.row(row) ?? made[row] }

  public var isDecided: Bool { doubts.isEmpty }

  /// Why a row is only possible; nil for a certain row.
  public func doubt(_ row: Int) -> Doubt? { doubts[row] }

  public func isCertain(_ row: Int) -> Bool { doubts.isCertain(row) }

  public var undecidedCount: Int { doubts.count }
  public var certainCount: Int { count - undecidedCount }
}
