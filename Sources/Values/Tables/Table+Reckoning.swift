/// What the rows of a table may come to, where it shows rows of unknown value in a place of their own although they may
/// belong to the others: worked out when a step first reckons with the rows.
final class Reckoning {
  private let find: (Watch) throws(Fault) -> Table
  private var found: Table?

  init(_ find: @escaping (Watch) throws(Fault) -> Table) { self.find = find }

  func table(_ watch: Watch) throws(Fault) -> Table {
    if let found { return found }
    let table = try find(watch)
    found = table
    return table
  }
}

extension Table {
  /// The table as steps must reckon with it: numbers with both ends, and rows of unknown value as possible ones.
  /// Most tables are what they show.
  public func reckoned(_ watch: Watch) throws(Fault) -> Table { try reckoning?.table(watch) ?? self }

  /// The same with each possible row that may turn out to be several as so many rows.
  public func unfolded(_ watch: Watch) throws(Fault) -> (table: Table, rows: Positions?) {
    if doubts.most == doubts.count { return (self, nil) }
    var rows: [Int] = []
    for row in indices {
      for _ in 0..<(isCertain(row) ? 1 : doubts.most(row)) { try watch.add(row, to: &rows) }
    }
    let positions = Positions(rows)
    let unfolded = try picking(positions, watch)
    return (unfolded.doubting(unfolded.doubts.ofSingleRows), positions)
  }

  /// A table that was made of the unfolded one, row by row, with each row of this one once again.
  ///
  /// - Parameter rows: which row of this one each of its rows is; nil where none stands more than once.
  public func folding(_ unfolded: Table, _ rows: Positions?, _ watch: Watch) throws(Fault) -> Table {
    guard let rows = rows?.rows else { return unfolded }
    let firsts = rows.indices.filter { $0 == 0 || rows[$0] != rows[$0 - 1] }
    return try unfolded.picking(firsts, watch).doubting(doubts)
  }

  /// A step that only says what is shown and how: what steps reckon with goes through it in the same way, once asked for.
  public func showing(
    _ watch: Watch, _ step: @escaping (Table) throws(Fault) -> Table
  ) throws(Fault) -> Table {
    let shown = try step(self)
    guard let reckoning else { return shown }
    return shown.reckoning { watch throws(Fault) in try step(reckoning.table(watch)) }
  }
}
