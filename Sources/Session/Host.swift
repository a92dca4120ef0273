import Diagnostics
import Values

/// The only way from the language to the world outside: files, the terminal, the clock, and the wish to stop.
///
/// It is also the sandbox: what a host does not hand over, no script can reach.
public protocol Host: AnyObject, Sendable {
  /// The bytes of a file, or why they cannot be had. A person may name a pipe as well, a script may not: it would wait
  /// for nobody knows what.
  func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8]

  /// Puts bytes in the place of a file, or makes a new one: as a whole, or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(Diagnostic)

  /// The names in a folder, in order; those of folders end in `/`. Empty when there is nothing to see.
  func list(_ folder: String) -> [String]

  /// Whether the person asked to stop; the interpreter looks every 1,024 steps, so this must be cheap.
  var isCancelled: Bool { get }

  /// Forgets that the person asked to stop.
  func clearCancelled()

  /// Whether so many bytes of memory more may be taken. It is asked less often, and before something large is made.
  func hasMemory(for bytes: Int) -> Bool

  /// Tells a person how far something long has come; nil when it has ended.
  func tell(_ progress: Watch.Progress?)

  /// How many columns of text an answer may take.
  var width: Int { get }

  /// Whether answers may be coloured.
  var hasColour: Bool { get }

  /// Today, in days since 1970-01-01, or nil where the clock is not granted.
  func today() -> Int?

  /// The keyed hash (HMAC-SHA256) of some bytes, or nil where no key was given. The key itself is not handed over.
  func keyedHash(_ bytes: [UInt8]) -> [UInt8]?
}

/// What a host says that has no files to write, no terminal, no clock, no key and no measure of its memory.
extension Host {
  public func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    throw Diagnostic("R505", "\"\(path)\" cannot be written: there are no files here")
  }
  public func list(_ folder: String) -> [String] { [] }
  public var isCancelled: Bool { false }
  public func clearCancelled() {}
  public func hasMemory(for bytes: Int) -> Bool { true }
  public func tell(_ progress: Watch.Progress?) {}
  public var width: Int { 100 }
  public var hasColour: Bool { false }
  public func today() -> Int? { nil }
  public func keyedHash(_ bytes: [UInt8]) -> [UInt8]? { nil }
}
