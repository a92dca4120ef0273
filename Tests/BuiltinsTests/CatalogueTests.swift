import Builtins
import Diagnostics
import Evaluation
import Syntax
import Testing

@testable import Session

/// What holds for every function of the library, in Swift or in Rep.
struct CatalogueTests {
  /// A session that has taken in every module.
  private static let session = { @Sendable () in
    let session = Session(host: NoHost())
    for module in Module.all { #expect(session.enter("use \(module.name)") { _ in }.isEmpty, "\(module.name)") }
    return session
  }

  @Test func everyDeclarationOfABuiltinIsOneDocumentedFunction() {
    for builtin in builtins {
      let program = parse(Source(name: "builtin", text: builtin.declaration), as: .signatures)
      #expect(program.diagnostics.isEmpty, "\(builtin.declaration)")
      #expect(program.statements.count == 1, "\(builtin.declaration)")
      guard case .function(let declaration)? = program.statements.first?.kind else {
        Issue.record("no function: \(builtin.declaration)")
        continue
      }
      #expect(declaration.body == nil)
      #expect(program.statements[0].documentation != nil, "\(declaration.name.text) has no documentation")
    }
  }

  @Test func theLibraryLoadsWithoutAMessage() {
    let session = Self.session()
    #expect(session.libraryDiagnostics.map(\.message).isEmpty)
  }

  @Test func everySummaryIsOneSentence() {
    for function in libraryFunctions {
      let summary = function.documentation.summary
      #expect(summary.hasSuffix("."), "\(function.name): \(summary)")
      #expect(!summary.dropLast().contains(". "), "\(function.name): \(summary)")
      #expect(summary.first?.isUppercase == true || summary.first?.isNumber == true, "\(function.name): \(summary)")
    }
  }

  @Test func everyFunctionHasAnExample() {
    // An example that ran would write a file beside whoever runs the tests.
    for function in libraryFunctions where function.name != "save" {
      #expect(!function.documentation.examples.isEmpty, "\(function.name)")
    }
  }

  @Test func everyExampleGivesWhatItSays() {
    var said = ""
    let summary = Self.session().test(files: [], library: true) { said += $0 }
    #expect(summary.isGood, "\(said)")
    #expect(summary.passed > 150)
  }

  /// A call that stands alone in an example gives a value of the kind that the function declares.
  @Test func everyAnswerIsOfTheDeclaredKind() throws {
    let session = Self.session()
    for function in session.reference.functions where function.topic != nil {
      guard let kinds = function.resultKinds else { continue }
      for example in function.documentation.examples {
        guard example.code.hasPrefix(function.name + "("), example.code.hasSuffix(")"), !example.code.contains("|")
        else {
          continue
        }
        var kind = ""
        _ = session.enter("kind_of(\(example.code))") { kind += $0 }
        let name = kind.trimmed
        #expect(kinds.contains(name) || name == "unknown", "\(example.code) gives \(name), not \(kinds)")
      }
    }
  }

  @Test func noFunctionBearsTheNameOfAKindOrARecord() {
    let session = Self.session()
    for function in session.reference.functions {
      // A step stands behind `|`, where no kind can: `| group by .host` beside the kind `group`.
      #expect(function.takesRows || session.corpus.kinds[function.name] == nil, "\(function.name) is a kind")
      // `sources(x)` asks what an answer rests on; `sources` alone is the table of all sources.
      let isTable = session.corpus.plurals[function.name] != nil && function.name != "sources"
      #expect(!isTable, "\(function.name) is a table")
      #expect(session.corpus.entities[function.name] == nil, "\(function.name) is a term or a record")
    }
  }

  @Test func noTwoFunctionsBearOneName() {
    let names = libraryFunctions.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func everyWordOfTheLanguageHasAPage() {
    let words = """
      after and as at before break by check continue during each else false fn for has if in is it let match matches
      none not on or overlaps per return suppose then true under unknown use while why without via test expect show
      kind extend set same rule pattern was complete
      """
    let help = Help(reference: Self.session().reference, width: 80)
    for word in words.split(whereSeparator: \.isWhitespace) {
      #expect(help.reference.word(String(word)) != nil, "\(word)")
    }
  }

  /// What someone new reads first: a page each, which stands in a chapter.
  @Test func everyTopicIsOneScreen() {
    for topic in Topic.all {
      let lines = topic.page(width: 100).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count > 12, "\(topic.name) says nothing")
      #expect(lines.count <= 48, "\(topic.name) has \(lines.count) lines")
      #expect(lines.allSatisfy { $0.count <= 110 }, "\(topic.name)")
    }
  }

  /// What the same thing is called elsewhere leads to something that there is.
  @Test func everyNameElsewhereLeadsHere() {
    let reference = Self.session().reference
    for name in NamesElsewhere.all.values {
      #expect(reference.function(name) != nil || reference.word(name) != nil, "\(name)")
    }
  }

  private var libraryFunctions: [DocumentedFunction] { Self.session().reference.functions.filter { $0.topic != nil } }
}

extension DocumentedFunction {
  /// The kinds that the declaration promises; nil where it promises none.
  fileprivate var resultKinds: [String]? {
    guard let close = signature.lastRange(of: "): ") else { return nil }
    let kinds = signature[close.upperBound...]
    if kinds.hasPrefix("list") { return ["list"] }
    return kinds.split(separator: " ").map(String.init).filter { $0 != "or" && $0 != "of" }
  }
}

/// A host that has nothing to give.
final class NoHost: Host {
  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    throw Diagnostic("R500", "there are no files here")
  }
}
