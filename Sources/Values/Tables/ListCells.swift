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
    // Places among the rows found, each one more than it is; 0 is free. A power of two long, and at most half of it filled.
    var slots = [UInt32](repeating: 0, count: 1024)

    func free(_ row: Int, among slots: [UInt32]) -> Int {
      let list = items[starts[row]..<ends[row]]
      var hash = UInt64(list.count)
      for item in list { hash = (hash ^ UInt64(item)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
      var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
      while slots[slot] != 0 {
        let other = rows[Int(slots[slot]) - 1]
        if list.elementsEqual(items[starts[other]..<ends[other]]) { return slot }
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
    for row in starts.indices {
      try watch.tick()
      let slot = free(row, among: slots)
      if slots[slot] != 0 {
        copies[Int(slots[slot]) - 1] += 1
        continue
      }
      try watch.add(row, to: &rows)
      try watch.add(1, to: &copies)
      slots[slot] = UInt32(truncatingIfNeeded: rows.count)
      if rows.count * 2 > slots.count {
        var more = [UInt32](repeating: 0, count: slots.count * 2)
        for (place, row) in rows.enumerated() { more[free(row, among: more)] = UInt32(truncatingIfNeeded: place + 1) }
        slots = more
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
