/// The part of a line of source that is shown, in cells, with the way from byte offsets to columns.
struct ShownLine {
  /// One character as it is shown: where it stands in the source, and how many cells it takes.
  fileprivate struct Cell {
    let text: String
    let lower: Int
    let upper: Int
    let width: Int
  }

  private var cells: [Cell]
  private let isCutBefore: Bool
  private let isCutAfter: Bool

  /// A line of a source, whole where it fits into the width, otherwise the part around an offset.
  init(_ source: Source, line: Int, around focus: Int, width: Int) {
    let bounds = source.offsets(ofLine: line)
    let focus = min(max(focus, bounds.lowerBound), bounds.upperBound)
    // No more bytes are looked at than could be shown, so that a line of a megabyte costs nothing.
    let reach = 8 * width
    let window = source.scalarBounds(max(bounds.lowerBound, focus - reach), min(bounds.upperBound, focus + reach))
    let cells = Self.cells(of: source.bytes[window]).hiding(source)
    let total = cells.reduce(0) { $0 + $1.width }
    if window == bounds && total <= width {
      self.cells = cells
      isCutBefore = false
      isCutAfter = false
      return
    }
    // A third of the width goes before the focus, the rest behind it, and what is left over before it again.
    var first = cells.firstIndex { $0.upper > focus } ?? cells.count
    var end = first
    let room = width - 2
    var used = 0
    while first > 0, used + cells[first - 1].width <= room / 3 {
      first -= 1
      used += cells[first].width
    }
    while end < cells.count, used + cells[end].width <= room {
      used += cells[end].width
      end += 1
    }
    while first > 0, used + cells[first - 1].width <= room {
      first -= 1
      used += cells[first].width
    }
    self.cells = Array(cells[first..<end])
    isCutBefore = first > 0 || window.lowerBound > bounds.lowerBound
    isCutAfter = end < cells.count || window.upperBound < bounds.upperBound
  }

  /// What is printed, with `…` where something was left out.
  var text: String {
    (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  /// Whether the whole line is shown.
  var isWhole: Bool { !isCutBefore && !isCutAfter }

  /// The columns, counted from 0, that stand over a stretch of bytes; at least one.
  func columns(_ lower: Int, _ upper: Int) -> Range<Int> {
    var column = isCutBefore ? 1 : 0
    var start: Int?
    var end = column
    for cell in cells {
      if start == nil, cell.upper > lower { start = column }
      column += cell.width
      if cell.lower < upper { end = column }
    }
    let first = start ?? column
    return first..<max(first + 1, end)
  }

  /// The characters of some bytes, as they are shown; what is not UTF-8 is shown as `�`.
  private static func cells(of bytes: ArraySlice<UInt8>) -> [Cell] {
    var text = ""
    var lengths: [Int] = []
    var parser = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    scan: while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let encoded):
        text.unicodeScalars.append(Unicode.UTF8.decode(encoded))
        lengths.append(encoded.count)
      case .error(let length):
        text.unicodeScalars.append("\u{FFFD}")
        lengths.append(length)
      case .emptyInput: break scan
      }
    }
    var cells: [Cell] = []
    var offset = bytes.startIndex
    var index = 0
    for character in text {
      let count = character.unicodeScalars.count
      let length = lengths[index..<index + count].reduce(0, +)
      let shown = String(character).visible
      cells.append(Cell(text: shown, lower: offset, upper: offset + length, width: shown.displayWidth))
      offset += length
      index += count
    }
    return cells
  }
}

extension [ShownLine.Cell] {
  /// The same with one mark for each sealed stretch, however long what stands there is.
  fileprivate func hiding(_ source: Source) -> [ShownLine.Cell] {
    var last: Range<Int>?
    return map { cell in
      guard let stretch = source.sealedStretch(around: cell.lower..<cell.upper) else { return cell }
      defer { last = stretch }
      let text = stretch == last ? "" : Source.mark
      return ShownLine.Cell(text: text, lower: cell.lower, upper: cell.upper, width: text.displayWidth)
    }
  }
}

extension Source {
  /// A stretch widened so that it begins and ends between scalars.
  fileprivate func scalarBounds(_ lower: Int, _ upper: Int) -> Range<Int> {
    var first = lower
    var end = max(lower, upper)
    while first > 0, first < bytes.count, lower - first < 3, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    while end < bytes.count, end - upper < 3, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return first..<end
  }
}
