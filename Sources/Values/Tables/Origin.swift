/// Where the rows of a table were read.
public struct Origin {
  /// The file, as messages call it.
  public let file: String
  /// For each row of the file the line in which it begins.
  private let lines: [UInt32]
  /// Which of the rows of the file these are; nil for all of them.
  private let chosen: Positions?
  /// What the lines are called: those of a sheet are rows.
  public let unit: String
  /// Where rows are parts of their lines: once for each time that cells were taken apart.
  private var divisions: [Division] = []
  /// The SHA-256 of the file as it was when it was read, in hexadecimal digits.
  public var hash: String?

  /// Which part of its line each row is.
  private struct Division {
    /// The columns of the cells that were taken apart.
    let heads: String
    let parts: [UInt32]
    let chosen: Positions?

    func part(ofRow row: Int) -> Int { Int(parts[chosen.map { $0.rows[row] } ?? row]) }

    func picking(_ positions: Positions) -> Division {
      Division(heads: heads, parts: parts, chosen: chosen?.picking(positions) ?? positions)
    }
  }

  public init(file: String, lines: [UInt32], unit: String = "line") { self.init(file, lines, nil, unit) }

  private init(_ file: String, _ lines: [UInt32], _ chosen: Positions?, _ unit: String) {
    self.file = file
    self.lines = lines
    self.chosen = chosen
    self.unit = unit
  }

  /// How many rows there are.
  public var count: Int { chosen?.count ?? lines.count }

  /// The line in which a row begins.
  public func line(ofRow row: Int) -> Int { Int(lines[chosen.map { $0.rows[row] } ?? row]) }

  /// Which part of its line a row is, a number for each time that cells were taken apart; empty for a whole line.
  public func parts(ofRow row: Int) -> [Int] { divisions.map { $0.part(ofRow: row) } }

  /// How many numbers of the parts of lines tell rows of two tables of one file apart; nil where other cells were taken
  /// apart, so that they have no row in common.
  public func commonParts(with other: Origin) -> Int? {
    let common = min(divisions.count, other.divisions.count)
    let areSame = zip(divisions, other.divisions).allSatisfy { $0.heads == $1.heads }
    return areSame ? common : nil
  }

  /// Whether the same cells were taken apart.
  public func isDivided(as other: Origin) -> Bool { divisions.map(\.heads) == other.divisions.map(\.heads) }

  func picking(_ positions: Positions) -> Origin {
    var picked = Origin(file, lines, chosen?.picking(positions) ?? positions, unit)
    picked.hash = hash
    picked.divisions = divisions.map { $0.picking(positions) }
    return picked
  }

  /// The same rows as parts of their lines.
  func divided(_ heads: String, _ parts: [UInt32]) -> Origin {
    var divided = self
    divided.divisions.append(Division(heads: heads, parts: parts, chosen: nil))
    return divided
  }
}
