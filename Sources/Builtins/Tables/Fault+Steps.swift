import Diagnostics
import Records
import Values

// What the steps that put tables beside each other, or in another shape, refuse.
extension Fault {
  static func crossNeedsTwoKeys(_ count: Int, argument: Int) -> Fault {
    Fault(
      "R740", "`cross` needs two keys, for its rows and for its columns, and was given \(count)", argument: argument,
      help: count > 2
        ? "`group by .a, .b, .c` makes a row of each combination" : "`cross by .host, .outcome`")
  }

  static func crossIsTooWide(_ key: String, _ count: Int, argument: Int) -> Fault {
    Fault(
      "R741", "`\(key)` has \(count) values, each of which would be a column", argument: argument,
      help: "put the key with fewer values second, or write `group by` with both, which gives rows")
  }

  static func sharesAreOfCounts(argument: Int) -> Fault {
    Fault(
      "R742", "`shares` are those of counts, and the braces say that something else is to be shown", argument: argument,
      help: "leave one of them out; the share of a test is `{ share: share(.outcome was returned) }`")
  }

  static func noSuchWord(_ word: String, among words: [String], argument: Int) -> Fault {
    let near = Spelling.nearest(to: word, among: words)
    let all = words.map { "`\($0)`" }
    let list = all.count < 2 ? all.joined() : all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
    return Fault(
      "R743", "`\(word)` is none of the words that can stand here", argument: argument,
      help: near.map { "did you mean `\($0)`?" } ?? "it is \(list)")
  }

  static func joinNeedsKeys(argument: Int) -> Fault {
    Fault(
      "R744", "`join` needs `on` and the key that both tables have", argument: argument,
      help: "`join incidents on .id`; keys of two names are `join incidents on .id == .case_id`")
  }

  static func joinOfTwoKinds(
    _ left: String, _ one: Value, _ right: String, _ other: Value, argument: Int
  ) -> Fault {
    Fault(
      "R745",
      "`\(left)` on the left is \(one.kindName), `\(right)` on the right \(other.kindName): they never match",
      argument: argument,
      help:
        "on the left stands \(one.quoted), on the right \(other.quoted); bring both to one kind, as in `on text(.a) == .b`"
    )
  }

  static func joinMultiplies(_ key: String, _ left: Int, _ right: Int, argument: Int) -> Fault {
    Fault(
      "R746",
      "the key \(key) stands in \(left) rows on the left and \(right) on the right, which makes \(left * right) pairs",
      argument: argument,
      help: "add a key that tells them apart, or write `pairs: many_to_many` where every pair is meant")
  }

  static func notSoManyPairs(_ pairs: String, _ key: String, _ count: Int, _ side: String, argument: Int) -> Fault {
    Fault(
      "R747", "the key \(key) stands in \(count) rows on the \(side), which is not `\(pairs)`", argument: argument,
      help: "`group by` or `distinct` makes one row of a key first")
  }

  static func unionOfValues(argument: Int) -> Fault {
    Fault(
      "R748", "these are the values of a list, and the other rows have columns", argument: argument,
      help: "`select name: it` makes a column of them")
  }

  static func keyTwice(_ key: String, _ table: String, argument: Int) -> Fault {
    Fault(
      "R749", "the key \(key) stands twice in \(table), so that it cannot be told which row is which",
      argument: argument,
      help: "add a key that tells them apart: `by .id, .date`")
  }

  static func needsOneKey(_ step: String, _ count: Int, argument: Int) -> Fault {
    let example =
      switch step {
      case "bin": "bin by .age width: 10"
      case "rank": "rank by .n desc within: .host"
      case "running": "running total: .n by .date within: .host"
      default: "\(step) .state by .date within: .case"
      }
    return Fault(
      "R750", "`\(step)` goes by one key, and was given \(count)", argument: argument, help: "`\(example)`")
  }

  static func takesOneColumn(_ step: String, argument: Int) -> Fault {
    Fault(
      "R751", "`\(step)` takes the one column whose steps are to be told", argument: argument,
      help: "`\(step) .state by .date within: .case`")
  }

  static func needsWidth(_ width: String?, argument: Int) -> Fault {
    Fault(
      "R752",
      width.map { "a width is 1 or more, or whole months or years, not \($0)" }
        ?? "`bin` needs the width of its stretches, or where they begin",
      argument: argument,
      help: "`bin by .age width: 10`, `bin by .date width: 6 months`, `bin by .age edges: [18, 30, 60]`")
  }

  static func widthOrEdges(argument: Int) -> Fault {
    Fault(
      "R752", "stretches have one width, or begin at edges, and not both", argument: argument, help: "leave one out")
  }

  static func widthOfDates(_ key: String, argument: Int) -> Fault {
    Fault(
      "R752", "`\(key)` holds dates, and the width of their stretches is told in months or years", argument: argument,
      help: "`bin by .\(key) width: 5 years`; `bin by year(.\(key)) width: 5` takes the years for numbers")
  }

  static func widthOfNumbers(_ key: String, argument: Int) -> Fault {
    Fault(
      "R752", "`\(key)` holds numbers, and the width of their stretches is a number", argument: argument,
      help: "`bin by .\(key) width: 10`")
  }

  static func edgesAreDates(argument: Int) -> Fault {
    Fault(
      "R752", "stretches of time begin with a year, a month or a day", argument: argument,
      help: "`edges: [2015, 2020]`, `edges: [2017-06, 2020-03-11]`")
  }

  static func edgesAreNumbers(_ edge: Value, argument: Int) -> Fault {
    Fault(
      "R752", "stretches of numbers begin with numbers, not \(edge.kindName)", argument: argument,
      help: "`edges: [18, 30, 60]`")
  }

  static func edgesInDisorder(argument: Int) -> Fault {
    Fault(
      "R752", "each edge is larger than the one before", argument: argument,
      help: "put them in order: `edges: [18, 30, 60]`")
  }

  static func cannotBeBinned(_ value: Value, _ field: String?, _ measure: Binning.Measure) -> Fault {
    var help: String?
    if let text = value.string?.trimmed, let field {
      var kind = Int(text) == nil ? "number" : "integer"
      if Double(text) == nil, case .date = WrittenDate(text, nil) { kind = "date" }
      if case .months = measure { kind = "date" }
      help = "read the column first: `| typed { \(field.asName): \(kind) }`"
    }
    return Fault("R380", "`bin` needs numbers or dates, not \(value.settled.kindName)", help: help)
  }

  static func binsNumbersAndDates(_ value: Value) -> Fault {
    Fault("R380", "`bin` needs numbers, or dates, and not both: among others stands \(value.settled.kindName)")
  }

  static func tooManyBins(_ key: String, _ count: Int, argument: Int) -> Fault {
    Fault(
      "R753", "from the least to the greatest `\(key)` it would be \(count) stretches", argument: argument,
      help: "take a larger width, or leave out what lies far away: `where .\(key) < 1000`")
  }

  static func pivotNeedsColumns(argument: Int) -> Fault {
    Fault(
      "R754", "`pivot` needs the column whose values become heads, the one that stands under them, and `by`",
      argument: argument, help: "`pivot .year, .n by .host`")
  }

  static func severalForACell(_ key: String, _ name: String, argument: Int) -> Fault {
    Fault(
      "R755", "several rows of \(key) would stand under `\(name)`", argument: argument,
      help: "put them together first: `group by`, or `cross by .host, .year { n: sum(.n) }`")
  }

  static func functionAsKey(_ name: String, _ step: String, argument: Int) -> Fault {
    Fault(
      "R760", "`\(name)` is a function, and no field by which rows could be put together", argument: argument,
      help: step == "group"
        ? "`group by .host` counts the rows of each group; further columns stand in braces: `{ n: count() }`"
        : "the field of the row has a dot: `.\(name)`")
  }

  static func noPercentage(_ value: Value, argument: Int) -> Fault {
    Fault(
      "R756", "a percentage lies between 0 and 100, unlike \(value.quoted)", argument: argument,
      help: "`percentile 90, .age`")
  }
}
