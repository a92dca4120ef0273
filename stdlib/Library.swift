/// One script of the library, as text that the program carries inside itself.
///
/// The scripts of `stdlib/` are always there; those of `stdlib/modules/` are taken in by `use NAME`.
public struct LibraryScript: Sendable {
  /// The file's name, with its `.rep`.
  public let name: String
  public let text: String
}
