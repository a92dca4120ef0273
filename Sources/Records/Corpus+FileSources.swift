import Diagnostics
import Values

// Files of rows as sources, and how the rows of one file stand to each other.

extension Corpus {
  /// The source that a file is.
  public func fileSource(_ file: String, _ hash: String) -> Entity? { fileSources[file + "\n" + hash] }

  /// Takes a file in as a source, of which some fields are known.
  public func addFileSource(
    _ name: String, of kind: Kind, file: String, hash: String, _ fields: [(String, Value)]
  ) -> Entity {
    let lines = Source(linesOf: file)
    let start = SourceRange(1, 1)
    begin()
    let entity = addRecord(
      kind: kind, name: name, label: file, owner: nil, place: Place(lines, start), extent: start, documentation: nil)
    let number = add(lines)
    for (field, value) in fields {
      guard let position = kind.position(of: field) else { continue }
      addClaim(about: entity, field: position, value: value, attribution: 0, source: number, range: start)
    }
    commit()
    settle([entity])
    fileSources[file + "\n" + hash] = entity
    return entity
  }

  /// The number of the record of a kind that bears a name, and stands in no other.
  public func numberOfRecord(named name: String, of kind: Kind) -> Int32? {
    for rows in rowRecords where !rows.isGone && rows.owners == nil && rows.kind.isA(kind) {
      if let row = rows.row(named: name) { return Int32(truncatingIfNeeded: rows.first + row) }
    }
    let written = named[name]?.first { $0.kind.isA(kind) && $0.owner == nil && !isGone($0) }
    return written.map { Int32(truncatingIfNeeded: $0.index) }
  }

  /// A name among those of new rows that a record has already which it would be taken for, and where that stands.
  public func nameTaken(of kind: Kind, _ index: RowIndex) -> (name: String, place: Place)? {
    for entity in records where !entity.kind.isTerm && entity.owner == nil && !entity.name.isEmpty && !isGone(entity) {
      guard entity.kind.isA(kind) || kind.isA(entity.kind) else { continue }
      if index.row(of: entity.name) != nil { return (entity.name, entity.place) }
    }
    for rows in rowRecords where !rows.isGone && rows.owners == nil && (rows.kind.isA(kind) || kind.isA(rows.kind)) {
      for row in 0..<rows.count {
        let name = rows.name(ofRow: row)
        if index.row(of: name) != nil { return (name, rows.place(ofRow: row)) }
      }
    }
    return nil
  }

  /// Whether anything leans on the records of some rows: others that stand in them or name them, and what was written
  /// about them.
  public func isHeldByOthers(_ rows: RowRecords) -> Bool {
    let numbers = Int32(rows.first)..<Int32(rows.first + rows.count)
    if rowChains.keys.contains(where: numbers.contains) || locals.keys.contains(where: { numbers.contains($0.owner) }) {
      return true
    }
    if identities.contains(where: { numbers.contains(Int32($0.one.index)) || numbers.contains(Int32($0.other.index)) })
    {
      return true
    }
    func names(_ value: Value) -> Bool {
      switch value {
      case .entity(let entity): numbers.contains(Int32(truncatingIfNeeded: entity.index))
      case .list(let items): items.contains(where: names)
      default: false
      }
    }
    if claims.contains(where: { names($0.value) }) { return true }
    return rowRecords.contains { other in
      if other === rows || other.isGone { return false }
      if other.owners?.numbers.contains(where: numbers.contains) ?? false { return true }
      return other.said.contains { said in (0..<other.count).contains { names(said.values[$0]) } }
    }
  }
}

extension Origin {
  /// Whether it is the same file, as it was then.
  public func isOfFile(_ other: Origin) -> Bool { file == other.file && hash == other.hash }
}

extension RowRecords {
  /// How rows stand to others of the same file and kind.
  public enum Comparison {
    /// The same rows say the same.
    case same
    /// They have no row in common.
    case apart
    /// The row of this line says something else, or is one of several that are not the same.
    case otherwise(line: Int)
  }

  public func compared(with other: RowRecords, _ watch: Watch) throws(Fault) -> Comparison {
    var differing: Int?
    if count == other.count, said.count == other.said.count, (owners == nil) == (other.owners == nil),
      origin.isDivided(as: other.origin)
    {
      for row in 0..<count where try !isSame(row, other, watch) {
        differing = row
        break
      }
      if differing == nil { return .same }
    }
    if areBeside(other) { return .apart }
    // A row that says something else may be one that the others have not.
    guard let common = origin.commonParts(with: other.origin) else { return .apart }
    func place(_ row: Int, _ origin: Origin) -> [Int] {
      [origin.line(ofRow: row)] + (common == 0 ? [] : origin.parts(ofRow: row).prefix(common))
    }
    var places: Set<[Int]> = []
    for row in 0..<other.count {
      try watch.tick()
      places.insert(place(row, other.origin))
    }
    for row in [differing].compactMap({ $0 }) + Array(0..<count) {
      try watch.tick()
      if places.contains(place(row, origin)) { return .otherwise(line: origin.line(ofRow: row)) }
    }
    return .apart
  }

  /// Whether a row is the one at the same place among others, and says the same.
  private func isSame(_ row: Int, _ other: RowRecords, _ watch: Watch) throws(Fault) -> Bool {
    try watch.tick(width)
    guard origin.line(ofRow: row) == other.origin.line(ofRow: row),
      origin.parts(ofRow: row) == other.origin.parts(ofRow: row), owners?.numbers[row] == other.owners?.numbers[row],
      name(ofRow: row) == other.name(ofRow: row), voices(ofRow: row) == other.voices(ofRow: row)
    else { return false }
    for (one, two) in zip(said, other.said) {
      guard one.field == two.field, one.heads == two.heads,
        try self.isSame(one.values[row], two.values[row], of: other, watch),
        try (one.from?[row] ?? .none).isSameAsWritten(two.from?[row] ?? .none, watch)
      else { return false }
    }
    return true
  }

  /// Who says what stands in a row, as the numbers of sources; none for the file.
  private func voices(ofRow row: Int) -> [Int] {
    guard case .each(let numbers, let voices) = sayer, numbers[row] >= 0 else { return [] }
    return voices[Int(numbers[row])].map(\.index)
  }
}
