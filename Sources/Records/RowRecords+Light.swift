import Values

// Records of rows in another light. What a row says is said by one voice, so that all of it shares one fate there, and
// what a field comes to is known from what stands in its cell.

/// What becomes in a light of what each of some rows says.
final class Fates {
  enum Fate: UInt8 {
    /// It counts as it does without the light.
    case plain
    /// It is too little for the standard in force.
    case short
    /// It does not count.
    case aside
  }

  let ofRows: [Fate]
  /// True where no other rows stand in these, so that nobody else tells that they are there.
  let areInnermost: Bool
  /// Fields of all of them in the light, once somebody has asked; nil for those that each has to be asked for.
  fileprivate var columns: [Int: Column?] = [:]
  /// Whether each of them is documented, with all those in which it stands, once somebody has asked.
  fileprivate var documented: [Fate]??

  fileprivate init(_ ofRows: [Fate], areInnermost: Bool) {
    self.ofRows = ofRows
    self.areInnermost = areInnermost
  }
}

extension Corpus {
  /// What becomes of each row in the light at hand; nil where that takes more than to look who says it.
  func fates(of rows: RowRecords) -> Fates? {
    let light = lightAtHand
    if let last = rows.lastFates, last.light === light { return last.fates }
    let fates = light.fates[rows.first] ?? findFates(of: rows, in: light)
    light.fates[rows.first] = .some(fates)
    rows.lastFates = (light, fates)
    return fates
  }

  private func findFates(of rows: RowRecords, in light: Light) -> Fates? {
    if rows.isGone || isFramework(rows.kind) || !identities.isEmpty { return nil }
    if !light.suppositions.isEmpty || hasReplacedSources { return nil }
    // What was written about some of them may count otherwise.
    if rowChains.keys.contains(where: { rows.holds(Int($0)) }) { return nil }
    var ofAttributions = [Fates.Fate](repeating: .plain, count: attributions.count)
    for attribution in rows.allAttributions {
      switch worth(attribution, in: light) {
      case .plain: break
      case .short: ofAttributions[Int(attribution)] = .short
      case .aside: ofAttributions[Int(attribution)] = .aside
      case .open, .mixed, .notAsked: return nil
      }
    }
    let ofRows = (0..<rows.count).map { ofAttributions[Int(rows.attribution(ofRow: $0))] }
    return Fates(ofRows, areInnermost: holders(of: rows).isEmpty)
  }

  /// The rows that may stand in some others.
  private func holders(of rows: RowRecords) -> [RowRecords] {
    recordsOfRows.filter { $0.owners?.mayStand(in: rows) ?? false }
  }

  // MARK: Fields

  /// A field of all records of some rows in the light at hand; nil where each has to be asked.
  func column(at position: Int, _ rows: RowRecords, _ fates: Fates) -> Column? {
    if let known = fates.columns[position] { return known }
    let found = findColumn(at: position, rows, fates)
    fates.columns[position] = .some(found)
    return found
  }

  private func findColumn(at position: Int, _ rows: RowRecords, _ fates: Fates) -> Column? {
    let layout = layout(of: rows.kind)
    guard !layout.isUnderstood[position], let plain = said(at: position, rows) else { return nil }
    if !rows.said.contains(where: { $0.field == position }) { return plain }
    let empty = layout.empty[position]
    switch plain {
    case .coded(let codes, let values):
      let (short, none) = (UInt32(values.count), UInt32(values.count + 1))
      var ofShort: [UInt32] = []
      for (code, value) in values.enumerated() {
        guard let fallen = value.fallenShort else { return nil }
        if case .unknown(let reasons) = fallen, reasons == Reasons(.belowStandard) {
          ofShort.append(short)
        } else {
          ofShort.append(UInt32(code))
        }
      }
      let changed = zip(codes, fates.ofRows).map { code, fate in
        switch fate {
        case .plain: code
        case .short: ofShort[Int(code)]
        case .aside: none
        }
      }
      return .coded(changed, values: values + [.unknown(.belowStandard), empty])
    case .plain(var values):
      for (row, fate) in fates.ofRows.enumerated() where fate != .plain {
        guard let fallen = fate == .aside ? empty : values[row].fallenShort else { return nil }
        values[row] = fallen
      }
      return .plain(values)
    case .texts, .records, .lists: return nil
    }
  }

  /// The records of some rows that stand in one, as its list shows them in the light at hand; nil where it takes more
  /// to tell than to look who tells of each.
  func rowsStanding(in owner: Int32, at position: Int) -> Value? {
    var items: [Value] = []
    var doubts: [Doubt?] = []
    var areCertain = true
    for inner in rowRecords where !inner.isGone {
      guard let owners = inner.owners, owners.field == position, owners.mayHold(owner) else { continue }
      guard let fates = fates(of: inner), fates.areInnermost, case .none = inner.names else { return nil }
      for row in owners.rows(of: owner) {
        switch fates.ofRows[row] {
        case .plain: doubts.append(nil)
        case .short:
          doubts.append(lightAtHand.doubt(.belowStandard))
          areCertain = false
        case .aside: continue
        }
        items.append(.entity(recordOfRow(inner.first + row)))
      }
    }
    if items.isEmpty { return nil }
    return areCertain ? .list(items) : .table(Table.ofField(items, doubts: Doubts(doubts)))
  }

  // MARK: Tables

  /// Whether the record of each row is documented in the light at hand, with all those in which it stands; nil where each
  /// has to be looked at.
  func documented(_ rows: RowRecords) -> [Fates.Fate]? {
    guard let fates = fates(of: rows) else { return nil }
    if let known = fates.documented { return known }
    let found = findDocumented(rows, fates)
    fates.documented = .some(found)
    return found
  }

  private func findDocumented(_ rows: RowRecords, _ fates: Fates) -> [Fates.Fate]? {
    guard let owners = rows.owners else { return told(rows, fates) }
    // Of a record with a name, others may tell that it stands there than those who tell of it.
    guard fates.areInnermost, case .none = rows.names, let outer = owners.all(in: recordsOfRows),
      let around = documented(outer)
    else { return nil }
    return zip(fates.ofRows, owners.numbers).map { fate, owner in
      switch (fate, around[Int(owner) - outer.first]) {
      case (.aside, _), (_, .aside): .aside
      case (.short, _), (_, .short): .short
      case (.plain, .plain): .plain
      }
    }
  }

  /// The same of records that stand in no others: by what their rows say, and by those that stand in them.
  private func told(_ rows: RowRecords, _ fates: Fates) -> [Fates.Fate]? {
    var told = [Fates.Fate](repeating: .short, count: rows.count)
    let inner = holders(of: rows)
    for inner in inner {
      guard let ofInner = self.fates(of: inner), let owners = inner.owners else { return nil }
      for (owner, fate) in zip(owners.numbers, ofInner.ofRows) where fate == .plain {
        if rows.holds(Int(owner)) { told[Int(owner) - rows.first] = .plain }
      }
    }
    // Who is too little alone may be enough together with others.
    for row in told.indices where told[row] != .plain {
      let isClaimed = isClaimed(row, rows)
      if isClaimed, fates.ofRows[row] == .plain {
        told[row] = .plain
        continue
      }
      var telling = Telling()
      if isClaimed { telling.note(rows.attribution(ofRow: row), self, lightAtHand) }
      let number = Int32(truncatingIfNeeded: rows.first + row)
      for inner in inner {
        guard let owners = inner.owners, owners.mayHold(number) else { continue }
        for row in owners.rows(of: number) { telling.note(inner.attribution(ofRow: row), self, lightAtHand) }
      }
      switch standing(by: telling, in: lightAtHand) {
      case .stands: told[row] = .plain
      case .mayStand(.belowStandard): told[row] = .short
      case .isOut: told[row] = .aside
      case .mayStand: return nil
      }
    }
    return told
  }

  /// Whether anything stands in a row.
  private func isClaimed(_ row: Int, _ rows: RowRecords) -> Bool {
    rows.said.indices.contains { rows.value(row, $0) != nil }
  }
}

extension Value {
  /// What a field comes to that holds this, where all that is said of it is too little for the standard in force; nil
  /// where the claims have to be looked at.
  fileprivate var fallenShort: Value? {
    switch self {
    case .unknown: self
    case .integer, .real, .truth, .short, .none, .text, .date, .span, .quantity, .entity: .unknown(.belowStandard)
    case .list(let items):
      if items.isEmpty {
        self
      } else if items.allSatisfy({ if case .entity(let one) = $0 { one.owner == nil } else { false } }) {
        .unknown(.belowStandard)
      } else {
        nil
      }
    case .record, .map, .range, .disputed, .series, .table, .sealed, .function: nil
    }
  }
}
