import Syntax
import Values

extension Expression {
  /// Gathers the fields of the row that an expression reads; false where it might do more than work something out from
  /// them.
  func reads(_ fields: inout ColumnPlan.Fields, _ names: ColumnPlan.Names) -> Bool {
    if let path = path(fromRow: names.row) {
      if path.isEmpty { return false }
      fields.add(path)
      return true
    }
    switch kind {
    case .field(let inner, let field):
      guard case .name(let name) = inner.kind, names.isAround(name.text) else { return inner.reads(&fields, names) }
      fields.add(around: [field.text])
      return true
    case .name(let name):
      if names.isAround(name.text) { fields.add(around: []) }
      return names.isValue(name.text)
    case .integer, .real, .quantity, .date, .truth, .none, .unknown: return true
    case .binary(.minus, let left, let right, _):
      guard let from = left.path(fromRow: names.row), let taken = right.path(fromRow: names.row), !from.isEmpty,
        !taken.isEmpty
      else { return left.reads(&fields, names) && right.reads(&fields, names) }
      fields.add(from, minus: taken)
      return true
    case .text, .list, .index, .negative, .not, .binary, .choice, .span:
      return partsAboutTheRow.allSatisfy { $0.reads(&fields, names) }
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind else { return false }
      if let function = names.declared(name.text) { return function.reads(arguments, &fields, names) }
      return names.isLibrary(name.text) && arguments.allSatisfy { $0.value.reads(&fields, names) }
    case .it, .fieldOfIt, .record, .lambda, .match, .why, .light, .pipeline, .head, .faulty: return false
    }
  }
}

extension Expression {
  /// Whether it is a field of the row, or of the row around it, and nothing else.
  func isField(_ names: ColumnPlan.Names) -> Bool {
    if let path = path(fromRow: names.row) { return !path.isEmpty }
    guard case .field(let inner, _) = kind, case .name(let name) = inner.kind else { return false }
    return names.isAround(name.text)
  }

  /// What is told of how far two fields of the row are apart, as a span or by days; nil for anything else.
  func unitOfDistance(_ names: ColumnPlan.Names) -> Measures.Unit? {
    guard case .binary(let binary, let left, let right, _) = kind else { return nil }
    switch (binary, right.kind) {
    case (.minus, _):
      return left.path(fromRow: names.row) != nil && right.path(fromRow: names.row) != nil ? .span : nil
    case (.divided, .span(let count, let unit)):
      guard case .span? = left.unitOfDistance(names), case .integer(let count) = count.kind, count > 0, count < 1 << 20
      else { return nil }
      switch unit {
      case .day: return .times(days: count)
      case .week: return .times(days: 7 * count)
      case .month, .year: return nil
      }
    default: return nil
    }
  }
}

extension FunctionDeclaration {
  /// Gathers what a function of the script reads of the row, which it may be given as a whole; false where it might do
  /// more than work something out from its arguments.
  fileprivate func reads(_ arguments: [Argument], _ fields: inout ColumnPlan.Fields, _ names: ColumnPlan.Names) -> Bool
  {
    guard let body, arguments.count == parameters.count, !names.functions.contains(name.text) else { return false }
    // Nothing else is the row in the body of the function.
    var inner = names
    inner.row = ""
    inner.functions.append(name.text)
    for (argument, parameter) in zip(arguments, parameters) {
      guard argument.name == nil, parameter.passing == .value, !parameter.isRest else { return false }
      if argument.value.path(fromRow: names.row) == [] {
        if !(inner.row ?? "").isEmpty { return false }
        inner.row = parameter.name.text
      } else if !argument.value.reads(&fields, names) {
        return false
      }
    }
    switch body {
    case .expression(let expression): return expression.reads(&fields, inner)
    case .block(let block): return block.reads(&fields, inner)
    }
  }
}

extension Block {
  fileprivate func reads(_ fields: inout ColumnPlan.Fields, _ names: ColumnPlan.Names) -> Bool {
    statements.allSatisfy { $0.reads(&fields, names) }
  }
}

extension Statement {
  /// The same of a statement in the body of a function, which may name what it works out, and choose.
  fileprivate func reads(_ fields: inout ColumnPlan.Fields, _ names: ColumnPlan.Names) -> Bool {
    switch kind {
    case .letVariable(let name, let value): return name.text != names.row && value.reads(&fields, names)
    case .expression(let value): return value.reads(&fields, names)
    case .returnValue(let value): return value?.reads(&fields, names) ?? true
    case .ifElse(let arms, let otherwise, let unknown):
      return arms.allSatisfy { $0.condition.reads(&fields, names) && $0.body.reads(&fields, names) }
        && otherwise?.reads(&fields, names) ?? true && unknown?.reads(&fields, names) ?? true
    case .assign, .function, .forEach, .whileLoop, .breakLoop, .continueLoop, .use, .check, .expect, .show, .test,
      .kind, .extendKind, .set, .same, .extend, .attribution, .rule, .pattern, .record, .continuation, .prose:
      return false
    }
  }
}
