import Values

/// Finds the name that was probably meant. Used for keywords, fields, terms and functions only: for people, places and
/// sources a spelling is never guessed.
public enum Spelling {
  /// The one name within a third of its length in slips; nil when none or several are equally near.
  public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    if wanted.count < 2 || wanted.count > 60 { return nil }
    var best: String?
    var bestSlips = most(wanted.count) + 1
    var isTied = false
    for candidate in names where candidate != name {
      let slips = slips(wanted, Array(candidate.lowercased().unicodeScalars), atMost: bestSlips)
      if slips < bestSlips {
        (best, bestSlips, isTied) = (candidate, slips, false)
      } else if slips == bestSlips, best != nil, candidate != best {
        isTied = true
      }
    }
    return isTied ? nil : best
  }

  /// True for two names within a third of the first one's length in slips.
  public static func isNear(_ name: String, _ other: String) -> Bool {
    let wanted = Array(name.lowercased().unicodeScalars)
    if wanted.count < 2 || wanted.count > 60 { return false }
    let most = most(wanted.count)
    return slips(wanted, Array(other.lowercased().unicodeScalars), atMost: most) <= most
  }

  private static func most(_ length: Int) -> Int { max(1, length / 3) }

  /// The number of letters to change, add, leave out or swap with a neighbour (Damerau and Levenshtein's distance).
  private static func slips(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var slips = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          slips = min(slips, before[column - 1] + 1)
        }
        current.append(slips)
      }
      (before, last) = (last, current)
    }
    return last[right.count]
  }
}

extension Spelling {
  /// Which column was probably meant, as it is written behind a dot; nil where none is near. A head of several words is
  /// meant by the first of them as well.
  public static func column(_ name: String, among names: [String]) -> String? {
    let begun = names.filter { $0.asName != $0 && $0.lowercased().hasPrefix(name.lowercased()) }
    guard let meant = nearest(to: name, among: names) ?? (begun.count == 1 ? begun.first : nil) else { return nil }
    return meant.asName == meant
      ? "did you mean `\(meant)`?" : "did you mean .\(meant.asName)? Such a head stands in backticks"
  }
}
