import Diagnostics
import Evaluation
import Records
import StandardLibrary
import Syntax

/// Reads files and those that they use, each once, in the order in which they are to run: what is used comes first.
struct Loader {
  private let host: any Host
  /// The files that have been read in this session, by path, each with a hash of what was in it.
  private(set) var known: [String: Int]
  private(set) var units: [Unit] = []
  /// The path of each unit; nil for a text that is no file, or a file that could not be read.
  private var pathsOfUnits: [String?] = []
  /// What is wrong with reading; what is wrong in a text stands in its program.
  private(set) var diagnostics: [Diagnostic] = []
  /// Paths that this loader has come across.
  private var paths: Set<String> = []

  init(_ host: any Host, known: [String: Int]) {
    self.host = host
    self.known = known
  }

  /// A file that is to run itself.
  mutating func load(file path: String) {
    if known[Loader.clean(path)] != nil { return }
    paths.insert(Loader.clean(path))
    let program = read(path, at: nil)
    take(usesOf: program, from: path)
    add(Unit(program), path)
  }

  /// A text that is no file; what it uses is looked for beside the folder in which the user stands.
  mutating func load(_ program: Program) {
    take(usesOf: program, from: "")
    add(Unit(program), nil)
  }

  /// The files among the first units, each with a hash of what was in it.
  func files(ofFirst count: Int) -> [String: Int] {
    var files: [String: Int] = [:]
    for path in pathsOfUnits.prefix(count) { if let path { files[path] = known[path] } }
    return files
  }

  private mutating func add(_ unit: Unit, _ path: String?) {
    units.append(unit)
    pathsOfUnits.append(path.map(Loader.clean))
  }

  private mutating func take(usesOf program: Program, from path: String) {
    for statement in program.statements {
      guard case .use(let target, let prefix) = statement.kind else { continue }
      if program.unread.touches(target.range) {
        // Which file was meant is not known.
        add(Unit(.unread(""), prefix: prefix?.text, isTakenIn: true), nil)
        continue
      }
      switch target {
      case .file(let name, let range):
        let place = Place(program.source, range)
        let path = Loader.path(name, from: path)
        if let before = known[path] {
          if paths.insert(path).inserted, let bytes = try? host.read(path, mayBePipe: false),
            Loader.hash(of: bytes) != before
          {
            diagnostics.append(.changedSince(path, place))
          }
          continue
        }
        guard paths.insert(path).inserted else { continue }
        let used = read(path, at: place)
        take(usesOf: used, from: path)
        add(Unit(used, prefix: prefix?.text, isTakenIn: true), path)
      case .module(let name):
        take(module: name, prefix, Place(program.source, name.range))
      }
    }
  }

  /// A module of the library, which may use others; what is always there needs no taking in.
  private mutating func take(module name: Name, _ prefix: Name?, _ place: Place) {
    guard let module = Module.named(name.text) else {
      if !libraryScripts.contains(where: { $0.name == name.text + ".rep" }) {
        diagnostics.append(.noSuchModule(name.text, place))
        add(Unit(.unread(name.text), prefix: prefix?.text, isTakenIn: true), nil)
      }
      return
    }
    let path = module.sourceName
    guard known[path] == nil, paths.insert(path).inserted else { return }
    known[path] = 0
    let program = module.program
    take(usesOf: program, from: path)
    add(Unit(program, prefix: prefix?.text, isTakenIn: true, isOfLibrary: true), path)
  }

  /// The program of a file; one of which nothing is known when the file cannot be read.
  private mutating func read(_ path: String, at place: Place?) -> Program {
    do throws(Diagnostic) {
      let bytes = try host.read(path, mayBePipe: place == nil)
      known[Loader.clean(path)] = Loader.hash(of: bytes)
      return parse(Source(name: path, bytes: bytes))
    } catch {
      var diagnostic = error
      diagnostic.place = diagnostic.place ?? place
      if diagnostic.code == "R500", let meant = fileMeant(by: path) { diagnostic.help = "did you mean \"\(meant)\"?" }
      diagnostics.append(diagnostic)
      return .unread(path)
    }
  }

  /// The path of a file as one that lies at another path names it.
  static func path(_ name: String, from user: String) -> String {
    clean(name.hasPrefix("/") ? name : folder(of: user) + name)
  }

  /// What tells contents apart. The bytes go into it as one piece: a list's own hash takes them one by one, which would be
  /// a tenth of the work of checking a large file.
  private static func hash(of bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  /// The file that is there under nearly the same path, or with `.rep` behind its name.
  private func fileMeant(by path: String) -> String? {
    var folder = path.hasPrefix("/") ? "/" : ""
    let parts = path.split(separator: "/").map(String.init)
    for (position, part) in parts.enumerated() {
      let isLast = position == parts.count - 1
      let names = host.list(folder.isEmpty ? "." : folder).filter { !$0.hasPrefix(".") && $0.hasSuffix("/") != isLast }
      let wanted = isLast ? part : part + "/"
      if part == ".." || part == "." || names.contains(wanted) {
        folder += wanted
      } else if isLast, names.contains(part + ".rep") {
        folder += part + ".rep"
      } else if let near = Spelling.nearest(to: wanted, among: names) {
        folder += near
      } else {
        return nil
      }
    }
    return folder == path ? nil : folder
  }

  /// The folder of a path, with its `/`; empty for a file beside the user.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The path without `.` and `..` where they can be told away, so that one file has one path.
  private static func clean(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
