import Evaluation
import Values

/// Steps that take two tables.
let joiningSteps: [Builtin] = [
  Builtin(
    """
    ## The rows of a table, each beside those of another that have the same key.
    ##
    ## Keys of two names are written `on .id == .case_id`. Every row on the left stays, with unknown values where it has
    ## no match: `keep: matched` leaves those out, `keep: unmatched` leaves only them. A key that several rows have on both
    ## sides is refused unless `pairs: many_to_many` asks for every pair; `pairs: one_to_one`, `one_to_many` and
    ## `many_to_one` check that it is so.
    ##
    ##     [{id: 1, a: 5}] | join [{id: 1, b: 6}] on .id | first          --> {id: 1, a: 5, b: 6}
    ##     [{id: 1, a: 5}] | join [{of: 2, b: 6}] on .id == .of | count   --> 1 row
    fn join(rows: table, other: table, each on.., keep: word = none, pairs: word = none): table
    """
  ) { call throws(Fault) in
    let sides = try call.sides(2)
    if sides.isEmpty { throw .joinNeedsKeys(argument: 2) }
    let keys = sides.map { side in
      (left: call.keyColumn(side.left), right: call.keyColumn(side.right))
    }
    let kept = try call.word(3, of: Joining.Kept.self) ?? .left
    let pairs = try call.word(4, of: Joining.Pairs.self)
    let joining = try Joining(call.table(0), call.table(1), on: keys, call.watch)
    try joining.check(pairs)
    return .table(try joining.joined(kept))
  },

  Builtin(
    """
    ## The rows of a table and then those of another, with the columns of both; what a table has not is unknown there.
    ##
    ##     [{a: 1}] | union [{a: 2, b: 3}] | count   --> 2 rows
    ##     [1, 2] | union [3]                        --> [1, 2, 3]
    fn union(rows: table, other: table): table
    """
  ) { call throws(Fault) in try call.table(0).union(call.table(1), call.watch).value },

  Builtin(
    """
    ## What has changed since another version of a table: rows that were added, rows that were removed, and every cell that
    ## says something else now.
    ##
    ##     [{id: 1, n: 7}] | compare [{id: 1, n: 5}] by .id | first   --> {id: 1, change: "changed", column: "n", old: 5, new: 7}
    fn compare(rows: table, other: table, each by..): table
    """
  ) { call throws(Fault) in
    let keys = try call.eaches(2).map { call.keyColumn($0) }
    if keys.isEmpty { throw .needsKeys("compare", argument: 2) }
    return .table(try Changes(call.table(0), since: call.table(1), by: keys, call.watch).table())
  },
]

extension Call {
  fileprivate func keyColumn(_ each: Each) -> NewColumn {
    NewColumn(name: each.label, value: value(each), field: each.field)
  }
}
