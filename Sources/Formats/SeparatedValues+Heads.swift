import Diagnostics
import Values

// The names of the columns, and what the first lines say of a file of rows.
extension SeparatedValues.Reader {
  // MARK: Heads

  /// The names of the columns: each once, and none of them empty.
  mutating func heads(_ notes: inout [String]) throws(Fault) -> [String] {
    var cells: [Cell] = []
    let wanted = options.heads ?? 1
    var number = 1
    while true {
      let (place, before) = (position, line)
      number = line
      guard try next(&cells) else {
        if wanted > 1 { throw .noHeadsThere(name, wanted, lines: before - 1) }
        throw .emptyFile(name)
      }
      if wanted == 0 {
        if isBlank(cells) { continue }
        // The first row is one of values.
        (position, line) = (place, before)
        break
      }
      if number >= wanted, !(options.heads == nil && isBlank(cells)) { break }
    }
    notes.append("\(separator.separatorName) between the cells")
    if wanted == 0 { return cells.indices.map { "column_\($0 + 1)" } }
    notes.append("heads in line \(number)")
    var names: [String] = []
    for (index, cell) in cells.enumerated() {
      let written = string(cell).trimmed
      var name = written.isEmpty ? "column_\(index + 1)" : written
      if names.contains(name) {
        let second = (2...).lazy.map { "\(name)_\($0)" }.first { !names.contains($0) } ?? name
        notes.append("a second column `\(name)` is called `\(second)`")
        name = second
      }
      names.append(name)
    }
    // A separator at the end of each line makes no column.
    while let last = cells.last, cells.count > 1, last.start == last.end, !last.isQuoted,
      isEmptyBelow(cells.count - 1)
    {
      cells.removeLast()
      names.removeLast()
    }
    for (index, cell) in cells.enumerated() where string(cell).trimmed.isEmpty {
      notes.append("column \(index + 1) has no head and is called `\(names[index])`")
    }
    return names
  }

  /// Whether nothing stands in a column, as far as the beginning of the file shows.
  private func isEmptyBelow(_ column: Int) -> Bool {
    var ahead = self
    var cells: [Cell] = []
    for _ in 0..<1000 {
      guard (try? ahead.next(&cells)) == true else { return true }
      if cells.count > column, cells[column].isQuoted || cells[column].start < cells[column].end { return false }
    }
    return true
  }

  // MARK: What the file says about itself

  /// The sign that cuts the first lines into equally many cells, and more than one; a comma where none does.
  func likelySeparator() -> UInt8 {
    var best = (separator: UInt8(ascii: ","), score: 1.0)
    for candidate in [",", ";", "\t", "|"].map({ Array($0.utf8)[0] }) {
      var ahead = self
      ahead.separator = candidate
      var counts: [Int: Int] = [:]
      var cells: [Cell] = []
      var records = 0
      while records < 200, (try? ahead.next(&cells)) == true {
        if ahead.isBlank(cells) { continue }
        counts[cells.count, default: 0] += 1
        records += 1
      }
      guard let (count, times) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), count > 1 else {
        continue
      }
      let score = Double(times) / Double(records) * 1000 + Double(min(count, 500))
      if score > best.score { best = (candidate, score) }
    }
    return best.separator
  }

  /// The hashtags of HXL, in a row below the heads: `#country+origin`.
  func isHashtags(_ cells: [Cell]) -> Bool {
    let filled = cells.filter { $0.start < $0.end }
    return !filled.isEmpty
      && filled.allSatisfy {
        text[$0.start] == UInt8(ascii: "#") && $0.end > $0.start + 1 && text[$0.start + 1].isLetter
      }
  }

  func isBlank(_ cells: [Cell]) -> Bool { cells.allSatisfy { $0.start == $0.end && !$0.isQuoted } }
}

extension UInt8 {
  fileprivate var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
}
