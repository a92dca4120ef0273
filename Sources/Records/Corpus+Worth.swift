import Values

/// What becomes of claims in a light.
enum Worth: UInt8 {
  case notAsked
  /// They count, and each is enough by itself.
  case plain
  /// They count, and are too little for the standard in force.
  case short
  /// They do not count.
  case aside
  /// It cannot be told whether they count; if so, they are enough.
  case open
  /// None of these: they have to be looked at together.
  case mixed
}

extension Corpus {
  /// What becomes in a light of all claims about a field.
  func worth(of entity: Entity, _ position: Int, in light: Light) -> Worth {
    if !light.judges && !hasReplacedSources { return .plain }
    if let sole = soleAttribution(of: entity) { return comparedWorth(sole, in: light) }
    var found: Int32 = -1
    var worth = Worth.plain
    forEachNumber(of: entity) { number in
      if field(ofClaim: number) != position { return true }
      let attribution = attribution(ofClaim: number)
      if found < 0 {
        worth = comparedWorth(attribution, in: light)
      } else if footing(of: attribution) != footing(of: found),
        worth != .plain || comparedWorth(attribution, in: light) != .plain
      {
        worth = .mixed
      }
      found = attribution
      return worth != .mixed
    }
    return worth
  }

  /// What becomes of claims that count without the light as they stand; of others nothing is told by what their field is
  /// without it.
  func comparedWorth(_ attribution: Int32, in light: Light) -> Worth {
    if hasReplacedSources, worth(attribution, in: plainLight) != .plain { return .mixed }
    return worth(attribution, in: light)
  }

  /// What becomes in a light of claims with an attribution.
  func worth(_ attribution: Int32, in light: Light) -> Worth {
    let footing = Int(footing(of: attribution))
    if footing < light.worths.count, light.worths[footing] != .notAsked { return light.worths[footing] }
    if light.worths.count <= footing {
      light.worths += Array(repeating: .notAsked, count: footing + 1 - light.worths.count)
    }
    let found = findWorth(attribution, in: light)
    light.worths[footing] = found
    return found
  }

  private func findWorth(_ attribution: Int32, in light: Light) -> Worth {
    let verdict = verdict(attribution, in: light)
    let supports = attributions[Int(attribution)].bearing == .supports
    if verdict.isSurelyEnough, supports || light.standard == nil { return .plain }
    if verdict.isAside { return verdict.isWithdrawn ? .mixed : .aside }
    if !supports || verdict.split != nil { return .mixed }
    if !verdict.isEnough { return verdict.isCertain ? .short : .mixed }
    return .open
  }
}
