import Diagnostics
import Syntax
import Values

/// Functions without a name: lambdas, and what an `each` parameter is given.
extension Planner {
  /// What an `each` parameter is given: a function of the row.
  func each(_ expression: Expression, label: String?, descending: Bool?) -> Node {
    let node = rowFunction(expression, label: label, descending: descending)
    guard let function = (node as? MakeClosure)?.function else { return node }
    function.facts = RowFacts(expression, fields)
    if case .name = expression.kind { return node }
    let names = ColumnPlan.Names(
      isLibrary: isWorkedOutFromArguments,
      isValue: { [scope] in scope.nearest($0)?.isEach != true },
      declared: { [self, scope] in scope.nearest($0) == nil ? self.function($0)?.declaration : nil },
      isAround: { [scope] in scope.role == .closure && scope.own($0)?.slot == 0 })
    function.columnPlan = function.body.flatMap { ColumnPlan(expression, $0, names) }
    return node
  }

  /// Whether a name stands for a function of the library whose answer depends on what it is given and nothing else.
  private func isWorkedOutFromArguments(_ name: String) -> Bool {
    guard let builtin = project.builtins[name], function(name) == nil, project.variables[name] == nil,
      scope.nearest(name) == nil
    else { return false }
    return !builtin.declaration.parameters.contains { parameter in
      if case .it? = parameter.defaultValue?.kind { return true }
      return false
    }
  }

  private func rowFunction(_ expression: Expression, label: String?, descending: Bool?) -> Node {
    if case .lambda(let parameters, let body) = expression.kind, parameters.count == 1 {
      return closure(
        parameters: parameters, label: label ?? "", field: nil, descending: descending, hasIt: false, expression.range
      ) { plan(body: body) }
    }
    var body = expression
    if case .name(let name) = expression.kind, isFunction(name.text) {
      body = Expression(.call(expression, [Argument(nil, Expression(.it, expression.range))]), expression.range)
    }
    return closure(
      parameters: [], label: label ?? self.label(of: expression), field: field(of: expression), descending: descending,
      hasIt: true, expression.range
    ) { plan(condition: body) }
  }

  /// A function that a bare name stands for, rather than a variable or a record.
  private func isFunction(_ name: String) -> Bool {
    if scope.own(name) != nil || corpus.entities[name] != nil { return false }
    if let declared = function(name) { return declared.declaration.parameters.count >= 1 }
    guard let builtin = project.builtins[name], project.variables[name] == nil, corpus.plurals[name] == nil else {
      return false
    }
    return builtin.declaration.parameters.count { $0.defaultValue == nil && !$0.isRest } == 1
  }

  /// What a column made of an expression is called: the field, the name, or the text itself.
  private func label(of expression: Expression) -> String {
    switch expression.kind {
    case .fieldOfIt(let name), .field(_, let name), .name(let name): name.text
    // A name cannot hold what names of several words stand in.
    default: source.text(in: expression.range).filter { $0 != "`" }
    }
  }

  func field(of expression: Expression) -> String? {
    if case .fieldOfIt(let name) = expression.kind { return name.text }
    return nil
  }

  func plan(lambda parameters: [Name], _ body: Body, _ range: SourceRange) -> Node {
    closure(parameters: parameters, label: "", field: nil, descending: nil, hasIt: false, range) { plan(body: body) }
  }

  func closure(
    parameters: [Name], label: String, field: String?, descending: Bool?, hasIt: Bool, _ range: SourceRange,
    _ planBody: () -> Node
  ) -> Node {
    let function = Function(
      name: nil, parameterCount: hasIt ? 1 : parameters.count, declaration: nil)
    let outer = scope
    let inner = Scope(.closure, outer: outer)
    scope = inner
    let depth = loopDepth
    loopDepth = 0
    if hasIt { inner.itSlot = inner.newSlot() }
    for parameter in parameters {
      if let other = inner.inThisBlock(parameter.text) {
        report(.nameTwice(parameter.text, place(parameter.range), other.place))
      }
      checkHides(parameter)
      _ = inner.declare(parameter.text, at: place(parameter.range))
    }
    let body = planBody()
    function.bind(body, slotCount: inner.slotCount)
    loopDepth = depth
    scope = outer
    return MakeClosure(
      function, captures: inner.captures, ownSlot: nil, label: label, field: field, descending: descending,
      place(range))
  }

  /// `expect` in a record, as a function of the record.
  func check(ofRecord expression: Expression) -> Node {
    closure(parameters: [], label: "", field: nil, descending: nil, hasIt: true, expression.range) {
      ValueOfStatement(plan(check: expression, place(expression.range)))
    }
  }
}
