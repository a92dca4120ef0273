import Values

/// Records and terms by their names, those of rows among them.
public struct NamedRecords {
  let corpus: Corpus

  /// The records of a name; nil where there is none.
  public subscript(name: String) -> [Entity]? {
    let written = corpus.named[name]
    if corpus.rowRecords.isEmpty { return written }
    let all = (written ?? []) + corpus.rowsNamed(name)
    return all.isEmpty ? nil : all
  }

  /// Those that were written down.
  public var written: [String: [Entity]] { corpus.named }

  /// The names under which terms stand.
  public var ofTerms: [String] { corpus.named.filter { $0.value.contains { $0.kind.isTerm } }.map(\.key) }
}
