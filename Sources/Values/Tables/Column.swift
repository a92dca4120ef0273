/// The cells of one column of a table, one for each row.
///
/// What stands in few different ways is kept once, with a number for each row: whatever is asked of the column alone is
/// then worked out once for each of them.
public enum Column {
  /// Each different value once, and for each row which of them it has.
  case coded([UInt32], values: [Value])
  /// A value for each row.
  case plain([Value])
  /// Texts, of which nearly every row has another.
  case texts(TextCells)
  /// Records of the corpus, each of which is made when somebody asks for it.
  case records(RecordCells)
  /// Lists of items of which few are different.
  case lists(ListCells)

  public var count: Int {
    switch self {
    case .coded(let codes, _): codes.count
    case .plain(let values): values.count
    case .texts(let texts): texts.count
    case .records(let records): records.numbers.count
    case .lists(let lists): lists.count
    }
  }

  public subscript(row: Int) -> Value {
    switch self {
    case .coded(let codes, let values): values[Int(codes[row])]
    case .plain(let values): values[row]
    case .texts(let texts): texts[row]
    case .records(let records): records[row]
    case .lists(let lists): lists[row]
    }
  }

  /// The values that stand in it, each with the number of rows; what is kept once comes once.
  public func occurring(_ watch: Watch) throws(Fault) -> [(value: Value, count: Int)] {
    guard case .coded(let codes, let values) = self else {
      return try watch.map(0..<count) { row throws(Fault) in (self[row], 1) }
    }
    try watch.tick(codes.count)
    let counts = codes.counts(of: values.count)
    return try watch.filter(zip(values, counts)) { _, count throws(Fault) in count > 0 }.map { (value: $0, count: $1) }
  }

  /// What its values are, as the row under the heads of a table says it.
  public func kindText(_ watch: Watch) throws(Fault) -> String {
    try ColumnKind(occurring(watch).map(\.value), watch).text
  }

  /// A value for each row.
  public func values(_ watch: Watch) throws(Fault) -> [Value] {
    if case .plain(let values) = self { return values }
    return try watch.map(0..<count) { row throws(Fault) in self[row] }
  }

  /// For each row whether its value is known; nil where all are.
  public func known(_ watch: Watch) throws(Fault) -> [Bool]? {
    let known: [Bool]
    switch self {
    case .coded(let codes, let values):
      let isKnown = values.map { $0.reasons == nil }
      if isKnown.allSatisfy({ $0 }) { return nil }
      known = codes.mapped(isKnown)
    case .plain(let values): known = try watch.map(values) { value throws(Fault) in value.reasons == nil }
    case .texts(let texts):
      if !texts.hasGaps { return nil }
      known = texts.known
    case .records, .lists: return nil
    }
    return known.allSatisfy { $0 } ? nil : known
  }

  /// The same with the latest value of each series in its place.
  package var settled: Column {
    switch self {
    case .coded(let codes, let values): .coded(codes, values: values.map(\.settled))
    case .plain(let values): .plain(values.map(\.settled))
    case .texts, .records, .lists: self
    }
  }

  /// What stands in some rows as a list, lists among it opened one level.
  public func list(of positions: Positions, _ watch: Watch) throws(Fault) -> Value {
    var items: [Value] = []
    items.reserveCapacity(positions.count)
    for row in positions.rows { try self[row].addItems(to: &items, watch) }
    return .list(items)
  }

  /// The same with each record in it made once.
  public var withRecordsMade: Column {
    if case .records(let records) = self { records.made } else { self }
  }

  /// The cells of some rows, in their order.
  package func picking(_ rows: [Int]) -> Column {
    switch self {
    case .coded(let codes, let values): .coded(codes.picking(rows), values: values)
    case .plain(let values): .plain(rows.map { values[$0] })
    case .texts(let texts): .texts(texts.picking(rows))
    case .records(let records): .records(records.picking(rows))
    case .lists(let lists): .lists(lists.picking(rows))
    }
  }
}
