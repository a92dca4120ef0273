/// How a test comes out for each row. There are few different outcomes, and each is kept once.
public struct Truths {
  /// For each row which of the outcomes it has.
  public let codes: [UInt16]
  /// Each different outcome once.
  public let outcomes: [Truth]

  private init(_ codes: [UInt16], _ outcomes: [Truth]) {
    self.codes = codes
    self.outcomes = outcomes
  }

  /// Outcomes that are known by a number for each row.
  ///
  /// - Parameter codes: for each row the place of its outcome.
  public init(_ codes: [UInt32], _ each: [Truth]) {
    var outcomes = Outcomes()
    let places = each.map { outcomes.place(of: $0) }
    self.init(codes.mapped(places), outcomes.all)
  }

  /// - Parameter each: the outcome of each row.
  public init(_ each: [Truth]) {
    var outcomes = Outcomes()
    self.init(each.map { outcomes.place(of: $0) }, outcomes.all)
  }

  public var count: Int { codes.count }

  /// The same for rows of which each is like one of these.
  func spread(_ rows: [UInt32]) -> Truths { Truths(rows.mapped(codes), outcomes) }

  /// For each outcome how many rows have it.
  public var counts: [Int] {
    if outcomes.count > 6 { return codes.counts(of: outcomes.count) }
    var counts = outcomes.indices.dropLast().map { codes.count(of: UInt16($0)) }
    if !outcomes.isEmpty { counts.append(count - counts.reduce(0, +)) }
    return counts
  }

  public subscript(row: Int) -> Truth { outcomes[Int(codes[row])] }

  public static prefix func ! (truths: Truths) -> Truths { Truths(truths.codes, truths.outcomes.map { !$0 }) }

  /// What comes of two outcomes of each row; worked out once for each pair of different ones.
  public func joined(_ other: Truths, _ join: (Truth, Truth) -> Truth) -> Truths {
    var outcomes = Outcomes()
    let width = other.outcomes.count
    let places = self.outcomes.flatMap { one in other.outcomes.map { outcomes.place(of: join(one, $0)) } }
    let codes = [UInt16](unsafeUninitializedCapacity: count) { buffer, initialized in
      self.codes.withUnsafeBufferPointer { left in
        other.codes.withUnsafeBufferPointer { right in
          places.withUnsafeBufferPointer { places in
            for row in left.indices { buffer[row] = places[Int(left[row]) &* width &+ Int(right[row])] }
          }
        }
      }
      initialized = count
    }
    return Truths(codes, outcomes.all)
  }

  /// The same for some of the rows, with the others as they are.
  ///
  /// - Parameters:
  ///   - other: the second outcome of these.
  ///   - rows: which they are.
  public func joined(_ other: Truths, at rows: [Int], _ join: (Truth, Truth) -> Truth) -> Truths {
    var outcomes = Outcomes()
    let own = self.outcomes.map { outcomes.place(of: $0) }
    let width = other.outcomes.count
    let places = self.outcomes.flatMap { one in other.outcomes.map { outcomes.place(of: join(one, $0)) } }
    var codes = self.codes.mapped(own)
    for (place, row) in rows.enumerated() {
      codes[row] = places[Int(self.codes[row]) * width + Int(other.codes[place])]
    }
    return Truths(codes, outcomes.all)
  }

  /// The same where some rows are only possible: what one of them would decide alone is unknown.
  ///
  /// - Parameters:
  ///   - arePossible: for each row whether it is only possible.
  ///   - decides: whether an outcome of one row decides.
  public func doubting(_ arePossible: [Bool], where decides: (Truth) -> Bool) -> Truths {
    let deciding = outcomes.map(decides)
    if !deciding.contains(true) { return self }
    var outcomes = Outcomes()
    let own = self.outcomes.map { outcomes.place(of: $0) }
    let open = outcomes.place(of: Truth(unknown: .imprecise))
    // What comes of each outcome, first for a certain row and then for a possible one.
    let places = zip(own, deciding).flatMap { [$0, $1 ? open : $0] }
    let codes = [UInt16](unsafeUninitializedCapacity: count) { buffer, initialized in
      self.codes.withUnsafeBufferPointer { codes in
        arePossible.withUnsafeBufferPointer { arePossible in
          places.withUnsafeBufferPointer { places in
            for row in codes.indices { buffer[row] = places[Int(codes[row]) &* 2 &+ (arePossible[row] ? 1 : 0)] }
          }
        }
      }
      initialized = count
    }
    return Truths(codes, outcomes.all)
  }

  /// Outcomes of several rows put together, stretch by stretch.
  ///
  /// - Parameters:
  ///   - ends: for each stretch where it ends.
  ///   - none: what comes of a stretch without rows.
  ///   - join: puts together what came before and one more, in the order of the rows.
  public func gathered(ends: [Int], ofNone none: Truth, _ join: (Truth, Truth) -> Truth) -> Truths {
    var found = Outcomes()
    let none = found.place(of: none)
    let first = outcomes.map { found.place(of: $0) }
    let width = outcomes.count
    // What comes of what was found so far and one more is worked out once; -1 is not known yet.
    var next: [Int32] = []
    func following(_ here: Int, _ code: Int) -> Int {
      let step = here * width + code
      if step >= next.count { next += Array(repeating: -1, count: (here + 1) * width - next.count) }
      if next[step] < 0 { next[step] = Int32(found.place(of: join(found.all[here], outcomes[code]))) }
      return Int(next[step])
    }
    let codes = [UInt16](unsafeUninitializedCapacity: ends.count) { result, count in
      self.codes.withUnsafeBufferPointer { codes in
        ends.withUnsafeBufferPointer { ends in
          var row = 0
          for stretch in ends.indices {
            let end = ends[stretch]
            if row == end {
              result[stretch] = none
              continue
            }
            var here = Int(first[Int(codes[row])])
            row &+= 1
            while row < end {
              here = following(here, Int(codes[row]))
              row &+= 1
            }
            result[stretch] = UInt16(truncatingIfNeeded: here)
          }
        }
      }
      count = ends.count
    }
    return Truths(codes, found.all)
  }

  /// The rows with some of the outcomes; nil where these are most of them.
  public func rowsIfFew(_ isWanted: (Truth) -> Bool) -> [Int]? {
    let wanted = zip(outcomes, counts).reduce(0) { isWanted($1.0) ? $0 + $1.1 : $0 }
    return wanted * 4 > count * 3 ? nil : rows(count: wanted, isWanted)
  }

  /// The rows with some of the outcomes.
  ///
  /// - Parameter count: how many these are.
  public func rows(count: Int, _ isWanted: (Truth) -> Bool) -> [Int] {
    codes.rows(where: outcomes.map(isWanted), count: count)
  }

  /// For some rows whether they have one of some outcomes.
  public func marks(_ rows: [Int], _ isMarked: (Truth) -> Bool) -> [Bool] {
    let marks = outcomes.map(isMarked)
    return rows.map { marks[Int(codes[$0])] }
  }

  /// The outcomes that rows have, in the order of the first row of each, with the numbers of certain rows and of those
  /// that possible ones may turn out to be.
  public func occurring(_ doubts: Doubts) -> [(truth: Truth, certain: Int, possible: Int)] {
    let all = counts
    var uncertain = [Int](repeating: 0, count: outcomes.count)
    var possible = uncertain
    if !doubts.isEmpty {
      for (row, code) in codes.enumerated() where !doubts.isCertain(row) {
        uncertain[Int(code)] += 1
        possible[Int(code)] += doubts.most(row)
      }
    }
    return codes.occurring(of: outcomes.count).map { code, _ in
      (outcomes[code], all[code] - uncertain[code], possible[code])
    }
  }

  /// Different outcomes, each with its place among them.
  private struct Outcomes {
    private(set) var all: [Truth] = []
    private var places: [Truth: UInt16] = [:]

    /// So many are told apart by the order of their reasons; behind them all sets of reasons have room.
    private static let mostOrders = 60_000

    mutating func place(of truth: Truth) -> UInt16 {
      // Few are soonest found by going through them.
      if let place = all.prefix(8).firstIndex(of: truth) { return UInt16(place) }
      if let place = places[truth] { return place }
      let new = all.count < Outcomes.mostOrders ? truth : truth.inOneOrder
      if new != truth, let place = places[new] { return place }
      let place = UInt16(all.count)
      all.append(new)
      places[new] = place
      return place
    }
  }
}

extension Truth {
  /// The same with its reasons in the order in which `Reason` lists them.
  fileprivate var inOneOrder: Truth {
    guard let reasons else { return self }
    let all = Reason.allCases.filter { reasons.contains($0) }
    return all.dropFirst().reduce(all.first.map { Truth(unknown: $0) } ?? self) { $0.or(Truth(unknown: $1)) }
  }
}
