import Diagnostics
import Records
import Syntax
import Values

extension Declarations {
  /// A kind of this call, until its fields have been read.
  private struct NewKind {
    let declaration: KindDeclaration
    let documentation: String
    let file: Int
    var kind: Kind?
  }

  /// Declares all kinds by name, parents first; then their fields, whose types may name any kind.
  func declareKinds(_ programs: [Program]) {
    extendedKinds = []
    addRootOfTerms(programs)
    var new: [NewKind] = []
    var positions: [String: Int] = [:]
    for (file, program) in programs.enumerated() {
      for statement in program.statements {
        guard case .kind(let declaration) = statement.kind, !isThereAlready(statement, file) else { continue }
        let documentation = statement.documentation ?? declaration.label ?? ""
        if let clash = clash(kind: declaration, positions.mapValues { new[$0] }, file) {
          report(clash)
          lose(declaration)
          continue
        }
        positions[declaration.name.text] = new.count
        if let plural = declaration.plural { positions[plural.text] = new.count }
        new.append(NewKind(declaration: declaration, documentation: documentation, file: file))
      }
    }
    var order: [Int] = []
    for position in new.indices { make(position, &new, positions, &order) }
    for position in order {
      guard let kind = new[position].kind else { continue }
      inherit(kind)
      addBuiltInFields(kind, new[position].file)
      add(new[position].declaration.fields, to: kind, new[position].file)
    }
    for (file, program) in programs.enumerated() {
      for statement in program.statements {
        guard case .extendKind(let name, let fields) = statement.kind, !isThereAlready(statement, file) else {
          continue
        }
        guard let kind = kind(name, file) else {
          for field in fields { lost.insert(field.name.text) }
          continue
        }
        extend(kind, fields, file)
      }
    }
  }

  /// Notes that what a kind declares could not be taken in. Another of its name may stay, whose fields it shares in part.
  private func lose(_ declaration: KindDeclaration) {
    lost.insert(declaration.name.text)
    if let plural = declaration.plural { lost.insert(plural.text) }
    for field in declaration.fields {
      lost.insert(field.name.text)
      contestedFields.insert(field.name.text)
    }
  }

  /// Terms have a root even where no library declares it.
  private func addRootOfTerms(_ programs: [Program]) {
    let isDeclared = programs.contains { program in
      program.statements.contains { statement in
        if case .kind(let declaration) = statement.kind { return declaration.name.text == "term" }
        return false
      }
    }
    if isDeclared || corpus.term != nil { return }
    corpus.add(
      Kind(
        name: "term", plural: nil, parent: nil, documentation: "A word with one meaning and one place in its tree.",
        place: nil))
  }

  private func clash(kind declaration: KindDeclaration, _ new: [String: NewKind], _ file: Int) -> Diagnostic? {
    for name in [declaration.name, declaration.plural].compactMap({ $0 }) {
      let here = place(name.range, file)
      if let other = new[name.text] {
        return .nameTwice(name.text, here, place(other.declaration.name.range, other.file))
      }
      if let other = corpus.kinds[name.text] ?? corpus.plurals[name.text] {
        return .kindTwice(name.text, here, other)
      }
      if let other = corpus.entities[name.text]?.first { return .nameTwice(name.text, here, other.place) }
      if let other = corpus.sets[name.text] { return .nameTwice(name.text, here, other.place) }
    }
    return nil
  }

  /// Makes a kind after the kinds above it; a circle of kinds is refused.
  private func make(_ position: Int, _ new: inout [NewKind], _ positions: [String: Int], _ order: inout [Int]) {
    var path: [Int] = []
    var seen: Set<Int> = []
    var next: Int? = position
    while let here = next, new[here].kind == nil {
      if !seen.insert(here).inserted {
        let declaration = new[here].declaration
        report(.kindsInACircle(declaration.name.text, place(declaration.name.range, new[here].file)))
        break
      }
      path.append(here)
      next = new[here].declaration.parent.flatMap { positions[$0.text] }
    }
    for here in path.reversed() where new[here].kind == nil {
      let declaration = new[here].declaration
      var parent: Kind?
      if let name = declaration.parent {
        parent = positions[name.text].flatMap { new[$0].kind } ?? corpus.kinds[name.text]
        if parent == nil, positions[name.text] == nil {
          report(
            of: Path(name),
            .noSuchKind(name.text, place(name.range, new[here].file), near: nearKind(name.text, Array(positions.keys))))
        }
      }
      var levels = 0
      var above = parent
      while let kind = above, levels < Declarations.deepest {
        levels += 1
        above = kind.parent
      }
      if above != nil {
        report(.tooDeep(place(declaration.name.range, new[here].file)))
        parent = nil
      }
      let kind = Kind(
        name: declaration.name.text, plural: declaration.plural?.text, parent: parent,
        documentation: new[here].documentation, place: place(declaration.name.range, new[here].file))
      new[here].kind = kind
      if declaration.parent != nil, parent == nil { incompleteKinds.insert(ObjectIdentifier(kind)) }
      corpus.add(kind)
      order.append(here)
    }
  }

  private func inherit(_ kind: Kind) {
    guard let parent = kind.parent else { return }
    for field in parent.fields where kind.field(field.name) == nil { corpus.add(field, to: kind) }
  }

  /// What every tree of terms has: which others a term leaves open, and its ancestor next to the root.
  private func addBuiltInFields(_ kind: Kind, _ file: Int) {
    guard let parent = kind.parent, parent === corpus.term else { return }
    corpus.add(
      Field(
        name: "family", type: .record(kind), overTime: false, isComputed: false,
        documentation: "The term of the first level above it.", place: nil), to: kind)
    corpus.add(
      Field(
        name: "may_be", type: .list(.record(kind)), overTime: false, isComputed: false,
        documentation: "Terms that it leaves open.", place: kind.place), to: kind)
  }

  private func add(_ fields: [FieldDeclaration], to kind: Kind, _ file: Int) {
    var seen: [String: Name] = [:]
    for declaration in fields {
      if let first = seen[declaration.name.text] {
        report(.nameTwice(declaration.name.text, place(declaration.name.range, file), place(first.range, file)))
        contestedFields.insert(declaration.name.text)
        continue
      }
      seen[declaration.name.text] = declaration.name
      guard let field = field(declaration, file) else { continue }
      if let above = kind.parent?.field(field.name), above.isPrivate, !field.isPrivate {
        report(.staysPrivate(field, of: kind, place(declaration.name.range, file), above))
        continue
      }
      corpus.add(field, to: kind)
    }
  }

  private func extend(_ kind: Kind, _ fields: [FieldDeclaration], _ file: Int) {
    extendedKinds.append(kind)
    for declaration in fields {
      if let known = kind.field(declaration.name.text) {
        report(.fieldTwice(known, of: kind, place(declaration.name.range, file)))
        contestedFields.insert(declaration.name.text)
        continue
      }
      guard let field = field(declaration, file) else { continue }
      corpus.add(field, to: kind)
      for other in corpus.kinds.values where other !== kind && other.isA(kind) {
        guard let own = other.field(field.name) else {
          corpus.add(field, to: other)
          continue
        }
        if field.isPrivate, !own.isPrivate {
          report(.staysPrivate(own, of: other, own.place ?? place(declaration.name.range, file), field))
        }
      }
    }
  }

  /// The field that is declared; nil, and its name lost, where something is wrong with it.
  private func field(_ declaration: FieldDeclaration, _ file: Int) -> Field? {
    guard let field = soundField(declaration, file) else {
      lost.insert(declaration.name.text)
      return nil
    }
    return field
  }

  private func soundField(_ declaration: FieldDeclaration, _ file: Int) -> Field? {
    let here = place(declaration.name.range, file)
    if declaration.isPrivate, declaration.computed != nil {
      report(.privateIsWritten(declaration.name.text, here))
      return nil
    }
    guard let type = type(declaration.type, file) else { return nil }
    if files[file].unread.touches(declaration.name.range) { contestedFields.insert(declaration.name.text) }
    let constant = declaration.computed.map { isConstant($0) } ?? false
    let field = Field(
      name: declaration.name.text, type: type, overTime: declaration.overTime,
      isComputed: declaration.computed != nil && !constant, isPrivate: declaration.isPrivate,
      documentation: declaration.documentation ?? "", place: here)
    if declaration.overTime, type.isList {
      report(.listOverTime(field.name, here))
      return nil
    }
    if let expression = declaration.computed, constant {
      defaults.append((field, expression, file))
    } else if let expression = declaration.computed {
      computedFields.append(Condition(subject: field, expression: expression, source: files[file].source))
    }
    return field
  }

  /// A plain value behind `=` is what holds where nobody has said anything; anything else is worked out.
  private func isConstant(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer, .real, .truth, .none, .name: return true
    case .text(let parts):
      return parts.allSatisfy { part in
        if case .characters = part { return true }
        return false
      }
    default: return false
    }
  }

  /// Gives fields their defaults, once terms have their names.
  func readDefaults() {
    for (field, expression, file) in defaults {
      switch expression.kind {
      case .integer(let number): field.defaultValue = .integer(number)
      case .real(let number): field.defaultValue = .real(number)
      case .truth(let truth): field.defaultValue = .truth(truth)
      case .text(let parts):
        var text = ""
        for case .characters(let characters) in parts { text += characters }
        field.defaultValue = .text(text)
      case .name(let name):
        field.defaultValue = resolve(
          Path(name), among: kinds(of: field), scope: nil, file, for: "`\(field.name)`"
        ).map { .entity($0) }
      default: field.defaultValue = Value.none
      }
    }
    defaults = []
  }

  private func type(_ expression: TypeExpression, _ file: Int) -> FieldType? {
    switch expression {
    case .named(let name):
      switch name.text {
      case "truth": return .truth
      case "number": return .number
      case "text": return .text
      case "date": return .date(isStretch: false)
      case "stretch": return .date(isStretch: true)
      case "span": return .span
      default:
        if let kind = corpus.kinds[name.text] { return .record(kind) }
        if let kind = corpus.plurals[name.text] {
          report(.pluralAsType(name.text, kind, place(name.range, file)))
          return nil
        }
        report(
          of: Path(name),
          .noSuchType(
            name.text, place(name.range, file),
            near: nearKind(name.text, ["truth", "number", "text", "date", "stretch", "span"])))
        return nil
      }
    case .list(let inner): return type(inner, file).map { .list($0) }
    case .either(let types):
      let found = types.compactMap { type($0, file) }
      return found.count == types.count ? .either(found) : nil
    }
  }

  func kind(_ name: Name, _ file: Int) -> Kind? {
    if let kind = corpus.kinds[name.text] { return kind }
    report(of: Path(name), .noSuchKind(name.text, place(name.range, file), near: nearKind(name.text, [])))
    return nil
  }

  func nearKind(_ name: String, _ more: [String]) -> String? {
    Spelling.nearest(to: name, among: Array(corpus.kinds.keys) + more)
  }
}
