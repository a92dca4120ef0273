import Diagnostics
import Records
import Syntax
import Values

public final class Declarations {
  public struct Expectation {
    public let expression: Expression
    public let entity: Entity
    public let place: Place
  }
  public struct Condition<Subject> {
    public let subject: Subject
    public let expression: Expression
    public let source: Source
  }
  public internal(set) var expectations: [Expectation] = []
  public internal(set) var computedFields: [Condition<Field>] = []
  public internal(set) var setTests: [Condition<EntitySet>] = []
  public init(_ corpus: Corpus) {}
  public func declare(_ programs: [Program], replacing: Bool = false) -> [Diagnostic] { [] }
}
