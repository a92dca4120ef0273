import Values

/// A table as it was before it was saved as rows of texts: what was written into columns of its own is taken back.
///
/// `n low` and `n high` are the ends of the numbers in `n`, `n unknown` the reasons for which it is unknown;
/// `membership` and `lacking`, the last two columns, tell which rows cannot be decided. A column with such a name that
/// holds anything else is a column like others.
struct SavedTable {
  private(set) var table: Table
  private var columns: Columns
  private var doubts = Doubts.none
  private var told: [String] = []
  private let watch: Watch

  /// - Parameter isText: whether it was saved as text, in which a spreadsheet may look for formulas.
  init(_ read: Table, isText: Bool, _ watch: Watch) throws(Fault) {
    self.watch = watch
    table = read
    guard let read = read.columns else { preconditionFailure("a file is read by column") }
    columns = read
    if isText { try takeApostrophes() }
    for name in columns.names { try takeEnds(of: name) }
    for name in columns.names { try takeReasons(of: name) }
    try takeMembership()
    if told.isEmpty { return }
    table = Table(columns.saying(read.reading + told), doubts: doubts, unit: .row)
  }

  /// - Parameters:
  ///   - columns: those of what was read, with what stood in objects taken back.
  ///   - told: what was.
  init(_ columns: Columns, _ told: [String], of read: Table, _ watch: Watch) throws(Fault) {
    self.watch = watch
    table = read
    self.columns = columns
    self.told = told
    try takeMembership()
    if self.told.isEmpty { return }
    table = Table(self.columns.saying((read.columns?.reading ?? []) + self.told), doubts: doubts, unit: .row)
  }

  /// An apostrophe before what a spreadsheet would take for a formula.
  private mutating func takeApostrophes() throws(Fault) {
    for (name, column) in zip(columns.names, columns.columns) {
      guard let plain = try withoutApostrophes(column) else { continue }
      columns = columns.adding(name, plain, of: [name])
      told.append("\(name): an apostrophe in front kept a spreadsheet from reckoning, and is taken off")
    }
  }

  /// The column without such apostrophes; nil where there are none.
  private func withoutApostrophes(_ column: Column) throws(Fault) -> Column? {
    var count = 0
    func plain(_ value: Value) -> Value {
      guard let text = value.string, SavedTable.isDefused(text.utf8) else { return value }
      count += 1
      return .text(String(text.dropFirst()))
    }
    switch column {
    case .coded(let codes, let values):
      let read = try watch.map(values) { value throws(Fault) in plain(value) }
      return count == 0 ? nil : .coded(codes, values: read)
    case .plain(let values):
      let read = try watch.map(values) { value throws(Fault) in plain(value) }
      return count == 0 ? nil : .plain(read)
    case .texts(let texts): return try texts.droppingFirst(watch, where: SavedTable.isDefused).map { .texts($0) }
    case .records, .lists: return nil
    }
  }

  /// Whether apostrophes stand before what a spreadsheet would take for a formula.
  private static func isDefused(_ text: some Collection<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "'"), let first = text.first(where: { $0 != UInt8(ascii: "'") }) else {
      return false
    }
    return "=+-@\t\r".utf8.contains(first)
  }

  private mutating func takeEnds(of name: String) throws(Fault) {
    guard let points = columns[name], let low = columns["\(name) low"], let high = columns["\(name) high"] else {
      return
    }
    var numbers: [Value] = []
    for row in 0..<columns.count {
      guard let point = Number(points[row]), let low = Number(low[row]), let high = Number(high[row]) else { return }
      if low.value == nil, high.value == nil {
        try watch.add(points[row], to: &numbers)
      } else {
        try watch.add(
          Quantity.value(
            point: point.value, low: low.value ?? .real(-.infinity), high: high.value, unit: nil, isAbout: false),
          to: &numbers)
      }
    }
    columns = columns.adding(name, .plain(numbers), of: [name]).without(["\(name) low", "\(name) high"])
    told.append("\(name): numbers with two ends")
  }

  /// A cell with a number, or with nothing; nil for anything else.
  private struct Number {
    let value: Quantity.Number?

    init?(_ cell: Value) {
      switch cell {
      case .integer(let number): value = .integer(number)
      case .real(let number): value = .real(number)
      case .unknown: value = nil
      default:
        guard let text = cell.string, let number = Number(text) else { return nil }
        self = number
      }
    }

    private init?(_ text: String) {
      if let whole = Int(text) {
        value = .integer(whole)
      } else {
        guard let real = Double(text), real.isFinite else { return nil }
        value = .real(real)
      }
    }
  }

  private mutating func takeReasons(of name: String) throws(Fault) {
    guard let values = columns[name], let reasons = columns["\(name) unknown"] else { return }
    var read: [Value] = []
    for row in 0..<columns.count {
      switch (values[row].reasons, reasons[row].string) {
      case (nil, nil): try watch.add(values[row], to: &read)
      case (.some, let text?):
        guard let reasons = Reasons(names: text) else { return }
        try watch.add(.unknown(reasons), to: &read)
      case (nil, .some), (.some, nil): return
      }
    }
    columns = columns.adding(name, .plain(read), of: [name]).without(["\(name) unknown"])
    told.append("\(name): unknown for the reasons that are told")
  }

  private mutating func takeMembership() throws(Fault) {
    guard columns.names.suffix(2) == ["membership", "lacking"], let membership = columns["membership"],
      let lacking = columns["lacking"]
    else { return }
    var doubts: [Doubt?] = []
    for row in 0..<columns.count {
      switch (membership[row], lacking[row]) {
      case (let member, _) where member.string == "certain": try watch.add(nil, to: &doubts)
      case (let member, .list(let facts)) where member.string == "possible":
        let facts = facts.compactMap(\.string)
        try watch.add(Doubt { facts }, to: &doubts)
      case (let member, let lacking) where member.string == "possible":
        let facts = lacking.string?.split(separator: "; ").map(String.init) ?? []
        try watch.add(Doubt { facts }, to: &doubts)
      // An object says so only where a row cannot be decided.
      case (.unknown, .unknown): try watch.add(nil, to: &doubts)
      default: return
      }
    }
    self.doubts = Doubts(doubts)
    columns = columns.without(["membership", "lacking"])
    told.append("rows that cannot be decided are marked")
  }
}
