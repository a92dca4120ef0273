import CEdit
import Glibc
import Session

/// Reads entries from a person at a terminal.
///
/// libedit keeps the line and the keys (emacs and vi, `~/.editrc`); what the screen shows is drawn here, from the hook
/// through which libedit asks for each key, because libedit's own drawing loses its place among combining marks and
/// joined characters. An entry of several lines is one text, edited as one.
final class LineEditor {
  /// How the reading of an entry ended.
  enum Outcome {
    case entered(String)
    /// The person dropped what was typed.
    case dropped
    /// The person wants to leave.
    case ended
  }

  /// What is still open at the end of a text, or nil when it is a whole entry.
  let openConstruct: (String) -> String?
  let completions: (_ text: String, _ cursor: Int) -> Completions
  var history: History
  let prompt: String
  let hasColour: Bool

  var line: OpaquePointer?
  var outcome: Outcome?
  var keys = KeyReader()
  /// Bytes that have come and have not been looked at.
  var input: ArraySlice<UInt8> = []
  var pasted = ""
  /// The terminal is gone.
  var inputHasEnded = false

  /// What the screen shows now, or nil where nothing has been drawn yet.
  var drawn: Drawing?
  /// Rows below the text, until the next key: a list of completions, a remark.
  var below: [String] = []
  /// What stands in place of the prompt while history is searched.
  var searchPrompt: String?
  var continuationPrompts: [Substring: String] = [:]

  /// Where in the history the shown entry stands; nil for the draft.
  var position: Int?
  /// What was typed before the walk through history began.
  var draft = ""
  /// The texts that undo goes back to, with their cursors.
  var past: [(text: String, cursor: Int)] = []
  /// The last key was a Tab that found nothing to add.
  var tabWaits = false

  init?(
    prompt: String, history: History, hasColour: Bool, openConstruct: @escaping (String) -> String?,
    completions: @escaping (String, Int) -> Completions
  ) {
    self.prompt = prompt
    self.history = history
    self.hasColour = hasColour
    self.openConstruct = openConstruct
    self.completions = completions
    cedit_use_utf8()
    cedit_restore_on_death()
    line = cedit_begin(
      Unmanaged.passUnretained(self).toOpaque(),
      { line, slot in
        guard let slot, let editor = LineEditor.of(line), let key = editor.nextKey() else { return 0 }
        cedit_store_key(slot, key)
        return 1
      },
      { line, key in LineEditor.of(line)?.perform(key, inViCommandMode: false) ?? UInt8(CEDIT_END) },
      { line, key in LineEditor.of(line)?.perform(key, inViCommandMode: true) ?? UInt8(CEDIT_END) })
    if line == nil { return nil }
    cedit_watch_terminal()
  }

  deinit { if let line { cedit_finish(line) } }

  private static func of(_ line: OpaquePointer?) -> LineEditor? {
    guard let line, let client = cedit_client(line) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
  }

  /// Reads one entry; the terminal is as it was before when this returns.
  func read() -> Outcome {
    outcome = nil
    drawn = nil
    below = []
    position = nil
    draft = ""
    past = []
    tabWaits = false
    continuationPrompts = [:]
    print("\u{1B}[?2004h")
    cedit_read(line)
    print("\u{1B}[?2004l")
    if let outcome { return outcome }
    if inputHasEnded { return .ended }
    // A key that ~/.editrc bound to a command of libedit's own has ended the line.
    print("\r\n")
    return .dropped
  }

  func print(_ text: String) { StandardStream.output.writeNow(text) }

  // MARK: The text

  var length: Int { Int(cedit_length(line)) }

  /// Where the cursor stands, counted in code points.
  var cursor: Int {
    get { Int(cedit_cursor(line)) }
    set { cedit_move(line, Int32(newValue)) }
  }

  var codepoints: [UInt32] {
    let count = length
    return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
      cedit_copy(line, buffer.baseAddress, Int32(count))
      filled = count
    }
  }

  var text: String { LineEditor.string(codepoints[...]) }

  static func string(_ codepoints: ArraySlice<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    for codepoint in codepoints { result.append(Unicode.Scalar(codepoint) ?? "\u{FFFD}") }
    return String(result)
  }

  func insert(_ text: String) {
    let codepoints = text.unicodeScalars.map(\.value)
    cedit_insert(line, codepoints, Int32(codepoints.count))
  }

  /// Takes the code points of a range out, and leaves the cursor there.
  func delete(_ range: Range<Int>) {
    cursor = range.upperBound
    cedit_delete_before(line, Int32(range.count))
  }

  func replace(with text: String, cursor: Int? = nil) {
    delete(0..<length)
    insert(text)
    if let cursor { self.cursor = cursor }
  }

  /// The cursor as an offset in UTF-8.
  var cursorInUTF8: Int { LineEditor.string(codepoints[..<cursor]).utf8.count }
}
