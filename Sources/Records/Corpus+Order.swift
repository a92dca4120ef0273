import Values

// Claims of one source that do not fit together.

extension Corpus {
  /// Two claims of one attribution of which the first, about what comes first, has surely the later date.
  package func wrongOrder(of entity: Entity, _ first: Int, _ second: Int) -> (first: Claim, second: Claim)? {
    let numbers = chain(of: entity)
    for one in numbers where claims[Int(one)].field == first {
      guard case .date(let start) = claims[Int(one)].value, stands(one) else { continue }
      for other in numbers where claims[Int(other)].field == second {
        guard claims[Int(other)].attribution == claims[Int(one)].attribution, stands(other),
          case .date(let end) = claims[Int(other)].value, start.earliestStart > end.latestStart
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
    var next = firstClaims[entity.index]
    while next >= 0 {
      let number = next
      next = claims[Int(number)].next
      guard claims[Int(number)].from != nil, layout.isOverTime[Int(claims[Int(number)].field)], stands(number) else {
        continue
      }
      let here = claims[Int(number)]
      for other in dated {
        let there = claims[Int(other)]
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
    attributions[Int(claims[Int(number)].attribution)].bearing == .supports
  }
}
