import Diagnostics
import Values

/// All kinds, records and claims of a project.
public final class Corpus {
  /// Kinds by name.
  public private(set) var kinds: [String: Kind] = [:]
  /// Kinds by their plural: `cases` names the table of all cases.
  public private(set) var plurals: [String: Kind] = [:]
  /// Records and terms by the name that reaches them; one name may stand for several terms, each of its own kind.
  public private(set) var entities: [String: [Entity]] = [:]

  public init() {}
}
