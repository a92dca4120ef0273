import Values

/// Rows counted by stretches of numbers of one width: every stretch between the first and the last has a row, also where
/// nothing lies in it.
struct Binning {
  private let groups: Groups
  private let width: Int
  private let name: String
  private let watch: Watch

  /// More rows than these would be no summary.
  private static let mostBins = 10_000

  init(_ table: Table, by key: NewColumn, width: Int, _ watch: Watch) throws(Fault) {
    if width < 1 { throw .needsWidth(width, argument: 3) }
    self.width = width
    self.watch = watch
    name = key.name
    let column = try key.value.column(of: table, watch)
    for row in column.count == 0 ? 0..<0 : table.indices {
      try watch.tick()
      let value = column[row].settled
      if value.isSealed { throw Fault.sealedOrder("bin").inRow(table.row(row)) }
      if value.orderRank == 0, Quantity.of(value) == nil { throw Fault.notNumbers("bin", value).inRow(table.row(row)) }
    }
    let values = try GroupKey(key.name, column, of: table, step: "bin", watch) { Binning.bins($0, width) }
    groups = try Groups(table, by: [values], watch)
  }

  /// The stretches in which a number may lie; none where they are too many.
  private static func bins(_ value: Value, _ width: Int) -> [Value]? {
    guard let quantity = Quantity.of(value), let first = bin(quantity.low, width) else { return nil }
    guard let high = quantity.high, let last = bin(high, width), last - first < 100 else { return [] }
    return (first...last).map { range($0, width) }
  }

  private static func bin(_ number: Quantity.Number, _ width: Int) -> Int? {
    let place = (number.double / Double(width)).rounded(.down)
    return abs(place) < 0x1p52 / Double(width) ? Int(place) : nil
  }

  private static func range(_ bin: Int, _ width: Int) -> Value {
    .range(NumberRange(bin * width, bin * width + width - 1))
  }

  func table(_ figures: [GroupColumn]) throws(Fault) -> Table {
    var bins: [Int: Groups.Group] = [:]
    var others: [Groups.Group] = []
    for group in groups.all {
      if case .range(let range) = group.key[0] { bins[range.lower / width] = group } else { others.append(group) }
    }
    let places = bins.keys.sorted()
    let names = [name] + figures.map(\.name)
    let shape = Shape(names)
    var rows: [Value] = []
    var doubts: [Doubt?] = []

    func add(_ key: Value, _ members: Table) throws(Fault) {
      var cells = [key]
      for figure in figures {
        do throws(Fault) { cells.append(try figure.value(members)) } catch {
          throw error.noting("in the stretch \(key.printed)")
        }
      }
      try watch.add(.record(Record.make(shape, cells)), to: &rows)
      let isPossible = members.count > 0 && members.certainCount == 0
      try watch.add(isPossible ? members.doubts.first : nil, to: &doubts)
    }

    if let first = places.first, let last = places.last {
      if last - first >= Binning.mostBins { throw .tooManyBins(name, last - first + 1, argument: 3) }
      for place in first...last {
        try add(Binning.range(place, width), groups.members(bins[place]?.rows ?? Positions([]), by: groups.keys, watch))
      }
    }
    for group in others { try add(group.key[0], groups.members(of: group, watch)) }
    return groups.noting(
      Table(rows, doubts: Doubts(doubts), .records(names), unit: .group, notes: groups.table.notes), "groups")
  }
}
