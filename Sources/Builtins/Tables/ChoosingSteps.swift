import Evaluation
import Values

/// Steps that choose among rows.
let choosingSteps: [Builtin] = [
  Builtin(
    """
    ## The rows for which a test holds; those of which it cannot be decided stay with them, marked.
    ##
    ##     [1, 2, 3] | where it > 1   --> [2, 3]
    ##     [{a: 1}, {a: 2}] | where .a > 1 | count   --> 1 row
    fn where(rows: table, each test): table
    """
  ) { call throws(Fault) in
    let each = try call.each(1)
    let corpus = call.corpus
    let table = try call.table(0)
    try table.checkFields(of: each)
    let found = try table.filtered(call.test(each), call.watch) { each.lackingOfRows(table, $0, corpus) }
    if found.certainCount == 0 { try table.checkTexts(of: each, call.watch) }
    return found.value
  },

  Builtin(
    """
    ## The rows of which it cannot be decided whether they belong, with the facts that they lack.
    ##
    ##     [1, 2] | where it > 1 | undecided | count   --> 0
    fn undecided(rows: table): table
    """
  ) { call throws(Fault) in
    let table = try call.shown(0)
    if case .values = table.content, table.isDecided { return .list([]) }
    return .table(try table.undecided(call.watch))
  },

  Builtin(
    """
    ## The rows that surely belong; what cannot be decided is left out.
    ##
    ##     [1, unknown] | where it > 0 | certain   --> [1]
    fn certain(rows: table): table
    """
  ) { call throws(Fault) in try call.showing(0) { table throws(Fault) in try table.certain(call.watch) } },

  Builtin(
    """
    ## The rows that surely or perhaps belong, all as rows of the table.
    ##
    ##     [1, 2, 3] | where it > 1 | possible   --> [2, 3]
    fn possible(rows: table): table
    """
  ) { call throws(Fault) in try call.showing(0) { table throws(Fault) in table.possible } },

  Builtin(
    """
    ## The first row, or the first so many; possible rows that may stand among them stay as undecided.
    ##
    ##     [10, 20, 30] | first     --> 10
    ##     [10, 20, 30] | first 2   --> [10, 20]
    fn first(rows: table, n = none)
    """
  ) { call throws(Fault) in
    if call.isMissing(1) { return try call.table(0).first(1, call.watch).onlyRow }
    let count = try call.rowCount(1, "first")
    return try call.showing(0) { table throws(Fault) in try table.first(count, call.watch) }
  },

  Builtin(
    """
    ## The last row, or the last so many; possible rows that may stand among them stay as undecided.
    ##
    ##     [10, 20, 30] | last     --> 30
    ##     [10, 20, 30] | last 2   --> [20, 30]
    fn last(rows: table, n = none)
    """
  ) { call throws(Fault) in
    if call.isMissing(1) { return try call.table(0).last(1, call.watch).onlyRow }
    let count = try call.rowCount(1, "last")
    return try call.showing(0) { table throws(Fault) in try table.last(count, call.watch) }
  },

  Builtin(
    """
    ## So many rows drawn by lot, the same for the same seed everywhere; possible rows drawn among them stay undecided.
    ##
    ##     [1, 2, 3, 4, 5, 6] | sample 2 seed: 7   --> [2, 6]
    fn sample(rows: table, n, seed): table
    """
  ) { call throws(Fault) in
    try call.table(0).sample(call.rowCount(1, "sample"), seed: call.integer(2), call.watch).value
  },

  Builtin(
    """
    ## The so many rows with the highest keys (`asc`: with the lowest), in order.
    ##
    ## Rows that stand level with the last of them, and are left out, are counted in the foot.
    ##
    ##     [3, 9, 4] | top 2 by it   --> [9, 4]
    fn top(rows: table, n, each by..): table
    """
  ) { call throws(Fault) in
    let keys = try call.eaches(2)
    if keys.isEmpty { throw .needsKeys("top", argument: 2) }
    let count = try call.rowCount(1, "top")
    let sortKeys = keys.map { SortKey(value: call.value($0), descending: $0.descending ?? true, label: $0.label) }
    let name = keys.map(\.label).joined(separator: ", ")
    return try call.showing(0) { table throws(Fault) in try table.top(count, by: sortKeys, named: name, call.watch) }
  },

  Builtin(
    """
    ## The rows in the order of their keys (`desc`: from the highest); what is unknown stands last either way.
    ##
    ##     [3, 1, 2] | sort by it desc   --> [3, 2, 1]
    fn sort(rows: table, each by..): table
    """
  ) { call throws(Fault) in
    var keys = try call.eaches(1).map {
      SortKey(value: call.value($0), descending: $0.descending ?? false, label: $0.label)
    }
    if keys.isEmpty {
      // Values of a list are their own key.
      guard case .values = try call.shown(0).content else { throw .needsKeys("sort", argument: 1) }
      keys = [SortKey(value: .row, descending: false)]
    }
    return try call.showing(0) { [keys] table throws(Fault) in try table.sorted(by: keys, call.watch) }
  },

  Builtin(
    """
    ## Every row once, or every combination of some columns once, as they were written.
    ##
    ##     [1, 2, 1] | distinct   --> [1, 2]
    fn distinct(rows: table, each columns..): table
    """
  ) { call throws(Fault) in
    let table = try call.table(0)
    let columns = try call.newColumns(1)
    return try (columns.isEmpty ? table : table.selecting(columns, call.watch)).distinct(call.watch).value
  },
]

extension Call {
  /// A number of rows, from 0 on.
  fileprivate func rowCount(_ position: Int, _ step: String) throws(Fault) -> Int {
    let count = try integer(position)
    if count < 0 { throw .needsRowCount(step, count, argument: position) }
    return count
  }

  /// What was given for the columns, each with its name; no name may stand twice.
  func newColumns(_ position: Int) throws(Fault) -> [NewColumn] {
    var names: Set<String> = []
    var columns: [NewColumn] = []
    for each in try eaches(position) {
      if !names.insert(each.label).inserted { throw .columnTwice(each.label, argument: position) }
      columns.append(NewColumn(name: each.label, value: value(each), field: each.field))
    }
    return columns
  }
}
