import Values

/// A table of groups without the numbers that would tell of a few.
///
/// A group that is small, or protects one, shows nothing but its keys. In the others the size is shown, and all other columns
/// together or none, so that none of them tells what is withheld in another.
struct Suppression {
  let table: Table

  init(of grouped: Table, _ groups: Table.Grouping, below limit: Int, _ watch: Watch) throws(Fault) {
    if groups.keyCount > Margins.mostKeys { throw .tooManyKeys(groups.keyCount, most: Margins.mostKeys) }
    let names = grouped.columnNames
    let columns = names.dropFirst(groups.keyCount)
    let margins = try Margins(
      Suppression.numberedKeys(grouped, names.prefix(groups.keyCount), watch), watch)
    var told: [[GroupCounts]] = []
    for column in columns { told.append(try GroupCounts.told(by: column, of: grouped, groups)) }

    let sizes = GroupCounts(sizes: groups)
    let known = try KnownTotals(margins, sizes, below: limit, watch)
    let totals = margins.totals(of: margins.levels.count - 1)
    func hidden(_ all: [GroupCounts], besides gone: [Bool]) throws(Fault) -> [Bool] {
      var guarded: [GuardedCounts] = []
      for counts in all {
        let shown = try known.shown(counts)
        guarded.append(
          GuardedCounts(
            counts, totals.lines, isKnown: totals.places.map { shown[$0.level][$0.group] }, below: limit))
      }
      var hiding = Hiding(
        GuardedCounts.related(guarded, groups), totals, below: limit, isHidden: gone, sizes: groups.highs, watch)
      if let open = try hiding.hide() {
        let keys = names.prefix(groups.keyCount).map { grouped.cell(open.row, $0).printed }.joined(separator: ", ")
        throw .cannotProtect(open.column, in: keys, below: limit)
      }
      return hiding.isHidden
    }
    let isGone = try hidden([sizes], besides: grouped.rows.map { _ in false })
    let details = told.joined().filter { !$0.isSize(of: groups) }.map { $0.hidingSizes(isGone) }
    let isHidden = try hidden(details, besides: isGone)

    /// For each column whether each of its cells is withheld.
    let cells = told.map { $0.contains { $0.isSize(of: groups) } ? isGone : isHidden }
    let shape = Shape(names)
    let rows = try watch.map(Array(grouped.rows.indices)) { row throws(Fault) in
      Value.record(
        Record.make(
          shape,
          names.enumerated().map { position, name in
            let column = position - groups.keyCount
            return column >= 0 && cells[column][row] ? .unknown(.withheld) : grouped.cell(row, name)
          }))
    }
    // What a possible group lacks are facts of the rows behind it.
    let doubts = Doubts(grouped.indices.map { !grouped.isCertain($0) }) { _ in Doubt { [] } }
    let count = cells.reduce(0) { $0 + $1.count { $0 } }
    // How many of them are small is not said: of two counts that are 8 together, and both below 5, each is 4.
    let note =
      count == 0
      ? "no count is below \(limit)"
      : "\(count) of \(cells.count * rows.count) cells withheld: below \(limit), or to protect one that is"
    table = Table(
      rows, doubts: doubts, grouped.content, unit: grouped.unit,
      notes: Suppression.notes(grouped.notes, groups) + [note])
  }

  /// For each group each of its keys as a number, the same for the same.
  private static func numberedKeys(
    _ grouped: Table, _ names: ArraySlice<String>, _ watch: Watch
  ) throws(Fault) -> [[Int]] {
    var written = names.map { _ in WrittenValues(watch) }
    return try watch.map(Array(grouped.rows.indices)) { row throws(Fault) in
      var key: [Int] = []
      for (index, name) in names.enumerated() {
        key.append(try written[index].place(of: grouped.cell(row, name)).place)
      }
      return key
    }
  }

  /// What the foot still says: a note with a number in it counts rows, and so few of them that they are worth a note.
  private static func notes(_ notes: [String], _ groups: Table.Grouping) -> [String] {
    let left = notes.filter { !$0.contains(where: \.isNumber) } + groups.notes
    return left.count == notes.count ? left : left + ["numbers of rows left out are withheld"]
  }
}
