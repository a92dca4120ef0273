import Evaluation
import Values

/// Steps and functions that look for what may be one and the same under different names.
let candidateSteps: [Builtin] = [
  Builtin(
    """
    ## Pairs of rows that may be about one person, place or source, the nearest first; of a disputed value, what it could be.
    ##
    ## A key in `similar(…)` is a name, or a list of names, to which others may be near; any other is the same or not. What is
    ## unknown in one of two rows neither agrees nor differs. How near two rows are, from 0 to 1, is the mean of what is known;
    ## `least` says from where on pairs are shown. `id` says what the rows are called. Nothing is taken for the same by this:
    ## of records it shows the line by which somebody would say so.
    ##
    ##     [{n: "Li An"}, {n: "An Li"}] | candidates by similar(.n) | count   --> 1 pair
    ##     [{n: "Li An"}, {n: unknown}] | candidates by similar(.n) | count   --> 0 pairs
    ##     candidates(12)                                                     --> [12]
    fn candidates(value, each by..: likeness, least: number = 0.8, each id = none): table or list
    """
  ) { call throws(Fault) in
    let keys = try call.likenesses(1).map { each, isSimilar in (column: call.column(each), isSimilar: isSimilar) }
    if keys.isEmpty { return try call.candidatesOfValue() }
    if let reasons = call[0].reasons { return .unknown(reasons) }
    let least = try call.real(2)
    if !(least > 0 && least <= 1) { throw .leastOutOfReach(call[2], argument: 2) }
    let id = try call.each(3)
    // The default says of no row what it is called.
    let called = id.label.isEmpty ? nil : call.column(id)
    return .table(try Candidates(call.table(0), by: keys, least: least, call.watch).pairs(called: called))
  },

  Builtin(
    """
    ## How similar two names are, from 0 to 1, by the measure of Jaro and Winkler (1990).
    ##
    ## Words are paired whatever their order, and a word that one name has alone counts half. Capitals, diacritics, hyphens and
    ## the Arabic article do not count, and Cyrillic and Arabic letters are read as Latin ones. Words that are less alike than
    ## 0.7 are not alike; those that sound alike, as Pinyin and Wade and Giles write one word, are by at least 0.85. Of two
    ## lists of names the nearest count.
    ##
    ##     similar("An Quanzhong", "Quanzhong An")     --> 1
    ##     similar("Jaafar Hamid", "Jafar al-Hamid")   --> 0.95
    fn similar(one, other): number
    """
  ) { call throws(Fault) in try call.similarity() },
]

extension Call {
  fileprivate func candidatesOfValue() throws(Fault) -> Value {
    switch self[0].settled {
    case .disputed(let disputed): return .list(disputed.candidates)
    case .unknown: return .list([])
    case .table: throw .needsKeys("candidates", argument: 1)
    case let value: return .list([value])
    }
  }

  fileprivate func column(_ each: Each) -> NewColumn {
    NewColumn(name: each.label, value: value(each), field: each.field)
  }

  fileprivate func similarity() throws(Fault) -> Value {
    var names = ComparedNames()
    var sides: [[Int32]] = []
    for position in 0..<2 {
      let value = self[position].settled
      if let reasons = value.reasons { return .unknown(reasons) }
      if try value.holdsSealed(watch) { throw .sealed("`similar`", argument: position) }
      var numbers: [Int32] = []
      do throws(Fault) {
        for text in try value.namesToCompare(watch) {
          try watch.tick(text.utf8.count)
          if let number = names.number(of: text) { numbers.append(number) }
        }
      } catch {
        throw error.isCancellation ? error : .notAName(value, argument: position)
      }
      sides.append(numbers)
    }
    var best = 0.0
    for one in sides[0] {
      for other in sides[1] {
        try tick()
        best = max(best, names.likeness(one, other))
      }
    }
    return .real((best * 100).rounded() / 100)
  }
}
