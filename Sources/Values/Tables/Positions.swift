/// Some rows of a table, by their positions in it: worked out when they are first asked for, since whoever only counts
/// them needs none.
public final class Positions {
  public let count: Int
  private let find: () -> [Int]
  /// Finds one of them, where that is easy.
  private let findOne: ((Int) -> Int)?
  /// The positions, in the order of the rows that are chosen.
  public private(set) lazy var rows: [Int] = find()

  /// - Parameters:
  ///   - count: how many there are.
  ///   - one: finds one of them, where those of a few rows can be found without all others.
  ///   - find: works them out.
  public init(count: Int, one: ((Int) -> Int)? = nil, _ find: @escaping () -> [Int]) {
    self.count = count
    self.find = find
    findOne = one
  }

  public convenience init(_ rows: [Int]) { self.init(count: rows.count) { rows } }

  /// Some of these.
  func picking(_ positions: Positions) -> Positions {
    Positions(count: positions.count) {
      if let findOne = self.findOne { return positions.rows.map(findOne) }
      let rows = self.rows
      return positions.rows.map { rows[$0] }
    }
  }
}
