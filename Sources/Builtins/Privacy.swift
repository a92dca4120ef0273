import Diagnostics
import Evaluation
import Values

/// Functions of what is kept back.
let privacyBuiltins: [Builtin] = [
  Builtin(
    """
    ## A made-up name for the text or the record in a private field: the same for the same, wherever the project's key is.
    ##
    ## It is worked out with a key that is given to the program, `rep --key FILE`, and never shown. With another key all
    ## pseudonyms are others; without one there are none.
    ##
    ##     pseudonym(unknown (withheld))   --> unknown (withheld)
    fn pseudonym(value): text
    """
  ) { call throws(Fault) in try call.pseudonym(of: call[0].settled) }
]

extension Call {
  fileprivate func pseudonym(of value: Value) throws(Fault) -> Value {
    switch value {
    case .unknown, .none: return value
    case .disputed(let disputed):
      var names: [Value] = []
      for candidate in disputed.candidates { names.append(try pseudonym(of: candidate)) }
      return Disputed.settled(names)
    case .sealed(let sealed):
      if !sealed.isOfNames { throw .pseudonymOfFew() }
      guard let hash = keyedHash(sealed.held.nameBytes) else { throw .noKey() }
      return .text(Pseudonym.text(hash))
    case .integer, .real, .truth, .short, .text, .list, .record, .map, .date, .span, .quantity, .range, .entity,
      .series, .table, .function:
      throw .pseudonymOfOpen(value)
    }
  }
}

extension Value {
  /// What is hashed: a text in its normal form; the name of a record, told apart from a text by a zero in front.
  fileprivate var nameBytes: [UInt8] { string.map { Array($0.normalised.utf8) } ?? [0] + Array(quoted.utf8) }
}

/// How a keyed hash reads: twelve letters and digits that are not taken for one another, the first 60 bits of it.
///
/// Of a million names two would have one pseudonym once in two million projects.
enum Pseudonym {
  private static let signs = Array("0123456789abcdefghjkmnpqrstvwxyz")

  static func text(_ hash: [UInt8]) -> String {
    let bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let letters = (0..<12).map { signs[Int(bits >> (59 - 5 * UInt64($0)) & 31)] }
    return [letters[0..<4], letters[4..<8], letters[8..<12]].map { String($0) }.joined(separator: "-")
  }
}

extension Fault {
  static func noKey() -> Fault {
    Fault(
      "R622", "a pseudonym is made with the key of the project, and none was given", argument: 0,
      help: "`rep --key FILE …`, or the variable REP_KEY_FILE, names a file that nobody else has: "
        + "`head -c 32 /dev/urandom | base64 > project.key` makes one")
  }

  static func pseudonymOfOpen(_ value: Value) -> Fault {
    Fault(
      "R623", "only what a private field holds has a pseudonym, and this is \(value.kindName)", argument: 0,
      help: "a kind makes a field private: `private name: text`")
  }

  static func pseudonymOfFew() -> Fault {
    Fault(
      "R626", "a pseudonym is for names: private fields that take texts or records", argument: 0,
      help: "of other values there are so few that it would tell which it is")
  }
}
