import Diagnostics
import Values

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
    for identity in identities {
      let verdict = verdict(identity.attribution, in: light)
      if verdict.isAside { continue }
      switch attributions[Int(identity.attribution)].bearing {
      case .supports where verdict.isCertain && verdict.isEnough: sure.append(identity)
      case .supports: result.doubt(identity.one, identity.other, verdict.isEnough ? .imprecise : .belowStandard)
      case .denies: result.doubt(identity.one, identity.other, .disputed)
      case .setAside: continue
      }
    }
    for identity in sure { result.unite(identity.one, identity.other) }
    return result
  }

  /// Who says that a record is the same as others, a sentence a claim.
  public func sameAs(_ entity: Entity) -> [String] {
    identities.filter { $0.one === entity || $0.other === entity }.map { identity in
      let attribution = attributions[Int(identity.attribution)]
      let other = identity.one === entity ? identity.other : identity.one
      let who =
        attribution.citations.isEmpty ? "no source" : attribution.citations.map(ClaimText.who).joined(separator: "; ")
      let word = attribution.status?.name ?? (attribution.citations.isEmpty ? "recorded" : "reported")
      return "\(who): \(word) the same as \(other.path) — \(identity.place.fileAndLine)"
    }
  }
}
