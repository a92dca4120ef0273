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
  /// What computed fields are worked out by, for `why`.
  var computedFields: [ObjectIdentifier: (expression: Expression, source: Source)] = [:]
  /// What the last answer at the prompt was the answer of.
  var lastExpression: Definition?
  /// Whether an entry has answered anything yet, so that `it` means something.
  private(set) var isAnswered = false
  /// Whether something was answered at the prompt that `why it` would explain.
  public var hasAnswer: Bool { lastExpression != nil }
  /// Whether the last answer was asked of records.
  private(set) var lastIsOfRecords = false
  /// What the answer of the entry at hand will be the answer of.
  var nextAnswer: Definition?
  /// What was known by name before the entry at hand.
  var before = Known()
  /// The slot of the last answer at the prompt.
  static let lastAnswer = 0

  public init(corpus: Corpus, machine: Machine) {
    self.corpus = corpus
    self.machine = machine
  }

  /// What is known by name, to go back to.
  struct Known {
    var functions: [String: DeclaredFunction] = [:]
    var variables: [String: Scope.Variable] = [:]
    var definitions: [String: Definition] = [:]
    var nextGlobal = 1
    var nextAnswer: Definition?
  }

  /// A function of a script, with what `help` says of it.
  struct DeclaredFunction {
    let function: Function
    let declaration: FunctionDeclaration
    let documentation: String?
    let place: Place
    let isOfLibrary: Bool
    /// What the names of its file begin with for the others.
    let prefix: String?
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
    isAnswered = true
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
