import Evaluation
import Values

/// Steps that lay rows out by two keys, or turn rows into columns and back.
let crossingSteps: [Builtin] = [
  Builtin(
    """
    ## A row for each value of one key and a column for each value of another, with counts or with what columns work out.
    ##
    ## `shares: row` gives the share that each cell has of its row (`column`, `all`: of its column, of all); `totals: row`
    ## adds the total of each row (`column`, `all`: of each column, of both). A cell without rows counts 0.
    ##
    ##     [{a: 1, b: "x"}, {a: 1, b: "y"}] | cross by .a, .b | first               --> {a: 1, x: 1 row, y: 1 row}
    ##     [{a: 1, b: "x"}, {a: 1, b: "y"}] | cross by .a, .b shares: row | first   --> {a: 1, x: 0.5, y: 0.5}
    fn cross(rows: table, each by.., each columns.., shares: word = none, totals: word = none): table
    """
  ) { call throws(Fault) in
    let keys = try call.newColumns(1)
    if keys.count != 2 { throw .crossNeedsTwoKeys(keys.count, argument: 1) }
    let shares = try call.word(3, of: Crossing.Side.self)
    let totals = try call.word(4, of: Crossing.Side.self)
    let figures = try call.groupColumns(2, besides: keys.map(\.name))
    let crossing = try Crossing(call.table(0), by: keys, call.watch)
    guard let shares else {
      let counts: [GroupColumn] = [("count", { group throws(Fault) in group.rowCount })]
      return .table(try crossing.table(figures.isEmpty ? counts : figures, totals: totals))
    }
    if !figures.isEmpty { throw .sharesAreOfCounts(argument: 3) }
    return .table(try crossing.shares(of: shares, totals: totals))
  }
]

extension Call {
  /// One of a few words; nil where none was given.
  func word<Word: RawRepresentable & CaseIterable>(
    _ position: Int, of words: Word.Type
  ) throws(Fault) -> Word? where Word.RawValue == String {
    if isMissing(position) { return nil }
    let text = try text(position)
    if let word = Word(rawValue: text) { return word }
    throw .noSuchWord(text, among: Word.allCases.map(\.rawValue), argument: position)
  }

  /// What is to be worked out over the rows of each group.
  func groupColumns(_ position: Int, besides taken: [String]) throws(Fault) -> [GroupColumn] {
    var names = taken
    var columns: [GroupColumn] = []
    for each in try eaches(position) {
      if names.contains(each.label) { throw .columnTwice(each.label, argument: position) }
      names.append(each.label)
      columns.append(
        (
          each.label,
          { group throws(Fault) in
            try tick()
            return try each.call(.table(group))
          }
        ))
    }
    return columns
  }
}
