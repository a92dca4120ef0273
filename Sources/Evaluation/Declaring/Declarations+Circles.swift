import Diagnostics
import Records
import Values

// Chains that have to come to an end: who has it from whom, what quotes what, what comes after what.

extension Declarations {
  /// A source that repeats itself in the end has no origin, and what quotes itself was never said; nor does anything come
  /// after itself.
  func checkCircles() {
    for (kind, fields) in Corpus.chains {
      guard let kind = corpus.kinds[kind] else { continue }
      var reported: Set<Int> = []
      for entity in touched() where entity.kind.isA(kind) && !reported.contains(entity.index) {
        guard let circle = corpus.wayBack(to: entity, by: fields) else { continue }
        reported.formUnion(circle.map(\.subject.index))
        // Where it is closed by what was added now, that is the place to look at.
        let closing = circle.last(where: corpus.isNew) ?? circle[circle.count - 1]
        let others = circle.filter { $0.number != closing.number }
        report(.comesBackToItself(entity, closing, others))
      }
    }
    guard let kind = corpus.kinds["source"] else { return }
    // Who is quoted is the origin, wherever the source has the words from.
    for (source, after, place) in repetitions where source.kind.isA(kind) && corpus.repeats(after, source) {
      report(.sourceAfterItself(source, "after", place))
    }
  }
}

extension Diagnostic {
  package static func comesBackToItself(_ entity: Entity, _ closing: Claim, _ others: [Claim]) -> Diagnostic {
    let field = closing.field.name
    let marks = others.prefix(3).map { Mark($0.place, "`\($0.field.name)` leads on from here") }
    if entity.kind.root.name == "source" { return sourceAfterItself(entity, field, closing.place, others: marks) }
    let (what, help) =
      switch field {
      case "quotes": ("quote itself", "`quotes` names a statement that was made before")
      case "translation_of":
        ("be a translation of itself", "`translation_of` names the statement in the other language")
      case "answers": ("answer itself", "`answers` names what was said or done before")
      case "repeats": ("repeat itself", "`repeats` names the figure that was published first")
      case "part_of": ("be a part of itself", "`part_of` names the larger figure")
      default: ("come after itself", "`after` names an event that came before")
      }
    return Diagnostic(
      "R433", "`\(entity.path)` would \(what) in the end", at: closing.place, others: marks, help: help)
  }

  static func sourceAfterItself(_ source: Entity, _ field: String, _ place: Place, others: [Mark] = []) -> Diagnostic {
    Diagnostic(
      "R425",
      field == "after"
        ? "`\(source.path)` would repeat itself in the end, so that it has no origin"
        : "`\(source.path)` would take its own place in the end", at: place, others: others,
      help: field == "after"
        ? "`after` names the source from which this one has it" : "`replaces` names the earlier version")
  }

  static func quotesItself(_ speaker: Entity, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R433", "`\(speaker.path)` would quote itself in the end", at: place,
      help: "in `per A in B in SOURCE` the source quotes B, who quotes A")
  }
}
