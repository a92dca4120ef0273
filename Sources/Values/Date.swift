/// A date as EDTF (ISO 8601-2) writes it, compared as what it is.
public final class Date: Sendable {
  /// As it was typed.
  public let text: String

  public init(text: String) { self.text = text }
}
