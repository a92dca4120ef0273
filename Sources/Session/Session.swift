import Builtins
import Diagnostics
import Evaluation
import Records
import StandardLibrary
import Syntax
import Values

/// The language put together: what has been entered so far, and the one way from text to answer.
///
/// A session belongs to the thread that made it.
public final class Session {
  /// Takes a piece of an answer, in order; pieces carry their own line ends.
  public typealias Output = (String) -> Void

  let host: any Host
  let format: OutputFormat
  let project: Project
  let corpus: Corpus
  let declarations: Declarations
  /// Paths of the files that are part of the project.
  private var files: Set<String> = []
  /// What was wrong with the library: nothing, unless it is being edited.
  private(set) var libraryDiagnostics: [Diagnostic] = []

  var machine: Machine { project.machine }

  public init(host: any Host, format: OutputFormat = .text, stack: StackBounds? = nil) {
    self.host = host
    self.format = format
    self.corpus = Corpus()
    self.project = Project(corpus: corpus, machine: Machine(corpus: corpus, stack: stack ?? .here()))
    self.declarations = Declarations(corpus)
    machine.isCancelled = { [unowned host] in host.isCancelled }
    loadLibrary()
  }

  // MARK: The whole way

  /// From the tree to the answer: records are settled, names resolved, statements run from the top.
  ///
  /// Source → tokens → tree is `parse`; here the rest follows, and whatever is wrong stops the way at its stage.
  func process(_ units: [Unit], isPrompt: Bool, output: @escaping Output) -> [Diagnostic] {
    var messages = units.flatMap(\.program.diagnostics)
    if messages.hasErrors { return messages }
    let declared = declarations.declare(units.map(\.program), replacing: isPrompt)
    messages += declared.diagnostics
    if messages.hasErrors { return messages }
    do throws(Project.Refused) {
      try project.plan(declared)
      let plans = try project.plan(units, isPrompt: isPrompt)
      for plan in plans {
        if let message = run(plan, output: output) { return messages + [message] }
      }
    } catch {
      return messages + error.diagnostics
    }
    return messages + hold(declared.expectations)
  }

  private func run(_ plan: Plan, output: @escaping Output) -> Diagnostic? {
    machine.show = { [unowned self] (value: Value) throws(Fault) in
      output(self.render(value))
      self.project.lastAnswer = value
    }
    do throws(Fault) {
      try plan.run(project)
      return nil
    } catch {
      return error.diagnostic
    }
  }
}
