/// In which light the records of a corpus are looked at: as they were recorded, or under a standard of evidence, by what
/// was known on a day, without a source, under a supposition.
///
/// A field of a record is settled in another light when somebody reads it there, not before.
public final class Lights {
  /// The number of the light at hand; 0 for records as they were recorded.
  public package(set) var number = 0
  /// How records look in the light at hand.
  public package(set) var looks = Looks()
  /// Gives a record the fields that it has in the light at hand.
  package var settleInLight: (Entity) -> Void = { _ in }
  /// Gives one field of a record, as it is in the light at hand.
  package var readInLight: (Entity, Int) -> Value = { entity, position in entity.lastField(position) }

  /// Which records are the same in the light at hand.
  package var identities = Identities()

  /// Gives a record that stands in a row of a file, by its number.
  package var recordOfRow: (Int) -> Entity? = { _ in nil }
  /// Is told when nobody holds a record any more that was made of a row.
  package var letGoOfRow: (Int) -> Void = { _ in }

  package init() {}

  @usableFromInline func settle(_ entity: Entity) { settleInLight(entity) }
  @usableFromInline func read(_ entity: Entity, _ position: Int) -> Value { readInLight(entity, position) }
}

/// How whole records look in a light, by number, as far as that has been asked.
public final class Looks {
  public enum Look: UInt8 {
    case notAsked
    /// As without the light.
    case plain
    /// So, but for what it has from the record around it, or for what a standard decides.
    case plainByItself
    /// All that is claimed of it is too little for the standard in force.
    case short
    /// Nothing that is claimed of it counts.
    case aside
    /// Of nothing that is claimed of it can it be told whether it counts.
    case open
    /// Each field for itself.
    case mixed
  }

  @usableFromInline var looks: [Look] = []

  package init() {}

  @inlinable public subscript(record: Int) -> Look { record < looks.count && record >= 0 ? looks[record] : .notAsked }

  /// - Parameter count: how many records there are.
  package func note(_ look: Look, of record: Int, among count: Int) {
    if looks.count < count { looks += Array(repeating: .notAsked, count: count - looks.count) }
    looks[record] = look
  }
}
