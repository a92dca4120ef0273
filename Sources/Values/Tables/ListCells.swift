/// Lists in a column, of items of which each different one is kept once.
public struct ListCells {
  /// The items of one list after the other, each by its place among the values.
  private let codes: [UInt32]
  private let values: [Value]
  /// For each row where its list begins in these, and where it ends.
  private let starts: [Int]
  private let ends: [Int]

  private init(_ codes: [UInt32], _ values: [Value], starts: [Int], ends: [Int]) {
    self.codes = codes
    self.values = values
    self.starts = starts
    self.ends = ends
  }

  /// What stands in some rows of a column, as a list for each stretch of them. Nil where the column keeps its values
  /// otherwise, and where something stands in it that is no item as it is.
  public init?(_ column: Column, of rows: [Int], in stretches: [Range<Int>]) {
    guard ListCells.canHold(column), case .coded(let codes, let values) = column else { return nil }
    self.init(
      codes.picking(rows), values, starts: stretches.map(\.lowerBound), ends: stretches.map(\.upperBound))
  }

  /// Whether lists of what stands in a column can be kept so.
  public static func canHold(_ column: Column) -> Bool {
    if case .coded(_, let values) = column { values.allSatisfy(\.isPlainItem) } else { false }
  }

  public var count: Int { starts.count }

  public subscript(row: Int) -> Value { .list(codes[starts[row]..<ends[row]].map { values[Int($0)] }) }

  func picking(_ rows: [Int]) -> ListCells {
    ListCells(codes, values, starts: rows.map { starts[$0] }, ends: rows.map { ends[$0] })
  }

  /// Each list once, as it was written: the first row that has it, and how many do.
  public func different(_ watch: Watch) throws(Fault) -> (rows: [Int], copies: [Int]) {
    var written = WrittenValues(watch)
    var places: [UInt32] = []
    for value in values { try watch.add(UInt32(truncatingIfNeeded: written.place(of: value).place), to: &places) }
    let items = codes.mapped(places)
    try watch.tick(items.count)
    var rows: [Int] = []
    var copies: [Int] = []
    var found = HashedPlaces(watch)
    for row in starts.indices {
      try watch.tick()
      let list = items[starts[row]..<ends[row]]
      var hash = UInt64(list.count)
      for item in list { hash = (hash ^ UInt64(item)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
      let short = UInt32(truncatingIfNeeded: hash >> 32)
      let place = try found.place(of: short) { place in
        let other = rows[place]
        return list.elementsEqual(items[starts[other]..<ends[other]])
      }
      if let place {
        copies[place] += 1
      } else {
        try found.add(short)
        try watch.add(row, to: &rows)
        try watch.add(1, to: &copies)
      }
    }
    return (rows, copies)
  }
}

extension Value {
  /// Whether a list of what stands in several rows holds it as it is, and can be told from others by its parts.
  fileprivate var isPlainItem: Bool {
    switch self {
    case .integer, .real, .truth, .short, .unknown, .text, .date, .span, .quantity, .entity: true
    case .none, .list, .record, .map, .range, .disputed, .series, .table, .sealed, .function: false
    }
  }
}
