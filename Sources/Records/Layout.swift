import Values

/// What settling has to know of a kind, looked up once.
final class Layout {
  /// The fields of a record about which nobody has said anything.
  let empty: [Value]
  let isList: [Bool]
  let isOverTime: [Bool]
  let mayBe: Int?
  let family: Int?
  let inverse: Int?
  let act: Int?
  let stage: Int?
  let aimedAt: Int?
  let of: Int?
  let kinship: (position: Int, kind: Kind)?
  let target: Int?
  let origin: Int?
  let host: Int?
  /// The fields that take actors, among them those of which a state is understood.
  let actors: [Int]
  /// Fields in which something goes without saying: they may hold a value that nobody claims.
  let isUnderstood: [Bool]
  /// Fields to which something may have to be added once the claims about them are settled.
  let completed: [Int]
  /// Fields in which something is understood from the record around.
  let isFromOwner: [Bool]
  /// The number of a published figure.
  let published: Int?
  let isTerm: Bool
  /// Whether its records are part of the frame in which everything else is said.
  let isFramework: Bool
  /// Fields of a term that go down its tree.
  let inherited: [Int]

  init(_ kind: Kind) {
    let fields = kind.fields
    empty = fields.map { $0.defaultValue ?? ($0.type.isList ? .list([]) : .unknown(.notRecorded)) }
    isList = fields.map(\.type.isList)
    isOverTime = fields.map(\.overTime)
    isTerm = kind.isTerm
    isFramework = isTerm || Corpus.framework.contains(kind.root.name)
    mayBe = isTerm ? kind.position(of: "may_be") : nil
    family = isTerm ? kind.position(of: "family") : nil
    inverse = isTerm ? kind.position(of: "inverse") : nil
    act = kind.position(of: "act")
    stage = kind.position(of: "stage")
    aimedAt = kind.position(of: "aimed_at")
    of = kind.position(of: "of")
    target = kind.position(of: "target")
    origin = kind.position(of: "origin")
    host = kind.position(of: "host")
    let published = kind.name == "figure" ? kind.position(of: "value") : nil
    self.published = published
    var kinship: (Int, Kind)?
    if let position = kind.position(of: "kinship"), case .record(let terms) = fields[position].type {
      kinship = (position, terms)
    }
    self.kinship = kinship
    actors =
      isTerm
      ? []
      : fields.indices.filter { index in fields[index].type.kinds.contains { $0.name == "actor" } }
    var fromOwner = Set(actors)
    var understood: Set<Int> = []
    if let stage, act != nil { understood.insert(stage) }
    for position in [aimedAt, kinship == nil ? nil : of] {
      guard let position else { continue }
      understood.insert(position)
      fromOwner.insert(position)
    }
    if let kinship { understood.insert(kinship.0) }
    isUnderstood = fields.indices.map { understood.contains($0) || fields[$0].defaultValue != nil }
    isFromOwner = fields.indices.map(fromOwner.contains)
    completed = fields.indices.filter { $0 == published || understood.contains($0) || fromOwner.contains($0) }
    let (mayBe, family) = (mayBe, family)
    inherited = isTerm ? fields.indices.filter { $0 != mayBe && $0 != family && !fields[$0].isComputed } : []
  }
}

extension Corpus {
  func layout(of kind: Kind) -> Layout {
    // Records of one kind mostly come together with those around them, of one other kind.
    if lastLayout.kind === kind, let layout = lastLayout.layout { return layout }
    if otherLayout.kind === kind, let layout = otherLayout.layout {
      swap(&lastLayout, &otherLayout)
      return layout
    }
    let found = findLayout(of: kind)
    otherLayout = lastLayout
    lastLayout = (kind, found)
    return found
  }

  private func findLayout(of kind: Kind) -> Layout {
    if let known = layouts[ObjectIdentifier(kind)], known.empty.count == kind.fields.count { return known }
    let layout = Layout(kind)
    layouts[ObjectIdentifier(kind)] = layout
    return layout
  }
}
