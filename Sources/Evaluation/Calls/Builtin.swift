import Values

/// A function of the library whose body is Swift: a declaration in Rep, with its documentation, and a closure.
///
/// The declaration is read by the parser that reads users' functions, so that help, completion, checks of arguments and
/// tests of examples all come from it.
public struct Builtin: Sendable {
  /// `## One sentence.`, examples (`##     expr  --> value`), and `fn name(parameters): kind`.
  ///
  /// A parameter may say its kind (`text: text`): the call is then checked before the body runs, and an unknown argument
  /// makes the answer unknown. A parameter without a kind, or of kind `any`, takes everything, unknown included.
  /// `each test` takes an expression worked out for each row; `each columns..` takes any number of them; `rows = it` is
  /// the rows at hand.
  public let declaration: String
  public let body: @Sendable (Call) throws(Fault) -> Value

  public init(_ declaration: String, body: @escaping @Sendable (Call) throws(Fault) -> Value) {
    self.declaration = declaration
    self.body = body
  }
}

/// An expression that is worked out once for each row: what an `each` parameter is given.
open class Each: Callable {
  /// What a column made of it is called: the name written before `:`, or the field (`.host` is `host`), or its text.
  public let label: String
  /// The field, where the expression is nothing but a field of the row.
  public let field: String?
  /// True for `desc`, false for `asc`, nil where neither was written.
  public let descending: Bool?

  public init(label: String, field: String?, descending: Bool?, parameterCount: Int = 1) {
    self.label = label
    self.field = field
    self.descending = descending
    super.init(name: label.isEmpty ? nil : label, parameterCount: parameterCount)
  }

  /// The fields of a row that it mentions.
  open var fieldsOfRow: [String] { field.map { [$0] } ?? [] }

  /// The texts to which it wants fields of a row to be equal.
  open var textsOfRow: [(field: String, text: String)] { [] }

  /// What it says of every row of columns, as a test; nil where it has to be asked row by row.
  open func truths(over columns: Columns) throws(Fault) -> Truths? { nil }

  /// What it is for every row of columns; nil where it has to be asked row by row.
  open func column(over columns: Columns) throws(Fault) -> Column? { nil }

  /// How far two dates are apart in every row of columns, where it says nothing else; nil for anything more.
  open func measures(over columns: Columns) throws(Fault) -> Measures? { nil }

  /// The facts that are missing to decide it for a row: `outcome (source_did_not_know)`.
  open func lacking(_ row: Value, reasons: Reasons?) -> [String] {
    ["\(label) (\(reasons.map { $0.names } ?? "imprecise"))"]
  }
}
