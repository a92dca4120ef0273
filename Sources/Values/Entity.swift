import Diagnostics

/// A kind of records, as declared in Rep: its fields, and the table that its plural names.
public final class Kind {
  public let name: String
  /// Tells kinds, and shapes, apart, also from those that are gone.
  public let number = ObjectNumber.next()
  /// The name of the table of all records of this kind; nil where none was declared.
  public let plural: String?
  /// The kind that this one is a kind of: `relative` is a `person`.
  public let parent: Kind?
  /// A sentence from the declaration; may be empty.
  public internal(set) var documentation: String
  public let place: Place?
  /// True for a kind whose records are the terms of a tree.
  public let isTerm: Bool
  /// The kind of its whole tree; nil where it is that itself.
  private let treeAbove: Kind?
  /// Its own fields after those of its parents. `extend kind` adds behind them.
  public private(set) var fields: [Field]
  private var positions: [String: Int] = [:]

  public init(name: String, plural: String?, parent: Kind?, documentation: String, place: Place?) {
    self.name = name
    self.plural = plural
    self.parent = parent
    self.documentation = documentation
    self.place = place
    self.isTerm = parent?.isTerm ?? (name == "term")
    self.treeAbove = parent.flatMap { $0.parent == nil ? nil : $0.tree }
    self.fields = parent?.fields ?? []
    for (position, field) in fields.enumerated() { positions[field.name] = position }
  }

  /// Adds a field; a field of the same name takes the place of an inherited one.
  public func add(_ field: Field) {
    if let position = positions[field.name] {
      fields[position] = field
    } else {
      positions[field.name] = fields.count
      fields.append(field)
    }
  }

  /// Takes back fields that were added: these are all that stay.
  public func restore(_ fields: [Field]) {
    self.fields = fields
    positions.removeAll()
    for (position, field) in fields.enumerated() { positions[field.name] = position }
  }

  public func position(of field: String) -> Int? { positions[field] }
  public func field(_ name: String) -> Field? { positions[name].map { fields[$0] } }

  /// The value as the field at a position holds it: sealed where the field is private.
  package func kept(_ value: Value, in position: Int) -> Value {
    let field = fields[position]
    return field.isPrivate ? value.sealed(as: field.type) : value
  }

  /// True for the kind itself and for every kind below the other.
  public func isA(_ other: Kind) -> Bool {
    var kind: Kind? = self
    while let here = kind {
      if here === other { return true }
      kind = here.parent
    }
    return false
  }

  /// The kind of the whole tree: the one right below the root of all, or the root itself.
  public var tree: Kind { treeAbove ?? self }

  /// The kind at the top of all that this one is a kind of.
  public var root: Kind {
    var kind = self
    while let parent = kind.parent { kind = parent }
    return kind
  }
}

/// A field of a kind: its name, what it takes, and what it means.
public final class Field {
  public let name: String
  public let type: FieldType
  /// True for a field that takes several values, each from a date on.
  public let overTime: Bool
  public let documentation: String
  public let place: Place?
  /// A computed field: called with the record. Set when the program is resolved.
  public var computed: Callable?
  public let isComputed: Bool
  /// True for a field whose values are sealed.
  public let isPrivate: Bool
  /// What holds where nobody has said anything; nil for unknown.
  public var defaultValue: Value?

  public init(
    name: String, type: FieldType, overTime: Bool, isComputed: Bool, isPrivate: Bool = false, documentation: String,
    place: Place?
  ) {
    self.name = name
    self.type = type
    self.overTime = overTime
    self.isComputed = isComputed
    self.isPrivate = isPrivate
    self.documentation = documentation
    self.place = place
  }
}

/// What a field takes.
public indirect enum FieldType {
  case truth, number, text, span
  /// A date. Where it is a stretch, all the days that the date covers are meant: `2021` is the whole year.
  case date(isStretch: Bool)
  /// A record of this kind, or of a kind below it.
  case record(Kind)
  case list(FieldType)
  case either([FieldType])

  /// The type as a person reads it: `list of jurisdiction`.
  public var name: String {
    switch self {
    case .truth: "truth"
    case .number: "number"
    case .text: "text"
    case .date(let isStretch): isStretch ? "stretch" : "date"
    case .span: "span"
    case .record(let kind): kind.name
    case .list(let type): "list of \(type.name)"
    case .either(let types): types.map(\.name).joined(separator: " or ")
    }
  }
}

/// A record of the corpus: a case, a person, an event, a source, a term.
///
/// Its fields hold what has been settled from the claims about it; the claims themselves stay in the corpus.
///
/// A record that was made of a row of a file is there as long as somebody holds it, and is made again from the row when it
/// is asked for again.
public final class Entity {
  public let kind: Kind
  /// The name alone: `mother`. Empty for a record without a name, such as an event.
  public let name: String
  private let fullName: String
  public var label: String?
  /// The term above it in its tree.
  public var parent: Entity?
  /// The record inside which it was written.
  public var owner: Entity? { outerRow < 0 ? outer : lights.recordOfRow(Int(outerRow)) }
  private let outer: Entity?
  /// The number of the record around it, where that was made of a row too: if each held the other, both would stay for
  /// ever. -1 for all others.
  private let outerRow: Int32
  public var place: Place
  /// Where it stands among all records of the corpus.
  public let index: Int
  /// The lights that its corpus is looked at in.
  public let lights: Lights
  @usableFromInline var settledFields: [Value] = []
  /// The number of the light in which `settledFields` were settled.
  @usableFromInline var light = 0

  public init(
    kind: Kind, name: String, path: String, label: String?, owner: Entity?, place: Place, index: Int, lights: Lights
  ) {
    self.lights = lights
    self.kind = kind
    self.name = name
    self.fullName = path
    self.label = label
    let isInRow = index >= Entity.firstOfRows && (owner?.isOfRow ?? false)
    self.outer = isInRow ? nil : owner
    self.outerRow = isInRow ? Int32(truncatingIfNeeded: owner?.index ?? -1) : -1
    self.place = place
    self.index = index
    // What a row says is looked at when somebody wants to know it.
    if index >= Entity.firstOfRows { light = -1 }
  }

  deinit { if index >= Entity.firstOfRows { lights.letGoOfRow(index) } }

  /// The number of the first record that is made of a row; those that are written down come before.
  package static let firstOfRows = 1 << 30
  /// Whether it was made of a row of a file.
  package var isOfRow: Bool { index >= Entity.firstOfRows }

  /// One value for each field of its kind, in the kind's order, once settled: as it looks in the light at hand.
  @inlinable public var fields: [Value] {
    get {
      if light != lights.number { lights.settle(self) }
      return settledFields
    }
    _modify {
      if light != lights.number { lights.settle(self) }
      yield &settledFields
    }
  }

  /// How many fields it has, in whatever light.
  @inlinable public var fieldCount: Int { light < 0 ? kind.fields.count : settledFields.count }

  /// One field, as it looks in the light at hand; the others are not settled for it.
  @inlinable public func field(_ position: Int) -> Value {
    if light == lights.number || light == 0 && lights.looks[index] == .plain { return settledFields[position] }
    return lights.read(self, position)
  }

  /// Gives it the fields that it has in the light of that number.
  package func show(_ fields: [Value], inLight number: Int) {
    settledFields = fields
    light = number
  }

  /// The number of the light in which its fields were last read.
  package var lastLight: Int { light }
  /// Its fields as they were last read, in whatever light that was.
  package var lastFields: [Value] { settledFields }
  /// One of these.
  package func lastField(_ position: Int) -> Value { settledFields[position] }

  /// The name by which the whole project reaches it: `phnom_penh.mother`; for a nameless record, how messages call it.
  public var path: String {
    if !fullName.isEmpty { return fullName }
    if let owner, let item = itemName(in: owner) { return "\(owner.path).\(item)" }
    return "\(kind.name) of line \(place.source.line(at: place.range.lower))"
  }

  /// `events[3]`: where the record around it holds it.
  private func itemName(in owner: Entity) -> String? {
    for (position, value) in owner.fields.enumerated() where position < owner.kind.fields.count {
      guard case .list(let items) = value else { continue }
      let index = items.firstIndex { item in
        if case .entity(let entity) = item { return entity === self }
        return false
      }
      if let index { return "\(owner.kind.fields[position].name)[\(index + 1)]" }
    }
    return nil
  }

  /// True for the term itself and for every term below the other.
  @inlinable public func isUnder(_ other: Entity) -> Bool {
    var entity: Entity? = self
    while let here = entity {
      if here === other { return true }
      entity = here.parent
    }
    return false
  }
}
