import Diagnostics
import Evaluation
import Records
import StandardLibrary
import Syntax
import Testing
import Values

/// Records as a test writes them, with the library's kinds and terms around them.
struct Notebook {
  let corpus = Corpus()
  let declarations: Declarations

  init(library: Bool = true) {
    declarations = Declarations(corpus)
    guard library else { return }
    let found = declarations.declare(Notebook.library)
    declarations.keep()
    #expect(found.isEmpty, "the library: \(found.map(\.message))")
  }

  private static let library = libraryScripts.map { parse(Source(name: $0.name, text: $0.text)) }

  /// The library and some records, which must be right.
  init(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    self.init()
    let found = enter(text)
    #expect(found.isEmpty, "\(found.map(\.message))", sourceLocation: sourceLocation)
  }

  /// Takes in a text, as a file or as an entry at the prompt; gives what is wrong.
  @discardableResult func enter(
    _ text: String, named name: String = "test.rep", replacing: Bool = false, settling: Bool = true
  ) -> [Diagnostic] {
    let program = parse(Source(name: name, text: text))
    if !program.diagnostics.isEmpty { return program.diagnostics }
    let found = declarations.declare([program], replacing: replacing)
    if found.hasErrors { declarations.takeBack() } else { declarations.keep(settling: settling) }
    return found
  }

  /// The codes of what is wrong with a text.
  func codes(_ text: String) -> [String] { enter(text).map(\.code) }

  /// A record by its path: `phnom_penh.mother`.
  func record(_ path: String) -> Entity? {
    let names = path.split(separator: ".").map(String.init)
    guard let first = names.first, var here = corpus.entities[first]?.first else { return nil }
    for name in names.dropFirst() {
      guard let inner = corpus.local(name, in: here) else { return nil }
      here = inner
    }
    return here
  }

  /// A field of a record, as text that a test can be read by: `China`, `unknown (not_recorded)`, `[a, b]`.
  func field(_ path: String, _ name: String) -> String {
    guard let entity = record(path), let position = entity.kind.position(of: name) else { return "no such field" }
    return Notebook.text(entity.fields[position])
  }

  /// The same field of every event of a case, in order.
  func events(_ path: String, _ name: String) -> [String] {
    guard let entity = record(path), let position = entity.kind.position(of: "events"),
      case .list(let events) = entity.fields[position]
    else { return [] }
    return events.map { event in
      guard case .entity(let event) = event, let position = event.kind.position(of: name) else { return "?" }
      return Notebook.text(event.fields[position])
    }
  }

  func lines(_ path: String, _ name: String) -> [String] {
    record(path).map { corpus.grounds(of: $0, field: name).lines } ?? []
  }

  func term(_ name: String, _ kind: String? = nil) -> Entity? {
    corpus.entities[name]?.first { entity in kind.map { entity.kind.name == $0 } ?? true }
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .truth(let truth): truth.isYes ? "true" : "false"
    case .short, .text: "\"\(value.string ?? "")\""
    case .none: "none"
    case .unknown(let reasons): "unknown (\(reasons.list.map(\.name).joined(separator: ", ")))"
    case .list(let items): "[\(items.map(text).joined(separator: ", "))]"
    case .date(let date): date.text
    case .span(let span): span.description
    case .quantity(let quantity): quantity.description
    case .entity(let entity): entity.path
    case .disputed(let disputed): "disputed: \(disputed.candidates.map(text).joined(separator: " or "))"
    case .series(let series):
      series.entries.map { "\(text($0.value)) at \($0.from?.text ?? "no date")" }.joined(separator: ", ")
        + "; now \(text(series.current))"
    case .record, .map, .range, .table, .sealed, .function: "something else"
    }
  }
}
