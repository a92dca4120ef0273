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
      openConstruct: { [session] text in Prompt.open(in: text, session) },
      completions: { [session] text, cursor in session.completions(in: text, at: cursor) })
  }

  private func talk(_ editor: LineEditor) {
    while output(isFine: StandardStream.output) {
      switch editor.read() {
      case .entered(let text):
        if Prompt.leaving(text, session) == nil, !session.writesPrivateValues(text) { editor.history.add(text) }
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
        open = Prompt.open(in: text, session)
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
        Prompt.tellDropped(still)
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
    if entry.isEmpty { return true }
    if Prompt.leavingWords.contains(String(entry)) { return false }
    if let still = Prompt.leaving(text, session) {
      Prompt.tellDropped(still)
      return false
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

  private static let leavingWords = ["exit", "quit", "exit()", "quit()", ":q"]

  /// What is still open at the end of a text; nil for a whole entry, and for one that asks to leave.
  private static func open(in text: String, _ session: Session) -> String? {
    isCommand(text) || leaving(text, session) != nil ? nil : session.openConstruct(in: text)
  }

  /// What a text leaves open whose last line asks to leave: no line of the language is such a word alone, but a line of a
  /// text of several lines may be.
  private static func leaving(_ text: String, _ session: Session) -> String? {
    guard let end = text.lastIndex(of: "\n") else { return nil }
    let last = text[text.index(after: end)...].split { $0 == " " || $0 == "\t" }
    guard last.count == 1, leavingWords.contains(String(last[0])) else { return nil }
    let open = session.openConstruct(in: String(text[..<end]))
    return open == "\"\"\"" ? nil : open
  }

  private static func tellDropped(_ open: String) {
    StandardStream.messages.writeNow("\(open) was still open; the entry is dropped\n")
  }

  /// Whether a text is a command of the prompt, which no bracket keeps open.
  private static func isCommand(_ text: String) -> Bool {
    let words = text.split(maxSplits: 2) { $0 == " " || $0 == "\t" }
    guard let first = words.first, !text.contains("\n") else { return false }
    return switch first {
    case "help", "?": true
    case _ where leavingWords.contains(String(first)): true
    case "what": words.count > 1 && words[1] == "is"
    default: false
    }
  }
}
