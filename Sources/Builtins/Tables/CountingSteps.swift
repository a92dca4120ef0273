import Evaluation
import Values

/// Functions that count rows and put numbers together. Where something is undecided, the answer has two ends.
let countingSteps: [Builtin] = [
  Builtin(
    """
    ## How many rows there are, or for how many of them a test holds.
    ##
    ##     [1, 2, 3] | count                 --> 3
    ##     [1, 2, 3, unknown] | count it > 1   --> 2–3
    fn count(rows: table = it, each test..): number
    """
  ) { call throws(Fault) in
    let table = try call.table(0)
    guard let each = try call.oneEach(1, "count") else {
      if table.isOfTruths { throw .countsTruths(argument: 0) }
      return table.rowCount
    }
    return try table.tally(call.test(each), call.watch).count(unit: table.unit?.many)
  },

  Builtin(
    """
    ## The share of rows for which a test holds, among those where it is known.
    ##
    ##     [1, 2, 3, unknown] | share(it > 1)   --> 0.5–0.75 (3 known give 0.67)
    fn share(rows: table = it, each test): number
    """
  ) { call throws(Fault) in try call.table(0).tally(call.test(call.each(1)), call.watch).share },

  Builtin(
    """
    ## Whether a test holds for at least one row; of truths, whether one of them is true.
    ##
    ##     any([1, 2, 3], it > 2)       --> true
    ##     any([false, unknown, true])  --> true
    fn any(rows: table = it, each test..): truth
    """
  ) { call throws(Fault) in
    .truth(try call.table(0).any(call.testOrTruth("any")))
  },

  Builtin(
    """
    ## Whether a test holds for every row; of truths, whether all of them are true.
    ##
    ## Of no rows it holds.
    ##
    ##     all([1, 2, 3], it > 2)        --> false
    ##     all([true, unknown, false])   --> false
    fn all(rows: table = it, each test..): truth
    """
  ) { call throws(Fault) in
    .truth(try call.table(0).all(call.testOrTruth("all")))
  },

  Builtin(
    """
    ## The sum of numbers, or of one number of each row; open upwards where one of them is not known.
    ##
    ##     sum([1, 2, 3])                       --> 6
    ##     [{n: 2}, {n: unknown}] | sum .n      --> 2..
    fn sum(rows: table = it, each value..): number or span
    """
  ) { call throws(Fault) in
    // Each row was counted once, wherever it may belong.
    let (table, value) = try call.column("sum", of: call.shown(0))
    if case .span? = try table.firstKnown(value) { return try table.sumOfSpans(value) }
    return try ColumnNumbers(table, "sum", value, call.watch).sum()
  },

  Builtin(
    """
    ## The mean of numbers, or of one number of each row.
    ##
    ##     mean([1, 2, 6])            --> 3
    ##     mean([10 days, 30 days])   --> 20 days
    fn mean(rows: table = it, each value..): number or span
    """
  ) { call throws(Fault) in
    let (table, value) = try call.column("mean", of: call.unfolded(0))
    return try table.inNumbers(value, call.watch) { column throws(Fault) in
      try ColumnNumbers(table, "mean", column, call.watch).mean()
    }
  },

  Builtin(
    """
    ## The number in the middle when numbers stand in order; of an even count, the mean of the two in the middle.
    ##
    ##     median([1, 2, 6])                  --> 2
    ##     median([1, 2, 6, 7])               --> 4
    ##     median([2 days, 5 days, 9 days])   --> 5 days
    fn median(rows: table = it, each value..): number or span
    """
  ) { call throws(Fault) in
    let (table, value) = try call.column("median", of: call.unfolded(0))
    return try table.percentile(0.5, "median", value, call.watch)
  },

  Builtin(
    """
    ## The number below which so many percent of numbers lie when they stand in order, worked out between two of them.
    ##
    ## This is what spreadsheets call PERCENTILE.INC: of n numbers the one at place 1 + (n - 1) · p / 100.
    ##
    ##     percentile([1, 2, 6, 7], 50)             --> 4
    ##     [{n: 1}, {n: 11}] | percentile 90, .n    --> 10
    fn percentile(rows: table = it, p, each value..): number or span
    """
  ) { call throws(Fault) in
    let share = try call.real(1) / 100
    if !(0...1).contains(share) { throw .noPercentage(call[1], argument: 1) }
    let table = try call.unfolded(0)
    let value = try call.oneEach(2, "percentile").map { call.value($0) } ?? .row
    return try table.percentile(share, "percentile", value, call.watch)
  },

  Builtin(
    """
    ## The least of numbers, dates, spans or texts, or of one of them in each row.
    ##
    ##     min([3, 1, 2])                    --> 1
    ##     min([2022-05-03, 2021-01-01])     --> 2021-01-01
    fn min(rows: table = it, each value..)
    """
  ) { call throws(Fault) in try call.extreme(true, "min") },

  Builtin(
    """
    ## The greatest of numbers, dates, spans or texts, or of one of them in each row.
    ##
    ##     max([3, 1, 2])   --> 3
    fn max(rows: table = it, each value..)
    """
  ) { call throws(Fault) in try call.extreme(false, "max") },
]

extension Table {
  /// The number below which a share of those in the rows lies.
  fileprivate func percentile(
    _ share: Double, _ function: String, _ value: RowValue, _ watch: Watch
  ) throws(Fault) -> Value {
    if isDecided, let measures = try value.measures(of: self) { return try measures.percentile(share, watch) }
    return try inNumbers(value, watch) { column throws(Fault) in
      if let numbers = try CountedNumbers(self, column, watch) { return try numbers.percentile(share, watch) }
      return try ColumnNumbers(self, function, column, watch).percentile(share)
    }
  }

  /// What numbers come to, and spans as numbers of days.
  fileprivate func inNumbers(
    _ value: RowValue, _ watch: Watch, _ body: (Column) throws(Fault) -> Value
  ) throws(Fault) -> Value {
    let column = try value.column(of: self, watch)
    if let days = try column.inDays(watch) { return try body(days).asDays }
    return try body(column)
  }
}

extension Call {
  /// The rows, and what is worked out for each of them; without an expression, the rows themselves.
  fileprivate func column(_ function: String) throws(Fault) -> (table: Table, value: RowValue) {
    try column(function, of: table(0))
  }

  fileprivate func column(
    _ function: String, of table: Table
  ) throws(Fault) -> (table: Table, value: RowValue) {
    if let each = try oneEach(1, function) { return (table, value(each)) }
    return (
      table,
      RowValue { row throws(Fault) in
        try tick()
        return row
      }
    )
  }

  /// The test that was given; without one, the rows are truths themselves.
  fileprivate func testOrTruth(_ function: String) throws(Fault) -> RowTest {
    if let each = try oneEach(1, function) { return test(each) }
    return RowTest { row throws(Fault) in
      try tick()
      return try row.asTruth()
    }
  }

  fileprivate func extreme(_ isLeast: Bool, _ function: String) throws(Fault) -> Value {
    let (table, value) = try column(function)
    switch try table.firstKnown(value) {
    case .integer, .real, .quantity, .none?: return try ColumnNumbers(table, function, value, watch).extreme(isLeast)
    case .truth, .short, .text, .list, .record, .map, .date, .span, .range, .entity, .table, .sealed, .function,
      .unknown,
      .disputed, .series, nil:
      return try table.extreme(isLeast, value, watch)
    }
  }
}
