import Diagnostics
import Evaluation
import Records
import Values

/// Makes records of the rows of a table that was read from a file.
struct RecordMaking {
  let call: Call
  let kind: Kind
  let typing: Typing
  private var table: Table
  private var said: [RowRecords.Said] = []
  /// The field that holds them in others, and for each row the number of the one that does.
  private var owners: (field: Int, numbers: [Int32])?
  private var ids: NamesOfRows?
  private var labels: Column?
  private var unfit: [Typing.Unfit] = []
  /// What the foot says of how the rows were taken.
  private var told: [String] = []
  /// The columns of the file that something was made of.
  private var used: Set<String> = []

  private var corpus: Corpus { call.corpus }
  private var watch: Watch { call.watch }

  init(_ call: Call, _ table: Table, _ kind: Kind, _ typing: Typing) {
    self.call = call
    self.table = table
    self.kind = kind
    self.typing = typing
  }

  /// The records as a table.
  mutating func records() throws(Fault) -> Table {
    // A field may name another row, so that the names are looked at before.
    let fields = try fields()
    for (value, _) in fields where value.label == "id" { ids = try NamesOfRows(cells(value), watch) }
    for (value, from) in fields { try say(value, since: from) }
    guard let origin = table.columns?.origin else { throw .rowsFromNowhere() }
    guard let kindOfSources = corpus.kinds["source"] else { throw .isNoKindOfRecords("source") }
    let source = FileSource(origin, kindOfSources, corpus)
    var voices = try self.voices()
    if !unfit.isEmpty, typing.otherwise == nil { throw .unfit(unfit, table, corpus) }
    for missed in unfit { told.append(missed.sentence) }
    if let unmet = typing.habits.words?.unmet { told.append(unmet) }
    if ids == nil { try leaveOutSilent(&voices) }
    guard let origin = table.columns?.origin else { throw .rowsFromNowhere() }
    tellWrongOrder(origin)
    let names = try self.names(source)
    let sayer = voices?.sayer ?? .file
    let rows = RowRecords(
      kind: kind, said: said, names: names, labels: labels,
      owners: try owners.map { owners throws(Fault) in try RowRecords.Owners(field: owners.field, owners.numbers, watch)
      },
      sayer: sayer, origin: origin, source: source.entity(per: sayer), taken: used)
    let kept = try keep(rows)
    // What other records were made of is not lost.
    let taken = corpus.recordsOfRows.filter { $0.origin.isOfFile(origin) }.reduce(into: used) { $0.formUnion($1.taken) }
    let left = table.columnNames.filter { !taken.contains($0) }
    if !left.isEmpty { told.append("not taken: \(left.joined(separator: ", "))") }
    let made = "made of \(origin.file), sha256 \(origin.hash?.prefix(12) ?? "")"
    return corpus.table(of: kept, reading: [made] + told)
  }

  /// What is said of each field: what it is for each row, and from when.
  private func fields() throws(Fault) -> [(value: Each, from: Each?)] {
    var fields: [(value: Each, from: Each?)] = []
    for item in try call[2].items(for: "as", watch) {
      switch item {
      case .function(let function): if let each = function as? Each { fields.append((each, nil)) }
      case .list(let pair):
        guard pair.count == 2, case .function(let value) = pair[0], case .function(let from) = pair[1],
          let value = value as? Each
        else { continue }
        fields.append((value, from as? Each))
      default: continue
      }
    }
    return fields
  }

  // MARK: Cells

  /// What an expression is for each row, as it stands in the file.
  private mutating func cells(_ each: Each) throws(Fault) -> Column {
    let names = each.field.map { [$0] } ?? each.fieldsOfRow
    for name in names where !table.hasColumn(name) { throw .noColumn(name, table, argument: 2) }
    used.formUnion(names)
    if let field = each.field { return try table.column(field, watch) }
    return try call.value(each).column(of: table, watch)
  }

  /// The columns of the file in which what a claim is worked out from stands.
  private func heads(of value: Each) throws(Fault) -> [String] {
    guard let heads = table.columns?.heads(of: value.fieldsOfRow) else {
      throw .saidElsewhere(value.fieldsOfRow, table)
    }
    return heads
  }

  /// Takes down what the rows claim of a field.
  private mutating func say(_ value: Each, since from: Each?) throws(Fault) {
    let name = value.label
    guard let position = kind.position(of: name) else {
      switch name {
      case "label":
        labels = try cells(value)
        _ = try self.heads(of: value)
      // Names were taken before, and of any other the planner has told.
      default: break
      }
      return
    }
    let field = kind.fields[position]
    let columns = value.fieldsOfRow
    let cells = try cells(value)
    let names = try self.heads(of: value)
    var dates: Column?
    if let from {
      _ = try self.heads(of: from)
      dates = try read(try self.cells(from), as: .date, from.field ?? from.label, isPrivate: false)
    }
    let taken = try read(
      cells, as: CellKind(field.type, corpus, ids.map { NewRows(kind: kind, index: $0.index) }), columns.first ?? name,
      isPrivate: field.isPrivate)
    var written = value.field.flatMap { table.columns?.written($0) }
    if written == nil, case .coded = cells { written = cells }
    if field.isPrivate { written = nil }
    said.append(RowRecords.Said(field: position, values: taken, from: dates, written: written, heads: names))
  }

  private mutating func read(_ cells: Column, as kind: CellKind, _ name: String, isPrivate: Bool) throws(Fault)
    -> Column
  {
    var missed = Typing.Unfit(column: name, kind: kind, typing.habits)
    var taken = 0
    let read = try typing.read(cells, kind, &missed, &taken)
    if missed.count > 0 { unfit.append(isPrivate ? missed.sealed : missed) }
    if taken > 0 { told.append("\(name): \(taken) taken for unknown") }
    if let note = try typing.noteOfDoubt(cells, kind, name) { told.append(note) }
    return read
  }

  /// Says where a date that cannot be the later one stands before the other.
  private mutating func tellWrongOrder(_ origin: Origin) {
    for (earlier, later) in Declarations.inOrder {
      guard let first = said.first(where: { kind.fields[$0.field].name == earlier }),
        let second = said.first(where: { kind.fields[$0.field].name == later })
      else { continue }
      var wrong: [Int] = []
      for row in 0..<table.count {
        guard case .date(let start) = first.values[row], case .date(let end) = second.values[row],
          start.earliestStart > end.latestStart
        else { continue }
        wrong.append(row)
      }
      if wrong.isEmpty { continue }
      let rows = wrong.count == 1 ? "1 row" : "\(wrong.count) rows"
      told.append("`\(later)` lies before `\(earlier)` in \(rows), first in \(table.place(ofRow: wrong[0]))")
    }
  }

  // MARK: Whose and who

  /// Puts each record into the one that a key names; rows of which that is not known are left out, and told.
  mutating func put(into around: Kind, by keys: [Each]) throws(Fault) {
    // The planner has told where one of these is not so.
    guard let slot = around.field(holding: kind), let key = keys.first else { return }
    if around.fields[slot].isPrivate { throw .privateHolds(around.fields[slot], argument: 3) }
    let cells = try self.cells(key)
    let found = try OwnersByName(around, corpus).numbers(cells, watch)
    var kept: [Int] = []
    var keyless = 0
    var lost: [String] = []
    var lostCount = 0
    for row in found.indices {
      if found[row] >= 0 {
        kept.append(row)
      } else if let text = cells[row].string {
        lostCount += 1
        if lost.count < 3, !lost.contains(text) { lost.append(text) }
      } else {
        keyless += 1
      }
    }
    var numbers = found
    if kept.count < found.count {
      table = try table.picking(kept, notes: [], watch)
      numbers = kept.map { found[$0] }
      let rows = found.count - kept.count == 1 ? "1 row" : "\(found.count - kept.count) rows"
      let names = lost.map { "`\($0)`" }.joined(separator: ", ")
      let ofNone = "of no known \(around.name), as \(names)"
      switch (lostCount, keyless) {
      case (0, _): told.append("left out: \(rows) without \(key.label)")
      case (_, 0): told.append("left out: \(rows) \(ofNone)")
      case (_, _): told.append("left out: \(rows), \(lostCount) \(ofNone), \(keyless) without \(key.label)")
      }
    }
    owners = (slot, numbers)
  }

  /// Leaves out the rows that do not say enough to be records.
  private mutating func leaveOutSilent(_ voices: inout VoicesOfRows?) throws(Fault) {
    guard let kept = try RowRecords.speaking(said, of: kind, isInside: owners != nil, watch) else { return }
    let count = table.count - kept.count
    table = try table.picking(kept, notes: [], watch)
    said = said.map { $0.picking(kept) }
    labels = labels?.picking(kept)
    owners = owners.map { owners in (owners.field, kept.map { owners.numbers[$0] }) }
    voices = voices?.picking(kept)
    let what = kind.root.name == "event" ? "say what was done" : "say anything of it"
    told.append("left out: \(count == 1 ? "1 row that does" : "\(count) rows that do") not \(what)")
  }

  /// Who says what stands in the rows: all that is named behind `per`; nil where nobody is, so that the file says it.
  private mutating func voices() throws(Fault) -> VoicesOfRows? {
    let named = try call.eaches(5)
    if named.isEmpty { return nil }
    guard let kind = corpus.kinds["source"] else { throw .isNoKindOfRecords("source") }
    var voices = VoicesOfRows(count: table.count)
    for each in named {
      if each.field == nil, each.fieldsOfRow.isEmpty {
        let value = try each.call(.none).settled
        guard case .entity(let source) = value, source.kind.root.name == "source" else { throw .saidByNoSource(value) }
        try voices.add([source], watch)
      } else {
        let cells = try read(
          try cells(each), as: .list(.record(NamesOfKind(kind, corpus))), each.field ?? each.label, isPrivate: false)
        try voices.add(cells, watch)
      }
    }
    return voices
  }

  // MARK: Names

  private mutating func names(_ source: FileSource) throws(Fault) -> RowNames {
    guard let ids else { return owners == nil ? .lines(source.stem) : .none }
    try ids.check(table)
    if table.count > 0, let first = ids.texts[0].string, first.asName != first {
      told.append("their names are no words: \(first) is written \(first.asName)")
    }
    return .column(ids.index)
  }

  /// Takes rows out again that lead back to themselves through what they name.
  private func refuseCircles(_ rows: RowRecords) throws(Fault) {
    for chain in Corpus.chains {
      guard let root = corpus.kinds[chain.kind], kind.isA(root),
        said.contains(where: { said in
          chain.fields.contains(kind.fields[said.field].name)
        })
      else { continue }
      for entity in rows.namingOthers(in: corpus) {
        try watch.tick()
        guard let circle = corpus.wayBack(to: entity, by: chain.fields) else { continue }
        corpus.remove(rows)
        throw .leadsBack(entity, circle)
      }
    }
  }

  /// Takes the records in; the same once more are those that are there.
  private mutating func keep(_ rows: RowRecords) throws(Fault) -> RowRecords {
    for other in corpus.recordsOfRows where other.kind === kind && other.origin.isOfFile(rows.origin) {
      switch try rows.compared(with: other, watch) {
      case .same: return other
      case .apart:
        if rows.areBeside(other) {
          let made = other.heads.isEmpty ? "" : " that were made of \(other.heads.joined(separator: ", "))"
          told.append("beside \(other.count) of the same file\(made)")
        }
      case .otherwise(let line):
        let isEarlier = other.entry != corpus.entries
        guard isEarlier, !corpus.isHeldByOthers(other) else { throw .rowIsARecord(line, rows, isHeld: isEarlier) }
        corpus.remove(other)
      }
    }
    if case .column(let index) = rows.names, owners == nil, let (name, place) = corpus.nameTaken(of: kind, index) {
      throw .nameIsTaken(name, kind, place)
    }
    try corpus.add(rows)
    try refuseCircles(rows)
    return rows
  }
}
