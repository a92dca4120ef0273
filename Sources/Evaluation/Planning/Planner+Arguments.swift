import Diagnostics
import Syntax
import Values

/// Arguments, and the parameters that they go to.
extension Planner {
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
  func bind(
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
    var hasOtherName = false
    for (order, argument) in arguments.enumerated() {
      guard let label = argument.name else {
        positional.append((order, argument.value))
        continue
      }
      if let position = position(label.text), !parameters[position].isRest {
        if given[position] != nil { report(.givenTwice(label.text, name.text, place(label.range))) }
        given[position] = .expression(argument.value)
      } else if let meant = misspeltWord(argument, parameters) {
        report(
          .noSuchParameter(
            label.text, of: name.text, place(label.range), parameters: parameters.map(\.name.text), near: meant))
      } else if rest != nil {
        left.append((order, Entry(label: label.text, value: argument.value, descending: nil)))
      } else {
        hasOtherName = true
        report(
          .noSuchParameter(
            label.text, of: name.text, place(label.range), parameters: parameters.map(\.name.text),
            near: Planner.near(label.text, among: parameters.map(\.name.text)),
            help: habitOfCells(label.text, of: name.text)
              ?? asColumns(arguments, of: name.text, parameters, isStep: piped != nil)))
      }
    }
    for connection in step?.connections ?? [] {
      guard let position = position(connection.word.text) else {
        let other = parameters.first { ["by", "on"].contains($0.name.text) }?.name.text
        report(.takesNoConnection(connection.word.text, name.text, place(connection.word.range), other: other))
        continue
      }
      if given[position] != nil { report(.givenTwice(connection.word.text, name.text, place(connection.word.range))) }
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
      if let trailing {
        given[trailing] = .block(block)
      } else if rest != nil {
        report(.columnWithoutName(name.text, place(block.range)))
      } else {
        report(.takesNoBlock(name.text, place(block.range)))
      }
    case nil: break
    }
    if let rest, !left.isEmpty {
      left.sort { $0.order < $1.order }
      given[rest] = .entries(left.map(\.entry))
    }
    var nodes: [Node] = []
    for (parameter, given) in zip(parameters, given) {
      // What was given under another name is not told again as missing.
      if hasOtherName, given == nil, parameter.defaultValue == nil { continue }
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
    parameters.firstIndex { $0.isRest && !["by", "on", "as", "per"].contains($0.name.text) }
  }

  /// The parameter that a trailing block or record is for: the last that has nothing yet.
  private func trailingArgument(_ step: Step?, _ parameters: [Parameter], _ given: [Given?]) -> Int? {
    guard step?.trailing != nil else { return nil }
    let named = Planner.named(of: parameters)
    let free = parameters.indices.filter { given[$0] == nil && !parameters[$0].isRest && !named.contains($0) }
    return free.last { parameters[$0].takes("kinds") } ?? free.last
  }

  /// The parameters that are given by their names alone: those with a default behind one that takes the rest.
  private static func named(of parameters: [Parameter]) -> [Int] {
    guard let rest = parameters.firstIndex(where: \.isRest) else { return [] }
    return parameters.indices.filter { $0 > rest && !parameters[$0].isRest && parameters[$0].defaultValue != nil }
  }

  /// Required parameters first, then those with defaults, left to right; gives how many are left for the parameter that
  /// takes the rest. A test goes to an `each` parameter rather than to rows that have a default.
  private func distribute(
    _ positional: [Expression], _ parameters: [Parameter], _ given: inout [Given?], reserved: Int?, _ name: Name,
    _ range: SourceRange
  ) -> Int {
    let named = Planner.named(of: parameters)
    let free = parameters.indices.filter {
      given[$0] == nil && $0 != reserved && !parameters[$0].isRest && !named.contains($0)
        && !parameters[$0].takes("word")
    }
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
      let keyWord = parameters.first { ["by", "on"].contains($0.name.text) }?.name.text
      report(.tooManyArguments(name.text, takes: parameters.count, place(first.range), keyWord: keyWord))
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
      if parameter.takes("kinds") { return kinds(expression, of: name) }
      if parameter.name.text == "path", let refused = pathWithoutQuotes(expression) { return refused }
      if parameter.takes("word") { return word(expression, of: name) }
      if parameter.takesGrounds { return EvidenceOf(explained { plan(expression) }, machine, place(expression.range)) }
      // A bare year is a year where a date stands.
      if parameter.takesDate { return plan(expression.asYear) }
      if parameter.isRest { return MakeList(Arguments([plan(expression)]), place(range)) }
      return parameter.takes("table") ? RowsOfField.of(plan(expression)) : plan(expression)
    case .block(let block):
      return closure(parameters: [], label: "", field: nil, descending: nil, hasIt: true, block.range) {
        planValue(of: block)
      }
    case .entries(let entries):
      let nodes = entries.map { entry in
        if parameter.passing != .each { return plan(entry.value) }
        if parameter.name.text == "on" { return sides(of: entry.value) }
        if parameter.takes("likeness") { return likeness(of: entry.value) }
        if parameter.takes("claims") { return claimed(entry.value, of: entry.label ?? "") }
        if parameter.name.text == "per" { return speaker(entry.value) }
        return each(entry.value, label: entry.label, descending: entry.descending)
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
        rowsTakenByDefault += 1
        return node
      }
      guard defaults.insert(value.range).inserted else {
        report(.defaultNeedsItself(parameter.name.text, of: name.text, place(range)))
        return faulty(range)
      }
      defer { defaults.remove(value.range) }
      return planDefault(value, isEach: parameter.passing == .each, calledAt: range)
    }
  }

  /// `{ opened: date, tactics: [tactic] }`: words that are not worked out, under the names of what they are said of.
  private func kinds(_ expression: Expression, of function: Name) -> Node {
    guard case .record(let entries) = expression.kind else {
      report(.needsKinds(function.text, place(expression.range)))
      return faulty(expression.range)
    }
    let words = entries.map { Value.text(source.text(in: $0.value.range)) }
    return Constant(.record(Record.make(Shape(entries.map(\.name.text)), words)), place(expression.range))
  }

  /// `typed as proposed`: one word that stands for itself.
  private func word(_ expression: Expression, of function: Name) -> Node {
    guard case .name(let name) = expression.kind else {
      report(.needsWord(function.text, place(expression.range)))
      return faulty(expression.range)
    }
    return Constant(.text(name.text), place(expression.range))
  }

  /// A key behind `on` as it is read in the rows on the left, and in those on the right: `.id == .case_id`.
  private func sides(of key: Expression) -> Node {
    var (left, right) = (key, key)
    if case .binary(.equal, let first, let second, _) = key.kind { (left, right) = (first, second) }
    return MakeList(
      Arguments([left, right].map { each($0, label: nil, descending: nil) }), place(key.range))
  }

  /// A key of `candidates`, and whether it stands in `similar(…)`.
  private func likeness(of key: Expression) -> Node {
    var name: Expression?
    if case .call(let callee, let arguments) = key.kind, case .name(let called) = callee.kind, called.text == "similar",
      arguments.count == 1, arguments[0].name == nil
    {
      name = arguments[0].value
    }
    let nodes: [Node] = [
      each(name ?? key, label: nil, descending: nil), Constant(.truth(Truth(name != nil)), place(key.range)),
    ]
    return MakeList(Arguments(nodes), place(key.range))
  }

  /// A default is worked out where the function stands: it sees the script's names and not the caller's.
  private func planDefault(_ expression: Expression, isEach: Bool, calledAt range: SourceRange) -> Node {
    let call = callOfDefault
    callOfDefault = place(range)
    defer { callOfDefault = call }
    var top = scope
    while let outer = top.outer { top = outer }
    let before = scope
    scope = Scope(.function, outer: top)
    // It does not stand in the text that is being explained.
    let wasExplaining = isExplaining
    isExplaining = false
    defer {
      scope = before
      isExplaining = wasExplaining
    }
    // What stands in another text has no words here that a column could be called by.
    return isEach ? each(expression, label: field(of: expression) ?? "", descending: nil) : plan(expression)
  }
}
