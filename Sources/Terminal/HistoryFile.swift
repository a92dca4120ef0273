import CEdit
import Glibc

/// A file of entries, one a line, that several prompts write at once without losing any.
///
/// Inside an entry `\` is written `\\` and a line end `\n`. Every write is one append under a lock; whoever makes the
/// file shorter puts another in its place, so after taking the lock one looks whether it is still the same file.
struct HistoryFile {
  let path: String
  /// So many entries stay when the file is made shorter; it is made shorter when it holds twice as many.
  var bound = 5_000

  /// The file that the environment names, or nil where nothing is to be kept.
  static func ofEnvironment(_ variable: (String) -> String?) -> HistoryFile? {
    if let named = variable("REP_HISTORY") {
      return named.isEmpty || named == "off" ? nil : HistoryFile(path: named)
    }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return HistoryFile(path: state + "/rep/history") }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return HistoryFile(path: home + "/.local/state/rep/history")
  }

  /// Makes the folder and looks whether entries can be kept; the error number if not.
  func prepare() -> Int32? {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if folder != "/", mkdir(folder, 0o700) != 0, errno != EEXIST { return errno }
    }
    guard let file = openLocked() else { return errno }
    close(file)
    return nil
  }

  /// Adds an entry; false when it could not be written.
  func append(_ entry: String) -> Bool {
    guard let file = openLocked() else { return false }
    defer { close(file) }
    var line = Array(HistoryFile.escaped(entry).utf8)
    line.append(UInt8(ascii: "\n"))
    // A write that was cut off, by a full disk perhaps, must not swallow this entry too.
    var end: UInt8 = UInt8(ascii: "\n")
    let size = lseek(file, 0, SEEK_END)
    if size > 0, pread(file, &end, 1, size - 1) == 1, end != UInt8(ascii: "\n") {
      line.insert(UInt8(ascii: "\n"), at: 0)
    }
    return write(file, line, line.count) == line.count
  }

  /// All entries, oldest first; leaves the file shorter when it has grown too long.
  func load() -> [String] {
    guard let file = openLocked() else { return [] }
    defer { close(file) }
    let lines = HistoryFile.contents(of: file).split(separator: UInt8(ascii: "\n"))
    if lines.count > 2 * bound { shorten(to: Array(lines.suffix(bound))) }
    return lines.suffix(2 * bound).map { HistoryFile.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// Opens the file and takes its lock; the file is the one that stands under the path now.
  private func openLocked() -> Int32? {
    for _ in 0..<100 {
      let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { return nil }
      while flock(file, LOCK_EX) != 0 {
        if errno != EINTR {
          // Some file systems know no locks; an append is whole on those as well.
          return file
        }
        if cedit_is_interrupted() { break }
      }
      var opened = stat()
      var named = stat()
      guard fstat(file, &opened) == 0 else { return file }
      if opened.st_mode & S_IFMT != S_IFREG {
        close(file)
        errno = EINVAL
        return nil
      }
      if stat(path, &named) == 0, opened.st_ino == named.st_ino, opened.st_dev == named.st_dev { return file }
      close(file)
    }
    return nil
  }

  private func shorten(to lines: [ArraySlice<UInt8>]) {
    let other = path + ".\(getpid())"
    let file = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    let isWhole = write(file, bytes, bytes.count) == bytes.count
    close(file)
    if !isWhole || rename(other, path) != 0 { unlink(other) }
  }

  private static func contents(of file: Int32) -> [UInt8] {
    let size = lseek(file, 0, SEEK_END)
    guard size > 0, size < 1 << 28 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, filled in
      while filled < buffer.count {
        let count = pread(file, buffer.baseAddress! + filled, buffer.count - filled, off_t(filled))
        if count <= 0 { break }
        filled += count
      }
    }
  }

  static func escaped(_ entry: String) -> String {
    guard entry.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") }) else { return entry }
    var result = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  static func unescaped(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
