import Values

/// How a test came out over the rows of a table; what is said of possible rows apart.
struct Tally {
  var yes = 0
  var no = 0
  var undecided = 0
  var possiblyYes = 0
  var possiblyNo = 0
  var possiblyUndecided = 0
  /// Why the test was unknown where it was.
  var reasons: Reasons?

  /// Adds so many certain and so many possible rows.
  mutating func add(_ truth: Truth, certain: Int, possible: Int) {
    if truth.isYes {
      yes += certain
      possiblyYes += possible
    } else if truth.isNo {
      no += certain
      possiblyNo += possible
    } else {
      undecided += certain
      possiblyUndecided += possible
    }
    if let other = truth.reasons { reasons = reasons?.joined(other) ?? other }
  }

  /// How many rows the test holds for: surely so many, and so many more at most.
  func count(unit: String?) -> Value {
    Quantity.count(certain: yes, undecided: undecided + possiblyYes + possiblyUndecided, unit: unit)
  }

  /// The share of rows for which it holds, among those where it is known. Both ends are worked out over all that could
  /// turn out, not by dividing two counts, which would be too wide. Unknown where no certain row is decided.
  var share: Value {
    if yes + no == 0 { return .unknown(reasons ?? Reasons(.notRecorded)) }
    let all = Double(yes + no + undecided)
    let low = Double(yes) / (all + Double(possiblyNo + possiblyUndecided))
    let gained = Double(possiblyYes + possiblyUndecided)
    let high = (Double(yes + undecided) + gained) / (all + gained)
    return Quantity.value(
      point: .real(Double(yes) / Double(yes + no)), low: .real(low), high: .real(high), unit: nil, isAbout: false,
      known: yes + no)
  }
}

extension Table {
  func tally(_ test: RowTest, _ watch: Watch) throws(Fault) -> Tally {
    var tally = Tally()
    for (truth, certain, possible) in try test.truths(of: self, watch).occurring(doubts) {
      tally.add(truth, certain: certain, possible: possible)
    }
    return tally
  }

  /// True for truths: whoever counts them may mean all of them or the true ones.
  var isOfTruths: Bool {
    guard case .values = content else { return false }
    return rows.contains { row in
      if case .truth(let truth) = row.settled { return !truth.isUnknown }
      return false
    }
  }

  /// How many rows there are.
  var rowCount: Value {
    Quantity.count(certain: certainCount, undecided: doubts.most, unit: unit?.many)
  }

  /// Whether a test holds for at least one row. Unknown where only a possible row passes it.
  func any(_ test: RowTest) throws(Fault) -> Truth {
    var answer = Truth.no
    for row in indices {
      var truth = try test(self.row(row))
      if truth.isYes, !isCertain(row) { truth = Truth(unknown: .imprecise) }
      answer = answer.or(truth)
      if answer.isYes { break }
    }
    return answer
  }

  /// Whether a test holds for every row. Unknown where only a possible row fails it.
  func all(_ test: RowTest) throws(Fault) -> Truth {
    var answer = Truth.yes
    for row in indices {
      var truth = try test(self.row(row))
      if truth.isNo, !isCertain(row) { truth = Truth(unknown: .imprecise) }
      answer = answer.and(truth)
      if answer.isNo { break }
    }
    return answer
  }
}
