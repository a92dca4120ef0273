import Diagnostics
import Syntax
import Values

extension Planner {
  /// `why e` as a value: the explanation as a text.
  func plan(why operand: Expression, _ range: SourceRange) -> Node {
    Why(explained { plan(operand) }, machine, place(operand.range))
  }

  /// `why e` standing alone: the explanation is told.
  func plan(tellWhy operand: Expression) -> Node {
    TellWhy(Why(explained { plan(operand) }, machine, place(operand.range)))
  }

  /// Plans something whose nodes keep what they saw.
  func explained(_ plan: () -> Node) -> Node {
    let before = isExplaining
    isExplaining = true
    defer { isExplaining = before }
    return plan()
  }

  /// The node that keeps what an expression gave; literals explain themselves.
  ///
  /// - Parameter takesRows: whether a call in it takes the rows at hand without naming them.
  func explaining(_ node: Node, _ expression: Expression, takesRows: Bool = false) -> Node {
    let wording = wording(expression, takesRows: takesRows && scope.role == .closure)
    switch expression.kind {
    case .date:
      // What a mark such as `~` did is told wherever the date is.
      if case .date(let date)? = node.constant, !date.remarks.isEmpty { return Recorded(node, wording, machine) }
      return node
    case .integer, .real, .span, .quantity, .truth, .none, .unknown, .lambda, .faulty, .why, .list, .record: return node
    case .text(let parts):
      if parts.count < 2, node.constant != nil { return node }
    case .name(let name):
      // Terms, records and functions are what they are; a variable is explained by what it was given.
      if isTakenTogether(node) || node is ReadSet || node is ReadKindTable { return Recorded(node, wording, machine) }
      if node.constant != nil || node is MakeClosure { return node }
      if let definition = project.definitions[name.text], scope.own(name.text)?.slot == definition.slot {
        // Records that were made of rows are there already, and each tells what it is from.
        if definition.expression.makesRecords { return Recorded(node, wording, machine) }
        return Recorded(definitionNode(definition), wording, machine)
      }
    case .it:
      if let definition = previousAnswer, isPrompt, scope.role == .top {
        return Recorded(
          definitionNode(definition), Wording(definition.text, row: nil, mentions: [], namesAreCommon: false), machine)
      }
      return node
    case .field, .fieldOfIt:
      if let field = node as? ReadField {
        return RecordedField(
          field.subject, field.name, wording, fields, machine, field.place, explained: { [self] in explained($0) })
      }
    case .binary(.and, _, _, _), .binary(.or, _, _, _):
      if let both = node as? TwoNodes {
        return Recorded(BothSides(isAnd: node is And, both.left, both.right, node.place), wording, machine)
      }
    case .call, .index, .negative, .not, .binary, .choice, .match, .light, .pipeline, .head: break
    }
    return Recorded(node, wording, machine)
  }

  /// True for a record that is said to be the same as another: who says so is part of the answer.
  private func isTakenTogether(_ node: Node) -> Bool {
    if case .entity(let entity)? = node.constant { corpus.isSaidToBeSame(entity) } else { false }
  }

  /// Plans again what a variable was given, at the top of the text in which it stood.
  private func definitionNode(_ definition: Project.Definition) -> Node {
    let planner = Planner(
      project, Unit(Program(source: definition.source)), scope: topScope(), isPrompt: isPrompt)
    planner.isExplaining = !definition.isBeingTold
    planner.explained = explained
    planner.previousAnswer = definition.previous
    return definition.plan { planner.plan(definition.expression) }
  }

  /// The function with a body whose nodes keep what they saw: what an answer of it rests on is in there.
  func explained(_ declared: Project.DeclaredFunction) -> Function {
    let key = ObjectIdentifier(declared.function)
    if let known = explained.functions[key] { return known }
    let declaration = declared.declaration
    let function = Function(
      name: declaration.name.text, parameterCount: declaration.parameters.count, declaration: declaration)
    // Known before its body is planned, which may call it again.
    explained.functions[key] = function
    let planner = Planner(
      project,
      Unit(Program(source: declared.place.source), prefix: declared.prefix, isOfLibrary: declared.isOfLibrary),
      scope: topScope(), isPrompt: false)
    planner.isExplaining = true
    planner.explained = explained
    planner.planBody(of: function, declaration)
    return function
  }

  /// A computed field as an expression whose nodes keep what they saw; nil for a field that is not computed.
  func explained(_ field: Field) -> Each? {
    if let known = explained.fields[ObjectIdentifier(field)] { return known }
    guard field.isComputed, let (expression, source) = project.computedFields[ObjectIdentifier(field)] else {
      return nil
    }
    let planner = Planner(project, Unit(Program(source: source)), scope: topScope(), isPrompt: false)
    planner.isExplaining = true
    planner.explained = explained
    let node = planner.each(expression, label: nil, descending: nil)
    let frame = Frame(slots: machine.state.pointee.globals, state: machine.state)
    guard case .function(let function)? = try? node.value(frame), let each = function as? Each else { return nil }
    explained.fields[ObjectIdentifier(field)] = each
    return each
  }

  private func topScope() -> Scope {
    var top = scope
    while let outer = top.outer { top = outer }
    return top
  }
}

/// The functions that one planner has planned for explaining, by those that run otherwise.
final class ExplainedFunctions {
  var functions: [ObjectIdentifier: Function] = [:]
  /// And the computed fields.
  var fields: [ObjectIdentifier: Each] = [:]
}

extension Project {
  /// What a variable of the script was given by its `let`, or what the last answer was the answer of.
  final class Definition {
    let slot: Int
    let expression: Expression
    let source: Source
    /// What `it` meant in it, at the prompt. The chain is kept short: an old answer is not told for ever.
    let previous: Definition?
    private let length: Int
    /// True while its own plan is made, so that what mentions itself ends.
    private(set) var isBeingTold = false

    init(slot: Int, _ expression: Expression, _ source: Source, previous: Definition? = nil) {
      let length = (previous?.length ?? 0) + 1
      self.previous = length > 100 ? nil : previous
      self.length = self.previous == nil ? 1 : length
      self.slot = slot
      self.expression = expression
      self.source = source
    }

    var text: String { source.text(in: expression.range) }

    func plan(_ body: () -> Node) -> Node {
      isBeingTold = true
      defer { isBeingTold = false }
      return body()
    }
  }
}

extension Expression {
  /// Whether it is a pipeline that ends in records made of rows.
  fileprivate var makesRecords: Bool {
    if case .pipeline(_, let step) = kind { step.path.map(\.text) == ["as"] } else { false }
  }
}
