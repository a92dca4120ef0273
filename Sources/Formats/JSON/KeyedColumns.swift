import Diagnostics
import Values

/// The columns of a table whose rows are objects: one for each key, in the order in which the keys came.
struct KeyedColumns {
  private(set) var rows = 0
  private var columns: [Column] = []
  /// Columns by key as it stands in the text, and by the name that it stands for.
  private var byKey: [[UInt8]: Int] = [:]
  private var byName: [String: Int] = [:]
  private var scratch: [UInt8] = []
  /// The line in which each row begins, and up to where lines were counted.
  private var lines: [UInt32] = []
  private var counted: (position: Int, line: UInt32) = (0, 1)

  private struct Column {
    let name: String
    let key: [UInt8]
    let builder = ColumnBuilder()
    /// What the objects in its cells look like.
    let room = JSONRoom()
    /// In how many rows the key stands.
    var seen = 0
    var nulls = 0
    /// What values inside of the cells left out.
    var inside = JSONReader.Met()
    var longNumbers = 0
  }

  /// More keys belong to no table, but to objects whose keys are data.
  static let mostColumns = 16_384

  /// Reads the object that stands here as the next row.
  mutating func addRow(_ reader: inout JSONReader) throws(Fault) {
    let row = rows
    rows += 1
    for byte in reader.text[counted.position..<reader.position] where byte == UInt8(ascii: "\n") { counted.line += 1 }
    counted.position = reader.position
    try reader.watch.add(counted.line, to: &lines)
    let open = try reader.opening(1)
    var expected = 0
    var isFirst = true
    while let key = try reader.key(open, isFirst: isFirst) {
      isFirst = false
      let column = try column(key, reader, expected)
      expected = column + 1
      if columns[column].builder.count > row {
        throw .keyTwice(reader.place(key.range.lowerBound - 1), columns[column].name)
      }
      try columns[column].builder.addNothing(upTo: row, reader.watch)
      columns[column].seen += 1
      try addCell(&reader, to: column)
      if try !reader.goesOn(UInt8(ascii: "}"), open, "an object") { break }
    }
    try reader.watch.tick()
  }

  /// The column of a key; most often it is the one behind that of the key before.
  private mutating func column(_ key: JSONReader.Key, _ reader: JSONReader, _ expected: Int) throws(Fault) -> Int {
    let bytes = reader.text[key.range]
    if expected < columns.count, columns[expected].key.elementsEqual(bytes) { return expected }
    let written = Array(bytes)
    if let column = byKey[written] { return column }
    let name = try reader.string(key)
    let column = byName[name] ?? columns.count
    byKey[written] = column
    byName[name] = column
    if column == columns.count {
      if column >= KeyedColumns.mostColumns {
        throw .tooManyKeys(reader.place(key.range.lowerBound - 1), KeyedColumns.mostColumns)
      }
      columns.append(Column(name: name, key: written))
    }
    return column
  }

  private mutating func addCell(_ reader: inout JSONReader, to column: Int) throws(Fault) {
    guard let byte = reader.peek() else { throw reader.ends("where a value must stand") }
    let watch = reader.watch
    if byte == UInt8(ascii: "\"") {
      let string = try reader.string()
      if !string.hasEscapes {
        return try reader.text.withBytes(string.range) { text throws(Fault) in
          try columns[column].builder.add(text, watch)
        }
      }
      scratch.removeAll(keepingCapacity: true)
      try reader.unescape(string, to: &scratch)
      return try scratch.withBytes(scratch.indices) { text throws(Fault) in
        try columns[column].builder.add(text, watch)
      }
    }
    let before = reader.met
    let isWhole = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    let value = isWhole ? try reader.value(in: columns[column].room, depth: 1) : try reader.plain()
    if reader.met != before {
      if isWhole {
        columns[column].inside.nulls += reader.met.nulls - before.nulls
        columns[column].inside.longNumbers += reader.met.longNumbers - before.longNumbers
      } else {
        columns[column].nulls += reader.met.nulls - before.nulls
        columns[column].longNumbers += reader.met.longNumbers - before.longNumbers
      }
    }
    if let bytes = value.textBytes {
      return try bytes.withBytes(bytes.indices) { text throws(Fault) in try columns[column].builder.add(text, watch) }
    }
    try columns[column].builder.add(value, watch)
  }

  /// The whole as a table; the foot tells what was `null`, what was not there, and what could not be held.
  mutating func table(_ name: String, _ notes: [String], _ watch: Watch) throws(Fault) -> Table {
    var notes = notes
    let nulls = counts { $0.nulls }
    if !nulls.isEmpty { notes.append("`null`: \(nulls)") }
    let missing = counts { rows - $0.seen }
    if !missing.isEmpty { notes.append("no such key: \(missing)") }
    let inner = counts { $0.inside.nulls }
    if !inner.isEmpty { notes.append("`null` inside of cells: \(inner)") }
    let long = counts { $0.longNumbers + $0.inside.longNumbers }
    if !long.isEmpty { notes.append("numbers with more digits than can be held stay text: \(long)") }
    for index in columns.indices { try columns[index].builder.addNothing(upTo: rows, watch) }
    var names: [String] = []
    for (index, column) in columns.enumerated() {
      var name = column.name
      if name.isEmpty {
        name = ((index + 1)...).lazy.map { "column_\($0)" }.first { byName[$0] == nil } ?? name
        notes.append("a key without a name is called `\(name)`")
      }
      names.append(name)
    }
    let builders = columns.map(\.builder)
    columns = []
    // Of rows that share their lines with others, a line says nothing.
    let isEachItsOwn = zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }
    let origin = isEachItsOwn ? Origin(file: name, lines: lines) : nil
    return Table(Columns(names, builders.map { $0.column() }, count: rows, reading: notes, from: origin), unit: .row)
  }

  /// `age 2, name 1`: the columns with the most of something, by name.
  private func counts(_ count: (Column) -> Int) -> String {
    var counted: [(name: String, count: Int)] = []
    for column in columns where count(column) > 0 { counted.append((column.name, count(column))) }
    return counted.counts
  }
}

extension [(name: String, count: Int)] {
  /// `age 2, name 1`: the first of them, and how many more there are.
  var counts: String {
    let most = 8
    let more = count > most ? " and \(count - most) more columns" : ""
    return prefix(most).map { "\($0.name) \($0.count)" }.joined(separator: ", ") + more
  }
}
