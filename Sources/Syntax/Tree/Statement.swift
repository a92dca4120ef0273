import Diagnostics

/// The tree of one source, with everything that was wrong in it.
public struct Program: Sendable {
  public let source: Source
  public let statements: [Statement]
  public let diagnostics: [Diagnostic]
  /// True when the first fault stands at the end of the text: another line could mend it.
  public let isIncomplete: Bool
  /// What is still open, innermost last, in the words of a continuation prompt: `(`, `case`, `if`.
  public let open: [String]
  /// Lines at the top that are words side by side, as people ask who do not know Rep; each has its diagnostic.
  public let plainLines: [SourceRange]
  /// What a mistake kept out of the tree.
  public let unread: Unread
  /// How many mistakes there are beside those that the diagnostics tell.
  public let untold: Int

  public init(
    source: Source, statements: [Statement] = [], diagnostics: [Diagnostic] = [], isIncomplete: Bool = false,
    open: [String] = [], plainLines: [SourceRange] = [], unread: Unread = .nothing, untold: Int = 0
  ) {
    self.source = source
    self.statements = statements
    self.diagnostics = diagnostics
    self.isIncomplete = isIncomplete
    self.open = open
    self.plainLines = plainLines
    self.unread = unread
    self.untold = untold
  }

  /// Stands for a text that cannot be had.
  public static func unread(_ name: String) -> Program {
    Program(source: Source(name: name, bytes: []), unread: .everything)
  }
}

/// Statements between `{` and `}`.
public struct Block: Sendable {
  public let statements: [Statement]
  public let range: SourceRange

  public init(_ statements: [Statement], _ range: SourceRange) {
    self.statements = statements
    self.range = range
  }
}

/// One statement, or one declaration.
public struct Statement: Sendable {
  public let kind: Kind
  public let range: SourceRange
  /// The `##` lines directly above, without their marks; documentation of a declaration.
  public let documentation: String?

  public init(_ kind: Kind, _ range: SourceRange, documentation: String? = nil) {
    self.kind = kind
    self.range = range
    self.documentation = documentation
  }

  public indirect enum Kind: Sendable {
    case letVariable(Name, Expression)
    case assign(Name, Expression)
    case function(FunctionDeclaration)
    case ifElse([(condition: Expression, body: Block)], otherwise: Block?, unknown: Block?)
    case forEach(Name, Name?, in: Expression, Block)
    case whileLoop(Expression, Block)
    case breakLoop
    case continueLoop
    case returnValue(Expression?)
    case use(UseTarget, as: Name?)
    case check(Expression)
    case expect(Expression)
    case show(Expression)
    case test(String, Block)
    case kind(KindDeclaration)
    case extendKind(Name, [FieldDeclaration])
    case set(SetDeclaration)
    case same(Path, Path, [ClaimClause])
    case extend(Path, [ClaimClause], [RecordLine])
    /// `per SOURCE` at the head of a file: who says what its records say.
    case attribution([ClaimClause])
    case rule(RuleDeclaration)
    case pattern(PatternDeclaration)
    case record(RecordDeclaration)
    /// `| where …` as an entry of the prompt: goes on from the last answer.
    case continuation([Step])
    case expression(Expression)
    /// `##` prose that documents nothing: a paragraph of the report.
    case prose(String)
  }
}

public enum UseTarget: Sendable {
  case file(String, SourceRange)
  case module(Name)

  public var range: SourceRange {
    switch self {
    case .file(_, let range): range
    case .module(let name): name.range
    }
  }
}

/// `fn odds(rows, each test): number = …`
public struct FunctionDeclaration: Sendable {
  public let name: Name
  public let parameters: [Parameter]
  public let result: TypeExpression?
  /// Nil in the declaration of a builtin, whose body is Swift.
  public let body: Body?

  public init(name: Name, parameters: [Parameter], result: TypeExpression?, body: Body?) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
  }
}

public struct Parameter: Sendable {
  public enum Passing: String, Sendable {
    case value
    /// The argument is worked out once for each row, with `it` as that row.
    case each
    /// The argument is the date given with `f(x) at DATE`.
    case at
  }
  public let name: Name
  public let passing: Passing
  public let type: TypeExpression?
  /// `.it` is the one default that is worked out at the caller.
  public let defaultValue: Expression?
  /// `columns..`: takes all the arguments that are left, as a list.
  public let isRest: Bool

  public init(
    name: Name, passing: Passing, type: TypeExpression?, defaultValue: Expression?, isRest: Bool = false
  ) {
    self.isRest = isRest
    self.name = name
    self.passing = passing
    self.type = type
    self.defaultValue = defaultValue
  }
}

/// `list of jurisdiction`, `[text]`, `date or text`.
public indirect enum TypeExpression: Sendable {
  case named(Name)
  case list(TypeExpression)
  case either([TypeExpression])
}

/// `kind visit, visits "…" : event { … }`
public struct KindDeclaration: Sendable {
  public let name: Name
  public let plural: Name?
  public let label: String?
  public let parent: Name?
  public let fields: [FieldDeclaration]

  public init(name: Name, plural: Name?, label: String?, parent: Name?, fields: [FieldDeclaration]) {
    self.name = name
    self.plural = plural
    self.label = label
    self.parent = parent
    self.fields = fields
  }
}

public struct FieldDeclaration: Sendable {
  public let name: Name
  public let isPrivate: Bool
  public let type: TypeExpression
  public let overTime: Bool
  /// A computed field: worked out from the record, which is `it`.
  public let computed: Expression?
  /// The `## meaning` behind the field, or above it.
  public let documentation: String?

  public init(
    name: Name, isPrivate: Bool, type: TypeExpression, overTime: Bool, computed: Expression?, documentation: String?
  ) {
    self.name = name
    self.isPrivate = isPrivate
    self.type = type
    self.overTime = overTime
    self.computed = computed
    self.documentation = documentation
  }
}

/// `set no_go_list "…" at 2021-11 per xianyou = [ … ]`, or `set threat where …`
public struct SetDeclaration: Sendable {
  public enum Content: Sendable {
    case value(DataValue)
    case condition(Expression)
  }
  public let name: Name
  public let label: String?
  public let claims: [ClaimClause]
  public let content: Content

  public init(name: Name, label: String?, claims: [ClaimClause], content: Content) {
    self.name = name
    self.label = label
    self.claims = claims
    self.content = content
  }
}

/// `rule involuntary_return(c) "…" per sd110 { … }`
public struct RuleDeclaration: Sendable {
  public struct Clause: Sendable {
    public enum Kind: Sendable {
      case require, unless
      case letVariable(Name, Expression)
    }
    public let kind: Kind
    /// The branches, each with its sentence; empty for a `let`.
    public let branches: [(test: Expression, label: Expression?)]
    public let claims: [ClaimClause]
    public let range: SourceRange

    public init(
      _ kind: Kind, branches: [(test: Expression, label: Expression?)], claims: [ClaimClause], _ range: SourceRange
    ) {
      self.kind = kind
      self.branches = branches
      self.claims = claims
      self.range = range
    }
  }
  public let name: Name
  public let parameters: [Parameter]
  public let label: Expression?
  public let claims: [ClaimClause]
  public let clauses: [Clause]

  public init(name: Name, parameters: [Parameter], label: Expression?, claims: [ClaimClause], clauses: [Clause]) {
    self.name = name
    self.parameters = parameters
    self.label = label
    self.claims = claims
    self.clauses = clauses
  }
}

/// `pattern squeeze "…" = demand_return then …`
public struct PatternDeclaration: Sendable {
  public let name: Name
  public let label: String?
  public let sequence: Sequence

  public init(name: Name, label: String?, sequence: Sequence) {
    self.name = name
    self.label = label
    self.sequence = sequence
  }

  public indirect enum Sequence: Sendable {
    case one(Act)
    case group(Sequence, repetition: Repetition, condition: Expression?)
    case either([Sequence])
    case then(Sequence, Sequence)
    case within(Sequence, Expression)
    case without(Sequence, Sequence)
  }

  public enum Repetition: Sendable { case once, oneOrMore, optional }

  public struct Act: Sendable {
    /// Nil for `any`.
    public let name: Name?
    public let roles: [EventLine.Role]
    public let repetition: Repetition
    public let condition: Expression?

    public init(name: Name?, roles: [EventLine.Role], repetition: Repetition, condition: Expression?) {
      self.name = name
      self.roles = roles
      self.repetition = repetition
      self.condition = condition
    }
  }
}
