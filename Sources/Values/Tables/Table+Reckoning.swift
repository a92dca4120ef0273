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

  /// A step that only says what is shown and how: what steps reckon with goes through it in the same way, once asked for.
  public func showing(
    _ watch: Watch, _ step: @escaping (Table) throws(Fault) -> Table
  ) throws(Fault) -> Table {
    let shown = try step(self)
    guard let reckoning else { return shown }
    return shown.reckoning { watch throws(Fault) in try step(reckoning.table(watch)) }
  }
}
