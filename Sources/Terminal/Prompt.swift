import CEdit
import Diagnostics
import Glibc
import Session

/// The conversation with a person at a terminal: an entry in, an answer out, until they leave.
public final class Prompt {
  private static let prompt = "rep> "
  private let session: Session
  private let host: SystemHost
  private let messages: Messages

  public init(session: Session, host: SystemHost, messages: Messages) {
    self.session = session
    self.host = host
    self.messages = messages
  }

  /// Whether standard input is a person, rather than a file or another program.
  public static var isPersonThere: Bool { isatty(STDIN_FILENO) == 1 }

  /// Talks until the person leaves.
  public func run(greeting: String) {
    cedit_watch_interrupt(false)
    // Someone who drops a line and leaves has stopped nothing.
    defer { host.clearCancelled() }
    let output = StandardStream.output
    if output.isTerminal { output.writeNow(greeting) }
    let file = HistoryFile.ofEnvironment { getenv($0).map { String(cString: $0) } }
    var history = History(file: file)
    if let file, let number = file.prepare() {
      messages.say([.noHistory(file.path, number)])
      history = History(file: nil)
    }
    let isDrawable = output.isTerminal && getenv("TERM").map { String(cString: $0) } != "dumb"
    guard isDrawable, let editor = editor(history) else { return talkPlainly() }
    talk(editor)
  }

  private func editor(_ history: History) -> LineEditor? {
    LineEditor(
      prompt: Prompt.prompt, history: history, hasColour: host.hasColour,
      openConstruct: { [session] text in Prompt.isCommand(text) ? nil : session.openConstruct(in: text) },
      completions: { [session] text, cursor in session.completions(in: text, at: cursor) })
  }

  private func talk(_ editor: LineEditor) {
    while output(isFine: StandardStream.output) {
      switch editor.read() {
      case .entered(let text):
        if !session.writesPrivateValues(text) { editor.history.add(text) }
        if !take(text) { return }
      case .dropped: continue
      case .ended: return
      }
    }
  }

  /// The same without drawing: the terminal edits each line, and a further line asks with a prompt of its own.
  private func talkPlainly() {
    var lines = PlainLines()
    var text = ""
    var open: String?
    // Where answers go to a file, prompts are no part of them.
    let screen = StandardStream.output.isTerminal ? StandardStream.output : StandardStream.messages
    while output(isFine: StandardStream.output) {
      screen.writeNow(
        open.map { LineEditor.continuationPrompt($0, width: Prompt.prompt.count) } ?? Prompt.prompt)
      switch lines.next() {
      case .text(let line):
        text += text.isEmpty ? line : "\n" + line
        open = Prompt.isCommand(text) ? nil : session.openConstruct(in: text)
        guard open == nil else { continue }
        defer { text = "" }
        if !take(text) { return }
      case .dropped:
        screen.writeNow("\n")
        text = ""
        open = nil
      case .ended:
        screen.writeNow("\n")
        guard let still = open else { return }
        StandardStream.messages.writeNow("\(still) was still open; the entry is dropped\n")
        text = ""
        open = nil
      }
    }
  }

  private func output(isFine output: StandardStream) -> Bool { output.failure == nil }

  /// Hands an entry over; false when it asks to leave.
  private func take(_ text: String) -> Bool {
    var entry = text[...]
    while let last = entry.last, last.isWhitespace { entry.removeLast() }
    while let first = entry.first, first.isWhitespace { entry.removeFirst() }
    switch entry {
    case "": return true
    case "exit", "quit", "exit()", "quit()", ":q": return false
    default: break
    }
    host.clearCancelled()
    let found = session.enter(entry == "?" ? "help" : text) { StandardStream.output.write($0) }
    let isStopped = host.isCancelled
    host.clearCancelled()
    // The terminal has written `^C` where the answer was.
    if isStopped { StandardStream.output.write("\n") }
    StandardStream.output.flush()
    messages.say(found)
    return true
  }

  /// Whether a text is a command of the prompt, which no bracket keeps open.
  private static func isCommand(_ text: String) -> Bool {
    let words = text.split(maxSplits: 2) { $0 == " " || $0 == "\t" }
    guard let first = words.first, !text.contains("\n") else { return false }
    return switch first {
    case "help", "?", "exit", "quit", "exit()", "quit()", ":q": true
    case "what": words.count > 1 && words[1] == "is"
    default: false
    }
  }
}
