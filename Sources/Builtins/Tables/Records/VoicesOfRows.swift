import Records
import Values

/// Those who say what stands in the rows of a file, put together from what is named behind `per`.
struct VoicesOfRows {
  private var numbers: [Int32]
  private var voices: [[Entity]] = []
  private var places: [[Int]: Int32] = [:]

  init(count: Int) { numbers = [Int32](repeating: -1, count: count) }

  /// Nobody but the file speaks in a row that names nobody.
  var sayer: RowRecords.Sayer { voices.isEmpty ? .file : .each(numbers, voices: voices) }

  /// The same of some of the rows.
  func picking(_ rows: [Int]) -> VoicesOfRows {
    var picked = self
    picked.numbers = rows.map { numbers[$0] }
    return picked
  }

  /// Sources that speak in every row.
  mutating func add(_ sources: [Entity], _ watch: Watch) throws(Fault) {
    try watch.tick(numbers.count)
    var known: [Int32: Int32] = [:]
    for row in numbers.indices { numbers[row] = joined(numbers[row], sources, &known) }
  }

  /// The sources that the cells of a column name.
  mutating func add(_ cells: Column, _ watch: Watch) throws(Fault) {
    try watch.tick(numbers.count)
    if case .coded(let codes, let values) = cells {
      let named = values.map(\.namedEntities)
      var known: [[Int32: Int32]] = Array(repeating: [:], count: named.count)
      for (row, code) in codes.enumerated() where !named[Int(code)].isEmpty {
        numbers[row] = joined(numbers[row], named[Int(code)], &known[Int(code)])
      }
    } else {
      for row in numbers.indices {
        let sources = cells[row].namedEntities
        var known: [Int32: Int32] = [:]
        if !sources.isEmpty { numbers[row] = joined(numbers[row], sources, &known) }
      }
    }
  }

  /// The place of some voices together with further ones, each once.
  ///
  /// - Parameter known: the places of these with others, as they were found before.
  private mutating func joined(_ number: Int32, _ sources: [Entity], _ known: inout [Int32: Int32]) -> Int32 {
    if let place = known[number] { return place }
    var all = number < 0 ? [] : voices[Int(number)]
    for source in sources where !all.contains(where: { $0 === source }) { all.append(source) }
    let key = all.map(\.index)
    let place = places[key] ?? Int32(voices.count)
    if places[key] == nil {
      places[key] = place
      voices.append(all)
    }
    known[number] = place
    return place
  }
}
