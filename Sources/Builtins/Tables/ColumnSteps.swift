import Evaluation
import Values

/// Steps that choose, make and name columns, and those that put rows together.
let columnSteps: [Builtin] = [
  Builtin(
    """
    ## A table of these columns and no others, each named by its field or by the word before `:`.
    ##
    ##     [{a: 1, b: 2}] | select .a, twice: .b * 2 | first   --> {a: 1, twice: 4}
    fn select(rows: table, each columns..): table
    """
  ) { call throws(Fault) in
    let columns = try call.newColumns(1)
    if columns.isEmpty { throw .needsColumns("select", argument: 1) }
    // What is worked out has both ends at once.
    if columns.contains(where: { $0.field == nil }) {
      return .table(try call.table(0).selecting(columns, call.watch))
    }
    return try call.showing(0) { table throws(Fault) in try table.selecting(columns, call.watch) }
  },

  Builtin(
    """
    ## The table with further columns; one that bears the name of another takes its place.
    ##
    ##     [{a: 1}] | add { b: .a + 1 } | first   --> {a: 1, b: 2}
    fn add(rows: table, each columns..): table
    """
  ) { call throws(Fault) in
    let columns = try call.newColumns(1)
    if columns.isEmpty { throw .needsColumns("add", argument: 1) }
    return .table(try call.table(0).adding(columns, call.watch))
  },

  Builtin(
    """
    ## The table without some columns.
    ##
    ##     [{a: 1, b: 2}] | drop .b | first   --> {a: 1}
    fn drop(rows: table, each columns..): table
    """
  ) { call throws(Fault) in
    let names = try call.fields(of: call.shown(0), 1, "drop").map(\.field)
    if names.isEmpty { throw .needsColumns("drop", argument: 1) }
    return try call.showing(0) { table throws(Fault) in try table.dropping(names, call.watch) }
  },

  Builtin(
    """
    ## The table with columns under new names: the new name first, then the column.
    ##
    ##     [{a: 1, b: 2}] | rename c: .a | first   --> {c: 1, b: 2}
    fn rename(rows: table, each columns..): table
    """
  ) { call throws(Fault) in
    let table = try call.shown(0)
    let pairs = try call.fields(of: table, 1, "rename")
    if pairs.isEmpty { throw .needsColumns("rename", argument: 1) }
    let olds = pairs.map(\.field)
    var names: Set<String> = []
    for (new, _) in pairs where !names.insert(new).inserted { throw .columnTwice(new, argument: 1) }
    for (new, _) in pairs where table.columnNames.contains(new) && !olds.contains(new) {
      throw .columnTwice(new, argument: 1)
    }
    let renamed = pairs.map { (new: $0.label, old: $0.field) }
    return try call.showing(0) { table throws(Fault) in try table.renaming(renamed, call.watch) }
  },

  Builtin(
    """
    ## A row for each item of the lists in a column, or for each part of its texts, with `separator` between them.
    ##
    ## The parts stand without the blanks around them, and where nothing stands is no part. Rows that were read from a file
    ## stay those of their lines, so that `as event { … }` can make a record of each.
    ##
    ##     [{a: 1, b: [5, 6]}] | unnest .b | count                                 --> 2 rows
    ##     [{a: 1, b: "killing; torture"}] | unnest .b separator: ";" | last   --> {a: 1, b: "torture"}
    fn unnest(rows: table, each column.., separator = none): table
    """
  ) { call throws(Fault) in
    let columns = try call.newColumns(1)
    guard let column = columns.first else { throw .needsColumns("unnest", argument: 1) }
    if columns.count > 1 { throw .unnestsOne(argument: 1) }
    let separator = call.isMissing(2) ? nil : try call.text(2)
    if separator?.isEmpty ?? false { throw .emptyText("separator", "unnest", argument: 2) }
    return .table(try call.table(0).unnesting(column, at: separator, call.watch))
  },

  Builtin(
    """
    ## A row for each value of the keys, with columns worked out over the rows of each group; without any, their number.
    ##
    ##     [{a: 1, b: 2}, {a: 1, b: 3}] | group by .a { b: sum(.b) } | first   --> {a: 1, b: 5}
    fn group(rows: table, each by.., each columns..): table
    """
  ) { call throws(Fault) in
    let keys = try call.newColumns(1)
    if keys.isEmpty { throw .needsKeys("group", argument: 1) }
    var columns = try call.groupColumns(2, besides: keys.map(\.name))
    if columns.isEmpty { columns = [.count(besides: keys.map(\.name))] }
    return .table(try call.table(0).grouping(by: keys, columns, call.watch))
  },
]

extension Call {
  /// The columns that were named, each of which must be there: what they are to be called, and what they are called.
  func fields(of table: Table, _ position: Int, _ step: String) throws(Fault) -> [(
    label: String, field: String
  )] {
    if case .values = table.content { throw .hasNoColumns(step) }
    var fields: [(label: String, field: String)] = []
    for each in try eaches(position) {
      guard let field = each.field else { throw .needsAField(step, each.label, argument: position) }
      if !table.hasColumn(field) { throw .noColumn(field, table, argument: position) }
      fields.append((each.label, field))
    }
    return fields
  }
}
