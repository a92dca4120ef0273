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

  /// How many rows have one of some outcomes.
  public func count(_ isWanted: (Truth) -> Bool) -> Int {
    let wanted = outcomes.indices.filter { isWanted(outcomes[$0]) }
    if wanted.count <= 4 { return wanted.reduce(0) { $0 + count(of: UInt16($1)) } }
    let counts = codes.counts(of: outcomes.count)
    return wanted.reduce(0) { $0 + counts[$1] }
  }

  private func count(of code: UInt16) -> Int {
    codes.withUnsafeBufferPointer { codes in
      // Small sums for stretches of rows: many of them are added in one step of the machine.
      stride(from: 0, to: codes.count, by: 1 << 14).reduce(0) { sum, start in
        let stretch = codes[start..<min(start + (1 << 14), codes.count)]
        return sum + Int(stretch.reduce(UInt16(0)) { $0 &+ ($1 == code ? 1 : 0) })
      }
    }
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

  /// The rows with some of the outcomes.
  public func rows(_ isWanted: (Truth) -> Bool) -> [Int] {
    codes.rows(where: outcomes.map(isWanted))
  }

  /// For some rows whether they have one of some outcomes.
  public func marks(_ rows: [Int], _ isMarked: (Truth) -> Bool) -> [Bool] {
    let marks = outcomes.map(isMarked)
    return rows.map { marks[Int(codes[$0])] }
  }

  /// The outcomes that rows have, in the order of the first row of each, with the numbers of certain and of possible
  /// rows.
  public func occurring(_ doubts: Doubts) -> [(truth: Truth, certain: Int, possible: Int)] {
    let all = codes.counts(of: outcomes.count)
    var possible = [Int](repeating: 0, count: outcomes.count)
    if !doubts.isEmpty {
      for (row, code) in codes.enumerated() where !doubts.isCertain(row) { possible[Int(code)] += 1 }
    }
    return codes.occurring(of: outcomes.count).map { code, _ in
      (outcomes[code], all[code] - possible[code], possible[code])
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
