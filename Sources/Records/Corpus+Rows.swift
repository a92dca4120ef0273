import Diagnostics
import Values

// Records and claims that stand in the rows of files: they are found by their numbers, and made when they are asked for.

extension Corpus {
  /// Rows as records, in the order in which they were taken in; those whose place others took are left out.
  public var recordsOfRows: some Sequence<RowRecords> { rowRecords.lazy.filter { !$0.isGone } }

  /// Takes in the rows of a file as records.
  ///
  /// - Throws: a fault where there are more claims than can be told apart.
  public func add(_ rows: RowRecords) throws(Fault) {
    let last = rowRecords.last
    let first = last.map { $0.first + $0.count } ?? Entity.firstOfRows
    let claim = last.map { Int($0.firstClaim) + $0.count * $0.width } ?? Int(RowRecords.firstClaim)
    let end = Int(Int32.max)
    guard first + rows.count < end, claim + rows.count * rows.width < end else { throw .tooManyRows(rows.source) }
    rows.first = first
    rows.firstClaim = Int32(claim)
    let file = add(Attribution(citations: [citation(of: rows.source)], status: nil, date: nil, remark: nil))
    rows.attributionOfFile = file
    if case .each(let numbers, let voices) = rows.sayer {
      let attributions = voices.map { sources in
        add(Attribution(citations: sources.map(citation), status: nil, date: nil, remark: nil))
      }
      rows.attributions = numbers.map { $0 < 0 ? file : attributions[Int($0)] }
    }
    for other in recordsOfRows where rows.areBeside(other) {
      rows.areBesideOthers = true
      other.areBesideOthers = true
    }
    rows.entry = entries
    rows.writtenBefore = records.count
    rowRecords.append(rows)
    rows.nameRecords(in: self)
    if rows.owners?.nameWritten ?? false { writtenHoldRows = true }
    recordsChanged()
    if rows.kind.root.name == "source" {
      let names = rows.said.map { rows.kind.fields[$0.field].name }
      if names.contains("replaces") || names.contains("withdrawn") { hasReplacedSources = true }
    }
    // What stands in written records comes to be seen there, and what withdrawn sources said does not count any more.
    if hasReplacedSources || writtenHoldRows { settleAgain() }
  }

  private func citation(of source: Entity) -> Citation {
    Citation(cited: source, containers: [], after: nil, locator: nil)
  }

  /// Takes rows out again, so that others can take their place.
  public func remove(_ rows: RowRecords) {
    rows.isGone = true
    recordsChanged()
  }

  private func recordsChanged() {
    tables.removeAll()
    // Others may stand now where nothing stood.
    for rows in rowRecords { rows.columns.removeAll() }
    otherNames = nil
    forgetLights()
    if !identities.isEmpty { findIdentical() }
  }

  // MARK: By number

  /// The record of a number.
  package func record(_ number: Int) -> Entity {
    number < Entity.firstOfRows ? records[number] : recordOfRow(number)
  }

  func recordOfRow(_ number: Int) -> Entity {
    if let known = rowsAlive[number] { return known.takeUnretainedValue() }
    let rows = self.rows(holding: number)
    let entity = rows.entity(number - rows.first, in: self)
    rowsAlive[number] = Unmanaged.passUnretained(entity)
    return entity
  }

  /// The rows among which the record of a number stands.
  func rows(holding number: Int) -> RowRecords {
    if let last = lastRows, number >= last.first, number < last.first + last.count { return last }
    var (low, high) = (0, rowRecords.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if rowRecords[middle].first <= number { low = middle } else { high = middle }
    }
    lastRows = rowRecords[low]
    return rowRecords[low]
  }

  /// Where the claim of a number stands.
  private func cell(_ number: Int32) -> (rows: RowRecords, row: Int, slot: Int) {
    var (low, high) = (0, rowRecords.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if rowRecords[middle].firstClaim <= number { low = middle } else { high = middle }
    }
    let rows = rowRecords[low]
    let (row, slot) = Int(number - rows.firstClaim).quotientAndRemainder(dividingBy: rows.width)
    return (rows, row, slot)
  }

  /// The claim of a number, as the corpus keeps claims.
  @inline(__always) func stored(_ number: Int32) -> StoredClaim {
    number < RowRecords.firstClaim ? claims[Int(number)] : storedInRow(number)
  }

  /// The value of a claim, without making the claim where it was written down.
  @inline(__always) func value(ofClaim number: Int32) -> Value {
    number < RowRecords.firstClaim ? claims[Int(number)].value : storedInRow(number).value
  }

  @inline(never) private func storedInRow(_ number: Int32) -> StoredClaim {
    let (rows, row, slot) = cell(number)
    let line = rows.origin.line(ofRow: row)
    func stored(_ value: Value, from: Date?, subject: Int32, field: Int) -> StoredClaim {
      StoredClaim(
        value: value, from: from, remark: nil, subject: subject, field: Int32(truncatingIfNeeded: field),
        attribution: rows.attribution(ofRow: row), source: -1, range: SourceRange(line, line))
    }
    let number = rows.first + row
    if slot == rows.said.count, let owners = rows.owners {
      return stored(
        .entity(recordOfRow(number)), from: nil, subject: owners.numbers[row], field: owners.field)
    }
    return stored(
      rows.value(row, slot) ?? .unknown(.notRecorded), from: rows.from(row, slot),
      subject: Int32(truncatingIfNeeded: number), field: rows.said[slot].field)
  }

  /// What stands in the cell of a claim, where that says more than its value; nil for claims that were written down.
  func remarkInRow(_ number: Int32) -> String? {
    if number < RowRecords.firstClaim { return nil }
    let (rows, row, slot) = cell(number)
    return slot < rows.said.count ? rows.remark(row, slot) : nil
  }

  /// The attribution of a claim, without making the claim.
  @inline(__always) func attribution(ofClaim number: Int32) -> Int32 {
    if number < RowRecords.firstClaim { return links[Int(number)].attribution }
    let (rows, row, _) = cell(number)
    return rows.attribution(ofRow: row)
  }

  /// The position of the field that a claim is about, without making the claim.
  @inline(__always) func field(ofClaim number: Int32) -> Int {
    if number < RowRecords.firstClaim { return Int(links[Int(number)].field) }
    let (rows, _, slot) = cell(number)
    return slot == rows.said.count ? rows.owners?.field ?? 0 : rows.said[slot].field
  }

  /// Where a claim stands, and who says it, with the place in the source.
  func whereabouts(ofClaim number: Int32) -> (citations: [Citation], place: Place) {
    if number < RowRecords.firstClaim {
      let stored = claims[Int(number)]
      return (
        attributions[Int(stored.attribution)].citations, Place(sources[Int(stored.source)], stored.range)
      )
    }
    let (rows, row, slot) = cell(number)
    let columns = rows.columns(ofClaim: slot)
    let citations = attributions[Int(rows.attribution(ofRow: row))].citations.map { citation in
      let file = citation.cited === rows.source ? nil : rows.origin.file
      let locator = [file, columns].compactMap { $0 }.joined(separator: ", ")
      return Citation(
        cited: citation.cited, containers: [], after: nil, locator: locator.isEmpty ? nil : locator)
    }
    return (citations, rows.place(ofRow: row))
  }

  // MARK: The claims about a record

  /// Goes through the numbers of the claims about a record that rows make, or that were written down about a record of a
  /// row, as long as the body wants more of them.
  func forEachNumberBesideWritten(_ entity: Entity, _ body: (Int32) -> Bool) {
    let index = Int32(truncatingIfNeeded: entity.index)
    if entity.isOfRow {
      let rows = rows(holding: entity.index)
      let row = entity.index - rows.first
      let start = rows.firstClaim + Int32(row * rows.width)
      for slot in rows.said.indices where rows.value(row, slot) != nil && !body(start + Int32(slot)) { return }
    }
    for rows in rowRecords where !rows.isGone {
      guard let owners = rows.owners, owners.mayHold(index) else { continue }
      for row in owners.rows(of: index) {
        if !body(rows.firstClaim + Int32(row * rows.width + rows.said.count)) { return }
      }
    }
    if entity.isOfRow, var next = rowChains[index]?.first {
      while next >= 0 {
        if !body(next) { return }
        next = links[Int(next)].next
      }
    }
  }

  // MARK: Names

  /// Records of rows that bear a name; one that stands inside another is found there.
  func rowsNamed(_ name: String) -> [Entity] {
    var found: [Entity] = []
    for rows in rowRecords where !rows.isGone && rows.owners == nil {
      if let row = rows.row(named: name) { found.append(recordOfRow(rows.first + row)) }
    }
    return found
  }

  /// The record of that name among the rows that stand in another.
  func rowNamed(_ name: String, in owner: Entity) -> Entity? {
    for rows in rowRecords where !rows.isGone {
      guard let owners = rows.owners, let row = rows.row(named: name), owners.numbers[row] == owner.index else {
        continue
      }
      return recordOfRow(rows.first + row)
    }
    return nil
  }
}

extension RowRecords {
  /// The record of a row.
  fileprivate func entity(_ row: Int, in corpus: Corpus) -> Entity {
    let owner = owners.map { corpus.record(Int($0.numbers[row])) }
    let name = name(ofRow: row)
    let path = owner.map { name.isEmpty ? "" : "\($0.path).\(name)" } ?? name
    return Entity(
      kind: kind, name: name, path: path, label: labels?[row].string, owner: owner, place: place(ofRow: row),
      index: first + row,
      lights: corpus.lights)
  }

  func name(ofRow row: Int) -> String {
    switch names {
    case .column(let index): index.column[row].string ?? ""
    case .lines(let prefix):
      ([prefix, "\(origin.line(ofRow: row))"] + origin.parts(ofRow: row).map(String.init)).joined(separator: "_")
    case .none: ""
    }
  }

  /// The row whose record has that name.
  public func row(named name: String) -> Int? {
    switch names {
    case .column(let index): return index.row(of: name)
    case .lines(let prefix):
      guard name.hasPrefix(prefix + "_") else { return nil }
      let numbers = name.dropFirst(prefix.count + 1).split(separator: "_").map { Int($0) }
      return (0..<count).first {
        origin.line(ofRow: $0) == numbers.first && origin.parts(ofRow: $0) == Array(numbers.dropFirst())
      }
    case .none: return nil
    }
  }

  /// The records of all rows.
  func entities(in corpus: Corpus) -> [Entity] { (0..<count).map { corpus.recordOfRow(first + $0) } }
}

extension Fault {
  fileprivate static func tooManyRows(_ source: Entity) -> Fault {
    Fault(
      "R799", "the records of \(source.label ?? source.name) claim more than Rep can number",
      help: "take in fewer columns, or a part of the rows: `where` before `as`")
  }
}
