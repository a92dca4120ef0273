import Values

@testable import Builtins

/// Rows with two keys each, which may be known exactly, by their ends, or not at all; some rows may not belong.
struct DoubtfulRows {
  enum Key: Hashable {
    case number(Int)
    /// One of two numbers that follow each other. Where it is written twice the same, it is the same number.
    case either(Int)
    case unknown

    var value: Value {
      switch self {
      case .number(let number): .integer(number)
      case .either(let low):
        .quantity(Quantity(point: nil, low: .integer(low), high: .integer(low + 1), unit: nil))
      case .unknown: notRecorded
      }
    }
  }

  struct Row {
    let id: Int
    var keys: [Key]
    var isCertain: Bool
  }

  /// A row as it turned out to be; a key that nobody knows stays unknown.
  struct KnownRow: Hashable {
    let id: Int
    let keys: [Int?]
  }

  var rows: [Row] = []

  init(_ random: inout Generator, rows count: Int, doubts most: Int) {
    var left = most
    for id in 0..<count {
      var row = Row(id: id, keys: [], isCertain: true)
      for _ in 0..<2 {
        if random.chance(15) {
          row.keys.append(.unknown)
        } else if left > 0, random.chance(25) {
          left -= 1
          row.keys.append(.either(random.below(2)))
        } else {
          row.keys.append(.number(random.below(3)))
        }
      }
      if left > 0, random.chance(25) {
        left -= 1
        row.isCertain = false
      }
      rows.append(row)
    }
  }

  func table() throws -> Table {
    let table = try Table(
      items: rows.map { row in record(["id", "a", "b"], [.integer(row.id)] + row.keys.map(\.value)) }, Watch())
    return table.doubting(Doubts(rows.map { !$0.isCertain }) { _ in Doubt { ["a fact"] } })
  }

  /// Every table that these rows could turn out to be, each number chosen by itself.
  var completions: [[KnownRow]] { completions { _ in [nil] } }

  /// The same with what nobody knows turning out, too: to be what others are, or something else, for all the same or for
  /// each another.
  var fullCompletions: [[KnownRow]] { completions { id in [0, 1, 2, 3, 10 + id] } }

  private func completions(ofUnknown unknown: (Int) -> [Int?]) -> [[KnownRow]] {
    var all: [[KnownRow]] = [[]]
    for row in rows {
      var options: [[Int?]] = [[]]
      for key in row.keys {
        let turns: [Int?] =
          switch key {
          case .number(let number): [number]
          case .either(let low): [low, low + 1]
          case .unknown: unknown(row.id)
          }
        options = options.flatMap { option in turns.map { option + [$0] } }
      }
      let known = options.map { KnownRow(id: row.id, keys: $0) }
      all = all.flatMap { before in
        known.map { before + [$0] } + (row.isCertain ? [] : [before])
      }
    }
    return all
  }
}

/// The columns `a` and `b` as the steps are given them.
func key(_ name: String) -> NewColumn {
  NewColumn(name: name, value: RowValue { row throws(Fault) in row.part(name) }, field: name)
}

/// The ends of a number; nil for one that is not known.
func ends(_ value: Value) -> (low: Double, high: Double)? {
  Quantity.of(value).map { ($0.low.double, $0.high?.double ?? .infinity) }
}
