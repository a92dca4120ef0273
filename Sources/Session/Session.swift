import Diagnostics

/// The language put together: what has been entered so far, and the one way from text to answer.
///
/// A session belongs to the thread that made it.
public final class Session {
  /// Takes a piece of an answer, in order; pieces carry their own line ends.
  public typealias Output = (String) -> Void

  private let host: any Host
  private let format: OutputFormat
  private let stack: StackBounds?

  public init(host: any Host, format: OutputFormat = .text, stack: StackBounds? = nil) {
    self.host = host
    self.format = format
    self.stack = stack
  }

  /// What is still open at the end of a text, as it was typed (`(`, `case {`, `"""`), or nil when the text is a whole
  /// entry.
  public func openConstruct(in text: String) -> String? {
    var open: [Character] = []
    for character in text {
      switch character {
      case "(", "[", "{": open.append(character)
      case ")", "]", "}": _ = open.popLast()
      default: continue
      }
    }
    return open.last.map(String.init)
  }

  /// Runs one entry of the prompt.
  public func enter(_ text: String, output: Output) -> [Diagnostic] {
    output(text + "\n")
    return []
  }

  /// Runs files one after the other, as one program.
  public func run(files: [String], arguments: [String] = [], output: Output) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for file in files {
      do { found += run(bytes: try host.read(file), name: file, output: output) } catch { found.append(error) }
    }
    return found
  }

  /// Runs a text that is no file: an expression of the command line, or standard input.
  public func run(bytes: [UInt8], name: String, arguments: [String] = [], output: Output) -> [Diagnostic] {
    output(String(decoding: bytes, as: UTF8.self))
    return []
  }

  /// Says everything that is wrong with files, and runs nothing.
  public func check(files: [String]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for file in files {
      do { _ = try host.read(file) } catch { found.append(error) }
    }
    return found
  }

  /// Runs the tests of files, and of the library when asked.
  public func test(files: [String], library: Bool, output: Output) -> TestSummary { TestSummary() }

  /// A text laid out in the one way, or why it cannot be.
  public func format(bytes: [UInt8], name: String) -> Result<String, Refusal> {
    .success(String(decoding: bytes, as: UTF8.self))
  }

  /// What `rep explain` tells of a code, or nil when there is no such code.
  public func explain(_ code: String) -> String? { nil }

  /// The words with which the one at the cursor (a UTF-8 offset) can go on.
  public func completions(in line: String, at cursor: Int) -> Completions { Completions(start: cursor, words: []) }
}
