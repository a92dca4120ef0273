/// Somebody who sees what is shown of a table, knows the totals, knows that something among what is withheld is small, and
/// tries all numbers that the withheld ones could be.
struct Snoop {
  /// The numbers, none of which is 0.
  let values: [Int]
  let limit: Int
  let isHidden: [Bool]
  /// Numbers that add up to a total that is known.
  let lines: [[Int]]

  /// Whether some withheld numbers can come to another sum than they do.
  func isOpen(_ cells: [Int]) -> Bool {
    var linesOf = [[Int]](repeating: [], count: values.count)
    for (number, line) in lines.enumerated() { for cell in line { linesOf[cell].append(number) } }
    var left = lines.map { line in line.reduce(0) { $0 + (isHidden[$1] ? values[$1] : 0) } }
    var openCells = lines.map { line in line.count { isHidden[$0] } }
    let order = cells + values.indices.filter { isHidden[$0] && !cells.contains($0) }
    let truth = cells.reduce(0) { $0 + values[$1] }

    func fits(_ position: Int, _ sum: Int, _ hasSmall: Bool) -> Bool {
      if position == cells.count, sum == truth { return false }
      if position == order.count { return hasSmall && left.allSatisfy { $0 == 0 } }
      let here = order[position]
      // Without a total, a few more than it is are enough to tell that it could be another.
      let high = linesOf[here].map { left[$0] }.min() ?? values[here] + 2
      if high < 1 { return false }
      for number in 1...high {
        for line in linesOf[here] {
          left[line] -= number
          openCells[line] -= 1
        }
        let isPossible = linesOf[here].allSatisfy { left[$0] >= 0 && (openCells[$0] > 0 || left[$0] == 0) }
        let isFound =
          isPossible && fits(position + 1, position < cells.count ? sum + number : sum, hasSmall || number < limit)
        for line in linesOf[here] {
          left[line] += number
          openCells[line] += 1
        }
        if isFound { return true }
      }
      return false
    }
    return fits(0, 0, false)
  }
}
