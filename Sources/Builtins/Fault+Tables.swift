import Records
import Values

// Every message of the steps of tables, as it reads where it is thrown.
extension Fault {
  static func noColumn(_ name: String, _ table: Table, argument: Int) -> Fault {
    let names = table.columnNames
    let help =
      names.isEmpty
      ? "the table has no columns"
      : Spelling.column(name, among: names) ?? "its columns are \(names.map { "`\($0)`" }.joined(separator: ", "))"
    return Fault("R353", "the table has no column `\(name)`", argument: argument, help: help)
  }

  static func needsAField(_ step: String, _ text: String, argument: Int) -> Fault {
    Fault(
      "R354", "`\(step)` needs the name of a column, not `\(text)`", argument: argument,
      help: step == "rename" ? "the new name stands first: `rename ended: .outcome`" : "write `\(step) .outcome`")
  }

  static func columnTwice(_ name: String, argument: Int) -> Fault {
    Fault(
      "R355", "two columns are called `\(name)`", argument: argument,
      help: "give one of them another name: `other: .\(name)`")
  }

  static func needsKeys(_ step: String, argument: Int) -> Fault {
    let example =
      switch step {
      case "group": "group by .host { n: count() }"
      case "top": "top 10 by .n"
      case "compare": "compare march by .id"
      case "candidates": "candidates by similar(.name), .born"
      default: "\(step) by .host"
      }
    return Fault("R356", "`\(step)` needs `by` and what to go by", argument: argument, help: "`\(example)`")
  }

  static func needsColumns(_ step: String, argument: Int) -> Fault {
    Fault("R357", "`\(step)` needs at least one column", argument: argument, help: "`\(step) .host`")
  }

  static func hasNoColumns(_ step: String) -> Fault {
    Fault(
      "R358", "`\(step)` needs a table with columns, and these are the values of a list", argument: 0,
      help: "`select value: it` makes a column of them")
  }

  static func needsRowCount(_ step: String, _ count: Int, argument: Int) -> Fault {
    Fault("R359", "`\(step)` takes a number of rows from 0 on, not \(count)", argument: argument)
  }

  static func notNumbers(_ function: String, _ value: Value) -> Fault {
    Fault(
      "R380", "`\(function)` needs numbers, not \(value.settled.kindName)",
      help: value.settled.isNone
        ? "`none` says that there is no such thing; leave these rows out first: `where .x is not none`" : nil
    ).helpingToReadNumber(value)
  }

  static func notAList(_ column: String, _ value: Value) -> Fault {
    Fault(
      "R381", "`unnest` needs lists in `\(column)`, not \(value.settled.kindName)", argument: 1,
      help: value.string.map { text in
        let sign = [";", "|", ","].first { text.contains($0) } ?? ";"
        return "`unnest .\(column.asName) separator: \"\(sign)\"` takes texts apart"
      })
  }

  static func tooManyTests(_ function: String, argument: Int) -> Fault {
    Fault(
      "R382", "`\(function)` takes one test", argument: argument, help: "join two tests with `and` or `or`")
  }

  static func countsTruths(argument: Int) -> Fault {
    Fault(
      "R385", "it is open whether all of these truths are counted, or those that are true", argument: argument,
      help: "`count(it, .minor)` counts the rows for which `.minor` holds; `length(xs)` tells how long a list is")
  }

  static func unnestsOne(argument: Int) -> Fault {
    Fault(
      "R384", "`unnest` takes one column at a time", argument: argument,
      help: "lists side by side have no common rows; write one `| unnest` after the other where every pair is meant")
  }

  static func sumIsTooLarge() -> Fault {
    Fault("R383", "the sum is beyond the numbers that Rep can hold")
  }
}

extension Value {
  fileprivate var isNone: Bool {
    if case .none = self { return true }
    return false
  }

  /// The row as a message or a list of missing facts names it.
  var rowName: String {
    switch self {
    case .entity(let entity): entity.shownName
    case .record(let record): record.origin?.shownName ?? quoted
    case .integer, .real, .truth, .short, .none, .unknown, .text, .list, .map, .date, .span, .quantity, .range,
      .disputed, .series, .table, .sealed, .function:
      quoted
    }
  }
}
