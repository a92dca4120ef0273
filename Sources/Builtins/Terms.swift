import Evaluation
import Records
import Values

/// Functions of terms in their trees.
let termBuiltins: [Builtin] = [
  Builtin(
    """
    ## The terms from the top of the tree down to a term, itself the last.
    ##
    ##     path_of(utility_cut)   --> [proxy_punishment, utility_cut]
    fn path_of(term): list
    """
  ) { call throws(Fault) in
    try call.ofEntity(0, "path_of") { entity throws(Fault) in
      var path: [Value] = []
      var here: Entity? = entity
      while let term = here {
        path.append(.entity(term))
        here = term.parent
      }
      return .list(path.reversed())
    }
  },

  Builtin(
    """
    ## All terms below a term in its tree, at any depth.
    ##
    ##     terms_under(proxy_punishment) has utility_cut   --> true
    fn terms_under(term): list
    """
  ) { call throws(Fault) in
    try call.ofEntity(0, "terms_under") { entity throws(Fault) in
      let below = try call.watch.filter(call.corpus.entities.written.values.joined()) { term throws(Fault) in
        term !== entity && term.isUnder(entity)
      }
      return .list(below.sorted { $0.index < $1.index }.map { .entity($0) })
    }
  },
]

extension Call {
  /// What a closure makes of a term; unknown stays unknown, and a disputed term gives all its answers.
  fileprivate func ofEntity(
    _ position: Int, _ name: String, _ body: (Entity) throws(Fault) -> Value
  ) throws(Fault) -> Value {
    let value = self[position].settled
    switch value {
    case .entity(let entity): return try body(entity)
    case .unknown, .none: return value
    case .disputed(let disputed):
      var answers: [Value] = []
      for case .entity(let entity) in disputed.candidates { answers.append(try body(entity)) }
      return .disputed(Disputed(answers))
    case .integer, .real, .truth, .short, .text, .list, .record, .map, .date, .span, .quantity, .range, .series,
      .table, .sealed, .function:
      throw .notATerm(name, value, argument: position)
    }
  }
}
