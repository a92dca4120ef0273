/// Some rows of a table, by their positions in it: worked out when they are first asked for, since whoever only counts
/// them needs none.
public final class Positions {
  public let count: Int
  private let find: () -> [Int]
  /// The positions, in the order of the rows that are chosen.
  public private(set) lazy var rows: [Int] = find()

  /// - Parameters:
  ///   - count: how many there are.
  ///   - find: works them out.
  public init(count: Int, _ find: @escaping () -> [Int]) {
    self.count = count
    self.find = find
  }

  public convenience init(_ rows: [Int]) { self.init(count: rows.count) { rows } }

  /// Some of these.
  func picking(_ positions: Positions) -> Positions {
    Positions(count: positions.count) {
      let rows = self.rows
      return positions.rows.map { rows[$0] }
    }
  }
}
