import CEdit
import Diagnostics
import Glibc
import Keys
import Session
import Values

/// The files, the terminal and the signals of the machine that Rep runs on.
public final class SystemHost: Host {
  /// Files of this size and less are read whole; of what comes through a pipe nobody can say how large it is.
  static let largestFile = 1 << 30
  static let largestStream = 1 << 28

  private let progressLine = ProgressLine()
  /// The key of the project, if one was given.
  private let key: ProjectKey?
  /// Where the key is kept, as the system numbers its files; no script reads there.
  private let keyFile: FileNumber?

  private struct FileNumber: Equatable {
    let device: dev_t
    let file: ino_t

    init(_ status: stat) {
      device = status.st_dev
      file = status.st_ino
    }
  }

  public init() {
    key = nil
    keyFile = nil
  }

  /// A host with the key that a file or a pipe holds.
  public init(keyFile path: String) throws(Diagnostic) {
    guard let key = ProjectKey(try SystemHost().read(path, mayBePipe: true)) else { throw .unfitKey(path) }
    var status = stat()
    keyFile = stat(path, &status) == 0 ? FileNumber(status) : nil
    self.key = key
  }

  public func keyedHash(_ bytes: [UInt8]) -> [UInt8]? { key?.hash(bytes) }

  public func read(_ path: String, mayBePipe: Bool) throws(Diagnostic) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .noSuchFile(path) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadableFile(path, errno) }
    if keyFile == FileNumber(status) { throw .keyAsFile(path) }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    if status.st_mode & S_IFMT == S_IFDIR { throw .folderAsFile(path) }
    if !isFile, !mayBePipe { throw .notAFile(path) }
    let most = isFile ? Self.largestFile : Self.largestStream
    let size = isFile ? Int(status.st_size) : 0
    if size > most || !hasMemory(for: size) { throw .fileTooLarge(path, most) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadableFile(path, errno) }
    defer { close(file) }
    let contents: [UInt8]?
    do { contents = try Self.readAll(file, expecting: size, most: most) } catch {
      throw .unreadableFile(path, error.number)
    }
    guard let contents else { throw .fileTooLarge(path, most) }
    return contents
  }

  /// Standard input to its end.
  public func readStandardInput() throws(Diagnostic) -> [UInt8] {
    let contents: [UInt8]?
    do { contents = try Self.readAll(STDIN_FILENO, expecting: 0, most: Self.largestStream) } catch {
      if error.number == EISDIR { throw .folderAsFile(Self.standardInput) }
      throw .unreadableFile(Self.standardInput, error.number)
    }
    guard let contents else { throw .fileTooLarge(Self.standardInput, Self.largestStream) }
    return contents
  }

  /// What messages call a script that comes through standard input.
  public static let standardInput = "<standard input>"

  private struct SystemError: Error { let number: Int32 }

  /// So much is read between two looks whether to go on.
  private static let bytesAtOnce = 16 << 20

  /// All bytes of an open file, or nil when they are too many.
  private static func readAll(_ file: Int32, expecting size: Int, most: Int) throws(SystemError) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      if filled > most { return nil }
      if filled == bytes.count { bytes = larger(bytes) }
      let count = bytes.withUnsafeMutableBytes { bytes in
        Glibc.read(file, bytes.baseAddress.map { $0 + filled }, min(bytes.count - filled, bytesAtOnce))
      }
      if count > 0 {
        if cedit_is_interrupted() { throw SystemError(number: EINTR) }
        filled += count
      } else if count == 0 {
        bytes.removeLast(bytes.count - filled)
        return bytes
      } else if errno != EINTR || cedit_is_interrupted() {
        throw SystemError(number: errno)
      }
    }
  }

  /// The same bytes with as much room behind them.
  private static func larger(_ bytes: [UInt8]) -> [UInt8] {
    let size = bytes.count + max(bytes.count, 65_536)
    return [UInt8](unsafeUninitializedCapacity: size) { room, count in
      room.baseAddress?.initialize(repeating: 0, count: size)
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(room).copyMemory(from: $0) }
      count = size
    }
  }

  public func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    guard !path.utf8.contains(0) else { throw .noSuchFile(path) }
    // A link stays a link: what it leads to is written.
    let target: String
    if let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    } else {
      target = path
    }
    var status = stat()
    let isNew = stat(target, &status) != 0
    if isNew, errno != ENOENT { throw .unwritableFile(path, errno) }
    if !isNew, keyFile == FileNumber(status) { throw .keyAsFile(path) }
    if !isNew, status.st_mode & S_IFMT != S_IFREG {
      throw status.st_mode & S_IFMT == S_IFDIR ? .folderAsFile(path) : .notAFile(path)
    }
    let other = "\(target).\(getpid())"
    let file = open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isNew ? 0o666 : 0o600)
    guard file >= 0 else { throw .unwritableFile(path, errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { break }
    }
    let isWhole = rest.isEmpty && (isNew || fchmod(file, status.st_mode & 0o7777) == 0) && fsync(file) == 0
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
  public func hasMemory(for bytes: Int) -> Bool { cedit_has_memory(Int64(bytes)) }
  public func tell(_ progress: Watch.Progress?) { progressLine.tell(progress) }
  public var width: Int { StandardStream.output.size().columns }
  public var hasColour: Bool { Colour.isWanted(on: StandardStream.output) }
}

/// Whether a stream shows colours.
enum Colour {
  static func isWanted(on stream: StandardStream) -> Bool {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return stream.isTerminal && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
  }
}
