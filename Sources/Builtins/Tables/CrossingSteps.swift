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
      return .table(try crossing.table(figures.isEmpty ? [.count(besides: [])] : figures, totals: totals))
    }
    if !figures.isEmpty { throw .sharesAreOfCounts(argument: 3) }
    return .table(try crossing.shares(of: shares, totals: totals))
  },

  Builtin(
    """
    ## A row for each stretch of numbers or of time, with counts or with what columns work out over its rows.
    ##
    ## Stretches have one `width`, of dates in months or years, or begin at `edges`: the first of them holds all that comes
    ## before. One in which nothing lies counts 0; a number or a date that may lie in several is possible in each.
    ##
    ##     [{age: 17}, {age: 34}] | bin by .age width: 10 | count                   --> 3 groups
    ##     [{age: 17}, {age: 34}] | bin by .age width: 10 { n: count() } | first   --> {age: 10..19, n: 1 row}
    ##     [{age: 17}, {age: 34}] | bin by .age edges: [18, 65] | last              --> {age: "65..", count: 0 rows}
    ##     [{on: 2017-05}] | bin by .on width: 5 years | first                      --> {on: 2015/2019, count: 1 row}
    fn bin(rows: table, each by.., each columns.., width = none, edges = none): table
    """
  ) { call throws(Fault) in
    let keys = try call.newColumns(1)
    guard let key = keys.first, keys.count == 1 else { throw .needsOneKey("bin", keys.count, argument: 1) }
    let measure = try call.measure(width: 3, edges: 4)
    let figures = try call.groupColumns(2, besides: [key.name])
    let bins = try Binning(call.table(0), by: key, measure, call.watch)
    return .table(try bins.table(figures.isEmpty ? [.count(besides: [key.name])] : figures))
  },

  Builtin(
    """
    ## A row for each value of the keys, and a column for each value of one column, with what stands in another.
    ##
    ##     [{h: "A", y: 2021, n: 4}, {h: "A", y: 2022, n: 5}] | pivot .y, .n by .h | count   --> 1 row
    fn pivot(rows: table, each columns.., each by..): table
    """
  ) { call throws(Fault) in
    let columns = try call.newColumns(1)
    let keys = try call.newColumns(2)
    if columns.count != 2 || keys.isEmpty { throw .pivotNeedsColumns(argument: columns.count == 2 ? 2 : 1) }
    return try call.showing(0) { table throws(Fault) in
      try table.pivoting(columns[0], columns[1], by: keys, call.watch)
    }
  },

  Builtin(
    """
    ## A row for each of some columns of each row, with the column's name and what stands in it.
    ##
    ##     [{h: "A", men: 4, women: 5}] | unpivot .men, .women name: who value: n | first   --> {h: "A", who: "men", n: 4}
    fn unpivot(rows: table, each columns.., name: word = none, value: word = none): table
    """
  ) { call throws(Fault) in
    let names = try call.fields(of: call.shown(0), 1, "unpivot").map(\.field)
    if names.isEmpty { throw .needsColumns("unpivot", argument: 1) }
    let name = call.isMissing(2) ? "name" : try call.text(2)
    let value = call.isMissing(3) ? "value" : try call.text(3)
    return try call.showing(0) { table throws(Fault) in
      try table.unpivoting(names, name: name, value: value, call.watch)
    }
  },
]

extension Call {
  /// How long stretches are, or where they begin.
  fileprivate func measure(width: Int, edges: Int) throws(Fault) -> Binning.Measure {
    switch (isMissing(width), isMissing(edges)) {
    case (true, true): throw .needsWidth(nil, argument: width)
    case (false, false): throw .widthOrEdges(argument: edges)
    case (true, false):
      let edges = try self[edges].items(for: "bin", watch).map(\.settled)
      if edges.isEmpty { throw .needsWidth(nil, argument: 4) }
      return .edges(edges)
    case (false, true):
      guard case .span(let span) = self[width] else {
        let number = try integer(width)
        if number < 1 { throw .needsWidth("\(number)", argument: width) }
        return .width(number)
      }
      guard let length = span.exact, length.days == 0, (1...Binning.mostMonths).contains(length.months) else {
        throw .needsWidth(self[width].printed, argument: width)
      }
      return .months(length.months)
    }
  }

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
        GroupColumn(each.label, field: isExplained ? nil : each.field) { group throws(Fault) in
          try tick()
          return try each.call(.table(group))
        })
    }
    return columns
  }
}
