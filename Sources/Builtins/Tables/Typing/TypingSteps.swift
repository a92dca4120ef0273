import Evaluation
import Records
import Values

/// Steps that tell what the columns of a table are, and read their texts as that.
let typingSteps: [Builtin] = [
  Builtin(
    """
    ## What stands in each column: the kind that its texts seem to be of, how many are known, different, and unfit.
    ##
    ## A kind is proposed where three of four texts are of it; nothing is taken from it until `typed` is told to. Numbers
    ## with zeros in front or an exponent are taken for identifiers, and no word is taken for unknown. Where it must be said
    ## whether day or month stands first, the foot says how, and how many rows may be read in two ways.
    ##
    ##     read(text: "name,year\\nA,2015\\nB,2016") | describe | select .column, .kind | last   --> {column: "year", kind: "integer"}
    fn describe(rows: table): table
    """
  ) { call throws(Fault) in try call.described(call.shown(0)) },

  Builtin(
    """
    ## The table with the texts of some columns read as what they are: `text`, `integer`, `number`, `date`, `truth`, a kind of
    ## records, or several in a cell: `[tactic]`, with `;` or `|` between them, or what `separator` says.
    ##
    ## What does not fit is an error that names the first rows; with `else unknown` it is unknown, and counted in the foot.
    ## `unknown: ["NA", "n.d."]` are texts for what nobody knows, in whichever column they stand. `dates: "31/12/2015"` and
    ## `numbers: "1.234,5"` show how those are written. `words: { killed: dead }` says what words of the file are, in every
    ## column that could be that; words that stand in no cell are told in the foot. `typed as proposed` takes what
    ## `describe` proposes.
    ##
    ##     read(text: "year\\n2015\\n2016") | typed { year: integer } | sum .year   --> 4031
    ##     read(text: "on\\n03/04/2015") | typed dates: "31/12/2015" { on: date } | first   --> {on: 2015-04-03}
    ##     read(text: "end\\nkilled") | typed words: { killed: dead } { end: outcome } | first   --> {end: dead}
    ##     read(text: "to;by\\nLaos;abduction, killing") | typed separator: "," { by: [tactic] } | unnest .by | count   --> 2 rows
    fn typed(rows: table, columns: kinds = none, as: word = none, `unknown` = none, dates = none, numbers = none, `else` = none, words = none, separator = none): table
    """
  ) { call throws(Fault) in
    let table = try call.table(0)
    if case .values = table.content { throw .hasNoColumns("typed") }
    let typing = Typing(
      habits: try call.habits(3, 4, 5, words: 7, separator: 8), otherwise: try call.otherwise(6), call)
    switch (call.isMissing(1), call.isMissing(2)) {
    case (false, true):
      var kinds: [(String, CellKind)] = []
      guard case .record(let words) = call[1] else { throw call.wrongKind(1, "columns with their kinds") }
      for (name, word) in zip(words.shape.names, words.values) {
        if !table.hasColumn(name) { throw .noColumn(name, table, argument: 1) }
        guard let kind = CellKind(word.string ?? "", call.corpus) else {
          throw .noSuchCellKind(word.string ?? "", call.corpus)
        }
        kinds.append((name, kind))
      }
      return .table(try typing.typed(table, kinds))
    case (true, false):
      if try call.text(2) != "proposed" { throw .typedAsWhat(try call.text(2)) }
      var kinds: [(String, CellKind)] = []
      var told: [String] = []
      for name in table.columnNames {
        let proposal = try Proposal(table.column(name, call.watch), typing.habits, call.corpus, call.watch)
        if let dates = proposal.numberedDates, typing.habits.dates == nil {
          told.append("not taken: \(dates.note(name))")
        } else if !proposal.kind.isText {
          kinds.append((name, proposal.kind))
        }
      }
      let columns = kinds.map { "\($0.0.asName): \($0.1.name)" }.joined(separator: ", ")
      let line =
        (["typed"]
        + [(3, "unknown"), (4, "dates"), (5, "numbers"), (7, "words")].compactMap { position, name in
          call.isMissing(position) ? nil : "\(name): \(call[position].quoted)"
        } + ["{ \(columns) }"]).joined(separator: " ")
      let typed = try typing.typed(table, kinds)
      return .table(typed.saying(["taken: " + (kinds.isEmpty ? "nothing" : line)] + told, after: typed))
    case (true, true), (false, false): throw .typedAsWhat(nil)
    }
  },
]

extension Call {
  fileprivate func described(_ table: Table) throws(Fault) -> Value {
    let names = ["column", "kind", "known", "unknown", "different", "unfit", "unfit_examples", "examples"]
    let shape = Shape(names)
    var rows: [Value] = []
    var notes = table.notes
    for name in table.columnNames {
      let column = try withoutOpenLists(table.column(name, watch), name, of: table)
      if try column.holdsSealed(watch) {
        // Whether a private field is known may be asked of each row.
        let known = try column.countKnown(watch)
        rows.append(
          .record(
            Record.make(
              shape,
              [.text(name), .text("sealed"), .integer(known), .integer(column.count - known)]
                + Array(repeating: Value.unknown(.withheld), count: 4))))
        continue
      }
      let proposal = try Proposal(column, CellKind.Habits(), corpus, watch)
      if let dates = proposal.numberedDates { notes.append(dates.note(name)) }
      let typing = Typing(habits: proposal.habits, otherwise: nil, self)
      if let note = try typing.noteOfDoubt(column, proposal.kind, name) { notes.append(note) }
      let kind =
        proposal.known == 0
        ? table.declaredType(name) ?? proposal.kind.name
        : try column.isOfTexts(watch) ? proposal.kind.name : column.kindText(watch)
      let bad = proposal.firstUnfit.map { Value.text("\($0.text) (\(table.place(ofRow: $0.row)))") }
      rows.append(
        .record(
          Record.make(
            shape,
            [
              .text(name), .text(kind), .integer(proposal.known), .integer(proposal.unknown),
              .integer(proposal.different),
              .integer(proposal.unfit), .list(bad), .list(proposal.examples),
            ])))
    }
    let quoted = table.columnNames.filter { $0.asName != $0 }
    if let first = quoted.first {
      notes.append(
        "heads that are no single word are written in backticks: .\(first.asName)"
          + (quoted.count == 1 ? "" : " and \(quoted.count - 1) more"))
    }
    return .table(Table(rows, .records(names), unit: .column, notes: notes))
  }
}

extension Call {
  /// A column of records in which a list without items is what it is of a record: none recorded, so that nothing is known,
  /// unless somebody says that the list is complete.
  fileprivate func withoutOpenLists(_ column: Column, _ name: String, of table: Table) throws(Fault) -> Column {
    guard case .entity(let first)? = table.rows.first, first.kind.field(name)?.type.isList == true else {
      return column
    }
    return .plain(
      try watch.map(0..<column.count) { row throws(Fault) in
        guard case .list(let items) = column[row], items.isEmpty, case .entity(let record) = table.rows[row],
          let position = record.kind.position(of: name), corpus.completion(of: record, field: position) == nil
        else { return column[row] }
        return .unknown(.notRecorded)
      })
  }
}

extension Table {
  /// What a field of the records in it takes; nil for a table of other rows.
  fileprivate func declaredType(_ name: String) -> String? {
    guard case .entity(let first)? = rows.first else { return nil }
    return first.kind.field(name)?.type.name
  }
}

extension Column {
  func isOfTexts(_ watch: Watch) throws(Fault) -> Bool {
    func isText(_ value: Value) -> Bool { value.string != nil || value.reasons != nil }
    switch self {
    case .coded(_, let values): return try watch.allSatisfy(values) { value throws(Fault) in isText(value) }
    case .plain(let values): return try watch.allSatisfy(values) { value throws(Fault) in isText(value) }
    case .texts: return true
    case .records, .lists: return false
    }
  }

  fileprivate func countKnown(_ watch: Watch) throws(Fault) -> Int {
    var known = 0
    for row in 0..<count {
      try watch.tick()
      if self[row].reasons == nil { known += 1 }
    }
    return known
  }

  fileprivate func holdsSealed(_ watch: Watch) throws(Fault) -> Bool {
    guard case .plain(let values) = self else { return false }
    return try !watch.allSatisfy(values) { value throws(Fault) in try !value.holdsSealed(watch) }
  }
}
