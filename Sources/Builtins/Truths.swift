import Evaluation
import Values

/// Functions of the third value: what is unknown, why, and what it could be.
let truthBuiltins: [Builtin] = [
  Builtin(
    """
    ## True only where a test surely holds; unknown becomes false.
    ##
    ##     certainly(unknown)   --> false
    ##     certainly(2 > 1)     --> true
    fn certainly(test): truth
    """
  ) { call throws(Fault) in .truth(try call.truth(0).isYes) },

  Builtin(
    """
    ## True wherever a test may hold; unknown becomes true.
    ##
    ##     possibly(unknown)   --> true
    ##     possibly(1 > 2)     --> false
    fn possibly(test): truth
    """
  ) { call throws(Fault) in .truth(!(try call.truth(0).isNo)) },

  Builtin(
    """
    ## The reasons why a value is unknown; none where it is known.
    ##
    ##     reasons(unknown (withheld))   --> ["withheld"]
    ##     reasons(12)                   --> []
    fn reasons(value): list of text
    """
  ) { call throws(Fault) in .list(call[0].reasons?.list.map { .text($0.name) } ?? []) },

  Builtin(
    """
    ## The name of the kind of a value.
    ##
    ##     kind_of("police")   --> text
    ##     kind_of([1, 2])     --> list
    fn kind_of(value): text
    """
  ) { call throws(Fault) in .text(kindName(of: call[0].settled)) },
]

/// The kind's name without its article.
private func kindName(of value: Value) -> String {
  switch value {
  case .integer, .real, .quantity: "number"
  case .truth(let truth): truth.isUnknown ? "unknown" : "truth"
  case .short, .text: "text"
  case .none: "none"
  case .unknown, .disputed: "unknown"
  case .list: "list"
  case .record, .map: "record"
  case .date: "date"
  case .span: "span"
  case .range: "range"
  case .entity(let entity): entity.kind.name
  case .series(let series): kindName(of: series.current)
  case .table: "table"
  case .sealed: "sealed"
  case .function: "function"
  }
}
