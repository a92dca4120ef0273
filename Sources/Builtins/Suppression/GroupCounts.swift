import Values

/// How many there are in each group, as somebody can read it in a column or work it out from one.
struct GroupCounts {
  /// The name of the column; nil for the sizes of the groups.
  let column: String?
  /// How many there surely are, and how many at most.
  let lows: [Int]
  let highs: [Int]
  /// The sizes of the groups, where what a count leaves of them is a count as well.
  let sizes: (lows: [Int], highs: [Int], areHidden: [Bool])?

  init(sizes groups: Table.Grouping) {
    column = nil
    lows = groups.lows
    highs = groups.highs
    sizes = nil
  }

  private init(_ column: String?, _ lows: [Int], _ highs: [Int], sizes: (lows: [Int], highs: [Int], areHidden: [Bool])?)
  {
    self.column = column
    self.lows = lows
    self.highs = highs
    self.sizes = sizes
  }

  private init(_ column: String, _ lows: [Int], _ highs: [Int], in groups: Table.Grouping) {
    let isPart = lows.indices.allSatisfy { lows[$0] <= groups.lows[$0] && highs[$0] <= groups.highs[$0] }
    self.init(
      column, lows, highs, sizes: isPart ? (groups.lows, groups.highs, lows.map { _ in false }) : nil)
  }

  /// Both ends of a count, and what they leave of the group where that is told; each moved by so much.
  func sides(_ row: Int, _ low: Int = 0, _ high: Int = 0) -> [Int] {
    let sides = [lows[row] + low, highs[row] + high]
    guard let sizes, !sizes.areHidden[row] else { return sides }
    return sides + [sizes.lows[row] - sides[0], sizes.highs[row] - sides[1]]
  }

  func isFew(_ row: Int, _ low: Int = 0, _ high: Int = 0, below limit: Int) -> Bool {
    sides(row, low, high).contains { $0.isFew(limit) }
  }

  /// The same of groups that are made of these.
  func summed(_ groups: [[Int]], areHidden: [Bool]) -> GroupCounts {
    func sums(_ numbers: [Int]) -> [Int] { groups.map { $0.reduce(0) { $0 + numbers[$1] } } }
    return GroupCounts(
      column, sums(lows), sums(highs), sizes: sizes.map { (sums($0.lows), sums($0.highs), areHidden) })
  }

  /// The same where of some groups not even the size is shown.
  func hidingSizes(_ areHidden: [Bool]) -> GroupCounts {
    GroupCounts(column, lows, highs, sizes: sizes.map { ($0.lows, $0.highs, areHidden) })
  }

  /// Whether it is the sizes of the groups over again.
  func isSize(of groups: Table.Grouping) -> Bool { lows == groups.lows && highs == groups.highs }

  /// All counts that a column of a table tells.
  static func told(by column: String, of table: Table, _ groups: Table.Grouping) throws(Fault) -> [GroupCounts] {
    var values: [Value] = []
    for row in table.rows.indices {
      let value = table.cell(row, column).settled
      if value.holdsRows { throw .holdsRows(column, value) }
      values.append(value)
    }
    let numbers = values.map { $0.reasons == nil ? Quantity.of($0) : nil }
    var told: [GroupCounts] = []
    let isOfNumbers = zip(values, numbers).allSatisfy { $0.reasons != nil || $1 != nil }
    if isOfNumbers, numbers.contains(where: { $0 != nil }) {
      let ends = numbers.map { $0.map { ($0.low, $0.high ?? $0.low) } ?? (.integer(0), .integer(0)) }
      if ends.allSatisfy({ $0.0.isCount && $0.1.isCount }) {
        told.append(GroupCounts(column, ends.map(\.0.whole), ends.map(\.1.whole), in: groups))
      } else if ends.allSatisfy({ $0.0.double >= 0 && $0.1.double <= 1 }) {
        // A share, as those that pass of all; for how many it is known is told with it.
        let lows = numbers.indices.map { row in
          let known = numbers[row]?.known ?? groups.lows[row]
          return part((numbers[row]?.point ?? ends[row].0).double, of: known)
        }
        let highs = numbers.indices.map { max(lows[$0], part(ends[$0].1.double, of: groups.lows[$0])) }
        told.append(GroupCounts(column, lows, highs, in: groups))
      }
    }
    if numbers.contains(where: { $0?.known != nil }) {
      let known = numbers.indices.map { numbers[$0]?.known ?? groups.lows[$0] }
      told.append(GroupCounts(column, known, known, sizes: nil))
    }
    return told
  }

  private static func part(_ share: Double, of size: Int) -> Int { Int((share * Double(size)).rounded()) }
}

extension Quantity.Number {
  fileprivate var isCount: Bool { if case .integer(let number) = self { number >= 0 } else { false } }
  fileprivate var whole: Int { if case .integer(let number) = self { min(number, 1 << 40) } else { 0 } }
}

extension Value {
  /// True for what leads to the rows of a group, or lists something of each of them.
  fileprivate var holdsRows: Bool {
    switch self {
    case .list, .table, .record, .map, .function: true
    case .entity(let entity): !entity.kind.isTerm
    case .integer, .real, .truth, .short, .none, .unknown, .text, .date, .span, .quantity, .range, .disputed, .series,
      .sealed:
      false
    }
  }
}
