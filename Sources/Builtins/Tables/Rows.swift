import Evaluation
import Records
import Values

/// What a step works out for a row.
typealias RowValue = (Value) throws(Fault) -> Value
/// A test of a row.
typealias RowTest = (Value) throws(Fault) -> Truth

extension Call {
  /// The table at a position, or the table that a list makes.
  func table(_ position: Int) throws(Fault) -> Table {
    guard let table = try Table.of(self[position], watch) else { throw wrongKind(position, "a table or a list") }
    return table
  }

  /// What was given for each row, as a test that counts its steps and names the row at which it stops.
  func test(_ each: Each) -> RowTest {
    { row throws(Fault) in
      try tick()
      do throws(Fault) { return try each.test(row) } catch { throw error.inRow(row) }
    }
  }

  func value(_ each: Each) -> RowValue {
    { row throws(Fault) in
      try tick()
      do throws(Fault) { return try each.call(row) } catch { throw error.inRow(row) }
    }
  }

  /// The one test among the arguments that are left; nil where there is none.
  func oneEach(_ position: Int, _ function: String) throws(Fault) -> Each? {
    let given = try eaches(position)
    if given.count > 1 { throw .tooManyTests(function, argument: position) }
    return given.first
  }
}

extension Fault {
  /// Names the row at which a step stopped; the innermost row is enough.
  func inRow(_ row: Value) -> Fault {
    if isCancellation || diagnostic.notes.contains(where: { $0.hasPrefix("in the row ") }) { return self }
    return noting("in the row \(row.rowName)")
  }
}

extension Each {
  /// Why this cannot be decided for a row, as the facts that are missing in the light at hand.
  func doubt(_ row: Value, _ reasons: Reasons?, _ corpus: Corpus) -> Doubt {
    let light = corpus.light
    return Doubt { [self] in corpus.looking(in: light) { lacking(row, reasons: reasons) } }
  }
}

extension Doubt {
  /// A doubt added to one that a row already had.
  static func joined(_ first: Doubt?, _ second: Doubt?) -> Doubt? {
    guard let first else { return second }
    return second.map { first.joined($0) } ?? first
  }
}
