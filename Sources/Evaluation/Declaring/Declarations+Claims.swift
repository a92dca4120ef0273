import Diagnostics
import Records
import Syntax
import Values

// Who says it: from `per … as …` to attributions. Each `per` opens a claim, and the `as` behind it is its own; what
// stands before any `per` belongs to the sources of the record around.

extension Declarations {
  /// The attributions of a line; those of the record around it where it has no words of its own.
  func attributions(_ clauses: [ClaimClause], within outer: Range<Int32>, scope: Entity?, _ file: Int) -> Range<Int32> {
    if clauses.isEmpty { return outer }
    var all: [Attribution] = []
    var citations: [Citation]?
    var status: Entity?
    var date: Date?
    var remark: String?
    func close() {
      if let citations {
        all.append(Attribution(citations: citations, status: status, date: date, remark: remark))
      } else if status != nil || date != nil || remark != nil {
        for number in outer {
          let known = corpus.attribution(number)
          all.append(
            Attribution(
              citations: known.citations, status: status ?? known.status, date: date ?? known.date,
              remark: remark ?? known.remark))
        }
      }
      (citations, status, date, remark) = (nil, nil, nil, nil)
    }
    for clause in clauses {
      switch clause {
      case .per(let references):
        close()
        let container = references.lazy.compactMap(\.containers.last).first
        citations = references.compactMap { citation($0, scope, file, quotedIn: container) }
      case .status(let name, let text):
        if status != nil { close() }
        status = self.status(name, file)
        remark = text
      case .at(let literal): date = self.date(literal, file)
      }
    }
    close()
    if all.isEmpty { return outer }
    let first = corpus.add(all[0])
    for attribution in all.dropFirst() { _ = corpus.add(attribution) }
    return first..<(first + Int32(truncatingIfNeeded: all.count))
  }

  /// What `per SOURCE` at the head of a text says; the author's own where there is none.
  func attribution(of program: Program, _ file: Int) -> Range<Int32> {
    for statement in program.statements {
      if case .attribution(let clauses) = statement.kind {
        return attributions(clauses, within: 0..<1, scope: nil, file)
      }
    }
    return 0..<1
  }

  private func status(_ name: Name, _ file: Int) -> Entity? {
    guard let kind = corpus.kinds["status"] else {
      report(.noSuchKind("status", place(name.range, file), near: nil))
      return nil
    }
    return resolve(Path(name), among: [kind], scope: nil, file, for: "`as`")
  }

  /// - Parameter container: the source that others behind the same `per` are quoted in, for a message.
  func citation(_ reference: SourceReference, _ scope: Entity?, _ file: Int, quotedIn container: Path? = nil)
    -> Citation?
  {
    guard let source = corpus.kinds["source"] else {
      report(.noSuchKind("source", place(reference.range, file), near: nil))
      return nil
    }
    // The last is where it is read; those before it are quoted there in their turn.
    let last = reference.containers.count - 1
    let containers = reference.containers.enumerated().compactMap { position, path in
      resolve(path, among: position == last ? [source] : speakers(source), scope: scope, file, for: "`in`")
    }
    let after = reference.after.flatMap { resolve($0, among: [source], scope: scope, file, for: "`after`") }
    // A source may speak for itself; anyone else is quoted in one.
    if reference.containers.isEmpty, let speaker = speakerWithoutSource(reference.cited, source, scope) {
      report(
        of: reference.cited,
        .speakerWithoutSource(
          speaker, source, place(reference.cited.range, file),
          container: container?.names.map(\.text).joined(separator: ".")))
      return nil
    }
    guard
      let cited = resolve(
        reference.cited, among: reference.containers.isEmpty ? [source] : speakers(source), scope: scope, file,
        for: "`per`")
    else { return nil }
    if let after, let path = reference.after { repetitions.append((cited, after, place(path.range, file))) }
    for (position, container) in containers.enumerated()
    where ([cited] + containers[..<position]).contains(where: { $0 === container }) {
      report(.quotesItself(container, place(reference.range, file)))
      return nil
    }
    return Citation(cited: cited, containers: containers, after: after, locator: locator(reference.locator))
  }

  /// Somebody who stands behind `per` in the place of a source.
  private func speakerWithoutSource(_ path: Path, _ source: Kind, _ scope: Entity?) -> Entity? {
    guard path.names.count == 1, case .otherKind(let speaker) = find(path.names[0].text, among: [source], scope: scope),
      speakers(source).contains(where: { speaker.kind.isA($0) }), !isIncomplete(speaker.kind)
    else { return nil }
    return speaker
  }

  /// Whom a source may quote.
  private func speakers(_ source: Kind) -> [Kind] {
    [source] + ["person", "group", "actor", "jurisdiction", "place"].compactMap { corpus.kinds[$0] }
  }

  private func locator(_ locator: SourceReference.Locator?) -> String? {
    switch locator {
    case nil: return nil
    case .text(let text): return text
    case .pages(let first, through: nil):
      if let known = pages[first] { return known }
      let text = "p. \(first)"
      pages[first] = text
      return text
    case .pages(let first, through: .some(let last)): return "pp. \(first)–\(last)"
    }
  }
}
