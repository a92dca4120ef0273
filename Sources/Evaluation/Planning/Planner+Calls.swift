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
      if lost.mayHide(name.text) { return faultyCall(piped, range) }
      if let declared = function(name.text) {
        return bind(name, declared.declaration, arguments, piped: piped, step: step, range) { nodes in
          self.call(self.isExplaining ? self.explained(declared) : declared.function, nodes, range)
        }
      }
      if let builtin = project.builtins[name.text] {
        let wasExplaining = isExplaining
        defer { isExplaining = wasExplaining }
        if let step, name.text == "as" {
          checkRecords(step)
          // Why records say what they say, their cells tell; the rows around these are nobody's reason.
          isExplaining = false
        }
        return bind(name, builtin.declaration, arguments, piped: piped, step: step, range) { nodes in
          CallBuiltin.shaped(builtin, nodes, self.place(range))
        }
      }
      if let later = Planner.laterSteps[name.text] {
        report(.isNotBuilt(name.text, later, place(name.range)))
        return faultyCall(piped, range)
      }
      if corpus.entities[name.text] == nil, corpus.plurals[name.text] == nil, corpus.sets[name.text] == nil {
        report(
          of: name.text,
          .noSuchFunction(
            name.text, isStep: step != nil, place(name.range), module: corpus.moduleDeclaring(name.text),
            near: withKeys(NamesElsewhere.here(name.text), arguments) ?? NamesElsewhere.here(name.text)
              ?? Planner.near(name.text, among: Array(project.functions.keys) + project.builtins.keys)))
        return faultyCall(piped, range)
      }
      if step != nil { return refuse(.isNoStep(name.text, piped: piped != nil, place(name.range)), range) }
    }
    // `test(row)` asks for a row by name; `test` alone would be worked out for the row at hand.
    if let (node, isEach) = read(name.text, name.range), isEach {
      return planCallOfValue(node, arguments, piped: piped, step: step, range)
    }
    return planCallOfValue(plan(callee), arguments, piped: piped, step: step, range)
  }

  /// A call of something that is not known: what its arguments mean is not known either, but for what is piped into it.
  private func faultyCall(_ piped: Expression?, _ range: SourceRange) -> Node {
    if let piped { _ = plan(piped) }
    return faulty(range)
  }

  /// Steps that belong to the language and are not in this version, with what they will do.
  private static let laterSteps: [String: String] = [
    "keep": "keeping what was typed at the prompt", "matching": "patterns", "judge": "rules", "gaps": "rules",
    "bar": "pictures", "histogram": "pictures", "timeline": "pictures", "network": "pictures", "map_of": "pictures",
    "flow": "pictures",
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
