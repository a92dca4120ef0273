import Diagnostics
import Records
import Syntax
import Values

/// Everything that a session knows by name, beside the records: functions, builtins and the script's variables.
public final class Project {
  public let corpus: Corpus
  public let machine: Machine
  var functions: [String: DeclaredFunction] = [:]
  var builtins: [String: BuiltinFunction] = [:]
  var variables: [String: Scope.Variable] = [:]
  /// The first slot that no variable of the script has taken.
  var nextGlobal = 1
  /// What variables were given by their `let`, for `why`; a variable that is given another value later has none.
  var definitions: [String: Definition] = [:]
  /// What the last answer at the prompt was the answer of.
  var lastExpression: Definition?
  /// Whether the last answer was asked of records.
  private(set) var lastIsOfRecords = false
  /// What the answer of the entry at hand will be the answer of.
  private var nextAnswer: Definition?
  /// The slot of the last answer at the prompt.
  static let lastAnswer = 0

  public init(corpus: Corpus, machine: Machine) {
    self.corpus = corpus
    self.machine = machine
  }

  /// A function of a script, with what `help` says of it.
  struct DeclaredFunction {
    let function: Function
    let declaration: FunctionDeclaration
    let documentation: String?
    let place: Place
    let isOfLibrary: Bool
  }

  /// Adds a builtin whose declaration has been read.
  public func add(_ builtin: Builtin, _ declaration: FunctionDeclaration, documentation: String) {
    builtins[declaration.name.text] = BuiltinFunction(
      declaration, documentation: documentation, machine, body: builtin.body)
  }

  /// What all functions are called, with their declarations and documentation.
  /// A builtin has no place.
  public var callables: [(name: String, declaration: FunctionDeclaration, documentation: String, place: Place?)] {
    builtins.map { ($0.key, $0.value.declaration, $0.value.documentation, nil) }
      + functions.map { ($0.key, $0.value.declaration, $0.value.documentation ?? "", $0.value.place) }
  }

  public var variableNames: [String] { Array(variables.keys) }

  /// The value of a variable of the script.
  public func value(of variable: String) -> Value? { variables[variable].map { machine.global($0.slot) } }

  /// Gives scripts a value under a name, as if they had said `let`.
  public func define(_ name: String, _ value: Value) {
    if variables[name] == nil {
      let place = Place(Source(name: "<program>", bytes: []), SourceRange(0, 0))
      variables[name] = Scope.Variable(slot: nextGlobal, place: place)
      nextGlobal += 1
    }
    if let slot = variables[name]?.slot { machine.setGlobal(slot, value) }
  }

  /// Keeps what an entry answered, so that `it` and `why it` mean it: an entry that failed leaves the answer before.
  public func answer(_ answer: Answer) {
    machine.setGlobal(Project.lastAnswer, answer.value)
    lastIsOfRecords = answer.isOfRecords
    if let nextAnswer { lastExpression = nextAnswer }
  }
}

/// One file or entry on its way into a project.
public struct Unit {
  public let program: Program
  /// What its names begin with for the others: `use "f.rep" as f`.
  public let prefix: String?
  /// True for a file that another uses: it gives its declarations and variables, and shows nothing.
  public let isTakenIn: Bool
  /// True for a part of the library: what comes later may hide its functions.
  public let isOfLibrary: Bool

  public init(_ program: Program, prefix: String? = nil, isTakenIn: Bool = false, isOfLibrary: Bool = false) {
    self.program = program
    self.prefix = prefix
    self.isTakenIn = isTakenIn
    self.isOfLibrary = isOfLibrary
  }
}

extension Project {
  /// Why programs were not planned.
  public struct Refused: Error { public let diagnostics: [Diagnostic] }

  /// Turns programs into plans, in the order in which they are to run. When anything is wrong, the project is as before.
  public func plan(_ units: [Unit], isPrompt: Bool) throws(Refused) -> (plans: [Plan], diagnostics: [Diagnostic]) {
    let before = (functions, variables)
    let scope = Scope(.top, outer: nil, firstSlot: nextGlobal)
    if isPrompt { scope.itSlot = Project.lastAnswer }
    for (name, variable) in variables { scope.define(name, variable) }
    let planners = units.map { Planner(self, $0, scope: scope, isPrompt: isPrompt) }
    for planner in planners { planner.declareNames() }
    let plans = planners.map { $0.planStatements() }
    var diagnostics = planners.flatMap(\.diagnostics)
    if scope.slotCount > Machine.mostGlobals, let unit = units.last {
      diagnostics.append(.tooManyVariables(Place(unit.program.source, SourceRange(0, 0))))
    }
    if diagnostics.contains(where: { $0.severity == .error }) {
      (functions, variables) = before
      throw Refused(diagnostics: diagnostics)
    }
    nextGlobal = scope.slotCount
    nextAnswer = nil
    if let planner = planners.last(where: { $0.nextExpression != nil }), let expression = planner.nextExpression {
      nextAnswer = Definition(
        slot: Project.lastAnswer, expression, planner.source, previous: lastExpression)
    }
    return (plans, diagnostics)
  }

  /// Makes ready what declarations hold of expressions: computed fields, the tests of sets, and expectations.
  public func plan(_ declarations: Declarations) throws(Refused) -> [PlannedExpectation] {
    for computed in declarations.computedFields {
      computed.subject.computed = try plan(ofRecord: computed.expression, in: computed.source)
    }
    for set in declarations.setTests { set.subject.test = try plan(ofRecord: set.expression, in: set.source) }
    var expectations: [PlannedExpectation] = []
    for expectation in declarations.expectations {
      expectations.append(
        PlannedExpectation(
          entity: expectation.entity,
          check: try plan(ofRecord: expectation.expression, in: expectation.place.source, isCheck: true)))
    }
    return expectations
  }

  /// Plans an expression of a record (a computed field, an `expect`, the test of a set) as a function of that record.
  private func plan(ofRecord expression: Expression, in source: Source, isCheck: Bool = false) throws(Refused)
    -> Each
  {
    let scope = Scope(.top, outer: nil, firstSlot: nextGlobal)
    let planner = Planner(self, Unit(Program(source: source)), scope: scope, isPrompt: false)
    let node = isCheck ? planner.check(ofRecord: expression) : planner.each(expression, label: nil, descending: nil)
    if !planner.diagnostics.isEmpty { throw Refused(diagnostics: planner.diagnostics) }
    let frame = Frame(slots: machine.state.pointee.globals, state: machine.state)
    guard case .function(let function)? = try? node.value(frame), let each = function as? Each else {
      throw Refused(diagnostics: [])
    }
    return each
  }
}

extension Program {
  /// A program without statements, for expressions that stand by themselves.
  init(source: Source) {
    self.init(source: source, statements: [], diagnostics: [], isIncomplete: false, open: [])
  }
}

/// What planning a program gives: what to run, and its tests.
public struct Plan {
  let body: Node
  public let tests: [PlannedTest]

  /// Runs the statements from the top.
  public func run(_ project: Project) throws(Fault) {
    let state = project.machine.state
    _ = try body.run(Frame(slots: state.pointee.globals, state: state))
  }
}

/// What a record was expected to hold, ready to be asked.
public struct PlannedExpectation {
  let entity: Entity
  let check: Each

  public func hold(_ project: Project) throws(Fault) { _ = try check.call(.entity(entity)) }
}

/// A `test`, ready to run.
public struct PlannedTest {
  public let name: String
  public let place: Place
  let function: Function

  public func run(_ project: Project) throws(Fault) {
    let state = project.machine.state
    let frame = Frame(slots: state.pointee.globals, state: state)
    let window = try frame.open(function.slotCount)
    defer { frame.close(window, function.slotCount) }
    _ = try function.value(Frame(slots: window, state: state))
  }
}
