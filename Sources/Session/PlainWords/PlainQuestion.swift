import Records
import Values

/// A line in plain words, as people ask who do not know Rep, and the nearest question that Rep has for it.
///
/// `how many cases` is `count(cases)`, `cases where host is China` is `cases | where .host is China`, `outcome of
/// phnom_penh` is `phnom_penh.outcome`. What the words do not say is not guessed: only names that exist are taken up.
struct PlainQuestion {
  /// What is wanted of what the line names.
  private enum Wish {
    case all, count, fields
    case first(Int)
    case last(Int)
    /// One number from one column: `mean`, `sum`.
    case figure(String)
  }

  private let words: [String]
  private let names: PlainNames
  private let asksWhy: Bool
  /// The function that the line asks what something rests on: `claims singer.outcome`, `sources of singer`.
  private let grounds: String?
  /// `summary(cases)`, as in R or a spreadsheet: every word of it must be known.
  private let isCall: Bool

  /// Nil for a text with anything but words, numbers and comparisons in it, and for one that begins to declare something.
  init?(_ text: String, _ corpus: Corpus) {
    var text = text.trimmed
    if text.first == "=" { text.removeFirst() }
    isCall = text.first?.isLetter == true && text.last == ")" && text.count { $0 == "(" } == 1
    if isCall {
      if text.contains("(.") || text.contains(" .") { return nil }
      text = String(text.map { "(,)".contains($0) ? " " : $0 })
    }
    if text.contains(where: { "{}[]()|$:#\n".contains($0) }) { return nil }
    var words = text.split(separator: " ").map { word in
      word.hasSuffix("'s") || word.hasSuffix("’s") ? String(word.dropLast(2)) : word.trimmingMarks
    }
    words.removeAll(where: \.isEmpty)
    let first = words.first?.lowercased() ?? ""
    let asksWho = first == "who" && words.count > 1 && PlainQuestion.saying.contains(words[1].lowercased())
    asksWhy = first == "why" || asksWho
    if asksWhy { words.removeFirst(asksWho ? 2 : 1) }
    grounds = PlainQuestion.grounds[first]
    guard words.count > 1 || asksWhy && !words.isEmpty, !PlainQuestion.beginsDeclaration(words, corpus) else {
      return nil
    }
    names = PlainNames(corpus)
    if isCall, words.contains(where: names.isField) { return nil }
    // `COUNTIF(cases.outcome, returned)`: a column of a table.
    if isCall {
      words = words.flatMap { word in
        let parts = word.split(separator: ".").map(String.init)
        return parts.first.map { corpus.plurals[$0] != nil } ?? false ? parts : [word]
      }
    }
    self.words = names.joined(words)
    // What is written as Rep writes it, with more behind it, is no line in plain words.
    if let written = self.words.firstIndex(where: names.isField), written == 0, !asksWhy { return nil }
  }

  /// `case ahmad`: a record that is not written to its end; `use file`, `let x`: a statement.
  private static func beginsDeclaration(_ words: [String], _ corpus: Corpus) -> Bool {
    if statements.contains(words[0]) { return true }
    guard words.count > 1, !words.contains(where: { corpus.plurals[$0.lowercased()] != nil }) else { return false }
    guard corpus.kinds[words[0]] != nil || Spelling.nearest(to: words[0], among: corpus.kinds.keys) != nil else {
      return false
    }
    return !fillers.contains(words[1].lowercased()) && corpus.entities[words[1]] == nil
  }

  private static let statements: Set<String> = [
    "let", "fn", "if", "for", "while", "use", "return", "check", "expect", "match", "kind", "extend", "set", "same",
    "rule", "pattern", "test", "def", "function", "var", "import", "include", "library", "class", "suppose", "under",
    "without", "known",
  ]

  /// The question in the words of Rep; nil where nothing in the line is known.
  var form: String? {
    if asksWhy, words.allSatisfy(PlainQuestion.pointing.contains) { return "why it" }
    if let grounds, let thing = written ?? aboutRecord ?? words.lazy.compactMap({ names.record($0) }).first?.typedPath {
      return "\(grounds)(\(thing))"
    }
    if let written, let first = words.first?.lowercased(), ["certainly", "possibly"].contains(first) {
      return "\(first)(\(written))"
    }
    if let written, case .count = wish { return "count(\(written))" }
    let form =
      written ?? aboutRecord ?? aboutTable ?? whoDid ?? words.lazy.compactMap { names.record($0) }.first?.typedPath
    if let several, written == nil, aboutRecord == nil { return several }
    // `why is the outcome unknown`: of the one case that there is.
    if asksWhy, written == nil, aboutRecord == nil, let only = names.onlyCase,
      let field = words.lazy.compactMap({ only.kind.field($0.lowercased()) }).first
    {
      return "why \(only.typedPath).\(field.name)"
    }
    return form.map { asksWhy ? "why \($0)" : $0 }
  }

  /// `who took the singer`, `what happened to the mother`: what was done in a case or to somebody in it, and by whom.
  private var whoDid: String? {
    let happened = words.contains { ["happened", "done", "suffered"].contains($0.lowercased()) }
    if happened || words.first?.lowercased() == "who", let inner = words.lazy.compactMap({ names.inner($0) }).first {
      return "done_to(\(inner.typedPath)) | select .date, .act, .by"
    }
    guard words.first?.lowercased() == "who",
      let record = words.lazy.compactMap({ names.record($0) }).first(where: { $0.kind.field("events") != nil })
    else { return nil }
    return "\(record.typedPath).events | select .date, .act, .by"
  }

  /// Two records of one kind and more, as a table: `compare morning_post and evening_echo`.
  private var several: String? {
    let records = words.compactMap { names.record($0) }
    guard let kind = records.first?.kind, records.count > 1, Set(records.map(\.path)).count == records.count,
      kind.plural != nil, records.allSatisfy({ $0.kind === kind }), !kind.isTerm, tableWord == nil
    else { return nil }
    return "[\(records.map(\.typedPath).joined(separator: ", "))]"
  }

  /// True where the line has a name with a field behind it, as only Rep writes it.
  var isWrittenAsRep: Bool { words.contains { $0.contains { $0 == "." } && $0.first?.isLetter ?? false } }

  /// The same where it says more than which table or record is meant, for a line that could be read as something else.
  var fullForm: String? {
    guard let form else { return nil }
    return isCall || form.contains(where: { " (.".contains($0) }) ? form : nil
  }

  /// What to do instead, for a wish that is no question.
  var advice: String? {
    let table = tableWord.flatMap(\.kind.plural) ?? "cases"
    let export = "a table is saved by `\(table) | save \"\(table).csv\"`"
    if words.contains(where: { ["csv", "excel", "xlsx", "spreadsheet"].contains($0.lowercased()) }) { return export }
    if words.first?.lowercased() == "how",
      words.contains(where: { ["add", "make", "write", "create", "enter", "begin", "start"].contains($0.lowercased()) })
    {
      return
        "a record stands between braces: `case NAME \"…\" per SOURCE { origin: … }`; `help records` shows a whole one"
    }
    if words.contains(where: { ["known", "know", "knew"].contains($0.lowercased()) }),
      let day = words.last, day.count > 3, day.first?.isNumber == true
    {
      return "what was known on a day is asked by `known by \(day) { \(written ?? aboutRecord ?? "…") }`, "
        + "with the question between the braces"
    }
    if asksWhy, form == nil {
      return "who says what of a record is told by `claims(RECORD)`, and of one field by `why RECORD.FIELD`"
    }
    switch words.first?.lowercased() {
    case "rep": return "that is a command of the shell: leave with `quit`, and type it there"
    case "withdraw", "ignore", "exclude", "omit", "distrust":
      guard let source = words.lazy.compactMap({ names.record($0) }).first else { return nil }
      return "`without \(source.typedPath) { … }` asks as if it were not there; "
        + "`extend \(source.typedPath) { withdrawn: … }` writes down that it was taken back"
    case "help": return "help is asked at the prompt, or alone: `rep -e \"\(words.joined(separator: " "))\"`"
    case "delete", "remove", "erase", "undo", "clear":
      return "nothing is taken back by a command: write the record again without it; `quit` forgets what was typed"
    case "add", "change", "update", "edit", "correct", "insert":
      let record = words.lazy.compactMap { names.record($0) }.first?.typedPath ?? "NAME"
      return "more of a record is written with `extend \(record) { … }`"
    case "export", "save", "download": return export
    case "plot", "chart", "graph", "map": return "this version of Rep draws no pictures"
    default: return nil
    }
  }

  // MARK: One record

  /// A field that the line names as Rep does, `singer.outcome`, with the test behind it.
  private var written: String? {
    guard let position = words.firstIndex(where: names.isField) else { return nil }
    let rest = words[(position + 1)...]
    guard let verb = rest.first, ["is", "was", "has"].contains(verb),
      let term = rest.dropFirst().lazy.compactMap({ names.term($0) }).first
    else { return names.typed(words[position]) }
    return "\(names.typed(words[position])) \(verb) \(term.path)"
  }

  /// `outcome of phnom_penh`, `was phnom_penh returned`.
  private var aboutRecord: String? {
    for record in words.compactMap({ names.record($0) }) {
      if let field = words.lazy.compactMap({ record.kind.field($0.lowercased()) }).first {
        let form = "\(record.typedPath).\(field.name)"
        if case .count = wish, field.type.isList { return "count(\(form))" }
        return form
      }
      for term in words.compactMap({ names.term($0) }) {
        guard let field = record.kind.fields.first(where: { $0.type.takes(term) }) else { continue }
        let verb = field.type.isList ? "has" : words.contains { $0.lowercased() == "was" } ? "was" : "is"
        return "\(record.typedPath).\(field.name) \(verb) \(term.path)"
      }
    }
    return nil
  }

  // MARK: A table

  private var aboutTable: String? {
    guard let (position, kind) = tableWord, let table = kind.plural else { return nil }
    // `case phnom_penh` means that one.
    if words[position] == kind.name, words.contains(where: { names.record($0)?.kind.isA(kind) ?? false }) { return nil }
    var rest = words
    rest.remove(at: position)
    let read = PlainConditions(rest, kind, names)
    if isCall, !read.unused.allSatisfy(PlainQuestion.isVerb) { return nil }
    var form = table
    if !read.tests.isEmpty { form += " | where " + read.tests.joined(separator: " and ") }
    if !read.keys.isEmpty {
      let keys = read.keys.joined(separator: ", ")
      return form + (read.sorts ? " | sort by \(keys)" : " | group by \(keys) { n: count() }")
    }
    switch wish {
    case .all:
      let columns = read.columns.map { ".\($0)" }
      return columns.isEmpty ? form : form + " | select " + (["\(kind.name): it"] + columns).joined(separator: ", ")
    case .count: return read.tests.isEmpty ? "count(\(table))" : form + " | count"
    case .first(let number): return form + " | first \(number)"
    case .last(let number): return form + " | last \(number)"
    case .figure(let name): return read.columns.first.map { "\(form) | \(name) .\($0)" } ?? form
    case .fields: return "help \(kind.name)"
    }
  }

  /// The word that names a table, or else one of its records.
  private var tableWord: (position: Int, kind: Kind)? {
    for find in [names.table, names.kind] {
      for (position, word) in words.enumerated() {
        if let kind = find(word) { return (position, kind) }
      }
    }
    return nil
  }

  private var wish: Wish {
    let number = words.lazy.compactMap { Int($0) }.first { $0 > 0 && $0 < 1000 } ?? 5
    for word in words.map({ $0.lowercased() }) {
      switch word {
      case _ where PlainQuestion.counting.contains(word): return .count
      case "head", "first", "top", "limit": return .first(number)
      case "tail", "last": return .last(number)
      case _ where PlainQuestion.describing.contains(word): return .fields
      case "average", "mean", "avg": return .figure("mean")
      case "sum", "median", "min", "max": return .figure(word)
      default: break
      }
    }
    return .all
  }

  private static let saying: Set<String> = [
    "says", "said", "say", "claims", "claimed", "reported", "reports", "told", "alleges", "alleged", "wrote",
  ]
  /// What the last answer is called by one who points at it.
  private static let pointing: Set<String> = ["so", "that", "it", "this"]
  private static let grounds = [
    "claims": "claims", "claim": "claims", "sources": "sources", "source": "sources", "origins": "origins",
    "origin": "origins",
  ]
  private static let counting: Set<String> = [
    "count", "many", "number", "nrow", "length", "total", "countif", "counta",
  ]
  private static let describing: Set<String> = [
    "describe", "summary", "summarise", "summarize", "str", "glimpse", "columns", "fields", "names", "colnames",
  ]
  private static let showing: Set<String> = [
    "show", "list", "print", "display", "view", "get", "find", "select", "filter", "subset", "head", "first", "top",
    "limit", "tail", "last",
  ]

  private static func isVerb(_ word: String) -> Bool {
    let word = word.lowercased()
    return counting.contains(word) || describing.contains(word) || showing.contains(word) || Int(word) != nil
  }

  /// Words that stand between names and say nothing by themselves.
  static let fillers: Set<String> = [
    "a", "an", "the", "of", "in", "from", "to", "at", "on", "with", "where", "whose", "which", "that", "who", "is",
    "are", "was", "were", "has", "have", "had", "for", "all", "any", "me", "please",
  ]
}

extension FieldType {
  /// Whether a record or term could stand in the field.
  func takes(_ entity: Entity) -> Bool { kinds.contains { entity.kind.isA($0) } }
}

extension Substring {
  /// Without quotation marks around it and the marks that end a sentence.
  fileprivate var trimmingMarks: String {
    let marks = "\"'`“”‘’?!.,;*"
    var rest = self
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    return String(rest)
  }
}
