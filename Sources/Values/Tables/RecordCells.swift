/// Records of the corpus in a column, each by its number among some.
public struct RecordCells {
  /// For each row which record it has.
  public let numbers: [UInt32]
  /// From how many records they are.
  let all: Int
  /// Makes a record by its number; it is the same each time.
  private let record: (Int) -> Entity

  init(_ numbers: [UInt32], from all: Int, _ record: @escaping (Int) -> Entity) {
    self.numbers = numbers
    self.all = all
    self.record = record
  }

  public subscript(row: Int) -> Value { .entity(record(Int(numbers[row]))) }

  func picking(_ rows: [Int]) -> RecordCells { RecordCells(numbers.picking(rows), from: all, record) }

  /// Each different record once, in the order of the first row that has it, and for each row which of them it has.
  public var different: (codes: [UInt32], records: RecordCells) {
    let found = numbers.occurring(of: all)
    var places = [UInt32](repeating: 0, count: all)
    for (place, one) in found.enumerated() { places[one.code] = UInt32(truncatingIfNeeded: place) }
    return (numbers.mapped(places), picking(found.map(\.row)))
  }

  /// The same with every different record made.
  public var made: Column {
    let (codes, records) = different
    return .coded(codes, values: records.numbers.indices.map { records[$0] })
  }
}
