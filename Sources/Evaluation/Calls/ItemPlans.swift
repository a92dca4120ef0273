import Values

/// `any(.events, …)` or `all(.events, …)`, asked of rows.
struct TestOfItems {
  /// The field of the row in which the items stand.
  let field: String
  /// True for `any`, false for `all`.
  let isAny: Bool
  let test: TestInRow
  /// The question as a whole, about a row.
  let whole: Node

  /// Nil for anything else.
  init?(_ node: Node) {
    guard let call = node as? CallBuiltin2, call.function.name == "any" || call.function.name == "all",
      let field = call.first.fieldOfRow, let list = call.second as? MakeList,
      let closure = list.items.only as? MakeClosure, let test = TestInRow(closure)
    else { return nil }
    self.field = field
    isAny = call.function.name == "any"
    self.test = test
    whole = call
  }
}

/// `.events | min .date`, with or without `where …` before, asked of rows.
struct ExtremeOfItems {
  /// The field of the row in which the items stand.
  let field: String
  /// True for `min`, false for `max`.
  let isLeast: Bool
  /// Which of them are meant; nil for all.
  let test: TestInRow?
  /// The field of an item of which the least or the greatest is wanted.
  let wanted: String
  /// The question as a whole, about a row.
  let whole: Node

  /// Nil for anything else.
  init?(_ node: Node) {
    guard let call = node as? CallBuiltin2, call.function.name == "min" || call.function.name == "max",
      let list = call.second as? MakeList, let closure = list.items.only as? MakeClosure, let wanted = closure.field
    else { return nil }
    self.wanted = wanted
    isLeast = call.function.name == "min"
    whole = call
    if let field = call.first.fieldOfRow {
      self.field = field
      test = nil
      return
    }
    guard let rows = call.first as? CallBuiltin2, rows.function.name == "where", let field = rows.first.fieldOfRow,
      let closure = rows.second as? MakeClosure, let test = TestInRow(closure)
    else { return nil }
    self.field = field
    self.test = test
  }
}

/// A test of the items of a row, which may ask something of the row itself too.
struct TestInRow {
  let function: MakeClosure
  /// Where in the window of the test the row stands; nil where it is not asked for.
  let slotOfRow: Int?

  /// - Parameter closure: made where the row is at hand, in the first slot.
  fileprivate init?(_ closure: MakeClosure) {
    let slots = closure.captures.filter { $0.source.slot == 0 }.map(\.slot)
    guard slots.count <= 1, closure.function.columnPlan != nil else { return nil }
    function = closure
    slotOfRow = slots.first
  }
}

extension Node {
  /// The field of the row in the first slot that is given to a step as its rows; nil for anything else.
  fileprivate var fieldOfRow: String? { (self as? RowsOfField)?.name(ofSlot: 0) }
}
