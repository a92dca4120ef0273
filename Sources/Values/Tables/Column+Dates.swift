// What is asked of the dates of whole columns, in loops over nothing but days.
extension Column {
  /// The values that stand in it, and for each row which of them it has; nil where no dates stand.
  private var dated: (codes: [UInt32], values: [Value])? {
    switch self {
    case .coded(let codes, let values): (codes, values)
    case .plain(let values): (values.indices.map { UInt32(truncatingIfNeeded: $0) }, values)
    case .texts, .records, .lists: nil
    }
  }

  /// From the first day of a date of another column to the first day of that of this one, for each row. Nil where
  /// something else stands in them.
  public func distances(from other: Column) throws(Fault) -> Measures? {
    guard case .coded(let codes, let values) = self, case .coded(let otherCodes, let otherValues) = other,
      values.areDatesOrUnknown, otherValues.areDatesOrUnknown
    else { return nil }
    let (bounds, otherBounds) = (values.map { DayBounds($0) }, otherValues.map { DayBounds($0) })
    var measures = Measures(count: codes.count)
    var open: [Int] = []
    codes.withUnsafeBufferPointer { codes in
      otherCodes.withUnsafeBufferPointer { otherCodes in
        bounds.withUnsafeBufferPointer { bounds in
          otherBounds.withUnsafeBufferPointer { otherBounds in
            measures.fill { row in
              let (one, two) = (bounds[Int(codes[row])], otherBounds[Int(otherCodes[row])])
              if one.isNear && two.isNear {
                return (one.earliestStart &- two.latestStart, one.latestStart &- two.earliestStart)
              }
              open.append(row)
              return nil
            }
          }
        }
      }
    }
    // What is unknown depends on the date beside it in nothing.
    var places: [UInt64: Int] = [:]
    for row in open {
      let (one, two) = (Int(codes[row]), Int(otherCodes[row]))
      let (oneAlone, twoAlone) = (bounds[one].isDate ? 0 : one + 1, otherBounds[two].isDate ? 0 : two + 1)
      let areDates = oneAlone == 0 && twoAlone == 0
      let pair = UInt64(oneAlone) << 32 | UInt64(twoAlone)
      if !areDates, let place = places[pair] {
        measures.put(place, in: row)
      } else {
        places[pair] = measures.add(try Subtracting.apply(values[one], otherValues[two]), in: row)
      }
    }
    return measures
  }

  /// Whether the date in each row ends before that of another column begins.
  ///
  /// - Parameters:
  ///   - other: of one value, where that is the same in all rows.
  ///   - isStrict: false where it may end on the day on which the other begins.
  ///   - compare: the answer for two values of which one is no date.
  /// - Returns: nil where no dates stand in one of them.
  public func isBefore(
    _ other: Column, isStrict: Bool, _ compare: (Value, Value) throws(Fault) -> Truth
  ) throws(Fault) -> Truths? {
    guard let (codes, values) = dated, let (otherCodes, otherValues) = other.dated else { return nil }
    // What is the same in all rows is compared with each different value once.
    if case .coded = self, case .plain = other, otherValues.count == 1 {
      let all = Column.plain(Array(repeating: otherValues[0], count: values.count))
      return try Column.plain(values).isBefore(all, isStrict: isStrict, compare).map { $0.spread(codes) }
    }
    if case .plain = self, case .coded = other, values.count == 1 {
      let all = Column.plain(Array(repeating: values[0], count: otherValues.count))
      return try all.isBefore(.plain(otherValues), isStrict: isStrict, compare).map { $0.spread(otherCodes) }
    }
    if codes.count != otherCodes.count { return nil }
    let (bounds, otherBounds) = (values.map { DayBounds($0) }, otherValues.map { DayBounds($0) })
    if !bounds.contains(where: \.isDate) || !otherBounds.contains(where: \.isDate) { return nil }
    let margin = isStrict ? 1 : 0
    var outcomes: [Truth] = [.yes, .no, Truth(unknown: .imprecise)]
    var found = [UInt32](repeating: 2, count: codes.count)
    for row in codes.indices {
      let (one, two) = (bounds[Int(codes[row])], otherBounds[Int(otherCodes[row])])
      if !one.isDate || !two.isDate {
        found[row] = UInt32(truncatingIfNeeded: outcomes.count)
        outcomes.append(try compare(values[Int(codes[row])], otherValues[Int(otherCodes[row])]))
      } else if Int(one.latestEnd) + margin <= Int(two.earliestStart) {
        found[row] = 0
      } else if Int(one.earliestEnd) + margin > Int(two.latestStart) {
        found[row] = 1
      }
    }
    return Truths(found, outcomes)
  }

  /// The least or the greatest date in each stretch of rows, as `min` and `max` have it: unknown where one of them is, or
  /// where it cannot be told which comes first.
  ///
  /// - Parameters:
  ///   - ends: for each stretch where it ends.
  ///   - areMeant: for each row whether it counts; nil where all do.
  ///   - ask: what it is in a stretch in which something else stands, or no row counts.
  public func extremes(
    isLeast: Bool, ends: [Int], areMeant: Truths?, _ ask: (Int) throws(Fault) -> Value
  ) throws(Fault) -> Column? {
    guard let (codes, values) = dated else { return nil }
    let bounds = values.map { DayBounds($0) }
    var all = values
    var places: [Reasons: UInt32] = [:]
    // Stretches in which no row counts are alike, but for those without rows.
    var ofNone: (rows: UInt32?, counting: UInt32?)
    func place(of reasons: Reasons) -> UInt32 {
      if let place = places[reasons] { return place }
      let place = UInt32(truncatingIfNeeded: all.count)
      all.append(.unknown(reasons))
      places[reasons] = place
      return place
    }
    /// Whether a date comes first for sure, wherever on the days that are open either lies.
    func isFirst(_ one: Int, _ other: Int) -> Bool {
      if one == other { return true }
      let (first, second) = isLeast ? (bounds[one], bounds[other]) : (bounds[other], bounds[one])
      if first.latestEnd <= second.earliestStart { return true }
      guard case .date(let date) = values[one], case .date(let second) = values[other] else { return false }
      return date.isSameAsWritten(second)
    }
    func comesBefore(_ one: Int, _ other: Int) -> Bool {
      let (first, second) = isLeast ? (bounds[one], bounds[other]) : (bounds[other], bounds[one])
      return (first.earliestStart, first.latestEnd) < (second.earliestStart, second.latestEnd)
    }
    var meant: [(code: Int, isCertain: Bool)] = []
    var start = 0
    var result: [UInt32] = []
    result.reserveCapacity(ends.count)
    for (stretch, end) in ends.enumerated() {
      meant.removeAll(keepingCapacity: true)
      var best: Int?
      var reasons: Reasons?
      var areOther = false
      for row in start..<end {
        let isMeant = areMeant?[row] ?? .yes
        if isMeant.isNo { continue }
        let code = Int(codes[row])
        meant.append((code, isMeant.isYes))
        if bounds[code].isDate {
          if isMeant.isYes, best.map({ comesBefore(code, $0) }) ?? true { best = code }
        } else if case .unknown(let more) = values[code] {
          reasons = reasons?.joined(more) ?? more
        } else {
          areOther = true
        }
      }
      let hasRows = start < end
      start = end
      if meant.isEmpty, let known = hasRows ? ofNone.counting : ofNone.rows {
        result.append(known)
      } else if areOther || meant.isEmpty {
        let place = UInt32(truncatingIfNeeded: all.count)
        all.append(try ask(stretch))
        result.append(place)
        if meant.isEmpty, hasRows { ofNone.counting = place } else if meant.isEmpty { ofNone.rows = place }
      } else if let reasons {
        result.append(place(of: reasons))
      } else if let best {
        let isSure = meant.allSatisfy { isFirst(best, $0.code) }
        result.append(isSure ? UInt32(truncatingIfNeeded: best) : place(of: Reasons(.imprecise)))
      } else {
        result.append(place(of: Reasons(.notRecorded)))
      }
    }
    return .coded(result, values: all)
  }
}

extension [Value] {
  fileprivate var areDatesOrUnknown: Bool {
    allSatisfy { value in
      switch value {
      case .date, .unknown: true
      case .integer, .real, .truth, .short, .none, .text, .list, .record, .map, .span, .quantity, .range, .entity,
        .disputed, .series, .table, .sealed, .function:
        false
      }
    }
  }
}
