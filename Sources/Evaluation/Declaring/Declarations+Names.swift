import Diagnostics
import Records
import Syntax
import Values

// The names of all records, before any line of theirs is read: records may stand in any order.

extension Declarations {
  func declareNames(_ program: Program, _ file: Int) {
    for statement in program.statements {
      switch statement.kind {
      case .record(let record):
        declare(record, documentation: statement.documentation ?? record.documentation, file)
      case .set(let set): checkName(of: set, file)
      case .letVariable, .assign, .function, .ifElse, .forEach, .whileLoop, .breakLoop, .continueLoop, .returnValue,
        .use, .check, .expect, .show, .test, .kind, .extendKind, .extend, .same, .attribution, .rule, .pattern,
        .continuation,
        .expression, .prose:
        break
      }
    }
  }

  /// A record at the top of a file.
  private func declare(_ record: RecordDeclaration, documentation: String?, _ file: Int) {
    guard let kind = kind(record.kind, file) else {
      lose(record)
      return
    }
    // Without a name it would not have been read as a record.
    guard let name = record.name else { return }
    let here = place(name.range, file)
    var entity: Entity?
    if let known = corpus.entities[name.text] {
      for other in known where isClash(other.kind, kind) {
        if isReplacing, other.kind === kind, other.index < oldCount {
          if !isReadAnew(other.place, file) { report(.replaced(other, here)) }
          _ = corpus.withdraw(other, label: record.label, place: here, extent: record.range)
          entity = other
        } else {
          report(.nameTwice(name.text, here, other.place, kind: record.kind.text))
          return lose(record)
        }
      }
    }
    if let other = corpus.kinds[name.text] ?? corpus.plurals[name.text] {
      report(.nameIsAKind(name.text, here, other, kindOfRecord: record.kind.text))
      return lose(record)
    }
    if let other = corpus.sets[name.text] {
      report(.nameTwice(name.text, here, other.place, kind: record.kind.text))
      return lose(record)
    }
    let made =
      entity
      ?? corpus.addRecord(
        kind: kind, name: name.text, label: record.label, owner: nil, place: here, extent: record.range,
        documentation: documentation)
    noteParent(record, made, file)
    addBody(
      made, record.body ?? [], record.claims, file, outer: nil, slot: nil, record.range, isExtension: false, depth: 0)
  }

  /// Notes that what a record is called could not be taken in. A record without a name is called by its role.
  private func lose(_ record: RecordDeclaration) { lost.insert((record.name ?? record.kind).text) }

  /// Two records of one name clash, unless they are terms of trees that may share words.
  private func isClash(_ one: Kind, _ other: Kind) -> Bool {
    !(one.isTerm && other.isTerm) || one.isA(other) || other.isA(one)
  }

  private func noteParent(_ record: RecordDeclaration, _ entity: Entity, _ file: Int) {
    guard let parent = record.parent else { return }
    if entity.kind.isTerm {
      parents.append((entity, parent, file))
    } else if !isIncomplete(entity.kind) {
      report(.onlyTermsHaveParents(entity, place(parent.range, file)))
    }
  }

  /// Notes a body to be read, and declares the records that stand inside it.
  private func addBody(
    _ entity: Entity, _ lines: [RecordLine], _ claims: [ClaimClause], _ file: Int, outer: Int?, slot: Int?,
    _ range: SourceRange, isExtension: Bool, depth: Int
  ) {
    let number = bodies.count
    bodies.append(Body(entity, .record(lines), claims, file: file, outer: outer, slot: slot, range))
    declareInside(entity, lines, number, file, isExtension: isExtension, depth: depth)
  }

  private func declareInside(
    _ entity: Entity, _ lines: [RecordLine], _ number: Int, _ file: Int, isExtension: Bool, depth: Int
  ) {
    for line in lines {
      switch line {
      case .event(let event): declare(event, in: entity, number, file, depth: depth)
      case .record(let record): declare(record, in: entity, number, file, isExtension: isExtension, depth: depth)
      case .expect(let expression, let range):
        expectations.append(Expectation(expression: expression, entity: entity, place: place(range, file)))
      case .field, .complete: break
      }
    }
  }

  /// An event line.
  private func declare(_ event: EventLine, in owner: Entity, _ outer: Int, _ file: Int, depth: Int) {
    guard let events else {
      report(.noEvents(place(event.act.range, file)))
      return
    }
    guard let slot = slot(for: events.kind, in: owner.kind) else {
      report(misplaced: events.kind, in: owner.kind, place(event.range, file))
      return
    }
    if owner.kind.fields[slot].isPrivate {
      report(.insidePrivate(owner.kind.fields[slot], place(event.act.range, file)))
      return
    }
    let entity = corpus.addRecord(
      kind: events.kind, name: "", label: nil, owner: owner, place: place(event.act.range, file), extent: event.range,
      documentation: nil)
    let number = bodies.count
    bodies.append(Body(entity, .event(event), event.claims, file: file, outer: outer, slot: slot, event.range))
    if !event.body.isEmpty {
      declareInside(entity, event.body, number, file, isExtension: false, depth: depth + 1)
    }
  }

  /// A record inside another: of a kind, or in the role that a field names.
  private func declare(
    _ record: RecordDeclaration, in owner: Entity, _ outer: Int, _ file: Int, isExtension: Bool, depth: Int
  ) {
    let here = place((record.name ?? record.kind).range, file)
    if depth >= Declarations.deepest {
      report(.tooDeep(here))
      return lose(record)
    }
    var kind: Kind
    var slot: Int
    if let known = corpus.kinds[record.kind.text] {
      guard let found = self.slot(for: known, in: owner.kind) else {
        report(misplaced: known, in: owner.kind, place(record.kind.range, file))
        return lose(record)
      }
      (kind, slot) = (known, found)
    } else if let position = owner.kind.position(of: record.kind.text),
      case .some(let role) = roleKind(owner.kind.fields[position])
    {
      (kind, slot) = (role, position)
    } else {
      if !isIncomplete(owner.kind) {
        report(
          of: Path(record.kind),
          .noSuchKind(
            record.kind.text, place(record.kind.range, file), near: nearKind(record.kind.text, []),
            inside: owner.kind, kinds(inside: owner.kind)))
      }
      return lose(record)
    }
    if owner.kind.fields[slot].isPrivate {
      report(.insidePrivate(owner.kind.fields[slot], here))
      return
    }
    if record.parent != nil, !kind.isTerm {
      if !isIncomplete(kind) { report(.onlyTermsHaveParents(owner, here)) }
      return lose(record)
    }
    // The only record of a role is called by the role's name: `target { … }` is `target`.
    let name = record.name?.text ?? (owner.kind.fields[slot].type.isList ? "" : record.kind.text)
    if !name.isEmpty, let other = corpus.local(name, in: owner) {
      if other.kind === kind, corpus.isGone(other) {
        corpus.revive(other, label: record.label, place: here, extent: record.range)
        children[owner.index, default: []].append(other)
        addBody(
          other, record.body ?? [], record.claims, file, outer: outer, slot: slot, record.range,
          isExtension: isExtension, depth: depth + 1)
      } else if other.kind === kind, isExtension {
        addBody(
          other, record.body ?? [], record.claims, file, outer: outer, slot: nil, record.range, isExtension: true,
          depth: depth + 1)
      } else if record.name == nil {
        report(.roleTwice(record.kind.text, owner.kind, here, other.place))
      } else {
        report(.nameTwice(name, here, other.place))
      }
      return
    }
    let entity = corpus.addRecord(
      kind: kind, name: name, label: record.label, owner: owner, place: here, extent: record.range,
      documentation: record.documentation)
    children[owner.index, default: []].append(entity)
    noteParent(record, entity, file)
    addBody(
      entity, record.body ?? [], record.claims, file, outer: outer, slot: slot, record.range, isExtension: isExtension,
      depth: depth + 1)
  }

  /// Says that a record cannot stand where it does, unless the field for it may be one that could not be taken in.
  private func report(misplaced inner: Kind, in outer: Kind, _ place: Place) {
    if isIncomplete(inner) || isIncomplete(outer) { return }
    var kind: Kind? = inner
    while let here = kind {
      if lost.contains(here.name) || here.plural.map(lost.contains) ?? false { return }
      kind = here.parent
    }
    report(.cannotStandInside(inner, outer, place))
  }

  private func roleKind(_ field: Field) -> Kind? {
    if field.isComputed { return nil }
    switch field.type {
    case .record(let kind): return kind.isTerm ? nil : kind
    case .list(.record(let kind)): return kind.isTerm ? nil : kind
    case .truth, .number, .text, .date, .span, .list, .either: return nil
    }
  }

  /// The field of the outer kind that holds records of the inner one.
  func slot(for inner: Kind, in outer: Kind) -> Int? {
    let nesting = Nesting(outer: ObjectIdentifier(outer), inner: ObjectIdentifier(inner))
    if let known = slots[nesting] { return known >= 0 ? known : nil }
    let found = outer.field(holding: inner)
    slots[nesting] = found ?? -1
    return found
  }

  /// The kinds whose records may stand inside those of another, in the order of its fields.
  private func kinds(inside outer: Kind) -> [Kind] {
    corpus.kinds.values.filter { !$0.isTerm && slot(for: $0, in: outer) != nil }
      .sorted { (slot(for: $0, in: outer) ?? 0, $0.name) < (slot(for: $1, in: outer) ?? 0, $1.name) }
  }

  // MARK: Extensions

  func declareExtensions(_ program: Program, _ file: Int) {
    for statement in program.statements {
      guard case .extend(let path, let claims, let lines) = statement.kind else { continue }
      guard let entity = resolve(path, among: [], scope: nil, file, for: "`extend`") else { continue }
      addBody(
        entity, lines, claims, file, outer: nil, slot: nil, statement.range, isExtension: true, depth: 0)
    }
  }

  // MARK: Trees

  /// Hangs terms under their parents; a circle, or a tree deeper than anyone could read, is refused.
  func linkParents() {
    for (term, name, file) in parents {
      let root = term.kind.tree
      if name.text == root.name || name.text == term.kind.name {
        report(.rootAsParent(name.text, place(name.range, file)))
        continue
      }
      term.parent = resolve(
        Path(name), among: [root], scope: nil, file, for: "the parent of `\(term.name)`")
    }
    for (term, name, file) in parents {
      var depth = 0
      var next = term.parent
      while let here = next, here !== term, depth <= Declarations.deepest {
        depth += 1
        next = here.parent
      }
      if next === term {
        report(.termsInACircle(term.name, name.text, place(name.range, file)))
        term.parent = nil
      } else if depth > Declarations.deepest {
        report(.tooDeep(place(name.range, file)))
        term.parent = nil
      }
    }
  }
}
