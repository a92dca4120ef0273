import Syntax
import Values

/// How an expression about a row is worked out for all rows of columns at once.
///
/// A test is taken apart at `and`, `or` and `not`. What is left is about a few columns: of one in which few different
/// values stand, it is worked out once for each of them. Nobody can tell the difference: an expression of which
/// somebody could, since it calls a function that shows something, or needs the row as a whole, has no such plan.
indirect enum ColumnPlan {
  case and(ColumnPlan, ColumnPlan)
  case or(ColumnPlan, ColumnPlan)
  case not(ColumnPlan)
  case leaf(Node, Fields)
  /// `.date >= c.opened`: a comparison of what is worked out from one field each, at most.
  case order(TestOfOrder)
  /// `.host is unknown`, of a field.
  case isUnknown(IsUnknown, Fields)
  /// `any(.events, …)`: a test of the records that stand in a field.
  case items(TestOfItems)
  /// `.events | where … | min .date`.
  case extreme(ExtremeOfItems)

  /// What is read of a row, each field by its names from the row on: `.date` by one, `.case.host` by two.
  struct Fields {
    fileprivate(set) var paths: [[String]] = []
    /// The same of the row around, for what is asked of the records in a field of it: `c.host` in
    /// `c -> any(c.events, .place is c.host)`.
    fileprivate(set) var around: [[String]] = []

    /// How often fields are mentioned, and which of them one is taken from another.
    private var mentions = 0
    private var minus: (from: [String], taken: [String])?
    /// What is told of how far they are apart, where that is all; nil where it is worked on.
    fileprivate(set) var unit: Measures.Unit?

    /// The two fields of which nothing is asked but how far they are apart; nil where more is.
    var distance: (from: [String], taken: [String])? { mentions == 2 && around.isEmpty ? minus : nil }
    /// How many fields are read.
    var count: Int { paths.count + around.count }

    mutating func add(_ path: [String]) {
      mentions += 1
      if !paths.contains(path) { paths.append(path) }
    }
    mutating func add(_ from: [String], minus taken: [String]) {
      minus = (from, taken)
      add(from)
      add(taken)
    }
    mutating func add(around path: [String]) { if !around.contains(path) { around.append(path) } }
  }

  /// What names stand for where an expression is planned.
  struct Names {
    /// Whether a name stands for a function whose answer depends on its arguments alone.
    let isLibrary: (String) -> Bool
    /// Whether a name stands for one value, and not for an expression about the row.
    let isValue: (String) -> Bool
    /// The declaration of a function of the script; nil where the name stands for anything else.
    let declared: (String) -> FunctionDeclaration?
    /// Whether a name stands for the row around.
    let isAround: (String) -> Bool
    /// What the expression calls the row besides `it`.
    var row: String?
    /// The functions in whose bodies this stands.
    var functions: [String] = []
  }

  init?(_ expression: Expression, _ node: Node, _ names: Names) {
    if case .lambda(let parameters, .expression(let body)) = expression.kind, parameters.count == 1 {
      var names = names
      names.row = parameters[0].text
      self.init(of: body, node, names)
    } else {
      self.init(of: expression, node, names)
    }
  }

  private init?(of expression: Expression, _ node: Node, _ names: Names) {
    switch (expression.kind, node) {
    case (.binary(.and, let left, let right, _), let node as And):
      guard let first = ColumnPlan(of: left, node.left, names), let second = ColumnPlan(of: right, node.right, names)
      else { return nil }
      self = .and(first, second)
    case (.binary(.or, let left, let right, _), let node as Or):
      guard let first = ColumnPlan(of: left, node.left, names), let second = ColumnPlan(of: right, node.right, names)
      else { return nil }
      self = .or(first, second)
    case (.not(let inner), let node as Not):
      guard let plan = ColumnPlan(of: inner, node.operand, names) else { return nil }
      self = .not(plan)
    default:
      if let test = TestOfItems(node) {
        self = .items(test)
      } else if let extreme = ExtremeOfItems(node) {
        self = .extreme(extreme)
      } else {
        var fields = Fields()
        guard expression.reads(&fields, names) else { return nil }
        fields.unit = expression.unitOfDistance(names)
        if let order = TestOfOrder(expression, node, fields, names) {
          self = .order(order)
        } else if case .binary(_, let subject, _, _) = expression.kind, subject.isField(names),
          let test = (node as? IsUnknown) ?? (node as? Not)?.operand as? IsUnknown
        {
          self = node is Not ? .not(.isUnknown(test, fields)) : .isUnknown(test, fields)
        } else {
          self = .leaf(node, fields)
        }
      }
    }
  }
}
