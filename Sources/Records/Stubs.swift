import Diagnostics
import Values

extension Corpus {
  public static func isTruth(_ e: Entity, _ t: Entity) -> Truth { Truth(e.isUnder(t)) }
  public func table(of: Kind) -> Table { Table() }
  public var sets: [String: EntitySet] { [:] }
  public func local(_ n: String, in: Entity) -> Entity? { nil }
  public func kindsTaken(byField: String) -> [Kind] { [] }
}
public final class EntitySet {
  public let hasTest = false
  public let members: [Value] = []
  public var test: Callable? = nil
}
