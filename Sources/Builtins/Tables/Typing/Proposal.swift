import Diagnostics
import Evaluation
import Records
import Values

/// What the texts of a column seem to be, and how many of them are.
struct Proposal {
  let kind: CellKind
  let known: Int
  let unknown: Int
  let different: Int
  /// How many known cells are not of the kind, and the first of them.
  let unfit: Int
  let firstUnfit: [(row: Int, text: String)]
  /// The three that stand most often.
  let examples: [Value]
  /// How its dates are written, where that must be said before they can be read; nil for any other column.
  let numberedDates: NumberedDates?
  /// How its cells are read as that.
  let habits: CellKind.Habits

  /// In so many of a hundred cells a kind must fit to be proposed.
  private static let leastFit = 75
  /// So many different texts are tried before a kind is given up.
  private static let tried = 2000

  init(_ column: Column, _ habits: CellKind.Habits, _ corpus: Corpus, _ watch: Watch) throws(Fault) {
    let tally = try Tally(column, habits.unknown, watch)
    known = tally.known
    unknown = column.count - tally.known
    different = tally.texts.count
    examples = tally.mostFrequent(3)
    var chosen = CellKind.text
    var habits = habits
    // Of two kinds that fit equally well the narrower.
    var best = max(1, (tally.triedCount(Proposal.tried) * Proposal.leastFit + 99) / 100)
    for (kind, dates) in CellKind.proposable(corpus, habits.dates) {
      var tried = habits
      tried.dates = dates
      let fits = try tally.fits(kind, tried, upTo: Proposal.tried, watch)
      if fits >= best { (chosen, habits.dates, best) = (kind, dates, fits + 1) }
    }
    var unfit = 0
    var first: [(Int, String)] = []
    if !chosen.isText {
      var bad: [Bool] = []
      for text in tally.texts {
        try watch.tick()
        bad.append(!chosen.isProposed(by: text.value.string ?? "", habits))
      }
      for (row, place) in tally.places.enumerated() where place >= 0 && bad[Int(place)] {
        try watch.tick()
        unfit += 1
        if first.count < 3 { first.append((row, tally.texts[Int(place)].value.string ?? "")) }
      }
    }
    kind = chosen
    var numbered: NumberedDates?
    if case .date = chosen, let order = habits.dates { numbered = NumberedDates(order, tally.texts) }
    numberedDates = numbered
    self.habits = habits
    self.unfit = unfit
    firstUnfit = first
  }

  /// The different texts of a column, how often each stands, and which stands where.
  private struct Tally {
    var texts: [(value: Value, count: Int)] = []
    /// For each row the place of its text, -1 where it is unknown.
    var places: [Int32] = []
    var known = 0

    init(_ column: Column, _ wordsOfUnknown: Set<String>, _ watch: Watch) throws(Fault) {
      var written = WrittenValues(watch)
      var codes: [Int32] = []
      func place(of value: Value, _ tally: inout Tally) throws(Fault) -> Int32 {
        if value.reasons != nil || value.isWord(of: wordsOfUnknown) { return -1 }
        let (place, isNew) = try written.place(of: value)
        if isNew { tally.texts.append((value, 0)) }
        return Int32(truncatingIfNeeded: place)
      }
      if case .coded(let all, let values) = column {
        for value in values { codes.append(try place(of: value, &self)) }
        places = try watch.map(all) { code throws(Fault) in codes[Int(code)] }
      } else {
        for row in 0..<column.count { try watch.add(try place(of: column[row], &self), to: &places) }
      }
      for place in places where place >= 0 {
        texts[Int(place)].count += 1
        known += 1
      }
    }

    func triedCount(_ most: Int) -> Int { texts.prefix(most).reduce(0) { $0 + $1.count } }

    func fits(_ kind: CellKind, _ habits: CellKind.Habits, upTo most: Int, _ watch: Watch) throws(Fault) -> Int {
      var fits = 0
      for (value, count) in texts.prefix(most) {
        try watch.tick()
        if let text = value.string, kind.isProposed(by: text, habits) { fits += count }
      }
      return fits
    }

    func mostFrequent(_ count: Int) -> [Value] {
      var best: [(value: Value, count: Int)] = []
      for text in texts where text.count > 0 && (best.count < count || text.count > best[best.count - 1].count) {
        let place = best.firstIndex { $0.count < text.count } ?? best.count
        best.insert(text, at: place)
        if best.count > count { best.removeLast() }
      }
      return best.map(\.value)
    }
  }
}

extension CellKind {
  var isText: Bool { if case .text = self { true } else { false } }

  /// The kinds that are proposed, the narrowest first, and the order in which the numbers of dates stand. Where that is
  /// not said, each order is tried behind dates that need none.
  static func proposable(
    _ corpus: Corpus, _ said: WrittenDate.Order?
  ) -> [(kind: CellKind, dates: WrittenDate.Order?)] {
    let orders: [WrittenDate.Order?] = said.map { [$0] } ?? [nil, .dayFirst, .monthFirst]
    let names = corpus.kinds["jurisdiction"].map { CellKind.record(NamesOfKind($0, corpus)) }
    return [(.integer, said), (.number, said)] + orders.map { (.date, $0) } + [(.truth, said)]
      + (names.map { [($0, said)] } ?? [])
  }

  /// Whether a text speaks for this kind. What may be an identifier does not speak for a number.
  func isProposed(by text: String, _ habits: Habits) -> Bool {
    let trimmed = text.trimmed
    switch self {
    case .integer, .number:
      let digits = trimmed.drop { $0 == "-" }
      if digits.hasPrefix("0"), digits.count > 1, !digits.hasPrefix("0.") { return false }
      if digits.contains(where: { $0 == "e" || $0 == "E" || $0 == "_" || $0 == "+" }) { return false }
    case .date:
      // A run of digits is a year where it could be one.
      if trimmed.allSatisfy(\.isNumber), !("1000"..."2999").contains(trimmed) { return false }
    case .truth, .stretch, .span, .record, .either: break
    case .text, .list: return true
    }
    if case .value = read(trimmed, habits) { return true }
    return false
  }
}
