import ArgumentParser
import Diagnostics
import Session
import Terminal

/// Runs files and expressions; opens the prompt where there are none.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run files, answer an expression, or open the prompt.", shouldDisplay: false)

  @Argument(help: "Files to run, as one program.", completion: .file(extensions: ["rep"]))
  var files: [String] = []

  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue,
    help: "An expression to answer, after the files have been run. May be given several times.")
  var expression: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (files, expressions, words, format) = (files, expression, Program.words, output.format)
    try Work.perform { host, stack in
      let messages = Messages()
      if files.isEmpty, expressions.isEmpty, Prompt.isPersonThere {
        let session = Session(host: host, format: format, stack: stack)
        Prompt(session: session, host: host, messages: messages).run(
          greeting: """
            rep \(repVersion): records of what was done to whom, and questions about them.
            `help` shows what there is to ask; `quit` or Ctrl-D leaves.

            """)
        return .well
      }
      let session = Session(host: host, format: format, stack: stack)
      let out = StandardStream.output
      var found: [Diagnostic] = []
      if !files.isEmpty {
        found = session.run(files: files, arguments: words) { out.write($0) }
        messages.say(found)
      }
      for expression in expressions where !Work.hasErrors(found) {
        let more = session.run(bytes: Array(expression.utf8), name: "<expression>", arguments: words) { out.write($0) }
        messages.say(more)
        found += more
      }
      if files.isEmpty, expressions.isEmpty {
        do throws(Diagnostic) {
          let script = try host.readStandardInput()
          found = session.run(bytes: script, name: SystemHost.standardInput, arguments: words) { out.write($0) }
        } catch { found = [error] }
        messages.say(found)
      }
      return Work.end(of: found)
    }
  }
}
