import Values

// Rows that name other rows of the same file. Until they are taken in there is no record that could stand in a cell; what
// stands there is the number of the row, which is none of what a field takes.

extension Value {
  /// A row among those that are to be records.
  public static func row(_ row: Int) -> Value { .range(NumberRange(row, row)) }
}

extension RowRecords {
  /// Puts records in the place of the rows that cells name.
  func nameRecords(in corpus: Corpus) {
    for slot in said.indices {
      let names = kind.fields[said[slot].field].type
      guard names.takesRecords else { continue }
      switch said[slot].values {
      case .coded(let codes, let values) where values.contains(where: \.holdsRow):
        said[slot].values = .coded(codes, values: values.map { named($0, in: corpus) })
      case .plain(let values) where values.contains(where: \.holdsRow):
        said[slot].values = .plain(values.map { named($0, in: corpus) })
      case .coded, .plain, .texts, .records, .lists: continue
      }
    }
  }

  private func named(_ value: Value, in corpus: Corpus) -> Value {
    switch value {
    case .range(let range): .entity(corpus.record(first + range.lower))
    case .list(let items) where value.holdsRow: .list(items.map { named($0, in: corpus) })
    default: value
    }
  }

  /// Whether a cell says what the one of another says, which may have become a record already.
  func isSame(_ value: Value, _ other: Value, of others: RowRecords, _ watch: Watch) throws(Fault) -> Bool {
    switch (value, other) {
    case (.range(let range), .entity(let record)): return record.index - others.first == range.lower
    case (.list(let items), .list(let all)) where value.holdsRow:
      guard items.count == all.count else { return false }
      for (one, two) in zip(items, all) where try !isSame(one, two, of: others, watch) { return false }
      return true
    default: return try value.isSameAsWritten(other, watch)
    }
  }

  /// The records that name others of them.
  public func namingOthers(in corpus: Corpus) -> [Entity] {
    (0..<count).filter { row in said.contains { names($0.values[row]) } }.map { corpus.record(first + $0) }
  }

  private func names(_ value: Value) -> Bool {
    switch value {
    case .entity(let record): holds(record.index)
    case .list(let items): items.contains(where: names)
    default: false
    }
  }
}

extension Value {
  fileprivate var holdsRow: Bool {
    switch self {
    case .range: true
    case .list(let items): items.contains(where: \.holdsRow)
    default: false
    }
  }
}

extension FieldType {
  /// Whether records can stand in the field.
  fileprivate var takesRecords: Bool {
    switch self {
    case .record: true
    case .list(let inner): inner.takesRecords
    case .either(let types): types.contains(where: \.takesRecords)
    case .truth, .number, .text, .date, .span: false
    }
  }
}
