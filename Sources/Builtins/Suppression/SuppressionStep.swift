import Evaluation
import Values

/// Keeping small counts back from a table of groups.
let suppressionSteps: [Builtin] = [
  Builtin(
    """
    ## A table of groups with the counts below a limit withheld, and those that would give one away.
    ##
    ## It stands right behind `group`, and reckons with a reader who knows the totals. What is withheld is unknown
    ## (withheld), and what it was worked out from is not told. A zero is shown. Where every record is public, `exempt`
    ## says so in the foot, and nothing is withheld.
    ##
    ##     let hosts = [{a: 1}, {a: 1}, {a: 2}, {a: 2}, {a: 2}, {a: 3}, {a: 3}, {a: 3}, {a: 3}]
    ##     hosts | group by .a { n: count() } | suppress below: 3 | where .n is unknown (withheld) | count   --> 2 groups
    fn suppress(rows: table, below, exempt = none): table
    """
  ) { call throws(Fault) in
    let limit = try call.integer(1)
    if limit < 3 { throw .limitTooLow(limit) }
    let table = try call.shown(0)
    guard let groups = table.groups else { throw .suppressesGroups() }
    if !call.isMissing(2) {
      let reason = try call.text(2)
      if reason.allSatisfy(\.isWhitespace) { throw .exemptWithoutReason() }
      return .table(table.noting("counts below \(limit) are shown: \(reason)"))
    }
    call.withholdGrounds()
    return .table(try Suppression(of: table, groups, below: limit, call.watch).table)
  }
]

extension Fault {
  static func suppressesGroups() -> Fault {
    Fault(
      "R634", "`suppress` keeps back counts of groups, and these rows are none", argument: 0,
      help: "it stands right behind `group by`, of two keys too; what comes after it sees what is left")
  }

  static func limitTooLow(_ limit: Int) -> Fault {
    Fault(
      "R628", "`below` must be a whole number from 3 on, not \(limit)", argument: 1,
      help: "below 2 there are only ones, so that `withheld` would say which number it is; `suppress below: 5` is usual"
    )
  }

  static func exemptWithoutReason() -> Fault {
    Fault(
      "R629", "`exempt` must say why small counts may be shown", argument: 2,
      help: "`suppress below: 5, exempt: \"published court cases\"`")
  }

  static func cannotProtect(_ column: String?, in group: String, below limit: Int) -> Fault {
    Fault(
      "R630",
      "whatever is withheld, whoever knows the totals can work out \(column.map { "`\($0)`" } ?? "how many there are") "
        + "in the group \(group), which is below \(limit)",
      argument: 0,
      help: "group by fewer keys, or by wider ones: the family of an act instead of the act")
  }

  static func holdsRows(_ column: String, _ value: Value) -> Fault {
    Fault(
      "R631", "`\(column)` holds \(value.kindName), which tells of single rows, so that nothing can be kept back",
      argument: 0, help: "leave the column out: counts, shares, means and the like can be protected")
  }

  static func tooManyKeys(_ count: Int, most: Int) -> Fault {
    Fault(
      "R633", "`suppress` looks after the totals of at most \(most) keys, not \(count)", argument: 0,
      help: "with so many keys nearly every group is one row: group by fewer")
  }
}
