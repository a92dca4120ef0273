import Diagnostics
import Syntax
import Values

extension Planner {
  /// `input | step`: the input is the step's first argument.
  func plan(step: Step, of input: Expression?, _ range: SourceRange) -> Node {
    let name = Name(
      step.path.map(\.text).joined(separator: "."), step.path[0].range.joined(step.path[step.path.count - 1].range))
    return plan(call: Expression(.name(name), name.range), step.arguments, piped: input, step: step, range)
  }

  func plan(
    call callee: Expression, _ arguments: [Argument], piped: Expression?, step: Step?, _ range: SourceRange
  ) -> Node {
    guard let name = functionName(callee) else {
      return planCallOfValue(plan(callee), arguments, piped: piped, step: step, range)
    }
    if scope.own(name.text) == nil, read(name.text, name.range) == nil || function(name.text) != nil {
      if let declared = function(name.text) {
        return bind(name, declared.declaration, arguments, piped: piped, step: step, range) { nodes in
          self.call(declared.function, nodes, range)
        }
      }
      if let builtin = project.builtins[name.text] {
        return bind(name, builtin.declaration, arguments, piped: piped, step: step, range) { nodes in
          CallBuiltin.shaped(builtin, nodes, self.place(range))
        }
      }
      if let later = Planner.laterSteps[name.text] {
        return refuse(.isNotBuilt(name.text, later, place(name.range)), range)
      }
      if corpus.entities[name.text] == nil, corpus.plurals[name.text] == nil, corpus.sets[name.text] == nil {
        let near =
          NamesElsewhere.here(name.text)
          ?? Planner.near(name.text, among: Array(project.functions.keys) + project.builtins.keys)
        return refuse(.noSuchFunction(name.text, isStep: step != nil, place(name.range), near: near), range)
      }
    }
    // `test(row)` asks for a row by name; `test` alone would be worked out for the row at hand.
    if let (node, isEach) = read(name.text, name.range), isEach {
      return planCallOfValue(node, arguments, piped: piped, step: step, range)
    }
    return planCallOfValue(plan(callee), arguments, piped: piped, step: step, range)
  }

  /// Steps that belong to the language and are not in this version, with what they will do.
  private static let laterSteps: [String: String] = [
    "cross": "cross tables", "join": "joining tables", "describe": "profiles of tables", "sample": "samples",
    "transitions": "transitions", "matching": "patterns", "judge": "rules", "save": "writing files",
    "read": "reading tables from files", "pivot": "pivoting", "unpivot": "pivoting", "union": "joining tables",
    "bar": "pictures", "histogram": "pictures", "timeline": "pictures", "network": "pictures", "map_of": "pictures",
    "flow": "pictures", "suppress": "suppression of small counts", "candidates": "candidates for the same",
    "sources": "questions about sources", "origins": "questions about sources", "pseudonym": "pseudonyms",
    "extradition": "treaties", "party": "treaties", "typed": "tables from files", "compare": "comparing tables",
    "gaps": "rules", "bin": "binning", "rank": "ranks", "running": "running totals",
  ]

  private func functionName(_ callee: Expression) -> Name? {
    switch callee.kind {
    case .name(let name): return name
    case .field(let subject, let name):
      // `f.odds`: a function of a file taken in under a prefix.
      guard case .name(let prefix) = subject.kind else { return nil }
      let full = "\(prefix.text).\(name.text)"
      return project.functions[full] == nil ? nil : Name(full, callee.range)
    default: return nil
    }
  }

  private func call(_ function: Function, _ nodes: [Node], _ range: SourceRange) -> Node {
    if function.declaration?.parameters.allSatisfy({ $0.type == nil }) ?? false {
      if nodes.count == 1 { return Call1(function, nodes[0], place(range)) }
      if nodes.count == 2 { return Call2(function, nodes[0], nodes[1], place(range)) }
    }
    return CallMany(function, Arguments(nodes), place(range))
  }

  /// A call of what a variable, a parameter or a field holds: its arguments stand in order and have no names.
  private func planCallOfValue(
    _ callee: Node, _ arguments: [Argument], piped: Expression?, step: Step?, _ range: SourceRange
  ) -> Node {
    var expressions = piped.map { [$0] } ?? []
    for argument in arguments {
      if let name = argument.name { report(.namedArgumentOfValue(name.text, place(name.range))) }
      expressions.append(argument.value)
    }
    if let connection = step?.connections.first {
      report(.namedArgumentOfValue(connection.word.text, place(connection.word.range)))
    }
    if case .record(let record)? = step?.trailing { expressions.append(record) }
    if case .block(let block)? = step?.trailing { report(.blockForValue(place(block.range))) }
    let nodes = expressions.map { plan($0) }
    let node = CallValue(callee, Arguments(nodes), place(range))
    if let slot = callee.slot, nodes.count == 1, nodes[0].leavesVariables {
      return CallSlot(slot, nodes[0], otherwise: node)
    }
    return node
  }

  // MARK: Arguments to parameters

  /// What a parameter is given.
  private enum Given {
    case expression(Expression)
    case block(Block)
    /// Several: the keys after `by`, or what a parameter that takes the rest was given.
    case entries([Entry])
  }

  private struct Entry {
    let label: String?
    let value: Expression
    let descending: Bool?
  }

  /// Gives each parameter its argument, in the declaration's order.
  private func bind(
    _ name: Name, _ declaration: FunctionDeclaration, _ arguments: [Argument], piped: Expression?, step: Step?,
    _ range: SourceRange, _ make: ([Node]) -> Node
  ) -> Node {
    let parameters = declaration.parameters
    var given: [Given?] = Array(repeating: nil, count: parameters.count)
    var positional: [(order: Int, value: Expression)] = []

    func position(_ word: String) -> Int? { parameters.firstIndex { $0.name.text == word } }
    let rest = Planner.rest(of: parameters)
    /// What goes to the parameter that takes the rest, and where it stood: names and plain values keep their order.
    var left: [(order: Int, entry: Entry)] = []

    if let piped {
      if parameters.isEmpty {
        report(.takesNothing(name.text, place(name.range)))
      } else {
        given[0] = .expression(piped)
      }
    }
    for (order, argument) in arguments.enumerated() {
      guard let label = argument.name else {
        positional.append((order, argument.value))
        continue
      }
      if let position = position(label.text), !parameters[position].isRest {
        if given[position] != nil { report(.givenTwice(label.text, name.text, place(label.range))) }
        given[position] = .expression(argument.value)
      } else if rest != nil {
        left.append((order, Entry(label: label.text, value: argument.value, descending: nil)))
      } else {
        report(
          .noSuchParameter(
            label.text, of: name.text, place(label.range), parameters: parameters.map(\.name.text),
            near: Planner.near(label.text, among: parameters.map(\.name.text))))
      }
    }
    for connection in step?.connections ?? [] {
      guard let position = position(connection.word.text) else {
        report(.takesNoConnection(connection.word.text, name.text, place(connection.word.range)))
        continue
      }
      let keys = connection.keys.map { Entry(label: nil, value: $0.value, descending: $0.descending) }
      if parameters[position].isRest || parameters[position].passing == .each || keys.count > 1 {
        given[position] = .entries(keys)
      } else {
        given[position] = keys.first.map { .expression($0.value) }
      }
    }
    let trailing = trailingArgument(step, parameters, given)
    let count = distribute(positional.map(\.value), parameters, &given, reserved: trailing, name, range)
    for (order, value) in positional.suffix(count) {
      left.append((order, Entry(label: nil, value: value, descending: nil)))
    }
    switch step?.trailing {
    case .record(let record)?:
      if rest != nil, case .record(let entries) = record.kind {
        for (order, entry) in entries.enumerated() {
          left.append((arguments.count + order, Entry(label: entry.name.text, value: entry.value, descending: nil)))
        }
      } else if let trailing {
        given[trailing] = .expression(record)
      } else {
        report(.takesNoBlock(name.text, place(record.range)))
      }
    case .block(let block)?:
      if let trailing { given[trailing] = .block(block) } else { report(.takesNoBlock(name.text, place(block.range))) }
    case nil: break
    }
    if let rest, !left.isEmpty {
      left.sort { $0.order < $1.order }
      given[rest] = .entries(left.map(\.entry))
    }
    var nodes: [Node] = []
    for (parameter, given) in zip(parameters, given) {
      if let node = argument(given, for: parameter, name, range) { nodes.append(node) }
    }
    if nodes.count < parameters.count {
      // A message was written for each that is missing.
      return faulty(range)
    }
    return make(nodes)
  }

  /// The parameter that takes what is left of the arguments; keys have their own words.
  private static func rest(of parameters: [Parameter]) -> Int? {
    parameters.firstIndex { $0.isRest && !["by", "on", "as"].contains($0.name.text) }
  }

  /// The parameter that a trailing block or record is for: the last that has nothing yet.
  private func trailingArgument(_ step: Step?, _ parameters: [Parameter], _ given: [Given?]) -> Int? {
    guard step?.trailing != nil else { return nil }
    return parameters.indices.last { given[$0] == nil && !parameters[$0].isRest }
  }

  /// Required parameters first, then those with defaults, left to right; gives how many are left for the parameter that
  /// takes the rest. A test goes to an `each` parameter rather than to rows that have a default.
  private func distribute(
    _ positional: [Expression], _ parameters: [Parameter], _ given: inout [Given?], reserved: Int?, _ name: Name,
    _ range: SourceRange
  ) -> Int {
    let free = parameters.indices.filter { given[$0] == nil && $0 != reserved && !parameters[$0].isRest }
    let required = free.filter { parameters[$0].defaultValue == nil }
    let rest = Planner.rest(of: parameters)
    var chosen = Set(required)
    var spare = positional.count - required.count
    let takesTest = rest.map { parameters[$0].passing == .each } ?? false
    if spare > 0 {
      for index in free where parameters[index].defaultValue != nil && spare > 0 {
        if takesTest, parameters[index].passing != .each, positional.count == 1, isTest(positional[0]) { continue }
        chosen.insert(index)
        spare -= 1
      }
    }
    var remaining = positional[...]
    for index in free where chosen.contains(index) {
      guard let expression = remaining.popFirst() else { break }
      given[index] = .expression(expression)
    }
    if rest == nil, let first = remaining.first {
      let takesKeys = parameters.contains { $0.name.text == "by" }
      report(.tooManyArguments(name.text, takes: parameters.count, place(first.range), takesKeys: takesKeys))
      return 0
    }
    return remaining.count
  }

  /// Whether an expression can only be a truth.
  private func isTest(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .not, .truth: return true
    case .binary(let binary, _, _, _):
      switch binary {
      case .or, .and, .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .isA, .isNot, .isIn, .isNotIn,
        .has, .before, .after, .during, .overlaps, .matches, .was, .wasNot:
        return true
      case .fallback, .range, .plus, .minus, .times, .divided, .at: return false
      }
    case .name(let name): return scope.own(name.text)?.isEach ?? false
    case .lambda(let parameters, _): return parameters.count == 1
    default: return false
    }
  }

  /// The node of one parameter's argument, or nil with a message where it is missing.
  private func argument(_ given: Given?, for parameter: Parameter, _ name: Name, _ range: SourceRange) -> Node? {
    switch given {
    case .expression(let expression):
      if parameter.passing == .each { return each(expression, label: nil, descending: nil) }
      return parameter.isRest ? MakeList(Arguments([plan(expression)]), place(range)) : plan(expression)
    case .block(let block):
      return closure(parameters: [], label: "", field: nil, descending: nil, hasIt: true, block.range) {
        planValue(of: block)
      }
    case .entries(let entries):
      let nodes = entries.map { entry in
        parameter.passing == .each
          ? each(entry.value, label: entry.label, descending: entry.descending) : plan(entry.value)
      }
      if nodes.count == 1, !parameter.isRest { return nodes[0] }
      return MakeList(Arguments(nodes), place(range))
    case nil:
      if parameter.isRest { return Constant(.list([]), place(range)) }
      guard let value = parameter.defaultValue else {
        report(.missingArgument(parameter.name.text, of: name.text, place(name.range)))
        return nil
      }
      if case .it = value.kind {
        guard let node = it(range) else {
          report(.nothingAtHandFor(name.text, parameter.name.text, place(range)))
          return nil
        }
        return node
      }
      guard defaults.insert(value.range).inserted else {
        report(.defaultNeedsItself(parameter.name.text, of: name.text, place(range)))
        return faulty(range)
      }
      defer { defaults.remove(value.range) }
      return planDefault(value, isEach: parameter.passing == .each)
    }
  }

  /// A default is worked out where the function stands: it sees the script's names and not the caller's.
  private func planDefault(_ expression: Expression, isEach: Bool) -> Node {
    var top = scope
    while let outer = top.outer { top = outer }
    let before = scope
    scope = Scope(.function, outer: top)
    defer { scope = before }
    return isEach ? each(expression, label: nil, descending: nil) : plan(expression)
  }

  // MARK: Closures

  /// What an `each` parameter is given: a function of the row.
  func each(_ expression: Expression, label: String?, descending: Bool?) -> Node {
    let node = rowFunction(expression, label: label, descending: descending)
    (node as? MakeClosure)?.function.facts = RowFacts(expression, fields)
    return node
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
    default: source.text(in: expression.range)
    }
  }

  private func field(of expression: Expression) -> String? {
    if case .fieldOfIt(let name) = expression.kind { return name.text }
    return nil
  }

  func plan(lambda parameters: [Name], _ body: Body, _ range: SourceRange) -> Node {
    closure(parameters: parameters, label: "", field: nil, descending: nil, hasIt: false, range) { plan(body: body) }
  }

  private func closure(
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

  /// `xs = append(xs, x)`, where the function is a builtin: the list can be changed in place.
  func changeInPlace(_ slot: Int, _ name: Name, _ arguments: [Argument], _ range: SourceRange) -> Node? {
    guard scope.own(name.text) == nil, function(name.text) == nil, project.variables[name.text] == nil,
      let builtin = project.builtins[name.text],
      arguments.count == builtin.declaration.parameters.count, arguments.allSatisfy({ $0.name == nil }),
      builtin.declaration.parameters.allSatisfy({ $0.passing == .value && !$0.isRest })
    else { return nil }
    let nodes = arguments.dropFirst().map { plan($0.value) }
    let node = AssignFromBuiltin(slot, builtin, rest: Arguments(nodes), place(range))
    // The two that loops are made of have a way of their own while the variable holds a list.
    switch name.text {
    case "append": return AppendToSlot(nodes[0], otherwise: node)
    case "with": return PutIntoSlot(nodes[0], nodes[1], otherwise: node)
    default: return node
    }
  }
}
