import Diagnostics
import Glibc
import Keys
import Session

/// What the doors say about files and streams.
extension Diagnostic {
  static func noSuchFile(_ path: String) -> Diagnostic {
    Diagnostic("R500", "there is no file \"\(path)\"", help: "look for a slip in its name or its folder")
  }

  static func unreadableFile(_ path: String, _ number: Int32) -> Diagnostic {
    switch number {
    case ENOENT, ENOTDIR: noSuchFile(path)
    case EACCES, EPERM:
      Diagnostic("R501", "\"\(path)\" may not be read", help: "`ls -l` shows who may read it")
    default: Diagnostic("R501", "\"\(path)\" cannot be read: \(systemWords(number))")
    }
  }

  static func folderAsFile(_ path: String) -> Diagnostic {
    Diagnostic("R502", "\"\(path)\" is a folder, not a file", help: "name the files in it")
  }

  static func fileTooLarge(_ path: String, _ most: Int) -> Diagnostic {
    Diagnostic(
      "R503", "\"\(path)\" is larger than \(most >> 20) MiB, or than there is memory for",
      help: "split it into several files")
  }

  static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "R509", "\"\(path)\" is no file but a pipe or a device", help: "what it gives can be put into a file first")
  }

  static func unfitKey(_ path: String) -> Diagnostic {
    Diagnostic(
      "R624",
      "\"\(path)\" is no key: it must have \(ProjectKey.length.lowerBound) to \(ProjectKey.length.upperBound) bytes",
      help: "`head -c 32 /dev/urandom | base64 > project.key` makes one")
  }

  static func keyAsFile(_ path: String) -> Diagnostic {
    Diagnostic("R625", "\"\(path)\" is the key of the project, and nothing else reads it")
  }

  /// The answers have nowhere to go: a full disk, a stream that was closed.
  public static func unwritable(_ number: Int32) -> Diagnostic {
    Diagnostic("R504", "answers cannot be written: \(systemWords(number))")
  }

  public static func unwritableFile(_ path: String, _ number: Int32) -> Diagnostic {
    Diagnostic("R505", "\"\(path)\" cannot be written: \(systemWords(number))")
  }

  public static func noThread() -> Diagnostic {
    Diagnostic("R506", "there is not enough memory to begin", help: "`ulimit -v` shows the limit of this shell")
  }

  public static func unknownCode(_ code: String) -> Diagnostic {
    Diagnostic(
      "R508", "there is no message with the code \"\(code)\"", help: "a code is R and three digits, as in R014")
  }

  /// Whether it says that a file is not there.
  public var isAboutMissingFile: Bool { code == "R500" }

  /// Whether it says that something could not be read at all.
  public var isAboutReading: Bool { ["R500", "R501", "R502", "R503", "R509"].contains(code) }

  static func noHistory(_ path: String, _ number: Int32) -> Diagnostic {
    Diagnostic(
      "R507", "entries will not be kept between sessions: \"\(path)\" cannot be written (\(systemWords(number)))",
      help: "`REP_HISTORY=off rep` keeps nothing and says nothing", severity: .note)
  }

  /// What the system calls an error, in lower case.
  private static func systemWords(_ number: Int32) -> String {
    let words = String(cString: strerror(number))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
