import Values

// Tables that were saved as objects: what no number or text can say stands in objects of its own.

extension SavedTable {
  /// A table of objects as it was before it was saved.
  init(objects read: Table, _ watch: Watch) throws(Fault) {
    guard var columns = read.columns else { preconditionFailure("a file is read by column") }
    var told: [String] = []
    for (name, column) in zip(columns.names, columns.columns) {
      var met: Set<SavedObject> = []
      let plain = try column.taken(watch) { value throws(Fault) in
        guard let object = SavedObject(value) else { return value }
        met.insert(object)
        return object.value(of: value)
      }
      if met.isEmpty { continue }
      columns = columns.adding(name, plain, of: [name])
      if met.contains(.number) { told.append("\(name): numbers with two ends or a unit") }
      if met.contains(.unknown) { told.append("\(name): unknown for the reasons that are told") }
    }
    try self.init(columns, told, of: read, watch)
  }
}

/// An object that stands for a value which JSON has no other way to write.
private enum SavedObject: Hashable {
  /// `{"unknown": ["not_asked"]}`
  case unknown
  /// `{"point": 2, "low": 1, "high": 3, "unit": "cases"}`
  case number

  /// What an object stands for; nil for an object like others, and for anything else.
  init?(_ value: Value) {
    guard case .record(let record) = value else { return nil }
    let names = record.shape.names
    if names == ["unknown"], SavedObject.reasons(record) != nil {
      self = .unknown
    } else if names.starts(with: ["point", "low", "high"]),
      names.dropFirst(3).allSatisfy({ ["unit", "about", "known"].contains($0) }),
      record.values[1].savedNumber != nil
    {
      self = .number
    } else {
      return nil
    }
  }

  func value(of value: Value) -> Value {
    guard case .record(let record) = value else { return value }
    switch self {
    case .unknown: return SavedObject.reasons(record).map { .unknown($0) } ?? value
    case .number:
      guard let low = record.values[1].savedNumber else { return value }
      func part(_ name: String) -> Value? { record.shape.position(of: name).map { record.values[$0] } }
      var known: Int?
      if case .integer(let rows)? = part("known") { known = rows }
      var isAbout = false
      if case .truth(let truth)? = part("about") { isAbout = truth.isYes }
      return Quantity.value(
        point: record.values[0].savedNumber, low: low, high: record.values[2].savedNumber, unit: part("unit")?.string,
        isAbout: isAbout, known: known)
    }
  }

  private static func reasons(_ record: Record) -> Reasons? {
    guard case .list(let items) = record.values[0] else { return nil }
    let names = items.compactMap(\.string)
    return names.count == items.count ? Reasons(names: names.joined(separator: "; ")) : nil
  }
}

extension Value {
  fileprivate var savedNumber: Quantity.Number? {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    default: nil
    }
  }
}

extension Column {
  /// The column with other values, each different one worked out once where they are kept so.
  fileprivate func taken(_ watch: Watch, _ value: (Value) throws(Fault) -> Value) throws(Fault) -> Column {
    switch self {
    case .texts, .records, .lists: return self
    case .coded(let codes, let values): return .coded(codes, values: try watch.map(values, value))
    case .plain(let values): return .plain(try watch.map(values, value))
    }
  }
}
