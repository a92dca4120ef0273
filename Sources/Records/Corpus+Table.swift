import Values

extension Corpus {
  /// The table that a kind's plural names, in the light at hand.
  public func table(of kind: Kind) -> Table {
    lights.number == 0 || isFramework(kind) ? Table(all(kind), of: kind) : tableInLight(of: kind)
  }
}
