import Diagnostics
import StandardLibrary
import Syntax

/// A part of the library that is taken in by `use NAME`, and is not there before: tables of treaties, published figures.
///
/// Starting Rep stays quick that way, and nobody finds records among theirs that they did not ask for.
struct Module {
  let script: LibraryScript

  static let all = libraryModules.map { Module(script: $0) }

  static func named(_ name: String) -> Module? { all.first { $0.name == name } }

  /// The module that declares a name, for someone who has not taken it in.
  static func declaring(_ name: String) -> Module? { all.first { $0.declares(name) } }

  var name: String { String(script.name.dropLast(".rep".count)) }

  /// What messages call it.
  var sourceName: String { "library/modules/\(script.name)" }

  var program: Program { parse(Source(name: sourceName, text: script.text)) }

  /// What its first lines say of it.
  var documentation: Documentation {
    let lines = script.text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("##") }
    return Documentation(lines.map { $0.dropFirst($0.hasPrefix("## ") ? 3 : 2) }.joined(separator: "\n"))
  }

  /// The names that it declares: of records, sets, functions, kinds and their tables, and fields of kinds.
  var names: [String] { program.statements.flatMap { Module.names(declaredBy: $0) } }

  private static func names(declaredBy statement: Statement) -> [String] {
    switch statement.kind {
    case .function(let function): [function.name.text]
    case .record(let record): [record.name?.text].compactMap { $0 }
    case .kind(let kind): [kind.name.text, kind.plural?.text].compactMap { $0 }
    case .extendKind(_, let fields): fields.map(\.name.text)
    case .set(let set): [set.name.text]
    case .letVariable(let name, _): [name.text]
    case .rule(let rule): [rule.name.text]
    case .pattern(let pattern): [pattern.name.text]
    case .assign, .ifElse, .forEach, .whileLoop, .breakLoop, .continueLoop, .returnValue, .use, .check, .expect, .show,
      .test, .extend, .same, .attribution, .continuation, .expression, .prose:
      []
    }
  }

  /// A module is read only where its text holds the name at all.
  private func declares(_ name: String) -> Bool { script.text.contains(name) && names.contains(name) }
}
