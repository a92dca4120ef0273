extension Value {
  /// What kind of thing it is, with its article, as messages say it: `a number`.
  public var kindName: String {
    switch self {
    case .integer, .real: "a number"
    case .truth: "a truth"
    case .short, .text: "a text"
    case .none: "none"
    case .unknown: "unknown"
    case .list: "a list"
    case .record, .map: "a record"
    case .date: "a date"
    case .span: "a span"
    case .quantity: "a number"
    case .range: "a range"
    case .entity(let entity): article(entity.kind.name)
    case .disputed: "a disputed value"
    case .series(let series): series.current.kindName
    case .table: "a table"
    case .sealed: "a sealed value"
    case .function: "a function"
    }
  }

  private func article(_ noun: String) -> String {
    guard let first = noun.first else { return noun }
    return ("aeiou".contains(first) ? "an " : "a ") + noun
  }
}
