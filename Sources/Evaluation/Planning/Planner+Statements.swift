import Diagnostics
import Syntax
import Values

extension Planner {
  /// A statement at the top of a file or an entry; nil for declarations that are not run.
  func plan(top statement: Statement) -> Node? {
    if isTakenIn {
      // Only what declares something runs in a file that another uses: what shows something does not.
      if case .expression(let expression) = statement.kind, expression.takesInRows { return plan(expression) }
      guard case .letVariable = statement.kind else { return nil }
    }
    switch statement.kind {
    case .letVariable(let name, let expression):
      // The slot was given when the names of the program were gathered.
      let (node, isOfRecords) = noting { plan(expression) }
      let name = prefix.map { "\($0).\(name.text)" } ?? name.text
      guard var variable = scope.own(name) else { return node }
      variable.isSet = true
      variable.isOfRecords = isOfRecords
      scope.define(name, variable)
      project.variables[name]?.isOfRecords = isOfRecords
      project.definitions[name] = Project.Definition(slot: variable.slot, expression, source)
      return WriteSlot(variable.slot, node, place(statement.range))
    case .function, .use, .kind, .extendKind, .set, .same, .extend, .attribution, .record, .prose, .test: return nil
    case .assign, .ifElse, .forEach, .whileLoop, .breakLoop, .continueLoop, .returnValue, .check, .expect, .show,
      .rule, .pattern, .continuation, .expression:
      return plan(statement, inFunction: false)
    }
  }

  /// A statement anywhere but at the top.
  private func plan(_ statement: Statement, inFunction: Bool, isLast: Bool = false) -> Node {
    let here = place(statement.range)
    switch statement.kind {
    case .letVariable(let name, let expression):
      let node = plan(expression)
      checkHides(name)
      if let other = scope.inThisBlock(name.text) { report(.nameTwice(name.text, place(name.range), other.place)) }
      return WriteSlot(scope.declare(name.text, at: place(name.range)), node, here)
    case .assign(let name, let expression): return plan(assign: name, expression, here)
    case .function(let declaration): return plan(localFunction: declaration, here)
    case .ifElse(let arms, let otherwise, let unknown): return plan(if: arms, otherwise, unknown, inFunction, here)
    case .forEach(let first, let second, let rows, let body):
      let rowsNode = plan(rows)
      scope.enterBlock()
      defer { scope.leaveBlock() }
      checkHides(first)
      let slot = scope.declare(first.text, at: place(first.range))
      let secondSlot = second.map { scope.declare($0.text, at: place($0.range)) }
      let bodyNode = inLoop { planStatements(body.statements, body.range, inFunction: inFunction) }
      return ForEach(slot, secondSlot, in: rowsNode, bodyNode, place(rows.range))
    case .whileLoop(let condition, let body):
      let test = plan(condition: condition)
      scope.enterBlock()
      defer { scope.leaveBlock() }
      let bodyNode = inLoop { planStatements(body.statements, body.range, inFunction: inFunction) }
      return While(test, bodyNode, here)
    case .breakLoop, .continueLoop:
      let isBreak = if case .breakLoop = statement.kind { true } else { false }
      if loopDepth == 0 { return refuse(.outsideLoop(isBreak ? "break" : "continue", here), statement.range) }
      return Leave(isBreak ? .broke : .continued, here)
    case .returnValue(let expression):
      if scope.role == .top { return refuse(.returnOutside(here), statement.range) }
      return Return(expression.map { plan($0) }, here)
    case .check(let expression), .expect(let expression): return plan(check: expression, here)
    case .show(let expression): return show(statement.range) { plan(expression) }
    case .expression(let expression):
      if !inFunction, case .light(let clauses, let block) = expression.kind {
        let asked = plan(lightStatement: clauses, block, expression.range)
        // Of what was asked inside, the light is a part.
        if isPrompt, scope.role == .top { nextExpression = expression }
        return asked
      }
      if !inFunction, case .why(let operand) = expression.kind { return plan(tellWhy: operand) }
      if inFunction {
        let node = plan(expression)
        if !isLast && !isCall(expression) { report(.unusedValue(place(expression.range))) }
        return node
      }
      let shown = show(statement.range) { plan(expression) }
      if isPrompt, scope.role == .top { nextExpression = expression }
      return shown
    case .continuation(let steps): return plan(continuation: steps, here)
    case .rule(let rule): return refuse(.rulesAreNotBuilt(place(rule.name.range)), statement.range)
    case .pattern(let pattern): return refuse(.patternsAreNotBuilt(place(pattern.name.range)), statement.range)
    case .kind, .extendKind, .set, .same, .extend, .attribution, .record, .use, .test:
      return refuse(.declarationInside(here), statement.range)
    case .prose: return Nothing(here)
    }
  }

  /// A call may be made for its effect.
  private func isCall(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .call: true
    default: false
    }
  }

  private func inLoop(_ plan: () -> Node) -> Node {
    loopDepth += 1
    defer { loopDepth -= 1 }
    return plan()
  }

  /// Statements run for their effect.
  func planStatements(_ statements: [Statement], _ range: SourceRange, inFunction: Bool) -> Node {
    sequence(statements.map { plan($0, inFunction: inFunction) }, range)
  }

  func sequence(_ nodes: [Node], _ range: SourceRange) -> Node {
    guard let last = nodes.last else { return Nothing(place(range)) }
    return nodes.dropLast().reversed().reduce(last) { Chain($1, $0, $1.place) }
  }

  // MARK: Bodies that give a value

  /// The value of a function's block: what it returns, or its last expression.
  func planValue(of block: Block) -> Node { planValue(of: block.statements[...], block.range) }

  private func planValue(of statements: ArraySlice<Statement>, _ range: SourceRange) -> Node {
    let here = place(range)
    guard let first = statements.first else { return Constant(.none, here) }
    let rest = statements.dropFirst()
    if case .ifElse(let arms, let otherwise, let unknown) = first.kind {
      if rest.isEmpty, otherwise != nil { return planValue(if: arms[...], otherwise, unknown, [], first.range) }
      // `if c { return a }` and more: the same as a choice between a and the value of what follows.
      if otherwise == nil, unknown == nil, arms.allSatisfy({ alwaysReturns($0.body) }) {
        return planValue(if: arms[...], nil, nil, rest, first.range)
      }
    }
    if rest.isEmpty {
      switch first.kind {
      case .expression(let expression): return plan(expression)
      case .returnValue(let expression?): return plan(expression)
      default: return ValueOfStatement(plan(first, inFunction: true, isLast: true))
      }
    }
    if case .returnValue = first.kind { report(.unreachable(place(rest[rest.startIndex].range))) }
    return Chain(plan(first, inFunction: true), planValue(of: rest, range), here)
  }

  private func planValue(
    if arms: ArraySlice<(condition: Expression, body: Block)>, _ otherwise: Block?, _ unknown: Block?,
    _ rest: ArraySlice<Statement>, _ range: SourceRange
  ) -> Node {
    guard let arm = arms.first else {
      if let otherwise { return inBlock { planValue(of: otherwise) } }
      return planValue(of: rest, range)
    }
    let test = plan(condition: arm.condition)
    let yes = inBlock { planValue(of: arm.body) }
    let no = planValue(if: arms.dropFirst(), otherwise, unknown, rest, range)
    let unknownNode = unknown.map { block in inBlock { planValue(of: block) } }
    return DecidedChoice(test, yes: yes, no: no, unknown: unknownNode, place(range))
  }

  private func alwaysReturns(_ block: Block) -> Bool {
    switch block.statements.last?.kind {
    case .returnValue(_?): true
    case .ifElse(let arms, let otherwise?, let unknown):
      arms.allSatisfy { alwaysReturns($0.body) } && alwaysReturns(otherwise) && (unknown.map(alwaysReturns) ?? true)
    default: false
    }
  }

  private func inBlock(_ plan: () -> Node) -> Node {
    scope.enterBlock()
    defer { scope.leaveBlock() }
    return plan()
  }

  // MARK: Statements

  private func plan(assign name: Name, _ expression: Expression, _ here: Place) -> Node {
    guard let variable = scope.own(name.text), !scope.captures.contains(where: { $0.slot == variable.slot }) else {
      let node = plan(expression)
      if let (_, _) = read(name.text, name.range) {
        report(.assignsOuter(name.text, place(name.range)))
      } else {
        report(
          of: name.text,
          .assignsUndeclared(name.text, place(name.range), near: Planner.near(name.text, among: scope.names)))
      }
      return node
    }
    if !variable.isSet { report(usedEarly: name.text, name.range, variable) }
    if scope.role == .top { project.definitions[name.text] = nil }
    if case .call(let callee, let arguments) = expression.kind, case .name(let function) = callee.kind,
      let first = arguments.first, first.name == nil, case .name(let same) = first.value.kind, same.text == name.text,
      !isExplaining, let node = changeInPlace(variable.slot, function, arguments, expression.range)
    {
      return node
    }
    if case .binary(.plus, let left, let right, _) = expression.kind, case .name(let same) = left.kind,
      same.text == name.text, !isExplaining
    {
      let added = plan(right)
      return OperatorShape.added(to: variable.slot, added, place(expression.range))
        ?? WriteSlot(
          variable.slot,
          OperatorShape(.plus).node(ReadSlot(variable.slot, place(left.range)), added, place(expression.range)), here)
    }
    return WriteSlot(variable.slot, plan(expression), here)
  }

  private func plan(
    if arms: [(condition: Expression, body: Block)], _ otherwise: Block?, _ unknown: Block?, _ inFunction: Bool,
    _ here: Place
  ) -> Node {
    func body(_ block: Block) -> Node {
      inBlock { planStatements(block.statements, block.range, inFunction: inFunction) }
    }
    var node: Node = otherwise.map(body) ?? Nothing(here)
    let unknownNode = unknown.map(body)
    for (condition, block) in arms.reversed() {
      node = IfStatement(plan(condition: condition), yes: body(block), no: node, unknown: unknownNode, here)
    }
    return node
  }

  private func plan(localFunction declaration: FunctionDeclaration, _ here: Place) -> Node {
    checkHides(declaration.name)
    let function = Function(
      name: declaration.name.text, parameterCount: declaration.parameters.count, declaration: declaration)
    let outer = scope
    let inner = Scope(.closure, outer: outer)
    inner.ownName = declaration.name.text
    scope = inner
    let depth = loopDepth
    loopDepth = 0
    plan(declaration, function)
    loopDepth = depth
    scope = outer
    let closure = MakeClosure(
      function, captures: inner.captures, ownSlot: inner.ownSlot, label: declaration.name.text, field: nil,
      descending: nil, here)
    return WriteSlot(scope.declare(declaration.name.text, at: place(declaration.name.range)), closure, here)
  }

  /// `| where …` as an entry of the prompt: goes on from the last answer.
  private func plan(continuation steps: [Step], _ here: Place) -> Node {
    guard let first = steps.first else { return Nothing(here) }
    var expression = Expression(.it, first.range)
    for step in steps { expression = Expression(.pipeline(expression, step), first.range.joined(step.range)) }
    nextExpression = expression
    return show(here.range) { plan(expression) }
  }
}

extension Expression {
  /// Whether it takes in rows as records: `read "cases.csv" | as case { … }`.
  fileprivate var takesInRows: Bool {
    switch kind {
    case .pipeline(let input, let step): step.path.last?.text == "as" || input.takesInRows
    default: false
    }
  }
}
