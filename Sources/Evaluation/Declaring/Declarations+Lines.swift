import Diagnostics
import Records
import Syntax
import Values

// The lines of records and events, as claims.

/// The fields of the kind `event` that the words of an event line fill.
struct EventFields {
  let kind: Kind
  let act: Int
  let stage: Int?
  let date: Int
  let by: Int?
  let via: Int?
  let on: Int?
  let place: Int?
  let remark: Int?
}

extension Declarations {
  /// Looks up what the library says of events.
  func readEventFields() {
    guard let kind = corpus.kinds["event"], let act = kind.position(of: "act"), let date = kind.position(of: "date")
    else {
      events = nil
      return
    }
    events = EventFields(
      kind: kind, act: act, stage: kind.position(of: "stage"), date: date, by: kind.position(of: "by"),
      via: kind.position(of: "via"), on: kind.position(of: "on"), place: kind.position(of: "place"),
      remark: kind.position(of: "remark"))
  }

  // MARK: Fields

  /// Reads every `field: value` line; first who says it, from the outer records to the inner.
  func readFields() {
    corpus.reserve(records: 0, claims: bodies.count * 5)
    for number in bodies.indices {
      let body = bodies[number]
      // What a source is, nobody has to say but who wrote it down.
      let outer =
        body.outer.map { bodies[$0].attributions }
        ?? (body.entity.kind.root.name == "source" ? 0..<1 : attributionsOfFiles[body.file])
      bodies[number].attributions = attributions(
        body.claims, within: outer, scope: body.entity.owner ?? body.entity, body.file)
      switch body.content {
      case .record(let lines): readFields(lines, number)
      case .event(let event): if !event.body.isEmpty { readFields(event.body, number) }
      }
    }
    let late = postponed
    postponed = []
    for (line, number) in late { read(line, number, isLast: true) }
  }

  private func readFields(_ lines: [RecordLine], _ number: Int) {
    for line in lines {
      switch line {
      case .field(let field): read(field, number, isLast: false)
      case .complete(let name, let date, let claims, let range): readCompletion(name, date, claims, range, number)
      case .event, .record, .expect: break
      }
    }
  }

  private func read(_ line: FieldLine, _ number: Int, isLast: Bool) {
    let body = bodies[number]
    let entity = body.entity
    let kind = entity.kind
    guard let position = kind.position(of: line.name.text) else {
      report(noField: line.name, of: kind, body.file)
      return
    }
    if contestedFields.contains(line.name.text) { return }
    let field = kind.fields[position]
    if field.isComputed || field.place == nil {
      report(.computedField(field, kind, place(line.name.range, body.file)))
      return
    }
    var named: Value?
    if case .path(let path) = line.value.kind, path.names.count == 1 {
      let kinds = kinds(of: field)
      switch kinds.isEmpty ? .several([]) : find(path.names[0].text, among: kinds, scope: entity) {
      case .one(let found): named = field.type.isList ? .list([.entity(found)]) : .entity(found)
      case .nothing:
        // A name that nothing has yet may be a role that a later line gives to somebody.
        if !isLast {
          postponed.append((line, number))
          return
        }
      case .several, .otherKind: break
      }
    }
    let before = field.isPrivate ? findings : nil
    guard
      let value = named ?? value(line.value, Target(field: field, kind: kind, scope: entity, file: body.file))
    else {
      if let before { sayWithoutValue(field, place(line.name.range, body.file), since: before) }
      lostRoles.insert(Role(record: entity.index, name: line.name.text))
      // What is wrong with its sources is told all the same.
      _ = attributions(line.claims, within: body.attributions, scope: entity, body.file)
      return
    }
    var from: Date?
    var said = line.claims
    var start = line.at
    if start == nil, field.overTime, said.count > 1, case .at(let literal) = said[0] {
      // A date behind a remark, with more said behind it, is the date of the value.
      start = literal
      said.removeFirst()
    }
    if let literal = start {
      guard field.overTime else {
        report(.notOverTime(field, kind, place(literal.range, body.file)))
        return
      }
      from = date(literal, body.file)
      if from == nil { return }
    }
    for attribution in attributions(said, within: body.attributions, scope: entity, body.file) {
      var start = from
      if start == nil, field.overTime {
        let known = corpus.attribution(attribution)
        if known.status == nil { start = known.date }
      }
      corpus.addClaim(
        about: entity, field: position, value: value, from: start, remark: line.remark, attribution: attribution,
        source: files[body.file].number, range: line.range)
    }
  }

  /// Says that a kind has no such field, unless that may be one that could not be taken in.
  func report(noField name: Name, of kind: Kind, _ file: Int) {
    if isIncomplete(kind) { return }
    report(of: Path(name), .noSuchField(name.text, kind, place(name.range, file)))
  }

  // MARK: Events

  /// Reads the events, and puts every record into the one around it, in the order of the text.
  func readEvents() {
    for number in bodies.indices {
      let body = bodies[number]
      if let slot = body.slot, let owner = body.entity.owner {
        for attribution in body.attributions {
          corpus.addClaim(
            about: owner, field: slot, value: .entity(body.entity), attribution: attribution,
            source: files[body.file].number, range: body.range)
        }
      }
      if case .event(let event) = body.content, let events { read(event, body, events) }
    }
  }

  private func read(_ line: EventLine, _ body: Body, _ fields: EventFields) {
    let entity = body.entity
    let file = body.file
    let source = files[file].number
    func claim(
      _ position: Int, _ value: Value, isDeniable: Bool = false, remark: String? = nil, _ range: SourceRange
    ) {
      for attribution in body.attributions {
        // Who denies an event denies the act; the date and the people are what the denied words were about.
        if !isDeniable, corpus.bearing(attribution) == .denies { continue }
        corpus.addClaim(
          about: entity, field: position, value: value, remark: remark, attribution: attribution, source: source,
          range: range)
      }
    }
    let kind = fields.kind
    if let act = resolve(
      Path(line.act), among: kinds(of: kind.fields[fields.act]), scope: nil, file, for: "what was done")
    {
      claim(fields.act, .entity(act), isDeniable: true, remark: line.remark, line.act.range)
    }
    if let stage = line.stage {
      if let position = fields.stage {
        if let term = resolve(
          Path(stage), among: kinds(of: kind.fields[position]), scope: nil, file, for: "the stage of an event")
        {
          claim(position, .entity(term), stage.range)
        }
      } else {
        report(.noSuchField("stage", kind, place(stage.range, file)))
      }
    }
    switch line.date {
    case .date(let literal):
      if let date = date(literal, file) { claim(fields.date, .date(date), literal.range) }
    case .unknown(let name, let range):
      if let reasons = reason(name, file) { claim(fields.date, .unknown(reasons), range) }
    }
    for role in line.roles {
      let name = role.preposition == .inPlace ? "place" : role.preposition.rawValue
      let position =
        switch role.preposition {
        case .by: fields.by
        case .via: fields.via
        case .on: fields.on
        case .inPlace: fields.place
        }
      guard let position else {
        report(.noSuchField(name, kind, place(role.range, file)))
        continue
      }
      if let value = people(role, kind.fields[position], entity, file) {
        claim(position, value, role.range)
      }
    }
    if let remark = line.remark, let position = fields.remark {
      claim(position, .text(remark), line.range)
    }
  }

  /// Whom a role names: records, or words for somebody who has no record.
  private func people(_ role: EventLine.Role, _ field: Field, _ entity: Entity, _ file: Int) -> Value? {
    var values: [Value] = []
    for who in role.who {
      switch who {
      case .path(let path):
        guard
          let found = resolve(
            path, among: kinds(of: field), scope: entity, file, orText: field.type.element.takes(.text),
            for: "`\(role.preposition.rawValue)`")
        else { return nil }
        values.append(.entity(found))
      case .text(let text, _): values.append(.text(text))
      case .unknown(let name, _):
        guard let reasons = reason(name, file) else { return nil }
        values.append(.unknown(reasons))
      case .none: values.append(.none)
      }
    }
    if values.count == 1 {
      if case .list = field.type, values[0].reasons == nil, !values[0].isNone { return .list(values) }
      return values[0]
    }
    guard case .list = field.type else {
      report(.oneValue(field, place(role.range, file)))
      return nil
    }
    return .list(values)
  }
}

extension Value {
  fileprivate var isNone: Bool {
    if case .none = self { return true }
    return false
  }
}
