import Diagnostics
import Glibc
import Values

extension SeparatedValues {
  /// Goes through the text of a file, from record to record, for as long as the text stands where it does.
  struct Reader {
    let name: String
    let text: UnsafeRawBufferPointer
    let options: Options
    let watch: Watch
    var position: Int
    /// The line in which `position` stands.
    var line = 1
    var separator: UInt8 = UInt8(ascii: ",")

    /// A cell as it stands in the text: its bytes without the quotation marks around it.
    struct Cell {
      var start: Int
      var end: Int
      var isQuoted = false
      /// Whether quotation marks stand doubled in it.
      var hasDoubled = false
    }

    init(name: String, text: UnsafeRawBufferPointer, start: Int, options: Options, watch: Watch) {
      self.name = name
      self.text = text
      self.position = start
      self.options = options
      self.watch = watch
    }

    /// After so many rows it is known about how many there will be.
    private static let rowsToJudgeBy = 4096

    private static let quote = UInt8(ascii: "\"")
    private static let newLine = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    // MARK: The whole

    mutating func table(read encoding: String) throws(Fault) -> Table {
      separator = options.separator ?? likelySeparator()
      var notes = ["read from \(name): \(encoding)"]
      try refuseZeroes()
      let heads = try heads(&notes)
      let builders = heads.map { _ in ColumnBuilder() }
      var lines: [UInt32] = []
      var faults = RowFaults()
      var short = 0
      var blank = 0
      var scratch: [UInt8] = []
      var cells: [Cell] = []
      while true {
        let first = line
        guard try next(&cells) else { break }
        watch.advance(Watch.Progress("reading \(name)", done: position, of: text.count))
        if isBlank(cells), heads.count > 1 {
          if cells.count > 1 { blank += 1 }
          continue
        }
        if lines.isEmpty, isHashtags(cells) {
          notes.append("line \(first) holds HXL hashtags and is no row")
          continue
        }
        if cells.count > heads.count, cells[heads.count...].contains(where: { $0.end > $0.start }) {
          faults.add(first, cells.count)
          continue
        }
        if cells.count < heads.count { short += 1 }
        try watch.add(UInt32(first), to: &lines)
        if lines.count == Self.rowsToJudgeBy {
          let rows = text.count / (position / lines.count)
          lines.reserveCapacity(rows)
          for builder in builders { builder.reserve(rows) }
        }
        try watch.take(heads.count * MemoryLayout<UInt32>.stride)
        for column in builders.indices {
          guard column < cells.count, cells[column].isQuoted || cells[column].end > cells[column].start else {
            builders[column].addNothing()
            continue
          }
          try add(cells[column], to: builders[column], &scratch)
        }
      }
      if !faults.isEmpty { throw .rowsTooLong(name, faults, heads: heads.count, separator) }
      if short > 0 {
        notes.append("\(short) \(short == 1 ? "row is" : "rows are") shorter than the heads: unknown there")
      }
      if blank > 0 { notes.append("\(blank) \(blank == 1 ? "row" : "rows") in which nothing stands left out") }
      return Table(
        Columns(
          heads, builders.map { $0.column() }, count: lines.count, reading: notes,
          from: Origin(file: name, lines: lines)),
        unit: .row)
    }

    /// A byte 0 is in no text: the file is broken, or it is none of rows.
    private func refuseZeroes() throws(Fault) {
      guard let start = text.baseAddress, let zero = memchr(start, 0, text.count) else { return }
      let place = UnsafeRawPointer(zero) - start
      throw .zeroByte(name, line: Array(text[...place]).place(of: place).line)
    }

    @inline(__always) private func add(_ cell: Cell, to builder: ColumnBuilder, _ scratch: inout [UInt8]) throws(Fault)
    {
      if !cell.hasDoubled {
        return try builder.add(UnsafeRawBufferPointer(rebasing: text[cell.start..<cell.end]), watch)
      }
      scratch.removeAll(keepingCapacity: true)
      var place = cell.start
      while place < cell.end {
        scratch.append(text[place])
        place += text[place] == Self.quote ? 2 : 1
      }
      try scratch.withBytes(scratch.indices) { text throws(Fault) in try builder.add(text, watch) }
    }

    func string(_ cell: Cell) -> String {
      let raw = String(decoding: text[cell.start..<cell.end], as: UTF8.self).normalised
      return cell.hasDoubled ? raw.replacingDoubledQuotes : raw
    }

    // MARK: Records

    /// The cells of the next record; false at the end of the file.
    mutating func next(_ cells: inout [Cell]) throws(Fault) -> Bool {
      cells.removeAll(keepingCapacity: true)
      if position >= text.count { return false }
      while true {
        let isEnd: Bool
        if position < text.count, text[position] == Self.quote {
          isEnd = try quotedCell(&cells)
        } else {
          isEnd = plainCell(&cells)
        }
        if isEnd { break }
      }
      try watch.tick(cells.count)
      return true
    }

    /// A cell up to the next separator or line end; true where the record ends with it.
    @inline(__always) private mutating func plainCell(_ cells: inout [Cell]) -> Bool {
      let start = position
      // Eight bytes at once, as long as there are so many.
      while position &+ 8 <= text.count {
        let bytes = text.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
        let ends = bytes.marks(of: separator) | bytes.marks(of: Self.newLine) | bytes.marks(of: Self.carriageReturn)
        if ends != 0 {
          position &+= ends.trailingZeroBitCount / 8
          cells.append(Cell(start: start, end: position))
          return endsRecord()
        }
        position &+= 8
      }
      while position < text.count, ![separator, Self.newLine, Self.carriageReturn].contains(text[position]) {
        position += 1
      }
      cells.append(Cell(start: start, end: position))
      return endsRecord()
    }

    private mutating func quotedCell(_ cells: inout [Cell]) throws(Fault) -> Bool {
      let (open, firstLine) = (position, line)
      position += 1
      var cell = Cell(start: position, end: position, isQuoted: true)
      while true {
        guard position < text.count else {
          throw .unclosedQuote(name, firstLine, String(decoding: text[open...].prefix(40), as: UTF8.self))
        }
        let byte = text[position]
        if byte == Self.quote {
          if position + 1 < text.count, text[position + 1] == Self.quote {
            cell.hasDoubled = true
            position += 2
            continue
          }
          break
        }
        if byte == Self.newLine
          || (byte == Self.carriageReturn && !(position + 1 < text.count && text[position + 1] == Self.newLine))
        {
          line += 1
        }
        position += 1
      }
      cell.end = position
      cells.append(cell)
      position += 1
      guard position == text.count || [separator, Self.newLine, Self.carriageReturn].contains(text[position]) else {
        throw .textBehindQuote(name, line, String(decoding: text[open...].prefix(40), as: UTF8.self))
      }
      return endsRecord()
    }

    /// Goes over what stands behind a cell; true where the record ends there.
    @inline(__always) private mutating func endsRecord() -> Bool {
      guard position < text.count else { return true }
      let byte = text[position]
      position += 1
      if byte == separator { return false }
      if byte == Self.carriageReturn, position < text.count, text[position] == Self.newLine { position += 1 }
      line += 1
      return true
    }
  }

  /// The rows that have more cells than there are heads: the first of them by line.
  struct RowFaults {
    private(set) var lines: [(line: Int, cells: Int)] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func add(_ line: Int, _ cells: Int) {
      count += 1
      if lines.count < 5 { lines.append((line, cells)) }
    }
  }
}

extension UInt64 {
  /// Of eight bytes in one number, the highest bit of each that is a certain one. Behind the first of these, counted from
  /// the lowest, others may be marked that are not.
  @inline(__always) fileprivate func marks(of byte: UInt8) -> UInt64 {
    let others = self ^ 0x0101_0101_0101_0101 &* UInt64(byte)
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }
}

extension UInt8 {
  /// How a separator is called in a sentence.
  var separatorName: String { self == UInt8(ascii: "\t") ? "tabs" : "`\(Character(Unicode.Scalar(self)))`" }
}

extension String {
  fileprivate var replacingDoubledQuotes: String {
    var result = ""
    var wasQuote = false
    for character in unicodeScalars {
      let isQuote = character == "\""
      if !(isQuote && wasQuote) { result.unicodeScalars.append(character) }
      wasQuote = isQuote && !wasQuote
    }
    return result
  }
}
