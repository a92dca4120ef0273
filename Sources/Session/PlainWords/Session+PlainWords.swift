import Diagnostics
import Evaluation
import Syntax

extension Session {
  /// Messages about programs, where a line in plain words is answered with the question that it was meant to be: what
  /// would be missing for a record or a calculation is not what its writer wants to know.
  func answeringPlainWords(_ found: [Diagnostic], in units: [Unit]) -> [Diagnostic] {
    var found = found
    for program in units.map(\.program) {
      for line in program.plainLines {
        let text = program.source.text(in: line)
        guard let question = PlainQuestion(text, corpus) else { continue }
        // What the prompt takes as a command is a question in a script too.
        let (form, advice) = (Session.question(inCommand: text) ?? question.form, question.advice)
        if form == nil, advice == nil, question.isWrittenAsRep { continue }
        let isHere = { (place: Place) in
          place.source === program.source && line.lower <= place.range.lower && place.range.lower <= line.upper
        }
        guard let first = found.firstIndex(where: { $0.place.map(isHere) ?? false }) else { continue }
        found.removeAll { $0.place.map(isHere) ?? false }
        found.insert(
          .notAQuestion(
            Place(program.source, line), form: form, advice: advice, isHelp: text.hasPrefix("help")), at: first)
      }
    }
    return found
  }

  /// The same for an entry that could be read, and then went wrong: `cases in Cambodia`.
  func answeringPlainWords(_ found: [Diagnostic], in entry: Program) -> [Diagnostic] {
    guard found.hasErrors, entry.plainLines.isEmpty else { return found }
    let text = entry.source.text(in: SourceRange(0, entry.source.bytes.count)).trimmed
    guard let form = PlainQuestion(text, corpus)?.fullForm else { return found }
    return [.notAQuestion(Place(entry.source, SourceRange(0, text.utf8.count)), form: form, advice: nil)]
  }
}
