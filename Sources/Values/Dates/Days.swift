/// A set of days: stretches in their order, none touching the next.
///
/// The first and the last number of the type stand for no bound at all. Days beyond about five million years are
/// all kept as the last two numbers before it, which are never told apart.
public struct Days: Hashable, Sendable {
  /// A stretch of days, both ends among them.
  public struct Piece: Hashable, Sendable {
    public var first: Int32
    public var last: Int32

    init(_ first: Int32, _ last: Int32) {
      self.first = first
      self.last = last
    }

    init(_ first: Int, _ last: Int) {
      self.init(Days.number(first), Days.number(last))
      if self.first == Days.far { self.last = Days.far + 1 }
      if self.last == -Days.far { self.first = -Days.far - 1 }
    }
  }

  public let first: Int32
  public let last: Int32
  /// Empty where the days have no gap.
  private let gapped: [Piece]

  static let unboundedPast = Int32.min
  static let unboundedFuture = Int32.max
  /// Days from here on are too far to be told apart.
  static let far = Int32.max - 2
  /// Beyond this many pieces, only the first and the last day are kept: every answer stays right, some stay undecided.
  static let pieceLimit = 12_000

  static func number(_ day: Int) -> Int32 { Int32(max(-Int(far), min(Int(far), day))) }

  public init(_ first: Int32, _ last: Int32) {
    self.first = first
    self.last = last
    self.gapped = []
  }

  /// From the first day that one date could be to the last that another could be; nil where that comes before it.
  init?(from first: Days, to last: Days) {
    guard first.first <= last.last else { return nil }
    self.init(first.first, last.last)
  }

  public init(_ day: Int32) { self.init(day, day) }

  init(_ piece: Piece) { self.init(piece.first, piece.last) }

  /// All days of some pieces, in any order; nil when there are none.
  init?(_ pieces: [Piece]) {
    guard let merged = Days.merge(pieces), let first = merged.first, let last = merged.last else { return nil }
    self.first = first.first
    self.last = last.last
    self.gapped = merged.count == 1 || merged.count > Days.pieceLimit ? [] : merged
  }

  private static func merge(_ pieces: [Piece]) -> [Piece]? {
    if pieces.count < 2 { return pieces.isEmpty ? nil : pieces }
    var sorted = pieces
    var isSorted = true
    for index in 1..<sorted.count where sorted[index].first < sorted[index - 1].first { isSorted = false }
    if !isSorted { sorted.sort { $0.first < $1.first } }
    var merged: [Piece] = []
    merged.reserveCapacity(sorted.count)
    for piece in sorted {
      if let before = merged.last, Int(piece.first) <= Int(before.last) + 1 {
        merged[merged.count - 1].last = max(before.last, piece.last)
      } else {
        merged.append(piece)
      }
    }
    return merged
  }

  public var pieces: [Piece] { gapped.isEmpty ? [Piece(first, last)] : gapped }

  /// The one day that it can only be; nil when there are several.
  public var only: Int32? { first == last ? first : nil }

  var isBounded: Bool { first != Days.unboundedPast && last != Days.unboundedFuture }

  public func intersects(_ other: Days) -> Bool {
    if first > other.last || other.first > last { return false }
    if gapped.isEmpty && other.gapped.isEmpty { return true }
    let mine = pieces
    let others = other.pieces
    var i = 0
    var j = 0
    while i < mine.count && j < others.count {
      if mine[i].last < others[j].first {
        i += 1
      } else if others[j].last < mine[i].first {
        j += 1
      } else {
        return true
      }
    }
    return false
  }

  public func isContained(in other: Days) -> Bool {
    if first < other.first || last > other.last { return false }
    if other.gapped.isEmpty { return true }
    var index = 0
    for piece in pieces {
      while index < other.gapped.count && other.gapped[index].last < piece.first { index += 1 }
      if index == other.gapped.count { return false }
      if piece.first < other.gapped[index].first || piece.last > other.gapped[index].last { return false }
    }
    return true
  }

  public func intersection(_ other: Days) -> Days? {
    if gapped.isEmpty { return other.clipped(first, last) }
    return Days(gapped.flatMap { other.clipped($0.first, $0.last)?.pieces ?? [] })
  }

  /// All other days, from no bound to no bound.
  var gaps: [Piece] {
    var gaps: [Piece] = []
    var start = Days.unboundedPast
    for piece in pieces {
      if piece.first > start { gaps.append(Piece(start, piece.first - 1)) }
      if piece.last == Days.unboundedFuture { return gaps }
      start = piece.last + 1
    }
    gaps.append(Piece(start, Days.unboundedFuture))
    return gaps
  }

  public func joined(_ other: Days) -> Days { Days(pieces + other.pieces) ?? self }

  /// The days from one day to another; nil when none is among them.
  func clipped(_ from: Int32, _ to: Int32) -> Days? {
    if from <= first && to >= last { return self }
    return Days(
      pieces.compactMap { piece in
        let low = max(piece.first, from)
        let high = min(piece.last, to)
        return low <= high ? Piece(low, high) : nil
      })
  }
}
