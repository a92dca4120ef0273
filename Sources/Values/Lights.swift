/// In which light the records of a corpus are looked at: as they were recorded, or under a standard of evidence, by what
/// was known on a day, without a source, under a supposition.
///
/// A record is settled in another light when somebody reads it there, not before.
public final class Lights {
  /// The number of the light at hand; 0 for records as they were recorded.
  public package(set) var number = 0
  /// Gives a record the fields that it has in the light at hand.
  package var settleInLight: (Entity) -> Void = { _ in }

  /// Which records are the same in the light at hand.
  package var identities = Identities()

  /// Gives a record that stands in a row of a file, by its number.
  package var recordOfRow: (Int) -> Entity? = { _ in nil }
  /// Is told when nobody holds a record any more that was made of a row.
  package var letGoOfRow: (Int) -> Void = { _ in }

  package init() {}

  @usableFromInline func settle(_ entity: Entity) { settleInLight(entity) }
}
