import Values

// Claims of one source that do not fit together.

extension Corpus {
  /// Two claims of one attribution of which the first, about what comes first, has surely the later date.
  package func wrongOrder(of entity: Entity, _ first: Int, _ second: Int) -> (first: Claim, second: Claim)? {
    let numbers = chain(of: entity)
    for one in numbers where field(ofClaim: one) == first {
      guard case .date(let start) = stored(one).value, stands(one) else { continue }
      for other in numbers where field(ofClaim: other) == second {
        guard attribution(ofClaim: other) == attribution(ofClaim: one), stands(other),
          case .date(let end) = stored(other).value, start.earliestStart > end.latestStart
        else { continue }
        return (claim(one), claim(other))
      }
    }
    return nil
  }

  /// Two claims of one attribution that give a field over time two values from one date on.
  package func twoValuesAtOnce(of entity: Entity) -> (first: Claim, second: Claim)? {
    let layout = layout(of: entity.kind)
    var dated: [Int32] = []
    for number in chain(of: entity) {
      let here = stored(number)
      guard here.from != nil, layout.isOverTime[Int(here.field)], stands(number) else { continue }
      for other in dated {
        let there = stored(other)
        if there.field == here.field, there.attribution == here.attribution, there.from?.text == here.from?.text,
          !Agreement.isWithin(there.value, here.value), !Agreement.isWithin(here.value, there.value)
        {
          return (claim(other), claim(number))
        }
      }
      dated.append(number)
    }
    return nil
  }

  private func stands(_ number: Int32) -> Bool {
    attributions[Int(attribution(ofClaim: number))].bearing == .supports
  }
}
