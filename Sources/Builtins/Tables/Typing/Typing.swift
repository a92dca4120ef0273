import Diagnostics
import Evaluation
import Records
import Values

/// Reads the texts of columns as what they say: each different text once.
struct Typing {
  let habits: CellKind.Habits
  /// Why what does not fit is unknown; nil where nothing may fail to fit.
  let otherwise: Reasons?
  let corpus: Corpus
  let watch: Watch

  /// A column of which some cells do not fit.
  struct Unfit {
    let column: String
    let kind: CellKind
    /// How it was said that cells are written.
    let habits: CellKind.Habits
    var count = 0
    /// The first of them: row, text, and why.
    var first: [(row: Int, text: String, why: String)] = []
    /// The first of the different texts that do not fit.
    private(set) var different: [String] = []
    /// True where nobody is to see what stands in the cells.
    var isSealed = false

    private static let mostDifferent = 20

    init(column: String, kind: CellKind, _ habits: CellKind.Habits) {
      self.column = column
      self.kind = kind
      self.habits = habits
    }

    mutating func add(_ row: Int, _ text: String, _ why: String) {
      count += 1
      if first.count < 5 { first.append((row, text, why)) }
      if different.count < Unfit.mostDifferent, !different.contains(text) { different.append(text) }
    }
  }

  /// The table with some of its columns read.
  ///
  /// - Throws: a fault that lists the first rows of each column in which something does not fit.
  func typed(_ table: Table, _ kinds: [(column: String, kind: CellKind)]) throws(Fault) -> Table {
    var result = table
    var unfit: [Unfit] = []
    var told: [String] = []
    for (name, kind) in kinds {
      let column = try table.column(name, watch)
      var taken = 0
      var missed = Unfit(column: name, kind: kind, habits)
      let read = try self.read(column, kind, &missed, &taken)
      if missed.count > 0 { unfit.append(missed) }
      result = try result.reading(name, as: read, watch)
      if taken > 0 { told.append("\(name): \(taken) taken for unknown") }
      if let note = try noteOfDoubt(column, kind, name) { told.append(note) }
    }
    // Whoever writes `?` for what nobody knows does so in every column.
    if !habits.unknown.isEmpty, case .records = table.content {
      for name in table.columnNames where !kinds.contains(where: { $0.column == name }) {
        guard let (column, taken) = try withoutWordsOfUnknown(table.column(name, watch)) else { continue }
        result = try result.reading(name, as: column, watch)
        told.append("\(name): \(taken) taken for unknown")
      }
    }
    if !unfit.isEmpty, otherwise == nil { throw .unfit(unfit, table, corpus) }
    for missed in unfit { told.append(missed.sentence) }
    if let unmet = habits.words?.unmet { told.append(unmet) }
    return result.saying(told, after: table)
  }

  func read(_ column: Column, _ kind: CellKind, _ unfit: inout Unfit, _ taken: inout Int) throws(Fault) -> Column {
    if case .text = kind, habits.unknown.isEmpty, habits.words == nil, try column.isOfTexts(watch) { return column }
    if case .coded(let codes, let values) = column {
      var reasons: [UInt32: String] = [:]
      var known: Set<UInt32> = []
      let counts = codes.counts(of: values.count)
      let read = try watch.map(values.indices) { code throws(Fault) in
        // What stands in no row that was chosen is not read.
        if counts[code] == 0 { return Value.unknown(.notRecorded) }
        return try cell(values[code], kind) {
          reasons[UInt32(code)] = $0
        } taken: {
          known.insert(UInt32(code))
        }
      }
      if !reasons.isEmpty || !known.isEmpty {
        for (row, code) in codes.enumerated() {
          try watch.tick()
          if let why = reasons[code] { unfit.add(row, values[Int(code)].string ?? values[Int(code)].printed, why) }
          if known.contains(code) { taken += 1 }
        }
      }
      return .coded(codes, values: read)
    }
    return .plain(
      try watch.map(0..<column.count) { row throws(Fault) in
        let value = column[row]
        return try cell(value, kind) {
          unfit.add(row, value.string ?? value.printed, $0)
        } taken: {
          taken += 1
        }
      })
  }

  /// A column with unknown for the texts that stand for it, and how many those are; nil where there are none.
  private func withoutWordsOfUnknown(_ column: Column) throws(Fault) -> (Column, taken: Int)? {
    if case .coded(let codes, let values) = column {
      let areWords = try watch.map(values) { value throws(Fault) in value.isWord(of: habits.unknown) }
      let taken = zip(codes.counts(of: values.count), areWords).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
      if taken == 0 { return nil }
      return (.coded(codes, values: zip(values, areWords).map { $1 ? .unknown(.notRecorded) : $0 }), taken)
    }
    var taken = 0
    let read = try watch.map(0..<column.count) { row throws(Fault) in
      let value = column[row]
      guard value.isWord(of: habits.unknown) else { return value }
      taken += 1
      return .unknown(.notRecorded)
    }
    return taken == 0 ? nil : (.plain(read), taken)
  }

  /// Says what a text was taken for that many write for what they do not know: `NA` is the code of Namibia, and `0000` a
  /// year.
  func noteOfDoubt(_ column: Column, _ kind: CellKind, _ name: String) throws(Fault) -> String? {
    let isDoubtful: (String) -> Bool
    switch kind {
    case .record: isDoubtful = { $0 == "NA" }
    case .date, .stretch: isDoubtful = { $0.hasPrefix("0000") }
    case .text, .integer, .number, .span, .truth, .list, .either: return nil
    }
    var texts: [String] = []
    var meaning: Value?
    var count = 0
    func take(_ cell: Value, _ rows: Int) {
      guard let text = cell.string?.trimmed, isDoubtful(text), !habits.unknown.contains(text),
        case .value(let value) = kind.read(text, habits), value.reasons == nil
      else { return }
      if !texts.contains(text) { texts.append(text) }
      meaning = value
      count += rows
    }
    if case .coded = column {
      for (cell, rows) in try column.occurring(watch) { take(cell, rows) }
    } else {
      for row in 0..<column.count {
        try watch.tick()
        take(column[row], 1)
      }
    }
    guard let meaning else { return nil }
    let words = texts.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let unknown = texts.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    let taken = if case .date = meaning { "of the year 0" } else { meaning.printed }
    return
      "\(name): \(words) \(texts.count == 1 ? "is" : "are") \(taken) in \(count) \(count == 1 ? "row" : "rows"); `unknown: [\(unknown)]` takes "
      + "\(texts.count == 1 ? "it" : "them") for unknown"
  }

  private func cell(
    _ value: Value, _ kind: CellKind, unfit: (String) -> Void, taken: () -> Void
  ) throws(Fault) -> Value {
    guard let text = value.string else {
      if value.reasons != nil || kind.holds(value) { return value }
      if case .list(let inner) = kind {
        // Of several the texts among them are read, and one is several.
        var several = [value]
        if case .list(let items) = value { several = items }
        var items: [Value] = []
        for item in several { items.append(try cell(item, inner, unfit: unfit, taken: taken)) }
        return .list(items)
      }
      // A year is a number in a workbook.
      if kind.isOfDates, case .integer(let year) = value, (1000...9999).contains(year),
        case .value(let date) = kind.read(String(year), habits)
      {
        return date
      }
      unfit("it is \(value.kindName)")
      return .unknown(otherwise ?? Reasons(.garbled))
    }
    if value.isWord(of: habits.unknown) {
      taken()
      return .unknown(.notRecorded)
    }
    switch kind.read(text, habits) {
    case .value(.unknown(let reasons)):
      taken()
      return .unknown(reasons)
    case .value(let value): return value
    case .unfit(let why):
      unfit(why)
      return .unknown(otherwise ?? Reasons(.garbled))
    }
  }
}

extension Typing.Unfit {
  /// The same without what stood in the cells.
  var sealed: Typing.Unfit {
    var sealed = self
    sealed.isSealed = true
    sealed.first = first.map { ($0.row, "sealed", "it is no \(kind.noun)") }
    return sealed
  }

  /// What the foot says where what does not fit is unknown.
  var sentence: String {
    let examples = first.prefix(3).map { "`\($0.text)`" }.joined(separator: ", ")
    return "\(column): \(count) \(count == 1 ? "is" : "are") no \(kind.noun) and unknown, as \(examples)"
  }
}

extension CellKind {
  fileprivate var isOfDates: Bool {
    switch self {
    case .date, .stretch: true
    case .text, .integer, .number, .truth, .record, .span, .either, .list: false
    }
  }

  /// Whether a value that is no text is of this kind already.
  func holds(_ value: Value) -> Bool {
    switch (self, value.settled) {
    case (.integer, .integer), (.integer, .quantity), (.number, .integer), (.number, .real), (.number, .quantity),
      (.date, .date),
      (.truth, .truth):
      true
    case (.record(let names), .entity(let entity)): entity.kind.isA(names.kind)
    case (.list(let inner), .list(let items)): items.allSatisfy { inner.holds($0) }
    case (.stretch, .date), (.span, .span), (.text, .short), (.text, .text): true
    case (.either(let kinds), let value): kinds.contains { $0.holds(value) }
    default: false
    }
  }
}

extension Table {
  /// Tells in the foot how the cells were read, beside what was told before.
  func saying(_ told: [String], after before: Table) -> Table {
    guard let columns else { return told.reduce(self) { $0.noting($1) } }
    return with(columns.saying((before.columns?.reading ?? []) + told))
  }

  /// How a row is called in a message: by its line, where it was read from a file.
  func place(ofRow row: Int) -> String {
    guard let origin = columns?.origin else { return "row \(row + 1)" }
    return "\(origin.file), \(origin.unit) \(origin.line(ofRow: row))"
  }
}

extension Value {
  /// Whether it is a text that stands for what nobody knows.
  func isWord(of wordsOfUnknown: Set<String>) -> Bool {
    !wordsOfUnknown.isEmpty && string.map { wordsOfUnknown.contains($0.trimmed) } ?? false
  }
}
