import Evaluation
import Records
import Values

/// Functions of names.
let nameBuiltins: [Builtin] = [
  Builtin(
    """
    ## The records that bear a name, whatever its capitals, spaces and hyphens: their own, another or an earlier one, or a code.
    ##
    ##     records_called("viet nam").alpha2   --> ["VN", "VD"]
    ##     records_called("Korea")             --> [South_Korea, North_Korea]
    fn records_called(name: text): list
    """
  ) { call throws(Fault) in .list(call.corpus.called(try call.text(0)).map { .entity($0) }) }
]
