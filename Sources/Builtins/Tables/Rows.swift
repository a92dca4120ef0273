import Evaluation
import Records
import Values

/// What a step works out for a row, or for all rows of a table.
struct RowValue {
  private let each: Each?
  private let ofRow: (Value) throws(Fault) -> Value

  init(_ each: Each? = nil, _ ofRow: @escaping (Value) throws(Fault) -> Value) {
    self.each = each
    self.ofRow = ofRow
  }

  /// The row itself.
  static var row: RowValue { RowValue { row throws(Fault) in row } }

  func callAsFunction(_ row: Value) throws(Fault) -> Value { try ofRow(row) }

  /// The fields of a row that it mentions.
  var fieldsOfRow: [String] { each?.fieldsOfRow ?? [] }

  /// What it is for each row of a table.
  func column(of table: Table, _ watch: Watch) throws(Fault) -> Column {
    if let columns = table.columns {
      if let column = try each?.column(over: columns) {
        // What could never be asked of such a record is told as if each were asked.
        if columns.areOfRecords, table.count > 0 { _ = try ofRow(table.row(0)) }
        return column
      }
    }
    return .plain(try watch.map(table.indices) { row throws(Fault) in try ofRow(table.row(row)) })
  }

  /// How far two dates are apart in each row, where it says nothing else and all are known; nil for anything more.
  func measures(of table: Table) throws(Fault) -> Measures? {
    guard let columns = table.columns, table.count > 0, let measures = try each?.measures(over: columns),
      measures.areAllKnown
    else { return nil }
    if columns.areOfRecords { _ = try ofRow(table.row(0)) }
    return measures
  }
}

/// A test of a row, or of all rows of a table.
struct RowTest {
  private let each: Each?
  private let ofRow: (Value) throws(Fault) -> Truth

  init(_ each: Each? = nil, _ ofRow: @escaping (Value) throws(Fault) -> Truth) {
    self.each = each
    self.ofRow = ofRow
  }

  func callAsFunction(_ row: Value) throws(Fault) -> Truth { try ofRow(row) }

  /// How it comes out for each row of a table.
  func truths(of table: Table, _ watch: Watch) throws(Fault) -> Truths {
    if let columns = table.columns {
      if let truths = try each?.truths(over: columns) {
        if columns.areOfRecords, table.count > 0 { _ = try ofRow(table.row(0)) }
        return truths
      }
    }
    return Truths(try watch.map(table.indices) { row throws(Fault) in try ofRow(table.row(row)) })
  }
}

extension Call {
  /// The table at a position, or the table that a list makes, as steps must reckon with it.
  func table(_ position: Int) throws(Fault) -> Table { try shown(position).reckoned(watch) }

  /// The same with each row that may turn out to be several as so many rows.
  func unfolded(_ position: Int) throws(Fault) -> Table { try table(position).unfolded(watch).table }

  /// What a step makes of the table at a position that only says what is shown and how.
  func showing(_ position: Int, _ step: @escaping (Table) throws(Fault) -> Table) throws(Fault) -> Value {
    let corpus = self.corpus
    let light = corpus.light
    return try shown(position).showing(watch) { table throws(Fault) in
      try corpus.looking(in: light) { () throws(Fault) in try step(table) }
    }.value
  }

  /// The table at a position, or the table that a list makes, as it is shown.
  func shown(_ position: Int) throws(Fault) -> Table {
    guard let table = try Table.of(self[position], watch) else { throw wrongKind(position, "a table or a list") }
    return table
  }

  /// What was given for each row, as a test that counts its steps and names the row at which it stops.
  func test(_ each: Each) -> RowTest {
    RowTest(each) { row throws(Fault) in
      try tick()
      do throws(Fault) { return try each.test(row) } catch { throw error.inRow(row, of: each) }
    }
  }

  func value(_ each: Each) -> RowValue {
    RowValue(each) { row throws(Fault) in
      try tick()
      do throws(Fault) { return try each.call(row) } catch { throw error.inRow(row, of: each) }
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
  /// The same, where what was asked of the row may be a function that bears the name of a field: `sort by date`.
  func inRow(_ row: Value, of each: Each) -> Fault {
    if each.field == nil, case .entity(let entity) = row, entity.kind.field(each.label) != nil {
      return helping("the field of the row is `.\(each.label)`, with a dot").inRow(row)
    }
    return inRow(row)
  }

  /// Names the row at which a step stopped; the innermost row is enough.
  func inRow(_ row: Value) -> Fault {
    if isCancellation || diagnostic.notes.contains(where: { $0.hasPrefix("in the row ") }) { return self }
    return noting("in the row \(row.rowName)")
  }
}

extension Each {
  /// How to find why this cannot be decided for a row: the facts that are missing in the light at hand.
  func lackingOfRows(_ table: Table, _ reasons: Reasons?, _ corpus: Corpus) -> (Int) -> [String] {
    let light = corpus.light
    return { [self] row in corpus.looking(in: light) { lacking(table.row(row), reasons: reasons) } }
  }
}

extension Table {
  /// Refuses a test that mentions a field which no row of the table could have, also where there are no rows yet: a
  /// misspelt field must not give an empty answer.
  func checkFields(of each: Each) throws(Fault) {
    guard count == 0, case .entities(let kind, let added, _) = content else { return }
    let all = kind.fields.map(\.name)
    for name in each.fieldsOfRow
    where !all.contains(name) && !added.contains(name) && !Table.commonFields.contains(name) && !name.isOuterKind {
      throw .noSuchField(name, ofEach: kind, among: all)
    }
  }

  /// Refuses a text that no row has where one has it in other capitals, or with other blanks: nothing was found for it.
  func checkTexts(of each: Each, _ watch: Watch) throws(Fault) {
    for (field, text) in each.textsOfRow where hasColumn(field) {
      var near: String?
      var isThere = false
      for (value, _) in try column(field, watch).occurring(watch) {
        guard let other = value.settled.string else { continue }
        isThere = isThere || other == text
        if other.plainName == text.plainName { near = near ?? other }
      }
      if let near, !isThere { throw .noSuchText(text, field, near) }
    }
  }

  /// What can be asked of any record.
  private static let commonFields: Set<String> = ["name", "label", "kind", "parent"]
}

extension String {
  /// The record in which a row stands is asked for by its kind: `.case` of an event.
  fileprivate var isOuterKind: Bool { self == "case" }
}

extension Fault {
  fileprivate static func noSuchText(_ text: String, _ field: String, _ near: String) -> Fault {
    Fault(
      "R761", "no `\(field)` is \"\(text)\", and some are \"\(near)\"", argument: 1,
      help: "texts are told apart by their capitals and blanks: `.\(field.asName) == \"\(near)\"`")
  }

  fileprivate static func noSuchField(_ name: String, ofEach kind: Kind, among fields: [String]) -> Fault {
    let near = Spelling.nearest(to: name, among: fields)
    return Fault(
      "R311", "a \(kind.name) has no field `\(name)`",
      help: near.map { "did you mean `\($0)`?" } ?? "its fields are \(fields.prefix(30).joined(separator: ", "))")
  }
}
