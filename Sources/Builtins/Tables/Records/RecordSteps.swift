import Evaluation
import Records
import Values

/// The step that makes records of the rows of a file.
let recordSteps: [Builtin] = [
  Builtin(
    """
    ## The rows of a file as records of a kind: each cell a claim of which the file is the source, with line and column.
    ##
    ## In braces stands for each field of the records the column that it is from, or what is worked out from columns. Texts
    ## are read as what the field takes, as `typed` reads them, and what does not fit is an error that names the lines, or
    ## unknown with `else unknown`. `dates`, `numbers`, `unknown` and `words` say how cells are written, as for `typed`. An empty cell
    ## claims nothing. `outcome: .Outcome at .Date` says from when a value of a field over time holds.
    ##
    ## `id` names the column by which the records are called; without it they are called after file and line. `label` is
    ## what stands behind the name. A cell can name another of the rows by its `id`. `of case by .CaseID` puts each record into the case of that name. `per report`, or a
    ## column with the names of sources (`per .Source`), says who says it instead of the file: each source that a cell names,
    ## with `;` or `|` between them, or what `separator` says. Several columns are named as several sources are: `per .Source, .Second`.
    ## Sources are there before they are named: declared, or read `as source`. An event is made where its act is known.
    ##
    ##     read(text: "ID,Country\\nk1,China") | as case { id: .ID, origin: .Country } | count   --> 1 case
    ##     read(text: "ID,Country\\nk2,PRC") | as case { id: .ID, origin: .Country } | where .origin is China | count   --> 1 case
    fn `as`(rows: table, kind: word, each fields..: claims, of: word = none, each by.., each `per`.., `else` = none, `unknown` = none, dates = none, numbers = none, words = none, separator = none): table
    """
  ) { call throws(Fault) in
    let table = try call.table(0)
    guard let kind = call.corpus.kinds[try call.text(1)] else { throw .isNoKindOfRecords(try call.text(1)) }
    guard let origin = table.columns?.origin, origin.hash != nil else { throw .rowsFromNowhere() }
    if !call.corpus.light.words.isEmpty { throw .recordsInALight(call.corpus.light.words) }
    if table.undecidedCount > 0 { throw .rowsUndecided(table.undecidedCount) }
    var making = RecordMaking(
      call, table, kind,
      Typing(habits: try call.habits(7, 8, 9, words: 10, separator: 11), otherwise: try call.otherwise(6), call))
    if !call.isMissing(3) {
      guard let around = call.corpus.kinds[try call.text(3)] else { throw .isNoKindOfRecords(try call.text(3)) }
      try making.put(into: around, by: try call.eaches(4))
    }
    return .table(try making.records())
  }
]

extension Typing {
  init(habits: CellKind.Habits, otherwise: Reasons?, _ call: Call) {
    self.init(habits: habits, otherwise: otherwise, corpus: call.corpus, watch: call.watch)
  }
}

extension Call {
  /// How cells are written, by the arguments that say what stands for unknown, and how dates and numbers look.
  func habits(_ unknown: Int, _ dates: Int, _ numbers: Int, words: Int, separator: Int) throws(Fault)
    -> CellKind.Habits
  {
    var habits = CellKind.Habits()
    habits.words = try fileWords(words)
    if !isMissing(separator) {
      habits.separator = try text(separator)
      if habits.separator == "" { throw wrongKind(separator, "the sign between several in a cell, such as `,`") }
    }
    if !isMissing(unknown) {
      let texts = self[unknown].string == nil ? try self[unknown].items(for: "unknown", watch) : [self[unknown]]
      for item in texts { habits.unknown.insert(item.string ?? item.printed) }
    }
    if !isMissing(dates) {
      guard let order = WrittenDate.Order(example: try text(dates)) else {
        throw .noDateExample(try text(dates), argument: dates)
      }
      habits.dates = order
    }
    if !isMissing(numbers) {
      guard let signs = NumberSigns(example: try text(numbers)) else {
        throw .noNumberExample(try text(numbers), argument: numbers)
      }
      habits.numbers = signs
    }
    return habits
  }

  /// Why what does not fit is unknown; nil where nothing may fail to fit.
  func otherwise(_ position: Int) throws(Fault) -> Reasons? {
    let reasons = self[position].reasons.map { $0 == Reasons(.notRecorded) ? Reasons(.garbled) : $0 }
    if reasons == nil, !isMissing(position) { throw .elseIsUnknown(argument: position) }
    return reasons
  }
}
