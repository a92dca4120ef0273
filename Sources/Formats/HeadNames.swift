/// The names of columns as a file gives them: each once, and none of them empty.
struct HeadNames {
  private(set) var names: [String] = []
  /// What the foot tells of names that were changed.
  private(set) var notes: [String] = []
  private var taken: Set<String> = []

  /// Adds the name of the next column, and gives what it is called.
  ///
  /// - Parameter place: what the column is called where it has no name.
  @discardableResult mutating func add(_ written: String, orElse place: String) -> String {
    let wanted = written.trimmed
    var name = wanted.isEmpty ? place : wanted
    if taken.contains(name) {
      let second = (2...).lazy.map { "\(name)_\($0)" }.first { !taken.contains($0) } ?? name
      if !wanted.isEmpty { notes.append("a second column `\(name)` is called `\(second)`") }
      name = second
    }
    taken.insert(name)
    names.append(name)
    return name
  }
}
