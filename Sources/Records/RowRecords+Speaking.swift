import Values

// Which rows say enough to be records, and when several records are made of one row.

extension RowRecords.Said {
  /// The same of some of the rows.
  public func picking(_ rows: [Int]) -> RowRecords.Said {
    RowRecords.Said(
      field: field, values: values.picking(rows), from: from?.picking(rows), written: written?.picking(rows),
      heads: heads)
  }

  /// For each row whether it says something; nil where all do.
  fileprivate func speaks(_ watch: Watch) throws(Fault) -> [Bool]? {
    func isSaid(_ value: Value) -> Bool { value.reasons != Reasons(.notRecorded) }
    var speaks: [Bool]
    switch values {
    case .texts, .records, .lists: return nil
    case .coded(let codes, let values):
      let areSaid = values.map(isSaid)
      if areSaid.allSatisfy(\.self) { return nil }
      try watch.tick(codes.count)
      speaks = codes.map { areSaid[Int($0)] }
    case .plain(let values): speaks = try watch.map(values) { value throws(Fault) in isSaid(value) }
    }
    return speaks.allSatisfy(\.self) ? nil : speaks
  }
}

extension RowRecords {
  /// The rows that say enough to be records that bear no name; nil where all do. An event is what was done, so that a row
  /// has to say that; of a record that stands in another it has to say anything.
  ///
  /// - Parameter isInside: whether they are to stand in others.
  public static func speaking(_ said: [Said], of kind: Kind, isInside: Bool, _ watch: Watch) throws(Fault) -> [Int]? {
    if let act = kind.act {
      guard let acts = said.first(where: { $0.field == act }) else { return nil }
      return try acts.speaks(watch)?.places
    }
    let ofColumns = said.filter { !$0.heads.isEmpty }
    if !isInside || ofColumns.isEmpty { return nil }
    var anySpeaks: [Bool]?
    for said in ofColumns {
      guard let speaks = try said.speaks(watch) else { return nil }
      anySpeaks = anySpeaks.map { zip($0, speaks).map { $0 || $1 } } ?? speaks
    }
    return anySpeaks?.places
  }

  /// Whether they are further records of rows of which others were made: events of another act, or records about which
  /// everything is said by other columns.
  public func areBeside(_ others: RowRecords) -> Bool {
    guard kind === others.kind, origin.isOfFile(others.origin), owners != nil, others.owners != nil else {
      return false
    }
    guard case .none = names, case .none = others.names else { return false }
    let shared = said.compactMap { one in
      kind.act == nil || kind.act == one.field
        ? others.said.first { $0.field == one.field }.map { (one: one, other: $0) } : nil
    }
    return !shared.isEmpty && shared.allSatisfy { $0.one.isFromElsewhere(than: $0.other) }
  }

  /// The columns that they are from.
  public var heads: [String] {
    said.reduce(into: []) { names, said in names += said.heads.filter { !names.contains($0) } }
  }

  /// Where a claim stands in its line: `columns date_2, tactic_2`; nil where that needs not be told.
  func columns(ofClaim slot: Int) -> String? {
    let heads = slot < said.count ? said[slot].heads : areBesideOthers ? heads : []
    return heads.isEmpty ? nil : "\(heads.count == 1 ? "column" : "columns") \(heads.joined(separator: ", "))"
  }
}

extension RowRecords.Said {
  /// Whether it is said by other columns, or is another thing that is said of all rows.
  fileprivate func isFromElsewhere(than other: RowRecords.Said) -> Bool {
    if !heads.isEmpty || !other.heads.isEmpty { return heads != other.heads }
    guard values.count > 0, other.values.count > 0 else { return true }
    return !Agreement.isSame(values[0], other.values[0])
  }
}

extension Kind {
  /// The position of the field that says of an event what was done; nil for any other kind.
  fileprivate var act: Int? { root.name == "event" ? position(of: "act") : nil }
}

extension [Bool] {
  /// Where it is true.
  fileprivate var places: [Int] { indices.filter { self[$0] } }
}
