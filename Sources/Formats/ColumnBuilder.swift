import Values

/// Puts the cells of one column together while a file is read, each different one once as long as that pays.
final class ColumnBuilder {
  /// The texts, one behind the other: each different one, or, once that was given up, that of each row.
  private var bytes: [UInt8] = []
  /// Where each text begins and ends. What is no text stands among `others`: its place is the start, and the end is
  /// `noText`.
  private var starts: [UInt32]
  private var ends: [UInt32]
  private var others: [Value] = []
  /// For each row which of the different cells it has; empty once that was given up.
  private var codes: [UInt32] = []
  private var places = CellPlaces()
  private var values: [Value] = []
  /// Whether in one of the rows nothing stands.
  private var hasGaps = false
  private var keeping = Keeping.codes

  /// How the rows are kept: as codes of different cells, each with a text of its own, or each with a value.
  private enum Keeping { case codes, texts, values }

  /// With more different cells than these, in more than half of the rows, each row keeps its own.
  private static let mostCodes = 65_536
  private static let noText = UInt32.max

  init() {
    // The first is that of a cell in which nothing stands.
    starts = [1]
    ends = [0]
  }

  /// How many rows there are so far.
  var count: Int {
    switch keeping {
    case .codes: codes.count
    case .texts: starts.count
    case .values: values.count
    }
  }

  /// Makes room for about so many rows in all.
  func reserve(_ rows: Int) {
    if keeping == .codes { codes.reserveCapacity(rows) }
  }

  /// A cell in which nothing stands.
  func addNothing() {
    switch keeping {
    case .codes:
      codes.append(0)
      hasGaps = true
    case .texts:
      starts.append(1)
      ends.append(0)
    case .values: values.append(.unknown(.notRecorded))
    }
  }

  /// Cells in which nothing stands, up to a row.
  func addNothing(upTo row: Int, _ watch: Watch) throws(Fault) {
    let missing = row - count
    if missing <= 0 { return }
    try watch.take(missing * (keeping == .values ? MemoryLayout<Value>.stride : 2 * MemoryLayout<UInt32>.stride))
    for _ in 0..<missing { addNothing() }
  }

  /// A cell with a text in UTF-8.
  func add(_ text: UnsafeRawBufferPointer, _ watch: Watch) throws(Fault) {
    switch keeping {
    case .texts: return try store(text, watch)
    case .values:
      try watch.take(text.count)
      return values.append(.text(bytes: text.normalForm ?? Array(text)))
    case .codes: break
    }
    let key = places.key(text)
    if let code = places.code(key, { isText($0, text) }) { return codes.append(code) }
    try addNew(text, key, watch)
  }

  private func addNew(_ text: UnsafeRawBufferPointer, _ key: CellPlaces.Key, _ watch: Watch) throws(Fault) {
    if let normal = text.normalForm {
      return try normal.withBytes(normal.indices) { text throws(Fault) in try add(text, watch) }
    }
    places.enter(key, code: starts.count)
    try store(text, watch)
    try addedCode(watch)
  }

  /// A cell with anything but a text.
  func add(_ value: Value, _ watch: Watch) throws(Fault) {
    switch keeping {
    case .texts:
      values = try watch.map(starts.indices) { code throws(Fault) in self.value(code) }
      keep(.values)
      values.append(value)
    case .values: values.append(value)
    case .codes:
      if let key = places.key(value) {
        if let code = places.code(key, { isValue($0, value) }) { return codes.append(code) }
        places.enter(key, code: starts.count)
      }
      starts.append(UInt32(others.count))
      ends.append(ColumnBuilder.noText)
      others.append(value)
      try addedCode(watch)
    }
  }

  // MARK: Different cells

  private func store(_ text: UnsafeRawBufferPointer, _ watch: Watch) throws(Fault) {
    if keeping == .texts, let normal = text.normalForm {
      return try normal.withBytes(normal.indices) { text throws(Fault) in try store(text, watch) }
    }
    try watch.take(text.count)
    // An end is a number below `noText`.
    if bytes.count + text.count >= Int(ColumnBuilder.noText) { throw .tooLong("column", Int(ColumnBuilder.noText)) }
    starts.append(UInt32(bytes.count))
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  /// A row has a cell that none had before.
  private func addedCode(_ watch: Watch) throws(Fault) {
    codes.append(UInt32(starts.count - 1))
    if starts.count > ColumnBuilder.mostCodes, starts.count * 2 > codes.count { try giveUp(watch) }
  }

  private func isText(_ code: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let (start, end) = (Int(starts[code]), ends[code])
    guard end != ColumnBuilder.noText, Int(end) - start == text.count else { return false }
    return bytes.withUnsafeBytes { text.isSame(as: UnsafeRawBufferPointer(rebasing: $0[start..<start + text.count])) }
  }

  private func isValue(_ code: Int, _ value: Value) -> Bool {
    if ends[code] != ColumnBuilder.noText { return false }
    switch (others[Int(starts[code])], value) {
    case (.integer(let one), .integer(let other)): return one == other
    case (.real(let one), .real(let other)): return one.bitPattern == other.bitPattern
    case (.truth(let one), .truth(let other)): return one == other
    case (.unknown(let one), .unknown(let other)): return one == other
    case (.date(let one), .date(let other)): return one === other
    default: return false
    }
  }

  private func giveUp(_ watch: Watch) throws(Fault) {
    if others.isEmpty {
      starts = codes.map { starts[Int($0)] }
      ends = codes.map { ends[Int($0)] }
      keep(.texts)
    } else {
      let different = try watch.map(starts.indices) { code throws(Fault) in value(code) }
      values = try watch.map(codes) { code throws(Fault) in different[Int(code)] }
      keep(.values)
    }
  }

  /// Keeps the rows in another way from now on, and forgets what that does not need.
  private func keep(_ keeping: Keeping) {
    self.keeping = keeping
    (codes, places) = ([], CellPlaces())
    if keeping == .values { (bytes, starts, ends, others) = ([], [], [], []) }
  }

  // MARK: The whole

  private func value(_ code: Int) -> Value {
    let (start, end) = (Int(starts[code]), ends[code])
    if end == ColumnBuilder.noText { return others[start] }
    return Int(end) < start ? .unknown(.notRecorded) : .text(bytes: bytes[start..<Int(end)])
  }

  /// The column; nothing of it is kept here. Text is compared in normal form C, in which the texts of scripts stand too.
  func column() -> Column {
    defer { (codes, places, bytes, starts, ends, others, values) = ([], CellPlaces(), [], [], [], [], []) }
    return switch keeping {
    case .codes where hasGaps: .coded(codes, values: starts.indices.map { value($0) })
    case .codes: .coded(codes.map { $0 - 1 }, values: starts.indices.dropFirst().map { value($0) })
    case .texts: .texts(TextCells(bytes, starts: starts, ends: ends))
    case .values: .plain(values)
    }
  }
}

extension CellPlaces {
  /// Nil for what is never found again.
  fileprivate func key(_ value: Value) -> Key? {
    switch value {
    case .integer(let number): key(UInt64(bitPattern: Int64(number)), kind: 1)
    case .real(let number): key(number.bitPattern, kind: 2)
    case .truth(let truth): key(truth == .yes ? 1 : 0, kind: 3)
    case .unknown(let reasons): key(reasons.bits, kind: 4)
    case .date(let date): key(UInt64(UInt(bitPattern: ObjectIdentifier(date).hashValue)), kind: 5)
    case .short, .none, .text, .list, .record, .map, .span, .quantity, .range, .entity, .disputed, .series, .table,
      .sealed, .function:
      nil
    }
  }
}
