import Values

/// The sum of a number over the rows up to each of the rows of a group.
///
/// A row that surely stands up to there counts in full; of one that may, and of one that may not belong, the ends hold
/// both answers.
struct RunningSum {
  private(set) var values: [Value]
  private let low: [Double]
  private let high: [Double]
  private let point: [Double]
  private let isUnknown: [Bool]
  private var isWhole = true
  private var hasNegative = false
  private var unit: String?
  private var published: [Entity] = []
  private let watch: Watch

  /// Larger whole numbers are not exact as reals.
  private static let largestWhole = 0x1p53

  /// Sums over the first so many of some rows: as they are, and with what may be left out counted as 0 where that is
  /// lower, or higher.
  private struct Sums {
    var low = [0.0]
    var high = [0.0]
    var point = [0.0]
    var least = [0.0]
    var most = [0.0]
    var unknown = [0]
  }

  init(_ value: RowValue, over sequences: Sequences, _ watch: Watch) throws(Fault) {
    let table = sequences.table
    self.watch = watch
    values = [Value](repeating: .unknown(.notRecorded), count: table.count)
    var (low, high, point, isUnknown): ([Double], [Double], [Double], [Bool]) = ([], [], [], [])
    let column = try value.column(of: table, watch)
    for row in table.indices {
      let number = column[row].settled
      if number.isSealed { throw Fault.sealed("`running`").inRow(table.row(row)) }
      let quantity = Quantity.of(number)
      if quantity == nil, number.reasons == nil { throw Fault.notNumbers("running", number).inRow(table.row(row)) }
      if let other = quantity?.unit {
        if let unit, unit != other { throw Fault.unitsDiffer(unit, other, "put together").inRow(table.row(row)) }
        unit = other
      }
      if let figure = quantity?.figure {
        for other in published {
          do throws(Fault) { try Quantity.checkSum(other, figure) } catch { throw error.inRow(table.row(row)) }
        }
        published.append(figure)
      }
      if let number = quantity?.low, case .real = number { isWhole = false }
      let least = quantity?.low.double ?? 0
      hasNegative = hasNegative || least < 0
      try watch.add(least, to: &low)
      try watch.add(quantity == nil ? 0 : quantity?.high?.double ?? least, to: &high)
      try watch.add((quantity?.point ?? quantity?.low)?.double ?? 0, to: &point)
      try watch.add(quantity == nil || quantity?.high == nil, to: &isUnknown)
    }
    (self.low, self.high, self.point, self.isUnknown) = (low, high, point, isUnknown)
    for sequence in sequences.all { try sum(sequence, sequences) }
  }

  private func sums(_ rows: [Int]) throws(Fault) -> Sums {
    var sums = Sums()
    for (place, row) in rows.enumerated() {
      try watch.add(sums.low[place] + low[row], to: &sums.low)
      try watch.add(sums.high[place] + high[row], to: &sums.high)
      try watch.add(sums.point[place] + point[row], to: &sums.point)
      try watch.add(sums.least[place] + min(0, low[row]), to: &sums.least)
      try watch.add(sums.most[place] + max(0, high[row]), to: &sums.most)
      try watch.add(sums.unknown[place] + (isUnknown[row] ? 1 : 0), to: &sums.unknown)
    }
    return sums
  }

  private mutating func sum(_ sequence: Sequences.Sequence, _ sequences: Sequences) throws(Fault) {
    let table = sequences.table
    let rows = Array(sequences.order[sequence])
    let certain = try watch.sorted(rows.filter { table.isCertain($0) }) {
      one, other throws(Fault) in sequences.high[one] < sequences.high[other]
    }
    let firsts = rows.map { sequences.low[$0] }
    let lasts = certain.map { sequences.high[$0] }
    let (all, sure) = (try sums(rows), try sums(certain))
    for row in rows {
      try watch.tick()
      let may = Sequences.count(firsts[...], below: sequences.high[row].nextUp)
      let surely = Sequences.count(lasts[...], below: sequences.low[row].nextUp)
      // Whatever its place, it stands up to itself.
      let isCounted = table.isCertain(row) && sequences.high[row] <= sequences.low[row]
      let low = sure.low[surely] + all.least[may] - sure.least[surely] + (isCounted ? 0 : max(0, self.low[row]))
      let high = sure.high[surely] + all.most[may] - sure.most[surely] + (isCounted ? 0 : min(0, self.high[row]))
      let point = sure.point[surely] + (isCounted ? 0 : self.point[row])
      values[row] = try value(point, low, high, isOpen: all.unknown[may] > 0)
    }
  }

  private func value(_ point: Double, _ low: Double, _ high: Double, isOpen: Bool) throws(Fault) -> Value {
    if isOpen, hasNegative { return .unknown(.imprecise) }
    func number(_ double: Double) throws(Fault) -> Quantity.Number {
      if !double.isFinite || isWhole && abs(double) > RunningSum.largestWhole { throw .sumIsTooLarge() }
      return isWhole ? .integer(Int(double)) : .real(double)
    }
    return Quantity.value(
      point: try number(point), low: try number(low), high: isOpen ? nil : try number(high), unit: unit, isAbout: false,
      figures: published)
  }
}
