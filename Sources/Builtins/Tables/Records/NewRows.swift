import Records
import Values

/// The rows of which records are about to be made, by their names: a cell can name another row of the same file.
struct NewRows {
  let kind: Kind
  let index: RowIndex

  /// The row that a text names, where a record of a kind must stand; until the records are there it stands for its own.
  func row(named text: String, as kind: Kind) -> Value? {
    self.kind.isA(kind) ? index.row(of: text).map { .row($0) } : nil
  }
}

/// The names in the cells for `id`, and what is wrong with them.
struct NamesOfRows {
  let index: RowIndex
  let texts: Column
  private(set) var nameless: [Int] = []
  /// The first rows whose name stood in an earlier one, and how many there are.
  private(set) var twice: [(row: Int, earlier: Int)] = []
  private(set) var twiceCount = 0

  init(_ ids: Column, _ watch: Watch) throws(Fault) {
    let texts = try ids.asTexts(watch)
    var (nameless, twice, twiceCount): ([Int], [(row: Int, earlier: Int)], Int) = ([], [], 0)
    index = try RowIndex(texts, watch) { row, earlier in
      twiceCount += 1
      if twice.count < 5 { twice.append((row, earlier)) }
    } nameless: { row in
      nameless.append(row)
    }
    self.texts = texts
    (self.nameless, self.twice, self.twiceCount) = (nameless, twice, twiceCount)
  }

  /// Refuses rows without a name, and names that stand twice.
  func check(_ table: Table) throws(Fault) {
    if !nameless.isEmpty { throw .rowsWithoutName(nameless, table) }
    if !twice.isEmpty {
      throw .namesTwice(twice.map { ($0.row, $0.earlier, texts[$0.row].printed) }, twiceCount, table)
    }
  }
}

extension Column {
  /// The column with numbers as they are written: a name is a text.
  fileprivate func asTexts(_ watch: Watch) throws(Fault) -> Column {
    func text(_ value: Value) -> Value {
      switch value {
      case .integer, .real: .text(value.printed)
      default: value.string == nil ? .unknown(.notRecorded) : value
      }
    }
    switch self {
    case .texts: return self
    case .coded(let codes, let values): return .coded(codes, values: values.map(text))
    case .plain, .records, .lists:
      return .plain(try watch.map(0..<count) { row throws(Fault) in text(self[row]) })
    }
  }
}
