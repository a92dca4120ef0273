import Diagnostics

/// A name as it was written, in Unicode normal form C.
public struct Name: Sendable {
  public let text: String
  public let range: SourceRange

  public init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A question, or a part of one.
public struct Expression: Sendable {
  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Sendable {
    case integer(Int)
    /// A number with a decimal point, an exponent or a percent sign (`45%` is 0.45).
    case real(Double)
    case text([TextPart])
    /// An EDTF date as typed, without `@` and quotation marks; the parser has checked it.
    case date(String)
    /// `90 days`: a number and a unit of the calendar.
    case span(Expression, SpanUnit)
    /// `175_000 euros`: a number and what it counts.
    case quantity(Expression, unit: Name)
    case truth(Bool)
    case none
    case unknown(reason: Name?)
    case it
    /// `.host`: a field of the thing at hand.
    case fieldOfIt(Name)
    case name(Name)
    case list([Expression])
    case record([RecordEntry])
    case field(Expression, Name)
    case call(Expression, [Argument])
    case index(Expression, Expression)
    case negative(Expression)
    case not(Expression)
    /// The range is the operator's own.
    case binary(BinaryOperator, Expression, Expression, SourceRange)
    case lambda(parameters: [Name], Body)
    case choice([(condition: Expression, value: Expression)], otherwise: Expression, unknown: Expression?)
    case match(Expression, [MatchArm])
    case why(Expression)
    case light([LightClause], Block)
    /// `rows | step`: the left side is the step's first argument.
    case pipeline(Expression, Step)
    /// A step without a left side: a bare call at the head of a pipeline (`read "x.csv"`).
    case head(Step)
    /// A part that could not be read; what was wrong with it has been said.
    case faulty
  }
}

/// A piece of a text literal: characters, or an expression between `{` and `}`.
public enum TextPart: Sendable {
  case characters(String)
  case interpolation(Expression)
}

public enum SpanUnit: String, Sendable, CaseIterable { case day, week, month, year }

/// Operators with two sides, from the loosest to the tightest.
public enum BinaryOperator: String, Sendable {
  case fallback = "??"
  case or, and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case isA = "is"
  case isNot = "is not"
  case isIn = "in"
  case isNotIn = "not in"
  case has, before, after, during, overlaps, matches, was
  case wasNot = "was not"
  case range = ".."
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case at
}

/// A named part of a record value: `{ n: count(), "two words": 1 }`.
public struct RecordEntry: Sendable {
  public let name: Name
  public let value: Expression

  public init(_ name: Name, _ value: Expression) {
    self.name = name
    self.value = value
  }
}

/// What a call or a step is given: a value, perhaps for a named parameter.
public struct Argument: Sendable {
  public let name: Name?
  public let value: Expression

  public init(_ name: Name?, _ value: Expression) {
    self.name = name
    self.value = value
  }
}

/// The right side of `->`: one expression (a record value among them), or a block.
public enum Body: Sendable {
  case expression(Expression)
  case block(Block)
}

/// One arm of a `match`: what the subject is held against, and what then.
public struct MatchArm: Sendable {
  public enum Pattern: Sendable {
    case otherwise
    case unknown
    /// The subject equals a value, or stands in an operator's relation to it (`is returned`, `in 1..3`, `> 5`); any of them.
    case tests([(comparison: BinaryOperator?, value: Expression)])
  }
  public let pattern: Pattern
  public let condition: Expression?
  public let body: Body
  public let range: SourceRange

  public init(_ pattern: Pattern, condition: Expression?, _ body: Body, _ range: SourceRange) {
    self.pattern = pattern
    self.condition = condition
    self.body = body
    self.range = range
  }
}

/// A clause of a question in another light.
public enum LightClause: Sendable {
  case under(Expression)
  case underEach(Name)
  case knownBy(Expression)
  case without([Expression])
  case suppose(Expression)
}

/// `where .host == here`, `group by .channel { n: count() }`: a call written without brackets.
public struct Step: Sendable {
  public struct Key: Sendable {
    public let value: Expression
    /// True for `desc`, false for `asc`, nil where neither was written.
    public let descending: Bool?

    public init(_ value: Expression, descending: Bool?) {
      self.value = value
      self.descending = descending
    }
  }

  /// `by`, `on` or `as` with its keys; of records made of rows also `kind`, `of` and `per`.
  public struct Connection: Sendable {
    public let word: Name
    public let keys: [Key]

    public init(_ word: Name, _ keys: [Key]) {
      self.word = word
      self.keys = keys
    }
  }

  public enum Trailing: Sendable {
    case record(Expression)
    case block(Block)
  }

  /// The function's name; more than one where it came from a file with a prefix (`f.odds`).
  public let path: [Name]
  public let arguments: [Argument]
  public let connections: [Connection]
  public let trailing: Trailing?
  public let range: SourceRange

  public init(
    path: [Name], arguments: [Argument], connections: [Connection], trailing: Trailing?, _ range: SourceRange
  ) {
    self.path = path
    self.arguments = arguments
    self.connections = connections
    self.trailing = trailing
    self.range = range
  }
}
