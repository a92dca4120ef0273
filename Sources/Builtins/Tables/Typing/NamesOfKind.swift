import Records
import Values

/// The names that the records of a kind go by. Spelling is never guessed.
final class NamesOfKind {
  let kind: Kind
  private let corpus: Corpus
  private let rows: NewRows?
  /// What was read before: one name stands in many cells beside others.
  private var known: [String: CellKind.Reading] = [:]
  /// More would only fill the memory.
  private static let mostKnown = 10_000
  /// Terms by their names and labels.
  private lazy var terms: [String: [Entity]] = {
    var terms: [String: [Entity]] = [:]
    for term in corpus.all(kind) {
      for name in Set([term.name.plainName, term.label?.plainName].compactMap(\.self)) {
        terms[name, default: []].append(term)
      }
    }
    return terms
  }()

  /// The numbers of records that were made of rows, by their names and labels.
  private lazy var records = corpus.numbersOfRows(of: kind)

  init(_ kind: Kind, _ corpus: Corpus, _ rows: NewRows? = nil) {
    self.kind = kind
    self.corpus = corpus
    self.rows = rows
  }

  /// The record that a text names; a term by its own name before the label of another.
  func read(_ text: String) -> CellKind.Reading {
    if let reading = known[text] { return reading }
    let reading = find(text)
    if known.count < NamesOfKind.mostKnown { known[text] = reading }
    return reading
  }

  private func find(_ text: String) -> CellKind.Reading {
    if let row = rows?.row(named: text, as: kind) { return .value(row) }
    let plain = text.plainName
    var found =
      kind.isTerm
      ? terms[plain] ?? [] : corpus.called(text, asState: kind.root.name == "jurisdiction").filter { $0.kind.isA(kind) }
    let own = found.filter { kind.isTerm && $0.name.plainName == plain }
    found = own.isEmpty ? corpus.living(found) : own
    if found.isEmpty, !kind.isTerm { found = (records[plain] ?? []).map { corpus.record($0) } }
    if found.count > 1 {
      return .unfit("it may be \(found.prefix(5).map { "`\($0.name)`" }.joined(separator: " or "))")
    }
    guard let record = found.first else { return .unfit("no \(kind.name) has this name") }
    return .value(.entity(record))
  }
}
