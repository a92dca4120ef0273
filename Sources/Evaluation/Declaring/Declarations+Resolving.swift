import Diagnostics
import Records
import Syntax
import Values

// From a name in a record to the record that is meant.
//
// A name is looked up in the record around it first, then among the kinds that its field takes, and then as the role
// that a record plays: `target` is the only target of the case.

extension Declarations {
  /// What looking up one name gives.
  enum Found {
    case one(Entity)
    case several([Entity])
    /// There are records of that name, of kinds that do not fit.
    case otherKind(Entity)
    case nothing
  }

  /// The record that a path leads to; says what is wrong where it leads nowhere. No kinds means any.
  ///
  /// - Parameter orText: whether a text could stand there as well, for somebody who has no record.
  func resolve(
    _ path: Path, among kinds: [Kind], scope: Entity?, _ file: Int, orText: Bool = false,
    for user: @autoclosure () -> String
  ) -> Entity? {
    let first = path.names[0]
    if path.names.count == 1 {
      switch find(first.text, among: kinds, scope: scope) {
      case .one(let entity): return entity
      case .several(let entities):
        report(of: path, .severalOfThatName(first.text, place(first.range, file), entities))
        return nil
      case .otherKind(let entity):
        report(wrongKind: entity, kinds, path, scope, file, for: user())
        return nil
      case .nothing:
        if isLostRole(first.text, scope) { return nil }
        report(of: path, noSuchName(first, kinds, scope, file, orText: orText))
        return nil
      }
    }
    return resolve(dotted: path, among: kinds, scope: scope, file, for: user())
  }

  /// `status.charged`, `phnom_penh.mother`.
  private func resolve(
    dotted path: Path, among kinds: [Kind], scope: Entity?, _ file: Int, for user: @autoclosure () -> String
  ) -> Entity? {
    let names = path.names
    var here: Entity
    var position = 1
    switch find(names[0].text, among: [], scope: scope) {
    case .one(let entity): here = entity
    case .several(let entities):
      report(of: path, .severalOfThatName(names[0].text, place(names[0].range, file), entities))
      return nil
    case .otherKind, .nothing:
      guard let kind = corpus.kinds[names[0].text] else {
        report(of: path, noSuchName(names[0], [], scope, file))
        return nil
      }
      guard let entity = corpus.entities[names[1].text]?.first(where: { $0.kind.isA(kind) }) else {
        report(of: path, noSuchName(names[1], [kind], scope, file))
        return nil
      }
      here = entity
      position = 2
    }
    while position < names.count {
      guard let inner = inside(here, named: names[position].text) else {
        if !isIncomplete(here.kind) {
          let name = names[position]
          report(of: path, .nothingInside(here, name.text, corpus.localNames(in: here), place(name.range, file)))
        }
        return nil
      }
      here = inner
      position += 1
    }
    if !kinds.isEmpty, !kinds.contains(where: { here.kind.isA($0) }) {
      report(wrongKind: here, kinds, path, scope, file, for: user())
      return nil
    }
    return here
  }

  /// Whether a record around names somebody in that role, of whom it is not known who that is.
  private func isLostRole(_ name: String, _ scope: Entity?) -> Bool {
    if lostRoles.isEmpty { return false }
    var around = scope
    while let record = around {
      if lostRoles.contains(Role(record: record.index, name: name)) { return true }
      around = record.owner
    }
    return false
  }

  /// Says what is wrong with a name, unless it may mean something that could not be taken in.
  func report(of path: Path, _ diagnostic: @autoclosure () -> Diagnostic) {
    if path.names.contains(where: { lost.contains($0.text) }) { return }
    report(diagnostic())
  }

  private func report(
    wrongKind entity: Entity, _ kinds: [Kind], _ path: Path, _ scope: Entity?, _ file: Int,
    for user: @autoclosure () -> String
  ) {
    if isIncomplete(entity.kind) { return }
    report(
      of: path,
      .wrongKindOfRecord(
        user(), kinds, not: entity, place(path.range, file),
        help: path.names.count > 1
          ? nil
          : entity.kind.name == "kinship"
            ? "whoever is meant is written down in the case: `relative \(entity.name) { }`"
            : help(insteadOf: path.names[0].text, kinds, scope)))
  }

  /// What helps where the name is one of another kind than is needed.
  private func help(insteadOf name: String, _ kinds: [Kind], _ scope: Entity?) -> String? {
    let meant = corpus.termsMeant(by: name, kinds, isWord: true)
    if !meant.isEmpty { return Suggestion.terms(meant, insteadOf: name) }
    if let tree = kinds.first(where: \.isTerm) { return "`help \(tree.name)` lists what may stand there" }
    guard let scope, let kind = kinds.first(where: { slot(for: $0, in: scope.kind) != nil }) else { return nil }
    if kind === events?.kind { return "an event is a line of its own: `2021-03 \(name) by … on …`" }
    return "one is written here as a record: `\(kind.name) \(name) { … }`"
  }

  /// Whether it is not known what stands above a kind, and so what its records hold and where they may stand.
  func isIncomplete(_ kind: Kind) -> Bool {
    if incompleteKinds.isEmpty { return false }
    var here: Kind? = kind
    while let kind = here {
      if incompleteKinds.contains(ObjectIdentifier(kind)) { return true }
      here = kind.parent
    }
    return false
  }

  /// Looks up one name.
  func find(_ name: String, among kinds: [Kind], scope: Entity?) -> Found {
    func fits(_ entity: Entity) -> Bool { kinds.isEmpty || kinds.contains { entity.kind.isA($0) } }
    var other: Entity?
    var outer = scope
    while let here = outer {
      if let local = corpus.local(name, in: here), !corpus.isGone(local) {
        if fits(local) { return .one(local) }
        other = other ?? local
      }
      outer = here.owner
    }
    if let all = corpus.entities[name] {
      if all.count == 1, fits(all[0]) { return .one(all[0]) }
      let fitting = all.filter(fits)
      if fitting.count == 1 { return .one(fitting[0]) }
      if fitting.count > 1 { return .several(fitting) }
      other = other ?? all.first
    }
    outer = scope
    while let here = outer {
      if let entity = role(name, in: here) {
        if fits(entity) { return .one(entity) }
        other = other ?? entity
      }
      outer = here.owner
    }
    return other.map { .otherKind($0) } ?? .nothing
  }

  /// A record inside another, by its own name or by its role.
  private func inside(_ owner: Entity, named name: String) -> Entity? {
    if let local = corpus.local(name, in: owner), !corpus.isGone(local) { return local }
    return role(name, in: owner)
  }

  /// The only record of a kind inside another, or the record that one of its fields names.
  private func role(_ name: String, in owner: Entity) -> Entity? {
    if let kind = corpus.kinds[name] {
      var inner = children[owner.index] ?? []
      if owner.index < oldCount || owner.isOfRow { inner += corpus.inside(owner) }
      let fitting = inner.filter { $0.kind.isA(kind) }
      if let first = fitting.first { return fitting.allSatisfy { $0 === first } ? first : nil }
    }
    guard owner.kind.position(of: name) != nil else { return nil }
    var found: Entity?
    for claim in corpus.claims(of: owner, field: name) {
      guard case .entity(let entity) = claim.value else { continue }
      if found != nil, found !== entity { return nil }
      found = entity
    }
    return found
  }

  // MARK: Nothing of that name

  /// Terms, fields and kinds may be misspelt; of people, places and sources no spelling is guessed.
  func noSuchName(_ name: Name, _ kinds: [Kind], _ scope: Entity?, _ file: Int, orText: Bool = false) -> Diagnostic {
    let what = kinds.count == 1 ? kinds[0].name : nil
    return .noSuchName(
      name.text, what, place(name.range, file), help: nameHelp(name.text, kinds, scope, orText: orText))
  }

  private func nameHelp(_ name: String, _ kinds: [Kind], _ scope: Entity?, orText: Bool) -> Diagnostic.NameHelp? {
    var around = scope
    while let record = around {
      if let field = record.kind.field(name), !field.type.kinds.isEmpty, !field.isComputed {
        return .emptyRole(record, name)
      }
      around = record.owner
    }
    if let module = corpus.moduleDeclaring(name) { return .use(module) }
    let candidates = known(kinds)
    // A name that differs in nothing but its capitals, or its hyphens and underscores, is not a guess.
    let plain = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    if let same = candidates.first(where: { entity in
      entity.name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " } == plain
    }) {
      return .itIsWritten(same)
    }
    let called = corpus.living(
      corpus.alsoCalled(name).filter { entity in kinds.isEmpty || kinds.contains { entity.kind.isA($0) } })
    if called.isEmpty, NamesElsewhere.here(name) == "unknown" { return .unknown }
    let meant = corpus.termsMeant(by: name, kinds)
    if !meant.isEmpty { return .terms(meant, of: kinds.first(where: \.isTerm), name) }
    if !called.isEmpty { return .alsoCalled(called) }
    var near: [String] = []
    var outer = scope
    while let record = outer {
      near += corpus.localNames(in: record)
        .filter { local in corpus.local(local, in: record).map { one in kinds.contains { one.kind.isA($0) } } ?? false }
      outer = record.owner
    }
    let all = near + candidates.filter { !$0.kind.isTerm || kinds.count == 1 }.map(\.name)
    if !all.isEmpty, all.count <= 14 { return .known(all, orText: orText ? name : nil) }
    if kinds.count > 1, orText { return .onlyText(name) }
    let alike = corpus.writtenAlike(name, kinds)
    if !alike.isEmpty, alike.count <= 6 { return .alike(alike) }
    // Of two kinds the one is meant of which a project has its own records: a place rather than a state.
    guard let kind = kinds.min(by: { corpus.all($0).count < corpus.all($1).count }) else { return nil }
    return .declare(kind, name, usual: candidates.first { $0.kind.isA(kind) }?.kind)
  }

  /// What may be meant; nobody means one of the sources of the library.
  private func known(_ kinds: [Kind]) -> [Entity] {
    let ofLibrary = corpus.ofLibrary
    return corpus.entities.written.values.joined()
      .filter { entity in
        entity.kind !== ofLibrary && (kinds.isEmpty || kinds.contains { entity.kind.isA($0) })
      }
      .sorted { $0.index < $1.index }
  }
}
