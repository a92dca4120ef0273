import Diagnostics
import Records
import Syntax
import Values

// Private fields, as they are written: no message shows what one holds, whatever it is about.

extension Declarations {
  /// Keeps what the lines of private fields hold out of all messages that will show a line of these programs.
  ///
  /// A line is told by the name of its field alone, so that it is kept out also where its record cannot be read.
  func sealPrivateValues(of programs: [Program]) {
    let names = privateNames(programs)
    if names.isEmpty { return }
    for program in programs {
      program.source.seal(privateValues(of: program, names))
    }
  }

  /// Whether a program writes a value into a private field; of one that cannot be read, whether it names such a field.
  public func writesPrivateValues(_ program: Program) -> Bool {
    let names = privateNames([program])
    if names.isEmpty { return false }
    if !program.diagnostics.hasErrors { return !privateValues(of: program, names).isEmpty }
    let text = program.source.text(in: SourceRange(0, program.source.bytes.count))
    return names.contains { text.contains("\($0):") }
  }

  /// The names of all private fields: of kinds that there are, and of those that the programs declare.
  private func privateNames(_ programs: [Program]) -> Set<String> {
    var names: Set<String> = []
    for kind in corpus.kinds.values { for field in kind.fields where field.isPrivate { names.insert(field.name) } }
    for program in programs {
      for statement in program.statements {
        switch statement.kind {
        case .kind(let kind): names.formUnion(kind.fields.filter(\.isPrivate).map(\.name.text))
        case .extendKind(_, let fields): names.formUnion(fields.filter(\.isPrivate).map(\.name.text))
        case .letVariable, .assign, .function, .ifElse, .forEach, .whileLoop, .breakLoop, .continueLoop, .returnValue,
          .use, .check, .expect, .show, .test, .set, .extend, .same, .attribution, .record, .rule, .pattern,
          .continuation, .expression, .prose:
          break
        }
      }
    }
    return names
  }

  private func privateValues(of program: Program, _ names: Set<String>) -> [SourceRange] {
    program.statements.flatMap { statement -> [SourceRange] in
      switch statement.kind {
      case .record(let record): privateValues(in: record.body ?? [], names)
      case .extend(_, _, let lines): privateValues(in: lines, names)
      case .letVariable, .assign, .function, .ifElse, .forEach, .whileLoop, .breakLoop, .continueLoop, .returnValue,
        .use, .check, .expect, .show, .test, .kind, .extendKind, .set, .same, .attribution, .rule, .pattern,
        .continuation,
        .expression, .prose:
        []
      }
    }
  }

  private func privateValues(in lines: [RecordLine], _ names: Set<String>) -> [SourceRange] {
    lines.flatMap { line -> [SourceRange] in
      switch line {
      case .field(let field):
        names.contains(field.name.text) ? field.privateRange.map { [$0] } ?? [] : []
      case .event(let event): privateValues(in: event.body, names)
      case .record(let record): privateValues(in: record.body ?? [], names)
      case .complete, .expect: []
      }
    }
  }

  /// Says once that the value of a private field is not what it must be, in the place of messages that would quote it.
  func sayWithoutValue(_ field: Field, _ place: Place, since before: Findings) {
    guard findings.diagnostics.count > before.diagnostics.count else { return }
    findings = before
    report(.wrongPrivateValue(field, place))
  }
}

extension FieldLine {
  /// Where the value stands, and a remark behind it; nil where nothing is known.
  fileprivate var privateRange: SourceRange? {
    if case .unknown = value.kind { return nil }
    return remark == nil ? value.range : value.range.joined(range)
  }
}

extension Diagnostic {
  static func wrongPrivateValue(_ field: Field, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R614", "the private field `\(field.name)` must be \(field.type.withArticle), and what stands there is none",
      at: place,
      help: "what a private field holds is not shown, also not here")
  }

  static func privateIsWritten(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R615", "what is worked out, or holds for everyone, is no secret, so `\(name)` cannot be private", at: place,
      help: "leave out what stands behind `=`, or leave out `private`")
  }

  static func staysPrivate(_ field: Field, of kind: Kind, _ place: Place, _ above: Field) -> Diagnostic {
    Diagnostic(
      "R616", "`\(field.name)` is private in a kind above `\(kind.name)`, and so it is in this one", at: place,
      others: above.place.map { [.init($0, "private here")] } ?? [],
      help: "write `private \(field.name): \(field.type.name)`, or choose another name")
  }

  static func insidePrivate(_ field: Field, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R617", "a record that stands here would show by its place what the private field `\(field.name)` holds",
      at: place, help: "write it at the top of a file, and here its name: `\(field.name): NAME`")
  }
}
