import ArgumentParser
import Diagnostics
import Glibc
import Session
import Terminal

/// `rep`: the program and its commands.
struct Program: ParsableCommand {
  static let configuration = describe(defaultSubcommand: Run.self)

  fileprivate static func describe(defaultSubcommand: (any ParsableCommand.Type)?) -> CommandConfiguration {
    CommandConfiguration(
      commandName: "rep",
      abstract: "Write down what was done to whom, and ask questions that answer with their reasons.",
      usage: """
        rep                                   a prompt to ask at
        rep FILE… [-e EXPRESSION] [-- WORDS]  run files, then answer an expression
        rep check | test | format | explain   see `rep help COMMAND`
        """,
      discussion: """
        Without a file, rep opens a prompt; what comes through a pipe is run as a script.
        A file that bears the name of a command is reached as ./check.

        Answers go to standard output, messages to standard error. The exit code is
          0    all is well
          1    a script has an error, or a test failed
          2    rep was called in a way it does not know
          66   a file cannot be read
          74   answers cannot be written
          130  stopped with Ctrl-C
        """,
      version: "rep \(repVersion)",
      subcommands: [Run.self, Check.self, Test.self, Format.self, Explain.self],
      defaultSubcommand: defaultSubcommand)
  }

  /// The words that are commands, and no files.
  static let commands = ["check", "test", "format", "explain", "help"]

  /// What stands after `--`: words for the script. ArgumentParser would take them for files.
  static let words = Array(CommandLine.arguments.dropFirst().drop { $0 != "--" }.dropFirst())

  /// Understands the command line, does what it asks, and leaves with the exit code.
  static func begin() -> Never {
    let all = CommandLine.arguments.dropFirst()
    let arguments = Array(all.first == "---completion" ? all : all.prefix { $0 != "--" })
    let isOverview =
      ["--help", "-h", "help"].contains(arguments.joined(separator: " "))
      || ["--generate-completion-script", "---completion"].contains { arguments.first?.hasPrefix($0) == true }
    let root: any ParsableCommand.Type = isOverview ? Overview.self : Program.self
    do {
      // Nothing to understand: the prompt is there a millisecond earlier.
      if all.isEmpty {
        try Run.talkOrRead()
        Glibc.exit(0)
      }
      var command = try root.parseAsRoot(arguments)
      if !words.isEmpty, !(command is Run) { throw ValidationError("Only a script can be given words after `--`.") }
      try command.run()
      Glibc.exit(0)
    } catch let end as ProgramEnd {
      Glibc.exit(end.rawValue)
    } catch {
      // ArgumentParser's own code for wrong usage is 64.
      let code = root.exitCode(for: error).rawValue
      let text = root.fullMessage(for: error)
      (code == 0 ? StandardStream.output : .messages).writeNow(text.hasSuffix("\n") ? text : text + "\n")
      Glibc.exit(code == 0 ? 0 : ProgramEnd.wrongUsage.rawValue)
    }
  }
}

/// The program as help pages and completion scripts describe it: with what running takes at its top.
///
/// Parsed so, a first word would always be a file; hence there are two.
struct Overview: ParsableCommand {
  static let configuration = Program.describe(defaultSubcommand: nil)
  @OptionGroup var options: RunOptions
}

/// The version that this program calls itself.
let repVersion = "0.1.0"

/// How the program ends, for the shell.
enum ProgramEnd: Int32, Error {
  case well = 0
  case failed = 1
  case wrongUsage = 2
  case noInput = 66
  case noOutput = 74
  case interrupted = 130
}

/// How answers are written, where a command writes answers.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: "How answers and messages are written: text, json, csv or markdown.")
  var format: OutputFormat = .text
}

/// The key that pseudonyms are made with, where a command works out answers.
struct KeyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file with the key of the project, which `pseudonym` needs; else the variable REP_KEY_FILE names it.",
      valueName: "file"),
    completion: .file())
  var key: String?
}

extension OutputFormat: ExpressibleByArgument {}
