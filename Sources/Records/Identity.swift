import Diagnostics
import Values

// `same a, b per source`: somebody says that two records are about one and the same. Where that stands, the claims about
// one are claims about the other, and where records are counted they are one.

/// `same a, b per source`: somebody says that two records are about one and the same.
struct Identity {
  let one: Entity
  let other: Entity
  let attribution: Int32
  let place: Place
}

extension Corpus {
  package func addIdentity(of one: Entity, and other: Entity, attribution: Int32, place: Place) {
    identities.append(Identity(one: one, other: other, attribution: attribution, place: place))
  }

  /// What the claims that records are the same come to in a light.
  func identities(in light: Light) -> Identities {
    var result = Identities()
    var sure: [Identity] = []
    for identity in identities where !isGone(identity.one) && !isGone(identity.other) {
      let verdict = verdict(identity.attribution, in: light)
      if verdict.isAside { continue }
      switch attributions[Int(identity.attribution)].bearing {
      case .supports where verdict.isSurelyEnough: sure.append(identity)
      case .supports: result.doubt(identity.one, identity.other, verdict.isEnough ? .imprecise : .belowStandard)
      case .denies: result.doubt(identity.one, identity.other, .disputed)
      case .setAside: continue
      }
    }
    for identity in sure { result.unite(identity.one, identity.other) }
    return result
  }

  /// Whether anybody says of any two records that they are the same, or denies it.
  public var saysOfAnyThatTheyAreSame: Bool { !identities.isEmpty }

  /// Whether anybody says so of this one.
  public func isSaidToBeSame(_ entity: Entity) -> Bool {
    identities.contains { $0.one === entity || $0.other === entity }
  }

  /// Who says that a record is the same as others, or denies it, a sentence a claim; with `taken`, only of those with
  /// which it is taken together.
  public func sameness(of entity: Entity, taken: Bool = false) -> [String] {
    if !isIdentical.contains(entity.index) { return [] }
    let spoken = identities.filter { identity in
      let same = identity.one.isSame(as: identity.other)
      if taken ? !same.isYes : same.isNo { return false }
      return identity.one.standIn === entity.standIn || identity.other.standIn === entity.standIn
    }
    return spoken.map { identity in
      let attribution = attributions[Int(identity.attribution)]
      let who =
        attribution.citations.isEmpty
        ? ClaimText.author : attribution.citations.map(ClaimText.who).joined(separator: "; ")
      let word = attribution.status?.name ?? (attribution.citations.isEmpty ? "recorded" : "reported")
      return "\(who): \(word) \(identity.one.path) the same as \(identity.other.path) — \(identity.place.fileAndLine)"
    }
  }

  // MARK: The claims of all

  /// Sources and standards are never taken together: which publication says a thing is told by `replaces` and `after`.
  static let kept: Set<String> = ["source", "standard"]

  /// The records whose claims count for a record in the light at hand: itself, and those that are the same.
  func speaking(of entity: Entity) -> [Entity] {
    guard let members = entity.identical, !Corpus.kept.contains(entity.kind.root.name) else { return [entity] }
    return members
  }

  /// For each field of a kind the position of the same field in another; nil for one that the other does not have.
  func positions(of kind: Kind, in other: Kind) -> [Int?] {
    kind.fields.map { field in
      guard let position = other.position(of: field.name) else { return nil }
      return other.fields[position].isPrivate == field.isPrivate ? position : nil
    }
  }

  /// The numbers of the claims about a field of a record, and of those that are the same.
  func numbers(about entity: Entity, field position: Int) -> [Int32] {
    speaking(of: entity).flatMap { member -> [Int32] in
      guard let own = member === entity ? position : positions(of: entity.kind, in: member.kind)[position] else {
        return []
      }
      return chain(of: member).filter { field(ofClaim: $0) == own }
    }
  }

  /// Notes which records a claim of sameness may change: those that it names, and those that name these.
  func findIdentical() {
    isIdentical = Set(identities.flatMap { [$0.one.index, $0.other.index] })
    namesIdentical = []
    if isIdentical.isEmpty { return }
    func names(_ value: Value) -> Bool {
      switch value {
      case .entity(let entity): isIdentical.contains(entity.index)
      case .list(let items): items.contains(where: names)
      case .integer, .real, .truth, .short, .none, .unknown, .text, .record, .map, .date, .span, .quantity, .range,
        .disputed, .series, .table, .sealed, .function:
        false
      }
    }
    for claim in claims where names(claim.value) { namesIdentical.insert(Int(claim.subject)) }
    for rows in recordsOfRows {
      for row in 0..<rows.count where rows.said.contains(where: { names($0.values[row]) }) {
        namesIdentical.insert(rows.first + row)
      }
    }
  }
}
