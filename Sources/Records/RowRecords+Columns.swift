import Values

// The fields of all records that were made of rows, by column: what the cells say, as settling would have it.

extension Corpus {
  /// A field of all records of some rows; nil where each has to be asked, since it is worked out, depends on the record
  /// around it or on those inside, or somebody else says something of it.
  func column(ofField name: String, _ rows: RowRecords) -> Column? {
    guard let position = rows.kind.position(of: name) else { return nil }
    if saysAll(rows) { return column(at: position, rows) }
    return fates(of: rows).flatMap { column(at: position, rows, $0) }
  }

  /// The same of the field at a position, where nothing is to be seen but what the rows say, and what was written about
  /// some of the records.
  private func column(at position: Int, _ rows: RowRecords) -> Column? {
    guard let column = said(at: position, rows) else { return nil }
    if rowChains.isEmpty { return column }
    if let known = rows.amended[position] { return known }
    let amended = amended(column, position, rows)
    rows.amended[position] = amended
    return amended
  }

  /// A field with what it comes to in those records about which something was written.
  private func amended(_ column: Column, _ position: Int, _ rows: RowRecords) -> Column {
    let written = rowChains.keys.map { Int($0) }.filter { rows.holds($0) }.sorted()
    if written.isEmpty { return column }
    let values = written.map { recordOfRow($0).field(position) }
    switch column {
    case .coded(var codes, let before):
      for (place, number) in written.enumerated() { codes[number - rows.first] = UInt32(before.count + place) }
      return .coded(codes, values: before + values)
    case .plain, .texts, .records, .lists:
      var all = (0..<rows.count).map { column[$0] }
      for (value, number) in zip(values, written) { all[number - rows.first] = value }
      return .plain(all)
    }
  }

  /// A field as the rows alone say it.
  func said(at position: Int, _ rows: RowRecords) -> Column? {
    if position < rows.columns.count, let known = rows.columns[position] { return known }
    let column = findColumn(position, rows)
    if rows.columns.count < rows.kind.fields.count {
      rows.columns += Array(repeating: nil, count: rows.kind.fields.count - rows.columns.count)
    }
    rows.columns[position] = .some(column)
    return column
  }

  /// Whether nothing is to be seen of some records in the light at hand but what their rows say.
  func saysAll(_ rows: RowRecords) -> Bool {
    if let seen = rows.seen, seen.light == light.number { return seen.isAll }
    let isAll = findWhetherAllIsSaid(rows)
    rows.seen = (light.number, isAll)
    return isAll
  }

  private func findWhetherAllIsSaid(_ rows: RowRecords) -> Bool {
    if rows.isGone || !identities.isEmpty || !light.suppositions.isEmpty { return false }
    if light.number == 0, !hasReplacedSources { return true }
    // What was written about some of them may count otherwise.
    if rowChains.keys.contains(where: { rows.holds(Int($0)) }) { return false }
    return isFramework(rows.kind) || rows.allAttributions.allSatisfy { worth($0, in: light) == .plain }
  }

  private func findColumn(_ position: Int, _ rows: RowRecords) -> Column? {
    let layout = layout(of: rows.kind)
    let field = rows.kind.fields[position]
    if field.isComputed || field.place == nil || position == layout.published { return nil }
    let isInside = rows.owners != nil
    if isInside, position == layout.aimedAt || layout.kinship != nil { return nil }
    let empty = position == layout.stage ? stageOfEvents(rows, field) ?? layout.empty[position] : layout.empty[position]
    guard let said = rows.said.first(where: { $0.field == position }) else {
      // Others may stand in it.
      let isHeld = rowRecords.contains { $0.owners?.field == position }
      return isHeld ? nil : .coded([UInt32](repeating: 0, count: rows.count), values: [empty])
    }
    if said.from != nil { return nil }
    func settled(_ value: Value) -> Value {
      if case .unknown(let reasons) = value, reasons == Reasons(.notRecorded) { return empty }
      if layout.isList[position], case .list(let items) = value {
        var different: [Value] = []
        for item in items { Settling.unite(item, &different) }
        return rows.kind.kept(.list(different), in: position)
      }
      return rows.kind.kept(value, in: position)
    }
    switch said.values {
    case .coded(let codes, let values):
      if isInside, layout.actors.contains(position), values.contains(where: isAnyStates) { return nil }
      return .coded(codes, values: values.map(settled))
    case .plain(let values):
      if isInside, layout.actors.contains(position) { return nil }
      return .plain(values.map(settled))
    case .texts: return field.isPrivate || layout.isList[position] ? nil : said.values
    case .records, .lists: return nil
    }
  }

  /// What the stage of an event is that no cell tells.
  private func stageOfEvents(_ rows: RowRecords, _ field: Field) -> Value? {
    layout(of: rows.kind).act == nil ? nil : carriedOut(field)
  }

  /// Whether an actor could be that of any state, so that a case says whose it is.
  private func isAnyStates(_ value: Value) -> Bool {
    switch value {
    case .entity(let actor): sideOf(actor) != nil
    case .list(let items): items.contains(where: isAnyStates)
    default: false
    }
  }

  /// The table of the records of some rows.
  public func table(of rows: RowRecords, reading: [String] = []) -> Table {
    Table(Columns(subjects(of: rows), count: rows.count, reading: reading), unit: Table.Unit(rows.kind))
  }

  private func subjects(of rows: RowRecords) -> Subjects {
    let first = rows.first
    return Subjects(rows.kind, lights) { [unowned self] row in
      recordOfRow(first + row)
    } field: { [unowned self] name in
      column(ofField: name, rows)
    } around: { [unowned self] name in
      records(around: rows, called: name)
    } inside: { [unowned self] name in
      records(inside: rows, field: name)
    }
  }

  /// The records around those of some rows, where these are of rows too; nil where each has to be asked.
  private func records(around rows: RowRecords, called name: String) -> Subjects.Around? {
    guard let owners = rows.owners, rows.kind.position(of: name) == nil, standAlone(rows),
      let outer = owners.all(in: recordsOfRows), outer.kind.name == name, !hasNames(inside: rows)
    else { return nil }
    return Subjects.Around(subjects(of: outer), count: outer.count, owners.positions(in: outer))
  }

  /// The records that stand in a field of those of some rows, where these are of rows of one file; nil where each has to
  /// be asked.
  private func records(inside rows: RowRecords, field name: String) -> Subjects.Inside? {
    guard let position = rows.kind.position(of: name), !rows.kind.fields[position].isComputed,
      !rows.said.contains(where: { $0.field == position }), standAlone(rows), !hasReplacedSources
    else { return nil }
    let held = recordsOfRows.filter { $0.owners?.field == position && $0.owners?.mayStand(in: rows) ?? false }
    guard held.count == 1, let inner = held.first, let owners = inner.owners, standAlone(inner),
      owners.all(in: recordsOfRows) === rows
    else { return nil }
    if light.number > 0 { return recordsInLight(of: inner, owners, inside: rows) }
    return Subjects.Inside(subjects(of: inner), count: inner.count, order: owners.places, ends: owners.ends(in: rows))
  }

  /// The same in another light, in which some may not stand there, and some are only possible.
  private func recordsInLight(of inner: RowRecords, _ owners: RowRecords.Owners, inside rows: RowRecords)
    -> Subjects.Inside?
  {
    guard let fates = fates(of: inner), fates.areInnermost, case .none = inner.names else { return nil }
    var places = owners.places
    if fates.ofRows.contains(.aside) {
      places = Positions((places?.rows ?? Array(0..<inner.count)).filter { fates.ofRows[$0] != .aside })
    }
    var arePossible: [Bool]?
    if fates.ofRows.contains(.short) {
      arePossible = places.map { $0.rows.map { fates.ofRows[$0] == .short } } ?? fates.ofRows.map { $0 == .short }
    }
    return Subjects.Inside(
      subjects(of: inner), count: inner.count, order: places, ends: owners.ends(in: rows, of: places),
      arePossible: arePossible)
  }

  /// Whether nothing is said of some records but in their rows, and it is known from who says it what becomes of that.
  private func standAlone(_ rows: RowRecords) -> Bool {
    rowChains.isEmpty && (saysAll(rows) || fates(of: rows) != nil)
  }

  /// Whether records that can be asked for by name stand in some.
  private func hasNames(inside rows: RowRecords) -> Bool {
    recordsOfRows.contains { inner in
      guard let owners = inner.owners, owners.mayStand(in: rows) else { return false }
      if case .none = inner.names { return false }
      return true
    }
  }

  /// The rows that all records of a kind are; nil where some were written, or made of the rows of another file.
  func soleRows(_ kind: Kind) -> RowRecords? {
    let all = recordsOfRows.filter { $0.kind.isA(kind) }
    guard all.count == 1, all[0].kind === kind else { return nil }
    return records.contains { $0.kind.isA(kind) && !isGone($0) } ? nil : all[0]
  }

  /// The table of all records of a kind, some of which were made of rows; nil where none were.
  func tableOfRows(_ kind: Kind) -> Table? {
    let all = recordsOfRows.filter { $0.kind.isA(kind) }
    if all.isEmpty { return nil }
    let written = records.filter { $0.kind.isA(kind) && !isGone($0) }
    if let sole = soleRows(kind) { return table(of: sole) }
    // In the order in which they came: stretches of written records, and of rows by the number of the first.
    var stretches: [(start: Int, written: ArraySlice<Entity>, first: Int)] = []
    var count = 0
    var left = written[...]
    for rows in all {
      let before = left.prefix { $0.index < rows.writtenBefore }
      stretches.append((count, before, 0))
      stretches.append((count + before.count, [], rows.first))
      left = left.dropFirst(before.count)
      count += before.count + rows.count
    }
    stretches.append((count, left, 0))
    let subjects = Subjects(kind, lights) { [unowned self] row in
      let stretch = stretches[(stretches.firstIndex { row < $0.start } ?? stretches.count) - 1]
      let place = row - stretch.start
      return stretch.first == 0
        ? stretch.written[stretch.written.startIndex + place] : recordOfRow(stretch.first + place)
    } field: { _ in
      nil
    }
    return Table(Columns(subjects, count: count + left.count), unit: Table.Unit(kind))
  }
}

extension RowRecords {
  /// Whether a record is one of these, by number.
  func holds(_ number: Int) -> Bool { number >= first && number < first + count }

  /// The attributions of all their claims, each once.
  var allAttributions: [Int32] {
    attributions.isEmpty ? [attributionOfFile] : Array(differentAttributions)
  }
}
