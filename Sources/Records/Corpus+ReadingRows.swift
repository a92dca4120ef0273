import Values

// Reading the fields of records that were made of rows: nearly always what stands in the cell is what the field comes to.

extension Corpus {
  /// Gives a record of a row the fields that it has in the light at hand.
  func settleRow(_ entity: Entity) {
    let light = lightAtHand
    // Whoever asks for it while it is being settled sees what is there before anybody says anything.
    entity.show(layout(of: entity.kind).empty, inLight: light.number)
    var settling = light.number == 0 ? Settling(self) : Settling(self, light)
    settling.settle(entity)
    complete(entity)
  }

  /// A field of a record of a row, read where it stands; nil where the record has to be settled for it.
  func fieldOfRow(_ entity: Entity, _ position: Int) -> Value? {
    let rows = rows(holding: entity.index)
    let index = Int32(truncatingIfNeeded: entity.index)
    if rowChains[index] != nil { return nil }
    let column: Column?
    if saysAll(rows) {
      column = said(at: position, rows)
    } else if let fates = fates(of: rows) {
      column = self.column(at: position, rows, fates)
    } else {
      return nil
    }
    if let column { return column[entity.index - rows.first] }
    let field = rows.kind.fields[position]
    // A list of records that stand inside.
    guard !field.isComputed, field.type.isList, !rows.said.contains(where: { $0.field == position }) else { return nil }
    if lightAtHand.number != 0 || hasReplacedSources { return rowsStanding(in: index, at: position) }
    var items: [Value] = []
    for inner in rowRecords where !inner.isGone {
      guard let owners = inner.owners, owners.field == position, owners.mayHold(index) else { continue }
      for row in owners.rows(of: index) { items.append(.entity(recordOfRow(inner.first + row))) }
    }
    return items.isEmpty ? nil : .list(items)
  }

  /// Lets all records of rows be looked at anew, since what is claimed of them may have changed.
  func forgetRows() {
    // What one lets go of may be the last to hold another.
    lastOwner = nil
    for rows in rowRecords {
      rows.seen = nil
      rows.lastFates = nil
      rows.amended = [:]
    }
    let alive = rowsAlive.values.map { $0.takeUnretainedValue() }
    for entity in alive { entity.show([], inLight: -1) }
  }

  func letGoOfRow(_ number: Int) { rowsAlive[number] = nil }

  /// Whether a record of a row was taken out.
  func isGoneRow(_ number: Int) -> Bool { rows(holding: number).isGone }

  /// The attribution of all claims about a record of a row; nil where there are several, or none.
  func soleAttributionOfRow(_ entity: Entity) -> Int32? {
    let index = Int32(truncatingIfNeeded: entity.index)
    if rowChains[index] != nil || rowRecords.contains(where: { $0.owners?.mayHold(index) ?? false }) { return nil }
    let rows = rows(holding: entity.index)
    let row = entity.index - rows.first
    let isClaimed = rows.said.indices.contains { rows.value(row, $0) != nil }
    return isClaimed ? rows.attribution(ofRow: row) : nil
  }
}
