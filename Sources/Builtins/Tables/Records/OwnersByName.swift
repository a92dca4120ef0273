import Records
import Values

/// Finds records of a kind by their names.
struct OwnersByName {
  let kind: Kind
  let corpus: Corpus

  init(_ kind: Kind, _ corpus: Corpus) {
    self.kind = kind
    self.corpus = corpus
  }

  /// For each cell the number of the record that it names, or -1.
  func numbers(_ cells: Column, _ watch: Watch) throws(Fault) -> [Int32] {
    if case .coded(let codes, let values) = cells {
      let ofValues = try watch.map(values) { value throws(Fault) in number(value) }
      return codes.map { ofValues[Int($0)] }
    }
    return try watch.map(0..<cells.count) { row throws(Fault) in number(cells[row]) }
  }

  private func number(_ value: Value) -> Int32 {
    if case .entity(let entity) = value, entity.kind.isA(kind) { return Int32(truncatingIfNeeded: entity.index) }
    let text: String
    switch value {
    case .integer: text = value.printed
    default:
      guard let string = value.string else { return -1 }
      text = string
    }
    return corpus.numberOfRecord(named: text, of: kind) ?? -1
  }
}
