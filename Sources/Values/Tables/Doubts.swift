/// Which rows of a table are only possible, and why. Nothing is kept for a row but whether it is.
public struct Doubts {
  /// Nil where all rows are certain.
  private let marks: Marks?
  /// How many rows are only possible.
  public let count: Int
  /// Why a row is only possible; to be asked of one that is.
  private let reason: (Int) -> Doubt
  /// Of possible rows that stand for several, which may turn out to be as many rows, how many more than one.
  private let further: [Int: Int]

  /// For each row whether it is only possible, worked out when it is first asked for.
  private final class Marks {
    private let find: () -> [Bool]
    private(set) lazy var all: [Bool] = find()

    init(_ find: @escaping () -> [Bool]) { self.find = find }
  }

  /// - Parameters:
  ///   - count: how many rows are only possible.
  ///   - marks: works out for each row whether it is.
  ///   - reason: why, of a row that is.
  ///   - further: of rows that may turn out to be several, how many more than one.
  public init(
    count: Int, _ marks: @escaping () -> [Bool], _ reason: @escaping (Int) -> Doubt, further: [Int: Int] = [:]
  ) {
    self.count = count
    self.further = further
    self.marks = count == 0 ? nil : Marks(marks)
    self.reason = reason
  }

  /// - Parameters:
  ///   - marks: for each row whether it is only possible.
  ///   - reason: why, of a row that is.
  public init(_ marks: [Bool], _ reason: @escaping (Int) -> Doubt) {
    self.init(count: marks.count { $0 }, { marks }, reason)
  }

  /// - Parameters:
  ///   - each: for each row why it is only possible, nil for a certain row.
  ///   - further: of rows that may turn out to be several, how many more than one.
  public init(_ each: [Doubt?], further: [Int: Int] = [:]) {
    self.init(
      count: each.count { $0 != nil }, { each.map { $0 != nil } },
      { row in
        guard let doubt = each[row] else { preconditionFailure("row \(row) is certain") }
        return doubt
      }, further: further)
  }

  /// No row is in doubt.
  public static var none: Doubts { Doubts([]) }

  public var isEmpty: Bool { count == 0 }

  /// How many rows those that are only possible may turn out to be.
  public var most: Int { further.values.reduce(count, +) }

  /// As how many rows a possible row may turn out.
  public func most(_ row: Int) -> Int { 1 + (further[row] ?? 0) }

  /// The same of each row by itself.
  var ofSingleRows: Doubts { Doubts(count: count, { marks?.all ?? [] }, reason) }

  public func isCertain(_ row: Int) -> Bool { marks.map { !$0.all[row] } ?? true }

  /// Why a row is only possible; nil for a certain row.
  public subscript(row: Int) -> Doubt? { isCertain(row) ? nil : reason(row) }

  /// Why the first row that is only possible is so.
  public var first: Doubt? { marks?.all.firstIndex(of: true).map(reason) }

  /// Those of some rows, in their order.
  func picking(_ positions: Positions) -> Doubts {
    guard let marks = marks?.all else { return self }
    let rows = positions.rows
    let picked = rows.map { marks[$0] }
    var further: [Int: Int] = [:]
    if !self.further.isEmpty {
      for (place, row) in rows.enumerated() { further[place] = self.further[row] }
    }
    return Doubts(count: picked.count { $0 }, { picked }, { [reason] in reason(rows[$0]) }, further: further)
  }

  /// Rows that are certain where they are certain by both.
  public func joined(_ other: Doubts) -> Doubts {
    guard let marks = marks?.all else { return other }
    guard let others = other.marks?.all else { return self }
    let joined = zip(marks, others).map { $0 || $1 }
    return Doubts(
      count: joined.count { $0 }, { joined },
      { row in
        guard let doubt = Doubt.joined(self[row], other[row]) else { preconditionFailure("row \(row) is certain") }
        return doubt
      }, further: further.merging(other.further, uniquingKeysWith: max))
  }

  /// Those of so many rows, and then those of others.
  public func followed(by other: Doubts, counts: (own: Int, other: Int)) -> Doubts {
    if isEmpty, other.isEmpty { return self }
    let marks = (0..<counts.own).map { !isCertain($0) } + (0..<counts.other).map { !other.isCertain($0) }
    var further = self.further
    for (row, count) in other.further { further[counts.own + row] = count }
    return Doubts(
      count: count + other.count, { marks }, { row in row < counts.own ? reason(row) : other.reason(row - counts.own) },
      further: further)
  }
}

/// Why it cannot be decided whether a row belongs to a table: the facts that are missing, worked out when asked for.
public final class Doubt {
  private let find: () -> [String]
  public private(set) lazy var lacking: [String] = find()

  public init(_ find: @escaping () -> [String]) { self.find = find }

  /// Two doubts about one row.
  public func joined(_ other: Doubt) -> Doubt {
    if self === other { return self }
    return Doubt {
      self.lacking + other.lacking.filter { !self.lacking.contains($0) }
    }
  }

  /// A doubt added to one that a row already had; nil where there is none.
  public static func joined(_ first: Doubt?, _ second: Doubt?) -> Doubt? {
    guard let first else { return second }
    return second.map { first.joined($0) } ?? first
  }
}
