import Builtins
import Diagnostics
import Evaluation
import Syntax
import Values

extension Session {
  /// How wide answers are in tests, so that they are the same on every terminal and without one.
  private static let widthOfExamples = 100

  /// Runs the tests of files, each in a session of its own, and those of the library when asked.
  public func test(files: [String], library: Bool, output: @escaping Output) -> TestSummary {
    let report = TestReport(output)
    let session = { [host, stack] in Session(host: host, stack: stack, width: Session.widthOfExamples) }
    if library {
      session().testLibrary(report)
      for module in Module.all { session().test(module, report) }
    }
    for file in files { session().test(file: file, report) }
    report.close()
    return report.summary
  }

  /// The answers, checks and tests of a file, then the examples of its functions.
  private func test(file: String, _ report: TestReport) {
    var loader = Loader(host, known: [:])
    loader.load(file: file)
    if libraryDiagnostics.hasErrors { return report.cannotRun(libraryDiagnostics) }
    let isBroken = loader.diagnostics.hasErrors || loader.units.contains { $0.program.diagnostics.hasErrors }
    guard !isBroken, let unit = loader.units.last else {
      let found = process(loader.units, found: loader.diagnostics, onlyChecks: true) { _ in }.diagnostics
      return report.cannotRun(answeringPlainWords(found, in: loader.units))
    }
    let pieces = ExpectedAnswer.pieces(of: unit)
    var shown = [String](repeating: "", count: pieces.count)
    var piece = -1
    let result = checking(report, test: nil) {
      process(
        loader.units.dropLast() + pieces.map(\.unit), willRun: { piece = $0 - (loader.units.count - 1) },
        output: { text in if piece >= 0 { shown[piece] += text } })
    }
    for (position, piece) in pieces.enumerated() {
      // What a message kept from running has no answer to compare.
      guard let expected = piece.expected, !(result.diagnostics.hasErrors && shown[position].isEmpty) else { continue }
      report.compare(expected.question, expected.answer, shown[position], at: expected.fileAndLine)
    }
    if result.diagnostics.hasErrors { return report.cannotRun(result.diagnostics) }
    for test in result.tests { run(test, report) }
    for callable in project.callables.sorted(by: { $0.name < $1.name }) {
      guard let place = callable.place, place.source === unit.program.source else { continue }
      testExamples(of: callable.name, callable.documentation, declared: place, report)
    }
  }

  /// Every example of every function of the library, and of the pages about the language's words.
  private func testLibrary(_ report: TestReport) {
    if libraryDiagnostics.hasErrors { return report.cannotRun(libraryDiagnostics) }
    for function in reference.functions where function.topic != nil {
      for example in function.documentation.examples { run(example, of: function.name, at: nil, report) }
    }
    for word in LanguageWord.all {
      for example in word.documentation.examples { run(example, of: word.names[0], at: nil, report) }
    }
  }

  /// What the records of a module are expected to hold, its tests, and the examples of its functions.
  private func test(_ module: Module, _ report: TestReport) {
    // What is wrong with the rest of the library has been said.
    if libraryDiagnostics.hasErrors { return }
    var loader = Loader(host, known: [:])
    loader.load(parse(Source(name: "use", text: "use \(module.name)")))
    let result = checking(report, test: nil) { process(loader.units) { _ in } }
    let found = loader.diagnostics + result.diagnostics
    if found.hasErrors { return report.cannotRun(found) }
    for test in result.tests where test.place.source.name == module.sourceName { run(test, report) }
    for function in reference.functions where function.place?.source.name == module.sourceName {
      for example in function.documentation.examples { run(example, of: function.name, at: nil, report) }
    }
  }

  private func testExamples(of name: String, _ text: String, declared place: Place, _ report: TestReport) {
    let documentation = Documentation(text)
    let firstLine =
      place.source.line(at: place.range.lower) - text.split(separator: "\n", omittingEmptySubsequences: false).count
    for example in documentation.examples {
      run(example, of: name, at: "\(place.source.name):\(firstLine + example.line)", report)
    }
  }

  /// Runs one example as an entry of the prompt, and holds what it shows against its answer.
  private func run(_ example: Documentation.Example, of name: String, at place: String?, _ report: TestReport) {
    let program = parse(Source(name: "<example of \(name)>", text: example.code), as: .entry)
    var shown = ""
    let found = process([Unit(program)], isPrompt: true) { shown += $0 }.diagnostics.filter { $0.severity == .error }
    // An example may show a mistake: its answer is then the code of the message.
    let codes = found.map(\.code)
    if codes.contains(example.answer) { return report.pass() }
    for message in found { shown += "\(message.code): \(message.message)\n" }
    report.compare(example.code, example.answer, shown, at: place ?? "example of `\(name)`")
  }

  private func run(_ test: PlannedTest, _ report: TestReport) {
    let failedBefore = report.summary.failed
    let fault = checking(report, test: test.name) {
      run({ () throws(Fault) in try test.run(self.project) }, output: { _ in })
    }
    if let fault {
      report.fail(at: (fault.place ?? test.place).fileAndLine, test.name, ["\(fault.code): \(fault.message)"])
    } else if report.summary.failed == failedBefore {
      report.pass()
    }
  }

  /// Runs something whose checks are reported, not thrown. Inside a test only those that fail count.
  private func checking<Result>(_ report: TestReport, test: String?, _ body: () -> Result) -> Result {
    project.machine.report = { check in
      if !check.holds.isYes {
        let line = check.place.source.text(in: check.place.range).split(separator: "\n").first.map(String.init) ?? ""
        let state = check.holds.isUnknown ? "cannot be decided" : "does not hold"
        report.fail(at: check.place.fileAndLine, test, ["`\(line)` \(state)"] + check.details)
      } else if test == nil {
        report.pass()
      }
    }
    defer { project.machine.report = nil }
    return body()
  }
}
