import Diagnostics
import Records
import Syntax
import Values

extension Planner {
  /// The node of an expression. While a `why` is planned, every node keeps what it saw.
  func plan(_ expression: Expression) -> Node {
    let before = rowsTakenByDefault
    let node = planOnce(expression)
    return isExplaining ? explaining(node, expression, takesRows: rowsTakenByDefault > before) : node
  }

  /// The body of a function: a choice is not told as a whole where its call is, only what it chose by.
  func plan(body expression: Expression) -> Node {
    switch expression.kind {
    case .choice, .match: planOnce(expression)
    case .integer, .real, .text, .date, .span, .quantity, .truth, .none, .unknown, .it, .fieldOfIt, .name, .list,
      .record,
      .field, .call, .index, .negative, .not, .binary, .lambda, .why, .light, .pipeline, .head, .faulty:
      plan(expression)
    }
  }

  private func planOnce(_ expression: Expression) -> Node {
    let here = place(expression.range)
    switch expression.kind {
    case .integer(let number): return Constant(.integer(number), here)
    case .real(let number): return Constant(.real(number), here)
    case .text(let parts): return plan(text: parts, here)
    case .date(let text): return Constant(date(text, here), here)
    case .span(let number, let unit):
      return Constant(span(number, unit), here)
    case .quantity(let number, let unit): return quantity(number, unit, here)
    case .truth(let value): return Constant(.truth(value), here)
    case .none: return Constant(.none, here)
    case .unknown(let reason): return Constant(.unknown(self.reason(reason)), here)
    case .it: return it(expression.range) ?? nothingAtHand("it", expression.range)
    case .fieldOfIt(let name):
      guard let row = it(expression.range) else { return nothingAtHand(".\(name.text)", expression.range) }
      asksRecords = true
      return ReadField(row, name.text, fields, here)
    case .name(let name): return plan(name: name, hints: [])
    case .list(let items): return MakeList(Arguments(items.map { plan($0) }), here)
    case .record(let entries): return plan(record: entries, here)
    case .field(let subject, let name): return plan(field: name, of: subject, expression.range)
    case .call(let callee, let arguments):
      return plan(call: callee, arguments, piped: nil, step: nil, expression.range)
    case .index(let subject, let position): return item(of: plan(subject), plan(position), here)
    case .negative(let operand):
      if case .integer(let number) = operand.kind, number > 0 { return Constant(.integer(-number), here) }
      return Negative(plan(operand), here)
    case .not(let operand): return Not(plan(condition: operand), here)
    case .binary(let binary, let left, let right, let range):
      if let refused = headWithSign(binary, left, right) { return refused }
      return plan(binary, left, right, at: range, expression.range)
    case .lambda(let parameters, let body): return plan(lambda: parameters, body, expression.range)
    case .choice(let arms, let otherwise, let unknown): return plan(choice: arms, otherwise, unknown, here)
    case .match(let subject, let arms): return plan(match: subject, arms, here)
    case .why(let operand): return plan(why: operand, expression.range)
    case .light(let clauses, let block): return plan(light: clauses, block, expression.range)
    case .pipeline(let input, let step): return plan(step: step, of: input, expression.range)
    case .head(let step): return plan(step: step, of: nil, expression.range)
    case .faulty: return faulty(expression.range)
    }
  }

  func refuse(_ diagnostic: @autoclosure () -> Diagnostic, _ range: SourceRange) -> Node {
    report(diagnostic())
    return faulty(range)
  }

  private func nothingAtHand(_ what: String, _ range: SourceRange) -> Node {
    refuse(.nothingAtHand(what, place(range)), range)
  }

  /// The node of a condition. A bare term is no truth, though an `or` before it may have hidden that: the test on its left
  /// is then the one that was meant to go on.
  func plan(condition expression: Expression, behind other: Expression? = nil) -> Node {
    if case .name(let name) = expression.kind, scope.own(name.text) == nil,
      let entity = corpus.entities[name.text]?.first
    {
      return refuse(
        .termAsTruth(name.text, place(name.range), entity, meant: other.flatMap { goingOn($0, with: name) }), name.range
      )
    }
    return plan(expression)
  }

  /// `.host is Laos or Thailand`, as it is written: `.host in [Laos, Thailand]`.
  private func goingOn(_ test: Expression, with name: Name) -> String? {
    guard case .binary(let binary, let subject, let value, _) = test.kind, case .name(let first) = value.kind else {
      return nil
    }
    let asked = source.text(in: subject.range)
    return switch binary {
    case .isA: "\(asked) in [\(first.text), \(name.text)]"
    case .has: "\(asked) has \(first.text) or \(asked) has \(name.text)"
    default: nil
    }
  }

  // MARK: Literals

  private func plan(text parts: [TextPart], _ here: Place) -> Node {
    if parts.isEmpty { return Constant(.text(""), here) }
    if parts.count == 1, case .characters(let characters) = parts[0] { return Constant(.text(characters), here) }
    return BuildText(
      parts.map { part in
        switch part {
        case .characters(let characters): return .characters(Array(characters.utf8))
        case .interpolation(let expression):
          let (node, isOfRecords) = noting { plan(expression) }
          return .value(node, isOfRecords: isOfRecords)
        }
      }, here)
  }

  private func date(_ text: String, _ here: Place) -> Value {
    do throws(DateError) {
      return .date(try Date.parse(text))
    } catch {
      report(.notADate(text, error, here))
      return .none
    }
  }

  private func span(_ number: Expression, _ unit: SpanUnit) -> Value {
    switch number.kind {
    case .integer(let count):
      do throws(Fault) { return .span(try Span.of(count, Span.Unit(unit))) } catch {
        report(error.located(place(number.range)).diagnostic)
        return .none
      }
    default:
      report(.spanNeedsWholeNumber(place(number.range)))
      return .none
    }
  }

  /// `175_000 euros`: a number of what somebody has counted in, so that a slip of the pen is no unit of its own.
  private func quantity(_ number: Expression, _ unit: Name, _ here: Place) -> Node {
    let size: Quantity.Number
    switch number.kind {
    case .integer(let count): size = .integer(count)
    case .real(let count): size = .real(count)
    default: return faulty(number.range)
    }
    if let kind = corpus.kinds[unit.text], let plural = kind.plural {
      return Constant(.quantity(Quantity(written: size, unit: plural)), here)
    }
    if corpus.plurals[unit.text] != nil || Planner.unitsOfTables.contains(unit.text)
      || corpus.units.contains(unit.text)
    {
      return Constant(.quantity(Quantity(written: size, unit: unit.text)), here)
    }
    let isFunction = project.functions[unit.text] != nil || project.builtins[unit.text] != nil
    return refuse(
      .noSuchUnit(
        unit.text, place(unit.range), number: here.source.text(in: number.range), isFunction: isFunction,
        units: corpus.units), unit.range)
  }

  /// What functions of the library count that is no kind of records.
  private static let unitsOfTables: Set<String> = ["rows", "origins", "claims"]

  func reason(_ name: Name?) -> Reasons {
    guard let name else { return Reasons(.notRecorded) }
    guard let reason = Reason(name: name.text) else {
      report(.noSuchReason(name.text, place(name.range)))
      return Reasons(.notRecorded)
    }
    return Reasons(reason)
  }

  private func plan(record entries: [RecordEntry], _ here: Place) -> Node {
    var seen: [String: Name] = [:]
    for entry in entries {
      if let first = seen[entry.name.text] {
        report(.nameTwice(entry.name.text, place(entry.name.range), place(first.range)))
      }
      seen[entry.name.text] = entry.name
    }
    return MakeRecord(Shape(entries.map(\.name.text)), Arguments(entries.map { plan($0.value) }), here)
  }

  // MARK: Operators

  private func plan(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression, at operatorRange: SourceRange,
    _ range: SourceRange
  ) -> Node {
    let here = place(range)
    if binary.isComparison, case .name(let name) = left.kind, let refusal = refusal(ofFunction: name) {
      return refuse(refusal, name.range)
    }
    switch binary {
    case .fallback: return Fallback(plan(left), plan(right), here)
    case .or: return Or(plan(condition: left), plan(condition: right, behind: left), here)
    case .and: return And(plan(condition: left), plan(condition: right), here)
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .plus, .minus, .times, .divided:
      let second = plan(hinted: right, by: left)
      if binary == .equal || binary == .notEqual, case .date(let date)? = second.constant, date.exactDay == nil {
        report(.equalsVagueDate(date.text, place(right.range)))
      }
      if binary == .equal || binary == .notEqual, case .unknown = right.kind, left.isField {
        let asked = source.text(in: left.range)
        report(.equalsUnknown(asked, place(range), isDenied: binary == .notEqual))
      }
      return OperatorShape(binary).node(plan(left), second, here)
    case .isA, .was: return plan(is: left, right, ever: binary == .was, here)
    case .isNot, .wasNot: return Not(plan(is: left, right, ever: binary == .wasNot, here), here)
    case .isIn: return IsIn(plan(left), plan(hinted: right, by: left), here)
    case .isNotIn: return Not(IsIn(plan(left), plan(hinted: right, by: left), here), here)
    case .has:
      return Has(plan(left), plan(hinted: right, by: left), holdsWords: holdsWords(left), machine: machine, here)
    case .before, .after, .during, .overlaps:
      return CompareDates(binary, plan(left), plan(right), here)
    case .matches: return refuse(.patternsAreNotBuilt(here), range)
    case .range: return MakeRange(plan(left), plan(right), here)
    case .at: return plan(at: left, right, range)
    }
  }

  /// The right side of a comparison: names in it are looked up first among what the field on the left takes.
  func plan(hinted expression: Expression, by left: Expression) -> Node {
    let hints = kinds(of: left)
    switch expression.kind {
    case .name(let name):
      let node = plan(name: name, hints: hints)
      // Who drew up a set is part of why something is in it.
      return isExplaining && node is ReadSet ? explaining(node, expression) : node
    case .list(let items):
      return MakeList(
        Arguments(
          items.map { item in
            if case .name(let name) = item.kind { return plan(name: name, hints: hints) }
            return plan(item)
          }), place(expression.range))
    default: return plan(expression)
    }
  }

  private func plan(is left: Expression, _ right: Expression, ever: Bool, _ here: Place) -> Node {
    switch right.kind {
    case .unknown(let name): return IsUnknown(plan(left), reason: name.flatMap { reason($0).list.first }, here)
    case .name(let name):
      if name.text == "known" { return Not(IsUnknown(plan(left), reason: nil, here), here) }
      if read(name.text, name.range) != nil { break }
      if let kind = KindOfValue(rawValue: name.text) { return IsOfKind(plan(left), .value(kind), here) }
      if let kind = corpus.kinds[name.text], corpus.entities[name.text]?.first == nil {
        return IsOfKind(plan(left), .kind(kind), here)
      }
    default: break
    }
    if case .binary(.at, let value, let day, _) = right.kind, case .name(let name) = value.kind,
      corpus.entities[name.text] != nil, left.isField
    {
      let (asked, on) = (source.text(in: left.range), source.text(in: day.range))
      return refuse(
        .dateBehindValue("\(asked) at \(on) is \(name.text)", place(right.range)), right.range)
    }
    let asked = plan(hinted: right, by: left)
    if case .date(let date)? = asked.constant, date.exactDay == nil {
      report(.equalsVagueDate(date.text, place(right.range), sign: ever ? "was" : "is"))
    }
    return Is(plan(left), asked, ever: ever, machine: machine, here)
  }

  /// `country is Egypt`: whoever writes a function's bare name there means a field.
  private func refusal(ofFunction name: Name) -> Diagnostic? {
    guard !lost.contains(name.text), read(name.text, name.range) == nil, corpus.entities[name.text] == nil,
      function(name.text) != nil || project.builtins[name.text] != nil
    else { return nil }
    let isField = scope.role == .closure && corpus.kinds.values.contains { $0.field(name.text) != nil }
    return .functionIsNotAValue(
      name.text, place(name.range), help: isField ? Diagnostic.help(withField: name.text) : fieldsAbout(name))
  }

  /// The name of a function, also behind a prefix: `f.odds` of `use "f.rep" as f`.
  private func fullName(_ callee: Expression) -> String? {
    switch callee.kind {
    case .name(let name): return name.text
    case .field(let subject, let name):
      guard case .name(let prefix) = subject.kind else { return nil }
      return "\(prefix.text).\(name.text)"
    default: return nil
    }
  }

  /// `c.outcome at 2019-02-20`, or `f(x) at 2022` for a function with a parameter marked `at`.
  private func plan(at left: Expression, _ right: Expression, _ range: SourceRange) -> Node {
    if case .call(let callee, let arguments) = left.kind, let name = fullName(callee),
      let declared = function(name),
      let parameter = declared.declaration.parameters.first(where: { $0.passing == .at })
    {
      return plan(
        call: callee, arguments + [Argument(parameter.name, right)], piped: nil, step: nil, range)
    }
    let field: String? =
      switch left.kind {
      case .field(_, let name), .fieldOfIt(let name): name.text
      default: nil
      }
    let isOverTime = field.map { name in corpus.kinds.values.contains { $0.field(name)?.overTime ?? false } } ?? false
    return ReadAt(plan(left), plan(right), isOverTime: isOverTime, place(range))
  }
}

extension Expression {
  fileprivate var isField: Bool {
    switch kind {
    case .field, .fieldOfIt: true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func dateBehindValue(_ question: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "R319", "`at` stands behind the field that it asks, not behind the value", at: place, help: "write `\(question)`")
  }
}

extension Span.Unit {
  init(_ unit: SpanUnit) {
    switch unit {
    case .day: self = .day
    case .week: self = .week
    case .month: self = .month
    case .year: self = .year
    }
  }
}
