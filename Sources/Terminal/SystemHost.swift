import CEdit
import Diagnostics
import Glibc
import Session

/// The files, the terminal and the signals of the machine that Rep runs on.
public final class SystemHost: Host {
  /// Data files of this size and less are read whole.
  static let largestFile = 1 << 30

  public init() {}

  public func read(_ path: String) throws(Diagnostic) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .noSuchFile(path) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadableFile(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadableFile(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .folderAsFile(path) }
    if Int(status.st_size) > Self.largestFile { throw .fileTooLarge(path) }
    let contents: [UInt8]?
    do { contents = try Self.readAll(file, expecting: Int(status.st_size)) } catch {
      throw .unreadableFile(path, error.number)
    }
    guard let contents else { throw .fileTooLarge(path) }
    return contents
  }

  /// Standard input to its end.
  public func readStandardInput() throws(Diagnostic) -> [UInt8] {
    let contents: [UInt8]?
    do { contents = try Self.readAll(STDIN_FILENO, expecting: 0) } catch {
      if error.number == EISDIR { throw .folderAsFile(Self.standardInput) }
      throw .unreadableFile(Self.standardInput, error.number)
    }
    guard let contents else { throw .fileTooLarge(Self.standardInput) }
    return contents
  }

  /// What messages call a script that comes through standard input.
  public static let standardInput = "<standard input>"

  private struct SystemError: Error { let number: Int32 }

  /// All bytes of an open file, or nil when they are too many.
  private static func readAll(_ file: Int32, expecting size: Int) throws(SystemError) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      if filled == bytes.count {
        if filled > largestFile { return nil }
        bytes.append(contentsOf: repeatElement(0, count: max(filled, 65_536)))
      }
      let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress! + filled, $0.count - filled) }
      if count > 0 {
        filled += count
      } else if count == 0 {
        bytes.removeLast(bytes.count - filled)
        return bytes
      } else if errno != EINTR || cedit_is_interrupted() {
        throw SystemError(number: errno)
      }
    }
  }

  /// Puts a text in the place of a file: as a whole, or not at all.
  public func write(_ text: String, to path: String) throws(Diagnostic) {
    // A link stays a link: what it leads to is written.
    let target: String
    if let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    } else {
      target = path
    }
    var status = stat()
    guard stat(target, &status) == 0 else { throw .unwritableFile(path, errno) }
    let other = "\(target).\(getpid())"
    let file = open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unwritableFile(path, errno) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { break }
    }
    let isWhole = rest.isEmpty && fchmod(file, status.st_mode & 0o7777) == 0
    guard close(file) == 0, isWhole, rename(other, target) == 0 else {
      let number = errno
      unlink(other)
      throw .unwritableFile(path, number)
    }
  }

  /// From now on Ctrl-C asks to stop; a second one that comes before the first was heeded ends the program.
  public func watchInterrupt() { cedit_watch_interrupt(true) }

  public func list(_ folder: String) -> [String] {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var status = stat()
      let isFolder = fstatat(dirfd(stream), name, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? name + "/" : name)
    }
    return names.sorted()
  }

  public var isCancelled: Bool { cedit_is_interrupted() }
  public func clearCancelled() { cedit_clear_interrupt() }
  public var width: Int { StandardStream.output.size().columns }
  public var hasColour: Bool { Colour.isWanted(on: StandardStream.output) }

  /// The clock is not granted.
  public func today() -> Int? { nil }
}

/// Whether a stream shows colours.
enum Colour {
  static func isWanted(on stream: StandardStream) -> Bool {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return stream.isTerminal && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
  }
}
