import Diagnostics
import Records
import Syntax
import Values

extension Project {
  /// Turns programs, whose declarations have been read, into plans, in the order in which they are to run. What is wrong
  /// with one statement does not keep the others from being planned. When anything is wrong, at this stage or at an
  /// earlier one, the project is to be taken back.
  public func plan(_ units: [Unit], _ declarations: Declarations, isPrompt: Bool) -> Planned {
    before = Known(
      functions: functions, variables: variables, definitions: definitions, nextGlobal: nextGlobal,
      nextAnswer: nextAnswer)
    let scope = Scope(.top, outer: nil, firstSlot: nextGlobal)
    if isPrompt, isAnswered { scope.itSlot = Project.lastAnswer }
    for (name, variable) in variables { scope.define(name, variable) }
    var lost = declarations.lost
    // Any name behind the prefix of a file may be one that the file does not give.
    for unit in units where !unit.program.unread.names.isEmpty { unit.prefix.map { lost.insert($0) } }
    let planners = units.map { Planner(self, $0, scope: scope, isPrompt: isPrompt, lost: lost) }
    for planner in planners {
      planner.declareNames()
      lost.formUnion(planner.lost)
    }
    for planner in planners { planner.lost = lost }
    var found = Found()
    let expectations = plan(declarations, lost, &found)
    let plans = planners.map { $0.planStatements() }
    for planner in planners { found.add(planner) }
    if scope.slotCount > Machine.mostGlobals, let unit = units.last {
      found.diagnostics.append(.tooManyVariables(Place(unit.program.source, SourceRange(0, 0))))
    }
    nextGlobal = scope.slotCount
    nextAnswer = nil
    if let planner = planners.last(where: { $0.nextExpression != nil }), let expression = planner.nextExpression {
      nextAnswer = Definition(
        slot: Project.lastAnswer, expression, planner.source, previous: lastExpression)
    }
    return Planned(
      plans: plans, expectations: expectations, diagnostics: found.diagnostics, untold: found.untold)
  }

  /// Leaves everything as it was before the last plan was made.
  public func takeBack() {
    (functions, variables, definitions) = (before.functions, before.variables, before.definitions)
    (nextGlobal, nextAnswer) = (before.nextGlobal, before.nextAnswer)
  }

  /// Lets go of the variables that a fault kept from being given a value: what bore their names before bears them again.
  public func takeBackUnset() {
    for (name, variable) in variables {
      guard case .function(let value) = machine.global(variable.slot), value === Unset.shared else { continue }
      variables[name] = before.variables[name]
      definitions[name] = before.definitions[name]
    }
  }

  /// What the planners of one call have found.
  private struct Found {
    var diagnostics: [Diagnostic] = []
    var untold = 0

    mutating func add(_ planner: Planner) {
      diagnostics += planner.findings.diagnostics
      untold += planner.findings.untold
    }
  }

  /// Makes ready what declarations hold of expressions: computed fields, the tests of sets, and expectations.
  private func plan(_ declarations: Declarations, _ lost: LostNames, _ found: inout Found) -> [PlannedExpectation] {
    for computed in declarations.computedFields {
      computedFields[ObjectIdentifier(computed.subject)] = (computed.expression, computed.source)
      computed.subject.computed = plan(ofRecord: computed.expression, in: computed.source, lost, &found)
    }
    for set in declarations.setTests {
      set.subject.test = plan(ofRecord: set.expression, in: set.source, lost, &found)
    }
    return declarations.expectations.compactMap { expectation in
      plan(ofRecord: expectation.expression, in: expectation.place.source, isCheck: true, lost, &found)
        .map { PlannedExpectation(entity: expectation.entity, check: $0) }
    }
  }

  /// Plans an expression of a record (a computed field, an `expect`, the test of a set) as a function of that record;
  /// nil when something is wrong with it.
  private func plan(
    ofRecord expression: Expression, in source: Source, isCheck: Bool = false, _ lost: LostNames,
    _ found: inout Found
  ) -> Each? {
    let scope = Scope(.top, outer: nil, firstSlot: nextGlobal)
    let planner = Planner(self, Unit(Program(source: source)), scope: scope, isPrompt: false, lost: lost)
    let node = isCheck ? planner.check(ofRecord: expression) : planner.each(expression, label: nil, descending: nil)
    found.add(planner)
    if planner.findings.diagnostics.hasErrors { return nil }
    let frame = Frame(slots: machine.state.pointee.globals, state: machine.state)
    guard case .function(let function)? = try? node.value(frame) else { return nil }
    return function as? Each
  }
}

/// What planning some programs gives.
public struct Planned {
  /// What to run, in this order.
  public let plans: [Plan]
  /// What records were expected to hold.
  public let expectations: [PlannedExpectation]
  public let diagnostics: [Diagnostic]
  /// How many mistakes there are beside those that the diagnostics tell.
  public let untold: Int
}

/// What to run of one program, and its tests.
public struct Plan {
  let body: Node
  public let tests: [PlannedTest]

  /// Runs the statements from the top.
  public func run(_ project: Project) throws(Fault) {
    let state = project.machine.state
    _ = try body.run(Frame(slots: state.pointee.globals, state: state))
  }
}

/// What a record was expected to hold, ready to be asked.
public struct PlannedExpectation {
  let entity: Entity
  let check: Each

  public func hold(_ project: Project) throws(Fault) { _ = try check.call(.entity(entity)) }
}

/// A `test`, ready to run.
public struct PlannedTest {
  public let name: String
  public let place: Place
  let function: Function

  public func run(_ project: Project) throws(Fault) {
    let state = project.machine.state
    let frame = Frame(slots: state.pointee.globals, state: state)
    let window = try frame.open(function.slotCount)
    defer { frame.close(window, function.slotCount) }
    _ = try function.value(Frame(slots: window, state: state))
  }
}
