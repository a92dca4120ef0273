import ArgumentParser
import Diagnostics
import Session
import Terminal

/// What running takes.
struct RunOptions: ParsableArguments {
  @Argument(help: "Files to run, as one program.", completion: .custom(RunOptions.words))
  var files: [String] = []

  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue,
    help: "An expression to answer, after the files have been run. May be given several times.")
  var expression: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var key: KeyOptions
}

extension RunOptions {
  /// What a shell offers for a word: scripts and folders, and in the first place the commands too.
  @Sendable static func words(_ all: [String], at index: Int, beginningWith prefix: String) -> [String] {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let files = SystemHost().list(folder)
      .filter { ($0.hasSuffix(".rep") || $0.hasSuffix("/")) && !$0.hasPrefix(".") }
      .map { folder + ($0.hasSuffix("/") ? String($0.dropLast()) : $0) }
    let commands = index == 1 ? Program.commands : []
    return (commands + files).filter { $0.hasPrefix(prefix) }
  }
}

/// Runs files and expressions; opens the prompt where there are none.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run files, answer an expression, or open the prompt.",
    usage: "rep [FILE…] [-e EXPRESSION]… [--format FORMAT] [--key FILE] [-- WORDS]",
    shouldDisplay: false)

  @OptionGroup var options: RunOptions

  func run() throws {
    let (files, expressions, format) = (options.files, options.expression, options.output.format)
    if files.isEmpty, expressions.isEmpty { return try Run.talkOrRead(format, key: options.key.key) }
    let words = Program.words
    try Work.perform(key: options.key.key) { host, stack in
      let messages = Messages(format: format)
      let out = StandardStream.output
      let session = Work.session(host, format, stack)
      var found: [Diagnostic] = []
      if !files.isEmpty {
        found = session.run(files: files, arguments: words) { out.write($0) }
        messages.say(Work.withCommandsMeant(found, by: files))
      }
      for expression in expressions where !Work.hasErrors(found) {
        let more = session.run(bytes: Array(expression.utf8), name: "<expression>", arguments: words) { out.write($0) }
        messages.say(more)
        found += more
      }
      return Work.end(of: found)
    }
  }

  /// Opens the prompt for a person; runs what comes from anywhere else.
  static func talkOrRead(_ format: OutputFormat = .text, key: String? = nil) throws {
    let words = Program.words
    try Work.perform(key: key) { host, stack in
      let messages = Messages(format: format)
      let session = Work.session(host, format, stack)
      if Prompt.isPersonThere {
        Prompt(session: session, host: host, messages: messages).run(greeting: Run.greeting)
        return .well
      }
      var found: [Diagnostic]
      do throws(Diagnostic) {
        let script = try host.readStandardInput()
        found = session.run(bytes: script, name: SystemHost.standardInput, arguments: words) {
          StandardStream.output.write($0)
        }
      } catch { found = [error] }
      messages.say(found)
      return Work.end(of: found)
    }
  }

  private static let greeting = """
    rep \(repVersion): records of what was done to whom, and questions about them.
    `help` shows what there is to ask; `quit` or Ctrl-D leaves.

    """
}
