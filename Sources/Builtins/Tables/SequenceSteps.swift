import Evaluation
import Values

/// Steps that look at the rows of a group in an order.
let sequenceSteps: [Builtin] = [
  Builtin(
    """
    ## The table with the place of each row in an order, 1 for the first; rows of one key share a place.
    ##
    ## What is not known exactly, and rows that may not belong, give the place two ends.
    ##
    ##     [{n: 5}, {n: 9}, {n: 5}] | rank by .n desc | last                      --> {n: 5, rank: 2}
    ##     [{g: 1, n: 5}, {g: 2, n: 9}] | rank by .n desc within: .g | last   --> {g: 2, n: 9, rank: 1}
    fn rank(rows: table, each by.., each within = none): table
    """
  ) { call throws(Fault) in
    let sequences = try call.sequences("rank", by: 1, within: 2)
    let table = try sequences.table.adding("rank", sequences.ranks(), call.watch)
    return .table(try sequences.folding(table))
  },

  Builtin(
    """
    ## The table with what stands in the row before, in an order; `none` in the first row.
    ##
    ## Where the order does not tell which row that is, it is unknown.
    ##
    ##     [{y: 1, is: "a"}, {y: 2, is: "b"}] | previous was: .is by .y | last   --> {y: 2, is: "b", was: "a"}
    fn previous(rows: table, each columns.., each by.., each within = none): table
    """
  ) { call throws(Fault) in try call.neighbours("previous", isReversed: false) },

  Builtin(
    """
    ## The table with what stands in the row after, in an order; `none` in the last row.
    ##
    ## Where the order does not tell which row that is, it is unknown.
    ##
    ##     [{y: 1, is: "a"}, {y: 2, is: "b"}] | next then: .is by .y | first   --> {y: 1, is: "a", then: "b"}
    fn next(rows: table, each columns.., each by.., each within = none): table
    """
  ) { call throws(Fault) in try call.neighbours("next", isReversed: true) },

  Builtin(
    """
    ## The table with the sum of a number over the rows up to each, in an order; rows of one key are summed together.
    ##
    ##     [{y: 2021, n: 2}, {y: 2022, n: 3}] | running total: .n by .y | last   --> {y: 2022, n: 3, total: 5}
    fn running(rows: table, each columns.., each by.., each within = none): table
    """
  ) { call throws(Fault) in
    let columns = try call.newColumns(1)
    if columns.isEmpty { throw .needsColumns("running", argument: 1) }
    let sequences = try call.sequences("running", by: 2, within: 3)
    var table = sequences.table
    for column in columns {
      let name = column.name == column.field ? "running_\(column.name)" : column.name
      table = try table.adding(name, RunningSum(column.value, over: sequences, call.watch).values, call.watch)
    }
    return .table(try sequences.folding(table))
  },

  Builtin(
    """
    ## A row for each step from one state to the next in an order, with the key of the next.
    ##
    ## Where the order is not known for sure, every step that may have been made is a possible row.
    ##
    ##     let states = [{on: 2021, is: "free"}, {on: 2022, is: "held"}, {on: 2023, is: "free"}]
    ##     states | transitions .is by .on | first   --> {from: "free", to: "held", on: 2022}
    fn transitions(rows: table, each columns.., each by.., each within = none): table
    """
  ) { call throws(Fault) in
    let columns = try call.newColumns(1)
    guard let state = columns.first, columns.count == 1 else { throw .takesOneColumn("transitions", argument: 1) }
    return .table(try call.sequences("transitions", by: 2, within: 3).transitions(of: state, call.watch))
  },
]

extension Call {
  /// The rows in the order that `by` gives, in each group that `within` gives.
  fileprivate func sequences(
    _ step: String, by: Int, within: Int, isReversed: Bool = false
  ) throws(Fault) -> Sequences {
    let keys = try eaches(by)
    guard let key = keys.first, keys.count == 1 else { throw .needsOneKey(step, keys.count, argument: by) }
    let group = try each(within)
    // The default says of every row that it belongs to no group.
    let isWhole = group.label.isEmpty
    return try Sequences(
      table(0), by: SortKey(value: value(key), descending: (key.descending ?? false) != isReversed), named: key.label,
      within: isWhole ? nil : NewColumn(name: group.label, value: value(group), field: group.field), watch)
  }

  /// Columns with what stands in the row before, or in the row after.
  fileprivate func neighbours(_ step: String, isReversed: Bool) throws(Fault) -> Value {
    let columns = try newColumns(1)
    if columns.isEmpty { throw .needsColumns(step, argument: 1) }
    let sequences = try sequences(step, by: 2, within: 3, isReversed: isReversed)
    let neighbours = try sequences.previous()
    var table = sequences.table
    for column in columns {
      let values = try column.value.column(of: sequences.table, watch)
      let name = column.name == column.field ? "\(step)_\(column.name)" : column.name
      let cells = try watch.map(neighbours) { neighbour throws(Fault) -> Value in
        switch neighbour {
        case .row(let row): values[row].settled
        case .missing: .none
        case .open: .unknown(.imprecise)
        }
      }
      table = try table.adding(name, .plain(cells), watch)
    }
    return .table(try sequences.folding(table))
  }
}

extension Sequences {
  /// A row for each step from one row's state to that of the next.
  func transitions(of state: NewColumn, _ watch: Watch) throws(Fault) -> Table {
    let states = try state.value.column(of: table, watch)
    let names = (groupName.map { [$0] } ?? []) + ["from", "to", keyName]
    if Set(names).count < names.count { throw .columnTwice(keyName, argument: 2) }
    var made: (from: [Int], to: [Int], sequence: [Int], isSure: [Bool]) = ([], [], [], [])
    // Of most sequences each row but the first comes from one or two before it.
    made.from.reserveCapacity(2 * order.count)
    made.to.reserveCapacity(2 * order.count)
    made.sequence.reserveCapacity(2 * order.count)
    made.isSure.reserveCapacity(2 * order.count)
    for (number, sequence) in all.enumerated() {
      try steps(in: sequence) { from, to, isSure throws(Fault) in
        try watch.add(from, to: &made.from)
        try watch.add(to, to: &made.to)
        made.sequence.append(number)
        made.isSure.append(isSure)
      }
    }
    let (from, to, isSure) = (made.from, made.to, made.isSure)
    var columns = [states.settled.picking(from), states.settled.picking(to), keys.picking(to)]
    if let groups { columns.insert(groups.picking(made.sequence), at: 0) }
    let marks = try watch.map(from.indices) { step throws(Fault) in
      !isSure[step] || !table.isCertain(from[step]) || !table.isCertain(to[step])
    }
    let open = Doubt { [self] in ["\(keyName) (imprecise)"] }
    let doubts = Doubts(marks) { [table] step in
      let doubts = [table.doubt(from[step]), table.doubt(to[step]), isSure[step] ? nil : open]
      return doubts.reduce(nil) { Doubt.joined($0, $1) } ?? open
    }
    let unit = Table.Unit(one: "transition", many: "transitions")
    let steps = Columns(names, columns, count: from.count)
    return noting(Table(steps, doubts: doubts, unit: unit, notes: table.notes))
  }
}
