import Diagnostics
import Records
import Syntax
import Values

/// Turns the tree of a program into executable nodes: every name becomes a slot, a function or a record.
///
/// Names are resolved over the whole program before anything runs; what is wrong is gathered, not thrown.
final class Planner {
  let project: Project
  let source: Source
  /// What the names of this file begin with for the others: `use "f.rep" as f`.
  let prefix: String?
  /// A file that another uses gives its declarations and variables, and shows nothing.
  let isTakenIn: Bool
  private let isOfLibrary: Bool
  private let statements: [Statement]
  var scope: Scope
  var findings = Findings()
  /// Names that something bears which could not be taken in.
  var lost: LostNames
  let isPrompt: Bool
  let fields: FieldReader
  /// What `it` was the answer of, for `why` at the prompt.
  var previousAnswer: Project.Definition?
  /// What the answer of this entry will be the answer of.
  var nextExpression: Expression?
  /// The defaults of parameters that are being planned, by where they are written.
  var defaults: Set<SourceRange> = []
  /// Where the call stands for which a default is planned: the default itself may stand in another text.
  var callOfDefault: Place?
  /// How many loops stand around the statement at hand.
  var loopDepth = 0
  /// Whether what was planned since the last look at it asks records.
  var asksRecords = false
  /// How many calls so far take what is at hand without naming it: `count()` in a group.
  var rowsTakenByDefault = 0
  /// True while the plan of a `why` is made: its nodes keep what they saw.
  var isExplaining = false
  /// The functions that are called while explaining, planned anew so that their nodes keep what they saw.
  var explained = ExplainedFunctions()
  /// The program's functions whose bodies are still to be planned.
  private var pending: [(function: Function, declaration: FunctionDeclaration)] = []

  var machine: Machine { project.machine }
  var corpus: Corpus { project.corpus }

  init(_ project: Project, _ unit: Unit, scope: Scope, isPrompt: Bool, lost: LostNames = LostNames()) {
    self.project = project
    self.source = unit.program.source
    self.prefix = unit.prefix
    self.isTakenIn = unit.isTakenIn
    self.isOfLibrary = unit.isOfLibrary
    self.isPrompt = isPrompt
    self.fields = FieldReader(project.machine)
    self.scope = scope
    self.lost = lost
    self.statements = unit.program.statements
    self.previousAnswer = project.lastExpression
  }

  func place(_ range: SourceRange) -> Place { callOfDefault ?? Place(source, range) }

  func report(_ diagnostic: @autoclosure () -> Diagnostic) { findings.report(diagnostic()) }

  /// Says what is wrong with a name, unless it may mean something that could not be taken in.
  func report(of name: String, _ diagnostic: @autoclosure () -> Diagnostic) {
    if !lost.contains(name) { report(diagnostic()) }
  }

  /// A node where something was wrong; what it was has been said.
  func faulty(_ range: SourceRange) -> Node { Constant(.none, place(range)) }

  /// Makes the names of the file's functions and variables known, before any body is planned.
  func declareNames() {
    declareFunctions()
    declareVariables()
  }

  /// Plans the bodies of functions, and the statements from the top.
  func planStatements() -> Plan {
    for (function, declaration) in pending { planBody(of: function, declaration) }
    var tests: [PlannedTest] = []
    var nodes: [Node] = []
    for statement in statements {
      if case .test(let name, let block) = statement.kind {
        tests.append(PlannedTest(name: name, place: place(statement.range), function: planTest(block)))
      } else if let node = plan(top: statement) {
        nodes.append(node)
      }
    }
    return Plan(body: sequence(nodes, SourceRange(0, source.bytes.count)), tests: tests)
  }

  /// The name by which the project knows what this file declares.
  private func full(_ name: String) -> String { prefix.map { "\($0).\(name)" } ?? name }

  // MARK: Names of the whole program

  private func declareFunctions() {
    for statement in statements {
      guard case .function(let declaration) = statement.kind else { continue }
      let name = declaration.name.text
      let function = Function(
        name: name, parameterCount: declaration.parameters.count, declaration: declaration)
      pending.append((function, declaration))
      if let clash = clash(declaration.name, replacing: isPrompt) {
        report(clash)
        // Which of the two a call means is not known.
        lost.insert(name, isHiding: true)
        continue
      }
      noteHiding(declaration.name)
      project.functions[full(name)] = Project.DeclaredFunction(
        function: function, declaration: declaration, documentation: statement.documentation,
        place: place(declaration.name.range),
        isOfLibrary: isOfLibrary, prefix: prefix)
    }
  }

  /// Gives every `let` at the top its slot, so that functions above it can mention it.
  private func declareVariables() {
    for statement in statements {
      guard case .letVariable(let name, _) = statement.kind else { continue }
      if let clash = clash(name, replacing: isPrompt) {
        report(clash)
        continue
      }
      noteHiding(name)
      let slot = scope.newSlot()
      let variable = Scope.Variable(slot: slot, place: place(name.range), isSet: false)
      scope.define(full(name.text), variable)
      project.variables[full(name.text)] = Scope.Variable(slot: slot, place: place(name.range))
      machine.setGlobal(min(slot, Machine.mostGlobals - 1), .function(Unset.shared))
    }
  }

  /// Two things of one name: the message, naming both places. Library functions may be hidden.
  func clash(_ name: Name, replacing: Bool) -> Diagnostic? {
    let here = place(name.range)
    if let other = corpus.entities[name.text]?.first, !other.kind.isTerm || corpus.kinds[name.text] == nil {
      return .nameIsARecord(name.text, here, other)
    }
    if let kind = corpus.kinds[name.text] ?? corpus.plurals[name.text] {
      return .nameIsAKind(name.text, here, kind)
    }
    if Planner.commands.contains(name.text) { return .nameIsACommand(name.text, here) }
    if replacing { return nil }
    if let other = project.functions[full(name.text)], !other.isOfLibrary {
      return .nameTwice(name.text, here, other.place)
    }
    if let other = project.variables[full(name.text)] { return .nameTwice(name.text, here, other.place) }
    return nil
  }

  /// Words that the prompt takes for itself.
  static let commands: Set<String> = ["help", "what", "quit", "exit"]

  // MARK: Functions

  func planBody(of function: Function, _ declaration: FunctionDeclaration) {
    let before = scope
    defer { scope = before }
    scope = Scope(.function, outer: before.role == .top ? before : before.outer)
    plan(declaration, function)
  }

  /// Plans parameters and body in the scope at hand.
  func plan(_ declaration: FunctionDeclaration, _ function: Function) {
    for parameter in declaration.parameters {
      if let other = scope.inThisBlock(parameter.name.text) {
        report(.nameTwice(parameter.name.text, place(parameter.name.range), other.place))
      }
      checkHides(parameter.name)
      let slot = scope.declare(
        parameter.name.text, at: place(parameter.name.range), isEach: parameter.passing == .each)
      if let type = parameter.type {
        if let kinds = kindSet(type) { function.addCheck(slot, parameter.name.text, kinds) }
      }
    }
    let body: Node
    switch declaration.body {
    case .expression(let expression): body = plan(body: expression)
    case .block(let block): body = planValue(of: block)
    case nil: body = faulty(declaration.name.range)
    }
    function.bind(body, slotCount: scope.slotCount)
  }

  private func kindSet(_ type: TypeExpression) -> KindSet? {
    switch type {
    case .named(let name):
      if name.text == "any" || corpus.kinds[name.text] != nil { return nil }
      guard let kinds = KindSet(type) else {
        report(
          of: name.text,
          .noSuchKind(name.text, place(name.range), near: Planner.near(name.text, among: corpus.kinds.keys)))
        return nil
      }
      return kinds
    case .list: return KindSet(type)
    case .either(let types): return types.contains { kindSet($0) == nil } ? nil : KindSet(type)
    }
  }

  /// A parameter or variable may hide a function of the library, but never a record, a term or a kind. Inside of the
  /// library's own functions it may: whoever takes in a module does not know what it calls its parameters.
  func checkHides(_ name: Name) {
    if isOfLibrary { return }
    if Planner.commands.contains(name.text) {
      report(.nameIsACommand(name.text, place(name.range)))
    } else if let other = corpus.entities[name.text]?.first, other.owner == nil {
      report(.nameIsARecord(name.text, place(name.range), other))
    } else if let kind = corpus.plurals[name.text] {
      report(.nameIsAKind(name.text, place(name.range), kind))
    }
  }

  private func noteHiding(_ name: Name) {
    if project.builtins[name.text] != nil || project.functions[name.text]?.isOfLibrary ?? false {
      report(.hidesFunction(name.text, place(name.range)))
    }
  }

  private func planTest(_ block: Block) -> Function {
    let function = Function(name: nil, parameterCount: 0, declaration: nil)
    let before = scope
    defer { scope = before }
    scope = Scope(.function, outer: before)
    let body = planStatements(block.statements, block.range, inFunction: false)
    function.bind(ValueOfStatement(body), slotCount: scope.slotCount)
    return function
  }

  // MARK: Variables

  /// Plans something, and says whether it asks records.
  func noting(_ body: () -> Node) -> (node: Node, isOfRecords: Bool) {
    let before = asksRecords
    asksRecords = false
    let node = body()
    defer { asksRecords = before || asksRecords }
    return (node, asksRecords)
  }

  /// Shows what an expression comes to.
  func show(_ range: SourceRange, _ body: () -> Node) -> Node {
    let (node, isOfRecords) = noting(body)
    return Show(node, isOfRecords: isOfRecords, machine, place(range))
  }

  /// How a name is reached from the scope at hand.
  func read(_ name: String, _ range: SourceRange) -> (node: Node, isEach: Bool)? {
    if let prefix, let (node, isEach) = access("\(prefix).\(name)", from: scope, range) { return (node, isEach) }
    guard let (node, isEach) = access(name, from: scope, range) else { return nil }
    return (node, isEach)
  }

  /// A function of the project: one of this file first, where its names have a prefix.
  func function(_ name: String) -> Project.DeclaredFunction? {
    prefix.flatMap { project.functions["\($0).\(name)"] } ?? project.functions[name]
  }

  private func access(_ name: String, from scope: Scope, _ range: SourceRange) -> (Node, Bool)? {
    if let variable = scope.own(name) {
      if !variable.isSet { report(usedEarly: name, range, variable) }
      asksRecords = asksRecords || variable.isOfRecords
      return (ReadSlot(variable.slot, place(range)), variable.isEach)
    }
    if name == scope.ownName {
      let slot = scope.ownSlot ?? scope.newSlot()
      scope.ownSlot = slot
      return (ReadSlot(slot, place(range)), false)
    }
    guard let outer = scope.outer else { return nil }
    if scope.role == .function {
      guard let variable = outer.own(name) else { return nil }
      asksRecords = asksRecords || variable.isOfRecords
      return (ReadGlobal(variable.slot, name: name, place(range)), false)
    }
    guard let (source, isEach) = access(name, from: outer, range) else { return nil }
    let variable = scope.capture(name, source, isEach: isEach, at: place(range))
    return (ReadSlot(variable.slot, place(range)), isEach)
  }

  /// An earlier `let` of the name may be what could not be read.
  func report(usedEarly name: String, _ range: SourceRange, _ variable: Scope.Variable) {
    if !lost.mayHide(name) { report(.usedBeforeItsLine(name, place(range), variable.place)) }
  }

  /// The node that reads `it`, or nil where there is nothing at hand.
  func it(_ range: SourceRange) -> Node? { it(from: scope, range) }

  private func it(from scope: Scope, _ range: SourceRange) -> Node? {
    if let slot = scope.itSlot {
      if slot == Project.lastAnswer, isPrompt { asksRecords = asksRecords || project.lastIsOfRecords }
      return ReadSlot(slot, place(range))
    }
    guard scope.role == .closure, let outer = scope.outer, let source = it(from: outer, range) else { return nil }
    return ReadSlot(scope.captureIt(source), place(range))
  }

  // MARK: Suggestions

  /// The one name that is near enough to be meant; nil when none or several are.
  static func near(_ name: String, among names: some Swift.Sequence<String>) -> String? {
    Spelling.nearest(to: name, among: names)
  }
}
