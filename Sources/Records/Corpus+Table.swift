import Values

extension Corpus {
  /// The table that a kind's plural names, in the light at hand.
  public func table(of kind: Kind) -> Table {
    let table = isFramework(kind) ? tableOfRows(kind) ?? Table(all(kind), of: kind) : tableAtHand(of: kind)
    return lights.identities.isEmpty || Corpus.kept.contains(kind.root.name) ? table : uniting(table, of: kind)
  }

  /// Without a light all records, but for those of which only sources tell that were withdrawn or replaced.
  private func tableAtHand(of kind: Kind) -> Table {
    if lights.number > 0 { return tableInLight(of: kind) }
    if !hasReplacedSources, let table = tableOfRows(kind) { return table }
    let all = self.all(kind)
    if !hasReplacedSources { return Table(all, of: kind) }
    let table = tableInLight(of: kind)
    let left = all.count - table.count
    if left == 0 { return table }
    return table.noting(
      "\(Table.Unit(kind).counted(left)) left out, told only by sources that were withdrawn or replaced")
  }

  /// A table of records in which those that are the same are one row, the first that surely belongs.
  private func uniting(_ table: Table, of kind: Kind) -> Table {
    var rows: [Entity] = []
    var doubts: [Doubt?] = []
    var places: [ObjectIdentifier: Int] = [:]
    var others: [Int: [Entity]] = [:]
    for (row, value) in table.rows.enumerated() {
      guard case .entity(let entity) = value else { continue }
      let key = ObjectIdentifier(entity.standIn)
      guard let place = places[key] else {
        places[key] = rows.count
        rows.append(entity)
        doubts.append(table.doubt(row))
        continue
      }
      others[place, default: []].append(entity)
      if doubts[place] != nil { doubts[place] = table.doubt(row) }
    }
    let open = lights.identities.open.compactMap { pair -> OpenPair? in
      guard let one = places[ObjectIdentifier(pair.one)], let other = places[ObjectIdentifier(pair.other)] else {
        return nil
      }
      return OpenPair(one: one, other: other, reason: pair.reason)
    }
    let united = Table(rows, of: kind).doubting(Doubts(doubting(doubts, open, rows)))
    if others.isEmpty { return united }
    let named = others.keys.sorted().map { place in
      "\(rows[place].path) is also \((others[place] ?? []).map(\.path).joined(separator: ", "))"
    }
    let more = named.count > 3 ? "; and \(named.count - 3) more are in several records" : ""
    return united.noting(named.prefix(3).joined(separator: "; ") + more)
  }

  /// Two rows of which it cannot be told whether they are the same.
  private struct OpenPair {
    let one: Int
    let other: Int
    let reason: Reason
  }

  /// Of rows that may all be one, only one surely belongs: the first that does so anyway.
  private func doubting(_ doubts: [Doubt?], _ open: [OpenPair], _ rows: [Entity]) -> [Doubt?] {
    // For each row the first of those with which it may be one, through any chain of pairs.
    var first: [Int: Int] = [:]
    for pair in open {
      let (one, other) = (first[pair.one] ?? pair.one, first[pair.other] ?? pair.other)
      first[pair.one] = one
      first[pair.other] = other
      for (row, known) in first where known == max(one, other) { first[row] = min(one, other) }
    }
    var sure: [Int: Int] = [:]
    for (row, head) in first.sorted(by: { $0.key < $1.key }) {
      guard let known = sure[head] else {
        sure[head] = row
        continue
      }
      if doubts[known] != nil, doubts[row] == nil { sure[head] = row }
    }
    var doubts = doubts
    for pair in open {
      for (row, other) in [(pair.one, pair.other), (pair.other, pair.one)] where !sure.values.contains(row) {
        let doubt = Doubt { ["\(rows[row].path) == \(rows[other].path) (\(pair.reason.name))"] }
        doubts[row] = doubts[row].map { $0.joined(doubt) } ?? doubt
      }
    }
    return doubts
  }
}
