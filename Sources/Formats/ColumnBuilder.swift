import Values

/// Puts the cells of one column together while a file is read, each different one once as long as that pays.
struct ColumnBuilder {
  /// The texts, one behind the other: each different one, or, once that was given up, that of each row.
  private var bytes: [UInt8] = []
  /// Where each text begins and ends. What is no text stands among `others`: its place is the start, and the end is
  /// `noText`.
  private var starts: [UInt32]
  private var ends: [UInt32]
  private var others: [Value] = []
  /// For each row which of the different cells it has; empty once that was given up.
  private var codes: [UInt32] = []
  /// Codes by hash, each one more than it is; 0 is free. A power of two long.
  private var places = [UInt32](repeating: 0, count: 64)
  private var hashes: [UInt32]
  private var values: [Value] = []
  /// Whether in one of the rows nothing stands.
  private var hasGaps = false
  private var keeping = Keeping.codes
  /// Nobody who writes a file shall know which texts fall together.
  private static let seed = UInt64.random(in: .min ... .max)

  /// How the rows are kept: as codes of different cells, each with a text of its own, or each with a value.
  private enum Keeping { case codes, texts, values }

  /// With more different cells than these, in more than half of the rows, each row keeps its own.
  private static let mostCodes = 65_536
  private static let noText = UInt32.max

  init() {
    // The first is that of a cell in which nothing stands.
    starts = [1]
    ends = [0]
    hashes = [0]
  }

  /// How many rows there are so far.
  var count: Int {
    switch keeping {
    case .codes: codes.count
    case .texts: starts.count
    case .values: values.count
    }
  }

  /// A cell in which nothing stands.
  mutating func addNothing() {
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
  mutating func addNothing(upTo row: Int, _ watch: Watch) throws(Fault) {
    let missing = row - count
    if missing <= 0 { return }
    try watch.take(missing * (keeping == .values ? MemoryLayout<Value>.stride : 2 * MemoryLayout<UInt32>.stride))
    for _ in 0..<missing { addNothing() }
  }

  /// A cell with a text in UTF-8.
  mutating func add(_ text: UnsafeRawBufferPointer, _ watch: Watch) throws(Fault) {
    switch keeping {
    case .texts: return try store(text, watch)
    case .values:
      try watch.take(text.count)
      return values.append(.text(bytes: text.normalForm ?? Array(text)))
    case .codes: break
    }
    // Rows of one thing often come one after the other.
    if let last = codes.last, isText(Int(last), text) { return codes.append(last) }
    let hash = ColumnBuilder.hash(text)
    let place = place(hash) { isText($0, text) }
    if places[place] != 0 { return codes.append(places[place] - 1) }
    if let normal = text.normalForm {
      return try normal.withBytes(normal.indices) { text throws(Fault) in try add(text, watch) }
    }
    enter(hash, at: place)
    try store(text, watch)
    try addedCode(watch)
  }

  /// A cell with anything but a text.
  mutating func add(_ value: Value, _ watch: Watch) throws(Fault) {
    switch keeping {
    case .texts:
      values = try watch.map(starts.indices) { code throws(Fault) in self.value(code) }
      keep(.values)
      values.append(value)
    case .values: values.append(value)
    case .codes:
      let hash = ColumnBuilder.hash(value)
      if let hash {
        let place = place(hash) { isValue($0, value) }
        if places[place] != 0 { return codes.append(places[place] - 1) }
        enter(hash, at: place)
      } else {
        hashes.append(0)
      }
      starts.append(UInt32(others.count))
      ends.append(ColumnBuilder.noText)
      others.append(value)
      try addedCode(watch)
    }
  }

  // MARK: Different cells

  /// Where a cell with this hash stands among the places, or could.
  private func place(_ hash: UInt32, _ isIt: (Int) -> Bool) -> Int {
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let code = Int(places[place] - 1)
      if hashes[code] == hash, isIt(code) { break }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private mutating func enter(_ hash: UInt32, at place: Int) {
    places[place] = UInt32(starts.count) + 1
    hashes.append(hash)
  }

  private mutating func store(_ text: UnsafeRawBufferPointer, _ watch: Watch) throws(Fault) {
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
  private mutating func addedCode(_ watch: Watch) throws(Fault) {
    codes.append(UInt32(starts.count - 1))
    if starts.count * 2 > places.count { grow() }
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

  private mutating func grow() {
    let count = places.count * 2
    var grown = [UInt32](repeating: 0, count: count)
    for code in places where code != 0 {
      var place = Int(hashes[Int(code) - 1]) & (count - 1)
      while grown[place] != 0 { place = (place + 1) & (count - 1) }
      grown[place] = code
    }
    places = grown
  }

  private mutating func giveUp(_ watch: Watch) throws(Fault) {
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
  private mutating func keep(_ keeping: Keeping) {
    self.keeping = keeping
    (codes, places, hashes) = ([], [], [])
    if keeping == .values { (bytes, starts, ends, others) = ([], [], [], []) }
  }

  // MARK: The whole

  private func value(_ code: Int) -> Value {
    let (start, end) = (Int(starts[code]), ends[code])
    if end == ColumnBuilder.noText { return others[start] }
    return Int(end) < start ? .unknown(.notRecorded) : .text(bytes: bytes[start..<Int(end)])
  }

  /// The column. Text is compared in normal form C, in which the texts of scripts stand too.
  func column() -> Column {
    switch keeping {
    case .codes where hasGaps: .coded(codes, values: starts.indices.map { value($0) })
    case .codes: .coded(codes.map { $0 - 1 }, values: starts.indices.dropFirst().map { value($0) })
    case .texts: .texts(TextCells(bytes, starts: starts, ends: ends))
    case .values: .plain(values)
    }
  }

  // MARK: Hashes

  /// Nil for what is never found again.
  private static func hash(_ value: Value) -> UInt32? {
    switch value {
    case .integer(let number): hash(UInt64(bitPattern: Int64(number)), 1)
    case .real(let number): hash(number.bitPattern, 2)
    case .truth(let truth): hash(truth == .yes ? 1 : 0, 3)
    case .unknown(let reasons): hash(reasons.bits, 4)
    case .date(let date): hash(UInt64(UInt(bitPattern: ObjectIdentifier(date).hashValue)), 5)
    case .short, .none, .text, .list, .record, .map, .span, .quantity, .range, .entity, .disputed, .series, .table,
      .sealed, .function:
      nil
    }
  }

  private static func hash(_ bits: UInt64, _ kind: UInt64) -> UInt32 {
    let product = (bits ^ seed).multipliedFullWidth(by: 0xA076_1D64_78BD_642F &+ 2 &* kind)
    return UInt32(truncatingIfNeeded: product.high ^ product.low ^ product.low >> 32)
  }

  private static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = seed ^ UInt64(text.count)
    var rest = text
    while rest.count >= 8 {
      hash = (hash ^ rest.loadUnaligned(as: UInt64.self)) &* factor
      hash ^= hash &>> 32
      rest = UnsafeRawBufferPointer(rebasing: rest[8...])
    }
    var tail: UInt64 = 0
    for byte in rest { tail = tail &<< 8 | UInt64(byte) }
    hash = (hash ^ tail) &* factor
    hash ^= hash &>> 29
    return UInt32(truncatingIfNeeded: (hash &* factor) &>> 32)
  }
}

extension [ColumnBuilder] {
  /// All columns; each builder is given up as soon as its column stands.
  mutating func columns() -> [Column] {
    indices.map { index in
      let column = self[index].column()
      self[index] = ColumnBuilder()
      return column
    }
  }
}
