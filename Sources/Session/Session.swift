import Builtins
import Diagnostics
import Evaluation
import Records
import StandardLibrary
import Syntax
import Values

/// The language put together: what has been entered so far, and the one way from text to answer.
///
/// A session belongs to the thread that made it.
public final class Session {
  /// Takes a piece of an answer, in order; pieces carry their own line ends.
  public typealias Output = (String) -> Void

  let host: any Host
  let format: OutputFormat
  let project: Project
  let corpus: Corpus
  let declarations: Declarations
  /// Says to whatever may take long whether to go on.
  let watch: Watch
  let stack: StackBounds?
  /// The files that are part of the project, each with a hash of what was in it.
  private var files: [String: Int] = [:]
  /// What was wrong with the library: nothing, unless it is being edited.
  private(set) var libraryDiagnostics: [Diagnostic] = []
  /// Long tables are shown in part at the prompt, and whole in what a script prints.
  private var isAtPrompt = false
  private static let rowsAtPrompt = 40
  /// As many lines of an explanation are shown at the prompt.
  private static let linesAtPrompt = 30
  /// What the last `why` explained, for `why` alone, which tells all of it; nil once something else has been answered.
  private var lastExplained: Explained?
  /// As many columns of text as every answer may take; nil where the host says it.
  private let fixedWidth: Int?
  var width: Int { fixedWidth ?? host.width }
  /// The entries of the prompt so far; each is a small file of its own.
  private var entries = 0

  /// - Parameter width: how many columns an answer may take; as many as the host has where nothing is said.
  public init(host: any Host, format: OutputFormat = .text, stack: StackBounds? = nil, width: Int? = nil) {
    self.host = host
    self.fixedWidth = width
    self.format = format
    self.stack = stack
    self.corpus = Corpus()
    self.watch = Watch(
      isCancelled: { [unowned host] in host.isCancelled }, hasMemory: { [unowned host] in host.hasMemory(for: $0) })
    watch.progress = { [unowned host] in host.tell($0) }
    self.project = Project(corpus: corpus, machine: Machine(corpus: corpus, stack: stack ?? .here(), watch: watch))
    self.declarations = Declarations(corpus)
    project.machine.read = { [unowned host] path, user throws(Fault) in
      do throws(Diagnostic) {
        return try host.read(Loader.path(path, from: user?.name ?? ""), mayBePipe: false)
      } catch {
        throw Fault(error)
      }
    }
    project.machine.write = { [unowned host] bytes, path, user throws(Fault) in
      do throws(Diagnostic) { try host.write(bytes, to: Loader.path(path, from: user?.name ?? "")) } catch {
        throw Fault(error)
      }
    }
    project.machine.keyedHash = { [unowned host] in host.keyedHash($0) }
    corpus.moduleDeclaring = { Module.declaring($0)?.name }
    libraryDiagnostics = loadLibrary()
  }

  // MARK: The whole way

  /// What came of some programs.
  struct Outcome {
    var diagnostics: [Diagnostic]
    var tests: [PlannedTest] = []
    /// How many of the programs have run to their end.
    var finished = 0
  }

  /// From trees to answers. Source → tokens → tree is `parse`; here records are declared, names are resolved and nodes
  /// planned; what is wrong at any of these stages is told together, and nothing is kept. Then the records are settled
  /// and the statements run from the top; a fault stops them there.
  func process(
    _ units: [Unit], found early: [Diagnostic] = [], isPrompt: Bool = false, onlyChecks: Bool = false,
    willRun: (Int) -> Void = { _ in }, output: @escaping Output
  ) -> Outcome {
    let declared = declarations.declare(units.map(\.program), replacing: isPrompt)
    let planned = project.plan(units, declarations, isPrompt: isPrompt)
    let read = early + units.flatMap(\.program.diagnostics)
    // What is said of a stretch that could not be read may come of just that.
    let named = (declared + planned.diagnostics).filter { !$0.isAboutUnread(of: units) }
    let untold = units.reduce(declarations.untold + planned.untold) { $0 + $1.program.untold }
    let found = (read + named).inOrder(of: units).told(beside: untold)
    guard !(read + declared + planned.diagnostics).hasErrors else {
      project.takeBack()
      declarations.takeBack()
      // What a note tells of has not come to pass.
      return Outcome(diagnostics: found.filter { $0.severity != .note })
    }
    // Of a file that is only checked nobody asks what its claims come to, but for what it expects.
    declarations.keep(settling: !onlyChecks || !planned.expectations.isEmpty)
    var outcome = Outcome(diagnostics: found, tests: planned.plans.flatMap(\.tests))
    if !onlyChecks {
      for plan in planned.plans {
        willRun(outcome.finished)
        if let fault = run({ () throws(Fault) in try plan.run(self.project) }, output: output) {
          project.takeBackUnset()
          outcome.diagnostics.append(fault)
          return outcome
        }
        outcome.finished += 1
      }
    }
    for expectation in planned.expectations {
      if let fault = run({ () throws(Fault) in try expectation.hold(self.project) }, output: output) {
        outcome.diagnostics.append(fault)
      }
    }
    return outcome
  }

  /// Runs something whose values are shown; gives what went wrong.
  func run(_ body: () throws(Fault) -> Void, output: @escaping Output) -> Diagnostic? {
    project.machine.width = width
    // In text, answers of several lines stand apart from those around them.
    var wasTall: Bool?
    project.machine.show = { [unowned self] (answer: Answer) throws(Fault) in
      self.project.answer(answer)
      self.lastExplained = nil
      let lines = try self.lines(of: answer)
      let isTall = self.format == .text && lines.count > 1
      if let wasTall, wasTall || isTall { output("\n") }
      wasTall = isTall
      try self.say(lines, output)
    }
    project.machine.tell = { [unowned self] explained in
      if wasTall != nil, self.format == .text { output("\n") }
      wasTall = true
      lastExplained = explained
      output(self.text(of: explained))
    }
    do throws(Fault) {
      try body()
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private func loadLibrary() -> [Diagnostic] {
    let signatures = LibraryTexts.signatures
    if signatures.diagnostics.hasErrors { return signatures.diagnostics }
    var position = 0
    for statement in signatures.statements {
      guard case .function(let declaration) = statement.kind, position < builtins.count else { continue }
      project.add(builtins[position], declaration, documentation: statement.documentation ?? "")
      position += 1
    }
    let scripts = LibraryTexts.scripts.map { Unit($0, isTakenIn: true, isOfLibrary: true) }
    return process(scripts) { _ in }.diagnostics
  }

  // MARK: Files, texts and entries

  /// Runs one entry of the prompt: a small file that is added to the rest.
  public func enter(_ text: String, output: @escaping Output) -> [Diagnostic] {
    if let question = Session.question(inCommand: text) { return enter(question, output: output) }
    if asksWhyAlone(text) {
      guard let lastExplained else { return enter("why it", output: output) }
      output(lastExplained.text(width: width, isWhole: true) + "\n")
      return []
    }
    if let answer = answer(toCommand: text) {
      output(answer)
      return []
    }
    entries += 1
    let program = parse(Source(name: "<prompt>", text: text), as: .entry)
    return answeringPlainWords(load(isPrompt: true, output: output) { $0.load(program) }, in: program)
  }

  /// Runs files one after the other, as one program.
  public func run(files: [String], arguments: [String] = [], output: @escaping Output) -> [Diagnostic] {
    setArguments(arguments)
    return load(isPrompt: false, output: output) { loader in for file in files { loader.load(file: file) } }
  }

  /// Runs a text that is no file: an expression of the command line, or standard input.
  public func run(bytes: [UInt8], name: String, arguments: [String] = [], output: @escaping Output) -> [Diagnostic] {
    setArguments(arguments)
    // `help records`, piped in or behind `-e`, is asked as at the prompt.
    if bytes.count < 200, let answer = answer(toCommand: String(decoding: bytes, as: UTF8.self)) {
      output(answer)
      return []
    }
    let program = parse(Source(name: name, bytes: bytes))
    return load(isPrompt: false, output: output) { $0.load(program) }
  }

  private func load(isPrompt: Bool, output: @escaping Output, _ fill: (inout Loader) -> Void) -> [Diagnostic] {
    isAtPrompt = isPrompt
    if libraryDiagnostics.hasErrors { return libraryDiagnostics }
    var loader = Loader(host, known: files)
    fill(&loader)
    let outcome = process(loader.units, found: loader.diagnostics, isPrompt: isPrompt, output: output)
    files.merge(loader.files(ofFirst: outcome.finished)) { $1 }
    return libraryDiagnostics + answeringPlainWords(outcome.diagnostics, in: loader.units)
  }

  /// The words behind `--`, as a list that scripts know as `arguments`.
  private func setArguments(_ words: [String]) { project.define("arguments", .list(words.map { .text($0) })) }

  /// Says everything that is wrong with files, and runs nothing.
  public func check(files: [String]) -> [Diagnostic] {
    if libraryDiagnostics.hasErrors { return libraryDiagnostics }
    var loader = Loader(host, known: [:])
    for file in files { loader.load(file: file) }
    let found = process(loader.units, found: loader.diagnostics, onlyChecks: true) { _ in }.diagnostics
    return libraryDiagnostics + answeringPlainWords(found, in: loader.units)
      + (found.hasErrors ? [] : declarations.warnings())
  }

  /// What is still open at the end of a text, as it was typed (`(`, `case {`, `"""`), or nil when the text is a whole
  /// entry.
  public func openConstruct(in text: String) -> String? {
    if Session.isCommand(text) || asksWhyAlone(text) { return nil }
    let program = parse(Source(name: "<prompt>", text: text + "\n"), as: .entry)
    return program.isIncomplete ? program.open.last ?? "" : nil
  }

  /// True for `why` alone: it tells the whole of an explanation that may have been folded, or explains the last answer.
  private func asksWhyAlone(_ text: String) -> Bool {
    (lastExplained != nil || project.hasAnswer) && ["why", "why?"].contains(text.trimmed)
  }

  /// Whether an entry writes, or means to write, something into a private field: then it is not to be written down.
  public func writesPrivateValues(_ text: String) -> Bool {
    !Session.isCommand(text)
      && declarations.writesPrivateValues(parse(Source(name: "<prompt>", text: text), as: .entry))
  }

  /// An explanation as the format asks, with its line end; at the prompt a long one is folded.
  private func text(of explained: Explained) -> String {
    switch format {
    case .json: explained.json.text + "\n"
    case .text, .csv, .markdown:
      explained.text(width: width, most: isAtPrompt && format == .text ? Session.linesAtPrompt : nil) + "\n"
    }
  }

  /// An answer as the format asks, in lines without their ends.
  private func lines(of answer: Answer) throws(Fault) -> [String] {
    guard format == .text || format == .markdown, answer.isOfRecords, answer.value.isEmptyList else {
      return try Values.lines(of: answer.value, as: valueFormat(isOfRecords: answer.isOfRecords), watch)
    }
    let closed = answer.field.flatMap { whenClosed($0.entity, $0.position) }
    return [closed ?? Value.noneRecorded]
  }

  /// What a list without items says that somebody says is complete: that there was none, as of a day.
  private func whenClosed(_ record: Entity, _ field: Int) -> String? {
    corpus.completion(of: record, field: field).map { "none, as of \($0.date.text)" }
  }

  /// How a value is shown.
  private func valueFormat(isOfRecords: Bool) -> ValueFormat {
    switch format {
    case .text:
      .text(
        width: width, rows: isAtPrompt ? Session.rowsAtPrompt : nil, isOfRecords: isOfRecords,
        closed: { [unowned self] in self.whenClosed($0, $1) })
    case .json: .json
    case .csv: .csv()
    case .markdown: .markdown
    }
  }

  /// Gives lines out in pieces, and looks between them whether anybody still wants them.
  private func say(_ lines: [String], _ output: Output) throws(Fault) {
    var piece = ""
    for line in lines {
      piece += line
      piece += "\n"
      if piece.utf8.count < Session.pieceLength { continue }
      output(piece)
      piece = ""
      try watch.look()
    }
    output(piece)
    try watch.look()
  }

  private static let pieceLength = 1 << 14
}

extension [Diagnostic] {
  /// File by file, and in each from the top; each once, though what it is about may have been looked at twice.
  func inOrder(of units: [Unit]) -> [Diagnostic] {
    let placed = enumerated().map { order, diagnostic in
      let file = units.firstIndex { $0.program.source === diagnostic.place?.source } ?? units.count
      return (key: (file, diagnostic.place?.range.lower ?? 0, order), diagnostic: diagnostic)
    }
    var ordered: [Diagnostic] = []
    for (_, diagnostic) in placed.sorted(by: { $0.key < $1.key }) {
      if let last = ordered.last, let place = diagnostic.place, last.place?.source === place.source,
        last.place?.range == place.range, last.code == diagnostic.code, last.message == diagnostic.message
      {
        continue
      }
      ordered.append(diagnostic)
    }
    return ordered
  }
}

extension Diagnostic {
  /// Whether it is about a stretch that did not get into its tree.
  fileprivate func isAboutUnread(of units: [Unit]) -> Bool {
    guard let place else { return false }
    return units.contains { $0.program.source === place.source && $0.program.unread.touches(place.range) }
  }
}
