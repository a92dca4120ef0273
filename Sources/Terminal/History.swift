/// The entries of the prompt, oldest first: those of this session and, where a file keeps them, those of others.
struct History {
  private let file: HistoryFile?
  private var known: [String]?
  /// Entries of this session that the file does not hold.
  private var unsaved: [String] = []

  init(file: HistoryFile?) { self.file = file }

  /// All entries; the file is read when they are first asked for, so that a prompt is there at once.
  var entries: [String] {
    mutating get {
      if let known { return known }
      let all = (file?.load() ?? []) + unsaved
      known = all
      return all
    }
  }

  /// Keeps an entry, unless it is blank, begins with a blank (those are for what must not be written down), or repeats
  /// the one before.
  mutating func add(_ entry: String) {
    guard let first = entry.first, first != " ", first != "\t", !entry.allSatisfy(\.isWhitespace) else { return }
    guard entry != last else { return }
    last = entry
    let isSaved = file?.append(entry) ?? false
    if known != nil { known?.append(entry) } else if !isSaved { unsaved.append(entry) }
  }

  private var last: String?
}
