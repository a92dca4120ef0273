import Values

/// Rows counted by stretches of numbers or of time: every stretch between the first and the last has a row, also where
/// nothing lies in it.
struct Binning {
  private let groups: Groups
  private let stretches: Stretches
  private let name: String
  private let watch: Watch

  /// More rows than these would be no summary.
  private static let mostBins = 10_000
  /// No longer stretch of time has a year with four digits at both of its ends.
  static let mostMonths = 120_000
  /// A value that may lie in more stretches than these is as good as unknown.
  private static let mostPlaces = 100

  /// How the stretches are told: by how long each is, or by where they begin.
  enum Measure {
    case width(Int)
    case months(Int)
    case edges([Value])
  }

  init(_ table: Table, by key: NewColumn, _ measure: Measure, _ watch: Watch) throws(Fault) {
    self.watch = watch
    name = key.name
    let column = try key.value.column(of: table, watch)
    var areDates: Bool?
    var areWhole = true
    for row in column.count == 0 ? 0..<0 : table.indices {
      try watch.tick()
      let value = column[row].settled
      if value.isSealed { throw Fault.sealedOrder("bin").inRow(table.row(row)) }
      if value.orderRank > 0 { continue }
      var isDate = false
      if case .date = value { isDate = true }
      if !isDate, Quantity.of(value) == nil {
        throw Fault.cannotBeBinned(value, key.field, measure).inRow(table.row(row))
      }
      if let areDates, areDates != isDate { throw Fault.binsNumbersAndDates(value).inRow(table.row(row)) }
      areDates = isDate
      if !isDate, !value.isWhole { areWhole = false }
    }
    stretches = try Stretches(measure, areDates: areDates, areWhole: areWhole, name)
    let places = stretches.places
    let codes = try GroupKey(key.name, column, of: table, step: "bin", watch) { value in
      if value.orderRank > 0 { return nil }
      guard let all = places(value), all.count <= Binning.mostPlaces else { return [] }
      return all.map { .integer($0) }
    }
    groups = try Groups(table, by: [codes], watch)
  }

  func table(_ figures: [GroupColumn]) throws(Fault) -> Table {
    let shown = try table(figures, nil)
    if groups.homeless == 0 { return shown }
    let homeless = groups.withoutHome
    return shown.reckoning { _ throws(Fault) in try table(figures, homeless) }
  }

  /// - Parameter homeless: the rows that may lie anywhere, where each stretch is to be told with them.
  private func table(_ figures: [GroupColumn], _ homeless: Groups.Homeless?) throws(Fault) -> Table {
    var bins: [Int: Groups.Group] = [:]
    var others: [Groups.Group] = []
    for group in groups.all {
      if case .integer(let place) = group.key[0] { bins[place] = group } else { others.append(group) }
    }
    let places = bins.keys.sorted()
    let names = [name] + figures.map(\.name)
    let shape = Shape(names)
    var rows: [Value] = []
    var doubts: [Doubt?] = []
    var further: [Int: Int] = [:]

    func add(_ key: Value, _ group: Groups.Group?) throws(Fault) {
      let own = group?.rows ?? Positions([])
      let members: Table
      if let homeless {
        members = try groups.possibleMembers(group?.codes, own: own, homeless, watch)
        // Rows of unknown value may be as many stretches.
        if let group, !group.isKnown { further[rows.count] = own.count - 1 }
      } else {
        members = try groups.members(own, by: groups.keys, watch)
      }
      var cells = [key]
      for figure in figures {
        do throws(Fault) { cells.append(try figure.value(members)) } catch {
          throw error.noting("in the stretch \(key.printed)")
        }
      }
      try watch.add(.record(Record.make(shape, cells)), to: &rows)
      let isPossible = own.count > 0 && members.certainCount == 0
      try watch.add(isPossible ? members.doubts.first : nil, to: &doubts)
    }

    var all = stretches.all
    if all == nil, let first = places.first, let last = places.last { all = first...last }
    if let all {
      if all.count >= Binning.mostBins { throw .tooManyBins(name, all.count, argument: 3) }
      for place in all {
        try add(stretches.name(place), bins[place])
      }
    }
    for group in others { try add(group.key[0], group) }
    return groups.noting(
      Table(
        rows, doubts: Doubts(doubts, further: further), .records(names), unit: .group, notes: groups.table.notes),
      "groups")
  }
}

extension Stretches {
  /// The stretches that a script asks for.
  ///
  /// - Parameter areDates: whether the values are dates; nil where none is known.
  fileprivate init(
    _ measure: Binning.Measure, areDates: Bool?, areWhole: Bool, _ name: String
  ) throws(Fault) {
    switch measure {
    case .width(let width):
      if areDates ?? false { throw .widthOfDates(name, argument: 3) }
      self = .numbers(width: width)
    case .months(let months):
      if !(areDates ?? true) { throw .widthOfNumbers(name, argument: 3) }
      self = .dates(months: months)
    case .edges(let edges):
      if areDates ?? edges.contains(where: { if case .date = $0 { true } else { false } }) {
        let dates = edges.compactMap(\.asEdge)
        if dates.count < edges.count { throw .edgesAreDates(argument: 4) }
        if zip(dates, dates.dropFirst()).contains(where: { $0.earliestStart >= $1.earliestStart }) {
          throw .edgesInDisorder(argument: 4)
        }
        self = .dates(edges: dates)
      } else {
        var numbers: [Stretches.Edge] = []
        for edge in edges {
          guard let number = Stretches.Edge(edge) else { throw .edgesAreNumbers(edge, argument: 4) }
          numbers.append(number)
        }
        if zip(numbers, numbers.dropFirst()).contains(where: { $0.number >= $1.number }) {
          throw .edgesInDisorder(argument: 4)
        }
        self = .numbers(edges: numbers, areWhole: areWhole)
      }
    }
  }
}

extension Value {
  /// A date at which a stretch begins: a year, a month or a day; nil for anything else.
  fileprivate var asEdge: Date? {
    switch self {
    case .date(let date): date.isPlainUnit ? date : nil
    case .integer(let year): (1000...9999).contains(year) ? try? Date.parse("\(year)") : nil
    default: nil
    }
  }

  /// Whether it is a whole number, or one between whole numbers.
  fileprivate var isWhole: Bool {
    guard let quantity = Quantity.of(self) else { return false }
    return [quantity.point, quantity.low, quantity.high].allSatisfy { number in
      switch number {
      case .integer?, nil: true
      case .real(let real)?: real.isInfinite || real == real.rounded()
      }
    }
  }
}
