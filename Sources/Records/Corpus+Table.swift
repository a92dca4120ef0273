import Values

extension Corpus {
  /// The table that a kind's plural names.
  public func table(of kind: Kind) -> Table { Table(all(kind), of: kind) }
}
