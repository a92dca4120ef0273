/// One script of the library, as text that the program carries inside itself.
public struct LibraryScript: Sendable {
  public let name: String
  public let text: String
}
